# SPDX-License-Identifier: GPL-2.0-or-later
"""Section 1: the areas and the tables."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsProject
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ..session.session import Session
from ..session.words import area_word, parent_word, plural
from ..translation import tr, translated
from . import look
from .area_panel import AreaPanel
from .messages import Messages
from .numbers import whole
from .tables_panel import TablesPanel
from .wrapped import WrappedLabel

_NOTE_LINES = 6


class DataSection(QWidget):
    """The area layer with its fields, the tables, and what is wrong with them.

    Parameters
    ----------
    session, project, messages
        The open scenario, the project whose layers are offered, and where errors are said.
    """

    def __init__(
        self, session: Session, project: QgsProject, messages: Messages, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.areas = AreaPanel(session, project, messages, self)
        self.tables = TablesPanel(session, project, messages, self)
        self.notes = WrappedLabel(1, self)
        self.notes.setObjectName("scenarioNotes")
        palette = self.notes.palette()
        palette.setColor(palette.ColorRole.WindowText, look.WARNING)
        self.notes.setPalette(palette)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.MARGIN, 2, look.MARGIN, look.GAP)
        layout.setSpacing(look.GAP)
        layout.addWidget(self.areas)
        layout.addWidget(self.tables, 1)
        layout.addWidget(self.notes)
        session.jobChanged.connect(self._tell_notes)
        session.scenarioChanged.connect(self._tell_notes)
        self._tell_notes()

    def _tell_notes(self) -> None:
        """What the scenario lists in vain: it changes nothing, so it is said."""
        job = self._session.job
        told = [translated(note) for note in job.notes] if job is not None else []
        self.notes.setVisible(bool(told))
        self.notes.setText("\n".join(told))
        self.notes.fit(_NOTE_LINES)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """As many lines for the notes as they take at this width."""
        super().resizeEvent(event)
        self.notes.fit(_NOTE_LINES)

    def state(self) -> str:
        """The section in one line."""
        session = self._session
        if session.areas is None:
            return tr("choose the area layer")
        told = [self._areas_told()]
        tables = session.scenario.tables
        if tables:
            told.append(self._tables_told(len(tables)))
        else:
            told.append(tr("no tables yet"))
        return "; ".join(told)

    def _areas_told(self) -> str:
        spec, job = self._session.scenario.areas, self._session.job
        areas = tr("{count} {areas}").format(
            count=whole(len(self._session.areas or ())), areas=plural(area_word(spec))
        )
        if job is None or not len(job.parents):
            return areas
        return tr("{areas} in {count} {parents}").format(
            areas=areas, count=whole(len(job.parents)), parents=plural(parent_word(spec).casefold())
        )

    def _tables_told(self, count: int) -> str:
        if self._session.problems.tables:
            return tr("{count} tables, {faulty} cannot be used").format(
                count=count, faulty=len(self._session.problems.tables)
            )
        reports = self._session.reports.values()
        short = sum(not report.all_matched for report in reports)
        if short:
            return tr("{count} tables, {short} with areas unmatched").format(count=count, short=short)
        return tr("{count} tables, all matched").format(count=count)
