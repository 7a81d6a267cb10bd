# SPDX-License-Identifier: GPL-2.0-or-later
"""A raw table made tidy: one row a key, numbers in columns, matched with areas or parents."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Tuple

import numpy as np
from numpy.typing import NDArray

from ..core.feedback import SILENT, Feedback, check
from ..scenario.document import ColumnRef, Rolling, Table
from .cells import texts
from .columns import Columns, FloatArray, PlainColumns
from .decimal_mark import find_decimal_mark
from .findings import Unmatched
from .header import Body, body_of, existing_column
from .keys import KeyRule, normalise_all
from .matching import KeyIndex, Matching, index_keys, match_keys
from .no_match import check_any_match
from .periods import newest
from .raw import RawTable
from .report import TableReport
from .reporting import left_over, make_report
from .spread import SpreadColumns
from .units import Units

__all__ = ["TidyTable", "Units", "tidy"]


@dataclass(frozen=True, eq=False)
class TidyTable:
    """A table with one row a key.

    Attributes
    ----------
    spec, raw
        The table as the scenario describes it, and as read.
    body
        Its cells below the header.
    rule
        How its keys are normalised.
    index, matching
        Its keys, and the units that they are.
    columns
        Its columns as numbers; those of a long table are spread.
    decimal
        Its decimal mark, found or given.
    """

    spec: Table
    raw: RawTable
    body: Body
    units: Units
    rule: KeyRule
    index: KeyIndex
    matching: Matching
    columns: Columns
    decimal: str

    @property
    def names(self) -> Tuple[str, ...]:
        """What the columns are called; a spread table has only those that spreading made."""
        return self.columns.names

    @property
    def keys(self) -> Tuple[str, ...]:
        """The normalised key of each row, each once."""
        return self.index.keys

    @property
    def unit_row(self) -> NDArray[np.int32]:
        """Shape (units,): each unit's row, -1 for none."""
        return self.matching.unit_row

    @property
    def row_unit(self) -> NDArray[np.int32]:
        """Shape (rows,): each row's unit, -1 for none."""
        return self.matching.row_unit

    def normalise(self, key: str) -> str:
        """A key of `include_keys` or `exclude_keys` as this table's keys are normalised.

        A key that the table does not have is looked up among the aliases.
        """
        plain = self.rule.unit_key(key)
        return plain if plain in self.index.numbers else self.rule.table_key(key)

    def values(self, name: str) -> FloatArray:
        """A column, shape (rows,), NaN where missing.

        Raises
        ------
        NeedError
            No such column, or a column of text.
        """
        return self.columns.values(self._existing(name))

    def select(self, reference: ColumnRef) -> Tuple[str, ...]:
        """The columns that a reference stands for, oldest first.

        Raises
        ------
        NeedError
            No such column (it names the likest), or fewer periods than asked for.
        """
        if isinstance(reference, Rolling):
            return newest(reference, self.names, self.spec.id, self.raw.source)
        return (self._existing(reference),)

    @cached_property
    def left_over(self) -> Tuple[Tuple[Unmatched, ...], Tuple[Unmatched, ...]]:
        """The keys that match nothing in the table, and in the layer, each with its likely cause."""
        return left_over(self)

    def report(self) -> TableReport:
        """What became of the table; cells that are no number, of the columns read so far."""
        return make_report(self)

    def _existing(self, name: str) -> str:
        return existing_column(name, self.names, self.spec.id, self.raw.source)


def tidy(raw: RawTable, spec: Table, units: Units, feedback: Feedback = SILENT) -> TidyTable:
    """Make a table tidy.

    Parameters
    ----------
    raw
        The table as read.
    spec
        Header, keys, numbers and spreading.
    units
        What its keys are matched with.
    feedback
        Asked now and then whether to stop.

    Raises
    ------
    NeedError
        No rows, no key column, no key that matches, both decimal marks, or columns to spread
        that are not there.
    Cancelled
        The user asked to stop.
    """
    body = body_of(raw, spec)
    check(feedback)
    spellings = texts(body.cells(spec.key_column))
    table_keys = normalise_all(spellings, spec.key_match)
    unit_keys = units.normalised(spec.key_match)
    rule = KeyRule.of(spec.key_match, table_keys, unit_keys, spec.key_aliases)
    index = index_keys(rule.joined(table_keys), spellings)
    matching = match_keys(index.keys, rule.padded(unit_keys))
    check_any_match(body, spec, units, index, matching)
    check(feedback)
    decimal = spec.decimal or find_decimal_mark(body, spec.missing)
    check(feedback)
    return TidyTable(
        spec, raw, body, units, rule, index, matching, _columns(body, spec, index, decimal), decimal
    )


def _columns(body: Body, spec: Table, index: KeyIndex, decimal: str) -> Columns:
    if spec.spread:
        return SpreadColumns(body, spec, index, decimal)
    return PlainColumns(body, index.first_row, decimal, spec.missing)
