# SPDX-License-Identifier: GPL-2.0-or-later
"""What there is to see and to do about one table: how it is read, how it matches, a newer file."""

from __future__ import annotations

from enum import IntEnum
from typing import Optional, Tuple

from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QTabBar, QToolButton, QVBoxLayout, QWidget

from ..session.new_table import TableFinder
from ..session.paths import short_name
from ..session.session import Session
from ..translation import tr
from . import look
from .column_picker import ColumnPicker
from .match_panel import MatchPanel
from .messages import Messages
from .reading_panel import ReadingPanel
from .replace_panel import ReplacePanel


class Page(IntEnum):
    """The pages, in order."""

    IMPORT = 0
    MATCH = 1
    NEWER = 2


class TableCard(QFrame):
    """A panel in place below the tables; it follows the scenario and closes with its table.

    Parameters
    ----------
    session, finder, messages
        The open scenario, what reads tables, and where errors are said.

    Attributes
    ----------
    table_id
        The table it is about; empty while closed.
    """

    def __init__(
        self, session: Session, finder: TableFinder, messages: Messages, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._finder = finder
        self._messages = messages
        self._awaited: Optional[Tuple[str, Page]] = None
        self.table_id = ""
        self.setObjectName("tableCard")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.tabs = QTabBar(self)
        self.close_button = QToolButton(self)
        self.reading = ReadingPanel(session, finder, messages, self)
        self.picker = ColumnPicker(session, finder, messages, self)
        self.match = MatchPanel(session, finder, self)
        self.newer = ReplacePanel(session, finder, messages, self)
        self._pages = ((self.reading, self.picker), (self.match,), (self.newer,))
        self._set_up()
        self._lay_out()
        session.scenarioChanged.connect(self._follow)
        session.jobChanged.connect(self._offer_anew)
        session.jobChanged.connect(self._open_awaited)
        self.hide()

    def _set_up(self) -> None:
        self.tabs.setObjectName("tableTabs")
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(tr("About this table"))
        self.tabs.setToolTip(tr("How the table is read, what matched, and newer files of it"))
        for text, told in (
            (tr("Columns"), tr("How the file is read, and the columns to tick as measures")),
            (tr("Match"), tr("What matched, what did not and why, and what mends it")),
            (tr("Newer file"), tr("Put next quarter’s download in this table’s place")),
        ):
            self.tabs.setTabToolTip(self.tabs.addTab(text), told)
        self.tabs.currentChanged.connect(lambda _page: self._show_page())
        self.close_button.setObjectName("closeTableButton")
        self.close_button.setIcon(QgsApplication.getThemeIcon("/mIconClose.svg"))
        self.close_button.setAutoRaise(True)
        self.close_button.setAccessibleName(tr("Close this table’s panel"))
        self.close_button.setToolTip(tr("Close this table’s panel; the table stays"))
        self.close_button.clicked.connect(lambda _checked=False: self.close_card())
        self.picker.closed.connect(self.close_card)
        self.picker.taken.connect(self._after_taking)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(look.GAP)
        top.addWidget(self.tabs)
        top.addStretch(1)
        top.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.GAP, look.GAP, look.GAP, look.GAP)
        layout.setSpacing(look.GAP)
        layout.addLayout(top)
        for panels in self._pages:
            for panel in panels:
                layout.addWidget(panel, 1 if panel is not self.reading else 0)

    def open_table(self, table_id: str, page: Page) -> None:
        """Show a page about a table of the scenario; of one that is being read, once it has been."""
        table = self._session.scenario.table(table_id)
        self._awaited = None
        if self._finder.is_being_read(table):
            self.close_card()
            self._awaited = table_id, page
            told = tr("“{table}” is being read. It is shown when it has been.")
            self._messages.info(told.format(table=short_name(table.source)))
            return
        self.table_id = table_id
        self.setAccessibleName(short_name(table.source))
        self.reading.show_table(table_id)
        self.match.show_table(table_id)
        self.newer.show_table(table_id)
        self.picker.close_offer()
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(page)
        self.tabs.blockSignals(False)
        self._show_page()
        self.show()

    def follow_table(self, table_id: str) -> None:
        """Show the same page about another table, where one is open."""
        if self.table_id and self.table_id != table_id:
            self.open_table(table_id, Page(self.tabs.currentIndex()))

    def close_card(self) -> None:
        """Put the panel away."""
        self.table_id = ""
        self._awaited = None
        self.picker.close_offer()
        self.hide()

    def _open_awaited(self) -> None:
        """Show the table that was asked for while it was being read."""
        awaited, self._awaited = self._awaited, None
        tables = {table.id: table for table in self._session.scenario.tables}
        if awaited is not None and awaited[0] in tables and self._finder.is_at_hand(tables[awaited[0]]):
            self.open_table(*awaited)

    def _show_page(self) -> None:
        page = self.tabs.currentIndex()
        for number, panels in enumerate(self._pages):
            for panel in panels:
                panel.setVisible(number == page and panel is not self.picker)
        if page == Page.IMPORT and self.table_id:
            self.picker.offer(self.table_id)
        else:
            self.picker.withdraw()

    def _follow(self) -> None:
        """Close with the table; a newer file has another name."""
        if not self.table_id:
            return
        table = next((t for t in self._session.scenario.tables if t.id == self.table_id), None)
        if table is None:
            self.close_card()
        else:
            self.setAccessibleName(short_name(table.source))

    def _offer_anew(self) -> None:
        """Offer the columns again where the table is read otherwise now."""
        if self.table_id and self.tabs.currentIndex() == Page.IMPORT and self.picker.is_stale():
            self.picker.offer(self.table_id)

    def _after_taking(self) -> None:
        """Go on to what did not match; where nothing is left to say, make room."""
        report = self._session.reports.get(self.table_id)
        if report is not None and report.all_matched:
            self.close_card()
        else:
            self.tabs.setCurrentIndex(Page.MATCH)
