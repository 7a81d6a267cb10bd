# SPDX-License-Identifier: GPL-2.0-or-later
"""Counts as rates: what they may be divided by."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import List, Mapping

from ..core.messages import Message, mark
from ..scenario.document import KeyLevel, Value, ValueKind
from ..tables.tidy import TidyTable
from .offer import Offer

PER = 1000
_PEOPLE = re.compile(
    r"population|residents?|households?|persons|people|dwellings|homes|pupils", re.IGNORECASE
)
_SHARES = re.compile(r"%|per |rate|density|proportion|percent|change", re.IGNORECASE)


@dataclass(frozen=True)
class Denominator:
    """A column to divide by.

    Attributes
    ----------
    table, column
        The table's id, and the column in it.
    likely
        Whether its name speaks of numbers of people or homes.
    """

    table: str
    column: str
    likely: bool


def denominators(tables: Mapping[str, TidyTable], level: KeyLevel) -> List[Denominator]:
    """The columns of all tables of a level, those that count people or homes first."""
    found = [
        Denominator(table_id, name, bool(_PEOPLE.search(name)) and not _SHARES.search(name))
        for table_id, table in tables.items()
        if table.spec.key_level is level and not table.spec.spread
        for name in table.names
        if name != table.spec.key_column
    ]
    return sorted(found, key=lambda item: not item.likely)


def rated(offer: Offer, table_id: str, by: Denominator) -> Offer:
    """A column or a sum per 1,000 of something; a change as it is."""
    if offer.value.kind not in (ValueKind.COLUMN, ValueKind.SUM):
        return offer
    value = Value(
        ValueKind.RATIO,
        offer.value.columns,
        denominator=(by.column,),
        denominator_table=None if by.table == table_id else by.table,
        per=PER,
    )
    title = Message(mark("{what}, per 1,000"), {"what": offer.title})
    return replace(offer, title=title, value=value)
