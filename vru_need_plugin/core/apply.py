# SPDX-License-Identifier: GPL-2.0-or-later
"""Any threshold applied to a prepared column."""

from __future__ import annotations

from .column import PreparedColumn
from .cut import Cut
from .figure import cut_by_figure, cut_by_value
from .standing import cut_by_standing
from .threshold import Threshold, ThresholdKind

_KINDS = {
    ThresholdKind.TOP_SHARE: cut_by_standing,
    ThresholdKind.TOP_COUNT: cut_by_standing,
    ThresholdKind.VALUE: cut_by_value,
    ThresholdKind.MEAN_MULTIPLE: cut_by_figure,
    ThresholdKind.STD_DEV: cut_by_figure,
}


def apply_threshold(column: PreparedColumn, threshold: Threshold) -> Cut:
    """Which rows are beyond the threshold, and what it comes to in each reference group.

    Missing values are never flagged. The rules are those of the method's section on thresholds
    in docs/method.md.
    """
    return _KINDS[threshold.kind](column, threshold)
