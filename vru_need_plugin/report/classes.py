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
from ..core.rules import THOUSAND
from ..core.threshold import MissingRule
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
    whole = not (result.weights % THOUSAND).any() and result.settings.missing is not MissingRule.RESCALE
    bands = paper_bands(result.score, bool(whole))
    return Classes(
        bands,
        tuple(class_colours(bands.count)),
        float(result.score[result.scored].max(initial=0)),
        bool(len(result.weights) and result.weights.all()),
    )
