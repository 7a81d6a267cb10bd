# SPDX-License-Identifier: GPL-2.0-or-later
"""Long tables spread to one row a key."""

from __future__ import annotations

from typing import Dict, List, NamedTuple, Tuple

import numpy as np
from numpy.typing import NDArray

from ..core.messages import NeedError, mark
from ..scenario.document import PERIODS, Table
from ..scenario.limits import MOST_CELLS, MOST_COLUMNS
from .aggregate import aggregate_cells
from .cells import texts
from .columns import FloatArray, NotNumbers, NumberCells
from .header import JOINT, Body, unique_names
from .matching import KeyIndex
from .near import quoted
from .pandas_needed import need_pandas
from .periods import is_period

# pandas compares texts up to a zero byte only, so that would not do.
_BETWEEN = "\x1f"


class _Place(NamedTuple):
    """Where a spread column comes from."""

    value_column: str
    category: int


class SpreadColumns:
    """The columns that spreading a long table makes.

    A new column is named by the values of the ``spread`` columns, then the value column, joined
    by `` | ``; with exactly one value column its name is left out. Categories stand in order of
    first appearance, each with its value columns in the order given.

    Parameters
    ----------
    body, index
        The table below its header, and its keys.
    spec
        ``spread``, ``values``, ``aggregate``, ``empty_means_zero`` and ``missing``.
    decimal
        The decimal mark.

    Raises
    ------
    NeedError
        A column that is not there, no period among the columns where periods are asked for, so
        many categories that the answer would not fit, or pandas missing.
    """

    def __init__(self, body: Body, spec: Table, index: KeyIndex, decimal: str) -> None:
        self._spec = spec
        self._key_count = len(index.keys)
        self._used = index.key_of_row >= 0
        self._key_of_row = index.key_of_row[self._used]
        self._cells = NumberCells(body, self._used, decimal, spec.missing)
        self._category_of_row, categories = _categories(body, spec, self._used)
        value_columns = _value_columns(body, spec)
        _check_size(body, spec, len(categories) * len(value_columns), self._key_count)
        self._places = _places(categories, value_columns)
        self.names = tuple(self._places)
        self._spread: Dict[str, FloatArray] = {}

    @property
    def not_numbers(self) -> Tuple[NotNumbers, ...]:
        """What was found in the value columns read so far."""
        return self._cells.not_numbers

    def values(self, name: str) -> FloatArray:
        """Shape (keys,): NaN where missing."""
        place = self._places[name]
        if place.value_column not in self._spread:
            self._spread[place.value_column] = self._spread_out(place.value_column)
        return self._spread[place.value_column][place.category]

    def _spread_out(self, value_column: str) -> FloatArray:
        """A value column, shape (categories, keys)."""
        values = self._cells.values(value_column)[self._used]
        shape = (int(self._category_of_row.max(initial=-1)) + 1, self._key_count)
        slots = self._category_of_row.astype(np.int64) * self._key_count + self._key_of_row
        spread = aggregate_cells(values, slots, shape[0] * shape[1], self._spec.aggregate)
        if self._spec.empty_means_zero:
            absent = np.ones(len(spread), dtype=bool)
            absent[slots] = False
            spread[absent] = 0
        return spread.reshape(shape)


def _categories(body: Body, spec: Table, used: NDArray[np.bool_]) -> Tuple[NDArray[np.int64], List[str]]:
    """The category of each row used, and the categories' names in order of first appearance."""
    rows = np.flatnonzero(used).tolist()
    labels = [texts(body.cells(name)) for name in spec.spread]
    together = np.array([_BETWEEN.join(column[row] for column in labels) for row in rows], dtype=object)
    numbers, different = need_pandas().factorize(together)
    return numbers, [parts.replace(_BETWEEN, JOINT) for parts in different]


def _value_columns(body: Body, spec: Table) -> List[str]:
    if spec.values != PERIODS:
        return [body.existing(name) for name in spec.values]
    taken = {body.existing(name) for name in (spec.key_column, *spec.spread)}
    periods = [name for name in body.names if is_period(name) and name not in taken]
    if not periods:
        raise NeedError(
            mark(
                "The table “{table}” ({source}) is to be spread over its periods, but no column's name is a "
                "period (202403, 2024-03, 2024, 2023/24, 31/3/2024 or Mar 2024). It has: {names}."
            ),
            table=spec.id,
            source=body.source,
            names=quoted(body.names),
        )
    return periods


def _check_size(body: Body, spec: Table, columns: int, keys: int) -> None:
    if columns * keys > MOST_CELLS or columns > MOST_COLUMNS:
        raise NeedError(
            mark(
                "Spreading the table “{table}” ({source}) by {columns} would make {count} columns for "
                "{keys} keys. Spread by columns that hold a few categories."
            ),
            table=spec.id,
            source=body.source,
            columns=quoted(spec.spread),
            count=columns,
            keys=keys,
        )


def _places(categories: List[str], value_columns: List[str]) -> Dict[str, _Place]:
    """Each new column's name, and where its values come from."""
    alone = len(value_columns) == 1
    names = []
    places = []
    for number, category in enumerate(categories):
        for column in value_columns:
            names.append(category if alone else JOINT.join((category, column)))
            places.append(_Place(column, number))
    return dict(zip(unique_names(names), places))
