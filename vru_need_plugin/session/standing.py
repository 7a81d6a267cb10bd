# SPDX-License-Identifier: GPL-2.0-or-later
"""What the current scores say of a measure or an area, as the dock shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Tuple

import numpy as np
from numpy.typing import NDArray

from ..core.cut import GroupCut, NoneFlagged
from ..core.result import Result
from ..core.threshold import Reference
from ..scenario.document import KeyLevel
from ..scoring.road import Job


@dataclass(frozen=True)
class MeasureOutcome:
    """What a measure's threshold comes to.

    Attributes
    ----------
    cutoff
        In the measure's own units; None where blank or varying.
    varies
        Whether each parent has a cut-off of its own.
    above, near
        How many areas are above, and just below, the threshold.
    data, areas
        How many areas have a value, of how many.
    group_size, flagged, asked
        Of a single reference group: its values, those above, and the number asked for.
    reasons
        Why none is above, where none is; of several groups, each reason once.
    level
        Where ties make `flagged` differ from `asked`: how many are level with each other at the
        line; otherwise 0.
    """

    cutoff: Optional[float]
    varies: bool
    above: int
    near: int
    data: int
    areas: int
    group_size: int
    flagged: int
    asked: Optional[int]
    reasons: Tuple[NoneFlagged, ...]
    level: int = 0


def measure_number(job: Optional[Job], measure_id: str) -> Optional[int]:
    """The measure's number among those scored; None where it is not."""
    for number, measure in enumerate(job.measures if job else ()):
        if measure.id == measure_id:
            return number
    return None


def measure_outcome(job: Job, result: Result, number: int) -> MeasureOutcome:
    """What the threshold of the measure of this number comes to."""
    cut = result.cuts[number]
    varies = job.measures[number].reference is Reference.WITHIN_PARENT
    only: Optional[GroupCut] = cut.groups[0] if len(cut.groups) == 1 else None
    return MeasureOutcome(
        cutoff=only.cutoff if only and not varies else None,
        varies=varies,
        above=int(np.count_nonzero(result.flags[number])),
        near=int(np.count_nonzero(result.near[number])),
        data=int(np.count_nonzero(result.prepared.has_value[number])),
        areas=len(job.areas),
        group_size=sum(group.size for group in cut.groups),
        flagged=sum(group.flagged for group in cut.groups),
        asked=only.asked if only else None,
        reasons=cut.reasons,
        level=_level(result.prepared.columns[number].groups[0], only) if only else 0,
    )


def _level(values: NDArray[np.float64], group: GroupCut) -> int:
    """How many of a group, values ascending, are level at the line that ties moved."""
    if group.asked is None or group.asked == group.flagged or group.asked > group.size:
        return 0
    more = group.flagged > group.asked
    line = values[group.size - group.flagged - (0 if more else 1)]
    return int(np.count_nonzero(values == line))


def area_value(result: Result, number: int, area: Optional[int]) -> Optional[float]:
    """An area's value on the measure of this number; None where there is none, or no such area."""
    if area is None or area >= result.prepared.areas:
        return None
    column = result.prepared.columns[number]
    row = area if column.area_row is None else int(column.area_row[area])
    return column.sign() * float(column.need[row]) if row >= 0 and column.has_value[row] else None


def parent_levels(job: Job) -> Tuple[bool, ...]:
    """One a scored measure: whether it is known at the parent's level only."""
    return tuple(evidence.level is KeyLevel.PARENT for evidence in job.evidence)
