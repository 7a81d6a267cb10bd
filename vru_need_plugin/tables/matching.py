# SPDX-License-Identifier: GPL-2.0-or-later
"""Which rows of a table have one key, and which area (or parent) each key is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat
from typing import Dict, FrozenSet, List, Mapping, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray

NONE = -1
"""No key, no row or no unit."""


@dataclass(frozen=True)
class KeyIndex:
    """The keys of a table's rows.

    Attributes
    ----------
    keys
        Normalised keys, each once, in order of first appearance.
    key_of_row
        Shape (rows,): the number of each row's key, `NONE` where it is blank.
    first_row
        Shape (keys,): where each key appears first.
    spellings
        Each row's key as the table writes it.
    """

    keys: Tuple[str, ...]
    key_of_row: NDArray[np.int32]
    first_row: NDArray[np.int32]
    spellings: Sequence[str]

    @cached_property
    def numbers(self) -> Dict[str, int]:
        """Each key's number, which is its row in the tidy table."""
        return {key: number for number, key in enumerate(self.keys)}

    @property
    def blank_rows(self) -> int:
        """How many rows have no key."""
        return int(np.count_nonzero(self.key_of_row == NONE))

    def spelling(self, key: int) -> str:
        """How the table first writes a key."""
        return self.spellings[self.first_row[key]]

    def rows_by_key(self) -> Dict[int, List[int]]:
        """Positions of the rows of each key that has several."""
        several = np.flatnonzero(np.bincount(self.key_of_row[self.key_of_row >= 0]) > 1)
        rows: Dict[int, List[int]] = {key: [] for key in several.tolist()}
        for row in np.flatnonzero(np.isin(self.key_of_row, several)).tolist():
            rows[int(self.key_of_row[row])].append(row)
        return rows


def index_keys(keys: Sequence[str], spellings: Sequence[str]) -> KeyIndex:
    """Number the keys of a table's rows, given each row's normalised key and its spelling."""
    different = dict.fromkeys(keys)
    different.pop("", None)
    key_of_row = np.arange(len(keys), dtype=np.int32)
    if len(different) < len(keys):
        numbers = {key: number for number, key in enumerate(different)}
        key_of_row = _looked_up(numbers, keys)
    return KeyIndex(tuple(different), key_of_row, first_rows(key_of_row, len(different)), spellings)


def first_rows(number_of_row: NDArray[np.int32], count: int) -> NDArray[np.int32]:
    """Shape (count,): the first row that has each number from 0; a row of `NONE` has none."""
    rows = np.flatnonzero(number_of_row >= 0)[::-1]
    first = np.empty(count, dtype=np.int32)
    first[number_of_row[rows]] = rows  # of several the last assigned stays
    return first


def _looked_up(numbers: Mapping[str, int], keys: Sequence[str]) -> NDArray[np.int32]:
    """Each key's number, `NONE` where it has none."""
    return np.fromiter(map(numbers.get, keys, repeat(NONE)), dtype=np.int32, count=len(keys))


@dataclass(frozen=True)
class Matching:
    """A table's keys set against the units.

    Attributes
    ----------
    unit_row
        Shape (units,): each unit's row, `NONE` for none.
    row_unit
        Shape (rows,): each row's unit, `NONE` for none.
    unit_keys
        Each unit's normalised key.
    ambiguous
        Keys that two units bear; they match nothing.
    """

    unit_row: NDArray[np.int32]
    row_unit: NDArray[np.int32]
    unit_keys: Tuple[str, ...]
    ambiguous: FrozenSet[str]

    @property
    def matched(self) -> int:
        """How many units have a row."""
        return int(np.count_nonzero(self.unit_row >= 0))


def match_keys(keys: Sequence[str], unit_keys: Sequence[str]) -> Matching:
    """Match a table's unique keys with the units' (normalised, blank for none)."""
    units = {key: unit for unit, key in enumerate(unit_keys)}
    ambiguous: FrozenSet[str] = frozenset()
    if len(units) < len(unit_keys):
        ambiguous = frozenset(key for key, count in Counter(unit_keys).items() if count > 1 and key)
    for key in ("", *ambiguous):
        units.pop(key, None)
    row_unit = _looked_up(units, keys)
    unit_row = np.full(len(unit_keys), NONE, dtype=np.int32)
    rows = np.flatnonzero(row_unit >= 0)
    unit_row[row_unit[rows]] = rows
    return Matching(unit_row, row_unit, tuple(unit_keys), ambiguous)
