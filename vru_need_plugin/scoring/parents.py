# SPDX-License-Identifier: GPL-2.0-or-later
"""The parents (boroughs) of the areas, each once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Optional, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray

from ..core.areas import AreaTable
from ..tables.keys import normalise_code, normalise_name
from ..tables.matching import first_rows

NO_PARENT = -1


@dataclass(frozen=True)
class Parents:
    """Parents with at least one area, in order of first appearance.

    Attributes
    ----------
    codes, names
        One a parent; names stand in for codes, and codes for names, where a field is not given. A
        name is the first that an area of the parent gives, and the code where none does.
    of_area
        Shape (areas,): the number of each area's parent, `NO_PARENT` for none.
    """

    codes: Tuple[str, ...]
    names: Tuple[str, ...]
    of_area: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.codes)


def parents_of(areas: AreaTable) -> Parents:
    """Gather the parents of the areas.

    Areas have one parent where its code, trimmed and case folded, is one; where the scenario
    names no code field, where its normalised name is one. A blank is no parent.
    """
    codes, names = areas.parent_codes, areas.parent_names
    if codes is None and names is None:
        return Parents((), (), np.full(len(areas), NO_PARENT, dtype=np.int32))
    if codes is not None:
        of_area = _numbered(codes, normalise_code)
    else:
        of_area = _numbered(names or (), normalise_name)
    first = first_rows(of_area, int(of_area.max(initial=NO_PARENT)) + 1).tolist()
    shown_codes = codes if codes is not None else names or ()
    shown_names = names if names is not None else codes or ()
    said = _first_said(shown_names, of_area)
    own_codes = tuple(_text(shown_codes[row]) for row in first)
    return Parents(own_codes, tuple(said.get(n) or code for n, code in enumerate(own_codes)), of_area)


def _first_said(texts: Sequence[Optional[str]], of_area: NDArray[np.int32]) -> dict[int, str]:
    """Each parent's first text that is not blank; a parent without one is left out."""
    said: dict[int, str] = {}
    for parent, text in zip(of_area.tolist(), texts):
        if parent not in said and _text(text):
            said[parent] = _text(text)
    return said


def _numbered(texts: Sequence[Optional[str]], fold: Callable[[object], str]) -> NDArray[np.int32]:
    """The number of each area's parent, in order of first appearance."""
    numbers: dict[str, int] = {}
    number_of: dict[Optional[str], int] = {}
    # A parent has many areas: each spelling is normalised once.
    for text in dict.fromkeys(texts):
        key = fold(text) if text else ""
        number_of[text] = numbers.setdefault(key, len(numbers)) if key else NO_PARENT
    return np.fromiter(map(number_of.__getitem__, texts), dtype=np.int32, count=len(texts))


def _text(value: Optional[str]) -> str:
    return (value or "").strip()
