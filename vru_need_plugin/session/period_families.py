# SPDX-License-Identifier: GPL-2.0-or-later
"""Columns that are one figure over time, and the periods of it that roll on with the next file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Dict, List, Sequence, Tuple

from ..core.messages import Message, mark
from ..scenario.document import Rolling, Value, ValueKind
from ..tables.header import JOINT
from ..tables.periods import PeriodKind, parse_family
from .guess_measure import guess_direction
from .offer import Offer

_MONTHS = 12


class Span(Enum):
    """Which periods count."""

    LAST = "last"
    BEFORE = "before"
    CHANGE = "change"


_TITLES = {
    (True, Span.LAST): mark("{what}, last 12 months"),
    (True, Span.BEFORE): mark("{what}, the 12 months before"),
    (True, Span.CHANGE): mark("{what}, change on the year in %"),
    (False, Span.LAST): mark("{what}, latest"),
    (False, Span.BEFORE): mark("{what}, the one before"),
    (False, Span.CHANGE): mark("{what}, change on the one before"),
}


@dataclass(frozen=True)
class Family:
    """Columns whose names begin alike and end in periods of one length.

    Attributes
    ----------
    starts
        What the names begin with.
    kind, count
        The length of a period, and how many there are.
    first, last
        The oldest and the newest period, as the table writes them.
    """

    starts: str
    kind: PeriodKind
    count: int
    first: str
    last: str

    @property
    def what(self) -> str:
        """The name without its period."""
        return self.starts[: -len(JOINT)]

    @property
    def is_monthly(self) -> bool:
        """Whether a year of months can be added up."""
        return self.kind is PeriodKind.MONTH and self.count >= _MONTHS

    def has(self, span: Span) -> bool:
        """Whether there are periods enough."""
        return span is Span.LAST or self.count >= 2 * self._length

    @property
    def _length(self) -> int:
        return _MONTHS if self.is_monthly else 1

    def offer(self, span: Span) -> Offer:
        """The figure of a span, as it may become a measure."""
        title = Message(_TITLES[self.is_monthly, span], {"what": self.what})
        return Offer(title, self._value(span), guess_direction(self.what))

    def _value(self, span: Span) -> Value:
        last = (Rolling(self.starts, self._length),)
        before = (Rolling(self.starts, self._length, self._length),)
        if span is Span.CHANGE:
            kind = ValueKind.PERCENT_CHANGE if self.is_monthly else ValueKind.CHANGE
            return Value(kind, from_columns=before, to_columns=last)
        kind = ValueKind.SUM if self.is_monthly else ValueKind.COLUMN
        return Value(kind, last if span is Span.LAST else before)


def families(names: Sequence[str]) -> List[Family]:
    """The families among a table's columns, in table order."""
    ends: Dict[str, List[str]] = {}
    for name in names:
        start, joint, rest = name.rpartition(JOINT)
        if joint:
            ends.setdefault(start + joint, []).append(rest)
    found = []
    for starts, rests in ends.items():
        periods = [(period, rest) for period, rest in zip(parse_family(rests), rests) if period]
        if len(periods) < 2 or len({period.kind for period, _rest in periods}) > 1:
            continue
        periods.sort()
        (oldest, first), (_newest, last) = periods[0], periods[-1]
        found.append(Family(starts, oldest.kind, len(periods), first, last))
    return found


def span_words(family: Family) -> Tuple[Message, Message, Message]:
    """What the columns of a grid are called whose rows are like this family."""
    if family.is_monthly:
        return Message(mark("Last 12\nmonths")), Message(mark("The 12\nbefore")), Message(mark("Change\n%"))
    return Message(mark("Latest")), Message(mark("Before")), Message(mark("Change"))
