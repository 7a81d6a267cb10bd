# SPDX-License-Identifier: GPL-2.0-or-later
"""The columns of the measures."""

from __future__ import annotations

from enum import IntEnum


class MeasureColumn(IntEnum):
    """The columns, in order."""

    MEASURE = 0
    THEME = 1
    DIRECTION = 2
    THRESHOLD = 3
    WEIGHT = 4
    CUTOFF = 5
    ABOVE = 6
    DATA = 7
