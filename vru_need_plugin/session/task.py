# SPDX-License-Identifier: GPL-2.0-or-later
"""Work as a task of QGIS: beside the window, with progress and cancel."""

from __future__ import annotations

import traceback
from typing import Any, Callable, Optional, Tuple, TypeVar

from qgis.core import Qgis, QgsFeedback, QgsMessageLog, QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ..core.feedback import Feedback
from ..core.messages import Cancelled, NeedError, mark

_LOG_TAG = "VRU Need Score"
_Given = TypeVar("_Given")
_Outcome = TypeVar("_Outcome")


class TaskFeedback(QgsFeedback):
    """Progress and cancelling, and words for the user while the work goes on."""

    told = pyqtSignal(str)

    def pushInfo(self, words: str) -> None:
        """Tell the user something; named as Processing's own feedback names it."""
        self.told.emit(words)


class BackgroundTask(QgsTask):
    """Runs a function that takes a feedback and returns an outcome.

    Parameters
    ----------
    description
        What the task manager and the dock show.
    run
        The work; it touches no layer of the project and no widget.
    done
        Called on the main thread with the outcome, or None where the task was cancelled, and
        with the error, where it ended in one.
    """

    told = pyqtSignal(str)
    """What the work has to say before it is done, such as whom it waits for."""

    def __init__(
        self,
        description: str,
        run: Callable[[Feedback], Any],
        done: Callable[[Any, Optional[Exception]], None],
    ) -> None:
        super().__init__(description, QgsTask.Flag.CanCancel)
        self._work = run
        self._done = done
        self._feedback = TaskFeedback()
        self._feedback.told.connect(self.told)
        self._feedback.progressChanged.connect(self.setProgress)
        self._outcome: Any = None
        self._error: Optional[Exception] = None

    def run(self) -> bool:
        """Do the work, on the task's own thread."""
        self._outcome, error = attempt(self._work, self._feedback)
        self._error = None if isinstance(error, Cancelled) else error
        return error is None

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._feedback.cancel()
        super().cancel()

    def finished(self, result: bool) -> None:
        """Hand over on the main thread."""
        self._done(self._outcome if result else None, self._error)


def attempt(
    work: Callable[[_Given], _Outcome], given: _Given
) -> Tuple[Optional[_Outcome], Optional[Exception]]:
    """What work came to, or what it ended in instead, `Cancelled` among that.

    The one place that keeps every exception: none must end a thread unseen, nor leave what waits
    for the work waiting. Who calls it tells the user, by `in_words`.
    """
    try:
        return work(given), None
    except Exception as error:  # noqa: BLE001 (the boundary)
        return None, error


def in_words(error: Exception, unforeseen: str) -> NeedError:
    """An error that work ended in, as it is told; what nobody foresaw is logged in full.

    Parameters
    ----------
    unforeseen
        A marked text, which may hold ``{error}``, for all that is no `NeedError`.
    """
    if isinstance(error, NeedError):
        return error
    told = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    QgsMessageLog.logMessage(told, _LOG_TAG, Qgis.MessageLevel.Critical)
    return NeedError(unforeseen, error=error)


UNFORESEEN = mark("It stopped at an unforeseen error: {error}. The log has more.")
"""What is said of an error that nobody foresaw."""
