# SPDX-License-Identifier: GPL-2.0-or-later
"""Thresholds that compare rows with each other: a share or a number of the group.

Each comes down to a line on the standing, in whole numbers: no percentile is ever rounded.
"""

from __future__ import annotations

from typing import Optional, Tuple

import numpy as np

from .column import FloatArray, PreparedColumn
from .cut import NEVER, SHARE, Cut, GroupCut, NoneFlagged, each, incomparable
from .threshold import Threshold, ThresholdKind, Ties, scaled


def cut_by_standing(column: PreparedColumn, threshold: Threshold) -> Cut:
    """Apply a ``top_share`` or ``top_count`` threshold."""
    included = threshold.ties is Ties.IN
    lines, groups = [], []
    for values in column.groups:
        line, group = _standing_line(values, threshold, column.sign())
        lines.append(line)
        groups.append(group)
    standing = column.upto if included else column.lower
    flag = standing >= each(column, lines) if lines else np.zeros(len(standing), dtype=bool)
    return Cut(flag, tuple(groups))


def _standing_line(values: FloatArray, threshold: Threshold, sign: int) -> Tuple[int, GroupCut]:
    """The least standing that is flagged in a group, and the group's outcome.

    The standing is ``lower`` where ties are left out and ``upto`` where they are included.
    """
    size = len(values)
    reason = incomparable(values)
    asked = _asked(threshold, size)
    if reason is not None:
        return NEVER, GroupCut(size, 0, None, None, asked, reason)
    if threshold.ties is Ties.IN:
        line = max(0, size - (_most_higher(threshold, size)))
        first = int(np.searchsorted(values, values[max(line, 1) - 1], side="left"))
    else:
        line = max(0, _least_lower(threshold, size))
        first = _first_block_from(values, line)
    if first == size:
        return line, GroupCut(size, 0, None, None, asked, NoneFlagged.TIED_BLOCK)
    return line, GroupCut(size, size - first, first, sign * float(values[first]), asked, None)


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
