# SPDX-License-Identifier: GPL-2.0-or-later
"""Columns of a table, to be ticked as measures; a panel in place of a dialog."""

from __future__ import annotations

from typing import List, Optional, Set, Tuple

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QSortFilterProxyModel, Qt
from qgis.PyQt.QtGui import QStandardItem, QStandardItemModel
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QListView,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ..session import edits
from ..session.new_table import TableFinder, measures_of
from ..session.offers import Offer
from ..session.paths import short_name
from ..session.session import Session
from ..translation import tr, translated
from . import look
from .elided import ElidedLabel
from .messages import Messages
from .wait_cursor import waiting

_OFFER_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class ColumnPicker(QFrame):
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

    def __init__(
        self, session: Session, finder: TableFinder, messages: Messages, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._finder = finder
        self._messages = messages
        self.table_id = ""
        self.setObjectName("columnPicker")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.heading = ElidedLabel("", self)
        self.search = QgsFilterLineEdit(self)
        self.list = QListView(self)
        self.theme = QComboBox(self)
        self.take_button = QPushButton(self)
        self.close_button = QPushButton(tr("Close"), self)
        self.columns = QStandardItemModel(self)
        self._found = QSortFilterProxyModel(self)
        self._set_up()
        self._lay_out()
        self.hide()

    def _set_up(self) -> None:
        self.heading.setFont(look.bold(self.heading.font()))
        self.search.setObjectName("columnSearch")
        self.search.setShowSearchIcon(True)
        self.search.setPlaceholderText(tr("Search the columns"))
        self.search.setAccessibleName(tr("Search the columns"))
        self.search.textChanged.connect(self._found.setFilterFixedString)
        self._found.setSourceModel(self.columns)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.list.setObjectName("columnsView")
        self.list.setModel(self._found)
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setAccessibleName(tr("Columns that can be measures"))
        self.list.setMinimumHeight(130)
        self.theme.setEditable(True)
        self.theme.setObjectName("newTheme")
        self.theme.setAccessibleName(tr("Theme of the new measures"))
        self.theme.setToolTip(tr("The theme that the ticked columns go to: choose one, or type your own"))
        self.theme.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.take_button.setObjectName("takeColumnsButton")
        self.take_button.clicked.connect(self.take)
        self.close_button.clicked.connect(self.close_offer)
        self.columns.itemChanged.connect(self._count)
        self._count()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(look.GAP)
        line.addWidget(self.theme, 1)
        line.addWidget(self.take_button)
        line.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.GAP, look.GAP, look.GAP, look.GAP)
        layout.setSpacing(look.GAP)
        for widget in (self.heading, self.search, self.list):
            layout.addWidget(widget)
        layout.addLayout(line)

    def offer(self, table_id: str) -> None:
        """Offer the columns of a table of the scenario."""
        table = self._session.scenario.table(table_id)
        with self._messages.shown():
            with waiting():
                found = self._finder.offers(table)
            self.table_id = table_id
            self.heading.setText(tr("Tick what counts: {table}").format(table=short_name(table.source)))
            self._fill(found, self._used(table_id))
            self._fill_themes()
            self.search.clear()
            self._count()
            self.show()
            if not found:
                self._messages.warning(tr("“{table}” has no columns of numbers.").format(table=table.source))

    def close_offer(self) -> None:
        """Put the panel away."""
        self.table_id = ""
        self.columns.clear()
        self.hide()

    def _used(self, table_id: str) -> Set[object]:
        return {measure.value for measure in self._session.scenario.measures if measure.table == table_id}

    def _fill(self, found: Tuple[Offer, ...], used: Set[object]) -> None:
        self.columns.clear()
        for offer in found:
            title = translated(offer.title)
            item = QStandardItem(title)
            item.setToolTip(title)
            item.setData(offer, _OFFER_ROLE)
            item.setEditable(False)
            item.setCheckable(offer.value not in used)
            item.setEnabled(offer.value not in used)
            self.columns.appendRow(item)

    def _fill_themes(self) -> None:
        usual = (tr("Crime"), tr("Public perceptions"), tr("Public health"))
        present = [measure.theme for measure in self._session.scenario.measures]
        typed = self.theme.currentText()
        self.theme.clear()
        self.theme.addItems(list(dict.fromkeys((*present, *usual))))
        if typed:
            self.theme.setCurrentText(typed)

    def _ticked(self) -> List[Offer]:
        rows = (self.columns.item(row) for row in range(self.columns.rowCount()))
        return [item.data(_OFFER_ROLE) for item in rows if item.checkState() == Qt.CheckState.Checked]

    def _count(self, _item: Optional[QStandardItem] = None) -> None:
        count = len(self._ticked())
        self.take_button.setText(
            tr("Add {count} measures").format(count=count) if count else tr("Add measures")
        )
        self.take_button.setEnabled(count > 0)

    def take(self) -> None:
        """Make measures of what is ticked."""
        scenario = self._session.scenario
        table = scenario.table(self.table_id)
        theme = self.theme.currentText().strip() or tr("Measures")
        made = measures_of(self._ticked(), table, theme, scenario.measures)
        text = tr("Add {count} measures").format(count=len(made))
        self._session.edit(text, edits.with_added_measures(scenario, made))
        self.close_offer()
