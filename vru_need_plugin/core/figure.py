# SPDX-License-Identifier: GPL-2.0-or-later
"""Thresholds that compare rows with a figure: a value, a multiple of the mean, deviations.

The figures of a group are exact fractions, so a row level with the figure is found level.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Callable, Optional, Tuple

import numpy as np

from .column import FloatArray, PreparedColumn
from .cut import Cut, GroupCut, NoneFlagged, incomparable
from .moments import Moments
from .threshold import Direction, Threshold, ThresholdKind, Ties, exact


def cut_by_value(column: PreparedColumn, threshold: Threshold) -> Cut:
    """Apply a ``value`` threshold."""
    line = column.sign() * threshold.value
    included = threshold.ties is Ties.IN
    with np.errstate(invalid="ignore"):
        flag = column.need >= line if included else column.need > line
    groups = []
    for values in column.groups:
        first = int(np.searchsorted(values, line, side="left" if included else "right"))
        groups.append(_figure_group(values, first, float(threshold.value), None))
    return Cut(flag, tuple(groups))


def cut_by_figure(column: PreparedColumn, threshold: Threshold) -> Cut:
    """Apply a ``mean_multiple`` or ``std_dev`` threshold."""
    lines, groups = [], []
    for values, candidates, found in zip(column.groups, column.candidates, column.moments):
        reason, line, cutoff = _figure(values, candidates, found, threshold, column.direction)
        lines.append(line)
        first = int(np.searchsorted(values, line, side="left"))
        group = _figure_group(values, first, cutoff, reason)
        groups.append(group if group.flagged else _without_cutoff(group))
    with np.errstate(invalid="ignore"):
        flag = column.judged & (column.need >= np.array([*lines, np.inf])[column.group])
    return Cut(flag, tuple(groups))


def _figure(
    values: FloatArray, candidates: FloatArray, found: Moments, threshold: Threshold, direction: Direction
) -> Tuple[Optional[NoneFlagged], float, Optional[float]]:
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


def _figure_group(
    values: FloatArray, first: int, cutoff: Optional[float], reason: Optional[NoneFlagged]
) -> GroupCut:
    size = len(values)
    flagged = size - first
    if flagged == 0:
        return GroupCut(size, 0, None, cutoff, None, reason or NoneFlagged.NONE_BEYOND)
    # The first flagged row begins a block: what is below the line is exactly what it exceeds.
    return GroupCut(size, flagged, first, cutoff, None, None)


def _without_cutoff(group: GroupCut) -> GroupCut:
    return GroupCut(group.size, 0, None, None, None, group.reason)
