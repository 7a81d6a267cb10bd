# SPDX-License-Identifier: GPL-2.0-or-later
"""The scores as a table: one row an area, searched and sorted here."""

from __future__ import annotations

from functools import partial
from typing import Any, Optional, Tuple

import numpy as np
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from ..core.areas import AreaTable
from ..scoring.focus import focus_numbers, in_focus
from ..scoring.parents import Parents, parents_of
from ..session.session import Session
from ..session.words import parent_word
from .result_column import NAMES, TEXTS, ResultColumn, alignment, heading, heading_tip
from .results_filter import NO_FILTER, Filter, passing
from .results_order import IntArray, SortKey, searchable, text_key
from .results_rows import ResultRows
from .results_search import Haystacks, search
from .tips import tip

AREA_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The area's number, in layer order."""
BAR_ROLE = int(Qt.ItemDataRole.UserRole) + 2
"""The parts of the score's bar, of the highest possible score: own level, parent's level."""
CHIPS_ROLE = int(Qt.ItemDataRole.UserRole) + 3
"""The measures above threshold: (title, whether it is known at the parent's level only) each."""

_COLUMNS = len(ResultColumn)  # asked for once a row whenever a view lays itself out
_NO_PARENTS = Parents((), (), np.zeros(0, dtype=np.int32))


class ResultsModel(QAbstractTableModel):
    """A view of the session's scores. Areas without a score come last, however they are sorted."""

    def __init__(self, session: Session, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows = ResultRows(None, None, None)
        self._titles: dict[str, str] = {}
        self._haystacks = Haystacks(0, tuple)
        self._parents = _NO_PARENTS
        self._text_keys: dict[ResultColumn, SortKey] = {}
        self._search = ""
        self._filter = NO_FILTER
        self._focus: Tuple[str, ...] = session.scenario.options.focus
        self._shown: IntArray = np.zeros(0, dtype=np.int64)
        self._sorted_by = ResultColumn.RANK
        self._descending = False
        self._take_areas()
        session.areasChanged.connect(self._take_areas)
        session.resultChanged.connect(self._take_result)
        session.scenarioChanged.connect(self._take_scenario)

    # What is shown

    def set_search(self, text: str) -> None:
        """Show the areas whose name, code or parent, or a measure they are above on, holds every word."""
        if text != self._search:
            self._search = text
            self._reset()

    def set_filter(self, wanted: Filter) -> None:
        """Show only what the filter lets through."""
        if wanted != self._filter:
            self._filter = wanted
            self._reset()

    @property
    def shown_areas(self) -> IntArray:
        """The numbers of the areas shown, in the order shown."""
        return self._shown

    @property
    def parents(self) -> Parents:
        """What the areas lie in."""
        return self._parents

    @property
    def focus_names(self) -> Tuple[str, ...]:
        """The names of the parents in focus."""
        return tuple(self._parents.names[number] for number in focus_numbers(self._parents, self._focus))

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
        self._haystacks = Haystacks(len(areas or ()), partial(_texts, areas))
        self._parents = parents_of(areas) if areas is not None else _NO_PARENTS
        self._text_keys = {}
        self._read_rows()
        self._reset()

    def _take_result(self) -> None:
        self._read_rows()
        if len(self._rows) != len(self._haystacks):
            self._take_areas()
        elif (self._search or self._filter.needs_scores) and self._is_another_choice():
            self._reset()
        else:
            self._reorder()
            self._refresh()

    def _read_rows(self) -> None:
        session = self._session
        initial = parent_word(session.scenario.areas)[:1].casefold()
        self._titles = _titles(session)
        self._rows = ResultRows(session.areas, session.job, session.result, initial, self._titles)

    def _take_scenario(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(ResultColumn) - 1)
        if self._session.scenario.options.focus != self._focus:
            self._focus = self._session.scenario.options.focus
            self._reset()
        if _titles(self._session) != self._titles:
            self._read_rows()
            self._refresh()

    def _chosen(self) -> IntArray:
        """The numbers of the areas to be shown, in layer order."""
        session = self._session
        job, result = (session.job, session.result) if session.fits_areas else (None, None)
        if len(self._haystacks) == 0:
            return np.zeros(0, dtype=np.int64)
        chosen = search(self._haystacks, self._search, job, result)
        chosen &= passing(self._filter, self._parents, job, result)
        chosen &= in_focus(self._parents, self._focus)
        return np.flatnonzero(chosen)

    def _is_another_choice(self) -> bool:
        return not np.array_equal(self._chosen(), np.sort(self._shown))

    def _reset(self) -> None:
        self.beginResetModel()
        self._shown = self._ordered(self._chosen())
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
        if column == ResultColumn.CHIPS:
            above = self._rows.numbers("ABOVE")
            return SortKey(np.where(above > 0, above, np.nan))
        if column not in TEXTS:
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
        return 0 if parent.isValid() else _COLUMNS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """The headings; the parent's is the users' own word, the user role always says "parent"."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(ResultColumn):
            return None
        column = ResultColumn(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return heading(column, parent_word(self._session.scenario.areas))
        if role == Qt.ItemDataRole.UserRole:
            return NAMES[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return heading_tip(column)
        return alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

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
            return alignment(column)
        if role == BAR_ROLE and column == ResultColumn.SCORE:
            return self._rows.bar(area)
        if role == CHIPS_ROLE and column == ResultColumn.CHIPS:
            return self._rows.above_on(area)
        return tip(self._rows.tip(area)) if role == Qt.ItemDataRole.ToolTipRole else None


def _texts(areas: Optional[AreaTable]) -> list[str]:
    """What a search looks through, one an area."""
    if areas is None:
        return []
    none = [None] * len(areas)
    parents = zip(areas.parent_names or none, areas.parent_codes or none)
    return [searchable(name, code, *parent) for name, code, parent in zip(areas.names, areas.codes, parents)]


def _titles(session: Session) -> dict[str, str]:
    return {measure.id: measure.title for measure in session.scenario.measures}
