# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables written as CSV and XLSX."""

from __future__ import annotations

import csv
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st
from osgeo import gdal

from vru_need_plugin.core.feedback import Silent
from vru_need_plugin.core.messages import Cancelled, NeedError
from vru_need_plugin.core.output import FieldKind
from vru_need_plugin.core.sheet import Sheet, SheetColumn
from vru_need_plugin.layers.export import MOST_XLSX_ROWS, safe_text, write_sheet

COLUMNS = (
    SheetColumn("code"),
    SheetColumn("value", FieldKind.REAL),
    SheetColumn("rank", FieldKind.INTEGER),
)
ROWS = (
    ("=1+1", 1.25, 1),
    ("+44", -3.5, 2),
    ("-dash", None, None),
    ("@sum", 0.1, 3),
    ("\ttab", 2.0, 4),
    ("\rreturn", 2.0, 4),
    ("Ash, “& Co”", 2.0, 4),
)


def sheet(rows=ROWS, count=None):
    return Sheet("Ranking", COLUMNS, iter(rows), len(rows) if count is None else count)


def cells_of(path, name):
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    layer = dataset.GetLayerByName(name)
    rows = [tuple(feature.items().values()) for feature in layer]
    # Where every cell is a text, OGR does not know the headings for what they are.
    return rows[1:] if rows[0] == ("what", "text") else rows


def test_csv_cells_that_would_begin_a_formula_are_texts(tmp_path):
    write_sheet(sheet(), tmp_path / "a.csv")
    with open(tmp_path / "a.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["code", "value", "rank"]
    assert [row[0] for row in rows[1:]] == [
        "'=1+1",
        "'+44",
        "'-dash",
        "'@sum",
        "'\ttab",
        "'\rreturn",
        "Ash, “& Co”",
    ]
    assert rows[2][1:] == ["-3.5", "2"]
    assert rows[3][1:] == ["", ""]


@given(st.text())
def test_no_text_begins_a_formula(text):
    assert not safe_text(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert safe_text(text).endswith(text)


def test_a_workbook_has_texts_as_texts_numbers_as_numbers_and_a_second_sheet(tmp_path):
    write_sheet(
        sheet(ROWS[:4]), tmp_path / "a.xlsx", [("Scenario", "Small town"), ("Please note", "no index")]
    )
    assert cells_of(tmp_path / "a.xlsx", "Ranking") == list(ROWS[:4])
    assert cells_of(tmp_path / "a.xlsx", "About") == [
        ("Scenario", "Small town"),
        ("Please note", "no index"),
    ]


def test_a_file_that_is_there_is_replaced_when_the_new_one_is_complete(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("old")

    def broken():
        yield ROWS[0]
        raise Cancelled

    with pytest.raises(Cancelled):
        write_sheet(Sheet("t", COLUMNS, broken(), 2), path)
    assert path.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.csv"]
    write_sheet(sheet(), path)
    assert path.read_text(encoding="utf-8-sig").startswith("code,")


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_a_file_that_is_replaced_is_for_the_same_people_and_a_link_stays_one(tmp_path, name):
    (tmp_path / "real").mkdir()
    path, link = tmp_path / "real" / name, tmp_path / name
    path.write_text("old")
    path.chmod(0o664)
    link.symlink_to(path)
    write_sheet(sheet(), link)
    assert link.is_symlink()
    assert path.stat().st_size > 100
    assert path.stat().st_mode & 0o777 == 0o664
    assert [entry.name for entry in path.parent.iterdir()] == [name]


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_the_user_can_stop_it(tmp_path, name):
    class Stopped(Silent):
        def isCanceled(self):
            return True

    with pytest.raises(Cancelled):
        write_sheet(sheet(), tmp_path / name, feedback=Stopped())
    assert list(tmp_path.iterdir()) == []


def test_more_rows_than_a_worksheet_holds_are_refused_with_advice(tmp_path):
    with pytest.raises(NeedError, match="Export it as CSV"):
        write_sheet(sheet(count=MOST_XLSX_ROWS + 1), tmp_path / "a.xlsx")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a.txt", "a"])
def test_an_ending_that_is_no_format_is_refused(tmp_path, name):
    with pytest.raises(NeedError, match=r"\.csv or \.xlsx"):
        write_sheet(sheet(), tmp_path / name)


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(NeedError, match="does not exist"):
        write_sheet(sheet(), tmp_path / "nowhere" / "a.csv")


@pytest.mark.parametrize("name", ["a\0b.csv", "n" * 260 + ".csv", "folder.csv", "pipe.csv"])
def test_what_is_no_name_for_a_file_is_said(name, tmp_path):
    (tmp_path / "folder.csv").mkdir()
    os.mkfifo(tmp_path / "pipe.csv")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(NeedError):
        write_sheet(Sheet("t", (SheetColumn("code"),), [("a",)], 1), tmp_path / name)
    assert sorted(tmp_path.iterdir()) == before
