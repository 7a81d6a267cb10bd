# SPDX-License-Identifier: GPL-2.0-or-later
"""The map is calm, can be told apart by everyone, and shows missing scores as missing."""

from __future__ import annotations

from collections import Counter

import pytest
from qgis.core import (
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsRenderContext,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtXml import QDomDocument

from support.layers import need_outputs, squares
from vru_need_plugin.core.scale import Makeup
from vru_need_plugin.layers.classes import need_classes
from vru_need_plugin.layers.ramp import NONE_ABOVE, ramp
from vru_need_plugin.layers.style import need_renderer
from vru_need_plugin.layers.write import memory_layer

COUNT = Makeup(whole=True, is_count=True, zero_is_none=True)
WEIGHTED = Makeup(whole=False, is_count=False, zero_is_none=True)

POLYGON = QgsWkbTypes.GeometryType.PolygonGeometry


def drawn(layer, size=(90, 30)):
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(layer.extent())
    settings.setOutputSize(QSize(*size))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def scored(scores, top, makeup=COUNT):
    layer = memory_layer(squares(), need_outputs(scores), "need_", "Need")
    layer.setRenderer(need_renderer(POLYGON, need_classes(top, makeup), is_count=makeup.is_count))
    return layer


def commonest(image, left, right):
    pixels = Counter(image.pixelColor(x, y).getRgb()[:3] for x in range(left, right) for y in range(8, 22))
    return pixels.most_common(1)[0][0], len(pixels)


@pytest.fixture
def image(qgis_app):
    layer = scored([0.0, 5.0, None], top=5)
    return drawn(layer)


def test_each_area_has_the_colour_of_its_class(image):
    assert commonest(image, 5, 25)[0] == NONE_ABOVE
    assert commonest(image, 35, 55)[0] == ramp(5)[-1]


def test_an_area_without_a_score_is_hatched(image):
    colour, colours = commonest(image, 65, 85)
    assert colour == (255, 255, 255)
    assert colours > 1


def test_a_score_that_needs_another_class_is_never_shown_as_missing(qgis_app):
    layer = scored([2.5, 99.0, 0.001], top=5)
    image = drawn(layer)
    assert commonest(image, 5, 25)[0] == ramp(5)[2]
    assert commonest(image, 35, 55)[0] == ramp(5)[-1]
    assert commonest(image, 65, 85)[0] == ramp(5)[0]


def test_the_style_survives_a_file(qgis_app):
    layer = scored([0.0, 5.0, None], top=5)
    before = drawn(layer)
    document = QDomDocument()
    layer.exportNamedStyle(document)
    layer.setRenderer(None)
    assert layer.importNamedStyle(document)[0]
    assert drawn(layer) == before


def test_the_legend_says_what_the_number_is_and_is_not(qgis_app):
    renderer = need_renderer(POLYGON, need_classes(2, COUNT), is_count=True)
    assert [item.label() for item in renderer.legendSymbolItems()] == [
        "Need score: measures above threshold (not an index)",
        "2",
        "1",
        "0: no measure above threshold",
        "No data",
    ]


def test_a_weighted_legend_does_not_speak_of_a_number_of_measures(qgis_app):
    renderer = need_renderer(POLYGON, need_classes(3.5, WEIGHTED), is_count=False)
    labels = [item.label() for item in renderer.legendSymbolItems()]
    assert labels[0] == "Need score: sum of the weights above threshold (not an index)"
    assert labels[-2:] == ["0: no measure above threshold", "No data"]


@pytest.mark.parametrize("kind", ["Point", "LineString"])
def test_points_and_lines_are_drawn_too(kind, qgis_app):
    layer = QgsVectorLayer(f"{kind}?field=need_score:double", "x", "memory")
    renderer = need_renderer(layer.geometryType(), need_classes(3, COUNT), is_count=True)
    layer.setRenderer(renderer)
    assert renderer.symbols(QgsRenderContext())
    assert layer.renderer().type() == "categorizedSymbol"


def test_a_table_is_not_drawn():
    assert need_renderer(QgsWkbTypes.GeometryType.NullGeometry, need_classes(3, COUNT), is_count=True) is None
