# SPDX-License-Identifier: GPL-2.0-or-later
"""The import preview: raw rows, header, key, level and categories, and columns to tick."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.core import QgsMimeDataUtils, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QDropEvent
from qgis.PyQt.QtWidgets import QAction

from support.spreadsheet_files import write_xlsx
from vru_need_plugin.core.threshold import Direction
from vru_need_plugin.dock.table_card import Page
from vru_need_plugin.scenario.document import Rolling, ValueKind
from vru_need_plugin.scoring import load
from vru_need_plugin.session import new_table

MONTHS = [f"{year}{month:02d}" for year in (2021, 2022) for month in range(1, 13)]
CODES = [f"E0500000{number}" for number in range(1, 7)]
CHECK = int(Qt.ItemDataRole.CheckStateRole)


def written(folder, name, *rows):
    path = folder / name
    path.write_text("\n".join(",".join(map(str, row)) for row in rows) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def panel(opened):
    return opened.dock.data.tables


@pytest.fixture
def titled(panel, tmp_path):
    """A table with a title row, a header of two rows, and a borough in a column of its own."""
    rows = [("Fires in the town", "", ""), ("", "Fires", "Fires"), ("Ward", "2019", "2020")]
    path = written(tmp_path, "fires.csv", *rows, *((code, n, 2 * n) for n, code in enumerate(CODES)))
    panel.add_files([path])
    return panel


@pytest.fixture
def long(panel, tmp_path):
    """Two kinds of crime by month for each ward."""
    rows = [
        (code, kind, *(place + n for n in range(24)))
        for place, code in enumerate(CODES)
        for kind in ("Theft", "Arson")
    ]
    panel.add_files([written(tmp_path, "crime.csv", ("Code", "Kind", *MONTHS), *rows)])
    return panel


def table(window, table_id):
    return window.session.scenario.table(table_id)


def test_the_models_keep_qts_rules(titled, long, qtmodeltester):
    for model in (titled.card.reading.model, titled.picker.columns, titled.picker.grid):
        qtmodeltester.check(model)


def test_header_key_and_level_are_found_and_shown(titled):
    reading = titled.card.reading
    assert (reading.first_row.value(), reading.last_row.value()) == (2, 3)
    assert reading.key.currentText() == "Ward"
    assert reading.level.currentText() == "wards by code"
    assert reading.result.text().startswith("6 of 6 wards matched")
    assert reading.model.index(2, 1).data() == "2019"
    assert reading.model.index(2, 1).data(Qt.ItemDataRole.FontRole).bold()
    assert reading.model.index(3, 1).data(Qt.ItemDataRole.FontRole) is None
    assert reading.spread.isHidden()


def test_another_header_is_read_at_once_and_undone(titled, opened):
    reading = titled.card.reading
    titles = [titled.picker.columns.item(row).text() for row in range(titled.picker.columns.rowCount())]
    assert titles == ["Fires, latest", "Fires | 2019", "Fires | 2020"]
    reading.first_row.setValue(3)
    assert (table(opened, "fires").skip_rows, table(opened, "fires").header_rows) == (2, 1)
    assert [titled.picker.columns.item(row).text() for row in range(2)] == ["2019", "2020"]
    opened.session.undo_stack.undo()
    assert reading.first_row.value() == 2


def test_a_header_row_is_clicked(titled, opened):
    titled.card.reading.view.verticalHeader().sectionClicked.emit(2)
    assert (table(opened, "fires").skip_rows, table(opened, "fires").header_rows) == (2, 1)


def test_measures_keep_their_columns_under_another_header(titled, opened):
    titled.picker.columns.item(1).setCheckState(Qt.CheckState.Checked)
    titled.picker.take()
    titled.card.reading.show_table("fires")
    titled.card.reading.first_row.setValue(3)
    assert opened.session.scenario.measures[-1].value.columns == ("2019",)
    assert not opened.session.problems.measures


def test_a_wrong_key_is_explained_in_the_panel_and_the_right_one_mends_it(titled, opened):
    reading = titled.card.reading
    reading.view.horizontalHeader().sectionClicked.emit(1)
    assert table(opened, "fires").key_column == "Fires | 2019"
    assert "No key of the table" in reading.result.text()
    assert titled.picker.isHidden()
    reading.view.horizontalHeader().sectionClicked.emit(0)
    assert reading.result.text().startswith("6 of 6")
    assert not titled.picker.isHidden()


def test_a_long_table_is_a_grid_of_categories_by_rolling_periods(long, opened):
    picker = long.picker
    assert table(opened, "crime").spread == ("Kind",)
    assert not picker.grid_view.isHidden()
    assert picker.list.isHidden()
    grid = picker.grid
    assert [grid.index(row, 0).data() for row in range(2)] == ["Theft", "Arson"]
    heads = [grid.headerData(n, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) for n in range(1, 4)]
    assert heads == ["Last 12\nmonths", "The 12\nbefore", "Change\n%"]
    for row, column in ((0, 1), (0, 2), (1, 3)):
        assert grid.setData(grid.index(row, column), Qt.CheckState.Checked, CHECK)
    picker.take_button.click()
    theft, before, arson = opened.session.scenario.measures[-3:]
    assert theft.value.columns == (Rolling("Theft | ", 12),)
    assert before.value.columns == (Rolling("Theft | ", 12, 12),)
    assert before.title == "Theft, the 12 months before"
    assert arson.value.kind is ValueKind.PERCENT_CHANGE
    assert {m.theme for m in (theft, before, arson)} == {"Crime"}


def test_categories_are_taken_away_and_chosen_again(long, opened):
    spread = long.card.reading.spread
    for place, columns in ((0, ()), (1, ("Kind",))):
        spread.setCurrentIndex(place)
        spread.activated.emit(place)
        assert table(opened, "crime").spread == columns
    assert table(opened, "crime").values == "periods"


def test_what_is_a_measure_already_is_ticked_and_fixed(long, opened):
    grid = long.picker.grid
    grid.setData(grid.index(0, 1), Qt.CheckState.Checked, CHECK)
    long.picker.take()
    long.picker.offer("crime")
    index = grid.index(0, 1)
    assert index.data(CHECK) == Qt.CheckState.Checked
    assert not grid.setData(index, Qt.CheckState.Unchecked, CHECK)


def test_counts_become_rates_of_another_tables_column(long, opened, tmp_path):
    people = written(tmp_path, "people.csv", ("code", "Population"), *((c, 1000) for c in CODES))
    long.add_files([people])
    long.card.open_table("crime", 0)
    picker = long.picker
    place = picker.denominator.findText("per 1,000: Population")
    assert place == 1, "what counts people comes first"
    picker.denominator.setCurrentIndex(place)
    picker.grid.setData(picker.grid.index(0, 1), Qt.CheckState.Checked, CHECK)
    picker.take()
    value = opened.session.scenario.measures[-1].value
    assert (value.kind, value.denominator, value.denominator_table) == (
        ValueKind.RATIO,
        ("Population",),
        "people",
    )
    assert opened.session.scenario.measures[-1].title == "Theft, last 12 months, per 1,000"
    assert not opened.session.problems.measures


def test_the_direction_is_a_guess_that_a_click_turns_round(panel, opened, tmp_path):
    rows = ((code, n + 70, n) for n, code in enumerate(CODES))
    panel.add_files([written(tmp_path, "health.csv", ("code", "Life expectancy", "Deaths"), *rows)])
    columns = panel.picker.columns
    assert [columns.item(row, 1).text() for row in range(2)] == ["lower", "higher"]
    columns.turn_round(columns.index(1, 1))
    for row in range(2):
        columns.item(row).setCheckState(Qt.CheckState.Checked)
    panel.picker.take()
    made = opened.session.scenario.measures[-2:]
    assert [m.direction for m in made] == [Direction.LOW, Direction.LOW]
    assert {m.theme for m in made} == {"Public health"}


def test_a_tables_own_marker_for_missing_is_typed(titled, opened):
    missing = titled.card.reading.missing
    missing.setText("-999; none")
    missing.editingFinished.emit()
    assert table(opened, "fires").missing == ("-999", "none")
    opened.session.undo_stack.undo()
    assert missing.text() == ""


def test_the_preview_follows_a_newer_file_and_leaves_measures_alone(titled, opened, tmp_path):
    resets = []
    titled.card.reading.model.modelReset.connect(lambda: resets.append(1))
    opened.dock.session.edit("title", replace(opened.session.scenario, title="Other"))
    assert resets == []
    newer = written(tmp_path, "newer.csv", ("", "", ""), ("", "Fires", "Fires"), ("Ward", "2019", "2021"))
    newer.write_text(newer.read_text() + "".join(f"{code},1,2\n" for code in CODES), encoding="utf-8")
    titled.card.newer.consider(newer)
    titled.card.newer.use()
    assert titled.card.reading.model.index(2, 2).data() == "2021"


def test_search_narrows_the_columns(titled):
    titled.picker.search.setText("2020")
    model = titled.picker.list.model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Fires | 2020"]


def test_several_files_at_once_are_several_tables(panel, opened, tmp_path):
    files = [written(tmp_path, f"t{n}.csv", ("code", "n"), *((c, n) for c in CODES)) for n in range(3)]
    panel.add_files(files)
    assert [t.id for t in opened.session.scenario.tables[-3:]] == ["t0", "t1", "t2"]
    assert panel.card.table_id == "t2"


def test_sheets_of_a_workbook_are_offered_those_that_match_ticked(panel, opened, tmp_path):
    notes = [["About this book"], ["Nothing to see"]]
    figures = [["code", "n"], *([code, n] for n, code in enumerate(CODES))]
    path = tmp_path / "book.xlsx"
    write_xlsx(path, {"Notes": notes, "Figures": figures})
    panel.add_files([path])
    sheets = panel.sheets
    assert not sheets.isHidden()
    states = [sheets.list.item(row).checkState() for row in range(2)]
    assert states == [Qt.CheckState.Unchecked, Qt.CheckState.Checked]
    sheets.add_button.click()
    assert opened.session.scenario.tables[-1].source == f"{path}|layername=Figures"
    assert sheets.isHidden()


def test_the_menu_lists_the_projects_other_layers(panel, opened, tmp_path):
    path = written(tmp_path, "other.csv", ("code", "n"), *((c, 1) for c in CODES))
    layer = QgsVectorLayer(str(path), "R&D <b>", "ogr")
    QgsProject.instance().addMapLayer(layer)
    menu = panel.add_button.menu()
    menu.fill()
    actions = {action.text(): action for action in menu.findChildren(QAction)}
    assert "R&&D <b>" in actions
    assert opened.session.area_layer.name() not in actions
    actions["R&&D <b>"].trigger()
    assert opened.session.scenario.tables[-1].source == "project:R&D <b>"
    assert panel.card.reading.first_row.isEnabled() is False


def test_a_file_of_the_browser_is_dropped(opened, tmp_path):
    path = written(tmp_path, "fires.csv", ("code", "n"), *((c, n) for n, c in enumerate(CODES)))
    uri = QgsMimeDataUtils.Uri()
    uri.layerType, uri.providerKey, uri.name, uri.uri = "vector", "ogr", "fires", str(path)
    data = QgsMimeDataUtils.encodeUriList([uri])
    event = QDropEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    opened.dock.dropEvent(event)
    assert opened.session.scenario.tables[-1].source == str(path)


def test_the_card_closes_with_its_table(titled, opened):
    opened.session.undo_stack.undo()
    assert titled.card.isHidden()
    assert titled.card.table_id == ""


@pytest.fixture
def slowly(monkeypatch):
    """Everything counts as long."""
    for bound in ("SMALL_TEXT", "SMALL_FILE", "SMALL_CELLS"):
        monkeypatch.setattr(new_table, bound, 1)


def test_large_files_go_in_beside_the_window_and_come_to_the_same(panel, opened, tmp_path, slowly, qtbot):
    rows = [(code, n, 2 * n) for n, code in enumerate(CODES)]
    files = [written(tmp_path, name, ("Code", "a", "b"), *rows) for name in ("one.csv", "two.csv")]
    panel.add_files(files)
    assert opened.session.is_working
    assert [t.id for t in opened.session.scenario.tables] == ["figures", "survey"]
    qtbot.waitUntil(lambda: not opened.session.is_working)
    assert [t.id for t in opened.session.scenario.tables][2:] == ["one", "two"]
    assert opened.session.reports["two"].matched == 6
    assert panel.card.table_id == "two"
    assert not panel.picker.isHidden()
    assert panel.picker.columns.rowCount() == 2


def test_sheets_and_newer_files_are_looked_at_beside_the_window_too(panel, opened, tmp_path, slowly, qtbot):
    sheets = {"Notes": [["Made", "today"]], "Fires": [["Code", "Fires"], *([code, 1] for code in CODES)]}
    panel.add_files([write_xlsx(tmp_path / "book.xlsx", sheets)])
    qtbot.waitUntil(lambda: not opened.session.is_working)
    assert [panel.sheets.list.item(row).text() for row in range(2)] == [
        "book.xlsx (Notes): nothing matches",
        "book.xlsx (Fires): 6 matched",
    ]
    panel.sheets.take()
    assert opened.session.scenario.tables[-1].source.endswith("|layername=Fires")
    newer = written(tmp_path, "newer.csv", ("code", "robbery", "income"), *((c, 1, 1) for c in CODES))
    panel.card.open_table("figures", Page.NEWER)
    panel.card.newer.consider(newer)
    assert panel.card.newer.use_button.isHidden()
    qtbot.waitUntil(lambda: not opened.session.is_working)
    assert not panel.card.newer.use_button.isHidden()


def test_a_file_is_read_once_on_its_way_in(panel, opened, tmp_path, monkeypatch):
    read = []
    reading = load.read_csv

    def counted(path, *others):
        read.append(path.name)
        return reading(path, *others)

    monkeypatch.setattr(load, "read_csv", counted)
    panel.add_files(
        [written(tmp_path, "one.csv", ("Code", "a"), *((code, n) for n, code in enumerate(CODES)))]
    )
    assert opened.session.reports["one"].matched == 6
    assert read == ["one.csv"]


def test_columns_found_after_the_page_was_left_stay_out_of_sight(panel, opened, slowly, qtbot):
    panel.card.open_table("figures", Page.IMPORT)
    panel.card.tabs.setCurrentIndex(Page.MATCH)
    qtbot.waitUntil(lambda: not opened.session.is_working)
    assert panel.picker.isHidden()
