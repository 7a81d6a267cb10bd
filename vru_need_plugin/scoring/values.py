# SPDX-License-Identifier: GPL-2.0-or-later
"""A measure's value worked out from the columns of its table."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Callable, Mapping, Optional, Tuple

import numpy as np
from numpy.typing import NDArray

from ..core.calculate import Quotient, difference, percent_change, ratio, total
from ..core.threshold import exact
from ..scenario.document import ColumnRef, Measure, Value, ValueKind
from ..tables.tidy import TidyTable

FloatArray = NDArray[np.float64]


@dataclass(frozen=True)
class MeasureValues:
    """A measure's values over the rows of its table, and what they were made from.

    Attributes
    ----------
    values
        Shape (rows,); NaN is missing.
    numerator, denominator
        Shape (rows,), for a ratio; for a change `numerator` is the later and `denominator` the
        earlier figure. None for the other kinds.
    columns, denominator_columns
        The names of the columns used, rolling periods spelled out.
    quotient
        What ratios are exactly; None for values that are decimals themselves.
    """

    values: FloatArray
    numerator: Optional[FloatArray]
    denominator: Optional[FloatArray]
    columns: Tuple[str, ...]
    denominator_columns: Tuple[str, ...] = ()
    quotient: Optional[Quotient] = None


def measure_values(measure: Measure, tables: Mapping[str, TidyTable]) -> MeasureValues:
    """Work out a measure over every row of its own table.

    Raises
    ------
    NeedError
        A column or a period that is not there, or a column that holds no numbers.
    """
    return _KINDS[measure.value.kind](measure.value, tables[measure.table], tables)


def _columns(table: TidyTable, references: Tuple[ColumnRef, ...]) -> Tuple[str, ...]:
    return tuple(name for reference in references for name in table.select(reference))


def _total(table: TidyTable, names: Tuple[str, ...]) -> FloatArray:
    return total([table.values(name) for name in names])


def _sum(value: Value, table: TidyTable, _tables: Mapping[str, TidyTable]) -> MeasureValues:
    names = _columns(table, value.columns)
    return MeasureValues(_total(table, names), None, None, names)


def _ratio(value: Value, table: TidyTable, tables: Mapping[str, TidyTable]) -> MeasureValues:
    other = tables[value.denominator_table] if value.denominator_table else table
    names, below_names = _columns(table, value.columns), _columns(other, value.denominator)
    above = _total(table, names)
    below = _aligned(_total(other, below_names), other, table)
    exactly = Quotient(above, below, exact(float(value.per)))
    return MeasureValues(ratio(above, below, value.per), above, below, names, below_names, exactly)


def _change(value: Value, table: TidyTable, _tables: Mapping[str, TidyTable]) -> MeasureValues:
    later, earlier, names = _later_and_earlier(value, table)
    return MeasureValues(difference(later, earlier), later, earlier, *names)


def _percent_change(value: Value, table: TidyTable, _tables: Mapping[str, TidyTable]) -> MeasureValues:
    later, earlier, names = _later_and_earlier(value, table)
    exactly = Quotient(difference(later, earlier), earlier, Fraction(100))
    changed = percent_change(later, earlier, value.minimum_base)
    return MeasureValues(changed, later, earlier, *names, quotient=exactly)


def _later_and_earlier(
    value: Value, table: TidyTable
) -> Tuple[FloatArray, FloatArray, Tuple[Tuple[str, ...], Tuple[str, ...]]]:
    later, earlier = _columns(table, value.to_columns), _columns(table, value.from_columns)
    return _total(table, later), _total(table, earlier), (later, earlier)


def _aligned(values: FloatArray, theirs: TidyTable, ours: TidyTable) -> FloatArray:
    """Another table's values at the rows of ours: by area where matched, otherwise by key.

    A code and a name that read alike are not one key.
    """
    if theirs is ours:
        return values
    alike = theirs.spec.key_match is ours.spec.key_match
    their_key_row = {key: row for row, key in enumerate(theirs.keys)} if alike else {}
    rows = np.array([their_key_row.get(key, -1) for key in ours.keys], dtype=np.int64)
    matched = ours.row_unit >= 0
    rows[matched] = theirs.unit_row[ours.row_unit[matched]]
    return np.where(rows >= 0, values[rows], np.nan) if len(values) else np.full(len(rows), np.nan)


_KINDS: Mapping[ValueKind, Callable[[Value, TidyTable, Mapping[str, TidyTable]], MeasureValues]] = {
    ValueKind.COLUMN: _sum,
    ValueKind.SUM: _sum,
    ValueKind.RATIO: _ratio,
    ValueKind.CHANGE: _change,
    ValueKind.PERCENT_CHANGE: _percent_change,
}
