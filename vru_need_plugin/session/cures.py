# SPDX-License-Identifier: GPL-2.0-or-later
"""What would make more of a table match: changes of its description, each undone like any other edit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Dict, List, Optional, Sequence

from ..core.messages import Message, NeedError, mark
from ..scenario.document import KeyLevel, KeyMatch, Table
from ..tables.causes import Cause
from ..tables.header import body_of
from ..tables.key_columns import KeyColumn, key_columns
from ..tables.raw import RawTable
from ..tables.tidy import TidyTable, Units

_MOST_KEYS = 3
_FEW = 0.5


@dataclass(frozen=True)
class Cure:
    """A change of a table's description that helps.

    Attributes
    ----------
    text, why
        What the button says, and its tooltip.
    table
        The description afterwards.
    """

    text: Message
    why: Message
    table: Table


@dataclass(frozen=True)
class Words:
    """What areas and parents are called, several of them, in the user's language."""

    areas: str
    parents: str

    def of(self, level: KeyLevel) -> str:
        """Several units of a level."""
        return self.areas if level is KeyLevel.AREA else self.parents


def key_cures(raw: RawTable, spec: Table, units: Sequence[Units], words: Words) -> List[Cure]:
    """Other keys that match more: the names in place of the codes, another column, the other level.

    The other level is offered only where little of the present one matches.
    """
    try:
        found = key_columns(body_of(raw, spec), units)
    except NeedError:
        return []
    here = next((item for item in found if _is_key(item, spec)), None)
    better = [item for item in found if _helps(item, here, spec)]
    better.sort(key=lambda item: (item.column == spec.key_column, item.share), reverse=True)
    totals = {unit.level: len(unit) for unit in units}
    return [_key_cure(item, spec, totals, words) for item in better[:_MOST_KEYS]]


def _is_key(item: KeyColumn, spec: Table) -> bool:
    key = (spec.key_column.strip(), spec.key_level, spec.key_match)
    return (item.column, item.level, item.match) == key


def _helps(item: KeyColumn, here: Optional[KeyColumn], spec: Table) -> bool:
    share = here.share if here is not None else 0.0
    if item.level is not spec.key_level and share >= _FEW:
        return False
    return item.share > share and item.share >= _FEW


def _key_cure(item: KeyColumn, spec: Table, totals: Dict[KeyLevel, int], words: Words) -> Cure:
    told = {
        "column": item.column,
        "matched": item.matched,
        "units": totals[item.level],
        "words": words.of(item.level),
    }
    by_name = item.match is KeyMatch.NAME
    text = (
        mark("Match {words} by name: {matched} of {units}")
        if by_name
        else mark("Match {words} by code: {matched} of {units}")
    )
    changed = replace(
        spec, key_column=item.column, key_level=item.level, key_match=item.match, key_aliases={}
    )
    why = (
        mark("Takes the column “{column}”. Areas of one name may have other boundaries in another year.")
        if by_name and item.level is KeyLevel.AREA
        else mark("Takes the column “{column}” as the key")
    )
    return Cure(Message(text, told), Message(why, told), changed)


def totals_cure(table: TidyTable) -> Optional[Cure]:
    """Totals rows left out of what areas are compared with; None where there are none to leave out."""
    already = {table.normalise(key) for key in table.spec.exclude_keys}
    causes = (Cause.TOTAL, Cause.OTHER_LEVEL)
    keys = [
        item.key
        for item in table.left_over[0]
        if item.cause in causes and table.normalise(item.key) not in already
    ]
    if not keys:
        return None
    return Cure(
        Message(mark("Leave out totals rows: {count}"), {"count": len(keys)}),
        Message(
            mark(
                "These rows get no score in any case; left out, they do not count either where a measure is "
                "compared with the whole table: {keys}"
            ),
            {"keys": ", ".join(keys[:8]) + (", …" if len(keys) > 8 else "")},
        ),
        replace(table.spec, exclude_keys=(*table.spec.exclude_keys, *keys)),
    )
