# SPDX-License-Identifier: GPL-2.0-or-later
"""Section 1: the areas and the tables."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ..session import edits
from ..session.session import Session
from ..session.words import area_word, parent_word
from ..translation import tr, translated
from . import look
from .area_panel import AreaPanel
from .messages import Messages
from .numbers import counted, whole
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
        self.notes = WrappedLabel(1, _NOTE_LINES, self)
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

    def state(self) -> str:
        """The section in one line."""
        session = self._session
        if session.areas is None and edits.has_areas(session.scenario):
            return tr("the area layer cannot be used")
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
        areas = counted(len(self._session.areas or ()), area_word(spec))
        if job is None or not len(job.parents):
            return areas
        return tr("{areas} in {parents}").format(
            areas=areas, parents=counted(len(job.parents), parent_word(spec).casefold())
        )

    def _tables_told(self, count: int) -> str:
        tables = tr("1 table") if count == 1 else tr("{count} tables").format(count=whole(count))
        faulty = len(self._session.problems.tables)
        short = sum(not report.all_matched for report in self._session.reports.values())
        if faulty:
            words = tr("{tables}, {count} cannot be used")
        elif short:
            words = tr("{tables}, {count} with areas unmatched")
        else:
            words = tr("{tables}, all matched")
        return words.format(tables=tables, count=whole(faulty or short))
