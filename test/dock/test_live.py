# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock while its layers are edited, renamed, put elsewhere or removed; the user's own are not touched."""

from __future__ import annotations

import shutil

import pytest
from qgis.core import QgsFeature, QgsProject, QgsReadWriteContext, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtXml import QDomDocument

from support.small_town import SCORES
from vru_need_plugin.core.threshold import Threshold, ThresholdKind
from vru_need_plugin.session import edits, worker


def scores(window):
    session = window.session
    return {c: None if v != v else float(v) for c, v in zip(session.areas.codes, session.result.score)}


def style_of(layer):
    document = QDomDocument()
    element = document.createElement("style")
    layer.writeSymbology(element, document, "", QgsReadWriteContext())
    document.appendChild(element)
    return document.toString()


def everything_of(layer):
    """All that a user could miss of a layer."""
    return {
        "features": [(f.id(), f.attributes(), f.geometry().asWkt()) for f in layer.getFeatures()],
        "fields": [field.name() for field in layer.fields()],
        "style": style_of(layer),
        "editable": layer.isEditable(),
        "undo": (layer.undoStack().count(), layer.undoStack().index()),
        "selection": layer.selectedFeatureIds(),
        "name": layer.name(),
        "filter": layer.subsetString(),
        "properties": sorted(layer.customPropertyKeys()),
        "read only": layer.readOnly(),
        "joins": len(layer.vectorJoins()),
        "title": layer.metadata().title(),
    }


def work_about(window):
    """What people do in the dock, at speed."""
    session, dock = window.session, window.dock
    for weight in (3, 4, 0.5):
        session.edit("t", edits.with_measure(session.scenario, "robbery", weight=weight), ("w",))
    session.edit(
        "t", edits.with_measure(session.scenario, "income", threshold=Threshold(ThresholdKind.TOP_SHARE, 30))
    )
    session.edit("t", edits.with_measure(session.scenario, "trust", enabled=False))
    dock.results.search.setText("ash")
    dock.results.search.setText("")
    view = dock.results.view
    view.setCurrentIndex(view.model().index(1, 0))
    session.undo_stack.undo()
    dock.map.preview.setChecked(False)
    dock.map.preview.setChecked(True)
    dock.hide()
    dock.show()
    session.reload()
    QCoreApplication.processEvents()


@pytest.mark.parametrize("is_edited", [False, True])
def test_nothing_of_the_users_layer_is_touched(empty, town, tmp_path, is_edited):
    layer = QgsVectorLayer(f"{tmp_path / 'wards.gpkg'}|layername=wards", "My wards", "ogr")
    QgsProject.instance().addMapLayer(layer)
    if is_edited:
        layer.startEditing()
        layer.changeAttributeValue(2, layer.fields().indexFromName("name"), "Birchwood")
    layer.selectByIds([2, 3])
    before, file = everything_of(layer), (tmp_path / "wards.gpkg").read_bytes()
    assert empty.dock.open_scenario(town)
    work_about(empty)
    assert everything_of(layer) == before
    empty.dock.discard()
    assert everything_of(layer) == before
    assert (tmp_path / "wards.gpkg").read_bytes() == file
    if is_edited:
        layer.undoStack().undo()
        assert layer.getFeature(2)["name"] == "Birch & Co"
        layer.rollBack()


def test_the_project_gets_no_layer_but_the_preview_and_loses_it_with_the_dock(empty, town, tmp_path):
    layer = QgsVectorLayer(f"{tmp_path / 'wards.gpkg'}|layername=wards", "My wards", "ogr")
    QgsProject.instance().addMapLayer(layer)
    empty.dock.open_scenario(town)
    work_about(empty)
    preview = empty.dock.map_link.preview.layer
    assert set(QgsProject.instance().mapLayers().values()) == {layer, preview}
    empty.dock.hide()
    assert set(QgsProject.instance().mapLayers().values()) == {layer}


def test_an_edit_of_a_name_reaches_the_results(opened, qtbot):
    layer = opened.session.area_layer
    layer.startEditing()
    layer.changeAttributeValue(1, layer.fields().indexFromName("name"), "Ashdown")
    model = opened.dock.results.view.model()
    qtbot.waitUntil(lambda: model.index(0, 1).data() == "Ashdown")
    layer.rollBack()
    qtbot.waitUntil(lambda: model.index(0, 1).data() == "Ash")


def test_an_area_added_in_editing_is_scored_and_drawn(opened, qtbot):
    layer = opened.session.area_layer
    layer.startEditing()
    feature = QgsFeature(layer.getFeature(1))
    feature.setAttribute("code", "E05000007")
    feature.setAttribute("fid", None)
    assert layer.addFeature(feature)
    qtbot.waitUntil(lambda: opened.dock.results.view.model().rowCount() == 7)
    assert opened.dock.map_link.preview.layer.featureCount() == 7
    layer.rollBack()
    qtbot.waitUntil(lambda: opened.dock.results.view.model().rowCount() == 6)


def test_a_layer_put_on_another_file_takes_the_scenario_along(opened, tmp_path, qtbot):
    other = tmp_path / "other.gpkg"
    shutil.copy(tmp_path / "wards.gpkg", other)
    layer = opened.session.area_layer
    layer.setDataSource(f"{other}|layername=wards", layer.name(), "ogr")
    assert opened.session.scenario.areas.source == f"{other}|layername=wards"
    qtbot.wait(500)
    assert opened.session.area_layer is layer
    assert scores(opened) == SCORES
    assert len(QgsProject.instance().mapLayers()) == 2


def test_a_table_that_is_a_layer_is_read_again_when_its_edits_are_saved(opened, tmp_path):
    table = QgsVectorLayer("NoGeometry?field=borough:string&field=trust:double", "Survey", "memory")
    QgsProject.instance().addMapLayer(table)
    for name, trust in (("North", 80.0), ("South", 40.0)):
        feature = QgsFeature(table.fields())
        feature.setAttributes([name, trust])
        table.dataProvider().addFeature(feature)
    session = opened.session
    session.edit("t", edits.with_table(session.scenario, "survey", source="project:Survey"))
    assert scores(opened) == SCORES
    table.startEditing()
    table.changeAttributeValue(1, 1, 10.0)
    table.commitChanges()
    assert scores(opened)["E05000001"] == 4
    table.setName("Survey 2026")
    assert scores(opened)["E05000001"] == 4
    assert session.scenario.tables[1].source == "project:Survey 2026"


def test_a_project_closed_while_a_task_works_leaves_nothing_behind(empty, town, monkeypatch, qtbot):
    monkeypatch.setattr(worker, "SMALL_AREAS", 0)
    empty.dock.open_scenario(town)
    assert empty.session.is_working
    QgsProject.instance().clear()
    qtbot.waitUntil(lambda: not empty.session.is_working)
    qtbot.wait(100)
    assert empty.session.result is None
    assert not QgsProject.instance().mapLayers()
    assert empty.said() == []


def test_an_area_layer_removed_while_a_task_works_gives_no_scores(empty, town, monkeypatch, qtbot):
    monkeypatch.setattr(worker, "SMALL_AREAS", 0)
    empty.dock.open_scenario(town)
    QgsProject.instance().removeMapLayer(empty.session.area_layer.id())
    qtbot.waitUntil(lambda: not empty.session.is_working)
    qtbot.wait(100)
    assert empty.session.result is None
    assert empty.dock.results.view.model().rowCount() == 0


def test_a_dock_discarded_while_a_task_works_ends_in_peace(empty, town, monkeypatch, qtbot):
    monkeypatch.setattr(worker, "SMALL_AREAS", 0)
    empty.dock.open_scenario(town)
    empty.dock.discard()
    qtbot.wait(300)
    assert [layer.name() for layer in QgsProject.instance().mapLayers().values()] == ["wards"]


def test_edits_made_while_a_task_works_are_in_its_scores(empty, town, monkeypatch, qtbot):
    monkeypatch.setattr(worker, "SMALL_AREAS", 0)
    empty.dock.open_scenario(town)
    session = empty.session
    for weight in (3, 5, 7):
        session.edit("t", edits.with_measure(session.scenario, "robbery", weight=weight))
    session.edit("t", edits.with_measure(session.scenario, "trust", enabled=False))
    qtbot.waitUntil(lambda: not session.is_working and session.result is not None)
    assert scores(empty)["E05000001"] == 8
    assert [measure.id for measure in session.job.measures] == ["robbery", "income"]
