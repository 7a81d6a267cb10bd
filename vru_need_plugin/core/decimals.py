# SPDX-License-Identifier: GPL-2.0-or-later
"""Arrays of published decimals as whole numbers, so that arithmetic on them is exact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np
from numpy.typing import NDArray

EXACT_LIMIT = 2**53
"""Whole numbers up to this size are exact as floats."""
_MOST_DECIMALS = 12
_WRITTEN_LIMIT = 10**15
"""No two decimals of up to 15 digits are the same float; of 16 digits, several can be."""


@dataclass(frozen=True)
class WholeNumbers:
    """`numbers` / 10**`decimals` are the values; numbers are whole, held as floats, NaN missing."""

    numbers: NDArray[np.float64]
    decimals: int

    @property
    def largest(self) -> int:
        """The largest size among the numbers; 0 where there are none."""
        finite = self.numbers[np.isfinite(self.numbers)]
        return int(np.abs(finite).max(initial=0))


def whole_at(values: NDArray[np.float64], least: int = 0) -> Optional[WholeNumbers]:
    """`values` as whole numbers over the smallest power of ten that fits, from `least` decimals.

    None where none up to 12 decimals makes every value a whole number of at most 15 digits. NaN
    stays NaN.
    """
    missing = np.isnan(values)
    for decimals in range(least, _MOST_DECIMALS + 1):
        numbers = np.rint(values * 10.0**decimals)
        if not bool(np.all((np.abs(numbers) < _WRITTEN_LIMIT) | missing)):
            return None
        # Division of exact whole numbers rounds correctly, so equality means that the value is
        # the float nearest to this very decimal, and with so few digits to no other.
        if bool(np.all((numbers / 10.0**decimals == values) | missing)):
            return WholeNumbers(numbers, decimals)
    return None
