# SPDX-License-Identifier: GPL-2.0-or-later
"""How the values of a measure lie, counted in bins: what the picture of a measure shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Tuple

import numpy as np
from numpy.typing import NDArray

from ..core.result import Result

_TAIL = 0.5  # per cent at either end that share the outermost bin, so that one outlier squashes nothing
_BESIDE = 0.03  # of the span, how far inside the picture the cut-off stays

Counts = Tuple[int, ...]


@dataclass(frozen=True)
class Distribution:
    """Values of a measure at its own level, in bins of one width.

    Attributes
    ----------
    low, high
        Where the bins begin and end; what lies beyond is in the outermost ones.
    least, most
        The least and the greatest value.
    above, near, other
        One count a bin: above threshold, just below, and the rest.
    cutoff
        In the measure's own units; None where blank or varying.
    missing
        How many areas have no value.
    """

    low: float
    high: float
    least: float
    most: float
    above: Counts
    near: Counts
    other: Counts
    cutoff: Optional[float]
    missing: int

    @property
    def highest(self) -> int:
        """The most that a bin holds."""
        return max(a + n + o for a, n, o in zip(self.above, self.near, self.other))

    def place(self, value: float) -> float:
        """Where a value lies, 0 to 1 from the first bin to the last; the ends for what is beyond."""
        return min(1.0, max(0.0, (value - self.low) / (self.high - self.low)))

    def value_at(self, place: float) -> float:
        """The value at a place, to about a thousandth of the span, with no idle digits."""
        span = self.high - self.low
        decimals = max(0, 3 - int(np.floor(np.log10(span))) - 1)
        return float(round(self.low + place * span, decimals))


def distribution(result: Result, number: int, bins: int) -> Optional[Distribution]:
    """The distribution of the measure of this number; None where its values are fewer than two, or equal."""
    column, cut = result.prepared.columns[number], result.cuts[number]
    rows = column.judged
    values = column.sign() * column.need[rows]
    if len(values) < 2 or values.min() == values.max():
        return None
    cutoff = cut.groups[0].cutoff if len(cut.groups) == 1 else None
    low, high = _span(values, cutoff)
    place = np.clip(((values - low) / (high - low) * bins).astype(np.int64), 0, bins - 1)
    above = cut.flag[rows]
    near = cut.near(column, result.settings.near_band)[rows]
    return Distribution(
        low,
        high,
        float(values.min()),
        float(values.max()),
        _counted(place[above], bins),
        _counted(place[near], bins),
        _counted(place[~above & ~near], bins),
        cutoff,
        int(np.count_nonzero(~result.prepared.has_value[number])),
    )


def _span(values: NDArray[np.float64], cutoff: Optional[float]) -> Tuple[float, float]:
    low, high = (float(end) for end in np.percentile(values, [_TAIL, 100 - _TAIL]))
    if low == high:
        low, high = float(values.min()), float(values.max())
    if cutoff is not None:
        beside = _BESIDE * (high - low)
        low, high = min(low, cutoff - beside), max(high, cutoff + beside)
    return low, high


def _counted(places: NDArray[np.int64], bins: int) -> Counts:
    return tuple(np.bincount(places, minlength=bins).tolist())
