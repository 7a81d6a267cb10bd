# SPDX-License-Identifier: GPL-2.0-or-later
"""Numbers and names on the map: each area its own, all of them there, none on top of another."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsGeometry,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize

from support.shared import DATA, needs_data
from vru_need_plugin.layers.look.choice import Focus
from vru_need_plugin.layers.look.labels import NameFields, key_expression, key_labels, top_labels

pytestmark = pytest.mark.usefixtures("qgis_app")

FIELDS = NameFields("code", "name", "parent")
ROWS = [  # code, name, parent, need_rank, need_prank
    ("a", "Ash", "P", 2, 1),
    ("b", "Birch <b>", "P", 4, 2),
    ("c", "Cedar [% 1 + 1 %]", "P", 4, 2),
    ("d", "Dogwood", "P", None, None),
    ("e", "Elm", "Q", 1, 1),
    ("f", None, "Q", 3, 2),
]


def layer_of(rows, size=1000.0):
    layer = QgsVectorLayer(
        "Polygon?crs=EPSG:27700&field=code:string&field=name:string&field=parent:string"
        "&field=need_rank:integer&field=need_prank:integer",
        "wards",
        "memory",
    )
    features = []
    for place, row in enumerate(rows):
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(row))
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(place * size, 0, (place + 1) * size, size)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


def evaluated(layer, expression):
    """The expression's value for each area, by code."""
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    parsed = QgsExpression(expression)
    assert not parsed.hasParserError(), parsed.parserErrorString()
    found = {}
    for feature in layer.getFeatures():
        context.setFeature(feature)
        found[feature["code"]] = parsed.evaluate(context)
        assert not parsed.hasEvalError(), parsed.evalErrorString()
    return found


def placed(layer, size=(1200, 400), extent=None):
    """The labels that QGIS places: text and rectangle by feature."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setOutputDpi(96)
    settings.setOutputSize(QSize(*size))
    settings.setExtent(extent or layer.extent())
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.globalScope())
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return [
        (label.featureId, label.labelText, label.labelRect) for label in job.takeLabelingResults().allLabels()
    ]


def labelled(labeling, rows=ROWS, size=1000.0):
    layer = layer_of(rows, size)
    layer.setLabeling(labeling)
    layer.setLabelsEnabled(True)
    codes = {feature.id(): feature["code"] for feature in layer.getFeatures()}
    return {codes[feature_id]: text for feature_id, text, _ in placed(layer)}


def test_numbers_are_a_ranking_in_which_no_two_share_one():
    numbers = evaluated(layer_of(ROWS), key_expression(FIELDS, within_parent=False))
    assert numbers == {"e": 1, "a": 2, "f": 3, "b": 4, "c": 5, "d": 6}


def test_each_parents_areas_are_numbered_by_themselves():
    numbers = evaluated(layer_of(ROWS), key_expression(FIELDS))
    assert numbers == {"a": 1, "b": 2, "c": 3, "d": 4, "e": 1, "f": 2}


def test_names_of_fields_are_quoted():
    odd = NameFields('co"de', "na'me", None, "n_")
    assert not QgsExpression(key_expression(odd)).hasParserError()
    assert QgsExpression(odd.label).referencedColumns() == {'co"de', "na'me"}


def test_numbers_with_the_names_where_there_is_room():
    found = labelled(key_labels(FIELDS, Focus("parent", ("P",))))
    assert {code: " ".join(text.split()) for code, text in found.items()} == {
        "a": "1 Ash",
        "b": "2 Birch <b>",
        "c": "3 Cedar [% 1 + 1 %]",
        "d": "4 Dogwood",
    }


def test_numbers_alone_where_there_is_none():
    found = labelled(key_labels(FIELDS, Focus("parent", ("P",))), size=20.0)
    assert set(found) == {"a", "b", "c", "d"}
    layer = layer_of(ROWS, 1000.0)
    layer.setLabeling(key_labels(FIELDS, Focus("parent", ("P",))))
    layer.setLabelsEnabled(True)
    wide = QgsRectangle(layer.extent())
    wide.scale(12)
    texts = sorted(text for _, text, _ in placed(layer, (700, 250), wide))
    assert texts == ["1", "2", "3", "4"]


def test_the_first_ranks_are_named_ties_and_all():
    assert labelled(top_labels(FIELDS, 2)) == {"a": "Ash", "e": "Elm"}
    assert set(labelled(top_labels(FIELDS, 4))) == {"a", "b", "c", "e", "f"}
    assert labelled(top_labels(FIELDS, 3))["f"] == "f", "a code where there is no name"


def test_in_focus_the_ranks_within_the_parent_count():
    assert labelled(top_labels(FIELDS, 1, Focus("parent", ("P",)))) == {"a": "Ash"}


@needs_data
def test_in_a_london_borough_every_ward_has_its_number_and_no_two_labels_meet():
    source = QgsVectorLayer(
        str(DATA / "boundaries" / "London_Ward_CityMerged_2011_simplified.gpkg"), "wards", "ogr"
    )
    rows, shapes = [], []
    for place, feature in enumerate(source.getFeatures()):
        rows.append((feature["GSS_CODE"], feature["NAME"], feature["LB_GSS_CD"], place + 1, place + 1))
        shapes.append(feature.geometry())
    layer = layer_of(rows)
    with_shapes = dict(zip(sorted(layer.allFeatureIds()), shapes))
    layer.dataProvider().changeGeometryValues(with_shapes)
    layer.updateExtents()
    focus = Focus("parent", ("E09000022",))
    layer.setLabeling(key_labels(FIELDS, focus))
    layer.setLabelsEnabled(True)
    wards = [feature for feature in layer.getFeatures() if feature["parent"] == "E09000022"]
    extent = QgsRectangle()
    for ward in wards:
        extent.combineExtentWith(ward.geometry().boundingBox())
    found = placed(layer, (700, 1000), extent)
    assert sorted(feature_id for feature_id, _, _ in found) == sorted(ward.id() for ward in wards)
    numbers = sorted(int(text.split("\n")[0]) for _, text, _ in found)
    assert numbers == list(range(1, len(wards) + 1))
    assert sum("\n" in text for _, text, _ in found) >= 10, "names where there is room"
    boxes = [rectangle for _, _, rectangle in found]
    meeting = [
        (one, other)
        for place, one in enumerate(boxes)
        for other in boxes[place + 1 :]
        if one.intersects(other) and not one.intersect(other).isEmpty()
    ]
    assert not meeting
