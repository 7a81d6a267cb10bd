# SPDX-License-Identifier: GPL-2.0-or-later
"""What goes on beside the window: its name, how far it is, and a button that stops it."""

from __future__ import annotations

from typing import List, Optional

from qgis.core import QgsTask
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QWidget

from ..translation import tr
from . import look
from .elided import ElidedLabel

_PATIENCE = 250
"""Milliseconds for which nothing is shown: what is over by then would only flicker."""


class BusyLine(QWidget):
    """Shows the newest of the tasks that are under way; out of sight while there is none."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._tasks: List[QgsTask] = []
        self.setObjectName("busyLine")
        self.words = ElidedLabel("", self)
        self.bar = QProgressBar(self)
        self.cancel_button = QToolButton(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PATIENCE)
        self._soon.timeout.connect(self._show_newest)
        self._set_up()
        line = QHBoxLayout(self)
        line.setContentsMargins(look.MARGIN, 0, look.MARGIN, 2)
        line.setSpacing(look.GAP)
        line.addWidget(self.words, 1)
        line.addWidget(self.bar)
        line.addWidget(self.cancel_button)
        self.hide()

    def _set_up(self) -> None:
        self.bar.setObjectName("busyBar")
        self.bar.setAccessibleName(tr("How far it is"))
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(90, 8)
        self.cancel_button.setObjectName("cancelWorkButton")
        self.cancel_button.setText(tr("Stop"))
        self.cancel_button.setAccessibleName(tr("Stop"))
        self.cancel_button.setToolTip(tr("Stop this; nothing is changed by what was stopped"))
        self.cancel_button.clicked.connect(lambda _checked=False: self.cancel())

    def follow(self, task: QgsTask) -> None:
        """Show a task, once it has taken a moment, for as long as it runs."""
        self._tasks.append(task)
        # Bound methods, which Qt lets go of with the dock, where the dock ends before its tasks.
        task.progressChanged.connect(self._show_progress)
        task.taskCompleted.connect(self._forget_ended)
        task.taskTerminated.connect(self._forget_ended)
        if self.isHidden():
            self._soon.start()
        else:
            self._show_newest()

    def cancel(self) -> None:
        """Ask what is shown to stop."""
        if self._tasks:
            self.words.setText(tr("Stopping…"))
            self._tasks[-1].cancel()

    def _show_newest(self) -> None:
        self.setVisible(bool(self._tasks))
        if self._tasks:
            self.words.setText(self._tasks[-1].description())
            self._show_progress()

    def _show_progress(self, _progress: float = 0.0) -> None:
        """A part of the bar, or the whole moving where nobody can tell yet."""
        if self._tasks:
            progress = self._tasks[-1].progress()
            self.bar.setRange(0, 100 if progress > 0 else 0)
            self.bar.setValue(int(progress))

    def _forget_ended(self) -> None:
        ended = (QgsTask.TaskStatus.Complete, QgsTask.TaskStatus.Terminated)
        self._tasks = [task for task in self._tasks if task.status() not in ended]
        if not self._soon.isActive():
            self._show_newest()
