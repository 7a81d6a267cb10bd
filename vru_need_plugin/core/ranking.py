# SPDX-License-Identifier: GPL-2.0-or-later
"""Competition ranks (1, 2, 2, 4), 1 = greatest need, ties exact."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from .column import BoolArray, IntArray

UNRANKED = 0
"""The rank of an area that has no score."""
_MOST_BINS_PER_AREA = 4
_MOST_BINS_ANYWAY = 65_536


def rank_numbers(numbers: NDArray[np.integer], scored: BoolArray) -> IntArray:
    """Rank whole numbers, the highest first.

    Parameters
    ----------
    numbers
        Shape (areas,), none negative.
    scored
        Shape (areas,): which areas take part.

    Returns
    -------
    ndarray of int32, shape (areas,)
        `UNRANKED` where an area takes no part.
    """
    bins, most = numbers, int(numbers.max(initial=0))
    if most > max(_MOST_BINS_PER_AREA * len(numbers), _MOST_BINS_ANYWAY):
        _, bins = np.unique(numbers, return_inverse=True)
    everyone = bool(scored.all())
    counts = np.bincount(bins if everyone else bins[scored], minlength=1)
    ranks = (counts.sum() + 1 - np.cumsum(counts)).astype(np.int32)
    if everyone:
        return np.take(ranks, bins)
    # An area that takes no part may lie past the last bin.
    return np.where(scored, np.take(ranks, bins, mode="clip"), np.int32(UNRANKED))


def rank_within(numbers: IntArray, scored: BoolArray, parent: IntArray) -> IntArray:
    """Rank apart within each parent, by ranks over all areas.

    Parameters
    ----------
    numbers
        Shape (areas,): the rank over all areas, 1 = greatest need.
    scored
        Shape (areas,).
    parent
        Shape (areas,): the parent's number, negative for none.

    Returns
    -------
    ndarray of int32, shape (areas,)
        `UNRANKED` without a score or a parent.
    """
    answer = np.zeros(len(numbers), dtype=np.int32)
    taking_part = np.flatnonzero(scored & (parent >= 0))
    order = taking_part[np.lexsort((numbers[taking_part], parent[taking_part]))]
    if len(order) == 0:
        return answer
    new_parent = np.diff(parent[order], prepend=-1) != 0
    new_level = new_parent | (np.diff(numbers[order], prepend=-1) != 0)
    place = np.arange(len(order))
    first_of_parent = np.maximum.accumulate(np.where(new_parent, place, 0))
    first_of_level = np.maximum.accumulate(np.where(new_level, place, 0))
    answer[order] = first_of_level - first_of_parent + 1
    return answer


def dense_fractions(above: NDArray[np.int64], below: NDArray[np.int64]) -> NDArray[np.int64]:
    """Number fractions by size, equal fractions alike: 0 the smallest, a zero divisor too.

    Parameters
    ----------
    above, below
        Shape (areas,): whole numbers, none negative.
    """
    span = int(below.max(initial=0)) + 1
    pairs, where = np.unique(above * span + below, return_inverse=True)
    fractions = [Fraction(int(pair) // span, int(pair) % span or 1) for pair in pairs.tolist()]
    sizes = {fraction: number for number, fraction in enumerate(sorted(set(fractions)))}
    return np.array([sizes[fraction] for fraction in fractions], dtype=np.int64)[where]
