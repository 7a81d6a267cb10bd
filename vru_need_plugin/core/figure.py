# SPDX-License-Identifier: GPL-2.0-or-later
"""Thresholds that compare rows with a figure: a value, a multiple of the mean, deviations.

The figures of a group are exact fractions, so a row level with the figure is found level.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import partial
from typing import Callable, Optional, Sequence, Tuple

import numpy as np

from .column import FloatArray, PreparedColumn
from .cut import Cut, GroupCut, NoneFlagged, incomparable
from .moments import Moments
from .threshold import Direction, Threshold, ThresholdKind, Ties, exact

_Figure = Tuple[Optional[NoneFlagged], float, Optional[float]]
"""Why none is flagged, the least need that is flagged, and the figure in the measure's own units."""


def cut_by_value(column: PreparedColumn, threshold: Threshold) -> Cut:
    """Apply a ``value`` threshold."""
    line = column.sign() * threshold.value
    included = threshold.ties is Ties.IN
    with np.errstate(invalid="ignore"):
        flag = column.need >= line if included else column.need > line
    return Cut(flag, partial(_value_outcomes, column, line, included, float(threshold.value)))


def _value_outcomes(
    column: PreparedColumn, line: float, included: bool, value: float
) -> Tuple[GroupCut, ...]:
    return tuple(
        _outcome(
            values, int(np.searchsorted(values, line, side="left" if included else "right")), value, None
        )
        for values in column.groups
    )


def cut_by_figure(column: PreparedColumn, threshold: Threshold) -> Cut:
    """Apply a ``mean_multiple`` or ``std_dev`` threshold."""
    figures = [
        _figure(values, candidates, found, threshold, column.direction)
        for values, candidates, found in zip(column.groups, column.candidates, column.moments)
    ]
    lines = np.array([*(line for _, line, _ in figures), np.inf])
    with np.errstate(invalid="ignore"):
        flag = column.judged & (column.need >= lines[column.group])
    return Cut(flag, partial(_figure_outcomes, column, figures))


def _figure_outcomes(column: PreparedColumn, figures: Sequence[_Figure]) -> Tuple[GroupCut, ...]:
    groups = (
        _outcome(values, int(np.searchsorted(values, line, side="left")), cutoff, reason)
        for values, (reason, line, cutoff) in zip(column.groups, figures)
    )
    return tuple(group if group.flagged else replace(group, cutoff=None) for group in groups)


def _figure(
    values: FloatArray, candidates: FloatArray, found: Moments, threshold: Threshold, direction: Direction
) -> _Figure:
    """Why none is flagged, the least need that is flagged, and the figure in own units."""
    sign = 1 if direction is Direction.HIGH else -1
    reason = incomparable(values)
    if reason is None and threshold.kind is ThresholdKind.MEAN_MULTIPLE and sign * found.mean <= 0:
        reason = NoneFlagged.MEAN_NOT_POSITIVE
    if reason is not None:
        return reason, np.inf, None
    factor = exact(float(threshold.value))
    if threshold.kind is ThresholdKind.MEAN_MULTIPLE:
        bound = found.mean * factor
        return None, _first_beyond(candidates, lambda need: need >= bound), sign * float(bound)
    figure = sign * (float(found.mean) + threshold.value * found.deviation)
    return None, _first_beyond(candidates, lambda need: _past_deviations(need, found, factor)), figure


def _past_deviations(need: Fraction, found: Moments, factor: Fraction) -> bool:
    """need - mean >= factor x standard deviation, by squares: the deviation is irrational."""
    distance = need - found.mean
    square = distance * distance
    limit = factor * factor * found.variance
    if factor >= 0:
        return distance >= 0 and square >= limit
    return distance >= 0 or square <= limit


def _first_beyond(candidates: FloatArray, beyond: Callable[[Fraction], bool]) -> float:
    """The first of the ascending candidates that is beyond, by bisection; infinity if none."""
    low, high = 0, len(candidates)
    while low < high:
        middle = (low + high) // 2
        if beyond(exact(float(candidates[middle]))):
            high = middle
        else:
            low = middle + 1
    return float(candidates[low]) if low < len(candidates) else float("inf")


def _outcome(
    values: FloatArray, first: int, cutoff: Optional[float], reason: Optional[NoneFlagged]
) -> GroupCut:
    size = len(values)
    if first == size:
        return GroupCut(size, 0, None, cutoff, None, reason or NoneFlagged.NONE_BEYOND)
    # The first flagged row begins a block: what is below the line is exactly what it exceeds.
    return GroupCut(size, size - first, first, cutoff, None, None)
