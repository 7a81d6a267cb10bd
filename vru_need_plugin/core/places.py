# SPDX-License-Identifier: GPL-2.0-or-later
"""Where each value stands among the members of its reference group."""

from __future__ import annotations

from typing import NamedTuple, Optional

import numpy as np
from numpy.typing import NDArray

from .decimals import WholeNumbers, whole_at

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]
IntArray = NDArray[np.int32]

_ENOUGH_TO_COUNT = 1_000
"""Rows; fewer are sorted as quickly as they are counted."""
_MOST_BINS_PER_ROW = 4
_SAMPLE = 100


class Places(NamedTuple):
    """The places of some rows in one group.

    Attributes
    ----------
    lower, upto
        Shape (rows,): how many members are lower than the row's value, and how many no higher.
    ascending
        Shape (members,): their values in ascending order.
    """

    lower: IntArray
    upto: IntArray
    ascending: FloatArray


def places_of(values: FloatArray, member: BoolArray) -> Places:
    """Place every row, member or not, among the members.

    Published figures have a decimal or two, so that many rows share few values: those are
    counted, value by value, in a quarter of the time that sorting takes.

    Parameters
    ----------
    values
        Shape (rows,), none missing.
    member
        Shape (rows,): whether the row is itself one that the others are compared with.
    """
    if len(values) >= _ENOUGH_TO_COUNT:
        whole = _few_values(values)
        if whole is not None:
            return by_counting(values, member, whole)
    return by_sorting(values, member)


def by_sorting(values: FloatArray, member: BoolArray) -> Places:
    """`places_of` for any values."""
    order = np.argsort(values, kind="stable")
    ascending, members = values[order], member[order]
    members_before = np.concatenate(([0], np.cumsum(members)))
    begins = np.flatnonzero(np.diff(ascending, prepend=np.nan) != 0)
    ends = np.append(begins[1:], len(ascending))[: len(begins)]
    lower, upto = np.empty((2, len(values)), dtype=np.int32)
    lower[order] = np.repeat(members_before[begins], ends - begins)
    upto[order] = np.repeat(members_before[ends], ends - begins)
    return Places(lower, upto, ascending[members])


def by_counting(values: FloatArray, member: BoolArray, whole: NDArray[np.intp]) -> Places:
    """`places_of` for values numbered from 0 in their order.

    Parameters
    ----------
    whole
        Shape (rows,): each value's number; a number may go unused.
    """
    counts = np.bincount(whole[member], minlength=int(whole.max()) + 1)
    upto = np.cumsum(counts).astype(np.int32)
    lower = upto - counts.astype(np.int32)
    value = np.empty(len(counts))
    value[whole] = values
    return Places(lower[whole], upto[whole], np.repeat(value, counts))


def _few_values(values: FloatArray) -> Optional[NDArray[np.intp]]:
    """The values as whole numbers from 0, where they are decimals not much finer than the rows are many."""
    few = whole_at(values[:_SAMPLE])
    if few is None or not _narrow(values, few):
        return None
    whole = whole_at(values, few.decimals)
    if whole is None or not _narrow(values, whole):
        return None
    return (whole.numbers - whole.numbers.min()).astype(np.intp)


def _narrow(values: FloatArray, whole: WholeNumbers) -> bool:
    steps = (float(values.max()) - float(values.min())) * 10.0**whole.decimals
    return steps < _MOST_BINS_PER_ROW * len(values)
