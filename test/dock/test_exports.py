# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows copied, and the ranking and audit table written from the dock."""

from __future__ import annotations

import csv

import pytest
from osgeo import gdal
from qgis.PyQt.QtCore import QItemSelectionModel, Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QMenu, QTreeView

from support.small_town import RANKS, SCORES
from vru_need_plugin.core.messages import NOT_AN_INDEX
from vru_need_plugin.dock import export_menu
from vru_need_plugin.session import edits


@pytest.fixture
def exporter(opened):
    return opened.dock.results.exporter


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_ranking_is_written_as_shown_with_the_scores_themselves(opened, exporter, tmp_path):
    exporter.export_ranking(tmp_path / "ranking.csv")
    rows = read(tmp_path / "ranking.csv")
    assert [row["area"] for row in rows] == ["Ash", "Birch & Co", "Dogwood", "<b>Elm</b>", "Cedar", "Fir"]
    assert {row["area_code"]: float(row["score"]) if row["score"] else None for row in rows} == SCORES
    assert {row["area_code"]: int(row["rank"]) if row["rank"] else None for row in rows} == RANKS
    assert [row["joint"] for row in rows] == ["0", "1", "1", "0", "0", ""]
    dogwood = rows[2]
    assert (dogwood["parent_code"], dogwood["parent"], dogwood["rank_in_parent"]) == (
        "E09000002",
        "South",
        "1",
    )
    assert (dogwood["score_own_level"], dogwood["score_parent_level"]) == ("1.0", "1.0")
    assert dogwood["above_on"] == "Income; Trust"
    assert {row["scenario"] for row in rows} == {"Small town"}
    assert all("not an index" in row["note"] for row in rows)


def test_only_what_is_shown_is_written(opened, exporter, tmp_path):
    opened.dock.results.search.setText("south")
    exporter.export_ranking(tmp_path / "south.csv")
    assert [row["parent"] for row in read(tmp_path / "south.csv")] == ["South"] * 3


def test_the_audit_table_has_every_area_on_every_measure(opened, exporter, tmp_path):
    exporter.export_audit(tmp_path / "audit.csv")
    rows = {(row["area"], row["measure_id"]): row for row in read(tmp_path / "audit.csv")}
    assert len(rows) == 18
    ash = rows["Ash", "robbery"]
    assert (ash["value"], ash["percentile"], ash["cut_off"], ash["above"], ash["just_below"]) == (
        "10.0",
        "100",
        "9.0",
        "1",
        "0",
    )
    assert (ash["threshold_kind"], ash["threshold"], ash["weight"]) == ("top_count", "2.0", "2.0")
    fir = rows["Fir", "robbery"]
    assert (fir["value"], fir["percentile"], fir["above"]) == ("", "", "")
    trust = rows["Fir", "trust"]
    assert (trust["known_by"], trust["value"], trust["above"], trust["more_need_when"]) == (
        "parent",
        "40.0",
        "1",
        "low",
    )


def test_a_workbook_says_what_it_is_in_a_second_sheet(opened, exporter, tmp_path):
    exporter.export_audit(tmp_path / "audit.xlsx")
    workbook = gdal.OpenEx(str(tmp_path / "audit.xlsx"), gdal.OF_VECTOR)
    told = dict(tuple(feature.items().values()) for feature in workbook.GetLayerByName("About"))
    assert told["Scenario"] == "Small town"
    assert told["Please note"] == NOT_AN_INDEX


def test_a_long_export_is_a_task_that_says_when_it_is_done(opened, exporter, tmp_path, monkeypatch, qtbot):
    monkeypatch.setattr(export_menu, "QUICK_CELLS", {".csv": 3})
    with qtbot.waitSignal(exporter.done):
        exporter.export_audit(tmp_path / "audit.csv")
    assert len(read(tmp_path / "audit.csv")) == 18
    assert "Wrote 18 rows" in opened.said()[0]


@pytest.mark.parametrize(("file", "is_long"), [("audit.csv", False), ("audit.xlsx", True)])
def test_what_is_long_depends_on_the_cells_and_the_format(
    opened, exporter, tmp_path, monkeypatch, qtbot, file, is_long
):
    # 18 rows of some twenty columns: few for CSV, many for a workbook
    monkeypatch.setattr(export_menu, "QUICK_CELLS", {".xlsx": 100, ".csv": 10_000})
    exporter.export_audit(tmp_path / file)
    assert opened.session.is_working is is_long
    qtbot.waitUntil(lambda: not opened.session.is_working)
    assert "Wrote 18 rows" in opened.said()[0]


def test_a_file_that_cannot_be_written_is_said(opened, exporter, tmp_path):
    exporter.export_ranking(tmp_path / "nowhere" / "ranking.csv")
    assert "does not exist" in opened.said()[0]


def test_chosen_rows_are_copied_with_plain_numbers_and_no_formulas(opened):
    opened.session.edit("t", edits.with_measure(opened.session.scenario, "robbery", title="=1+1"))
    view = opened.dock.findChild(QTreeView, "resultsView")
    flags = QItemSelectionModel.SelectionFlag
    for row in (1, 0):
        view.selectionModel().select(view.model().index(row, 0), flags.Select | flags.Rows)
    view._choose(8, True)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    if QGuiApplication.clipboard().text() == "":  # no window system hands shortcuts on
        opened.dock.results.copy()
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    view._choose_none()
    rows = [dict(zip(lines[0], line)) for line in lines[1:]]
    assert [(row["Rank"], row["Area"], row["Score"]) for row in rows] == [
        ("1", "Ash", "3"),
        ("2", "Birch & Co", "2"),
    ]
    assert rows[1]["Above threshold on"] == "'=1+1"


def test_the_menu_counts_what_it_would_write(opened, exporter):
    opened.dock.results.search.setText("south")
    menu = QMenu()
    exporter.fill(menu, lambda: None)
    assert "ranking of 3 wards" in menu.actions()[1].text()
    opened.session.new()
    exporter.fill(menu, lambda: None)
    assert not any(action.isEnabled() for action in menu.actions())
