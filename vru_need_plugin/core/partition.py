# SPDX-License-Identifier: GPL-2.0-or-later
"""Ordered figures divided into groups that cost least in all: exactly, and always the same way."""

from __future__ import annotations

from typing import Callable, List

import numpy as np
from numpy.typing import NDArray

MOST_VALUES = 1000
"""Up to this many different figures a division is exact; more are thinned first."""

Cost = Callable[[NDArray[np.intp], int], NDArray[np.float64]]
"""What groups from each of these places up to, not including, a place would cost."""


def natural_breaks(values: NDArray[np.float64], groups: int) -> List[float]:
    """The highest figure of each group, the groups' inner variation being the least there can be.

    Jenks's natural breaks, found by Fisher's dynamic programme (W. D. Fisher, "On Grouping for
    Maximum Homogeneity", Journal of the American Statistical Association 53, 1958), not by
    chance or by improving a guess.

    Parameters
    ----------
    values
        Finite, in any order.
    groups
        How many; fewer come back where there are fewer different figures.

    Examples
    --------
    >>> natural_breaks(np.array([1.0, 2, 2, 10, 11, 30]), 3)
    [2.0, 11.0, 30.0]
    """
    distinct, counts = _distinct(values)
    middle = distinct.mean() if len(distinct) else 0.0
    moved = distinct - middle  # so that squares of large figures lose nothing
    weight, total = _sums(counts), _sums(counts * moved)
    squares = _sums(counts * moved * moved)

    def inner_variation(starts: NDArray[np.intp], end: int) -> NDArray[np.float64]:
        part = total[end] - total[starts]
        found: NDArray[np.float64] = (
            squares[end] - squares[starts] - part * part / (weight[end] - weight[starts])
        )
        return np.maximum(found, 0.0)

    return [float(distinct[end - 1]) for end in _ends(len(distinct), groups, inner_variation)]


def even_breaks(values: NDArray[np.float64], groups: int) -> List[float]:
    """The highest figure of each group, the groups being as equal in number as ties allow.

    Equal figures are never in two groups, and no group is empty: quantiles that do not collapse.

    Examples
    --------
    >>> even_breaks(np.array([1.0, 1, 1, 1, 2, 3, 4]), 3)
    [1.0, 2.0, 4.0]
    """
    distinct, counts = _distinct(values)
    weight = _sums(counts)

    def unevenness(starts: NDArray[np.intp], end: int) -> NDArray[np.float64]:
        found: NDArray[np.float64] = (weight[end] - weight[starts]) ** 2
        return found

    return [float(distinct[end - 1]) for end in _ends(len(distinct), groups, unevenness)]


def _distinct(values: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The different figures in order with how often each is there, thinned where they are too many."""
    distinct, counts = np.unique(values, return_counts=True)
    if len(distinct) > MOST_VALUES:
        # Each run of neighbours is represented by its highest, so that no figure is past the last.
        ends = np.linspace(0, len(distinct), MOST_VALUES + 1).astype(np.intp)
        sums = _sums(counts.astype(np.float64))
        distinct, counts = distinct[ends[1:] - 1], np.diff(sums[ends])
    return distinct, counts.astype(np.float64)


def _sums(values: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.concatenate([[0.0], np.cumsum(values)])


def _ends(count: int, groups: int, cost: Cost) -> List[int]:
    """Where each group ends, all groups together costing least; the first of equals.

    Parameters
    ----------
    count
        How many figures are divided.
    groups
        Into how many; no more than there are figures.
    """
    groups = min(groups, count)
    if groups < 1:
        return []
    least = np.full((groups + 1, count + 1), np.inf)
    least[0, 0] = 0.0
    begin = np.zeros((groups + 1, count + 1), dtype=np.intp)
    for end in range(1, count + 1):
        starts = np.arange(end)
        added = cost(starts, end)
        for number in range(1, min(groups, end) + 1):
            all_costs = least[number - 1, :end] + added
            begin[number, end] = np.argmin(all_costs)
            least[number, end] = all_costs[begin[number, end]]
    ends = [count]
    for number in range(groups, 1, -1):
        ends.append(int(begin[number, ends[-1]]))
    return ends[::-1]
