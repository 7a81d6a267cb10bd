# SPDX-License-Identifier: GPL-2.0-or-later
"""Area layer, fields and tables: chosen, found, added, dropped, removed."""

from __future__ import annotations

import pytest
from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import QMimeData, QPoint, Qt, QUrl
from qgis.PyQt.QtGui import QDropEvent
from qgis.PyQt.QtWidgets import QLabel, QMessageBox, QTreeView, QWidget

from support.layers import squares
from support.small_town import WARDS
from vru_need_plugin.session import edits


def combo_of(window):
    return window.dock.findChild(QgsMapLayerComboBox, "areaLayerCombo")


def tables_of(window):
    return window.dock.findChild(QTreeView, "tablesView").model()


def column(model, number, role=Qt.ItemDataRole.DisplayRole):
    return [model.index(row, number).data(role) for row in range(model.rowCount())]


@pytest.fixture
def wards(empty, tmp_path, town):
    """The small town's wards as a layer of the project, and an empty dock."""
    layer = QgsVectorLayer(f"{tmp_path / 'wards.gpkg'}|layername=wards", "wards", "ogr")
    QgsProject.instance().addMapLayer(layer)
    return layer


def dropped(window, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPoint(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dock.dropEvent(event)


def test_the_model_keeps_qts_rules(opened, qtmodeltester):
    qtmodeltester.check(tables_of(opened))


def test_a_layer_chosen_is_read_with_its_fields_found(empty, wards):
    combo_of(empty).setLayer(wards)
    areas = empty.session.scenario.areas
    assert (areas.code_field, areas.name_field) == ("code", "name")
    assert (areas.parent_code_field, areas.parent_name_field) == ("lad", "borough")
    assert len(empty.session.areas) == 6


def test_a_layer_that_joins_the_project_is_not_taken_unasked(empty, wards):
    assert empty.session.area_layer is None
    assert combo_of(empty).currentLayer() is None


def test_removing_the_chosen_layer_takes_no_other_in_its_place(empty, wards):
    other = squares(WARDS)
    QgsProject.instance().addMapLayer(other)
    combo_of(empty).setLayer(wards)
    QgsProject.instance().removeMapLayer(wards.id())
    assert empty.session.area_layer is None
    assert combo_of(empty).currentLayer() is None
    assert "removed" in str(empty.session.problems.areas)


def test_the_combo_shows_the_scenarios_own_layer(opened):
    assert combo_of(opened).currentLayer() is opened.session.area_layer


def test_undoing_the_choice_of_a_layer_empties_the_combo(empty, wards):
    combo_of(empty).setLayer(wards)
    empty.session.undo_stack.undo()
    assert combo_of(empty).currentLayer() is None
    assert empty.session.areas is None


def test_another_code_field_is_read_at_once_and_a_wrong_one_explained(opened):
    combos = opened.dock.data.areas.field_combos
    combos["code_field"].setField("borough")
    assert opened.session.problems.areas is not None
    combos["code_field"].setField("code")
    assert len(opened.session.areas) == 6


def test_tables_show_their_match(opened):
    model = tables_of(opened)
    assert column(model, 0) == ["figures.csv", "survey.csv"]
    assert column(model, 1) == ["6", "2"]
    assert column(model, 2) == ["6 of 6", "2 of 2"]
    assert column(model, 3) == ["all matched", "all matched"]


def test_a_tables_tooltip_is_its_report(opened):
    told = column(tables_of(opened), 0, Qt.ItemDataRole.ToolTipRole)[0]
    assert "6 of 6 areas" in told


def test_a_table_that_cannot_be_read_says_so_and_why(opened, tmp_path):
    (tmp_path / "survey.csv").unlink()
    opened.session.reload()
    assert column(tables_of(opened), 3) == ["all matched", "cannot be used"]
    assert "survey.csv" in column(tables_of(opened), 0, Qt.ItemDataRole.ToolTipRole)[1]


def test_dropped_files_become_tables_with_keys_found(empty, wards, tmp_path):
    combo_of(empty).setLayer(wards)
    dropped(empty, tmp_path / "figures.csv", tmp_path / "survey.csv")
    tables = empty.session.scenario.tables
    assert [table.id for table in tables] == ["figures", "survey"]
    assert [table.key_column for table in tables] == ["code", "borough"]
    assert [table.key_level.value for table in tables] == ["area", "parent"]
    assert column(tables_of(empty), 2) == ["6 of 6", "2 of 2"]


def test_ticked_columns_become_measures_in_one_undoable_step(empty, wards, tmp_path):
    combo_of(empty).setLayer(wards)
    dropped(empty, tmp_path / "figures.csv")
    picker = empty.dock.data.tables.picker
    assert not picker.isHidden()
    items = picker.columns
    assert [items.item(row).text() for row in range(items.rowCount())] == ["robbery", "income"]
    for row in range(items.rowCount()):
        items.item(row).setCheckState(Qt.CheckState.Checked)
    picker.theme.setCurrentText("Crime")
    picker.take_button.click()
    measures = empty.session.scenario.measures
    assert [(m.title, m.theme, m.weight, m.threshold.value) for m in measures] == [
        ("robbery", "Crime", 1, 10),
        ("income", "Crime", 1, 10),
    ]
    assert empty.session.result is not None
    assert picker.isHidden()
    empty.session.undo_stack.undo()
    assert empty.session.scenario.measures == ()


def test_a_dropped_scenario_is_opened(empty, town):
    dropped(empty, town)
    assert empty.session.scenario.title == "Small town"


def test_tables_wait_for_the_area_layer(empty, tmp_path, town):
    dropped(empty, tmp_path / "figures.csv")
    assert empty.session.scenario.tables == ()
    assert "layer of areas" in empty.said()[0]


def test_a_file_that_is_no_table_is_explained_and_adds_nothing(empty, wards, tmp_path):
    combo_of(empty).setLayer(wards)
    broken = tmp_path / "broken.csv"
    broken.write_bytes(b"")
    dropped(empty, broken)
    assert empty.session.scenario.tables == ()
    assert "broken.csv" in empty.said()[0]


def test_removing_a_table_asks_where_measures_go_with_it(opened, monkeypatch):
    panel = opened.dock.data.tables
    panel.view.setCurrentIndex(panel.model.index(0, 0))
    answers = [QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Yes]
    monkeypatch.setattr(QMessageBox, "question", lambda *_: answers.pop(0))
    panel.remove_button.click()
    assert len(opened.session.scenario.tables) == 2
    panel.remove_button.click()
    assert [table.id for table in opened.session.scenario.tables] == ["survey"]
    assert [m.id for m in opened.session.scenario.measures] == ["trust"]


def test_codes_that_are_listed_in_vain_are_told(opened):
    notes = opened.dock.findChild(QLabel, "scenarioNotes")
    assert notes.isHidden()
    scenario = opened.session.scenario
    opened.session.edit("t", edits.with_measure(scenario, "robbery", exclude_areas=("E09999999",)))
    opened.dock.findChild(QWidget, "dataSection").set_open(True)
    assert "E09999999" in notes.text()
    assert "exclude_areas" in notes.text()
    assert not notes.isHidden()
    opened.session.undo_stack.undo()
    assert notes.isHidden()
