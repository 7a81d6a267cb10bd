# SPDX-License-Identifier: GPL-2.0-or-later
"""The parents (boroughs) of the areas, each once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray

from ..core.areas import AreaTable
from ..tables.keys import normalise_code, normalise_name

NO_PARENT = -1


@dataclass(frozen=True)
class Parents:
    """Parents with at least one area, in order of first appearance.

    Attributes
    ----------
    codes, names
        One a parent; names stand in for codes, and codes for names, where a field is not given.
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
    keys = _keys(codes, names)
    numbers: dict[str, int] = {}
    first: list[int] = []
    of_area = np.full(len(areas), NO_PARENT, dtype=np.int32)
    for row, key in enumerate(keys):
        if not key:
            continue
        if key not in numbers:
            numbers[key] = len(numbers)
            first.append(row)
        of_area[row] = numbers[key]
    shown_codes = codes if codes is not None else names or ()
    shown_names = names if names is not None else codes or ()
    return Parents(
        tuple(_text(shown_codes[row]) for row in first),
        tuple(_text(shown_names[row]) or _text(shown_codes[row]) for row in first),
        of_area,
    )


def _keys(codes: Optional[Sequence[Optional[str]]], names: Optional[Sequence[Optional[str]]]) -> list[str]:
    fold, texts = (normalise_code, codes) if codes is not None else (normalise_name, names or ())
    # A parent has many areas: each spelling is normalised once.
    known = {text: fold(text) if text else "" for text in set(texts)}
    return [known[text] for text in texts]


def _text(value: Optional[str]) -> str:
    return (value or "").strip()
