# SPDX-License-Identifier: GPL-2.0-or-later
"""New, open, save, save as, recent: the scenario as a document."""

from __future__ import annotations

from pathlib import Path
from typing import Optional, Tuple

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAction, QFileDialog, QMenu, QMessageBox, QWidget

from ..scenario import codec
from ..scenario.servers import other_servers
from ..session.edits import has_areas
from ..session.recent import recent_files
from ..session.session import Session
from ..translation import tr
from .messages import Messages
from .save_dialog import ask_where_to_save
from .tips import tip


class ScenarioMenu(QMenu):
    """The scenario button's menu. Nothing unsaved is lost without a question.

    Parameters
    ----------
    session, messages
        The open scenario, and where to say what went wrong.
    """

    opened = pyqtSignal()
    """A scenario file was opened."""

    def __init__(self, session: Session, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._messages = messages
        self.setToolTipsVisible(True)
        self._add(tr("New"), self.new)
        self._add(tr("Open…"), self.choose_and_open)
        self.recent = self.addMenu(tr("Open recent"))
        self.recent.setToolTipsVisible(True)
        self.addSeparator()
        self._save = self._add(tr("Save"), self.save)
        self._save.setShortcut(QKeySequence())
        self._add(tr("Save as…"), self.save_as)
        self._revert = self._add(tr("Revert to saved"), self.revert)
        self._revert.setToolTip(tr("Give up the changes since the scenario was saved; can be undone"))
        self.addSeparator()
        reload = self._add(tr("Reload tables and areas"), session.reload)
        reload.setToolTip(tr("Read the files and the area layer again, where they were changed elsewhere"))
        self.aboutToShow.connect(self._fill)

    def _add(self, text: str, do: object) -> QAction:
        action = self.addAction(text)
        action.triggered.connect(lambda _checked=False: do())
        return action

    def _fill(self) -> None:
        session = self._session
        self._save.setEnabled(session.has_changes or session.path is None)
        self._revert.setEnabled(
            session.has_changes and (session.path is not None or session.undo_stack.cleanIndex() >= 0)
        )
        self.recent.clear()
        for path in recent_files():
            action = self.recent.addAction(path.name)
            action.setToolTip(tip(str(path)))
            action.triggered.connect(lambda _checked=False, path=path: self.open(path))
        self.recent.setEnabled(not self.recent.isEmpty())

    def new(self) -> None:
        """Begin an empty scenario."""
        if self.may_be_replaced():
            self._session.new()

    def choose_and_open(self) -> None:
        """Ask for a file and open it."""
        path, _ = QFileDialog.getOpenFileName(
            self.parentWidget(), tr("Open a scenario"), self._folder(), _filter()
        )
        if path:
            self.open(Path(path))

    def open(self, path: Path) -> bool:
        """Open a file in place of the current scenario; whether it was."""
        if not self.may_be_replaced():
            return False
        with self._messages.shown():
            if not self.may_lead_to(_servers_in(path)):
                return False
            self._session.open(path)
            self.opened.emit()
            return True
        return False

    def may_lead_to(self, servers: Tuple[str, ...]) -> bool:
        """Whether the user agrees that files are read from other computers, to which Windows logs on."""
        if not servers:
            return True
        question = tr(
            "This scenario reads files from another computer: {servers}. Open it only if you know that "
            "computer and the person whom the scenario comes from."
        )
        buttons = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self.parentWidget(),
            tr("Read from another computer?"),
            tip(question.format(servers=", ".join(servers))),
            buttons.Open | buttons.Cancel,
            buttons.Cancel,
        )
        return answer == buttons.Open

    def save(self) -> bool:
        """Save where it came from, asking where to if it came from nowhere; whether it was saved."""
        return self.save_as() if self._session.path is None else self._save_to(self._session.path)

    def save_as(self) -> bool:
        """Ask for a file and save there; whether it was saved."""
        path = ask_where_to_save(self.parentWidget(), tr("Save the scenario"), self._folder(), _filter())
        return path is not None and self._save_to(path)

    def _save_to(self, path: Path) -> bool:
        with self._messages.shown():
            self._session.save(path)
            self._messages.success(tr("Saved {path}").format(path=path))
            return True
        return False

    def revert(self) -> None:
        """Go back to what was saved last."""
        with self._messages.shown():
            path, now = self._session.path, self._session.scenario
            if path is not None:
                agreed = other_servers(now, path.parent)
                if not self.may_lead_to(tuple(one for one in _servers_in(path) if one not in agreed)):
                    return
            self._session.revert()

    def may_be_replaced(self) -> bool:
        """Whether the current scenario may go: in a file as it is, or given up by the user."""
        session = self._session
        if session.has_changes:
            words = tr("“{title}” has changes that are not saved.")
        elif session.path is None and has_areas(session.scenario):
            words = tr("“{title}” is kept in the project and in no file.")
        else:
            return True
        return self._is_saved_or_given_up(words.format(title=session.scenario.title))

    def may_be_closed(self) -> bool:
        """Whether QGIS may end: nothing unsaved, or given up by the user."""
        if not self._session.has_changes:
            return True
        words = tr("“{title}” has changes that are not saved, neither in its file nor in the project.")
        return self._is_saved_or_given_up(words.format(title=self._session.scenario.title))

    def _is_saved_or_given_up(self, question: str) -> bool:
        buttons = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self.parentWidget(),
            tr("Save the scenario?"),
            tip(question),
            buttons.Save | buttons.Discard | buttons.Cancel,
            buttons.Save,
        )
        if answer == buttons.Save:
            return self.save()
        return answer == buttons.Discard

    def _folder(self) -> str:
        path: Optional[Path] = self._session.path
        return str(path) if path is not None else ""


def _servers_in(path: Path) -> Tuple[str, ...]:
    """The other computers that a scenario file leads to."""
    return other_servers(codec.load(path), Path(path).absolute().parent)


def _filter() -> str:
    return tr("Scenarios") + " (*.json)"
