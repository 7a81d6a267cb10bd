# SPDX-License-Identifier: GPL-2.0-or-later
"""The scores of one scenario, each figure worked out when first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Tuple

import numpy as np
from numpy.typing import NDArray

from .column import BoolArray, FloatArray, IntArray
from .cut import Cut
from .prepared import Prepared
from .ranking import dense_fractions, rank_numbers, rank_within
from .rules import THOUSAND, Rule, Settings
from .tally import Tally, tally
from .threshold import MissingRule

MISSING_FLAG = -1
"""The flag of an area that has no value on a measure."""


@dataclass(frozen=True, eq=False)
class Result:
    """Scores, ranks and flags of every area. Arrays are not to be written to.

    Parameters
    ----------
    prepared
        The columns the scores are made from.
    rules
        One a measure.
    settings
        What holds for the whole score.
    cuts
        Each measure's threshold outcome, at the measure's own level.
    flags
        Of each measure, shape (areas,): beyond the threshold; False where there is no value.
    tally
        The sums of weight x flag, unscaled.
    """

    prepared: Prepared
    rules: Tuple[Rule, ...]
    settings: Settings
    cuts: Tuple[Cut, ...]
    flags: Tuple[BoolArray, ...]
    tally: Tally

    @cached_property
    def points(self) -> NDArray[np.int64]:
        """Shape (areas,): the sums of weight x flag in thousandths."""
        return self.tally.thousandths

    @cached_property
    def weights(self) -> NDArray[np.int64]:
        """Shape (measures,): the weights in thousandths."""
        return np.array([rule.weight for rule in self.rules], dtype=np.int64)

    @cached_property
    def available(self) -> IntArray:
        """Shape (areas,): need_avail, how many measures have a value."""
        return self.prepared.available

    @cached_property
    def weight_available(self) -> NDArray[np.int64]:
        """Shape (areas,): the weights that have a value, in thousandths."""
        return self.prepared.weight_available(self.weights)

    @cached_property
    def scored(self) -> BoolArray:
        """Shape (areas,): which areas have a score."""
        measures = len(self.rules)
        least = -(-self.settings.min_coverage.numerator * measures // self.settings.min_coverage.denominator)
        if self.settings.missing is MissingRule.STRICT:
            least = measures
        # Without a measure there is nothing to score.
        scored = self.available >= (least if measures else 1)
        if self.settings.missing is MissingRule.RESCALE:
            scored &= self.weight_available > 0
        return scored

    @cached_property
    def score(self) -> FloatArray:
        """Shape (areas,): need_score; NaN where there is none."""
        if self.settings.missing is MissingRule.RESCALE:
            values = _rescaled(self.points, int(self.weights.sum()), self.weight_available)
        else:
            values = self.points / THOUSAND
        return np.where(self.scored, values, np.nan)

    @cached_property
    def rank(self) -> IntArray:
        """Shape (areas,): need_rank, 1 = greatest need; 0 where there is no score."""
        return rank_numbers(self._levels, self.scored)

    @cached_property
    def parent_rank(self) -> IntArray:
        """Shape (areas,): need_prank, the rank within the parent; 0 without score or parent."""
        return rank_within(self.rank, self.scored, self.prepared.parent)

    @cached_property
    def _levels(self) -> NDArray[np.integer]:
        """Whole numbers in the order of the scores, exactly."""
        if self.settings.missing is MissingRule.RESCALE:
            return dense_fractions(self.points, self.weight_available)
        return self.tally.steps

    @cached_property
    def count(self) -> IntArray:
        """Shape (areas,): need_count, the number of measures flagged."""
        return _count(self.flags, self.prepared.areas)

    @cached_property
    def high(self) -> FloatArray:
        """Shape (areas,): need_high, the unscaled score were all that is missing flagged."""
        missing = int(self.weights.sum()) - self.weight_available
        return (self.points + missing) / THOUSAND

    @cached_property
    def near(self) -> Tuple[BoolArray, ...]:
        """Of each measure, shape (areas,): near misses."""
        columns = self.prepared.columns
        return tuple(
            column.at_areas(cut.near(column, self.settings.near_band), self.prepared.areas)
            for column, cut in zip(columns, self.cuts)
        )

    @cached_property
    def near_count(self) -> IntArray:
        """Shape (areas,): need_near, the number of near misses."""
        return _count(self.near, self.prepared.areas)

    def flag(self, measure: int) -> NDArray[np.int8]:
        """Shape (areas,): 1, 0 or `MISSING_FLAG` on the measure of this number."""
        has_value = self.prepared.has_value[measure]
        return np.where(has_value, self.flags[measure], MISSING_FLAG).astype(np.int8)

    @cached_property
    def themes(self) -> Tuple[str, ...]:
        """The themes in order of first appearance."""
        return tuple(dict.fromkeys(rule.theme for rule in self.rules))

    def theme_score(self, theme: str) -> FloatArray:
        """Shape (areas,): the score within a theme; NaN where there is none.

        Missing where the need score is missing or no weight of the theme has a value.
        """
        ours = [number for number, rule in enumerate(self.rules) if rule.theme == theme]
        points = tally(
            [self.flags[n] for n in ours], [self.rules[n].weight for n in ours], self.prepared.areas
        )
        weights = np.where([rule.theme == theme for rule in self.rules], self.weights, 0)
        available = self.prepared.weight_available(weights)
        scored = self.scored & (available > 0)
        if self.settings.missing is MissingRule.STRICT:
            scored &= np.all([self.prepared.has_value[number] for number in ours], axis=0)
        if self.settings.missing is MissingRule.RESCALE:
            return np.where(scored, _rescaled(points.thousandths, int(weights.sum()), available), np.nan)
        return np.where(scored, points.thousandths / THOUSAND, np.nan)

    def theme_share(self, theme: str) -> float:
        """The theme's part of the highest possible score, 0 to 1; 0 where all weights are 0."""
        total = int(self.weights.sum())
        ours = sum(rule.weight for rule in self.rules if rule.theme == theme)
        return ours / total if total else 0.0


def _count(flags: Tuple[BoolArray, ...], areas: int) -> IntArray:
    found = np.zeros(areas, dtype=np.int32)
    for flag in flags:
        found += flag
    return found


def _rescaled(points: NDArray[np.int64], total: int, available: NDArray[np.int64]) -> FloatArray:
    """points x total / available, correctly rounded; NaN where nothing is available."""
    answer = np.full(len(points), np.nan)
    for row in np.flatnonzero(available > 0).tolist():
        # Division of Python whole numbers of any size rounds correctly.
        answer[row] = int(points[row]) * total / (int(available[row]) * THOUSAND)
    return answer
