# SPDX-License-Identifier: GPL-2.0-or-later
"""Work as a task of QGIS: beside the window, with progress and cancel."""

from __future__ import annotations

import traceback
from typing import Any, Callable, Optional

from qgis.core import Qgis, QgsFeedback, QgsMessageLog, QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ..core.feedback import Feedback
from ..core.messages import Cancelled, NeedError, mark

_LOG_TAG = "VRU Need Score"


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


def in_words(error: Exception, unforeseen: str) -> NeedError:
    """An error that work ended in, as it is told; what nobody foresaw is logged in full.

    Parameters
    ----------
    unforeseen
        A marked text with ``{error}``, for all that is no `NeedError`.
    """
    if isinstance(error, NeedError):
        return error
    told = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    QgsMessageLog.logMessage(told, _LOG_TAG, Qgis.MessageLevel.Critical)
    return NeedError(unforeseen, error=error)


UNFORESEEN = mark("It stopped at an unforeseen error: {error}. The log has more.")
"""What is said of an error that nobody foresaw."""
