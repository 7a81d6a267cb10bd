# SPDX-License-Identifier: GPL-2.0-or-later
"""What helps to read a map: legend, scale bar and north arrow."""

from __future__ import annotations

import math
from typing import List

from qgis.core import (
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
    QgsScaleBarSettings,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QFont

from .fonts import MILLIMETRES, wrapped
from .items import box
from .projection import units_in_kilometre

_Part = QgsLegendStyle.Style
_SEGMENTS = 2
_SHRINK = ((1.0, 0.0), (0.6, 0.0), (0.3, 0.0), (0.0, 0.0), (0.0, 0.5), (0.0, 1.0))
"""What is left of the space around symbols, and by how many points letters are smaller: lines of a legend
are farther apart in QGIS 3.44 than in 3.22."""
_SPACE = 0.26
"""Between the lines of a legend, in sizes of its letters."""
_RESERVE = 1.2
"""Millimetres that a legend may be higher when it is drawn than QGIS 3.44 reckons before."""
_INDENT = 4.0
"""Millimetres between a symbol and its text, and at the end of a line."""


def fill_legend(
    item: QgsLayoutItemLegend, sheet: QgsLayoutItemMap, layer: QgsVectorLayer, heading: str, lines: List[int]
) -> None:
    """Let a legend show the classes of a map under a heading that says what the number is.

    Parameters
    ----------
    lines
        Which of the renderer's lines are shown.
    """
    where = box(item)
    item.setLinkedMap(sheet)
    item.setAutoUpdateModel(False)
    group = item.model().rootGroup()
    group.clear()
    node = group.addLayer(layer)
    item.model().setLayerStyleOverrides(sheet.layerStyleOverrides())
    item.setWrapString("\n")
    font = item.style(_Part.Subgroup).font()
    columns = item.columnCount()
    width = (where.width() - (columns - 1) * item.columnSpace()) / columns
    node.setCustomProperty("legend/title-label", _heading(heading, font, width))
    QgsMapLayerLegendUtils.setLegendNodeOrder(node, lines)
    item.model().refreshLayerLegend(node)
    room = width - item.symbolWidth() - _INDENT
    for at, line in zip(lines, item.model().layerLegendNodes(node)):
        told = _broken(str(line.data(0)), item.style(_Part.SymbolLabel).font(), room)
        QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, at, told)
    item.model().refreshLayerLegend(node)
    item.setTitle("")
    _fit(item, where.height())


def _fit(item: QgsLayoutItemLegend, most: float) -> None:
    """Make the legend as high as there is room for: symbols, space and letters smaller, in need."""
    fonts = {part: item.styleFont(part) for part in (_Part.Subgroup, _Part.SymbolLabel)}
    for share, smaller in _SHRINK:
        for part, font in fonts.items():
            shrunk = QFont(font)
            shrunk.setPointSizeF(font.pointSizeF() - smaller)
            item.setStyleFont(part, shrunk)
        letters = item.styleFont(_Part.SymbolLabel).pointSizeF() * MILLIMETRES
        item.rstyle(_Part.Symbol).setMargin(QgsLegendStyle.Side.Top, _SPACE * share * letters)
        item.setSymbolHeight(letters * (1 + 0.3 * share))
        item.updateLegend()
        # The item itself keeps the size of its template until it has been drawn.
        if QgsLegendRenderer(item.model(), item.legendSettings()).minimumSize().height() <= most - _RESERVE:
            return


def _heading(text: str, font: QFont, width: float) -> str:
    """Broken before what stands in brackets, where that needs no more lines."""
    apart, together = _broken(text.replace(" (", "\n("), font, width), _broken(text, font, width)
    return apart if apart.count("\n") <= together.count("\n") else together


def _broken(text: str, font: QFont, width: float) -> str:
    """A text in lines of a width."""
    return "\n".join(wrapped(text, font, width))


def fill_scale_bar(item: QgsLayoutItemScaleBar, sheet: QgsLayoutItemMap, *, follows_atlas: bool) -> bool:
    """Let a scale bar count kilometres on a map; False where the map has no lengths.

    Its least and greatest widths are the template's.
    """
    units = units_in_kilometre(sheet.crs())
    if not units:
        return False
    item.setLinkedMap(sheet)
    # In the map's own units: a system whose number QGIS does not know has no others.
    item.setUnits(QgsUnitTypes.DistanceUnit.DistanceUnknownUnit)
    item.setMapUnitsPerScaleBarUnit(units)
    item.setUnitLabel("km")
    item.setNumberOfSegments(_SEGMENTS)
    item.setNumberOfSegmentsLeft(0)
    step = 0.0 if follows_atlas else _round_step(item, sheet, units)
    if step:
        item.setSegmentSizeMode(QgsScaleBarSettings.SegmentSizeMode.SegmentSizeFixed)
        item.setUnitsPerSegment(step * units)
    else:
        item.setSegmentSizeMode(QgsScaleBarSettings.SegmentSizeMode.SegmentSizeFitWidth)
    item.update()
    return True


def _round_step(item: QgsLayoutItemScaleBar, sheet: QgsLayoutItemMap, units: float) -> float:
    """The largest 1, 2 or 5 of a power of ten kilometres that the bar has room for; 0 where none fits."""
    in_kilometre = sheet.rect().width() / (sheet.extent().width() / units)
    most = item.maximumBarWidth() / _SEGMENTS / in_kilometre
    if not 0 < most < math.inf:
        return 0.0
    power = 10.0 ** math.floor(math.log10(most))
    return max(step * power for step in (1, 2, 5) if step * power <= most * (1 + 1e-9))


def fill_north(item: QgsLayoutItemPicture, sheet: QgsLayoutItemMap) -> None:
    """Let an arrow follow a map's turning."""
    item.setLinkedMap(sheet)
    item.setNorthMode(QgsLayoutItemPicture.NorthMode.GridNorth)
