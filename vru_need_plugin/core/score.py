# SPDX-License-Identifier: GPL-2.0-or-later
"""Need scores from prepared columns: all of them, or only what a change touches."""

from __future__ import annotations

from typing import Sequence

import numpy as np
from numpy.typing import NDArray

from .apply import apply_threshold
from .column import BoolArray
from .prepared import Prepared
from .result import Points, Result
from .rules import Rule, Settings

_BITS = 8


def score(prepared: Prepared, rules: Sequence[Rule], settings: Settings) -> Result:
    """Score every area from scratch.

    Parameters
    ----------
    prepared
        The columns of the measures in use.
    rules
        One a measure, in the same order.
    settings
        What holds for the whole score.

    Returns
    -------
    Result
        Equal to the last bit to what `rescore` reaches step by step.
    """
    cuts = tuple(apply_threshold(column, rule.threshold) for column, rule in zip(prepared.columns, rules))
    flags = tuple(column.at_areas(cut.flag, prepared.areas) for column, cut in zip(prepared.columns, cuts))
    points = _weighted_sum(flags, [rule.weight for rule in rules], prepared.areas)
    return Result(prepared, tuple(rules), settings, cuts, flags, points)


def rescore(previous: Result, rules: Sequence[Rule]) -> Result:
    """Score again after a change of thresholds, weights or themes.

    A changed threshold costs one pass over its column, a changed weight one addition over the
    areas; all that did not change is taken over.

    Parameters
    ----------
    previous
        The scores before the change.
    rules
        One a measure, as many and in the same order as before.
    """
    prepared = previous.prepared
    cuts, flags = list(previous.cuts), list(previous.flags)
    points = previous.points.astype(_dtype([rule.weight for rule in rules]), copy=False)
    for number, (old, new) in enumerate(zip(previous.rules, rules)):
        was = flags[number]
        if new.threshold != old.threshold:
            cuts[number] = apply_threshold(prepared.columns[number], new.threshold)
            flags[number] = prepared.columns[number].at_areas(cuts[number].flag, prepared.areas)
        points = _moved(points, was, old.weight, flags[number], new.weight)
    return Result(prepared, tuple(rules), previous.settings, tuple(cuts), tuple(flags), points)


def _weighted_sum(flags: Sequence[BoolArray], weights: Sequence[int], areas: int) -> Points:
    """The sum of weight x flag, in thousandths.

    Eight flags of an area make a byte, and a table holds the sum for each of the 256 bytes: as
    fast for sixteen different weights as for equal ones.
    """
    points: Points = np.zeros(areas, dtype=_dtype(weights))
    for start in range(0, len(flags), _BITS):
        pattern = np.zeros(areas, dtype=np.uint8)
        for flag in flags[start : start + _BITS]:
            np.add(pattern, pattern, out=pattern)
            np.bitwise_or(pattern, flag.view(np.uint8), out=pattern)
        points += np.take(_sums_of_patterns(weights[start : start + _BITS]).astype(points.dtype), pattern)
    return points


def _sums_of_patterns(weights: Sequence[int]) -> NDArray[np.int64]:
    """The sum of the weights for each pattern of flags; the last weight is the lowest bit."""
    sums = np.zeros(1, dtype=np.int64)
    for weight in weights:
        sums = np.add.outer(sums, np.array([0, weight])).ravel()
    return sums


def _moved(points: Points, was: BoolArray, old: int, flag: BoolArray, new: int) -> Points:
    """The sum with one measure's part replaced."""
    if flag is was:
        return points if old == new else points + np.multiply(flag, new - old, dtype=points.dtype)
    if old == new:
        step = flag.view(np.int8) - was.view(np.int8)
        return points + np.multiply(step, new, dtype=points.dtype)
    return points - np.multiply(was, old, dtype=points.dtype) + np.multiply(flag, new, dtype=points.dtype)


def _dtype(weights: Sequence[int]) -> type[np.signedinteger]:
    """The narrowest integer that holds the highest possible score in thousandths."""
    return np.int32 if 2 * sum(weights) < np.iinfo(np.int32).max else np.int64
