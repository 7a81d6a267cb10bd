# SPDX-License-Identifier: GPL-2.0-or-later
"""A plain sheet to print: title, map, legend, scale bar and what the score is not.

An ordinary layout of the project, to be changed in QGIS's own layout window.
"""

from __future__ import annotations

from typing import Tuple

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeatureRenderer,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
    QgsMapLayerStyle,
    QgsPrintLayout,
    QgsProject,
    QgsScaleBarSettings,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont

from ..core.messages import NOT_AN_INDEX
from ..translation import tr

_WIDTH, _HEIGHT, _MARGIN, _LEGEND = 297.0, 210.0, 10.0, 72.0
_TOP, _FOOT = 32.0, 18.0
_INK, _QUIET = QColor("#22313f"), QColor("#52616f")
_ROOM = 1.04
_FONT = "sans-serif"
_Part = QgsLegendStyle.Style

Box = Tuple[float, float, float, float]
"""Left, top, width and height in millimetres."""


def print_layout(
    project: QgsProject,
    layer: QgsVectorLayer,
    renderer: QgsCategorizedSymbolRenderer,
    title: str,
    question: str,
) -> QgsPrintLayout:
    """Add a landscape A4 sheet to the project's layouts.

    Parameters
    ----------
    layer
        A layer of the project that the scores are written in; its own style stays as it is.
    renderer
        How the sheet draws it: the one of `style.need_renderer`.
    title, question
        The scenario's.
    """
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName(_free_name(project, title))
    wide = _WIDTH - 2 * _MARGIN
    _label(layout, title, 18, (_MARGIN, _MARGIN, wide, 9), _INK, bold=True)
    _label(layout, question, 10, (_MARGIN, _MARGIN + 10, wide, 11), _QUIET)
    sheet = _map(layout, layer, renderer)
    _legend(layout, sheet, layer, renderer)
    _scale_bar(layout, sheet)
    _label(layout, tr(NOT_AN_INDEX), 9, (_MARGIN, _HEIGHT - _FOOT + 4, wide, 10), _QUIET)
    project.layoutManager().addLayout(layout)
    return layout


def _free_name(project: QgsProject, title: str) -> str:
    taken = {layout.name() for layout in project.layoutManager().layouts()}
    name, number = title, 2
    while name in taken:
        name, number = f"{title} ({number})", number + 1
    return name


def _map(layout: QgsPrintLayout, layer: QgsVectorLayer, renderer: QgsFeatureRenderer) -> QgsLayoutItemMap:
    item = QgsLayoutItemMap(layout)
    item.setId("map")
    _place(layout, item, (_MARGIN, _TOP, _WIDTH - 3 * _MARGIN - _LEGEND, _HEIGHT - _TOP - _FOOT))
    item.setCrs(layer.crs())
    item.setLayers([layer])
    item.setKeepLayerSet(True)
    item.setLayerStyleOverrides({layer.id(): _style(layer, renderer)})
    item.setKeepLayerStyles(True)
    extent = layer.extent()
    # QGIS 3.22 exports an empty map after zoomToExtent() alone.
    item.setExtent(extent)
    extent.scale(_ROOM)
    item.zoomToExtent(extent)
    return item


def _style(layer: QgsVectorLayer, renderer: QgsFeatureRenderer) -> str:
    drawn = layer.clone()
    drawn.setRenderer(renderer.clone())
    drawn.setLabelsEnabled(False)
    style = QgsMapLayerStyle()
    style.readFromLayer(drawn)
    return style.xmlData()


def _legend(
    layout: QgsPrintLayout,
    sheet: QgsLayoutItemMap,
    layer: QgsVectorLayer,
    renderer: QgsCategorizedSymbolRenderer,
) -> None:
    """The classes; the renderer's first, which is but the statement, becomes the heading."""
    statement, *classes = renderer.categories()
    item = QgsLayoutItemLegend(layout)
    item.setId("legend")
    _place(layout, item, (_WIDTH - _MARGIN - _LEGEND, _TOP, _LEGEND, _HEIGHT - _TOP - _FOOT))
    item.setLinkedMap(sheet)
    item.setAutoUpdateModel(False)
    group = item.model().rootGroup()
    group.clear()
    node = group.addLayer(layer)
    item.model().setLayerStyleOverrides(sheet.layerStyleOverrides())
    node.setCustomProperty("legend/title-label", statement.label().replace(" (", "\n("))
    QgsMapLayerLegendUtils.setLegendNodeOrder(node, list(range(1, len(classes) + 1)))
    item.model().refreshLayerLegend(node)
    item.setWrapString("\n")
    for part, size in ((_Part.Subgroup, 10), (_Part.Group, 10), (_Part.SymbolLabel, 8)):
        item.setStyleFont(part, QFont(_FONT, size))
    item.setSymbolHeight(3.6)
    item.updateLegend()


def _scale_bar(layout: QgsPrintLayout, sheet: QgsLayoutItemMap) -> None:
    item = QgsLayoutItemScaleBar(layout)
    item.setStyle("Line Ticks Up")
    item.setLinkedMap(sheet)
    item.setUnits(QgsUnitTypes.DistanceUnit.DistanceKilometers)
    item.setMapUnitsPerScaleBarUnit(1)
    item.setUnitLabel("km")
    item.setNumberOfSegments(2)
    item.setNumberOfSegmentsLeft(0)
    item.setSegmentSizeMode(QgsScaleBarSettings.SegmentSizeMode.SegmentSizeFitWidth)
    item.setMinimumBarWidth(30)
    item.setMaximumBarWidth(_LEGEND - 10)
    layout.addLayoutItem(item)
    item.update()
    item.attemptMove(QgsLayoutPoint(_WIDTH - _MARGIN - _LEGEND, _HEIGHT - _FOOT - 14))


def _label(
    layout: QgsPrintLayout, text: str, size: int, box: Box, colour: QColor, *, bold: bool = False
) -> None:
    item = QgsLayoutItemLabel(layout)
    item.setText(text)
    font = QFont(_FONT, size)
    font.setBold(bold)
    item.setFont(font)
    item.setFontColor(colour)
    item.setHAlign(Qt.AlignmentFlag.AlignLeft)
    item.setVAlign(Qt.AlignmentFlag.AlignTop)
    _place(layout, item, box)


def _place(layout: QgsPrintLayout, item: QgsLayoutItem, box: Box) -> None:
    left, top, width, height = box
    layout.addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(left, top))
    item.attemptResize(QgsLayoutSize(width, height))
