# SPDX-License-Identifier: GPL-2.0-or-later
"""The outlines of parents on sheets: right after every change, and one layer in the project."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsAnnotationLayer,
    QgsFeature,
    QgsGeometry,
    QgsLayoutItemMap,
    QgsPrintLayout,
    QgsRectangle,
    QgsVectorLayer,
)

from vru_need_plugin.core.feedback import Silent
from vru_need_plugin.core.messages import Cancelled
from vru_need_plugin.sheets.outline_layer import drop_unused, outline_layer


@pytest.fixture
def layer(project):
    """Four squares of four: the left two in P, the right two in Q; all in one whole."""
    fields = "field=parent:string&field=whole:string"
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:27700&{fields}", "areas", "memory")
    for x, y, parent in ((0, 0, "P"), (0, 4, "P"), (4, 0, "Q"), (4, 4, "Q")):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([parent, "all"])
        feature.setGeometry(box(x, y, x + 4, y + 4))
        layer.dataProvider().addFeatures([feature])
    layer.updateExtents()
    project.addMapLayer(layer)
    return layer


def box(*sides):
    return QgsGeometry.fromRect(QgsRectangle(*sides))


def drawn(outlines):
    """The boxes of the lines."""
    boxes = (item.boundingBox() for item in outlines.items().values())
    return sorted((one.xMinimum(), one.yMinimum(), one.xMaximum(), one.yMaximum()) for one in boxes)


def of_project(project):
    return [one for one in project.mapLayers().values() if isinstance(one, QgsAnnotationLayer)]


def ids(layer):
    return [feature.id() for feature in layer.getFeatures()]


def test_nothing_is_made_again_while_nothing_has_changed(project, layer):
    made = outline_layer(project, layer, "parent")
    assert drawn(made) == [(0, 0, 4, 8), (4, 0, 8, 8)]
    items = set(made.items())
    assert outline_layer(project, layer, "parent") is made
    assert set(made.items()) == items
    assert of_project(project) == [made]


def test_an_area_in_another_parent_changes_the_outlines(project, layer):
    made = outline_layer(project, layer, "parent")
    layer.dataProvider().changeAttributeValues({ids(layer)[1]: {0: "Q"}})
    assert outline_layer(project, layer, "parent") is made
    assert drawn(made) == [(0, 0, 4, 4), (0, 0, 8, 8)]
    assert of_project(project) == [made]


def test_an_inner_boundary_that_moves_changes_the_outlines(project, layer):
    made = outline_layer(project, layer, "parent")
    before = layer.extent()
    sides = ((0, 0, 3, 4), (0, 4, 3, 8), (3, 0, 8, 4), (3, 4, 8, 8))
    layer.dataProvider().changeGeometryValues({fid: box(*of) for fid, of in zip(ids(layer), sides)})
    assert layer.extent() == before
    assert drawn(outline_layer(project, layer, "parent")) == [(0, 0, 3, 8), (3, 0, 8, 8)]
    assert of_project(project) == [made]


def test_edits_that_are_not_saved_count(project, layer):
    outline_layer(project, layer, "parent")
    layer.startEditing()
    layer.changeAttributeValue(ids(layer)[1], 0, "Q")
    assert drawn(outline_layer(project, layer, "parent")) == [(0, 0, 4, 4), (0, 0, 8, 8)]
    layer.rollBack()


def test_each_field_of_parents_has_outlines_of_its_own(project, layer):
    outline_layer(project, layer, "parent")
    assert drawn(outline_layer(project, layer, "whole")) == [(0, 0, 8, 8)]
    assert len(of_project(project)) == 2


def test_who_stops_keeps_the_outlines_that_were_there(project, layer):
    class Stopped(Silent):
        def isCanceled(self):
            return True

    made = outline_layer(project, layer, "parent")
    layer.dataProvider().changeAttributeValues({ids(layer)[1]: {0: "Q"}})
    with pytest.raises(Cancelled):
        outline_layer(project, layer, "parent", Stopped())
    assert drawn(made) == [(0, 0, 4, 8), (4, 0, 8, 8)]
    assert drawn(outline_layer(project, layer, "parent")) == [(0, 0, 4, 4), (0, 0, 8, 8)]


def test_outlines_that_no_layout_shows_are_dropped(project, layer):
    made = outline_layer(project, layer, "parent")
    layout = QgsPrintLayout(project)
    layout.setName("kept")
    item = QgsLayoutItemMap(layout)
    item.setLayers([made, layer])
    layout.addLayoutItem(item)
    project.layoutManager().addLayout(layout)
    drop_unused(project)
    assert of_project(project) == [made]
    project.layoutManager().removeLayout(layout)
    drop_unused(project)
    assert of_project(project) == []
    assert layer.id() in project.mapLayers()
