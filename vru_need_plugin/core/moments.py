# SPDX-License-Identifier: GPL-2.0-or-later
"""Means and variances without rounding, so that a value level with the figure is found level."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import gcd, inf, sqrt
from typing import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from .decimals import whole_at
from .threshold import exact


@dataclass(frozen=True)
class Moments:
    """Exact mean and sample variance (n - 1) of a group; both 0 where they are undefined."""

    mean: Fraction
    variance: Fraction

    @property
    def deviation(self) -> float:
        """The sample standard deviation, rounded to a float; infinite where it is too large for one."""
        # A square may be too large, or too small, for a float though its root is not: halving the
        # exponent first changes no digit.
        half = (self.variance.numerator.bit_length() - self.variance.denominator.bit_length()) // 2
        root = sqrt(self.variance / Fraction(4) ** half)
        return nearest_float(Fraction(root) * Fraction(2) ** half)


def nearest_float(number: Fraction) -> float:
    """The float nearest to a number; infinite where it is too large for one."""
    try:
        return float(number)
    except OverflowError:
        return inf if number > 0 else -inf


def moments(values: NDArray[np.float64], exactly: Callable[[float], Fraction] = exact) -> Moments:
    """Exact moments of finite `values`.

    Parameters
    ----------
    values
        Shape (rows,).
    exactly
        What each value stands for; left out, the decimal that it is written as.
    """
    if len(values) == 0:
        return Moments(Fraction(0), Fraction(0))
    return moments_of(*_whole_numbers(values, exactly))


def moments_of(whole: Sequence[int], scale: int) -> Moments:
    """Exact moments of the values `whole` / `scale`."""
    count = len(whole)
    if count == 0:
        return Moments(Fraction(0), Fraction(0))
    total = sum(whole)
    squares = sum(number * number for number in whole)
    mean = Fraction(total, count * scale)
    if count == 1:
        return Moments(mean, Fraction(0))
    return Moments(mean, Fraction(count * squares - total * total, count * (count - 1) * scale * scale))


def _whole_numbers(
    values: NDArray[np.float64], exactly: Callable[[float], Fraction]
) -> tuple[list[int], int]:
    """The values as whole numbers of one over a common scale."""
    fitted = whole_at(values) if exactly is exact else None
    if fitted is not None:
        return [int(number) for number in fitted.numbers.tolist()], 10**fitted.decimals
    fractions = [exactly(number) for number in values.tolist()]
    scale = reduce(_common_multiple, (fraction.denominator for fraction in fractions))
    return [fraction.numerator * (scale // fraction.denominator) for fraction in fractions], scale


def _common_multiple(one: int, other: int) -> int:
    return one * other // gcd(one, other)
