# SPDX-License-Identifier: GPL-2.0-or-later
"""What each measure's threshold came to, in figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Optional, Tuple

import numpy as np
from numpy.typing import NDArray

from ..core.column import PreparedColumn
from ..core.cut import Cut, NoneFlagged
from ..core.threshold import Reference, Threshold, ThresholdKind, Ties
from ..scenario.document import Measure
from ..scoring.columns import Evidence
from .subject import Subject


@dataclass(frozen=True)
class Level:
    """Rows that are level with each other at the line: how many, and at which value."""

    count: int
    value: float


@dataclass(frozen=True)
class Outcome:
    """A measure's threshold, worked out.

    Attributes
    ----------
    number
        Among the measures in use, from 0.
    measure, evidence
        The measure, and what it was made from.
    parent_level
        Whether it is known at the parent's level only.
    groups, compared
        How many reference groups there are, and how many values in them.
    of_layer, left_out, added
        Areas (or parents) with a value that a group may judge; how many of them the scenario keeps
        out of the group, and how many rows of the table it adds.
    flagged, asked
        How many of those are above, and how many were asked for (None where no number is).
    cutoff, varies
        In the measure's own units; None where blank. Whether each group has its own.
    reasons
        Why no group has any above, in order and each once; empty where one has.
    level
        What is level at the line, where there is one line.
    above, near, data
        Areas above threshold, just below it, and with a value.
    units, units_above, units_near, units_data
        The same at the measure's own level: areas, or parents.
    """

    number: int
    measure: Measure
    evidence: Evidence
    parent_level: bool
    groups: int
    compared: int
    of_layer: int
    left_out: int
    added: int
    flagged: int
    asked: Optional[int]
    cutoff: Optional[float]
    varies: bool
    reasons: Tuple[NoneFlagged, ...]
    level: Optional[Level]
    above: int
    near: int
    data: int
    units: int
    units_above: int
    units_near: int
    units_data: int


def outcomes(subject: Subject) -> List[Outcome]:
    """The outcome of every measure in use, in order."""
    return [_outcome(subject, number) for number in range(len(subject.measures))]


def unit_values(subject: Subject, number: int) -> NDArray[np.float64]:
    """Shape (units,): a measure's values at its own level, in its own units; NaN where missing."""
    column = subject.result.prepared.columns[number]
    return column.sign() * column.need[: _units(subject, column)]


def unit_states(subject: Subject, number: int) -> Tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Shape (units,) each: above threshold, and just below it."""
    column, cut = subject.result.prepared.columns[number], subject.result.cuts[number]
    units = _units(subject, column)
    return cut.flag[:units], cut.near(column, subject.result.settings.near_band)[:units]


def _units(subject: Subject, column: PreparedColumn) -> int:
    return len(subject.job.areas) if column.area_row is None else len(subject.job.parents)


def _outcome(subject: Subject, number: int) -> Outcome:
    result, measure = subject.result, subject.measures[number]
    column, cut = result.prepared.columns[number], result.cuts[number]
    varies = measure.reference is Reference.WITHIN_PARENT
    asked = [group.asked for group in cut.groups if group.asked is not None]
    above, near = unit_states(subject, number)
    values = unit_values(subject, number)
    member, own = subject.job.evidence[number].column.member, len(values)
    return Outcome(
        number=number,
        measure=measure,
        evidence=subject.job.evidence[number],
        parent_level=subject.parent_level[number],
        groups=len(cut.groups),
        compared=sum(group.size for group in cut.groups),
        of_layer=int(np.count_nonzero(column.judged[:own])),
        left_out=int(np.count_nonzero(column.judged[:own] & ~member[:own])),
        added=int(np.count_nonzero(column.judged[own:] & member[own:])),
        flagged=sum(group.flagged for group in cut.groups),
        asked=sum(asked) if asked else None,
        cutoff=cut.groups[0].cutoff if cut.groups and not varies else None,
        varies=varies,
        reasons=cut.reasons,
        level=_level(column, cut, measure.threshold),
        above=int(np.count_nonzero(result.flags[number])),
        near=int(np.count_nonzero(result.near[number])),
        data=int(np.count_nonzero(result.prepared.has_value[number])),
        units=len(values),
        units_above=int(np.count_nonzero(above)),
        units_near=int(np.count_nonzero(near)),
        units_data=int(np.count_nonzero(~np.isnan(values))),
    )


def _level(column: PreparedColumn, cut: Cut, threshold: Threshold) -> Optional[Level]:
    """What is level at the line: the block that the number asked for ends in, or what equals the value."""
    if len(cut.groups) != 1 or threshold.ties is None:
        return None
    values, group = column.groups[0], cut.groups[0]
    if threshold.kind is ThresholdKind.VALUE:
        need = column.sign() * threshold.value
    elif group.asked is None or not 0 < group.asked <= group.size:
        return None
    elif threshold.ties is Ties.IN and group.least_lower is not None:
        need = float(values[group.least_lower])
    else:
        need = float(values[group.size - group.asked])
    return Level(int(np.count_nonzero(values == need)), column.sign() * need)
