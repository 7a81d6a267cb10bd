# SPDX-License-Identifier: GPL-2.0-or-later
"""Which columns of a table could be its key."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, FrozenSet, Iterator, List, Sequence, Tuple

from ..scenario.document import KeyLevel, KeyMatch
from .header import Body
from .keys import KeyRule, normalise_all
from .matching import match_keys
from .units import Units

_LETTER = re.compile(r"[^\W\d_]")
_NAMES_AT_MOST = 50_000


@dataclass(frozen=True)
class KeyColumn:
    """A column that matches units: how many, and by what."""

    column: str
    level: KeyLevel
    match: KeyMatch
    matched: int
    share: float


def key_columns(body: Body, units: Sequence[Units]) -> List[KeyColumn]:
    """The columns that match any of the units, the ones that match the largest share first.

    Of columns that match alike, codes go before names, areas before parents, and columns further
    left before the rest.
    """
    found = [
        KeyColumn(name, unit.level, match, matched, matched / len(unit))
        for unit in units
        for match in KeyMatch
        for name, matched in _matches(body, unit, match)
    ]
    order = {name: place for place, name in enumerate(body.names)}
    return sorted(
        found,
        key=lambda item: (
            -item.share,
            item.match is KeyMatch.NAME,
            item.level is KeyLevel.PARENT,
            order[item.column],
        ),
    )


def _matches(body: Body, units: Units, match: KeyMatch) -> Iterator[Tuple[str, int]]:
    unit_keys = normalise_all(units.matched_by(match), match)
    for name, cells in zip(body.names, body.columns):
        different = _different(cells)
        if match is KeyMatch.NAME and not _may_be_names(different):
            continue
        table_keys = list(set(normalise_all(different, match)))
        rule = KeyRule.of(match, table_keys, unit_keys, {})
        matched = match_keys(rule.padded(table_keys), rule.padded(unit_keys)).matched
        if matched:
            yield name, matched


def _different(cells: Sequence[Any]) -> FrozenSet[Any]:
    return frozenset(cell for cell in cells if cell is not None and cell == cell)


def _may_be_names(cells: FrozenSet[Any]) -> bool:
    """Whether words are worth comparing: there are letters, and not too many different cells."""
    if len(cells) > _NAMES_AT_MOST:
        return False
    return any(isinstance(cell, str) and _LETTER.search(cell) for cell in cells)
