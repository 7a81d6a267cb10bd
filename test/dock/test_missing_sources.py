# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock asks for what it cannot find, and never guesses."""

from __future__ import annotations

import pytest
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QFileDialog, QInputDialog, QLabel, QMessageBox, QToolButton

Answer = QMessageBox.StandardButton


@pytest.fixture
def moved(tmp_path, town):
    """All files but the scenario in another folder."""
    there = tmp_path / "moved"
    there.mkdir()
    for name in ("wards.gpkg", "figures.csv", "survey.csv"):
        (tmp_path / name).rename(there / name)
    return there


@pytest.fixture
def panel(empty, moved, town):
    assert empty.dock.open_scenario(town)
    return empty.dock.missing


@pytest.fixture
def answers(monkeypatch):
    given = []
    monkeypatch.setattr(QMessageBox, "question", lambda *_: given.pop(0))
    return given


def locate(panel, part, monkeypatch, path):
    """Click through to the file dialog, and answer it."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    button = panel.findChild(QToolButton, f"locateButton{part}")
    button.menu().aboutToShow.emit()
    button.menu().actions()[0].trigger()


def test_nothing_is_asked_of_a_sound_scenario(opened):
    assert opened.dock.missing.isHidden()


def test_each_missing_source_is_named_with_a_button(panel):
    assert not panel.isHidden()
    words = [label.text() for label in panel.findChildren(QLabel)]
    assert [word.partition(":")[0] for word in words[1:]] == ["wards.gpkg", "figures.csv", "survey.csv"]
    buttons = panel.findChildren(QToolButton)
    assert [button.accessibleName() for button in buttons] == [
        "Locate wards.gpkg",
        "Locate figures.csv",
        "Locate survey.csv",
    ]


def test_nothing_is_taken_unasked(panel, moved):
    panel._session.reload()
    assert len(panel.missing) == 3
    assert panel._session.result is None


def test_the_others_are_taken_too_where_the_user_says_so(panel, moved, answers, monkeypatch):
    answers.append(Answer.Yes)
    locate(panel, "", monkeypatch, moved / "wards.gpkg")
    assert panel.isHidden()
    assert panel._session.result is not None
    assert panel._session.undo_stack.count() == 1
    panel._session.undo_stack.undo()
    assert len(panel.missing) == 3
    assert not panel.isHidden()


def test_only_the_one_is_taken_where_the_user_says_no(panel, moved, answers, monkeypatch):
    answers.append(Answer.No)
    locate(panel, "", monkeypatch, moved / "wards.gpkg")
    assert [one.part for one in panel.missing] == ["figures", "survey"]


def test_a_dialog_that_is_cancelled_changes_nothing(panel, monkeypatch):
    locate(panel, "figures", monkeypatch, "")
    assert panel._session.undo_stack.count() == 0


def test_which_layer_of_several_is_asked(panel, moved, answers, monkeypatch):
    from support.small_job import write_areas

    write_areas(moved / "other.gpkg", layer="first")
    layer = QgsVectorLayer(f"{moved / 'wards.gpkg'}|layername=wards", "x", "ogr")
    assert layer.isValid()
    asked = []
    monkeypatch.setattr(QInputDialog, "getItem", lambda *a: (asked.append(list(a[3])), ("", False))[1])
    monkeypatch.setattr("vru_need_plugin.session.missing.sheets_of", lambda _path: ("first", "second"))
    locate(panel, "", monkeypatch, moved / "other.gpkg")
    assert asked == [["first", "second"]]
    assert panel._session.undo_stack.count() == 0


def test_a_layer_of_the_project_can_be_taken(panel, moved):
    project = QgsProject.instance()
    layer = QgsVectorLayer(f"{moved / 'wards.gpkg'}|layername=wards", "Wards here", "ogr")
    project.addMapLayer(layer)
    button = panel.findChild(QToolButton, "locateButton")
    button.menu().aboutToShow.emit()
    (action,) = [a for a in button.menu().actions() if a.text() == "Wards here"]
    action.trigger()
    assert panel._session.area_layer is layer
    assert [one.part for one in panel.missing] == ["figures", "survey"]


def test_an_area_layer_removed_from_the_project_is_added_again_at_a_click(opened):
    QgsProject.instance().removeMapLayer(opened.session.area_layer.id())
    opened.dock.missing.findChild(QToolButton, "locateButton").click()
    assert opened.session.result is not None
    assert opened.dock.missing.isHidden()
    assert opened.said() == []
