# SPDX-License-Identifier: GPL-2.0-or-later
"""Why an area has the score it has: its standing on every measure, and what the score is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray

from ..core.column import PreparedColumn
from ..core.result import Result
from ..core.rules import THOUSAND


@dataclass(frozen=True)
class MeasureStanding:
    """One area on one measure.

    Attributes
    ----------
    number
        The measure's number among those in use.
    value
        In the measure's own units; None where missing.
    cutoff
        What the threshold comes to in the area's reference group; None where blank.
    percentile
        Per cent of the others in the reference group that have less need, floored; None where
        the area is not compared.
    above, near
        Whether the area is above, or just below, the threshold.
    parent_level
        Whether the figure is the parent's, carried down.
    beyond
        How far the value is past the cut-off, in the measure's own units; below 0 where it falls
        short, None where either is not known.
    place, cut_place
        Where the area, and the least needy that is above threshold, stand among those compared:
        0 at the least need to 1 at the greatest; None where not known.
    weight
        The measure's weight.
    """

    number: int
    value: Optional[float]
    cutoff: Optional[float]
    percentile: Optional[int]
    above: bool
    near: bool
    parent_level: bool
    beyond: Optional[float] = None
    place: Optional[float] = None
    cut_place: Optional[float] = None
    weight: float = 1.0


@dataclass(frozen=True)
class AreaStanding:
    """One area as a whole. Ranks are None where there is no score (or no parent).

    Attributes
    ----------
    score
        None where too little is known.
    rank, scored
        The rank, and how many areas have one.
    parent_rank, parent_scored
        The same within the parent.
    is_joint, is_parent_joint
        Whether the rank, and the rank within the parent, are shared with another area.
    measures
        The standing on each measure in use, in order.
    """

    score: Optional[float]
    rank: Optional[int]
    scored: int
    parent_rank: Optional[int]
    parent_scored: int
    measures: Tuple[MeasureStanding, ...]
    is_joint: bool = False
    is_parent_joint: bool = False

    @property
    def above(self) -> int:
        """On how many measures the area is above threshold."""
        return sum(measure.above for measure in self.measures)

    @property
    def above_by_parent(self) -> int:
        """How many of those are carried down from the parent."""
        return sum(measure.above and measure.parent_level for measure in self.measures)

    @property
    def is_weighted(self) -> bool:
        """Whether any measure weighs more or less than 1."""
        return any(measure.weight != 1 for measure in self.measures)

    def weight_above(self, *, by_parent: bool) -> float:
        """What the measures above threshold weigh together, of the area's own or of its parent's."""
        weights = [m.weight for m in self.measures if m.above and m.parent_level is by_parent]
        return round(sum(weights), 3)

    @property
    def near(self) -> int:
        """On how many measures the area is just below the threshold."""
        return sum(measure.near for measure in self.measures)

    @property
    def missing(self) -> int:
        """How many measures have no value here."""
        return sum(measure.value is None for measure in self.measures)


def area_standing(result: Result, area: int, parent_level: Sequence[bool]) -> AreaStanding:
    """Explain one area.

    Parameters
    ----------
    result
        The scores.
    area
        The area's number, in layer order.
    parent_level
        One a measure in use: whether its table is keyed on the parent.
    """
    rank, parent_rank = int(result.rank[area]), int(result.parent_rank[area])
    siblings = result.prepared.parent == result.prepared.parent[area]
    return AreaStanding(
        score=float(result.score[area]) if result.scored[area] else None,
        rank=rank or None,
        scored=int(result.scored.sum()),
        parent_rank=parent_rank or None,
        parent_scored=int((siblings & result.scored).sum()) if parent_rank else 0,
        measures=tuple(
            _measure_standing(result, number, area, parent_level[number])
            for number in range(len(result.cuts))
        ),
        is_joint=bool(rank) and int(np.count_nonzero(result.rank == rank)) > 1,
        is_parent_joint=bool(parent_rank)
        and int(np.count_nonzero(siblings & (result.parent_rank == parent_rank))) > 1,
    )


def _measure_standing(result: Result, number: int, area: int, parent_level: bool) -> MeasureStanding:
    column, cut = result.prepared.columns[number], result.cuts[number]
    row = area if column.area_row is None else int(column.area_row[area])
    weight = int(result.rules[number].weight) / THOUSAND
    if row < 0 or not column.has_value[row]:
        return MeasureStanding(number, None, None, None, False, False, parent_level, weight=weight)
    group = int(column.group[row])
    line = cut.groups[group] if group >= 0 else None
    value, cutoff = column.sign() * float(column.need[row]), line.cutoff if line is not None else None
    return MeasureStanding(
        number,
        value=value,
        cutoff=cutoff,
        percentile=_percentile(column, row),
        above=bool(result.flags[number][area]),
        near=bool(result.near[number][area]),
        parent_level=parent_level,
        beyond=column.sign() * (value - cutoff) if cutoff is not None else None,
        place=_place(column, group, int(column.lower[row])) if column.judged[row] else None,
        cut_place=_place(column, group, line.least_lower) if line is not None else None,
        weight=weight,
    )


def _place(column: PreparedColumn, group: int, lower: Optional[int]) -> Optional[float]:
    """A standing as a share of the way from least to greatest need."""
    others = len(column.groups[group]) - 1
    return min(1.0, lower / others) if lower is not None and others > 0 else None


def _percentile(column: PreparedColumn, row: int) -> Optional[int]:
    """lower / (n - 1) in whole per cent, never rounded up past a threshold."""
    if not column.judged[row]:
        return None
    others = len(column.groups[int(column.group[row])]) - 1
    return min(100, 100 * int(column.lower[row]) // others) if others > 0 else None


@dataclass(frozen=True)
class Split:
    """What unscaled scores are made of, shape (areas,) each, in score units."""

    own: NDArray[np.float64]
    parent: NDArray[np.float64]


def split_by_level(result: Result, parent_level: Sequence[bool]) -> Split:
    """The parts of every area's unscaled score at the areas' own level and at the parent's."""
    carried = np.zeros(result.prepared.areas, dtype=np.int64)
    for flag, rule, is_parent in zip(result.flags, result.rules, parent_level):
        if is_parent:
            carried += np.multiply(flag, rule.weight, dtype=np.int64)
    return Split((result.points - carried) / THOUSAND, carried / THOUSAND)


def known_by_level(
    result: Result, parent_level: Sequence[bool]
) -> Tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Shape (areas,) each: who has a figure for any measure of the areas' own level, of the parents'.

    Where there is none, that part of a score is not 0 but unknown.
    """
    nobody = np.zeros(result.prepared.areas, dtype=bool)
    own, carried = (
        [one for one, is_parent in zip(result.prepared.has_value, parent_level) if bool(is_parent) is level]
        for level in (False, True)
    )
    return np.logical_or.reduce([nobody, *own]), np.logical_or.reduce([nobody, *carried])
