# SPDX-License-Identifier: GPL-2.0-or-later
"""Bins with round edges, outliers gathered in the outermost ones."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Optional, Tuple

import numpy as np
from numpy.typing import NDArray

from ..core.steps import nice_step

FloatArray = NDArray[np.float64]

_LEAST, _MOST = 8, 40
_TAIL = 1.0
"""Per cent at either end that may be gathered in the outermost bin ..."""
_STRETCH = 1.5
"""... where showing them would make the picture this many times wider."""
_HAIR = 1e-9


@dataclass(frozen=True)
class Bins:
    """Bins of one width.

    Attributes
    ----------
    start, step, count
        Where they begin, how wide they are and how many.
    open_low, open_high
        Whether the first, or the last, gathers all that lies beyond it.
    closed_above
        Whether a value on an edge belongs below it: where low means need, so that what is level with
        the cut-off stands on its needy side.
    """

    start: float
    step: float
    count: int
    open_low: bool = False
    open_high: bool = False
    closed_above: bool = False

    @property
    def end(self) -> float:
        """Where they end."""
        return self.start + self.step * self.count

    def places(self, values: FloatArray) -> NDArray[np.int64]:
        """The bin of each finite value."""
        steps = (values - self.start) / self.step
        places = np.ceil(steps - _HAIR) - 1 if self.closed_above else np.floor(steps + _HAIR)
        return np.clip(places, 0, self.count - 1).astype(np.int64)

    def counts(self, values: FloatArray) -> Tuple[int, ...]:
        """How many of the values are in each bin."""
        return tuple(np.bincount(self.places(values), minlength=self.count).tolist())

    def edge(self, place: int) -> float:
        """Where the bin of this number begins."""
        return float(f"{self.start + place * self.step:.12g}")


def bins_for(values: FloatArray, shown: Optional[float] = None, closed_above: bool = False) -> Bins:
    """Bins for finite values, about as many as they bear.

    Parameters
    ----------
    values
        At least one.
    shown
        A value that must lie within, whatever the others are.
    closed_above
        As for `Bins`.
    """
    lowest, highest = float(values.min()), float(values.max())
    low, high = (float(end) for end in np.percentile(values, [_TAIL, 100 - _TAIL]))
    wide = _STRETCH * (high - low)
    low = low if wide and high - lowest > wide else lowest
    high = high if wide and highest - low > wide else highest
    if shown is not None:
        low, high = min(low, shown), max(high, shown)
    if low == high:
        step = nice_step(abs(low) / 10) if low else 1.0
        return Bins(low - step / 2, step, 1, lowest < low, highest > high, closed_above)
    wanted = min(_MOST, max(_LEAST, 2 * math.ceil(len(values) ** (1 / 2.2))))
    step = nice_step((high - low) / wanted)
    if bool((values == np.rint(values)).all()):
        step = max(1.0, float(math.ceil(step)))
    if closed_above:
        first, last = math.ceil(low / step - _HAIR) - 1, math.ceil(high / step - _HAIR) - 1
    else:
        first, last = math.floor(low / step + _HAIR), math.floor(high / step + _HAIR)
    start = float(f"{first * step:.12g}")
    end = float(f"{(last + 1) * step:.12g}")
    return Bins(start, step, last - first + 1, lowest < start, highest > end, closed_above)
