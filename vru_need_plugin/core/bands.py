# SPDX-License-Identifier: GPL-2.0-or-later
"""Which figures share a colour: one place for the bands of the screen, and one for those of paper.

The screen (live preview, layers in a project) has a class for each whole score, so that a step of
one is seen; paper (printed maps, the report) has one for 0 and at most five above it, as many as
a reader can match with a legend on a photocopy.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum
from typing import Optional, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray

from .partition import even_breaks, natural_breaks
from .steps import FINE_STEPS, nice_step, plain_decimal

NO_BAND = -1
"""The band of a figure that is missing."""

PAPER_BANDS = 5
"""The most bands above 0 on paper."""

SCREEN_CLASSES = 17
"""The most classes on the screen, that of 0 counted: more shades nobody can match with a legend."""

SCREEN_BANDS = 7
"""How many bands weighted scores have on the screen, about."""


class Method(Enum):
    """How figures are divided into bands; kept by name."""

    PRETTY = "pretty"
    """Equal steps that people count in; of whole figures, whole steps."""
    EQUAL = "equal"
    """Equal steps from 0 to the highest figure."""
    JENKS = "jenks"
    """Natural breaks: figures near each other stay together."""
    QUANTILE = "quantile"
    """About as many areas in each band; areas that tie are never parted."""


@dataclass(frozen=True)
class Bands:
    """Bands of figures, each closed above; 0 has a class of its own below them.

    Attributes
    ----------
    edges
        The upper edge of each band, ascending, above 0.
    whole
        Whether the figures are whole numbers, so that a band may be called "3 to 5".
    open_top
        Whether figures above the last edge may be there; they share the last band.
    """

    edges: Tuple[float, ...]
    whole: bool
    open_top: bool = False

    @property
    def count(self) -> int:
        """How many bands there are above 0."""
        return len(self.edges)

    @property
    def top(self) -> float:
        """The highest figure that has a band of its own; 0 where there is none."""
        return self.edges[-1] if self.edges else 0.0

    def low(self, number: int) -> float:
        """What the figures of a band, counted from 1, are above."""
        return self.edges[number - 2] if number > 1 else 0.0

    def high(self, number: int) -> float:
        """The highest figure of a band, counted from 1."""
        return self.edges[number - 1]

    def of(self, values: NDArray[np.float64]) -> NDArray[np.int64]:
        """The band of each figure: 0 for 0 (and below), then 1 upwards; `NO_BAND` for NaN."""
        bands = np.minimum(np.searchsorted(np.array(self.edges), values, side="left") + 1, self.count)
        bands = np.where(values > 0, bands, 0)
        return np.where(np.isnan(values), NO_BAND, bands).astype(np.int64)

    def counts(self, values: NDArray[np.float64]) -> Tuple[int, ...]:
        """How many figures are 0, then how many are in each band."""
        bands = self.of(values)
        return tuple(np.bincount(bands[bands != NO_BAND], minlength=self.count + 1).tolist())


def screen_bands(top: float, whole: bool, highest: Optional[float] = None) -> Bands:
    """Bands for the screen, from the highest figure alone: they stay put while a threshold is moved.

    Parameters
    ----------
    top
        The highest figure to show.
    whole
        One band for each whole figure then, or for two, three ... where there are too many.
    highest
        The highest figure possible; where it is more than `top`, the last band says that it is
        open.
    """
    step = max(1, math.ceil(top / (SCREEN_CLASSES - 1))) if whole else nice_step(top / SCREEN_BANDS)
    edges = _multiples(step, top)
    return Bands(edges, whole, open_top=highest is not None and highest > edges[-1])


def paper_bands(
    values: NDArray[np.float64], whole: bool, method: Method = Method.PRETTY, most: int = PAPER_BANDS
) -> Bands:
    """Bands for paper, from the figures that are there.

    Parameters
    ----------
    values
        One an area; NaN where there is none.
    whole
        Whether the figures are whole numbers.
    method, most
        How they are divided, and into how many bands at most.
    """
    above = values[np.isfinite(values) & (values > 0)]
    if not len(above):
        return Bands((), whole)
    return Bands(_edges(above, whole, method, max(1, most)), whole)


def _edges(above: NDArray[np.float64], whole: bool, method: Method, most: int) -> Tuple[float, ...]:
    top = float(above.max())
    if method is Method.JENKS:
        return _short(natural_breaks(above, most), above, whole)
    if method is Method.QUANTILE:
        return _short(even_breaks(above, most), above, whole)
    if whole:
        # Equal steps of whole figures are steps that people count in.
        edges = _multiples(float(max(1, math.ceil(top / most))), top)
        return (*edges[:-1], top)
    if method is Method.EQUAL:
        steps = [plain_decimal(top * number / most) for number in range(1, most)]
        return (*steps, top)
    return _multiples(nice_step(top / most, FINE_STEPS), top)


def _multiples(width: float, top: float) -> Tuple[float, ...]:
    count = max(1, math.ceil(top / width - 1e-9))
    return tuple(plain_decimal(width * number) for number in range(1, count + 1))


def _short(edges: Sequence[float], values: NDArray[np.float64], whole: bool) -> Tuple[float, ...]:
    """Edges with as few decimals as part the same figures, so that a legend can say them."""
    if whole:
        return tuple(edges)
    distinct = np.unique(values)
    after = np.searchsorted(distinct, edges, side="right")
    nexts = [float(distinct[place]) if place < len(distinct) else math.inf for place in after.tolist()]
    return tuple(_shortest(edge, following) for edge, following in zip(edges, nexts))


def _shortest(low: float, high: float) -> float:
    """The number with the fewest decimals that is at least `low` and below `high`."""
    for decimals in range(12):
        unit = 10.0**-decimals
        found = plain_decimal(math.ceil(low / unit - 1e-9) * unit)
        if low <= found < high:
            return found
    return low
