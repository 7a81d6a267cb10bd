# SPDX-License-Identifier: GPL-2.0-or-later
"""Thresholds that compare rows with a figure: a value, a multiple of the mean, deviations.

The figures of a group are exact fractions, so a row level with the figure is found level.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import partial
from math import isfinite
from typing import Callable, Optional, Sequence, Tuple

import numpy as np

from .column import FloatArray, PreparedColumn
from .cut import Cut, GroupCut, NoneFlagged, incomparable
from .moments import Moments, nearest_float
from .threshold import Threshold, ThresholdKind, Ties, exact

_Figure = Tuple[Optional[NoneFlagged], float, Optional[float]]
"""Why none is flagged, the least need that is flagged, and the figure in the measure's own units.

The figure is None where there is none, or none that a float can hold.
"""


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
    figures = [_figure(column, number, found, threshold) for number, found in enumerate(column.moments)]
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


def _figure(column: PreparedColumn, group: int, found: Moments, threshold: Threshold) -> _Figure:
    """Why none is flagged, the least need that is flagged, and the figure in own units."""
    sign = column.sign()
    reason = incomparable(column.groups[group])
    if reason is None and threshold.kind is ThresholdKind.MEAN_MULTIPLE and sign * found.mean <= 0:
        reason = NoneFlagged.MEAN_NOT_POSITIVE
    if reason is not None:
        return reason, np.inf, None
    factor = exact(float(threshold.value))
    if threshold.kind is ThresholdKind.MEAN_MULTIPLE:
        bound = found.mean * factor
        figure = sign * nearest_float(bound)
        return None, _first_beyond(column, group, lambda need: need >= bound), _if_finite(figure)
    figure = sign * (float(found.mean) + threshold.value * found.deviation)
    first = _first_beyond(column, group, lambda need: _past_deviations(need, found, factor))
    return None, first, _if_finite(figure)


def _if_finite(figure: float) -> Optional[float]:
    """A figure too large to be written is none; the flags do not depend on it."""
    return figure if isfinite(figure) else None


def _past_deviations(need: Fraction, found: Moments, factor: Fraction) -> bool:
    """need - mean >= factor x standard deviation, by squares: the deviation is irrational."""
    distance = need - found.mean
    square = distance * distance
    limit = factor * factor * found.variance
    if factor >= 0:
        return distance >= 0 and square >= limit
    return distance >= 0 or square <= limit


def _first_beyond(column: PreparedColumn, group: int, beyond: Callable[[Fraction], bool]) -> float:
    """The least need of a group's rows that is beyond, by bisection; infinity if none."""
    candidates = column.candidates[group]
    low, high = 0, len(candidates)
    while low < high:
        middle = (low + high) // 2
        if beyond(column.exactly(float(candidates[middle])) + column.slack):
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
