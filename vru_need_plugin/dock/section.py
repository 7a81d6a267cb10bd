# SPDX-License-Identifier: GPL-2.0-or-later
"""A section of the dock, which folds to one line that states how things stand in it."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QEvent, Qt, pyqtSignal
from qgis.PyQt.QtGui import QMouseEvent, QPalette
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ..translation import tr
from . import look
from .elided import ElidedLabel


class _Heading(QToolButton):
    """A button that knows whether Ctrl was held as it was clicked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._with_ctrl = False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Note the keys before the click is told."""
        self._with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        super().mouseReleaseEvent(event)

    def take_ctrl(self) -> bool:
        """Whether the last click was with Ctrl; once asked, it is not any more."""
        held, self._with_ctrl = self._with_ctrl, False
        return held


class Section(QWidget):
    """A heading with a state line, and content below that can be folded away.

    Parameters
    ----------
    title
        The heading, in the user's language.
    content
        What is shown when the section is open.
    name
        The object name; the heading button and the state line are named after it.
    """

    toggled = pyqtSignal(bool)
    aloneWanted = pyqtSignal()
    """The user wants this section open and the others folded."""

    def __init__(self, title: str, content: QWidget, name: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.content = content
        self.header = _Heading(self)
        self.header.setObjectName(f"{name}Header")
        self.header.setAccessibleName(title)
        self.header.setText(title)
        self.header.setAutoRaise(True)
        self.header.setFont(look.bold(self.header.font()))
        self.header.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.header.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.header.clicked.connect(lambda _checked=False: self._press())
        self.state = ElidedLabel("", self)
        self.state.setObjectName(f"{name}State")
        self.state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._lay_out()
        self._colour()
        self.set_open(True)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(2, 2, look.MARGIN, 0)
        line.addWidget(self.header)
        line.addWidget(self.state, 1)
        rule = QFrame(self)
        rule.setFrameShape(QFrame.Shape.HLine)
        rule.setFrameShadow(QFrame.Shadow.Plain)
        rule.setFixedHeight(1)
        self._rule = rule
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addWidget(rule)
        whole.addLayout(line)
        whole.addWidget(self.content, 1)

    def is_open(self) -> bool:
        """Whether the content is shown."""
        return not self.content.isHidden()

    def _press(self) -> None:
        if self.header.take_ctrl():
            self.aloneWanted.emit()
        else:
            self.set_open(not self.is_open())

    def set_open(self, is_open: bool) -> None:
        """Open or fold the section."""
        self.content.setVisible(is_open)
        vertical = QSizePolicy.Policy.Preferred if is_open else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, vertical)
        self.header.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self.header.setToolTip(_tip(is_open))
        self.toggled.emit(is_open)

    def set_state(self, text: str) -> None:
        """State in one line how things stand here."""
        self.state.setText(text)
        self.header.setAccessibleDescription(text)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Follow a change of theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "state"):
            self._colour()

    def _colour(self) -> None:
        quiet = look.secondary(self.palette())
        for widget, colour in ((self.state, quiet), (self._rule, look.hairline(self.palette()))):
            palette = QPalette(self.palette())
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            if widget.palette() != palette:
                widget.setPalette(palette)


def _tip(is_open: bool) -> str:
    if is_open:
        return tr("Fold this section; with Ctrl, fold the others")
    return tr("Open this section; with Ctrl, fold the others")
