# SPDX-License-Identifier: GPL-2.0-or-later
"""Work that has to be done on the main thread: shown, and to be stopped."""

from __future__ import annotations

from contextlib import contextmanager
from typing import Iterator, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QProgressDialog, QWidget

from ..core.feedback import SILENT, Feedback
from ..translation import tr
from .wait_cursor import waiting


class DialogFeedback:
    """A feedback that is a box with a bar and a button; setting it lets the window draw itself."""

    def __init__(self, dialog: QProgressDialog) -> None:
        self._dialog = dialog

    def isCanceled(self) -> bool:
        """Whether the user pressed the button."""
        return bool(self._dialog.wasCanceled())

    def setProgress(self, progress: float) -> None:
        """Move the bar."""
        self._dialog.setValue(int(progress))


@contextmanager
def stoppable(
    words: str, is_long: bool, window: Optional[QWidget], title: Optional[str] = None
) -> Iterator[Feedback]:
    """A box with progress and a button to stop where the work is long, a wait cursor where not.

    Parameters
    ----------
    words, title
        What is done, and what the box is called; without a title it is about writing scores.
    """
    if not is_long:
        with waiting():
            yield SILENT
        return
    dialog = QProgressDialog(words, tr("Stop"), 0, 101, window)  # at its end it would close by itself
    dialog.setWindowTitle(tr("Write scores") if title is None else title)
    dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
    dialog.setMinimumDuration(0)
    dialog.show()
    dialog.setValue(0)
    try:
        yield DialogFeedback(dialog)
    finally:
        dialog.reset()
        dialog.deleteLater()
