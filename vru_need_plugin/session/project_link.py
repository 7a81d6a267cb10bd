# SPDX-License-Identifier: GPL-2.0-or-later
"""The open scenario goes with the project: saved with it, opened with it, closed with it."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, Optional, Tuple

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..core.messages import NeedError, mark
from ..scenario.document import Scenario
from .edits import has_areas
from .kept import Kept, folder_of, is_kept, read_kept, write_kept
from .paths import load
from .session import Session


class ProjectLink(QObject):
    """Between one session and one project.

    A scenario that is not as the project keeps it marks the project as changed, so that QGIS
    asks before it is closed. What the project keeps is opened when the dock is shown, not before.

    Parameters
    ----------
    session, project
        The open scenario, and the project that keeps it.
    may_lead_to
        Asks whether a scenario may be opened that reads files from these other computers.
    """

    failed = pyqtSignal(object)
    """What the project keeps cannot be opened, or is not to be: a `NeedError`."""
    differs = pyqtSignal(object)
    """The project's scenario was opened, and is not as in its file: the file's path."""
    closed = pyqtSignal(object)
    """The project was closed, and with it changes that are kept nowhere: a `Kept`."""

    def __init__(
        self,
        session: Session,
        project: QgsProject,
        parent: QObject,
        may_lead_to: Callable[[Tuple[str, ...]], bool],
    ) -> None:
        super().__init__(parent)
        self._may_lead_to = may_lead_to
        self._session = session
        self._project = project
        self._saved: Optional[Kept] = None
        self._being_saved: Optional[Kept] = None
        self._is_being_saved = False
        self._is_awaited = is_kept(project)
        self._is_on_disk = not project.isDirty()
        self._is_unopened = False
        self._is_shown = False
        self._is_replacing = False
        self._is_closed = False
        project.writeProject.connect(self._write)
        project.projectSaved.connect(self._take_as_saved)
        project.isDirtyChanged.connect(self._mark_again)
        project.cleared.connect(self._leave)
        project.readProject.connect(self._await)
        session.scenarioChanged.connect(self._mark)
        session.fileChanged.connect(self._mark)

    @property
    def keeps(self) -> bool:
        """Whether the saved project has the open scenario just as it is."""
        return self._kept() == self._saved

    def _kept(self) -> Optional[Kept]:
        """What there is to keep; nothing before there are areas to score."""
        session = self._session
        return Kept(session.scenario, session.path) if has_areas(session.scenario) else None

    # From the project to the session

    def set_shown(self, shown: bool) -> None:
        """Whether anybody looks: a scenario of the project is opened then."""
        self._is_shown = shown
        if shown:
            self._bring()

    def _await(self, _document: object) -> None:
        """A project was read; the scenario is opened once QGIS is done with it."""
        self._is_awaited = is_kept(self._project)
        self._is_on_disk = True
        self._is_unopened = False
        QTimer.singleShot(0, self._bring)

    def _bring(self) -> None:
        if not (self._is_awaited and self._is_shown):
            return
        self._is_awaited = False
        try:
            kept = read_kept(self._project)
            if kept is not None:
                self._ask_for_servers(kept)
        except NeedError as error:
            self._is_unopened = True
            self.failed.emit(error)
        else:
            self._saved = kept if self._is_on_disk else None
            if kept is not None:
                self._open(kept)

    def _ask_for_servers(self, kept: Kept) -> None:
        """Raise NeedError where the user does not want files to be read from another computer."""
        servers = kept.servers(folder_of(self._project))
        if servers and not self._may_lead_to(servers):
            raise NeedError(
                mark(
                    "The scenario of this project was not opened: it reads files from another computer "
                    "({servers}). The project keeps it; open the project again to be asked again."
                ),
                servers=", ".join(servers),
            )

    def _open(self, kept: Kept) -> None:
        in_file = None if kept.path is None else _scenario_in(kept.path)
        is_saved = self._is_on_disk if in_file is None else in_file == kept.scenario
        self._replace(kept, is_saved)
        if in_file not in (None, kept.scenario):
            self.differs.emit(kept.path)

    def _replace(self, kept: Optional[Kept], is_saved: bool = True) -> None:
        """Another document in the session, for which the project is not marked on the way."""
        self._is_replacing = True
        if kept is None:
            self._session.new()
        else:
            self._session.take_over(kept.scenario, kept.path, is_saved)
        self._is_replacing = False

    def bring_back(self, kept: Kept) -> None:
        """Open again what `closed` has told of, as changed."""
        self._replace(kept, is_saved=False)
        self._mark()

    def _leave(self) -> None:
        kept, was_saved = self._kept(), not self._session.has_changes or self.keeps
        self._saved, self._is_being_saved = None, False
        self._is_awaited = False
        self._replace(None)
        if kept is not None and not was_saved:
            self.closed.emit(kept)

    # From the session to the project

    def _mark(self) -> None:
        if self._is_awaited or self._is_replacing:
            return
        if self._kept() != (self._being_saved if self._is_being_saved else self._saved):
            self._project.setDirty(True)

    def _mark_again(self, is_dirty: bool) -> None:
        """The preview leaves no mark, and takes ours back with its own; QGIS does when it saves."""
        if not is_dirty:
            QTimer.singleShot(0, self._mark)

    def _write(self, _document: object) -> None:
        if self._is_awaited:
            return
        self._being_saved, self._is_being_saved = self._kept(), True
        # What could not be opened stays until another scenario takes its place.
        if self._being_saved is not None or not self._is_unopened:
            write_kept(self._project, self._being_saved)

    def _take_as_saved(self) -> None:
        if self._is_awaited:
            return
        self._saved, self._is_being_saved = self._being_saved, False
        if self._session.path is None and self.keeps:
            self._session.undo_stack.setClean()

    def close(self) -> None:
        """Let go of the project, leaving in it what its file does not have yet; once is enough."""
        if self._is_closed:
            return
        self._is_closed = True
        if not self._is_awaited and not self.keeps:
            write_kept(self._project, self._kept())
        for signal, slot in (
            (self._project.writeProject, self._write),
            (self._project.projectSaved, self._take_as_saved),
            (self._project.isDirtyChanged, self._mark_again),
            (self._project.cleared, self._leave),
            (self._project.readProject, self._await),
        ):
            signal.disconnect(slot)
        self._is_awaited = self._is_shown = False


def _scenario_in(path: Path) -> Optional[Scenario]:
    """What a file holds; None where it cannot be read."""
    try:
        return load(path)
    except NeedError:
        return None
