# SPDX-License-Identifier: GPL-2.0-or-later
"""A raw table made tidy, with what became of it."""

from __future__ import annotations

from functools import cached_property
from typing import Tuple

from ..core.feedback import SILENT, Feedback, check
from ..scenario.document import Table
from .cells import texts
from .columns import Columns, PlainColumns
from .decimal_mark import find_decimal_mark
from .findings import Unmatched
from .header import Body, body_of
from .keys import KeyRule, normalise_all
from .matching import KeyIndex, index_keys, match_keys
from .no_match import check_any_match
from .raw import RawTable
from .report import TableReport
from .reporting import left_over, make_report
from .spread import SpreadColumns
from .tidy_cells import TidyCells
from .units import Units

__all__ = ["TidyTable", "Units", "tidy"]


class TidyTable(TidyCells):
    """A table with one row a key, and the report on it."""

    @cached_property
    def left_over(self) -> Tuple[Tuple[Unmatched, ...], Tuple[Unmatched, ...]]:
        """The keys that match nothing in the table, and in the layer, each with its likely cause."""
        return left_over(self)

    def report(self) -> TableReport:
        """What became of the table; cells that are no number, of the columns read so far."""
        return make_report(self, *self.left_over)


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
