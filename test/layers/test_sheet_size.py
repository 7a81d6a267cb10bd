# SPDX-License-Identifier: GPL-2.0-or-later
"""What a sheet's XML comes to, told before any cell is built: never less than what is read."""

from __future__ import annotations

import os
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from support.bombs import ODS_END, ODS_START, ods_cell, ods_row
from support.spreadsheet_files import write_ods, write_xlsx
from support.tables import spec
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.layers.packed import check_packed
from vru_need_plugin.layers.raw_tables import read_source
from vru_need_plugin.layers.sheet_size import NO_TEXTS, ods_sheets, shared_texts, xlsx_sheet

MOST = 10**9


def xlsx(content):
    return xlsx_sheet(content, NO_TEXTS, MOST)


@pytest.mark.parametrize(
    ("content", "rows", "columns"),
    [
        (b"<sheetData/>", 0, 0),
        (b'<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="C1"/></row></sheetData>', 1, 3),
        (b'<sheetData><row><c r="AA1"/></row><row><c s="1" r="ZZ2"/></row></sheetData>', 2, 702),
        (b'<sheetData><row r="1"><c r="XFD1"/></row></sheetData>', 1, 16_384),
        (b"<x:sheetData><x:row><x:c/><x:c></x:c></x:row></x:sheetData>", 1, 2),
        (
            b"<sheetData><row><c r='B1'/><c\n/></row></sheetData>",
            1,
            2,
        ),  # spelled otherwise: a cell
    ],
)
def test_rows_and_columns_of_an_xlsx(content, rows, columns):
    sheet = xlsx(content)
    assert (sheet.rows, sheet.columns) == (rows, columns)


def test_texts_that_cells_refer_to_count_as_often_as_they_do():
    shared = shared_texts(b"<sst><si><t>" + b"a" * 100 + b"</t></si><si><t>b</t></si></sst>")
    assert shared.lengths.tolist() == [100 + len("<si><t></t></si>"), 1 + len("<si><t></t></si></sst>")]
    assert shared.longest == 100 + len("<t>")
    cells = b"".join(b'<c r="A%d" t="s"><v>0</v></c>' % at for at in range(50))
    assert xlsx_sheet(b"<sheetData>" + cells + b"</sheetData>", shared, 0).texts == 50 * shared.lengths[0]


def ods(*rows):
    (sheet,) = ods_sheets(ODS_START + b"".join(rows) + ODS_END)
    return sheet


def test_an_ods_counts_up_to_its_last_cell_with_anything_in_it():
    blank = b'<table:table-cell table:number-columns-repeated="1000"/>'
    sheet = ods(
        ods_row(ods_cell(b"a") + blank + ods_cell(b"b", 3) + blank),
        ods_row(blank, 50),
        ods_row(ods_cell(b"c"), 2),
        ods_row(blank, 1_000_000),
    )
    assert (sheet.rows, sheet.columns) == (53, 1_004)


def test_texts_of_an_ods_count_as_often_as_they_stand():
    once, often = ods(ods_row(ods_cell(b"x" * 500))), ods(ods_row(ods_cell(b"x" * 500, 20), 30))
    assert 500 < once.texts < 1_000
    assert 20 * 30 * 500 < often.texts < 20 * 30 * 1_000


SUFFIXES = st.sampled_from(["xlsx", "ods"])
CELLS = st.one_of(st.none(), st.integers(-5, 5), st.sampled_from(["a", "b c", "<&>"]))


@settings(max_examples=30, suppress_health_check=list(HealthCheck))
@given(
    st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=6),
    st.sampled_from(["xlsx", "ods"]),
)
def test_a_sheet_is_never_larger_than_was_told(tmp_path_factory, qgis_app, rows, suffix):
    path = tmp_path_factory.mktemp("sheet") / f"t.{suffix}"
    (write_xlsx if suffix == "xlsx" else write_ods)(path, {"S": rows})
    with zipfile.ZipFile(path) as book:
        part = "xl/worksheets/sheet1.xml" if suffix == "xlsx" else "content.xml"
        content = book.read(part)
    sheet = xlsx(content) if suffix == "xlsx" else ods_sheets(content)[0]
    try:
        raw = read_source(spec(source=str(path)), path.parent, None)
    except NeedError:
        return  # nothing in it
    assert len(raw.columns) <= sheet.columns
    assert raw.row_count <= max(len(rows), sheet.rows)


def test_a_workbook_that_changed_is_looked_through_again(tmp_path):
    path = write_xlsx(tmp_path / "t.xlsx", {"S": [["Code"]]})
    check_packed(path)
    path.write_bytes(path.read_bytes()[:-30])
    os.utime(path, ns=(1, 1))
    with pytest.raises(NeedError, match="damaged"):
        check_packed(path)
