# SPDX-License-Identifier: GPL-2.0-or-later
"""Percentiles as people are shown them: whole per cents, never rounded up past a threshold."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..core.column import PreparedColumn

NOT_COMPARED = -1


def percentiles(column: PreparedColumn) -> NDArray[np.int64]:
    """Shape (rows,): lower / (n - 1) in whole per cent, floored; `NOT_COMPARED` where there is none.

    A row outside the group that more than all of it is less needy than has 100.
    """
    others = np.array([len(group) - 1 for group in column.groups] + [0], dtype=np.int64)[column.group]
    judged = column.judged & (others > 0)
    floored = 100 * column.lower.astype(np.int64) // np.where(judged, others, 1)
    return np.where(judged, np.minimum(floored, 100), NOT_COMPARED)
