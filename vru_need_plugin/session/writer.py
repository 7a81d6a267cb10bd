# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs one write at a time: at once where it is short, beside the window where it is not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any, Callable, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.feedback import SILENT, Feedback
from ..core.messages import Cancelled
from .task import BackgroundTask, attempt


@dataclass(frozen=True)
class WriteWork:
    """Something to write.

    Parameters
    ----------
    words
        What QGIS's list of tasks calls it.
    run
        Does it, all or nothing; raises NeedError, Cancelled, or what nobody foresaw where it does not.
    then
        Is told what `run` returned, on the main thread.
    otherwise
        Is told what went wrong instead; None where the user stopped it.
    as_task
        Whether it takes long enough to run beside the window.
    feedback
        Of work that runs at once.
    after
        Is called when the work is over, before anybody is told, and even where nobody is any more.
    """

    words: str
    run: Callable[[Feedback], Any]
    then: Callable[[Any], None]
    otherwise: Callable[[Optional[Exception]], None]
    as_task: bool = False
    feedback: Feedback = SILENT
    after: Callable[[], None] = lambda: None


class Writer(QObject):
    """Writes, and says how far it is.

    Attributes
    ----------
    percent
        How far the task is.
    is_closed
        Whether nobody is told any more.
    """

    taskBegun = pyqtSignal(object)
    """A `BackgroundTask` is under way."""
    changed = pyqtSignal()
    """A task has begun, has come further, or has ended."""
    told = pyqtSignal(str)
    """What a task says meanwhile, such as whom it waits for; the same words once."""

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._task: Optional[BackgroundTask] = None
        self._said = ""
        self.is_closed = False
        self.percent = 0

    @property
    def is_writing(self) -> bool:
        """Whether a task is under way."""
        return self._task is not None

    def start(self, work: WriteWork) -> None:
        """Do the work; where it is short, before this returns."""
        if work.as_task:
            self._start_task(work)
            return
        done, error = attempt(work.run, work.feedback)
        work.after()
        if error is None:
            work.then(done)
        else:
            work.otherwise(None if isinstance(error, Cancelled) else error)

    def stop(self) -> None:
        """Ask the task to stop; nothing is written then."""
        if self._task is not None:
            self._task.cancel()

    def close(self) -> None:
        """Stop, and tell nobody any more."""
        self.is_closed = True
        self.stop()

    def _start_task(self, work: WriteWork) -> None:
        self._task = BackgroundTask(work.words, partial(_wrapped, work.run), partial(self._finish, work))
        self._task.progressChanged.connect(self._show)
        self._task.told.connect(self._tell)
        self._said = ""
        self.percent = 0
        self.taskBegun.emit(self._task)
        self.changed.emit()
        QgsApplication.taskManager().addTask(self._task)

    def _show(self, percent: float) -> None:
        if not self.is_closed and int(percent) != self.percent:
            self.percent = int(percent)
            self.changed.emit()

    def _tell(self, words: str) -> None:
        if not self.is_closed and words != self._said:
            self._said = words
            self.told.emit(words)

    def _finish(self, work: WriteWork, done: Any, error: Optional[Exception]) -> None:
        self._task = None
        work.after()
        if self.is_closed:
            return
        self.changed.emit()
        if done is None:
            work.otherwise(error)
        else:
            work.then(done[0])


def _wrapped(run: Callable[[Feedback], Any], feedback: Feedback) -> Any:
    """What `run` returns, which may be nothing, as something."""
    return (run(feedback),)
