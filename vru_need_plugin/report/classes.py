# SPDX-License-Identifier: GPL-2.0-or-later
"""The bands of paper in the report's colours and words: one for 0 and at most five above it.

The bands themselves are those of printed maps (`core.bands.paper_bands`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Tuple

import numpy as np
from numpy.typing import NDArray

from ..core.bands import NO_BAND, Bands, paper_bands
from ..core.messages import mark
from ..core.result import Result
from ..core.scale import score_scale
from .colours import class_colours
from .voice import Plain, Voice

NO_CLASS = NO_BAND
"""The class of an area without a score."""


@dataclass(frozen=True)
class Classes:
    """Bands of scores with their colours.

    Attributes
    ----------
    bands
        Which scores share a colour.
    colours
        Of a score of 0, then of each band.
    top
        The highest score.
    zero_is_none
        Whether a score of 0 says that no measure is above threshold.
    """

    bands: Bands
    colours: Tuple[str, ...]
    top: float
    zero_is_none: bool

    @property
    def whole(self) -> bool:
        """Whether every score is a whole number."""
        return self.bands.whole

    def of(self, scores: NDArray[np.float64]) -> NDArray[np.int64]:
        """The class of each score: 0 for 0, then the bands; `NO_CLASS` for NaN."""
        return self.bands.of(scores)

    def label(self, number: int, say: Voice) -> Plain:
        """What the legend says of a class."""
        if number == NO_CLASS:
            return Plain(say.text(mark("no data")))
        if number == 0:
            return (
                Plain(say.text(mark("0: no measure above threshold"))) if self.zero_is_none else say.plain(0)
            )
        low, high = self.bands.low(number), self.bands.high(number)
        if not self.whole:
            return Plain(say.text(mark("over {low} to {high}"), low=say.plain(low), high=say.plain(high)))
        if low + 1 >= high:
            return say.plain(high)
        return Plain(say.text(mark("{low} to {high}"), low=say.plain(low + 1), high=say.plain(high)))


def score_classes(result: Result) -> Classes:
    """Bands for the scores of a result."""
    scale = score_scale(result)
    bands = paper_bands(result.score, scale.makeup.whole)
    return Classes(
        bands,
        tuple(class_colours(bands.count)),
        scale.top,
        scale.makeup.zero_is_none,
    )
