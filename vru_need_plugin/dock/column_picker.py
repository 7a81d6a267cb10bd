# SPDX-License-Identifier: GPL-2.0-or-later
"""Columns of a table, to be ticked as measures: one by one, or as categories by periods."""

from __future__ import annotations

from functools import partial
from typing import FrozenSet, List, Optional, Sequence, Set

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QRegularExpression,
    QSortFilterProxyModel,
    Qt,
    pyqtSignal,
)
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSizePolicy,
    QTabBar,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ..core.messages import NeedError
from ..scenario.document import Table
from ..session import edits
from ..session.new_table import TableFinder, measures_of
from ..session.offer import Offer
from ..session.period_families import families
from ..session.rates import denominators, rated
from ..session.session import Session
from ..translation import tr
from . import look
from .denominator_combo import DenominatorCombo
from .messages import Messages
from .offers_model import DIRECTION, TITLE, OffersModel
from .period_grid import PeriodGridModel

_LEAST_HEIGHT = 124
_BY_PERIOD, _ONE_BY_ONE = 0, 1


class ColumnPicker(QWidget):
    """Offers a table's columns until it is closed.

    Parameters
    ----------
    session, finder, messages
        The open scenario, what finds the columns, and where errors are said.

    Attributes
    ----------
    table_id
        The table whose columns are offered; empty while closed.
    """

    taken = pyqtSignal()
    """Measures were made of what was ticked."""
    closed = pyqtSignal()
    """The user wants no more of it."""

    def __init__(
        self, session: Session, finder: TableFinder, messages: Messages, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._finder = finder
        self._messages = messages
        self._offered: Optional[Table] = None
        self._is_wanted = False
        self._whole: FrozenSet[str] = frozenset()
        self.table_id = ""
        self.setObjectName("columnPicker")
        self.search = QgsFilterLineEdit(self)
        self.modes = QTabBar(self)
        self.columns = OffersModel(self)
        self.grid = PeriodGridModel(self)
        self._found_columns, self.list = self._view("columnsView", self.columns)
        self._found_grid, self.grid_view = self._view("periodGridView", self.grid)
        self.denominator = DenominatorCombo(self)
        self.theme = QComboBox(self)
        self.take_button = QPushButton(self)
        self.close_button = QPushButton(tr("Close"), self)
        self._set_up()
        self._lay_out()
        self.hide()

    def _view(self, name: str, model: QAbstractItemModel) -> tuple[QSortFilterProxyModel, QTreeView]:
        found = QSortFilterProxyModel(self)
        found.setSourceModel(model)
        found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        found.setFilterKeyColumn(TITLE)
        view = QTreeView(self)
        view.setObjectName(name)
        view.setModel(found)
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        view.setTabKeyNavigation(False)
        view.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        view.setMinimumHeight(_LEAST_HEIGHT)
        header = view.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(20)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        return found, view

    def _set_up(self) -> None:
        self.search.setObjectName("columnSearch")
        self.search.setShowSearchIcon(True)
        self.search.setPlaceholderText(tr("Search the columns"))
        self.search.setAccessibleName(tr("Search the columns"))
        self.search.setToolTip(tr("Show only the columns whose names have all of these words"))
        for found in (self._found_columns, self._found_grid):
            self.search.textChanged.connect(partial(_find_words, found))
        self.modes.setObjectName("columnModes")
        self.modes.setDrawBase(False)
        self.modes.setExpanding(False)
        self.modes.addTab(tr("By period"))
        self.modes.addTab(tr("All columns"))
        self.modes.setAccessibleName(tr("How the columns are shown"))
        self.modes.setToolTip(tr("Column by column, or as categories by periods"))
        self.modes.setTabToolTip(_BY_PERIOD, tr("Categories by periods that roll on with the next file"))
        self.modes.setTabToolTip(_ONE_BY_ONE, tr("Every column of numbers by itself"))
        self.modes.currentChanged.connect(lambda _mode: self._show_mode())
        self.list.setAccessibleName(tr("Columns that can be measures"))
        self.list.setToolTip(tr("Tick the columns that are to be measures"))
        self.grid_view.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.grid_view.setAccessibleName(tr("Categories by periods that can be measures"))
        self.grid_view.setToolTip(tr("Tick categories to be measures, under the periods that are meant"))
        self.list.clicked.connect(self._turn_round)
        self.theme.setEditable(True)
        self.theme.setObjectName("newTheme")
        self.theme.setAccessibleName(tr("Theme of the new measures"))
        self.theme.setToolTip(tr("The theme that the ticked columns go to: choose one, or type your own"))
        self.theme.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.take_button.setObjectName("takeColumnsButton")
        self.take_button.setToolTip(tr("Make measures of what is ticked: top 10 %, weight 1"))
        self.take_button.clicked.connect(lambda _checked=False: self.take())
        self.close_button.setToolTip(tr("Put this table away"))
        self.close_button.setObjectName("closeColumnsButton")
        self.close_button.clicked.connect(lambda _checked=False: self.closed.emit())
        self.columns.itemChanged.connect(lambda _item: self._count())
        self.grid.ticked_changed.connect(self._count)
        self._count()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(look.GAP)
        top.addWidget(self.search, 1)
        top.addWidget(self.modes)
        how = QHBoxLayout()
        how.setSpacing(look.GAP)
        how.addWidget(self.theme, 1)
        how.addWidget(self.denominator, 1)
        line = QHBoxLayout()
        line.setSpacing(look.GAP)
        line.addWidget(self.take_button, 1)
        line.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.GAP)
        layout.addLayout(top)
        layout.addWidget(self.grid_view, 1)
        layout.addWidget(self.list, 1)
        layout.addLayout(how)
        layout.addLayout(line)

    # What is offered

    def offer(self, table_id: str) -> None:
        """Offer the columns of a table of the scenario; none where it cannot be read as it is."""
        table = self._session.scenario.table(table_id)
        self.table_id, self._offered, self._is_wanted = table_id, table, True
        try:
            self._finder.look_for_offers(table, partial(self._show_found, table), self._hide_failed)
        except NeedError:
            self.hide()

    def withdraw(self) -> None:
        """Out of sight, whatever is still being found."""
        self._is_wanted = False
        self.hide()

    def _hide_failed(self, _error: Exception) -> None:
        """What is wrong with the table is said where it is read."""
        self.hide()

    def _show_found(self, table: Table, found: Sequence[Offer]) -> None:
        if not self._is_wanted or table != self._offered:
            return
        self._fill(found, table)
        self.show()
        if not found:
            self._messages.warning(tr("“{table}” has no columns of numbers.").format(table=table.source))

    def is_stale(self) -> bool:
        """Whether the table is read otherwise since its columns were offered."""
        if not self.table_id:
            return False
        return self._offered not in self._session.scenario.tables

    def close_offer(self) -> None:
        """Put the panel away."""
        self.table_id, self._offered, self._is_wanted = "", None, False
        self.columns.fill((), set())
        self.grid.fill((), set())
        self.hide()

    def _fill(self, found: Sequence[Offer], table: Table) -> None:
        used = self._used(table.id)
        self.columns.fill(found, used)
        self._whole = frozenset(
            ref for o in found if o.is_whole for ref in o.value.columns if isinstance(ref, str)
        )
        names = [ref for offer in found for ref in offer.value.columns if isinstance(ref, str)]
        by_period = families(names)
        self.grid.fill(by_period, used)
        job = self._session.job
        tables = job.tables if job is not None else {}
        self.denominator.fill(denominators(tables, table.key_level))
        self._fill_themes()
        self.search.clear()
        self.modes.setVisible(bool(by_period))
        self.modes.setCurrentIndex(_BY_PERIOD if by_period and table.spread else _ONE_BY_ONE)
        self._show_mode()
        self._count()

    def _show_mode(self) -> None:
        by_period = not self.modes.isHidden() and self.modes.currentIndex() == _BY_PERIOD
        self.grid_view.setVisible(by_period)
        self.list.setVisible(not by_period)

    def _used(self, table_id: str) -> Set[object]:
        return {measure.value for measure in self._session.scenario.measures if measure.table == table_id}

    def _fill_themes(self) -> None:
        usual = (tr("Crime"), tr("Public perceptions"), tr("Public health"))
        present = [measure.theme for measure in self._session.scenario.measures]
        typed = self.theme.currentText()
        self.theme.clear()
        self.theme.addItems([self._by_name(), *dict.fromkeys((*present, *usual))])
        self.theme.setCurrentText(typed or self._by_name())

    @staticmethod
    def _by_name() -> str:
        return tr("Theme by the name")

    # What is ticked

    def _turn_round(self, index: QModelIndex) -> None:
        if index.column() == DIRECTION:
            self.columns.turn_round(self._found_columns.mapToSource(index))

    def _ticked(self) -> List[Offer]:
        """What is ticked in either view, each value once."""
        return list({offer.value: offer for offer in (*self.grid.ticked(), *self.columns.ticked())}.values())

    def _count(self) -> None:
        count = len(self._ticked())
        self.take_button.setText(_added(count) if count else tr("Tick columns to add"))
        self.take_button.setEnabled(count > 0)

    def take(self) -> None:
        """Make measures of what is ticked."""
        scenario = self._session.scenario
        table = scenario.table(self.table_id)
        theme = self.theme.currentText().strip()
        by = self.denominator.chosen()
        ticked = [rated(offer, table.id, by) if by else offer for offer in self._ticked()]
        of_theme = "" if theme == self._by_name() else theme
        made = measures_of(ticked, table, of_theme, scenario.measures, self._whole)
        self._session.edit(_added(len(made)), edits.with_added_measures(scenario, made))
        self.close_offer()
        self.taken.emit()


def _added(count: int) -> str:
    return tr("Add 1 measure") if count == 1 else tr("Add {count} measures").format(count=count)


def _find_words(found: QSortFilterProxyModel, text: str) -> None:
    """Show the rows that have all of the words, in any order."""
    words = "".join(f"(?=.*{QRegularExpression.escape(word)})" for word in text.split())
    insensitive = QRegularExpression.PatternOption.CaseInsensitiveOption
    found.setFilterRegularExpression(QRegularExpression(f"^{words}", insensitive))
