# SPDX-License-Identifier: GPL-2.0-or-later
"""The measures that an area is above threshold on, as a row of small marks; what does not fit is counted."""

from __future__ import annotations

from typing import List, Sequence, Tuple

from qgis.PyQt.QtCore import QModelIndex, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFontMetrics, QPainter, QPalette
from qgis.PyQt.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ..translation import tr
from . import look
from .results_model import CHIPS_ROLE

_GAP, _PAD, _MOST = 4, 12, 150  # pixels


class ChipsDelegate(QStyledItemDelegate):
    """Paints as many chips as there is room for, then "+n"."""

    def initStyleOption(  # noqa: N802 (Qt's name)
        self, option: QStyleOptionViewItem, index: QModelIndex
    ) -> None:
        """Everything but the text, which the chips stand for."""
        super().initStyleOption(option, index)
        option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """The cell's own background, and the chips on it."""
        super().paint(painter, option, index)
        chips = index.data(CHIPS_ROLE) or ()
        if not chips:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = look.smaller(option.font)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        text = option.palette.color(
            QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        )
        left, middle = option.rect.left() + _GAP, option.rect.center().y() + 1
        for label, is_parents in fitted(chips, metrics, option.rect.width() - 2 * _GAP):
            width = metrics.horizontalAdvance(label) + _PAD
            box = QRectF(left, middle - metrics.height() / 2, width, metrics.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_fill(is_parents, selected, text))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(text)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), label)
            left += width + _GAP
        painter.restore()


def fitted(chips: Sequence[Tuple[str, bool]], metrics: QFontMetrics, room: int) -> List[Tuple[str, bool]]:
    """The chips that fit into so many pixels, elided each, and how many more there are."""
    shown: List[Tuple[str, bool]] = []
    used = 0
    for number, (title, is_parents) in enumerate(chips):
        rest = len(chips) - number - 1
        keep = _width(_more(rest), metrics) + _GAP if rest else 0
        label = metrics.elidedText(title, Qt.TextElideMode.ElideRight, min(_MOST, room - used - keep - _PAD))
        if len(label) < min(len(title), 4):
            return [*shown, (_more(rest + 1), False)]
        shown.append((label, is_parents))
        used += _width(label, metrics) + _GAP
    return shown


def _more(count: int) -> str:
    return tr("+{count}").format(count=count)


def _width(label: str, metrics: QFontMetrics) -> int:
    return metrics.horizontalAdvance(label) + _PAD


def _fill(is_parents: bool, is_selected: bool, text: QColor) -> QColor:
    fill = QColor(text if is_selected else look.ACCENT_PALE if is_parents else look.ACCENT)
    fill.setAlphaF(0.2 if is_selected else 0.3)
    return fill
