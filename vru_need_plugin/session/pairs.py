# SPDX-License-Identifier: GPL-2.0-or-later
"""Keys of a table and of the layer that may be one: spelled otherwise, or under another year's code."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Dict, Iterable, List, Optional, Sequence, Tuple

from ..core.areas import AreaTable
from ..scenario.document import KeyLevel, KeyMatch, Table
from ..tables.causes import Cause
from ..tables.cells import cell_text
from ..tables.findings import Unmatched
from ..tables.key_columns import key_columns
from ..tables.keys import normalise_name, normaliser
from ..tables.tidy import TidyTable

_RENUMBERED = frozenset({Cause.OTHER_YEAR, Cause.OUTSIDE, Cause.NO_ROW})
_PARENTS_AGREE = 0.9

Place = Tuple[str, str]
"""A name and the parent that it lies in, folded; the parent is empty where nothing tells."""


@dataclass(frozen=True)
class Pair:
    """A key of the table and the key of the layer that it may be.

    Attributes
    ----------
    table_key, unit_key
        As each side writes them; together an entry of ``key_aliases``.
    name
        What the area is called.
    """

    table_key: str
    unit_key: str
    name: str


def spelled_otherwise(table: TidyTable) -> List[Pair]:
    """Pairs whose keys differ by spelling or by a lost zero, each key of the layer once."""
    in_table, in_layer = table.left_over
    by_name = table.spec.key_match is KeyMatch.NAME
    found: Dict[str, Pair] = {}
    for item in in_layer:
        if item.meant is not None:
            unit_key = item.name if by_name else item.key
            found.setdefault(unit_key, Pair(item.meant, unit_key, item.name))
    taken = {pair.table_key for pair in found.values()}
    for item in in_table:
        if item.meant is not None and item.key not in taken:
            found.setdefault(item.meant, Pair(item.key, item.meant, item.name or item.meant))
    return list(found.values())


def successors(table: TidyTable, areas: AreaTable) -> List[Pair]:
    """Codes of the table and of the layer that differ and bear the same name in the same parent.

    Probable successors, no more: redrawn areas often keep their names. Only names that are left
    over once on either side count; where the table does not say the parents, only codes that look
    like another year's.
    """
    if table.spec.key_match is KeyMatch.NAME:
        return []
    in_table, in_layer = table.left_over
    parents = _ParentsOf(table, areas)
    causes = _RENUMBERED if parents.known else frozenset({Cause.OTHER_YEAR})
    rows = [item for item in in_table if item.cause in causes and item.name]
    units = [item for item in in_layer if item.cause in _RENUMBERED and item.name]
    ours = [(normalise_name(item.name), parents.of_area(item)) for item in units]
    theirs = [(normalise_name(item.name), parents.of_row(item)) for item in rows]
    if not parents.known:
        apart = [_taken_apart(name, parents.names) for name, _parent in theirs]
        if 2 * sum(parent != "" for _name, parent in apart) > len(apart):
            theirs = apart
            ours = [(name, parents.named(item)) for (name, _none), item in zip(ours, units)]
    row_at, unit_at = _by_place(theirs, rows), _by_place(ours, units)
    return [
        Pair(row_at[place].key, unit.key, unit.name) for place, unit in unit_at.items() if place in row_at
    ]


def _taken_apart(name: str, parents: Iterable[str]) -> Place:
    """A folded name that begins with its parent's: "bexley barnehurst"."""
    for parent in parents:
        if name.startswith(f"{parent} "):
            return name[len(parent) + 1 :], parent
    return name, ""


def other_year_codes(table: TidyTable) -> Tuple[int, int]:
    """How many codes of the table and of the layer look like those of two different years."""
    in_table, in_layer = (sum(item.cause is Cause.OTHER_YEAR for item in side) for side in table.left_over)
    return in_table, in_layer


def with_pairs(table: Table, pairs: Iterable[Pair]) -> Dict[str, str]:
    """The table's ``key_aliases`` with pairs added."""
    return {**table.key_aliases, **{pair.table_key: pair.unit_key for pair in pairs}}


def _by_place(places: Sequence[Place], items: Sequence[Unmatched]) -> Dict[Place, Unmatched]:
    """Those whose name is there once, by their folded name and parent."""
    counted = Counter(places)
    return {place: item for place, item in zip(places, items) if counted[place] == 1}


class _ParentsOf:
    """The parent of a row of the table and of an area, where both sides tell it."""

    def __init__(self, table: TidyTable, areas: AreaTable) -> None:
        self._table = table
        self._areas = areas
        self._numbers = {str(code): number for number, code in enumerate(areas.codes)}
        self._cells: Sequence[object] = ()
        self._match: Optional[KeyMatch] = None
        self._find_column()

    @property
    def known(self) -> bool:
        """Whether the table has a column of the parents that the areas lie in."""
        return self._match is not None

    def _find_column(self) -> None:
        """Take the first column that tells the right parent of the rows that match."""
        others = [units for units in self._table.units.others if units.level is KeyLevel.PARENT]
        for item in key_columns(self._table.body, others) if others else ():
            if self._of_areas(item.match) is None:
                continue
            self._cells, self._match = self._table.body.cells(item.column), item.match
            if self._agrees():
                return
        self._cells, self._match = (), None

    def _agrees(self) -> bool:
        first = self._table.index.first_row.tolist()
        pairs = [
            (self._row_parent(first[row]), self._area_parent(unit))
            for unit, row in enumerate(self._table.unit_row.tolist())
            if row >= 0
        ]
        return sum(theirs == ours for theirs, ours in pairs) >= _PARENTS_AGREE * len(pairs) > 0

    def _of_areas(self, match: Optional[KeyMatch]) -> Optional[Sequence[Optional[str]]]:
        return self._areas.parent_names if match is KeyMatch.NAME else self._areas.parent_codes

    def _row_parent(self, position: int) -> str:
        return normaliser(self._match)(cell_text(self._cells[position])) if self._match else ""

    def _area_parent(self, number: int) -> str:
        parents = self._of_areas(self._match)
        return normaliser(self._match)(parents[number] or "") if self._match and parents else ""

    def of_row(self, item: Unmatched) -> str:
        """The folded parent of a key that the table has and the layer has not."""
        return "" if item.row is None else self._row_parent(item.row - self._table.body.first_row)

    def of_area(self, item: Unmatched) -> str:
        """The folded parent of an area without a row."""
        return self._area_parent(self._numbers[item.key])

    def named(self, item: Unmatched) -> str:
        """The folded name of an area's parent."""
        names = self._areas.parent_names
        return normalise_name(names[self._numbers[item.key]] or "") if names is not None else ""

    @property
    def names(self) -> List[str]:
        """The parents' folded names, the longest first."""
        names = {normalise_name(name) for name in self._areas.parent_names or () if name}
        return sorted(names, key=len, reverse=True)
