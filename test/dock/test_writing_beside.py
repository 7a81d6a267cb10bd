# SPDX-License-Identifier: GPL-2.0-or-later
"""Long writing runs beside the window: it can be stopped, and nobody edits the layer meanwhile."""

from __future__ import annotations

import threading

import pytest
from qgis.core import QgsProject, QgsVectorLayer

from support.small_town import SCORES
from vru_need_plugin.dock import stoppable
from vru_need_plugin.dock import writing as writing_module
from vru_need_plugin.dock.write_consent import Consent
from vru_need_plugin.layers.columns import plain
from vru_need_plugin.layers.writing import edit_buffer, new_file, table_undo, table_write


@pytest.fixture
def long_writing(monkeypatch):
    """Everything counts as long, and the user agrees."""
    for module in (table_write, table_undo):
        monkeypatch.setattr(module, "QUICK_VALUES", 0)
    monkeypatch.setattr(new_file, "_QUICK_VALUES", 0)
    monkeypatch.setattr(writing_module, "ask_to_write", lambda *_: Consent(write=True, style=False))


@pytest.fixture
def held(monkeypatch):
    """Writing waits, on its own thread, until it is let go on."""
    gate, threads = threading.Event(), []
    really = table_write.make_side_table

    def wait(*given):
        threads.append(threading.current_thread())
        gate.wait(20)
        really(*given)

    monkeypatch.setattr(table_write, "make_side_table", wait)
    yield gate
    gate.set()
    assert threading.main_thread() not in threads


def finished(writing, qtbot):
    qtbot.waitUntil(lambda: not writing.writer.is_writing)


def scores_in(layer):
    return {feature["code"]: plain(feature["need_score"]) for feature in layer.getFeatures()}


def test_the_scores_arrive_and_the_button_is_itself_again(opened, long_writing, held, qtbot):
    button, layer = opened.dock.write_button, opened.session.area_layer
    button.writing.on_to_layer()
    assert button.writing.writer.is_writing
    assert button.text().startswith("Stop writing (")
    assert button.menu() is None
    held.set()
    finished(button.writing, qtbot)
    assert scores_in(layer) == SCORES
    assert button.text() == "Write scores"
    assert "6 areas" in opened.said()[0]


def test_nobody_can_begin_to_edit_the_layer_meanwhile(opened, long_writing, held, qtbot):
    writing, layer = opened.dock.write_button.writing, opened.session.area_layer
    writing.on_to_layer()
    assert not layer.startEditing()
    held.set()
    finished(writing, qtbot)
    assert layer.startEditing()
    layer.rollBack()


def test_a_project_saved_meanwhile_has_layers_that_can_be_edited(opened, long_writing, held, qtbot, tmp_path):
    writing, layer = opened.dock.write_button.writing, opened.session.area_layer
    twin, theirs = (QgsVectorLayer(layer.source(), name, "ogr") for name in ("twin", "theirs"))
    theirs.setReadOnly(True)
    project = QgsProject.instance()
    project.addMapLayers([twin, theirs])
    writing.on_to_layer()
    assert layer.readOnly()
    assert twin.readOnly()
    assert project.write(str(tmp_path / "meanwhile.qgz"))
    held.set()
    finished(writing, qtbot)
    again = QgsProject()
    assert again.read(str(tmp_path / "meanwhile.qgz"))
    saved = {one.name(): one.readOnly() for one in again.mapLayers().values()}
    assert saved == {"wards": False, "twin": False, "theirs": True}
    now = {one.name(): one.readOnly() for one in (layer, twin, theirs)}
    assert now == saved


def test_a_layer_set_to_read_only_afterwards_is_saved_so(opened, long_writing, qtbot, tmp_path):
    writing, layer = opened.dock.write_button.writing, opened.session.area_layer
    writing.on_to_layer()
    finished(writing, qtbot)
    layer.setReadOnly(True)
    assert QgsProject.instance().write(str(tmp_path / "after.qgz"))
    again = QgsProject()
    assert again.read(str(tmp_path / "after.qgz"))
    assert again.mapLayer(layer.id()).readOnly()


def test_stopping_leaves_the_layer_as_it_was(opened, long_writing, held, qtbot, tmp_path):
    button, layer = opened.dock.write_button, opened.session.area_layer
    before = (tmp_path / "wards.gpkg").read_bytes()
    button.writing.on_to_layer()
    button.click()
    held.set()
    finished(button.writing, qtbot)
    assert opened.said()[0] == "Stopped. Nothing was changed."
    assert (tmp_path / "wards.gpkg").read_bytes() == before
    assert not layer.readOnly()
    assert button.writing.last is None


def test_a_second_write_waits_for_its_turn(opened, long_writing, held, qtbot, tmp_path):
    writing = opened.dock.write_button.writing
    writing.on_to_layer()
    writing.copy_to(tmp_path / "copy.gpkg")
    writing.temporary_copy()
    assert not (tmp_path / "copy.gpkg").exists()
    held.set()
    finished(writing, qtbot)
    assert len(QgsProject.instance().mapLayers()) == 2  # the wards and the preview


def test_a_layer_that_is_removed_meanwhile_has_all_or_nothing(opened, long_writing, held, qtbot, tmp_path):
    writing, layer = opened.dock.write_button.writing, opened.session.area_layer
    writing.on_to_layer()
    QgsProject.instance().removeMapLayer(layer.id())
    held.set()
    finished(writing, qtbot)
    assert writing.last is None
    assert "“wards” has left the project meanwhile" in opened.said()[0]
    assert scores_in(QgsVectorLayer(str(tmp_path / "wards.gpkg"), "w", "ogr")) == SCORES


def test_the_dock_may_be_closed_meanwhile(opened, long_writing, held, qtbot):
    writing, layer = opened.dock.write_button.writing, opened.session.area_layer
    writing.on_to_layer()
    opened.dock.discard()
    held.set()
    finished(writing, qtbot)
    qtbot.waitUntil(lambda: not layer.readOnly())
    assert opened.said() == []
    assert "need_score" not in [field.name() for field in layer.fields()]


def test_a_write_that_is_over_when_the_dock_closes_is_seen_all_the_same(opened, long_writing, held, qtbot):
    writing, layer = opened.dock.write_button.writing, opened.session.area_layer
    writing.on_to_layer()
    writing.writer.stop = lambda: None  # too late to stop it
    opened.dock.discard()
    held.set()
    finished(writing, qtbot)
    assert scores_in(layer) == SCORES
    assert not layer.readOnly()


def test_a_copy_is_made_beside_the_window_too(opened, long_writing, qtbot, tmp_path):
    writing = opened.dock.write_button.writing
    writing.copy_to(tmp_path / "copy.gpkg")
    finished(writing, qtbot)
    made = QgsProject.instance().mapLayersByName("Small town: need score")
    assert scores_in(made[0]) == SCORES


def test_undoing_runs_beside_the_window_too(opened, long_writing, qtbot):
    writing, layer = opened.dock.write_button.writing, opened.session.area_layer
    writing.on_to_layer()
    finished(writing, qtbot)
    writing.undo()
    finished(writing, qtbot)
    assert "need_score" not in [field.name() for field in layer.fields()]


def test_an_unforeseen_error_is_told_and_the_layer_is_free_again(opened, long_writing, monkeypatch, qtbot):
    def fail(*_):
        raise ZeroDivisionError("unforeseen")

    monkeypatch.setattr(table_write, "make_side_table", fail)
    writing, layer = opened.dock.write_button.writing, opened.session.area_layer
    writing.on_to_layer()
    finished(writing, qtbot)
    assert "unforeseen error, and nothing was changed" in opened.said()[0]
    assert not layer.readOnly()


class TestWhileTheUserEdits:
    """The edit buffer belongs to the main thread; a box shows how far it is, and stops it."""

    @pytest.fixture
    def edited(self, opened, long_writing, monkeypatch):
        monkeypatch.setattr(edit_buffer, "_QUICK_VALUES", 0)
        opened.session.area_layer.startEditing()
        yield opened
        opened.session.area_layer.rollBack()

    def test_a_box_is_shown_and_the_scores_are_one_undo_step(self, edited, monkeypatch):
        shown = []
        really = stoppable.QProgressDialog.setValue
        monkeypatch.setattr(
            stoppable.QProgressDialog,
            "setValue",
            lambda dialog, value: (shown.append(dialog.isVisible()), really(dialog, value)),
        )
        edited.dock.write_button.writing.on_to_layer()
        assert True in shown
        assert scores_in(edited.session.area_layer) == SCORES
        assert edited.session.area_layer.undoStack().count() == 1

    def test_its_button_leaves_the_edits_as_they_were(self, edited, monkeypatch):
        monkeypatch.setattr(stoppable.QProgressDialog, "wasCanceled", lambda _: True)
        layer = edited.session.area_layer
        layer.changeAttributeValue(
            next(layer.getFeatures()).id(), layer.fields().indexFromName("name"), "mine"
        )
        edited.dock.write_button.writing.on_to_layer()
        assert edited.said()[0] == "Stopped. Nothing was changed."
        assert layer.undoStack().count() == 1
        assert "need_score" not in [field.name() for field in layer.fields()]
