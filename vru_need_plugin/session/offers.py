# SPDX-License-Identifier: GPL-2.0-or-later
"""What a table has to offer as measures: its columns of numbers, and their newest periods."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from typing import List, Optional, Sequence, Tuple

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
    looks = {name: _look(table, name, feedback) for name in table.names}
    numeric = [name for name, look in looks.items() if look is not None]
    columns = (_column_offer(name, is_whole=looks[name] is _Look.WHOLE) for name in numeric)
    found = (*_rolling_offers(numeric), *columns)
    return tuple(replace(offer, direction=guess_direction(str(offer.title))) for offer in found)


class _Look(Enum):
    """What a column of use has in it."""

    NUMBERS = "numbers"
    WHOLE = "whole numbers from 0 up"


def _look(table: TidyTable, name: str, feedback: Feedback) -> Optional[_Look]:
    """What a column has in it; None where it is of no use as a measure."""
    check(feedback)
    try:
        values = table.values(name)[table.row_unit >= 0]
    except NeedError:
        return None
    known = values[np.isfinite(values)]
    if not len(known) >= _LEAST_SHARE * len(values) > 0 or not (known != known[0]).any():
        return None
    return _Look.WHOLE if (known >= 0).all() and (known == np.floor(known)).all() else _Look.NUMBERS


def _column_offer(name: str, *, is_whole: bool) -> Offer:
    value = Value(ValueKind.COLUMN, (name,))
    return Offer(Message(mark("{column}"), {"column": name}), value, is_whole=is_whole)


def _rolling_offers(names: Sequence[str]) -> List[Offer]:
    """For what comes in months: the last twelve, and their change; for the rest: the latest."""
    return [offer for family in families(names) for offer in _of_family(family)]


def _of_family(family: Family) -> List[Offer]:
    found = [family.offer(Span.LAST)]
    if family.is_monthly and family.has(Span.CHANGE):
        found.append(family.offer(Span.CHANGE))
    return found
