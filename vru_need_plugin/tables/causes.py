# SPDX-License-Identifier: GPL-2.0-or-later
"""The likely cause of each key that matches nothing, on both sides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Collection, Dict, List, Mapping, Optional, Sequence, Tuple

from ..core.alike import alike
from ..core.gss import commonest_kind, gss_kind, is_gss
from ..core.messages import mark
from ..scenario.document import KeyMatch

_LIKE = 0.8
_MOST_COMPARISONS = 60_000
_FEW = 0.01
# Regions, countries and what GSS codes put above boroughs and counties.
_TOTAL_KINDS = frozenset({"e12", "e13", "e92", "w92", "s92", "n92", "k01", "k02", "k03", "k04", "k05"})
_TOTAL_WORDS = re.compile(
    r"\b(total|all (areas|wards|boroughs)|average|mean|standard deviation|inner london|outer london|"
    r"united kingdom|great britain)\b|^(#\d+|(greater )?london|england|wales|scotland|northern ireland|"
    r"england and wales|uk)$",
    re.IGNORECASE,
)


class Cause(Enum):
    """Why a key matches nothing, as far as can be told."""

    TOTAL = "total"
    OTHER_LEVEL = "other_level"
    OTHER_YEAR = "other_year"
    LEADING_ZERO = "leading_zero"
    SPELLING = "spelling"
    AMBIGUOUS = "ambiguous"
    OUTSIDE = "outside"
    BLANK = "blank"
    NO_ROW = "no_row"


WORDS: Dict[Cause, str] = {
    Cause.TOTAL: mark("a totals row or a note"),
    Cause.OTHER_LEVEL: mark("a code of another level (a borough's among wards', say)"),
    Cause.OTHER_YEAR: mark("codes of another year"),
    Cause.LEADING_ZERO: mark("a leading zero lost"),
    Cause.SPELLING: mark("a name spelled otherwise"),
    Cause.AMBIGUOUS: mark("a name that two areas bear"),
    Cause.OUTSIDE: mark("outside the layer"),
    Cause.BLANK: mark("no key in the layer"),
    Cause.NO_ROW: mark("no row in the table"),
}
"""Each cause in words, to be used as a message's template."""


@dataclass(frozen=True)
class Explained:
    """A key with the likely cause, and the key of the other side that may be meant."""

    key: str
    cause: Cause
    meant: Optional[str] = None


@dataclass(frozen=True)
class Mismatch:
    """Keys that matched nothing, and what is known about both sides (all keys normalised).

    Parameters
    ----------
    match
        By code or by name.
    table_keys, unit_keys
        What is left over on each side; unit keys may be blank.
    all_unit_keys
        Every unit's key.
    other_keys
        Keys of the other level.
    labels
        What the row of a table's key says in words, where it says something.
    ambiguous
        Keys that two units bear.
    """

    match: KeyMatch
    table_keys: Sequence[str]
    unit_keys: Sequence[str]
    all_unit_keys: Sequence[str]
    other_keys: Collection[str]
    labels: Mapping[str, str]
    ambiguous: Collection[str]

    def explain_table(self) -> List[Explained]:
        """A cause for each of the table's keys."""
        near = _likest(self.table_keys, self.unit_keys) if self.match is KeyMatch.NAME else {}
        bare = _without_zeros(self.unit_keys)
        return [self._explain_table_key(key, near, bare) for key in self.table_keys]

    def explain_units(self) -> List[Explained]:
        """A cause for each of the units' keys."""
        near = _likest(self.unit_keys, self.table_keys) if self.match is KeyMatch.NAME else {}
        bare = _without_zeros(self.table_keys)
        return [self._explain_unit_key(key, near, bare) for key in self.unit_keys]

    def _explain_table_key(self, key: str, near: Dict[str, str], bare: Dict[str, str]) -> Explained:
        if key in self.ambiguous:
            return Explained(key, Cause.AMBIGUOUS)
        if key.isdecimal() and key.lstrip("0") in bare:
            return Explained(key, Cause.LEADING_ZERO, bare[key.lstrip("0")])
        if key in self.other_keys:
            return Explained(key, Cause.OTHER_LEVEL)
        if self._kind is not None:
            return Explained(key, self._cause_of_code(key, self._kind))
        if self._says_total(key):
            return Explained(key, Cause.TOTAL)
        return Explained(key, Cause.SPELLING, near[key]) if key in near else Explained(key, Cause.OUTSIDE)

    def _cause_of_code(self, key: str, kind: str) -> Cause:
        """Why a code matches none of a layer whose codes are GSS codes, mostly of this kind."""
        if key.startswith(kind):
            return Cause.OTHER_YEAR if self._table_of_another_year else Cause.OUTSIDE
        if not is_gss(key) or gss_kind(key) in _TOTAL_KINDS:
            return Cause.TOTAL
        return Cause.OTHER_LEVEL if key[0] == kind[0] else Cause.OUTSIDE

    def _says_total(self, key: str) -> bool:
        return any(_TOTAL_WORDS.search(words) for words in (key, self.labels.get(key, "")))

    def _explain_unit_key(self, key: str, near: Dict[str, str], bare: Dict[str, str]) -> Explained:
        if not key:
            return Explained(key, Cause.BLANK)
        if key in self.ambiguous:
            return Explained(key, Cause.AMBIGUOUS)
        if key.isdecimal() and key.lstrip("0") in bare:
            return Explained(key, Cause.LEADING_ZERO, bare[key.lstrip("0")])
        if key in near:
            return Explained(key, Cause.SPELLING, near[key])
        replaced = self._kind is not None and key.startswith(self._kind) and self._layer_of_another_year
        return Explained(key, Cause.OTHER_YEAR if replaced else Cause.NO_ROW)

    @cached_property
    def _kind(self) -> Optional[str]:
        """What most units' GSS codes begin with; None where a code is no GSS code."""
        keys = [key for key in self.all_unit_keys if key]
        return None if self.match is KeyMatch.NAME else commonest_kind(keys)

    @cached_property
    def _left_over(self) -> Tuple[int, int]:
        """How many codes of the layer's kind match nothing, in the table and in the layer."""
        kind = self._kind or ""
        return (
            sum(key.startswith(kind) for key in self.table_keys),
            sum(key.startswith(kind) for key in self.unit_keys if key),
        )

    @property
    def _layer_of_another_year(self) -> bool:
        """Codes left over on both sides: the boundaries were redrawn between the two."""
        table, units = self._left_over
        return units >= max(2, len(self.all_unit_keys) * _FEW) and table * 2 >= units

    @property
    def _table_of_another_year(self) -> bool:
        """The same, and the table does not just reach far beyond the layer."""
        table, units = self._left_over
        return self._layer_of_another_year and table <= 3 * units


def _without_zeros(keys: Sequence[str]) -> Dict[str, str]:
    """Keys of digits by what is left without their leading zeros."""
    return {key.lstrip("0"): key for key in keys if key.isdecimal()}


def _likest(keys: Sequence[str], among: Sequence[str]) -> Dict[str, str]:
    """For each of `keys` the likest of `among`, where one is like it at all.

    Comparing names costs, so two long lists are not compared: they are no matter of spelling.
    """
    others = [name for name in among if name]
    if len(keys) * len(others) > _MOST_COMPARISONS:
        return {}
    found = {key: alike(key, others, 1, _LIKE) or _longer_or_shorter(key, others) for key in keys}
    return {key: names[0] for key, names in found.items() if names}


def _longer_or_shorter(key: str, others: Sequence[str]) -> List[str]:
    """The one name that goes on where `key` ends, or ends where `key` goes on (Roehampton)."""
    names = [name for name in others if name.startswith(f"{key} ") or key.startswith(f"{name} ")]
    return names if key and len(names) == 1 else []
