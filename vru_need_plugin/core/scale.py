# SPDX-License-Identifier: GPL-2.0-or-later
"""What colours and bars of scores are scaled to."""

from __future__ import annotations

from dataclasses import dataclass

from .result import Result
from .rules import THOUSAND
from .threshold import MissingRule


@dataclass(frozen=True)
class ScoreScale:
    """What colours and bars of scores are scaled to.

    Attributes
    ----------
    top
        The highest score that an area has; 0 where none has any.
    is_count
        Whether a score is a number of measures: every weight 1, and nothing made up for.
    highest
        The highest score possible.
    """

    top: float
    is_count: bool
    highest: float


def score_scale(result: Result) -> ScoreScale:
    """The scale of a result's scores."""
    known = result.score[result.scored]
    return ScoreScale(
        top=float(known.max(initial=0)),
        is_count=bool((result.weights == THOUSAND).all())
        and result.settings.missing is not MissingRule.RESCALE,
        highest=float(result.weights.sum()) / THOUSAND,
    )
