# SPDX-License-Identifier: GPL-2.0-or-later
"""The parents in focus: those that are shown, while everything is scored all the same."""

from __future__ import annotations

from typing import Sequence, Tuple

import numpy as np
from numpy.typing import NDArray

from ..tables.keys import normalise_code
from .parents import Parents


def focus_numbers(parents: Parents, codes: Sequence[str]) -> Tuple[int, ...]:
    """The numbers of the parents with these codes, in the order of the codes; unknown codes drop out."""
    if not codes:
        return ()
    number_of = {normalise_code(code): number for number, code in enumerate(parents.codes)}
    found = (number_of.get(normalise_code(code)) for code in codes)
    return tuple(dict.fromkeys(number for number in found if number is not None))


def unknown_focus(parents: Parents, codes: Sequence[str]) -> Tuple[str, ...]:
    """The codes that no area lies in."""
    known = set(map(normalise_code, parents.codes)) if codes else set()
    return tuple(code for code in codes if normalise_code(code) not in known)


def in_focus(parents: Parents, codes: Sequence[str]) -> NDArray[np.bool_]:
    """Shape (areas,): which areas lie in a parent in focus; all where none of the codes is known."""
    numbers = focus_numbers(parents, codes)
    if not numbers:
        return np.ones(len(parents.of_area), dtype=bool)
    return np.isin(parents.of_area, numbers)
