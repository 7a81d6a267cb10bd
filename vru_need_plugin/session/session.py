# SPDX-License-Identifier: GPL-2.0-or-later
"""The open scenario and its scores: the one place where the dock's state lives."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Callable, Optional

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.areas import AreaTable
from ..core.messages import NeedError, mark
from ..core.result import Result
from ..qt_moved import QUndoStack
from ..scenario import codec
from ..scenario.document import Scenario
from ..scoring.road import Job
from ..tables.report import TableReport
from ..translation import tr
from . import edits, paths, recent
from .area_layer import AreaLayer
from .changes import Change, change
from .errands import Errands
from .history import MergeKey, ScenarioEdit
from .problems import NO_PROBLEMS, Problems, left_out
from .raw_tables import RawTables
from .work import Outcome, moved_on
from .worker import Worker


class Session(QObject):
    """One scenario, open for editing, and what it comes to.

    Every edit makes a new document and goes through the undo stack; what has to be worked out
    again is found by comparing the documents. Thresholds and weights are rescored at once;
    heavier work may run as a task, and what it brings is dropped where the scenario has moved
    on in the meantime.

    Parameters
    ----------
    project
        The project whose layers the scenario may use.

    Attributes
    ----------
    scenario
        The document, its sources absolute.
    path
        The file that it was opened from or saved to; None for a new one.
    """

    scenarioChanged = pyqtSignal()
    """The document is another: an edit, undo, redo, or another scenario altogether."""
    fileChanged = pyqtSignal()
    """Path or saved state are others."""
    areasChanged = pyqtSignal()
    """The areas were read anew, or are gone."""
    jobChanged = pyqtSignal()
    """Tables were read and measures prepared anew; reports are new."""
    resultChanged = pyqtSignal()
    """Scores are new, or gone."""
    problemsChanged = pyqtSignal()
    """Other errors are in force."""
    taskBegun = pyqtSignal(object)
    """A `BackgroundTask` is under way: scoring, or an errand."""

    def __init__(self, project: QgsProject, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._project = project
        self.scenario: Scenario = edits.empty_scenario(tr("New scenario"))
        self.path: Optional[Path] = None
        self.problems: Problems = NO_PROBLEMS
        self.job: Optional[Job] = None
        self.result: Optional[Result] = None
        self.undo_stack = QUndoStack(self)
        self.undo_stack.cleanChanged.connect(self.fileChanged)
        self._area_layer = AreaLayer(project, self)
        self._area_layer.changed.connect(self.reload)
        self._area_layer.lost.connect(self._lose_areas)
        self._worker = Worker(project, self)
        self._worker.done.connect(self._take)
        self._worker.cancelled.connect(self._give_up)
        self.errands = Errands(self)
        for runner in (self._worker, self.errands):
            runner.taskBegun.connect(self.taskBegun)

    # The document as a whole

    def new(self) -> None:
        """Begin an empty scenario."""
        self._replace_document(edits.empty_scenario(tr("New scenario")), None)

    def open(self, path: Path) -> None:
        """Open a scenario file in place of the current one.

        Raises
        ------
        NeedError
            The file cannot be read as a scenario; the current one stays open.
        """
        path = Path(path).absolute()
        scenario = paths.load(path)
        recent.remember(path)
        self._replace_document(scenario, path)

    def take_over(self, scenario: Scenario, path: Optional[Path], is_saved: bool) -> None:
        """Open a document that comes from elsewhere than its file: the project, or before.

        Parameters
        ----------
        scenario, path
            The document, its sources absolute, and its file, where it has one.
        is_saved
            Whether it is what the file (without one, the project) holds.
        """
        self._replace_document(scenario, path)
        if not is_saved:
            self.undo_stack.resetClean()
            self.fileChanged.emit()

    def revert(self) -> None:
        """Give up the changes, undoably: back to what the file (without one, the project) holds.

        Raises
        ------
        NeedError
            The file cannot be read any more.
        """
        if self.path is not None:
            self.edit(tr("Revert to saved"), paths.load(self.path))
            self.undo_stack.setClean()
        elif self.undo_stack.cleanIndex() >= 0:
            self.undo_stack.setIndex(self.undo_stack.cleanIndex())

    def save(self, path: Optional[Path] = None) -> None:
        """Save under the current path, or another.

        Raises
        ------
        NeedError
            There is nothing worth saving yet, or the file cannot be written.
        """
        target = Path(path).absolute() if path is not None else self.path
        if target is None or not edits.has_areas(self.scenario):
            raise NeedError(mark("Choose the area layer first: a scenario cannot be saved without one."))
        codec.save(paths.relative(self.scenario, target.parent), target)
        recent.remember(target)
        self.path = target
        self.undo_stack.setClean()
        self.fileChanged.emit()

    def portable_scenario(self) -> Scenario:
        """The document with sources relative to its own file, where it has one."""
        return self.scenario if self.path is None else paths.relative(self.scenario, self.path.parent)

    @property
    def is_working(self) -> bool:
        """Whether something is scored, read or compared beside the window."""
        return self._worker.is_working or self.errands.is_working

    @property
    def is_scoring(self) -> bool:
        """Whether the scores of the scenario are being worked out beside the window."""
        return self._worker.is_working

    @property
    def fits_areas(self) -> bool:
        """Whether there are scores of the areas as read, be it those from before the last change."""
        return self.result is not None and self.job is not None and self.job.areas is self.areas

    @property
    def is_up_to_date(self) -> bool:
        """Whether there are scores, and they are those of the scenario and the areas as they are now."""
        is_same = self.job is not None and self.job.scenario == self.scenario
        return is_same and self.fits_areas and not self.is_scoring

    @property
    def raw_tables(self) -> RawTables:
        """The cells that were read, of the tables of the open scenario."""
        return self._worker.raw_tables

    @property
    def has_changes(self) -> bool:
        """Whether the scenario has edits that no file holds."""
        return not self.undo_stack.isClean()

    def _replace_document(self, scenario: Scenario, path: Optional[Path]) -> None:
        self.undo_stack.clear()
        self.path = path
        self.errands.forget()
        self._worker.forget()
        self._drop_areas()
        self.scenario = scenario
        self.scenarioChanged.emit()
        self.fileChanged.emit()
        self._start(Change.AREAS)

    # Edits

    def edit(self, text: str, scenario: Scenario, merge: MergeKey = None) -> None:
        """Take an edited document, undoable under the name `text`.

        Edits of one `merge` key that follow each other closely become one.
        """
        if scenario != self.scenario:
            self.undo_stack.push(ScenarioEdit(self._apply, self.scenario, scenario, text, merge))

    def rewrite(self, rewritten: Callable[[Scenario], Scenario]) -> None:
        """Say the same in other words, now and in all that can be undone; nothing is an edit."""
        for number in range(self.undo_stack.count()):
            command = self.undo_stack.command(number)
            if isinstance(command, ScenarioEdit):
                command.rewrite(rewritten)
        self.undo_stack.resetClean()
        self._apply(rewritten(self.scenario))

    def _apply(self, scenario: Scenario) -> None:
        needed = change(self.scenario, scenario)
        self.scenario = scenario
        self.scenarioChanged.emit()
        self._start(needed)

    # The areas

    @property
    def area_layer(self) -> Optional[QgsVectorLayer]:
        """The layer that is scored; None before one is chosen or where it is gone."""
        return self._area_layer.layer

    @property
    def areas(self) -> Optional[AreaTable]:
        """The areas as read; None where they could not be."""
        return self._area_layer.areas

    def writing(self) -> AbstractContextManager[None]:
        """A context in which we write to the area layer ourselves, so that nothing is read again."""
        return self._area_layer.paused()

    @property
    def reports(self) -> dict[str, TableReport]:
        """The report on each table that was read, by id."""
        return self.job.reports if self.job is not None else {}

    @property
    def left_out(self) -> Optional[NeedError]:
        """What is wrong where a measure in use takes no part in the scores; None where all do."""
        return left_out(self.scenario, self.job)

    def reload(self) -> None:
        """Read areas and layers again, and files that have changed on disk or could not be read."""
        self._start(Change.AREAS)

    def _lose_areas(self) -> None:
        self._worker.forget()
        gone = mark("The area layer was removed from the project. Choose it again, or another.")
        self._set_outcome(None, None, Problems(areas=NeedError(gone)))
        self.areasChanged.emit()

    def _drop_areas(self) -> None:
        self._area_layer.forget()
        self._set_outcome(None, None, NO_PROBLEMS)
        self.areasChanged.emit()

    # The work

    def _start(self, needed: Change) -> None:
        """Bring the scores up to date, starting as far back as the change asks for."""
        if needed is Change.AREAS and not self._read_areas():
            return
        unscored = self.job is None and not self._worker.is_working
        if needed >= Change.MEASURES or (needed >= Change.WORDS and unscored):
            if self.areas is not None:
                self._worker.start(self.scenario, self.areas, anew=needed >= Change.TABLES)
        elif needed >= Change.WORDS and not self._worker.is_working:
            self._take_rules(needed)

    def _read_areas(self) -> bool:
        """Whether there are areas to score; what keeps them away becomes a problem."""
        problems = NO_PROBLEMS
        try:
            self._area_layer.read(self.scenario.areas)
        except NeedError as error:
            problems = Problems(areas=error)
        if self.areas is None:
            self._worker.forget()  # what is under way is for areas that were
            self._set_outcome(None, None, problems)
        self.areasChanged.emit()
        return self.areas is not None

    def _take_rules(self, needed: Change) -> None:
        """Thresholds, weights, options and words of the document, on the columns as prepared."""
        if self.job is None or self.result is None:
            return
        self.job, self.result = moved_on(self.job, self.result, self.scenario, needed)
        if needed >= Change.RULES:
            self.resultChanged.emit()

    def _take(self, outcome: Outcome) -> None:
        """What the worker brings; the rules may have moved on while it was away."""
        job, result = outcome.job, outcome.result
        needed = change(outcome.scenario, self.scenario)
        if job is not None and result is not None and Change.NOTHING < needed <= Change.SETTINGS:
            job, result = moved_on(job, result, self.scenario, needed)
        self._set_outcome(job, result, outcome.problems)

    def _give_up(self) -> None:
        stopped = mark("Scoring was stopped. It starts again with the next change, or with Reload.")
        self._set_outcome(None, None, Problems(whole=NeedError(stopped)))

    def _set_outcome(self, job: Optional[Job], result: Optional[Result], problems: Problems) -> None:
        self.job, self.result, self.problems = job, result, problems
        self.jobChanged.emit()
        self.resultChanged.emit()
        self.problemsChanged.emit()

    def close(self) -> None:
        """Stop what runs and let go of layers; the session is not used afterwards."""
        self.errands.forget()
        self._worker.close()
        self._area_layer.forget()
        self.blockSignals(True)
