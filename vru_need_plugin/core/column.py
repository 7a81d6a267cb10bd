# SPDX-License-Identifier: GPL-2.0-or-later
"""One measure's values at their own level, and the same sorted once."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Callable, Dict, Optional, Tuple

import numpy as np
from numpy.typing import NDArray

from .calculate import Quotient
from .moments import Moments, moments, moments_of
from .places import places_of
from .threshold import Direction, exact

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int32]
BoolArray = NDArray[np.bool_]

NO_GROUP = -1
"""The group of a row that no reference group judges."""
NO_ROW = -1
"""The row of an area that the table has no row for."""
MOST_EXACT_RATIOS = 1_000
"""The most rows whose ratios are compared with their mean as exact fractions."""
_RATIO_DECIMALS = 60
_LEVEL = Fraction(1, 10**40)


@dataclass(frozen=True)
class Column:
    """A measure's values over its own rows: 633 wards, 33 boroughs, 7,180 wards of England.

    Parameters
    ----------
    values
        Shape (rows,). NaN and infinite values are missing.
    direction
        Which end means need.
    group
        Shape (rows,). The reference group, from 0, that a row is compared with; `NO_GROUP` for
        none.
    member
        Shape (rows,). Whether the row is itself in that group. A row that is not is still
        judged by it.
    area_row
        Shape (areas,). The row of each area, `NO_ROW` for none. None where the first rows are
        the areas themselves, in order.
    quotient
        What the values are exactly, where they are ratios; None where they are decimals.
    """

    values: FloatArray
    direction: Direction
    group: IntArray
    member: BoolArray
    area_row: Optional[IntArray] = None
    quotient: Optional[Quotient] = None


@dataclass(frozen=True)
class PreparedColumn:
    """A column with each row's standing in its reference group, worked out once.

    Attributes
    ----------
    need
        Shape (rows,). The value, negated where low means need; NaN where missing.
    judged
        Shape (rows,). Whether the row has a value and a reference group.
    group
        Shape (rows,). As in `Column`.
    lower
        Shape (rows,). How many of the group have less need; -1 where not judged.
    upto
        Shape (rows,). How many of the group have no more need; -1 where not judged.
    groups
        Each group's values of need, ascending.
    area_row, quotient
        As in `Column`.
    direction
        Which end means need.
    """

    need: FloatArray
    judged: BoolArray
    group: IntArray
    lower: IntArray
    upto: IntArray
    groups: Tuple[FloatArray, ...]
    area_row: Optional[IntArray]
    direction: Direction
    quotient: Optional[Quotient] = None

    def sign(self) -> int:
        """What turns need into the measure's own units: 1, or -1 where low means need."""
        return 1 if self.direction is Direction.HIGH else -1

    @cached_property
    def has_value(self) -> BoolArray:
        """Shape (rows,): whether the row has a value."""
        return ~np.isnan(self.need)

    @cached_property
    def moments(self) -> Tuple[Moments, ...]:
        """Each group's exact mean and variance of need."""
        if self.slack:
            whole = [[self._ratios[need] for need in values.tolist()] for values in self.groups]
            return tuple(moments_of(group, 10**_RATIO_DECIMALS) for group in whole)
        return tuple(moments(values, self.exactly) for values in self.groups)

    @cached_property
    def exactly(self) -> Callable[[float], Fraction]:
        """What a value of need stands for exactly.

        Ratios of more rows than `MOST_EXACT_RATIOS` are kept to 60 decimals (see `slack`): the
        common denominator of so many has tens of thousands of digits.
        """
        if self.quotient is None:
            return exact
        if self.slack:
            return lambda need: Fraction(self._ratios[need], 10**_RATIO_DECIMALS)
        rows = np.flatnonzero(self.judged).tolist()
        return {float(self.need[row]): self.sign() * self.quotient.at(row) for row in rows}.__getitem__

    @cached_property
    def _ratios(self) -> Dict[float, int]:
        """Each value of need as a whole number of the last of the decimals that ratios are kept to."""
        if self.quotient is None:
            return {}
        rows = np.flatnonzero(self.judged)
        sign = self.sign()
        ratios = self.quotient.rounded(rows, _RATIO_DECIMALS)
        return {need: sign * ratio for need, ratio in zip(self.need[rows].tolist(), ratios)}

    @cached_property
    def slack(self) -> Fraction:
        """Up to which difference a value is level with a figure of its group: 0 where all is exact.

        Ratios of published figures that differ at all differ by far more than 10 to the power -40,
        and what 60 decimals leave out adds up to far less.
        """
        rounded = self.quotient is not None and np.count_nonzero(self.judged) > MOST_EXACT_RATIOS
        return _LEVEL if rounded else Fraction(0)

    @cached_property
    def candidates(self) -> Tuple[FloatArray, ...]:
        """Each group's distinct values of need, members or not, ascending."""
        return tuple(
            np.unique(self.need[rows][self.judged[rows]])
            for rows in _rows_by_group(self.group, len(self.groups))
        )

    def at_areas(self, rows: BoolArray, areas: int) -> BoolArray:
        """Carry a true/false for each row to the areas; False for an area without a row.

        Where the rows are the areas, the answer is a view of `rows`.
        """
        if self.area_row is None:
            return rows[:areas]
        return np.where(self.area_row >= 0, rows[self.area_row], False)


def prepare_column(column: Column) -> PreparedColumn:
    """Sort a column's reference groups and place every row in its own.

    Returns
    -------
    PreparedColumn
        Independent of threshold and weight.
    """
    values = np.where(np.isfinite(column.values), column.values, np.nan)
    need = values if column.direction is Direction.HIGH else -values
    judged = ~np.isnan(need) & (column.group >= 0)
    members = judged & column.member
    lower = np.full(len(need), -1, dtype=np.int32)
    upto = np.full(len(need), -1, dtype=np.int32)
    groups = []
    for rows in _rows_by_group(column.group, int(column.group.max(initial=NO_GROUP)) + 1):
        ours = rows[judged[rows]]
        lower[ours], upto[ours], ascending = places_of(need[ours], members[ours])
        groups.append(ascending)
    return PreparedColumn(
        need,
        judged,
        column.group,
        lower,
        upto,
        tuple(groups),
        column.area_row,
        column.direction,
        column.quotient,
    )


def _rows_by_group(group: IntArray, groups: int) -> list[NDArray[np.intp]]:
    """The row numbers of each group, in row order."""
    order = np.argsort(group, kind="stable")
    bounds = np.searchsorted(group[order], np.arange(groups + 1))
    return [order[bounds[number] : bounds[number + 1]] for number in range(groups)]
