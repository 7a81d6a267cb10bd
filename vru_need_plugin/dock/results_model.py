# SPDX-License-Identifier: GPL-2.0-or-later
"""The scores as a table: one row an area, searched and sorted here."""

from __future__ import annotations

from enum import IntEnum
from typing import Any, Optional

import numpy as np
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from ..core.areas import AreaTable
from ..session.session import Session
from ..session.words import parent_word
from ..translation import tr
from .results_order import IntArray, SortKey, matching, searchable, text_key
from .results_rows import ResultRows
from .tips import tip

AREA_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The area's number, in layer order."""
BAR_ROLE = int(Qt.ItemDataRole.UserRole) + 2
"""Three shares of the longest bar: own level, parent's level, and what is not known."""


class ResultColumn(IntEnum):
    """The columns, in order."""

    RANK = 0
    AREA = 1
    PARENT = 2
    SCORE = 3
    MADE_OF = 4
    ABOVE = 5
    NEAR = 6
    DATA = 7


_NAMES = {
    ResultColumn.RANK: "rank",
    ResultColumn.AREA: "area",
    ResultColumn.PARENT: "parent",
    ResultColumn.SCORE: "score",
    ResultColumn.MADE_OF: "made_of",
    ResultColumn.ABOVE: "above",
    ResultColumn.NEAR: "near",
    ResultColumn.DATA: "data",
}
"""What the header's user role says of each column, whatever the heading."""

_TEXTS = (ResultColumn.AREA, ResultColumn.PARENT)


class ResultsModel(QAbstractTableModel):
    """A view of the session's scores. Areas without a score come last, however they are sorted."""

    def __init__(self, session: Session, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows = ResultRows(None, None, None)
        self._haystacks: list[str] = []
        self._text_keys: dict[ResultColumn, SortKey] = {}
        self._search = ""
        self._shown: IntArray = np.zeros(0, dtype=np.int64)
        self._sorted_by = ResultColumn.RANK
        self._descending = False
        self._take_areas()
        session.areasChanged.connect(self._take_areas)
        session.resultChanged.connect(self._take_result)
        session.scenarioChanged.connect(self._take_words)

    # What is shown

    def set_search(self, text: str) -> None:
        """Show the areas whose name, code or parent holds every word of `text`."""
        if text != self._search:
            self._search = text
            self._reset()

    def area(self, row: int) -> int:
        """The number of the area in a row."""
        return int(self._shown[row])

    def row_of(self, area: int) -> int:
        """The row of an area, -1 where it is not shown."""
        found = np.flatnonzero(self._shown == area)
        return int(found[0]) if len(found) else -1

    @property
    def area_count(self) -> int:
        """How many areas there are, shown or not."""
        return len(self._haystacks)

    def _take_areas(self) -> None:
        areas = self._session.areas
        self._haystacks = _haystacks(areas) if areas is not None else []
        self._text_keys = {}
        self._read_rows()
        self._reset()

    def _take_result(self) -> None:
        self._read_rows()
        if len(self._rows) != len(self._haystacks):
            self._take_areas()
            return
        self._reorder()
        self._refresh()

    def _read_rows(self) -> None:
        session = self._session
        initial = parent_word(session.scenario.areas)[:1].casefold()
        self._rows = ResultRows(session.areas, session.job, session.result, initial)

    def _take_words(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(ResultColumn) - 1)

    def _reset(self) -> None:
        self.beginResetModel()
        self._shown = self._ordered(matching(self._haystacks, self._search))
        self.endResetModel()

    def _reorder(self) -> None:
        """Sort what is shown again; whoever holds an index keeps the same area."""
        after = self._ordered(np.sort(self._shown))
        if np.array_equal(after, self._shown):
            return
        self.layoutAboutToBeChanged.emit()
        before = self._shown
        self._shown = after
        place = np.zeros(len(self._haystacks), dtype=np.int64)
        place[after] = np.arange(len(after))
        old = self.persistentIndexList()
        self.changePersistentIndexList(
            old, [self.index(int(place[before[index.row()]]), index.column()) for index in old]
        )
        self.layoutChanged.emit()

    def _refresh(self) -> None:
        if len(self._shown):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, len(ResultColumn) - 1))

    def _ordered(self, rows: IntArray) -> IntArray:
        if len(self._rows) == 0:
            return rows
        by_name = self._key(ResultColumn.AREA).order(rows, descending=False)
        return self._key(self._sorted_by).order(by_name, self._descending)

    def _key(self, column: ResultColumn) -> SortKey:
        if column not in _TEXTS:
            return SortKey(self._rows.numbers(column.name))
        if column not in self._text_keys:
            texts = [self._rows.text(column.name, area) for area in range(len(self._rows))]
            self._text_keys[column] = text_key(texts)
        return self._text_keys[column]

    # Qt's side

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; equals by name."""
        if column < 0:
            return
        self._sorted_by = ResultColumn(column)
        self._descending = order == Qt.SortOrder.DescendingOrder
        self._reorder()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """One row an area that the search finds."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        """One a `ResultColumn`."""
        return 0 if parent.isValid() else len(ResultColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """The headings; the parent's is the users' own word, the user role always says "parent"."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(ResultColumn):
            return None
        column = ResultColumn(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return _heading(column, parent_word(self._session.scenario.areas))
        if role == Qt.ItemDataRole.UserRole:
            return _NAMES[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return _heading_tip(column)
        return _alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: QModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """What a cell shows; the edit role has plain numbers, None where there is none."""
        if not index.isValid():
            return None
        area, column = int(self._shown[index.row()]), ResultColumn(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows.text(column.name, area)
        if role == Qt.ItemDataRole.EditRole:
            return self._rows.value(column.name, area)
        if role == AREA_ROLE:
            return area
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == BAR_ROLE and column == ResultColumn.SCORE:
            return self._rows.bar(area)
        return tip(self._rows.tip(area)) if role == Qt.ItemDataRole.ToolTipRole else None


def _haystacks(areas: AreaTable) -> list[str]:
    none = [None] * len(areas)
    parents = zip(areas.parent_names or none, areas.parent_codes or none)
    return [searchable(name, code, *parent) for name, code, parent in zip(areas.names, areas.codes, parents)]


def _alignment(column: ResultColumn) -> int:
    side = Qt.AlignmentFlag.AlignLeft if column in _TEXTS else Qt.AlignmentFlag.AlignRight
    return int(side | Qt.AlignmentFlag.AlignVCenter)


def _heading(column: ResultColumn, parent: str) -> str:
    return {
        ResultColumn.RANK: tr("Rank"),
        ResultColumn.AREA: tr("Area"),
        ResultColumn.PARENT: parent,
        ResultColumn.SCORE: tr("Score"),
        ResultColumn.MADE_OF: tr("Made of"),
        ResultColumn.ABOVE: tr("Above"),
        ResultColumn.NEAR: tr("Just below"),
        ResultColumn.DATA: tr("Data"),
    }[column]


def _heading_tip(column: ResultColumn) -> str:
    return {
        ResultColumn.RANK: tr("1 is the greatest need; = marks areas level with each other"),
        ResultColumn.AREA: tr("Click an area to see it on the map and why it has its score"),
        ResultColumn.PARENT: tr("What the area lies in"),
        ResultColumn.SCORE: tr(
            "The weights of the measures above threshold, added up; the pale part of a bar is known at the "
            "coarser level only"
        ),
        ResultColumn.MADE_OF: tr(
            "What of the score is known for the area itself + what for the coarser level only"
        ),
        ResultColumn.ABOVE: tr("How many measures are above threshold"),
        ResultColumn.NEAR: tr("How many measures are just below threshold"),
        ResultColumn.DATA: tr("How many measures have a figure for the area"),
    }[column]
