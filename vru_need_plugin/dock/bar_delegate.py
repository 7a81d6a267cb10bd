# SPDX-License-Identifier: GPL-2.0-or-later
"""A score as a number beside a bar of two tones: the areas' own level, and the parent's."""

from __future__ import annotations

from qgis.PyQt.QtCore import QModelIndex, QRectF, Qt
from qgis.PyQt.QtGui import QFontMetrics, QPainter, QPalette
from qgis.PyQt.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from . import look
from .results_model import BAR_ROLE

_THICK = 8


class ScoreDelegate(QStyledItemDelegate):
    """Paints the bar left of the number, all bars from one line and to one scale."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """The number as any cell's; the bar in what room it leaves."""
        super().paint(painter, option, index)
        bar = index.data(BAR_ROLE)
        room = _room(option)
        if bar is None or room.width() < _THICK:
            return
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.hairline(option.palette))
        painter.setOpacity(0.5)
        painter.drawRect(room)
        painter.setOpacity(1.0)
        own, carried = bar
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        left = room.left()
        for share, colour in ((own, look.ACCENT), (carried, look.ACCENT_PALE)):
            width = room.width() * min(1.0, share)
            painter.setBrush(colour)
            painter.drawRect(QRectF(left, room.top(), width, room.height()))
            left += width
        if chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(option.palette.color(QPalette.ColorRole.HighlightedText))
            painter.drawRect(room)
        painter.restore()


def _room(option: QStyleOptionViewItem) -> QRectF:
    """Where the bar goes: left of the widest number, in the middle of the row."""
    numbers = QFontMetrics(option.font).horizontalAdvance("00.00") + 8
    top = option.rect.center().y() - _THICK / 2 + 1
    return QRectF(option.rect.left() + 4, top, option.rect.width() - numbers - 8, _THICK)
