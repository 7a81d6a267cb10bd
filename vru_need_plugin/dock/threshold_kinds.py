# SPDX-License-Identifier: GPL-2.0-or-later
"""Another kind of threshold that starts where the present one stands."""

from __future__ import annotations

from typing import Optional

from ..core.threshold import Threshold, ThresholdKind
from ..session.standing import MeasureOutcome

_START = {
    ThresholdKind.TOP_SHARE: 10.0,
    ThresholdKind.TOP_COUNT: 10.0,
    ThresholdKind.VALUE: 0.0,
    ThresholdKind.MEAN_MULTIPLE: 1.5,
    ThresholdKind.STD_DEV: 1.0,
}


def of_kind(kind: ThresholdKind, present: Threshold, outcome: Optional[MeasureOutcome]) -> Threshold:
    """A threshold of another kind, as near to the present one as its outcome allows.

    A value takes over the cut-off, a share or a number the areas that are above now; the other
    kinds start at a usual figure.
    """
    if kind is present.kind:
        return present
    return Threshold(kind, _taken_over(kind, outcome))


def _taken_over(kind: ThresholdKind, outcome: Optional[MeasureOutcome]) -> float:
    if outcome is None or not outcome.flagged:
        return _START[kind]
    if kind is ThresholdKind.VALUE and outcome.cutoff is not None:
        return outcome.cutoff
    if kind is ThresholdKind.TOP_COUNT and not outcome.varies:
        return float(outcome.flagged)
    if kind is ThresholdKind.TOP_SHARE and outcome.group_size > 1:
        share = round(100 * outcome.flagged / outcome.group_size)
        return float(min(99, max(1, share)))
    return _START[kind]
