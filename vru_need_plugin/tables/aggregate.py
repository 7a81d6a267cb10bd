# SPDX-License-Identifier: GPL-2.0-or-later
"""Values that fall together made one, exactly."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Dict, Tuple

import numpy as np
from numpy.typing import NDArray

from ..core.decimals import EXACT_LIMIT, whole_at
from ..core.threshold import exact
from ..scenario.document import Aggregate
from .pandas_needed import need_pandas

FloatArray = NDArray[np.float64]


def aggregate_cells(
    values: FloatArray, slots: NDArray[np.int64], size: int, aggregate: Aggregate
) -> FloatArray:
    """Make the values of each slot one.

    Missing values are skipped; where all are missing, or there is none, the answer is missing.
    Sums and means are those of the decimals as written, correctly rounded: 0.1 and 0.2 make 0.3.

    Parameters
    ----------
    values
        Shape (cells,), NaN where missing.
    slots
        Shape (cells,): where each value belongs, from 0.
    size
        How many slots there are.
    aggregate
        Sum, mean, or the first that is not missing.

    Returns
    -------
    ndarray of float64, shape (size,)
    """
    there = ~np.isnan(values)
    slots, values = slots[there], values[there]
    answer = np.full(size, np.nan)
    if aggregate is Aggregate.FIRST:
        first = need_pandas().Series(values).groupby(slots, sort=False).first()
        answer[first.index] = first
        return answer
    used, sums = _sums(values, slots, aggregate is Aggregate.MEAN)
    answer[used] = sums
    return answer


def _sums(values: FloatArray, slots: NDArray[np.int64], mean: bool) -> Tuple[NDArray[np.int64], FloatArray]:
    """The slots that have values, and each one's sum or mean."""
    whole = whole_at(values)
    if whole is None or whole.largest * max(len(values), 1) >= EXACT_LIMIT:
        return _by_fractions(values, slots, mean)
    groups = need_pandas().Series(whole.numbers).groupby(slots, sort=False)
    sums = groups.sum()
    below = 10.0**whole.decimals * (groups.count().to_numpy() if mean else np.ones(len(sums)))
    if below.max(initial=1) >= EXACT_LIMIT:
        return _by_fractions(values, slots, mean)
    return sums.index.to_numpy(), sums.to_numpy() / below


def _by_fractions(
    values: FloatArray, slots: NDArray[np.int64], mean: bool
) -> Tuple[NDArray[np.int64], FloatArray]:
    """The same for figures with so many digits that no float holds them as whole numbers."""
    sums: Dict[int, Fraction] = {}
    counts: Dict[int, int] = {}
    for value, slot in zip(values.tolist(), slots.tolist()):
        sums[slot] = sums.get(slot, Fraction(0)) + exact(value)
        counts[slot] = counts.get(slot, 0) + 1
    answers = [_nearest(total / counts[slot] if mean else total) for slot, total in sums.items()]
    return np.array(list(sums), dtype=np.int64), np.array(answers, dtype=np.float64)


def _nearest(number: Fraction) -> float:
    """The float nearest to a number; missing where it is too large for any, as infinities are."""
    try:
        return float(number)
    except OverflowError:
        return math.nan
