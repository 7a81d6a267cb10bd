# SPDX-License-Identifier: GPL-2.0-or-later
"""A map of need scores as a picture: title, map, legend and what the score is not."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsLayout,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont

from vru_need_plugin.core.messages import NOT_AN_INDEX
from vru_need_plugin.scenario.document import Scenario

WIDTH, HEIGHT, MARGIN, LEGEND = 297.0, 210.0, 10.0, 72.0
TOP, FOOT = 30.0, 16.0
DPI = 150
INK, QUIET = QColor("#22313f"), QColor("#52616f")


def draw_map(layer: QgsVectorLayer, scenario: Scenario, path: Path) -> None:
    """Draw the layer, in the style it has, to a PNG."""
    project = QgsProject()
    project.setCrs(layer.crs())
    drawn = layer.clone()
    project.addMapLayer(drawn)
    layout = QgsLayout(project)
    layout.initializeDefaults()
    _label(layout, scenario.title, 18, (MARGIN, MARGIN, WIDTH - 2 * MARGIN, 9), bold=True)
    _label(layout, scenario.question or "", 10, (MARGIN, MARGIN + 10, WIDTH - 2 * MARGIN, 8), QUIET)
    shown = _map(layout, drawn)
    _legend(layout, shown)
    _label(layout, NOT_AN_INDEX, 9, (MARGIN, HEIGHT - FOOT, WIDTH - 2 * MARGIN, 10), QUIET)
    picture = QgsLayoutExporter(layout).renderPageToImage(0, QSize(), DPI)
    if not picture.save(str(path)):
        raise SystemExit(f"{path}: the map could not be written")


def _map(layout: QgsLayout, layer: QgsVectorLayer) -> QgsLayoutItemMap:
    item = QgsLayoutItemMap(layout)
    layout.addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(MARGIN, TOP))
    item.attemptResize(QgsLayoutSize(WIDTH - 3 * MARGIN - LEGEND, HEIGHT - TOP - FOOT - 4))
    item.setLayers([layer])
    # QGIS 3.22 exports an empty map after zoomToExtent() alone.
    item.setExtent(layer.extent())
    extent = layer.extent()
    extent.scale(1.04)
    item.zoomToExtent(extent)
    return item


def _legend(layout: QgsLayout, shown: QgsLayoutItemMap) -> None:
    item = QgsLayoutItemLegend(layout)
    item.setLinkedMap(shown)
    layout.addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(WIDTH - MARGIN - LEGEND, TOP))
    item.setAutoUpdateModel(True)
    item.setWrapString("\n")
    item.adjustBoxSize()


def _label(
    layout: QgsLayout,
    text: str,
    size: int,
    box: tuple[float, float, float, float],
    colour: QColor = INK,
    *,
    bold: bool = False,
) -> None:
    item = QgsLayoutItemLabel(layout)
    font = QFont("DejaVu Sans")
    font.setPointSizeF(size)
    font.setBold(bold)
    item.setFont(font)
    item.setFontColor(colour)
    item.setText(text)
    item.setHAlign(Qt.AlignmentFlag.AlignLeft)
    item.setVAlign(Qt.AlignmentFlag.AlignTop)
    layout.addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(box[0], box[1]))
    item.attemptResize(QgsLayoutSize(box[2], box[3]))
