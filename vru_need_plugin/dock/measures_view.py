# SPDX-License-Identifier: GPL-2.0-or-later
"""The view of the measures: a band over each theme, rows to drag."""

from __future__ import annotations

from typing import Any, Dict, Optional, Sequence

from qgis.PyQt.QtCore import QItemSelectionModel, QModelIndex, QRect, Qt
from qgis.PyQt.QtGui import QKeyEvent, QPainter
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
        self.setAllColumnsShowFocus(False)  # the cell that Enter would edit is to be seen

    # By the keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Left and right go from cell to cell, Enter edits one, Space uses a measure or leaves it out.

        Qt itself scrolls with left and right where whole rows are chosen, so that threshold and
        weight could not be reached without a mouse.
        """
        index, key = self.currentIndex(), event.key()
        is_plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if not index.isValid() or not is_plain:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(index, -1 if key == Qt.Key.Key_Left else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(index)
        elif key == Qt.Key.Key_Space:
            _turn_round(_first(index))
        else:
            super().keyPressEvent(event)

    def _step(self, index: QModelIndex, step: int) -> None:
        """Make the next cell of the row that can be edited the current one."""
        last = self.model().columnCount() - 1
        for column in range(index.column() + step, last + 1 if step > 0 else -1, step):
            cell = index.sibling(index.row(), column)
            if not self.isColumnHidden(column) and cell.flags() & Qt.ItemFlag.ItemIsEditable:
                # The rows that are chosen stay chosen.
                self.selectionModel().setCurrentIndex(cell, QItemSelectionModel.SelectionFlag.NoUpdate)
                return

    def edit(self, index: QModelIndex, trigger: Any = None, event: Any = None) -> Any:
        """Edit a cell; a key that is typed edits a number, and looks for a measure by its title elsewhere."""
        if trigger is None:
            return super().edit(index)
        is_typed = trigger == QAbstractItemView.EditTrigger.AnyKeyPressed
        if is_typed and index.column() not in (MeasureColumn.THRESHOLD, MeasureColumn.WEIGHT):
            return False
        return super().edit(index, trigger, event)

    # Bands

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


def _turn_round(index: QModelIndex) -> None:
    """Use a measure that was left out, and the other way round."""
    role = int(Qt.ItemDataRole.CheckStateRole)
    is_used = Qt.CheckState(index.data(role)) == Qt.CheckState.Checked
    index.model().setData(index, Qt.CheckState.Unchecked if is_used else Qt.CheckState.Checked, role)


def _first(index: QModelIndex) -> QModelIndex:
    return index.sibling(index.row(), MeasureColumn.MEASURE)
