# SPDX-License-Identifier: GPL-2.0-or-later
"""Scores in a few bands for paper: one for 0 and at most five above it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Tuple

import numpy as np
from numpy.typing import NDArray

from ..core.messages import mark
from ..core.result import Result
from ..core.rules import THOUSAND
from ..core.steps import FINE_STEPS, nice_step
from ..core.threshold import MissingRule
from .colours import class_colours
from .voice import Plain, Voice

_BANDS = 5
_HAIR = 1e-9
NO_CLASS = -1
"""The class of an area without a score."""


@dataclass(frozen=True)
class Classes:
    """Bands of scores, closed above.

    Attributes
    ----------
    width
        Of each band.
    colours
        Of a score of 0, then of each band.
    top
        The highest score.
    whole
        Whether every score is a whole number.
    zero_is_none
        Whether a score of 0 says that no measure is above threshold.
    """

    width: float
    colours: Tuple[str, ...]
    top: float
    whole: bool
    zero_is_none: bool

    def of(self, scores: NDArray[np.float64]) -> NDArray[np.int64]:
        """The class of each score: 0 for 0, then the bands; `NO_CLASS` for NaN."""
        bands = np.ceil(np.nan_to_num(scores) / self.width - _HAIR)
        bands = np.clip(bands, 0, len(self.colours) - 1).astype(np.int64)
        return np.where(np.isnan(scores), NO_CLASS, bands)

    def label(self, number: int, say: Voice) -> Plain:
        """What the legend says of a class."""
        if number == NO_CLASS:
            return Plain(say.text(mark("no data")))
        if number == 0:
            return (
                Plain(say.text(mark("0: no measure above threshold"))) if self.zero_is_none else say.plain(0)
            )
        low, high = self.width * (number - 1), self.width * number
        if not self.whole:
            return Plain(say.text(mark("over {low} to {high}"), low=say.plain(low), high=say.plain(high)))
        first, last = low + 1, min(high, self.top)
        if first >= last:
            return say.plain(first)
        return Plain(say.text(mark("{low} to {high}"), low=say.plain(first), high=say.plain(last)))


def score_classes(result: Result) -> Classes:
    """Bands for the scores of a result."""
    scores = result.score[result.scored]
    top = float(scores.max()) if len(scores) else 0.0
    whole = not (result.weights % THOUSAND).any() and result.settings.missing is not MissingRule.RESCALE
    width = float(max(1, math.ceil(top / _BANDS))) if whole else nice_step(top / _BANDS, FINE_STEPS)
    bands = math.ceil(top / width - _HAIR)
    return Classes(
        width,
        tuple(class_colours(bands)),
        top,
        bool(whole),
        bool(len(result.weights) and result.weights.all()),
    )
