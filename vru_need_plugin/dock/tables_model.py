# SPDX-License-Identifier: GPL-2.0-or-later
"""The scenario's tables and how well each matches the areas."""

from __future__ import annotations

from enum import IntEnum
from typing import Any, Optional

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QBrush

from ..core.messages import NeedError
from ..scenario.document import KeyLevel, Table
from ..session.paths import short_name
from ..session.session import Session
from ..session.words import area_word, parent_word
from ..tables.report import TableReport
from ..translation import tr, translated
from . import look
from .numbers import whole
from .tips import tip

TABLE_ID_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The table's id."""
_TIP_LINES = 12


class TableColumn(IntEnum):
    """The columns, in order."""

    TABLE = 0
    ROWS = 1
    MATCHED = 2
    STATUS = 3


class TablesModel(QAbstractTableModel):
    """A view of the session's tables and their reports."""

    def __init__(self, session: Session, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tables = session.scenario.tables
        self._reports: dict[str, TableReport] = {}
        self._take_job()
        session.scenarioChanged.connect(self._take_scenario)
        session.jobChanged.connect(self._take_job)
        session.problemsChanged.connect(self._refresh)

    def table(self, row: int) -> Table:
        """The table of a row."""
        return self._tables[row]

    def _take_scenario(self) -> None:
        before, after = self._tables, self._session.scenario.tables
        if [t.id for t in before] == [t.id for t in after]:
            self._tables = after
            self._refresh()
            return
        self.beginResetModel()
        self._tables = after
        self.endResetModel()

    def _take_job(self) -> None:
        self._reports = self._session.reports
        self._refresh()

    def _refresh(self) -> None:
        if self._tables:
            last = self.index(len(self._tables) - 1, len(TableColumn) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """One row a table."""
        return 0 if parent.isValid() else len(self._tables)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        """One a `TableColumn`."""
        return 0 if parent.isValid() else len(TableColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """The columns' headings."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            TableColumn.TABLE: tr("Table"),
            TableColumn.ROWS: tr("Rows"),
            TableColumn.MATCHED: tr("Matched"),
            TableColumn.STATUS: tr("Status"),
        }[TableColumn(section)]

    def data(self, index: QModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """What a cell shows; the tooltip is the report."""
        if not index.isValid():
            return None
        table = self._tables[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(table, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self._tip(table))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == TableColumn.STATUS:
            return QBrush(look.WARNING) if self._asks_for_attention(table) else None
        return table.id if role == TABLE_ID_ROLE else None

    def _text(self, table: Table, column: int) -> str:
        report = self._reports.get(table.id)
        if column == TableColumn.TABLE:
            return short_name(table.source)
        if column == TableColumn.STATUS:
            return self._status(table)
        if report is None:
            return "–"
        if column == TableColumn.ROWS:
            return whole(report.rows_read)
        return tr("{matched} of {units}").format(matched=whole(report.matched), units=whole(report.units))

    def _status(self, table: Table) -> str:
        report = self._reports.get(table.id)
        if table.id in self._session.problems.tables:
            return tr("cannot be used")
        if report is None:
            return tr("not read yet")
        if report.matched == 0:
            return tr("nothing matched")
        if report.all_matched:
            return tr("all matched")
        return tr("{count} without a row").format(count=whole(report.units - report.matched))

    def _asks_for_attention(self, table: Table) -> bool:
        report = self._reports.get(table.id)
        return table.id in self._session.problems.tables or (report is not None and report.matched == 0)

    def _tip(self, table: Table) -> str:
        error: Optional[NeedError] = self._session.problems.tables.get(table.id)
        lines = [table.source, self._key_line(table)]
        if error is not None:
            return "\n".join([*lines, translated(error)])
        report = self._reports.get(table.id)
        told = [translated(message) for message in report.lines()] if report is not None else []
        more = (
            [tr("… and {count} more").format(count=len(told) - _TIP_LINES)] if len(told) > _TIP_LINES else []
        )
        return "\n".join([*lines, *told[:_TIP_LINES], *more])

    def _key_line(self, table: Table) -> str:
        spec = self._session.scenario.areas
        word = area_word(spec) if table.key_level is KeyLevel.AREA else parent_word(spec).casefold()
        return tr("One row for each {unit}, known by “{column}”").format(unit=word, column=table.key_column)


def _alignment(column: int) -> int:
    figures = (TableColumn.ROWS, TableColumn.MATCHED)
    side = Qt.AlignmentFlag.AlignRight if column in figures else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
