# SPDX-License-Identifier: GPL-2.0-or-later
"""What a measure's figure is made from: columns, and what is done with them, in words."""

from __future__ import annotations

from typing import Sequence

from ..core.messages import mark
from ..scenario.document import ColumnRef, Rolling, ValueKind
from .markup import Markup, user
from .outcome import Outcome
from .voice import Voice

_LISTED_PERIODS = 3


def value_words(outcome: Outcome, say: Voice) -> Markup:
    """What the figure is made from: columns, and what is done with them."""
    value, evidence = outcome.measure.value, outcome.evidence
    columns = column_list(evidence.columns, value.columns or value.to_columns, say)
    below = column_list(evidence.denominator_columns, value.denominator or value.from_columns, say)
    if value.kind is ValueKind.RATIO:
        table = value.denominator_table
        if table is not None and table != outcome.measure.table:
            below = say(mark("{columns} of the table {table}"), columns=below, table=table)
        if value.per == 1:
            return say(mark("{columns}, divided by {below}"), columns=columns, below=below)
        per = say.setting(value.per)
        return say(mark("{columns}, divided by {below}, times {per}"), columns=columns, below=below, per=per)
    if value.kind is ValueKind.CHANGE:
        return say(mark("{columns}, less {below}"), columns=columns, below=below)
    if value.kind is ValueKind.PERCENT_CHANGE:
        return say(
            mark("the change from {below} to {columns}, in per cent; none where the first is under {least}"),
            columns=columns,
            below=below,
            least=say.setting(value.minimum_base),
        )
    return columns


def column_list(names: Sequence[str], references: Sequence[ColumnRef], say: Voice) -> Markup:
    """Columns by name; of many periods that roll the first and the last.

    Parameters
    ----------
    names
        The columns used, in the order of the references.
    references
        What the scenario says: names, and rolling periods that each stand for several.
    """
    left, told = list(names), []
    for reference in references:
        count = reference.latest if isinstance(reference, Rolling) else 1
        ours, left = left[:count], left[count:]
        if len(ours) > _LISTED_PERIODS:
            told.append(
                say(mark("{first} to {last}"), first=_quoted(ours[0]), last=_quoted(ours[-1])),
            )
        else:
            told += map(_quoted, ours)
    if len(names) == 1:
        return told[0]
    return say(
        mark("the sum of {count} columns, {columns}"), count=len(names), columns=Markup(", ".join(told))
    )


def _quoted(name: str) -> Markup:
    return Markup(f"“{user(name)}”")
