# SPDX-License-Identifier: GPL-2.0-or-later
"""Measures worked out from columns: sums, ratios and changes, correctly rounded.

Columns hold published decimals. Adding them as floats makes 0.1 + 0.2 differ from 0.15 + 0.15,
and two areas that truly tie come apart; so every result here is the float nearest to the exact
decimal answer.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from typing import Callable, Optional, Sequence

import numpy as np
from numpy.typing import NDArray

from .decimals import EXACT_LIMIT, WholeNumbers, whole_at
from .threshold import exact

FloatArray = NDArray[np.float64]


@dataclass(frozen=True)
class Quotient:
    """What ratios are exactly: `above` / `below` x `factor`, row by row.

    Parameters
    ----------
    above, below
        Shape (rows,); `below` is nowhere 0 where the ratio has a value.
    factor
        The same for all rows.
    """

    above: FloatArray
    below: FloatArray
    factor: Fraction

    def at(self, row: int) -> Fraction:
        """The exact ratio of a row that has a value."""
        return exact(float(self.above[row])) * self.factor / exact(float(self.below[row]))

    def rounded(self, rows: NDArray[np.intp], decimals: int) -> list[int]:
        """The exact ratios of rows that have a value, rounded to so many decimals, in units of the last.

        As ``round(at(row) * 10**decimals)``, without a fraction for each row.
        """
        above, below = whole_at(self.above[rows]), whole_at(self.below[rows])
        if above is None or below is None:
            return [round(self.at(row) * 10**decimals) for row in rows.tolist()]
        more = self.factor.numerator * 10 ** (below.decimals + decimals)
        less = self.factor.denominator * 10**above.decimals
        pairs = zip(above.numbers.tolist(), below.numbers.tolist())
        return [_rounded(int(over) * more, int(under) * less) for over, under in pairs]


def _rounded(numerator: int, denominator: int) -> int:
    """The whole number nearest to a ratio; of two, the even one, as Python's ``round`` has it."""
    if denominator < 0:
        numerator, denominator = -numerator, -denominator
    whole, rest = divmod(numerator, denominator)
    return whole + (2 * rest > denominator or (2 * rest == denominator and whole % 2 == 1))


def total(columns: Sequence[FloatArray]) -> FloatArray:
    """Sum of columns, row by row.

    Parameters
    ----------
    columns
        At least one, each of shape (rows,); NaN is missing.

    Returns
    -------
    ndarray of float64, shape (rows,)
        NaN where any part is missing.
    """
    if len(columns) == 1:
        return columns[0]
    parts = _aligned(columns)
    if parts is not None and sum(part.largest for part in parts) < EXACT_LIMIT:
        whole = np.sum([part.numbers for part in parts], axis=0)
        return _float_array(whole / 10.0 ** parts[0].decimals)
    return _row_by_row(lambda *row: sum(row, Fraction(0)), *columns)


def difference(later: FloatArray, earlier: FloatArray) -> FloatArray:
    """`later` - `earlier`; NaN where either is missing."""
    return total([later, -earlier])


def ratio(numerator: FloatArray, denominator: FloatArray, per: float = 1) -> FloatArray:
    """`numerator` / `denominator` x `per`.

    Returns
    -------
    ndarray of float64, shape (rows,)
        NaN where either is missing or the denominator is 0.
    """
    below = np.where(denominator == 0, np.nan, denominator)
    factor = exact(float(per))
    fast = _fast_ratio(whole_at(numerator), whole_at(below), factor)
    if fast is not None:
        return fast
    return _row_by_row(lambda top, bottom: top * factor / bottom, numerator, below)


def percent_change(later: FloatArray, earlier: FloatArray, minimum_base: float) -> FloatArray:
    """Change from `earlier` to `later` in per cent of `earlier`.

    Returns
    -------
    ndarray of float64, shape (rows,)
        NaN where either is missing, or `earlier` is under `minimum_base` or not above 0.
    """
    with np.errstate(invalid="ignore"):
        usable = (earlier >= minimum_base) & (earlier > 0)
    base = np.where(usable, earlier, np.nan)
    return ratio(difference(later, base), base, 100)


def _aligned(columns: Sequence[FloatArray]) -> Optional[list[WholeNumbers]]:
    """All columns as whole numbers over one power of ten."""
    fitted = [whole_at(column) for column in columns]
    found = [part for part in fitted if part is not None]
    if len(found) < len(fitted):
        return None
    decimals = max(part.decimals for part in found)
    aligned = [WholeNumbers(part.numbers * 10.0 ** (decimals - part.decimals), decimals) for part in found]
    return aligned if all(part.largest < EXACT_LIMIT for part in aligned) else None


def _fast_ratio(
    top: Optional[WholeNumbers], bottom: Optional[WholeNumbers], factor: Fraction
) -> Optional[FloatArray]:
    """One correctly rounded division of whole numbers, where they stay exact."""
    if top is None or bottom is None:
        return None
    shift = bottom.decimals - top.decimals
    above = factor.numerator * 10 ** max(shift, 0)
    below = factor.denominator * 10 ** max(-shift, 0)
    if max(top.largest, 1) * abs(above) >= EXACT_LIMIT or max(bottom.largest, 1) * below >= EXACT_LIMIT:
        return None
    return _float_array((top.numbers * above) / (bottom.numbers * below))


def _row_by_row(work: Callable[..., Fraction], *columns: FloatArray) -> FloatArray:
    """`work` on exact fractions, for the rows in which nothing is missing."""
    answer = np.full(len(columns[0]), np.nan)
    complete = np.all([np.isfinite(column) for column in columns], axis=0)
    for row in np.flatnonzero(complete).tolist():
        with suppress(OverflowError):  # past the largest float: missing, like any infinite value
            answer[row] = float(work(*(exact(float(column[row])) for column in columns)))
    return answer


def _float_array(values: NDArray[np.float64]) -> FloatArray:
    return np.asarray(values, dtype=np.float64)
