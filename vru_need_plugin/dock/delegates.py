# SPDX-License-Identifier: GPL-2.0-or-later
"""Painting and editing of the measures' cells."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QAbstractItemModel, QModelIndex, QObject, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QPainter, QPalette, QPen
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ..core.threshold import Direction
from ..session.session import Session
from . import look
from .look import band_height
from .measure_column import MeasureColumn
from .measures_model import BADGE_ROLE, BAND_ROLE, MEASURE_ID_ROLE
from .spin_boxes import NumberBox
from .threshold_words import direction_text

_EDIT = int(Qt.ItemDataRole.EditRole)


class BadgeDelegate(QStyledItemDelegate):
    """A text with a small mark at its end, where the model gives one; room for a band above it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # noqa: N802 (Qt's name)
        """A row that begins a theme is higher by its band."""
        size = super().sizeHint(option, index)
        return size + QSize(0, band_height(option.font)) if index.data(BAND_ROLE) else size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Keep room for the mark, so that the text is elided before it."""
        mark = index.data(BADGE_ROLE)
        if not mark:
            super().paint(painter, option, index)
            return
        width = look.badge_width(option.font, mark) + 6
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        widget = option.widget
        style = widget.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, cell, painter, widget)
        inner = QStyleOptionViewItem(option)
        inner.rect = option.rect.adjusted(0, 0, -width, 0)
        super().paint(painter, inner, index)
        painter.save()
        painter.setFont(option.font)
        painter.setPen(_text_colour(option))
        look.paint_badge(painter, option.rect.right() - 4, option.rect.center().y() + 1, mark, look.ACCENT)
        painter.restore()


class NumberDelegate(QStyledItemDelegate):
    """Thresholds and weights: painted as something that can be changed, edited in a spin box.

    Every step of the spin box is an edit at once; the session makes one of those that follow
    each other.
    """

    def __init__(self, session: Session, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._session = session

    def createEditor(  # noqa: N802 (Qt's name)
        self, parent: QWidget, _option: QStyleOptionViewItem, index: QModelIndex
    ) -> QWidget:
        """A spin box with the bounds of what is edited."""
        box = NumberBox(parent)
        box.setFrame(False)
        box.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._set(box, index)
        box.valueChanged.connect(lambda _value: self.commitData.emit(box))
        return box

    def setEditorData(self, editor: QWidget, index: QModelIndex) -> None:  # noqa: N802
        """Follow the model."""
        blocked = editor.blockSignals(True)
        self._set(editor, index)
        editor.blockSignals(blocked)

    def setModelData(  # noqa: N802
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex
    ) -> None:
        """Hand the number over, where it is another."""
        editor.interpretText()
        if editor.is_edited:
            model.setData(index, editor.value(), _EDIT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """A faint frame round the number says that it can be changed; a firm one, that keys change it."""
        super().paint(painter, option, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        has_focus = option.state & QStyle.StateFlag.State_HasFocus
        pen = QPen(_text_colour(option), 2) if has_focus else QPen(look.hairline(option.palette), 1)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 1.5, -1.5, -1.5), 3, 3)
        painter.restore()

    def _set(self, box: NumberBox, index: QModelIndex) -> None:
        measure = next(m for m in self._session.scenario.measures if m.id == index.data(MEASURE_ID_ROLE))
        if index.column() == MeasureColumn.WEIGHT:
            box.set_weight(measure.weight)
        else:
            box.set_threshold(measure.threshold)


class DirectionDelegate(QStyledItemDelegate):
    """Higher or lower, chosen from a list."""

    def createEditor(  # noqa: N802
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: QModelIndex
    ) -> QWidget:
        """A combo box that is done once something is chosen."""
        combo = QComboBox(parent)
        for direction in Direction:
            combo.addItem(direction_text(direction), direction.value)
        combo.activated.connect(lambda _row: (self.commitData.emit(combo), self.closeEditor.emit(combo)))
        return combo

    def setEditorData(self, editor: QWidget, index: QModelIndex) -> None:  # noqa: N802
        """Show the measure's own direction."""
        editor.setCurrentIndex(editor.findData(index.data(_EDIT)))

    def setModelData(  # noqa: N802
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex
    ) -> None:
        """Hand the choice over."""
        if editor.currentData() != index.data(_EDIT):
            model.setData(index, editor.currentData(), _EDIT)


def _text_colour(option: QStyleOptionViewItem) -> object:
    selected = option.state & QStyle.StateFlag.State_Selected
    role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
    return option.palette.color(role)
