# SPDX-License-Identifier: GPL-2.0-or-later
"""The view of the measures: a band over each theme, rows to drag."""

from __future__ import annotations

from typing import Dict, Optional, Sequence

from qgis.PyQt.QtCore import QModelIndex, QRect, Qt
from qgis.PyQt.QtGui import QPainter
from qgis.PyQt.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from . import look
from .measure_column import MeasureColumn
from .measures_model import BAND_ROLE
from .views import FlatView


class MeasuresView(FlatView):
    """Rows where a theme begins are higher, and have the theme and its share above them.

    The bands are painted, not rows: every top-level row is a measure.
    """

    def __init__(
        self,
        widths: Dict[int, int],
        wanted: Sequence[int],
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__("measuresView", MeasureColumn.MEASURE, widths, wanted, 1, parent)
        self.setUniformRowHeights(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)

    def visualRect(self, index: QModelIndex) -> QRect:  # noqa: N802 (Qt's name)
        """Where a cell is: below the band, so that editors and ticks are where they are painted."""
        rect = super().visualRect(index)
        return rect.adjusted(0, self._band_height(index), 0, 0) if rect.isValid() else rect

    def drawRow(  # noqa: N802
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex
    ) -> None:
        """The band, where there is one, and the row below it."""
        height = self._band_height(index)
        row = QStyleOptionViewItem(option)
        if height:
            band = QRect(0, option.rect.top(), self.viewport().width(), height)
            self._paint_band(painter, band, *_first(index).data(BAND_ROLE))
            row.rect = option.rect.adjusted(0, height, 0, 0)
        super().drawRow(painter, row, index)

    def _band_height(self, index: QModelIndex) -> int:
        has_band = index.isValid() and bool(_first(index).data(BAND_ROLE))
        return look.band_height(self.font()) if has_band else 0

    def _paint_band(self, painter: QPainter, band: QRect, theme: str, share: str) -> None:
        painter.save()
        painter.fillRect(band, look.mixed(self.palette().base().color(), look.hairline(self.palette()), 0.45))
        inner = band.adjusted(6, 0, -6, 0)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(look.smaller(self.font()))
        painter.setPen(look.secondary(self.palette()))
        painter.drawText(inner, middle | int(Qt.AlignmentFlag.AlignRight), share)
        room = inner.width() - painter.fontMetrics().horizontalAdvance(share) - 8
        painter.setFont(look.bold(look.smaller(self.font())))
        painter.setPen(self.palette().text().color())
        shown = painter.fontMetrics().elidedText(theme, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, middle | int(Qt.AlignmentFlag.AlignLeft), shown)
        painter.restore()


def _first(index: QModelIndex) -> QModelIndex:
    return index.sibling(index.row(), MeasureColumn.MEASURE)
