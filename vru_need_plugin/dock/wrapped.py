# SPDX-License-Identifier: GPL-2.0-or-later
"""A label that takes the lines that its text needs at its width, within bounds.

A label whose height hangs on its width makes every layout around it ask for its preferred height,
and the dock scroll where it could shrink; this one's height is set, and set anew with text and width.
"""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QEvent, QRect, Qt
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QWidget

from . import look
from .tips import tip


class WrappedLabel(QLabel):
    """Plain text in small print, wrapped; the whole of it is the tooltip.

    Parameters
    ----------
    least, most
        How many lines it is high: `least` even where the text needs fewer, so that what is below it
        stays where it is, and never more than `most`.
    """

    def __init__(self, least: int, most: int, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setFont(look.smaller(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._fit()

    def _fit(self) -> None:
        """Make it as high as its text is at its present width."""
        inner = self.contentsRect()
        # What a theme puts around the text is room that the text has not.
        around = self.height() - inner.height()
        room = QRect(0, 0, max(inner.width(), 1), 10_000)
        metrics = self.fontMetrics()
        needed = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), self.text()).height()
        least, most = (lines * metrics.lineSpacing() for lines in (self._least, self._most))
        self.setFixedHeight(min(max(least, needed), most) + 2 + around)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Another width asks for another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """So does another font, or a theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """No: the height is set."""
        return False

    def setText(self, text: str) -> None:  # noqa: N802
        """Show a text."""
        super().setText(text)
        self.setToolTip(tip(text))
        self._fit()
