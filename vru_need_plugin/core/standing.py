# SPDX-License-Identifier: GPL-2.0-or-later
"""Thresholds that compare rows with each other: a share or a number of the group.

Each comes down to a line on the standing, in whole numbers: no percentile is ever rounded.
"""

from __future__ import annotations

from functools import partial
from typing import Optional, Sequence, Tuple

import numpy as np

from .column import FloatArray, PreparedColumn
from .cut import NEVER, SHARE, Cut, GroupCut, NoneFlagged, each, incomparable
from .threshold import Threshold, ThresholdKind, Ties, scaled


def cut_by_standing(column: PreparedColumn, threshold: Threshold) -> Cut:
    """Apply a ``top_share`` or ``top_count`` threshold."""
    lines = [_line(values, threshold) for values in column.groups]
    standing = column.upto if threshold.ties is Ties.IN else column.lower
    flag = standing >= each(column, lines) if lines else np.zeros(len(standing), dtype=bool)
    return Cut(flag, partial(_outcomes, column, threshold, lines))


def _line(values: FloatArray, threshold: Threshold) -> int:
    """The least standing that is flagged: ``lower`` with ties left out, ``upto`` included."""
    if incomparable(values) is not None:
        return NEVER
    size = len(values)
    if threshold.ties is Ties.IN:
        return max(0, size - _most_higher(threshold, size))
    return max(0, _least_lower(threshold, size))


def _outcomes(column: PreparedColumn, threshold: Threshold, lines: Sequence[int]) -> Tuple[GroupCut, ...]:
    return tuple(
        _outcome(values, threshold, line, column.sign()) for values, line in zip(column.groups, lines)
    )


def _outcome(values: FloatArray, threshold: Threshold, line: int, sign: int) -> GroupCut:
    size = len(values)
    asked = _asked(threshold, size)
    if line == NEVER:
        return GroupCut(size, 0, None, None, asked, incomparable(values))
    if threshold.ties is Ties.IN:
        first = int(np.searchsorted(values, values[max(line, 1) - 1], side="left"))
    else:
        first = _first_block_from(values, line)
    if first == size:
        return GroupCut(size, 0, None, None, asked, NoneFlagged.TIED_BLOCK)
    return GroupCut(size, size - first, first, sign * float(values[first]), asked, None)


def _least_lower(threshold: Threshold, size: int) -> int:
    """Ties left out: flagged where ``lower`` is at least this."""
    if threshold.kind is ThresholdKind.TOP_COUNT:
        return size - int(threshold.value)
    return -(-(SHARE - _hundredths(threshold)) * (size - 1) // SHARE)


def _most_higher(threshold: Threshold, size: int) -> int:
    """Ties included: flagged where no more than this many of the group have more need."""
    if threshold.kind is ThresholdKind.TOP_COUNT:
        return int(threshold.value) - 1
    return _hundredths(threshold) * (size - 1) // SHARE


def _asked(threshold: Threshold, size: int) -> Optional[int]:
    """The number asked for, to be compared with the number flagged."""
    if threshold.kind is ThresholdKind.TOP_COUNT:
        return int(threshold.value)
    if size == 0:
        return None
    return _hundredths(threshold) * (size - 1) // SHARE + 1


def _hundredths(threshold: Threshold) -> int:
    return scaled(threshold.value, 2) or 0


def _first_block_from(values: FloatArray, line: int) -> int:
    """The first position of a block of ties that begins at `line` or after; the size if none."""
    if line == 0 or line >= len(values):
        return min(line, len(values))
    if values[line - 1] < values[line]:
        return line
    return int(np.searchsorted(values, values[line], side="right"))
