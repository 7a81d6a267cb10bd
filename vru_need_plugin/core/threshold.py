# SPDX-License-Identifier: GPL-2.0-or-later
"""Thresholds and the exact numbers behind them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from typing import Optional

from .messages import NeedError, mark


class Direction(Enum):
    """Which end of a measure means need."""

    HIGH = "high"
    LOW = "low"


class ThresholdKind(Enum):
    """How a threshold is worked out; values are the names in a scenario file."""

    TOP_SHARE = "top_share"
    TOP_COUNT = "top_count"
    VALUE = "value"
    MEAN_MULTIPLE = "mean_multiple"
    STD_DEV = "std_dev"

    @property
    def takes_ties(self) -> bool:
        """Whether level areas at the line can be left out or included."""
        return self.default_ties is not None

    @property
    def default_ties(self) -> Optional[Ties]:
        """The tie rule where none is given; None where the kind has none."""
        return _DEFAULT_TIES.get(self)


class Ties(Enum):
    """What happens to areas that are level at the line."""

    OUT = "out"
    IN = "in"


_DEFAULT_TIES = {
    ThresholdKind.TOP_SHARE: Ties.OUT,
    ThresholdKind.TOP_COUNT: Ties.OUT,
    ThresholdKind.VALUE: Ties.IN,
}


class MissingRule(Enum):
    """What a missing value does to an area's score."""

    AVAILABLE = "available"
    RESCALE = "rescale"
    STRICT = "strict"


class Reference(Enum):
    """The rows that a threshold is worked out over."""

    AREAS = "areas"
    TABLE = "table"
    WITHIN_PARENT = "within_parent"


def exact(number: float) -> Fraction:
    """The decimal that a finite number is written as, exactly: 0.1 is one tenth.

    Published figures are decimals; comparing them as such keeps areas that truly tie together.
    """
    return Fraction(Decimal(repr(number)))


@lru_cache(maxsize=1024)
def scaled(number: float, decimals: int) -> Optional[int]:
    """`number` times ten to the power `decimals`, or None where that is no whole number."""
    whole = exact(number) * 10**decimals
    return int(whole) if whole.denominator == 1 else None


@dataclass(frozen=True)
class Threshold:
    """A threshold within its bounds.

    Parameters
    ----------
    kind
        How it is worked out.
    value
        Per cent for ``top_share`` (0 < p < 100, at most two decimals), a number of areas for
        ``top_count`` (whole, from 1), the measure's own units for ``value``, a factor above 0
        for ``mean_multiple``, sample standard deviations for ``std_dev``.
    ties
        Left out, the kind's own default. An error for the kinds that have none.

    Raises
    ------
    NeedError
        A value out of its bounds, or ties where the kind takes none.
    """

    kind: ThresholdKind
    value: float
    ties: Optional[Ties] = None

    def __post_init__(self) -> None:
        if not math.isfinite(self.value):
            raise NeedError(mark("A threshold must be a finite number."))
        _CHECKS.get(self.kind, lambda _: None)(self.value)
        if self.ties is None:
            object.__setattr__(self, "ties", self.kind.default_ties)
        elif not self.kind.takes_ties:
            raise NeedError(
                mark("A threshold of kind {kind} compares with a figure and takes no ties."),
                kind=self.kind.value,
            )


def _check_share(value: float) -> None:
    if not 0 < value < 100 or scaled(value, 2) is None:
        raise NeedError(
            mark("A share must be above 0 and below 100 per cent, with at most two decimals; it is {value}."),
            value=value,
        )


def _check_count(value: float) -> None:
    if value < 1 or value != int(value):
        raise NeedError(mark("A number of areas must be a whole number from 1; it is {value}."), value=value)


def _check_multiple(value: float) -> None:
    if value <= 0:
        raise NeedError(mark("A multiple of the average must be above 0; it is {value}."), value=value)


_CHECKS = {
    ThresholdKind.TOP_SHARE: _check_share,
    ThresholdKind.TOP_COUNT: _check_count,
    ThresholdKind.MEAN_MULTIPLE: _check_multiple,
}
