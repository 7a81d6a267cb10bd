# SPDX-License-Identifier: GPL-2.0-or-later
"""Section 2: the measures, their thresholds and weights."""

from __future__ import annotations

from typing import List, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QModelIndex, QPoint, Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QAction,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..session import edits
from ..session.many_measures import grouped_by_theme
from ..session.session import Session
from ..translation import tr
from . import look, measures_menu
from .delegates import BadgeDelegate, DirectionDelegate, NumberDelegate
from .many_panel import ManyPanel
from .measure_column import MeasureColumn
from .measure_panel import MeasurePanel
from .measures_model import MEASURE_ID_ROLE, MeasuresModel
from .measures_view import MeasuresView
from .messages import Messages
from .numbers import plain
from .turning_splitter import TurningSplitter
from .weights_menu import WeightsButton

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
        self.weights = WeightsButton(session, messages, self.chosen_ids, self)
        self.many = ManyPanel(session, messages, self)
        self.panel = MeasurePanel(session, messages, self)
        self._chosen = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.MARGIN, 0, look.MARGIN, look.GAP)
        layout.setSpacing(look.GAP)
        layout.addLayout(self._tool_line())
        layout.addWidget(TurningSplitter("measuresSplitter", self.view, self._editors(), (1, 0), self), 1)
        self.view.selectionModel().currentRowChanged.connect(self._choose)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._choose_many())
        self.model.modelReset.connect(self._choose_again)
        self.model.modelReset.connect(self._choose_many)
        session.scenarioChanged.connect(self._show_hint)
        session.scenarioChanged.connect(self._choose_many)
        self._show_hint()

    def _editors(self) -> QWidget:
        """What edits the chosen measures, as high as it needs to be."""
        editors = QWidget(self)
        layout = QVBoxLayout(editors)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.GAP)
        layout.addWidget(self.many)
        layout.addWidget(self.panel, 1)
        return editors

    def _tool_line(self) -> QHBoxLayout:
        columns = QToolButton(self)
        columns.setObjectName("measuresColumnsButton")
        columns.setIcon(QgsApplication.getThemeIcon("/mActionOpenTable.svg"))
        columns.setToolTip(tr("Columns"))
        columns.setAccessibleName(tr("Columns of the measures"))
        columns.setAutoRaise(True)
        columns.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.aboutToShow.connect(lambda: self.view.fill_column_menu(menu))
        columns.setMenu(menu)
        self.group = QToolButton(self)
        self.group.setObjectName("groupByThemeButton")
        self.group.setText(tr("Group by theme"))
        self.group.setToolTip(tr("Put every theme's measures together; drag a row to move it"))
        self.group.setAutoRaise(True)
        self.group.clicked.connect(lambda: self._group())
        line = QHBoxLayout()
        line.setSpacing(2)
        line.addWidget(self.weights)
        line.addWidget(self.group)
        line.addStretch(1)
        line.addWidget(columns)
        return line

    def _view(self) -> MeasuresView:
        view = MeasuresView(_WIDTHS, _WANTED, self)
        view.setModel(self.model)
        numbers = NumberDelegate(self._session, view)
        view.setItemDelegateForColumn(MeasureColumn.MEASURE, BadgeDelegate(view))
        view.setItemDelegateForColumn(MeasureColumn.DIRECTION, DirectionDelegate(view))
        view.setItemDelegateForColumn(MeasureColumn.THRESHOLD, numbers)
        view.setItemDelegateForColumn(MeasureColumn.WEIGHT, numbers)
        triggers = QAbstractItemView.EditTrigger
        view.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        view.setAccessibleName(tr("Measures"))
        view.setToolTip(tr("The measures; click a cell to change it, choose several to change them together"))
        view.setMinimumHeight(136)
        view.clicked.connect(self._edit_numbers)
        remove = QAction(tr("Remove the chosen measures"), view)
        remove.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        remove.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        remove.triggered.connect(lambda _checked=False: self._remove())
        view.addAction(remove)
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

    def chosen_ids(self) -> List[str]:
        """The ids of the measures that are chosen, in order."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [self.model.measure(row).id for row in rows]

    def _choose_many(self) -> None:
        """Tell the panels when more than one measure is chosen."""
        ids = self.chosen_ids()
        self.many.show_measures(ids)
        self.panel.show_others(ids if len(ids) > 1 else ())
        scenario = self._session.scenario
        self.group.setEnabled(grouped_by_theme(scenario) != scenario)

    def _group(self) -> None:
        self._session.edit(tr("Group by theme"), grouped_by_theme(self._session.scenario))

    def _remove(self) -> None:
        """Remove the measures that are chosen; undone like any other edit."""
        ids = self.chosen_ids()
        chosen = [edits.measure_of(self._session.scenario, measure_id) for measure_id in ids]
        if chosen:
            self._session.edit(
                measures_menu.removal(chosen), edits.without_measures(self._session.scenario, ids)
            )

    def _edit_numbers(self, index: QModelIndex) -> None:
        if index.column() in _EDITED_BY_CLICK and len(self.chosen_ids()) == 1:
            self.view.edit(index)

    def _offer(self, position: QPoint) -> None:
        chosen = [edits.measure_of(self._session.scenario, measure_id) for measure_id in self.chosen_ids()]
        if not chosen:
            return
        menu = QMenu(self)
        measures_menu.fill(menu, self._session, chosen)
        menu.exec(self.view.viewport().mapToGlobal(position))
        menu.deleteLater()

    # In words

    def state(self) -> str:
        """The section in one line."""
        scenario = self._session.scenario
        used = scenario.enabled_measures
        faulty = sum(measure.id in self._session.problems.measures for measure in used)
        if not scenario.measures:
            return tr("no measures yet")
        if not used:
            return tr("none of {count} in use").format(count=len(scenario.measures))
        if faulty:
            return tr("{count} in use, {faulty} of them cannot be scored").format(
                count=len(used), faulty=faulty
            )
        most = plain(round(sum(measure.weight for measure in used), 3))
        return tr("{count} in use, highest possible score {most}").format(count=len(used), most=most)

    def _show_hint(self) -> None:
        if self._session.scenario.tables:
            hint = tr("No measures yet. Choose a table under Data and tick its columns with “Add measures…”.")
        else:
            hint = tr("No measures yet. Add a table of figures under Data; its columns become measures.")
        self.view.set_hint(hint)
