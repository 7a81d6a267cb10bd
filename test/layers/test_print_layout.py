# SPDX-License-Identifier: GPL-2.0-or-later
"""The sheet: drawn by the scores whatever style the layer has, and the layer left as it is."""

from __future__ import annotations

import pytest
from qgis.core import QgsLayoutExporter, QgsLayoutItemLabel, QgsLayoutItemLegend, QgsProject
from qgis.PyQt.QtCore import QSize

from support.layers import squares
from vru_need_plugin.core.messages import NOT_AN_INDEX
from vru_need_plugin.layers.classes import need_classes
from vru_need_plugin.layers.print_layout import print_layout
from vru_need_plugin.layers.ramp import NONE_ABOVE, ramp
from vru_need_plugin.layers.style import need_renderer


@pytest.fixture
def scored(qgis_new_project):
    """Three squares with scores 0, 2 and none, in QGIS's own style."""
    rows = [{"code": "a", "need_score": 0.0}, {"code": "b", "need_score": 2.0}]
    layer = squares([*rows, {"code": "c", "need_score": None}], {"need_score": "double"})
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture
def layout(scored):
    """A sheet of them."""
    renderer = need_renderer(scored.geometryType(), need_classes(2, True, 3))
    return print_layout(QgsProject.instance(), scored, renderer, "Title <b>", "Question?")


def test_the_map_is_drawn_by_the_scores_and_not_by_the_layers_style(layout):
    picture = QgsLayoutExporter(layout).renderPageToImage(0, QSize(), 40)
    colours = {
        picture.pixelColor(x, y).getRgb()[:3]
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    }
    assert ramp(2)[1] in colours
    assert NONE_ABOVE in colours


def test_the_layers_own_style_stays(layout, scored):
    assert scored.renderer().type() == "singleSymbol"


def test_the_legend_has_the_statement_for_a_heading_and_every_class(layout):
    legend = next(item for item in layout.items() if isinstance(item, QgsLayoutItemLegend))
    node = legend.model().rootGroup().findLayers()[0]
    shown = [entry.data(0) for entry in legend.model().layerLegendNodes(node)]
    assert "not an index" in node.customProperty("legend/title-label")
    assert shown == ["2 or more", "1", "0: no measure above threshold", "No data"]


def test_the_sheet_says_title_question_and_what_the_score_is_not(layout):
    told = {item.text() for item in layout.items() if isinstance(item, QgsLayoutItemLabel)}
    assert told == {"Title <b>", "Question?", NOT_AN_INDEX}


def test_a_second_sheet_has_a_name_of_its_own(layout, scored):
    renderer = need_renderer(scored.geometryType(), need_classes(2, True, 3))
    again = print_layout(QgsProject.instance(), scored, renderer, "Title <b>", "")
    assert again.name() == "Title <b> (2)"
    assert len(QgsProject.instance().layoutManager().layouts()) == 2
