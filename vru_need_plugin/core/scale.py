# SPDX-License-Identifier: GPL-2.0-or-later
"""What colours and bars of scores are scaled to, and what sort of numbers scores are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence

from .result import Result
from .rules import THOUSAND
from .threshold import MissingRule


@dataclass(frozen=True)
class Makeup:
    """What sort of numbers scores are, by the weights that they are sums of.

    Attributes
    ----------
    whole
        Whether every score is a whole number.
    is_count
        Whether a score is a number of measures: every weight 1, and nothing made up for.
    zero_is_none
        Whether 0 says that no measure is above threshold: no weight is 0.
    """

    whole: bool
    is_count: bool
    zero_is_none: bool


@dataclass(frozen=True)
class ScoreScale:
    """What colours and bars of scores are scaled to.

    Attributes
    ----------
    top
        The highest score that an area has; 0 where none has any.
    highest
        The highest score possible.
    makeup
        What sort of numbers the scores are.
    """

    top: float
    highest: float
    makeup: Makeup


def makeup_of(weights: Sequence[int], missing: MissingRule) -> Makeup:
    """What sort of numbers sums of these weights, in whole thousandths, are."""
    rescaled = missing is MissingRule.RESCALE
    return Makeup(
        whole=not rescaled and all(weight % THOUSAND == 0 for weight in weights),
        is_count=not rescaled and all(weight == THOUSAND for weight in weights),
        zero_is_none=bool(weights) and all(weights),
    )


def score_scale(result: Result) -> ScoreScale:
    """The scale of a result's scores."""
    return ScoreScale(
        top=float(result.score[result.scored].max(initial=0)),
        highest=float(result.weights.sum()) / THOUSAND,
        makeup=makeup_of(result.weights.tolist(), result.settings.missing),
    )
