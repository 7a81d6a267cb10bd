# SPDX-License-Identifier: GPL-2.0-or-later
"""What people move: a rule for each measure, and what holds for the whole score."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from .cut import SHARE
from .messages import NeedError, mark
from .threshold import MissingRule, Threshold, exact, scaled

WEIGHT_DECIMALS = 3
MOST_WEIGHT = 1000
BAND_DECIMALS = 4
THOUSAND = 10**WEIGHT_DECIMALS


def whole_weight(weight: float) -> int:
    """A weight in thousandths.

    Raises
    ------
    NeedError
        Not within 0 to 1,000 with at most three decimals.
    """
    whole = scaled(weight, WEIGHT_DECIMALS) if 0 <= weight <= MOST_WEIGHT else None
    if whole is None:
        raise NeedError(
            mark("A weight must be within 0 and 1,000, with at most three decimals; it is {value}."),
            value=weight,
        )
    return whole


def whole_band(band: float) -> int:
    """A near-miss band in ten-thousandths of the reference group.

    Raises
    ------
    NeedError
        Not within 0 to 1 with at most four decimals.
    """
    whole = scaled(band, BAND_DECIMALS) if 0 <= band <= 1 else None
    if whole is None:
        raise NeedError(
            mark("A near-miss band must be within 0 and 1, with at most four decimals; it is {value}."),
            value=band,
        )
    return whole * SHARE // 10**BAND_DECIMALS


@dataclass(frozen=True)
class Rule:
    """How one measure counts.

    Parameters
    ----------
    threshold
        When an area is flagged.
    weight
        In thousandths, from 0.
    theme
        The group it belongs to.
    """

    threshold: Threshold
    weight: int
    theme: str


@dataclass(frozen=True)
class Settings:
    """What holds for the whole score.

    Parameters
    ----------
    missing
        What a missing value does to a score.
    min_coverage
        The least share of the measures that must have a value, 0 to 1, exactly.
    near_band
        The near-miss band in ten-thousandths of the reference group.
    """

    missing: MissingRule = MissingRule.AVAILABLE
    min_coverage: Fraction = Fraction(3, 4)
    near_band: int = 500


def coverage(share: float) -> Fraction:
    """A least coverage as the exact decimal it is written as.

    Raises
    ------
    NeedError
        Not within 0 to 1.
    """
    if not 0 <= share <= 1:
        raise NeedError(mark("A least coverage must be within 0 and 1; it is {value}."), value=share)
    return exact(share)
