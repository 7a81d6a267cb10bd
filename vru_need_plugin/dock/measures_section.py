# SPDX-License-Identifier: GPL-2.0-or-later
"""Section 2: the measures, their thresholds and weights."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QModelIndex, QPoint, Qt
from qgis.PyQt.QtWidgets import QAbstractItemView, QMenu, QVBoxLayout, QWidget

from ..session import edits
from ..session.session import Session
from ..translation import tr
from . import look
from .delegates import BadgeDelegate, DirectionDelegate, NumberDelegate
from .measure_column import MeasureColumn
from .measure_panel import MeasurePanel
from .measures_model import MEASURE_ID_ROLE, MeasuresModel
from .messages import Messages
from .numbers import plain
from .views import FlatView

_EDITED_BY_CLICK = (MeasureColumn.THRESHOLD, MeasureColumn.WEIGHT, MeasureColumn.DIRECTION)
_WIDTHS = {
    MeasureColumn.THEME: 14,
    MeasureColumn.DIRECTION: 14,
    MeasureColumn.THRESHOLD: 11,
    MeasureColumn.WEIGHT: 5,
    MeasureColumn.CUTOFF: 7,
    MeasureColumn.ABOVE: 5,
    MeasureColumn.DATA: 11,
}
_WANTED = (
    MeasureColumn.ABOVE,
    MeasureColumn.CUTOFF,
    MeasureColumn.DATA,
    MeasureColumn.THEME,
    MeasureColumn.DIRECTION,
)


class MeasuresSection(QWidget):
    """The measures' table, and below it the chosen measure.

    Parameters
    ----------
    session, messages
        The open scenario, and where refused edits are said.
    """

    def __init__(self, session: Session, messages: Messages, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = MeasuresModel(session, self)
        self.model.refused.connect(messages.error)
        self.view = self._view()
        self.panel = MeasurePanel(session, messages, self)
        self._chosen = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.MARGIN, 0, look.MARGIN, look.GAP)
        layout.setSpacing(look.GAP)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.panel)
        self.view.selectionModel().currentRowChanged.connect(self._choose)
        self.model.modelReset.connect(self._choose_again)
        session.scenarioChanged.connect(self._show_hint)
        self._show_hint()

    def _view(self) -> FlatView:
        view = FlatView("measuresView", MeasureColumn.MEASURE, _WIDTHS, _WANTED, 1, self)
        view.setModel(self.model)
        numbers = NumberDelegate(self._session, view)
        view.setItemDelegateForColumn(MeasureColumn.MEASURE, BadgeDelegate(view))
        view.setItemDelegateForColumn(MeasureColumn.DIRECTION, DirectionDelegate(view))
        view.setItemDelegateForColumn(MeasureColumn.THRESHOLD, numbers)
        view.setItemDelegateForColumn(MeasureColumn.WEIGHT, numbers)
        triggers = QAbstractItemView.EditTrigger
        view.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        view.setAccessibleName(tr("Measures"))
        view.setMinimumHeight(92)
        view.clicked.connect(self._edit_numbers)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._offer)
        return view

    # The chosen measure

    def _choose(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self._chosen = current.data(MEASURE_ID_ROLE)
            self.panel.show_measure(self._chosen)

    def _choose_again(self) -> None:
        """After rows came or went: the measure chosen before, otherwise the first."""
        row = max(0, self.model.row_of(self._chosen))
        if self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(row, 0))
        else:
            self.panel.show_measure("")

    def _edit_numbers(self, index: QModelIndex) -> None:
        if index.column() in _EDITED_BY_CLICK:
            self.view.edit(index)

    def _offer(self, position: QPoint) -> None:
        index = self.view.indexAt(position)
        if not index.isValid():
            return
        measure = self.model.measure(index.row())
        menu = QMenu(self)
        remove = menu.addAction(tr("Remove “{measure}”").format(measure=measure.title))
        only = menu.addAction(tr("Use only this theme"))
        chosen = menu.exec(self.view.viewport().mapToGlobal(position))
        menu.deleteLater()
        scenario = self._session.scenario
        if chosen is remove:
            text = tr("Remove {measure}").format(measure=measure.title)
            self._session.edit(text, edits.without_measures(scenario, [measure.id]))
        elif chosen is only:
            text = tr("Use only {theme}").format(theme=measure.theme)
            self._session.edit(text, edits.with_only_theme(scenario, measure.theme))

    # In words

    def state(self) -> str:
        """The section in one line."""
        used = self._session.scenario.enabled_measures
        if not used:
            return tr("no measures yet")
        most = plain(round(sum(measure.weight for measure in used), 3))
        return tr("{count} in use, highest possible score {most}").format(count=len(used), most=most)

    def _show_hint(self) -> None:
        if self._session.scenario.tables:
            hint = tr("No measures yet. Choose a table under Data and tick its columns with “Add measures…”.")
        else:
            hint = tr("No measures yet. Add a table of figures under Data; its columns become measures.")
        self.view.set_hint(hint)
