# SPDX-License-Identifier: GPL-2.0-or-later
"""The room that a table of measures leaves on the back of a sheet, for a list that goes on there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from qgis.core import QgsLayoutFrame, QgsLayoutItemManualTable, QgsLayoutTable, QgsPrintLayout
from qgis.PyQt.QtCore import QRectF

from . import items
from .row_heights import written_height

_HEADING, _GAP, _LEAST = 5.0, 5.0, 25.0
"""Millimetres: of the heading, above it, and less than which is no use."""


@dataclass(frozen=True, eq=False)
class SpareRoom:
    """A place below the measures, in millimetres.

    Attributes
    ----------
    above
        The frame of the measures, which `take` makes as high as they are.
    place
        Where heading and list go.
    """

    above: QgsLayoutFrame
    place: QRectF

    @property
    def heading(self) -> QRectF:
        """Where the heading stands."""
        return QRectF(self.place.x(), self.place.y(), self.place.width(), _HEADING)

    @property
    def list(self) -> QRectF:
        """Where the rows stand."""
        return self.place.adjusted(0, _HEADING, 0, 0)

    @property
    def page(self) -> int:
        """On which page, from 0."""
        return int(self.above.page())

    def take(self) -> None:
        """Let the measures have no more room than they need."""
        box = items.box(self.above)
        box.setBottom(self.place.y() - _GAP)
        items.place(self.above, box)
        self.above.multiFrame().recalculateFrameSizes()


def spare_room(layout: QgsPrintLayout, table: QgsLayoutTable) -> Optional[SpareRoom]:
    """The room for a table below measures that stand on a later page; None where there is none."""
    first = table.frame(0)
    for measures, frame in items.tables(layout, items.MEASURES, QgsLayoutItemManualTable):
        box, used = items.box(frame), written_height(measures)
        place = QRectF(box.x(), box.y() + used + _GAP, box.width(), box.height() - used - _GAP)
        if len(measures.frames()) > 1:
            continue  # they fill this page themselves
        is_wide = box.width() >= first.rect().width() - _GAP
        if frame.page() > first.page() and is_wide and place.height() >= _LEAST:
            return SpareRoom(frame, place)
    return None
