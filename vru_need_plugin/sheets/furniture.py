# SPDX-License-Identifier: GPL-2.0-or-later
"""What helps to read a map: legend, scale bar and north arrow."""

from __future__ import annotations

from typing import List

from qgis.core import (
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
    QgsScaleBarSettings,
    QgsUnitTypes,
    QgsVectorLayer,
)

from .fonts import wrapped
from .items import box
from .projection import units_in_kilometre

_Part = QgsLegendStyle.Style
_LEAST_BAR, _MOST_BAR = 0.35, 0.9


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
    told = "\n".join(wrapped(heading, font, where.width() - 2 * item.boxSpace() - 2))
    node.setCustomProperty("legend/title-label", told)
    QgsMapLayerLegendUtils.setLegendNodeOrder(node, lines)
    item.model().refreshLayerLegend(node)
    item.setTitle("")
    item.updateLegend()
    item.adjustBoxSize()


def fill_scale_bar(item: QgsLayoutItemScaleBar, sheet: QgsLayoutItemMap) -> bool:
    """Let a scale bar count kilometres on a map; False where the map has no lengths."""
    units = units_in_kilometre(sheet.crs())
    if not units:
        return False
    room = box(item).width()
    item.setLinkedMap(sheet)
    # In the map's own units: a system whose number QGIS does not know has no others.
    item.setUnits(QgsUnitTypes.DistanceUnit.DistanceUnknownUnit)
    item.setMapUnitsPerScaleBarUnit(units)
    item.setUnitLabel("km")
    item.setNumberOfSegments(2)
    item.setNumberOfSegmentsLeft(0)
    item.setSegmentSizeMode(QgsScaleBarSettings.SegmentSizeMode.SegmentSizeFitWidth)
    item.setMinimumBarWidth(room * _LEAST_BAR)
    item.setMaximumBarWidth(room * _MOST_BAR)
    item.update()
    return True


def fill_north(item: QgsLayoutItemPicture, sheet: QgsLayoutItemMap) -> None:
    """Let an arrow follow a map's turning."""
    item.setLinkedMap(sheet)
    item.setNorthMode(QgsLayoutItemPicture.NorthMode.GridNorth)
