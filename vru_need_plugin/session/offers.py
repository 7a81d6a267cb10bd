# SPDX-License-Identifier: GPL-2.0-or-later
"""What a table has to offer as measures: its columns of numbers, and their newest periods."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Sequence, Tuple

import numpy as np

from ..core.feedback import Feedback, check
from ..core.messages import Message, NeedError, mark
from ..scenario.document import Rolling, Value, ValueKind
from ..tables.header import JOINT
from ..tables.periods import PeriodKind, parse_family
from ..tables.tidy import TidyTable

_LEAST_SHARE = 0.5
_MONTHS = 12


@dataclass(frozen=True)
class Offer:
    """A value that could be a measure.

    Attributes
    ----------
    title
        What the measure would be called; words to translate.
    value
        How it is worked out.
    """

    title: Message
    value: Value


def offers(table: TidyTable, feedback: Feedback) -> Tuple[Offer, ...]:
    """The table's offers: rolling periods first, then the columns one by one, in table order.

    A column is offered where at least half of the rows that match have a number, and not all
    the same one.
    """
    numeric = [name for name in table.names if _is_of_use(table, name, feedback)]
    return (*_rolling_offers(numeric), *(_column_offer(name) for name in numeric))


def _is_of_use(table: TidyTable, name: str, feedback: Feedback) -> bool:
    check(feedback)
    try:
        values = table.values(name)[table.row_unit >= 0]
    except NeedError:
        return False
    known = values[np.isfinite(values)]
    return len(known) >= _LEAST_SHARE * len(values) > 0 and bool((known != known[0]).any())


def _column_offer(name: str) -> Offer:
    return Offer(Message(mark("{column}"), {"column": name}), Value(ValueKind.COLUMN, (name,)))


def _rolling_offers(names: Sequence[str]) -> List[Offer]:
    """For what comes in months: the last twelve, and their change; for the rest: the latest."""
    families: Dict[str, List[str]] = {}
    for name in names:
        start, joint, rest = name.rpartition(JOINT)
        if joint:
            families.setdefault(start + joint, []).append(rest)
    found: List[Offer] = []
    for starts, rests in families.items():
        periods = [period for period in parse_family(rests) if period]
        if len(periods) < 2 or len({period.kind for period in periods}) > 1:
            continue
        found += _of_family(starts, len(periods), periods[0].kind)
    return found


def _of_family(starts: str, count: int, kind: PeriodKind) -> List[Offer]:
    told = {"what": starts[: -len(JOINT)]}
    if kind is not PeriodKind.MONTH or count < _MONTHS:
        latest = Value(ValueKind.COLUMN, (Rolling(starts, 1),))
        return [Offer(Message(mark("{what}, latest"), told), latest)]
    last = (Rolling(starts, _MONTHS),)
    found = [Offer(Message(mark("{what}, last 12 months"), told), Value(ValueKind.SUM, last))]
    if count >= 2 * _MONTHS:
        before = (Rolling(starts, _MONTHS, _MONTHS),)
        change = Value(ValueKind.PERCENT_CHANGE, from_columns=before, to_columns=last)
        found.append(Offer(Message(mark("{what}, change on the year in %"), told), change))
    return found
