# SPDX-License-Identifier: GPL-2.0-or-later
"""The sum of weight x flag of every area, in whole numbers, built up or moved along."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import gcd
from typing import Sequence, Tuple

import numpy as np
from numpy.typing import NDArray

from .column import BoolArray

_BITS = 8


@dataclass(frozen=True, eq=False)
class Tally:
    """Sums in whole steps of a unit that measures all weights.

    Attributes
    ----------
    steps
        Shape (areas,): the sum of the weights of the measures flagged, in steps of `unit`.
        Few steps make ranking by counting cheap.
    unit
        In thousandths of a weight, at least 1.
    """

    steps: NDArray[np.intp]
    unit: int

    @property
    def thousandths(self) -> NDArray[np.int64]:
        """Shape (areas,): the sums in thousandths."""
        return self.steps * np.int64(self.unit)


def tally(flags: Sequence[BoolArray], weights: Sequence[int], areas: int) -> Tally:
    """Add up from nothing.

    Eight flags of an area make a byte, and a table holds the sum for each of the 256 bytes: as
    fast for sixteen different weights as for equal ones.
    """
    unit = gcd(*weights) or 1
    steps = np.zeros(areas, dtype=np.intp)
    for start in range(0, len(flags), _BITS):
        pattern = np.zeros(areas, dtype=np.uint8)
        for flag in flags[start : start + _BITS]:
            np.add(pattern, pattern, out=pattern)
            np.bitwise_or(pattern, flag.view(np.uint8), out=pattern)
        whole = tuple(weight // unit for weight in weights[start : start + _BITS])
        steps += np.take(_sums_of_patterns(whole), pattern)
    return Tally(steps, unit)


@lru_cache(maxsize=256)
def _sums_of_patterns(weights: Tuple[int, ...]) -> NDArray[np.intp]:
    """The sum of the weights for each pattern of flags; the last weight is the lowest bit."""
    sums = np.zeros(1, dtype=np.intp)
    for weight in weights:
        sums = np.add.outer(sums, np.array([0, weight], dtype=np.intp)).ravel()
    return sums


def in_unit(before: Tally, weights: Sequence[int]) -> Tally:
    """The same sums in a unit that measures these weights too."""
    unit = gcd(before.unit, *weights)
    return before if unit == before.unit else Tally(before.steps * (before.unit // unit), unit)


def moved(before: Tally, was: BoolArray, old: int, flag: BoolArray, new: int) -> Tally:
    """The sums with one measure's flags and weight replaced.

    Parameters
    ----------
    before
        In a unit that measures both weights.
    was, old
        The measure's flags and weight (thousandths) until now.
    flag, new
        From now on.
    """
    if old != new:
        before = _added(before, was, new - old)
    if flag is was or new == 0:
        return before
    changed = np.flatnonzero(flag != was)
    steps = before.steps.copy()
    steps[changed] += np.where(flag[changed], new, -new) // before.unit
    return Tally(steps, before.unit)


def _added(before: Tally, flag: BoolArray, weight: int) -> Tally:
    return Tally(before.steps + np.multiply(flag, weight // before.unit, dtype=np.intp), before.unit)
