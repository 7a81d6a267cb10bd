# SPDX-License-Identifier: GPL-2.0-or-later
"""A title that is read as a heading and changed by clicking on it."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtGui import QPainter, QPaintEvent, QPalette
from qgis.PyQt.QtWidgets import QLabel, QLineEdit, QWidget

from . import look


class TitleEdit(QLineEdit):
    """A line edit without a frame; while it is not edited, a title that does not fit is elided."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self.setFont(look.bold(self.font()))
        self._heading = QLabel(self)
        self._heading.hide()
        self._take_ink()
        self.installEventFilter(self)

    def _take_ink(self) -> None:
        """Be coloured as a label is: some themes give line edits a ground of their own, and ink for that."""
        self._heading.ensurePolished()
        ink = self._heading.palette().color(QPalette.ColorRole.WindowText).name()
        style = f"QLineEdit {{ background: transparent; color: {ink}; }}"
        if style != self.styleSheet():
            self.setStyleSheet(style)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Follow a change of theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange) and hasattr(self, "_heading"):
            self._take_ink()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter and escape end the editing."""
        ends = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
        if event.type() == QEvent.Type.KeyPress and event.key() in ends:
            if event.key() == Qt.Key.Key_Escape:
                self.undo()
            self.clearFocus()
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the heading, or the editor."""
        metrics = self.fontMetrics()
        if self.hasFocus() or metrics.horizontalAdvance(self.text()) <= self.width() - 4:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        line = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 4)
        painter.drawText(self.rect().adjusted(2, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), line)
