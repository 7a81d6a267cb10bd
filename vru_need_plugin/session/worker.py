# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs the work at once where it is small, as a task with progress and cancel where it is not."""

from __future__ import annotations

from functools import partial
from typing import Optional, Tuple

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.areas import AreaTable
from ..core.feedback import SILENT, Feedback
from ..core.messages import mark
from ..layers.raw_tables import read_source
from ..scenario.document import Scenario
from ..scoring.cache import ScoringCache
from ..scoring.load import ReadSource
from ..translation import tr
from .problems import Problems
from .raw_tables import RawTables
from .task import BackgroundTask, attempt, in_words
from .work import Outcome, work

SMALL_AREAS = 10_000


class Worker(QObject):
    """Does one piece of work at a time; the newest request wins.

    Parameters
    ----------
    project
        Whose layers may serve as tables.

    Attributes
    ----------
    raw_tables
        The cells that were read, kept for as long as their files stay the same.
    """

    done = pyqtSignal(object)
    """An `Outcome`; never one that a later request has overtaken."""
    cancelled = pyqtSignal()
    """The user stopped the task; there is no outcome."""
    taskBegun = pyqtSignal(object)
    """A `BackgroundTask` is under way."""

    def __init__(self, project: QgsProject, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self.raw_tables = RawTables()
        self._cache = ScoringCache()
        self._task: Optional[BackgroundTask] = None
        self._generation = 0
        self._waiting: Optional[Tuple[Scenario, AreaTable]] = None
        self._is_closed = False

    @property
    def is_working(self) -> bool:
        """Whether a task is under way."""
        return self._task is not None

    def start(self, scenario: Scenario, areas: AreaTable, anew: bool) -> None:
        """Do the work for a document; `done` tells, before this returns where the work is small.

        Parameters
        ----------
        scenario, areas
            What to score.
        anew
            Whether tables that are layers of the project are to be read again, and files that could
            not be read tried again.
        """
        self._generation += 1
        self._waiting = None
        _, error = attempt(partial(self._read_layers, scenario), anew)
        if self._task is not None:
            self._waiting = (scenario, areas) if error is None else None
            self._task.cancel()
        if error is not None:
            self._tell(scenario, None, error)
        elif self._task is not None:
            return
        elif self._is_small(scenario, areas):
            self._tell(scenario, *attempt(partial(self._work, scenario, areas), SILENT))
        else:
            self._run_as_task(scenario, areas)

    def forget(self) -> None:
        """Drop what is under way, and all that was kept."""
        self._generation += 1
        self._waiting = None
        self.raw_tables = RawTables()
        self._cache = ScoringCache()
        if self._task is not None:
            self._task.cancel()

    def close(self) -> None:
        """Drop what is under way, which may end when Qt has already deleted this object."""
        self._is_closed = True
        self.forget()

    def _is_small(self, scenario: Scenario, areas: AreaTable) -> bool:
        return len(areas) <= SMALL_AREAS and self.raw_tables.unread_share(scenario) <= 1

    def _read_layers(self, scenario: Scenario, anew: bool) -> None:
        if anew:
            self.raw_tables.forget_errors()
        self.raw_tables.read_layers(scenario, self._reader(SILENT), anew)

    def _reader(self, feedback: Feedback) -> ReadSource:
        return partial(read_source, project=self._project, feedback=feedback)

    def _work(self, scenario: Scenario, areas: AreaTable, feedback: Feedback) -> Outcome:
        return work(scenario, areas, self.raw_tables, self._cache, self._reader, feedback)

    def _run_as_task(self, scenario: Scenario, areas: AreaTable) -> None:
        self._task = BackgroundTask(
            tr("Scoring {title}").format(title=scenario.title),
            partial(work, scenario, areas, self.raw_tables, self._cache, self._reader),
            partial(self._finish, self._generation, scenario),
        )
        self.taskBegun.emit(self._task)
        QgsApplication.taskManager().addTask(self._task)

    def _finish(
        self, generation: int, scenario: Scenario, outcome: Optional[Outcome], error: Optional[Exception]
    ) -> None:
        self._task = None
        if self._is_closed:
            return
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.start(*waiting, anew=False)
        elif generation == self._generation:
            self._tell(scenario, outcome, error)

    def _tell(self, scenario: Scenario, outcome: Optional[Outcome], error: Optional[Exception]) -> None:
        if error is not None:
            words = mark("Scoring stopped at an unforeseen error: {error}. The log has more.")
            outcome = Outcome(scenario, None, None, Problems(whole=in_words(error, words)))
        if outcome is None:
            self.cancelled.emit()
        else:
            self.done.emit(outcome)
