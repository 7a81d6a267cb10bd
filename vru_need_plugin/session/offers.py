# SPDX-License-Identifier: GPL-2.0-or-later
"""What a table has to offer as measures: its columns of numbers, and their newest periods."""

from __future__ import annotations

from dataclasses import replace
from typing import List, Sequence, Tuple

import numpy as np

from ..core.feedback import Feedback, check
from ..core.messages import Message, NeedError, mark
from ..scenario.document import Value, ValueKind
from ..tables.tidy import TidyTable
from .guess_measure import guess_direction
from .offer import Offer
from .period_families import Family, Span, families

_LEAST_SHARE = 0.5


def offers(table: TidyTable, feedback: Feedback) -> Tuple[Offer, ...]:
    """The table's offers: rolling periods first, then the columns one by one, in table order.

    A column is offered where at least half of the rows that match have a number, and not all
    the same one.
    """
    numeric = [name for name in table.names if _is_of_use(table, name, feedback)]
    found = (*_rolling_offers(numeric), *(_column_offer(name) for name in numeric))
    return tuple(replace(offer, direction=guess_direction(str(offer.title))) for offer in found)


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
    return [offer for family in families(names) for offer in _of_family(family)]


def _of_family(family: Family) -> List[Offer]:
    found = [family.offer(Span.LAST)]
    if family.is_monthly and family.has(Span.CHANGE):
        found.append(family.offer(Span.CHANGE))
    return found
