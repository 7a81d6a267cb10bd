# SPDX-License-Identifier: GPL-2.0-or-later
"""What a person asked for and waits for besides the scores: a file looked at, a newer one compared."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from functools import partial
from typing import Any, Callable, Deque, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.feedback import SILENT, Feedback
from ..core.messages import Cancelled
from .task import UNFORESEEN, BackgroundTask, attempt, in_words


@dataclass(frozen=True, eq=False)
class Errand:
    """Something to do that may take long.

    Attributes
    ----------
    description
        What the dock and QGIS's task list show meanwhile.
    work
        Takes a feedback and returns an outcome; touches no layer of the project and no widget.
    done
        Takes the outcome, on the main thread.
    failed
        Takes a `NeedError`, or `Cancelled`, on the main thread; also where `done` itself goes wrong.
    is_small
        Whether it takes less than about half a second, so that it may be done at once.
    """

    description: str
    work: Callable[[Feedback], Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    is_small: bool


class Errands(QObject):
    """Does errands in the order in which they come, small ones before `run` returns."""

    taskBegun = pyqtSignal(object)
    """A `BackgroundTask` is under way."""

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._waiting: Deque[Errand] = deque()
        self._task: Optional[BackgroundTask] = None
        self._generation = 0

    @property
    def is_working(self) -> bool:
        """Whether a task is under way."""
        return self._task is not None

    def run(self, errand: Errand) -> None:
        """Do an errand, after those that came before it."""
        if self._task is not None:
            self._waiting.append(errand)
        elif errand.is_small:
            _do(errand)
        else:
            self._begin(errand)

    def forget(self) -> None:
        """Drop what is under way and what waits; nobody is told."""
        self._generation += 1
        self._waiting.clear()
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    def _begin(self, errand: Errand) -> None:
        done = partial(self._finish, self._generation, errand)
        self._task = BackgroundTask(errand.description, errand.work, done)
        self.taskBegun.emit(self._task)
        QgsApplication.taskManager().addTask(self._task)

    def _finish(self, generation: int, errand: Errand, outcome: Any, error: Optional[Exception]) -> None:
        if generation != self._generation:
            return
        self._task = None
        try:
            _hand_over(errand, outcome, Cancelled() if outcome is None and error is None else error)
        finally:
            self._go_on()

    def _go_on(self) -> None:
        """Take up what waits; what was told may have begun something already."""
        while self._task is None and self._waiting:
            errand = self._waiting.popleft()
            if errand.is_small:
                _do(errand)
            else:
                self._begin(errand)


def _do(errand: Errand) -> None:
    outcome, error = attempt(errand.work, SILENT)
    _hand_over(errand, outcome, error)


def _hand_over(errand: Errand, outcome: Any, error: Optional[Exception]) -> None:
    """Tell who asked; where showing the outcome goes wrong, that too, so that what waits has its turn."""
    if error is None:
        _, error = attempt(errand.done, outcome)
    if isinstance(error, Cancelled):
        errand.failed(error)
    elif error is not None:
        errand.failed(in_words(error, UNFORESEEN))
