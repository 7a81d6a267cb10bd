# SPDX-License-Identifier: GPL-2.0-or-later
"""Which columns of a table could be its key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, FrozenSet, List, Sequence, Tuple

from ..scenario.document import KeyLevel, KeyMatch
from .header import Body
from .keys import KeyRule, normalise_all
from .matching import match_keys
from .units import Units

_SAMPLE = 100
_MOST_NAMES = 50_000
_ENOUGH = 0.2
"""A column that matches this share of the units is taken for a key, however many others match more."""


@dataclass(frozen=True)
class KeyColumn:
    """A column that matches units: how many, and by what."""

    column: str
    level: KeyLevel
    match: KeyMatch
    matched: int
    share: float


def key_columns(body: Body, units: Sequence[Units]) -> List[KeyColumn]:
    """The columns that match any of the units, the likeliest key first.

    Areas go before parents, as a ward table often has its boroughs in a column that matches even
    better than its wards; codes before names; then the column that matches the largest share.
    """
    keys: Dict[Tuple[KeyLevel, KeyMatch], List[str]] = {
        (unit.level, match): unit.normalised(match) for unit in units for match in KeyMatch if len(unit)
    }
    in_digits = {level_match: _mostly_numbers(unit_keys) for level_match, unit_keys in keys.items()}
    found = []
    for name, cells in zip(body.names, body.columns):
        numbers = _mostly_numbers(cells)
        possible = [kind for kind in keys if in_digits[kind] or not numbers]
        # A table may have a thousand columns of numbers: their cells are not even looked at.
        different = _different(cells) if possible else frozenset()
        for level, match in possible:
            unit_keys = keys[level, match]
            matched = _matched(different, unit_keys, match)
            if matched:
                found.append(KeyColumn(name, level, match, matched, matched / len(unit_keys)))
    return sorted(found, key=_likeliness, reverse=True)


def _likeliness(item: KeyColumn) -> Tuple[bool, bool, bool, float]:
    return (
        item.share >= _ENOUGH,
        item.level is KeyLevel.AREA,
        item.match is KeyMatch.CODE,
        item.share,
    )


def _different(cells: Sequence[Any]) -> FrozenSet[Any]:
    """The cells that hold anything, each once; NaN is not like itself."""
    return frozenset(cell for cell in cells if cell is not None and cell == cell)


def _matched(different: FrozenSet[Any], unit_keys: List[str], match: KeyMatch) -> int:
    """How many units a column's cells match."""
    if match is KeyMatch.NAME and len(different) > _MOST_NAMES:
        return 0
    table_keys = list(set(normalise_all(different, match)))
    rule = KeyRule.of(match, table_keys, unit_keys, {})
    return match_keys(rule.padded(table_keys), rule.padded(unit_keys)).matched


def _mostly_numbers(cells: Sequence[Any]) -> bool:
    """Whether the first cells are mostly numbers; the keys of areas may be, too."""
    sample = cells[:_SAMPLE]
    return sum(map(_is_number, sample)) * 2 > len(sample)


def _is_number(cell: Any) -> bool:
    try:
        float(cell)
    except (TypeError, ValueError):
        return False
    return True
