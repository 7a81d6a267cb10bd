# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock's top line: the scenario's title, undo and redo, and the scenario menu."""

from __future__ import annotations

from functools import partial
from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAction, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from ..session.edits import retitled
from ..session.session import Session
from ..translation import tr
from . import look
from .tips import tip
from .title_edit import TitleEdit


class HeaderBar(QWidget):
    """Shows the title, starred while there are unsaved changes, and takes another.

    Parameters
    ----------
    session
        The open scenario.
    menu
        What the scenario button opens.
    """

    def __init__(self, session: Session, menu: QMenu, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._session = session
        self.title = TitleEdit(self)
        self.title.setObjectName("scenarioTitle")
        self.title.setAccessibleName(tr("Title of the scenario"))
        self.title.editingFinished.connect(self._retitle)
        self.star = QLabel("*", self)
        self.star.setToolTip(tr("There are changes that are not saved"))
        self.menu_button = QToolButton(self)
        self.menu_button.setObjectName("scenarioButton")
        self.menu_button.setText(tr("Scenario"))
        self.menu_button.setToolTip(tr("New, open, save: the scenario is everything the scores depend on"))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.menu_button.setMenu(menu)
        # Qt draws the arrow over the text of a button that is no wider than the text.
        self.menu_button.setMinimumWidth(self.menu_button.sizeHint().width() + look.MARGIN)
        self._lay_out()
        session.scenarioChanged.connect(self._show)
        session.fileChanged.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(look.MARGIN, look.GAP, look.MARGIN, look.GAP)
        line.setSpacing(2)
        line.addWidget(self.title, 1)
        line.addWidget(self.star)
        for button in (self._undo_button(), self._redo_button(), self.menu_button):
            line.addWidget(button)

    def _undo_button(self) -> QToolButton:
        stack = self._session.undo_stack
        self._undo = stack.createUndoAction(self, tr("Undo"))
        self._undo.setIcon(QgsApplication.getThemeIcon("/mActionUndo.svg"))
        return self._action_button(self._undo, "undoButton")

    def _redo_button(self) -> QToolButton:
        stack = self._session.undo_stack
        self._redo = stack.createRedoAction(self, tr("Redo"))
        self._redo.setIcon(QgsApplication.getThemeIcon("/mActionRedo.svg"))
        return self._action_button(self._redo, "redoButton")

    def _action_button(self, action: QAction, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAutoRaise(True)
        button.setDefaultAction(action)
        action.changed.connect(partial(_say_plainly, action))
        _say_plainly(action)
        return button

    def _show(self) -> None:
        session = self._session
        if not self.title.hasFocus() or not self.title.isModified():
            self.title.setText(session.scenario.title)
            self.title.setCursorPosition(0)
        self.title.setToolTip(
            tip(tr("{title}: click to change the title").format(title=session.scenario.title))
        )
        self.star.setVisible(session.has_changes)

    def _retitle(self) -> None:
        words = self.title.text().strip()
        self.title.setModified(False)
        if words and words != self._session.scenario.title:
            self._session.edit(tr("Title"), retitled(self._session.scenario, words))
        self._show()


def _say_plainly(action: QAction) -> None:
    """Let the tooltip be the action's text, in which a measure's title may look like markup."""
    action.setToolTip(tip(action.text()))  # which changes nothing more where it is so already
