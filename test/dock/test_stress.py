# SPDX-License-Identifier: GPL-2.0-or-later
"""Whatever happens to the layers, files and project while scores are worked out: a message, nothing lost."""

from __future__ import annotations

import os
import sys
import traceback
from functools import partial

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDataProvider,
    QgsFeature,
    QgsField,
    QgsProject,
    QgsTask,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QVariant
from qgis.PyQt.QtWidgets import QTreeView

from support.dock_window import Window
from support.plugin_window import Window as PluginWindow
from support.small_job import write_areas
from support.small_town import SCORES, small_town
from vru_need_plugin import classFactory
from vru_need_plugin.layers import source_watch
from vru_need_plugin.session import edits, worker

WITHOUT_FIGURES = {**dict.fromkeys(list(SCORES)[:3], 0.0), **dict.fromkeys(list(SCORES)[3:], 1.0)}


@pytest.fixture(autouse=True)
def unforeseen(monkeypatch):
    """No exception ends in a slot of Qt's unseen."""
    seen = []
    monkeypatch.setattr(
        sys, "excepthook", lambda *told: seen.append("".join(traceback.format_exception(*told)))
    )
    yield
    assert seen == []


@pytest.fixture
def busy(qgis_new_project, tmp_path, monkeypatch):
    """The dock on the small town, scoring it as a task."""
    monkeypatch.setattr(source_watch, "QUIET_MS", 10)
    monkeypatch.setattr(worker, "SMALL_AREAS", 0)
    window = Window()
    assert window.dock.open_scenario(small_town(tmp_path))
    yield window
    window.close()


def finish(window, qtbot):
    qtbot.wait(40)
    qtbot.waitUntil(lambda: not window.session.is_working)


def work_again(window, qtbot):
    """Leave with a task under way."""
    finish(window, qtbot)
    window.session.reload()
    assert window.session.is_working


def scores(window):
    session = window.session
    if session.result is None:
        return None
    found = zip(session.areas.codes, session.result.score.tolist())
    return {code: None if score != score else score for code, score in found}


def layers():
    return sorted(layer.name() for layer in QgsProject.instance().mapLayers().values())


def commit(layer):
    assert layer.commitChanges(), layer.commitErrors()


def code_field(layer):
    return layer.fields().lookupField("code")


# What happens, by what it is: what is done, the scores afterwards (None: there are none), and what is said


def rename(layer, window, folder):
    layer.setName('other; "name"')


def reproject(layer, window, folder):
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))


def add(layer, window, folder):
    layer.startEditing()
    feature = QgsFeature(layer.fields())
    feature.setAttribute("code", "E05000009")
    layer.addFeature(feature)


def delete(layer, window, folder):
    layer.startEditing()
    layer.deleteFeature(next(layer.getFeatures()).id())


def delete_all(layer, window, folder):
    layer.startEditing()
    layer.selectAll()
    layer.deleteSelectedFeatures()


def delete_all_and_think_better(layer, window, folder):
    delete_all(layer, window, folder)
    layer.rollBack()


def change_a_code(layer, window, folder):
    layer.startEditing()
    layer.changeAttributeValue(next(layer.getFeatures()).id(), code_field(layer), "E05000002")


def change_another_field(layer, window, folder):
    layer.startEditing()
    layer.addAttribute(QgsField("notes", QVariant.Int))
    layer.changeAttributeValue(next(layer.getFeatures()).id(), layer.fields().lookupField("notes"), 5)


def delete_the_code_field(layer, window, folder):
    layer.startEditing()
    layer.deleteAttribute(code_field(layer))
    commit(layer)


def rename_the_code_field(layer, window, folder):
    layer.startEditing()
    layer.renameAttribute(code_field(layer), "kode")


def filter_it(layer, window, folder):
    layer.setSubsetString("code <> 'E05000006'")


def remove(layer, window, folder):
    QgsProject.instance().removeMapLayer(layer.id())


def remove_all(layer, window, folder):
    QgsProject.instance().removeAllMapLayers()


def take_its_file_away(layer, window, folder):
    (folder / "wards.gpkg").unlink()
    layer.reload()
    window.session.reload()


def replace_its_file(layer, window, folder):
    (folder / "wards.gpkg").unlink()
    rows = [(f"E0500000{at}", f"Ward {at}", "E09000001", "North") for at in range(3, 9)]
    write_areas(folder / "wards.gpkg", rows)
    layer.dataProvider().reloadData()
    window.session.reload()


def put_it_nowhere(layer, window, folder):
    layer.setDataSource("/no/where.gpkg|layername=x", "wards", "ogr", QgsDataProvider.ProviderOptions())


def put_it_on_nonsense(layer, window, folder):
    layer.setDataSource("nonsense", "wards", "memory", QgsDataProvider.ProviderOptions())


def replaced_figures(make):
    def replace_them(layer, window, folder):
        (folder / "figures.csv").unlink()
        make(folder / "figures.csv")
        window.session.reload()

    return replace_them


def clear_the_project(layer, window, folder):
    QgsProject.instance().clear()


def read_the_project_again(layer, window, folder):
    project = QgsProject.instance()
    assert project.write(str(folder / "p.qgz"))
    assert project.read(str(folder / "p.qgz"))


ADDED = {**SCORES, "E05000009": None}
LEFT = {code: score for code, score in SCORES.items() if code != "E05000001"}
OTHER_CODES = "code,robbery,income\nX1,1,2\n"
FILTERED = {code: score for code, score in SCORES.items() if code != "E05000006"}
HAPPENS = {
    "the layer is renamed": (rename, SCORES, ""),
    "the layer is reprojected": (reproject, SCORES, ""),
    "an area is added": (add, ADDED, ""),
    "an area is deleted": (delete, {**LEFT, "E05000003": 2.0}, ""),
    "all areas are deleted": (delete_all, None, "has no areas"),
    "all areas are deleted and brought back": (delete_all_and_think_better, SCORES, ""),
    "a code is made another's": (change_a_code, None, "E05000002 ×2"),
    "a field is added and filled": (change_another_field, SCORES, ""),
    "the code field is deleted": (delete_the_code_field, None, "has no field “code”"),
    "the code field is renamed": (rename_the_code_field, None, "has no field “code”"),
    "the layer is filtered": (filter_it, FILTERED, ""),
    "the layer is removed": (remove, None, "was removed from the project"),
    "all layers are removed": (remove_all, None, "was removed from the project"),
    "the layer's file is taken away": (take_its_file_away, None, "wards.gpkg” does not exist"),
    "the layer's file is another": (
        replace_its_file, {"E05000003": 2.0,
            "E05000004": 3.0,
            "E05000005": 0.0,
            "E05000006": None,
                           "E05000007": None, "E05000008": None}, "",
    ),
    "the layer is put nowhere": (put_it_nowhere, None, "cannot be read. Check that its file is still at"),
    "the layer is put on nonsense": (put_it_on_nonsense, None, "cannot be read. Check that its file"),
    "a table is taken away": (replaced_figures(lambda path: None), WITHOUT_FIGURES, "There is no such file"),
    "a table has other codes": (
        replaced_figures(lambda path: path.write_text(OTHER_CODES)), WITHOUT_FIGURES, "X1",
    ),
    "a table is a picture": (
        replaced_figures(lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n")), WITHOUT_FIGURES, "a picture",
    ),
    "a table is a pipe": (replaced_figures(os.mkfifo), WITHOUT_FIGURES, "a device or a pipe"),
    "a table is a link to itself": (
        replaced_figures(lambda path: os.symlink(path.name, path)), WITHOUT_FIGURES, "symbolic links",
    ),
    "a table is without end": (
        replaced_figures(lambda path: os.symlink("/dev/zero", path)), WITHOUT_FIGURES, "a device or a pipe",
    ),
    "a table is a folder": (replaced_figures(os.mkdir), WITHOUT_FIGURES, "a folder"),
    "the project is cleared": (clear_the_project, None, ""),
    "the project is read again": (read_the_project_again, SCORES, ""),
}  # fmt: skip


@pytest.mark.parametrize("what", HAPPENS)
def test_while_scores_are_worked_out(busy, qtbot, tmp_path, what):
    happen, expected, words = HAPPENS[what]
    work_again(busy, qtbot)
    before = busy.session.scenario
    happen(busy.session.area_layer, busy, tmp_path)
    finish(busy, qtbot)
    assert scores(busy) == expected
    problems = busy.session.problems
    told = [str(error) for error in (problems.areas, problems.whole, *problems.tables.values()) if error]
    assert [words in text for text in told] == ([True] if words else [])
    if expected is None and words:
        assert any(words in text for text in busy.said())
    assert_still_at_work(busy, qtbot)
    if "project" not in what and "put" not in what and what != "the layer is filtered":
        assert busy.session.scenario == before  # nothing of the document is lost


def assert_still_at_work(window, qtbot):
    """The dock takes a click and an edit, shows as many areas as are scored, and adds no layer."""
    shown = window.dock.findChild(QTreeView, "resultsView")
    found = scores(window)
    assert shown.model().rowCount() == len(found or {})
    if found:
        shown.setCurrentIndex(shown.model().index(0, 1))
    names = layers()
    assert len([name for name in names if "not saved" in name]) == int(found is not None)
    assert len(names) <= 2
    if window.session.scenario.measures:
        measure = window.session.scenario.measures[0]
        window.session.edit("t", edits.with_measure(window.session.scenario, measure.id, weight=7))
        finish(window, qtbot)
        window.session.undo_stack.undo()
        finish(window, qtbot)
        assert scores(window) == found


def has_ended(task):
    """Whether this task has, whatever others are under way; QGIS deletes those that have."""
    ended = (QgsTask.TaskStatus.Complete, QgsTask.TaskStatus.Terminated)
    return sip.isdeleted(task) or task.status() in ended


def test_the_plugin_is_disabled_while_scores_are_worked_out(qgis_new_project, tmp_path, monkeypatch, qtbot):
    """The task ends on its own and tells nobody; the plugin enabled again works as before."""
    monkeypatch.setattr(worker, "SMALL_AREAS", 0)
    window = PluginWindow()
    qtbot.addWidget(window.window)
    town = small_town(tmp_path)
    for _ in range(5):
        made = classFactory(window)
        made.initGui()
        assert made.open_scenario(town)
        session = made.show_dock().session
        session.reload()
        assert session.is_working
        task = session._worker._task
        made.unload()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qtbot.waitUntil(partial(has_ended, task))
    assert layers() == ["wards"]
    assert window.docks() == []


def test_a_new_project_in_the_midst_begins_with_nothing_of_the_last(busy, qtbot, tmp_path):
    folder = tmp_path / "other"
    folder.mkdir()
    other = small_town(folder)
    table = (folder / "figures.csv").read_text().replace("E05000001,10", "E05000001,0")
    (folder / "figures.csv").write_text(table)
    work_again(busy, qtbot)
    QgsProject.instance().clear()
    assert busy.dock.open_scenario(other)
    finish(busy, qtbot)
    assert scores(busy)["E05000003"] == 2
    assert str(folder) in busy.session.area_layer.source()
    assert not busy.session.undo_stack.canUndo()
    assert busy.said() == []
    assert len(layers()) == 2


def test_a_filtered_layer_is_scored_as_filtered_and_not_opened_again(busy, qtbot):
    finish(busy, qtbot)
    layer = busy.session.area_layer
    layer.setSubsetString("code = 'E05000001'")
    finish(busy, qtbot)
    assert list(scores(busy)) == ["E05000001"]
    layer.setSubsetString("")
    finish(busy, qtbot)
    assert scores(busy) == SCORES
    assert layers() == ["Live need score (not saved)", "wards"]
    assert busy.session.area_layer is layer
