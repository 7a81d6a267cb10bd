# SPDX-License-Identifier: GPL-2.0-or-later
"""The work as a task of QGIS: beside the window, with progress and cancel."""

from __future__ import annotations

from typing import Callable, Optional

from qgis.core import QgsFeedback, QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ..core.messages import Cancelled
from .work import Outcome


class TaskFeedback(QgsFeedback):
    """Progress and cancelling, and words for the user while the work goes on."""

    told = pyqtSignal(str)

    def pushInfo(self, words: str) -> None:
        """Tell the user something; named as Processing's own feedback names it."""
        self.told.emit(words)


class ScoreTask(QgsTask):
    """Runs a function that takes a feedback and returns an `Outcome`.

    Parameters
    ----------
    description
        What the task manager shows.
    run
        The work; it touches no layer of the project and no widget.
    done
        Called on the main thread with the outcome, or None where the task was cancelled, and
        with the error, where one was not foreseen.
    """

    told = pyqtSignal(str)
    """What the work has to say before it is done, such as whom it waits for."""

    def __init__(
        self,
        description: str,
        run: Callable[[QgsFeedback], Outcome],
        done: Callable[[Optional[Outcome], Optional[Exception]], None],
    ) -> None:
        super().__init__(description, QgsTask.Flag.CanCancel)
        self._work = run
        self._done = done
        self._feedback = TaskFeedback()
        self._feedback.told.connect(self.told)
        self._feedback.progressChanged.connect(self.setProgress)
        self._outcome: Optional[Outcome] = None
        self._error: Optional[Exception] = None

    def run(self) -> bool:
        """Do the work, on the task's own thread."""
        try:
            self._outcome = self._work(self._feedback)
        except Cancelled:
            return False
        except Exception as error:  # noqa: BLE001 (the boundary: an exception must not end a thread unseen)
            self._error = error
            return False
        return True

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._feedback.cancel()
        super().cancel()

    def finished(self, result: bool) -> None:
        """Hand over on the main thread."""
        self._done(self._outcome if result else None, self._error)
