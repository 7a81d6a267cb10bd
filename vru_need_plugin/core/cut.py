# SPDX-License-Identifier: GPL-2.0-or-later
"""What a threshold comes to on one column: flags, cut-offs and near misses."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Callable, Optional, Tuple, Union

import numpy as np
from numpy.typing import NDArray

from .column import BoolArray, FloatArray, PreparedColumn

NEVER = int(np.iinfo(np.int32).max)
"""A line that no row reaches."""
SHARE = 10_000
"""A share of 100 % in whole hundredths of a per cent; the near-miss band has the same unit."""


class NoneFlagged(Enum):
    """Why a measure flags nothing."""

    TOO_FEW = "too_few"
    ALL_EQUAL = "all_equal"
    MEAN_NOT_POSITIVE = "mean_not_positive"
    TIED_BLOCK = "tied_block"
    NONE_BEYOND = "none_beyond"
    NO_GROUP = "no_group"


@dataclass(frozen=True)
class GroupCut:
    """What a threshold comes to in one reference group.

    Attributes
    ----------
    size
        Rows of the group that have a value.
    flagged
        How many of them are flagged.
    least_lower
        The smallest ``lower`` among the flagged; None where none is flagged.
    cutoff
        The cut-off in the measure's own units; None where it is blank.
    asked
        The number asked for; None for the kinds that ask for none.
    reason
        Why none is flagged; None where some are.
    """

    size: int
    flagged: int
    least_lower: Optional[int]
    cutoff: Optional[float]
    asked: Optional[int]
    reason: Optional[NoneFlagged]


@dataclass(frozen=True, eq=False)
class Cut:
    """A threshold's outcome for one measure.

    Attributes
    ----------
    flag
        Shape (rows,): whether the row is beyond the threshold; False where it has no value.
    outcome
        Works out `groups`; a slider that moves fast asks for it only when it rests.
    """

    flag: BoolArray
    outcome: Callable[[], Tuple[GroupCut, ...]]

    @cached_property
    def groups(self) -> Tuple[GroupCut, ...]:
        """What the threshold comes to in each reference group."""
        return self.outcome()

    @property
    def reasons(self) -> Tuple[NoneFlagged, ...]:
        """Why no group has a flag, each reason once; empty where some has."""
        if any(group.flagged for group in self.groups):
            return ()
        if not self.groups:
            return (NoneFlagged.NO_GROUP,)
        return tuple(dict.fromkeys(group.reason for group in self.groups if group.reason is not None))

    def near(self, column: PreparedColumn, band: int) -> BoolArray:
        """Shape (rows,): near misses, within `band` ten-thousandths of the group below the line."""
        lines = [_near_line(group, band) for group in self.groups]
        return column.judged & ~self.flag & (column.lower >= each(column, lines))


def _near_line(group: GroupCut, band: int) -> int:
    if group.least_lower is None:
        return NEVER
    short = group.least_lower * SHARE - band * (group.size - 1)
    return max(0, -(-short // SHARE))


def each(column: PreparedColumn, lines: list[int]) -> Union[int, NDArray[np.int64]]:
    """Each row's own line, or the one line of a single group."""
    if len(lines) == 1:
        return lines[0]
    return np.array([*lines, NEVER], dtype=np.int64)[column.group]


def incomparable(values: FloatArray) -> Optional[NoneFlagged]:
    """Why the rows of a group cannot be compared with each other; None where they can."""
    if len(values) < 2:
        return NoneFlagged.TOO_FEW
    return NoneFlagged.ALL_EQUAL if values[0] == values[-1] else None
