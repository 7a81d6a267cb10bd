# SPDX-License-Identifier: GPL-2.0-or-later
"""A label of a set number of lines.

A label whose height hangs on its width makes every layout around it ask for its preferred height,
and the dock scroll where it could shrink.
"""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QRect, Qt
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QWidget

from . import look
from .tips import tip


class WrappedLabel(QLabel):
    """Plain text in small print, wrapped; the whole of it is the tooltip.

    Parameters
    ----------
    lines
        How many lines it is high.
    """

    def __init__(self, lines: int, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setFont(look.smaller(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_lines(lines)

    def set_lines(self, lines: int) -> None:
        """Make it so many lines high."""
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 2)

    def fit(self, most: int) -> None:
        """Make it as high as its text is at its present width, up to `most` lines."""
        room = QRect(0, 0, max(self.width(), 1), 10_000)
        wrap = int(Qt.TextFlag.TextWordWrap)
        needed = self.fontMetrics().boundingRect(room, wrap, self.text()).height()
        self.set_lines(min(most, max(1, -(-needed // self.fontMetrics().lineSpacing()))))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 (Qt's name)
        """No: the height is set."""
        return False

    def setText(self, text: str) -> None:  # noqa: N802
        """Show a text."""
        super().setText(text)
        self.setToolTip(tip(text))
