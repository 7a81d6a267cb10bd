# SPDX-License-Identifier: GPL-2.0-or-later
"""Scale bars and arrows in the corners of a map: where they would hide areas, the map leaves them a strip."""

from __future__ import annotations

from typing import List

from qgis.core import (
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsGeometry,
    QgsLayout,
    QgsLayoutItem,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF

from . import items

_APART = 1.0
"""Millimetres between the strip and what is above it."""
_WITH_NUMBERS = 1.2
"""A bar's width with the numbers at its ends, in widths of the bar."""


def leave_strip(
    item: QgsLayoutItemMap, layer: QgsVectorLayer, project: QgsProject, box: QgsRectangle
) -> None:
    """Move a map up where scale bar or arrow would hide areas of the layer.

    Parameters
    ----------
    box
        What the map has to show, in its own system.
    """
    corners = in_corners(item)
    if not any(_hides(corner, item, layer, project) for corner in corners):
        return
    place = items.box(item)
    foot = place.bottom() - min(_box(corner).top() for corner in corners) + _APART
    if not 0 < foot < place.height() / 2:
        return
    scale = max(box.width() / place.width(), box.height() / (place.height() - foot))
    shown = QgsRectangle(box)
    shown.setYMinimum(box.yMinimum() - foot * scale)
    item.zoomToExtent(shown)
    items.place(item, place)


def in_corners(item: QgsLayoutItemMap) -> List[QgsLayoutItem]:
    """The scale bars and arrows that stand in the lower half of a map."""
    layout, where = item.layout(), items.box(item)
    where.setTop(where.center().y())
    return [
        corner for corner in _aids(layout) if corner.page() == item.page() and where.contains(_box(corner))
    ]


def _box(corner: QgsLayoutItem) -> QRectF:
    """The place of a corner's item; of a scale bar with the width that it may come to."""
    box = items.box(corner)
    if isinstance(corner, QgsLayoutItemScaleBar):
        box.setWidth(max(box.width(), corner.maximumBarWidth() * _WITH_NUMBERS))
    return box


def _aids(layout: QgsLayout) -> List[QgsLayoutItem]:
    return [
        *items.named(layout, items.SCALE_BAR, QgsLayoutItemScaleBar),
        *items.named(layout, items.NORTH, QgsLayoutItemPicture),
    ]


def _hides(corner: QgsLayoutItem, item: QgsLayoutItemMap, layer: QgsVectorLayer, project: QgsProject) -> bool:
    """Whether an area of the layer lies below an item on the map."""
    seen, place, box = item.extent(), items.box(item), _box(corner)
    scale = seen.width() / place.width()
    left = seen.xMinimum() + (box.left() - place.left()) * scale
    top = seen.yMaximum() - (box.top() - place.top()) * scale
    below = QgsGeometry.fromRect(
        QgsRectangle(left, top - box.height() * scale, left + box.width() * scale, top)
    )
    if item.crs() != layer.crs():
        below.transform(QgsCoordinateTransform(item.crs(), layer.crs(), project))
    request = QgsFeatureRequest(below.boundingBox()).setNoAttributes()
    return any(feature.geometry().intersects(below) for feature in layer.getFeatures(request))
