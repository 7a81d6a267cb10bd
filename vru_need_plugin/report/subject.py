# SPDX-License-Identifier: GPL-2.0-or-later
"""What a report is about: a job with its scores, and what it was made from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Dict, List, Optional, Tuple

import numpy as np
from numpy.typing import NDArray

from ..core.messages import Message
from ..core.outlines import Outlines
from ..core.result import Result
from ..core.rules import THOUSAND
from ..scenario.document import KeyLevel, Measure, Scenario
from ..scoring.explain import Split, known_by_level, split_by_level
from ..scoring.road import Job


@dataclass(frozen=True)
class InputFile:
    """A file, or a layer that is none, that the scores were made from.

    Parameters
    ----------
    role
        What it is to the scenario, in words.
    name
        The file's name, or the layer's.
    sha256
        In hexadecimal; None where there is no file.
    size
        In bytes; None where there is no file.
    """

    role: Message
    name: str
    sha256: Optional[str] = None
    size: Optional[int] = None


@dataclass(frozen=True, eq=False)
class Subject:
    """All that a report tells of.

    Parameters
    ----------
    job, result
        A scenario made ready, and its scores.
    scenario_text
        The scenario as JSON.
    files
        What it was made from.
    versions
        Software and its version.
    outlines
        For the map; None where there are none to draw.
    remarks
        What else a reader has to know of the inputs.
    """

    job: Job
    result: Result
    scenario_text: str
    files: Tuple[InputFile, ...] = ()
    versions: Tuple[Tuple[str, str], ...] = ()
    outlines: Optional[Outlines] = None
    remarks: Tuple[Message, ...] = ()

    @property
    def scenario(self) -> Scenario:
        """The document."""
        return self.job.scenario

    @property
    def measures(self) -> Tuple[Measure, ...]:
        """The measures in use, in order."""
        return self.job.measures

    @cached_property
    def parent_level(self) -> Tuple[bool, ...]:
        """One a measure: whether it is known at the parent's level only."""
        return tuple(evidence.level is KeyLevel.PARENT for evidence in self.job.evidence)

    @property
    def has_parents(self) -> bool:
        """Whether the areas lie in parents."""
        return len(self.job.parents) > 0

    @cached_property
    def scored(self) -> int:
        """How many areas have a score."""
        return int(np.count_nonzero(self.result.scored))

    @cached_property
    def highest(self) -> float:
        """The highest score there is; NaN where no area has one."""
        return float(np.fmax.reduce(self.result.score, initial=np.nan))

    @cached_property
    def highest_possible(self) -> float:
        """The score of an area above threshold on every measure."""
        return int(self.result.weights.sum()) / THOUSAND

    @cached_property
    def knows(self) -> Tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Shape (areas,) each: who has a figure for any measure of the areas' own level, of the parents'."""
        return known_by_level(self.result, self.parent_level)

    @cached_property
    def zero_is_none(self) -> bool:
        """Whether a score of 0 says that no measure is above threshold: none has the weight 0."""
        return bool(self.measures) and bool((self.result.weights > 0).all())

    @cached_property
    def split(self) -> Split:
        """The parts of every area's unscaled score at the areas' own level and at the parent's."""
        return split_by_level(self.result, self.parent_level)

    @cached_property
    def order(self) -> List[int]:
        """The areas by rank, then by name and code; those without a score last."""
        areas, ranks = self.job.areas, self.result.rank.tolist()
        last = len(areas) + 1
        keys = [(rank or last, name, code) for rank, name, code in zip(ranks, areas.names, areas.codes)]
        return sorted(range(len(areas)), key=lambda area: keys[area])

    @cached_property
    def shares_rank(self) -> NDArray[np.bool_]:
        """Shape (areas,): whether another area has the same rank."""
        return _shared(self.result.rank.astype(np.int64), self.result.rank > 0)

    @cached_property
    def shares_parent_rank(self) -> NDArray[np.bool_]:
        """Shape (areas,): whether another area of the same parent has the same rank in it."""
        ranks = self.result.parent_rank.astype(np.int64)
        keys = self.job.parents.of_area.astype(np.int64) * (len(ranks) + 1) + ranks
        return _shared(np.where(ranks > 0, keys, 0), ranks > 0)

    @cached_property
    def scored_in_parent(self) -> NDArray[np.int64]:
        """Shape (parents,): how many areas of each parent have a score."""
        of_area = self.job.parents.of_area
        counted = of_area[self.result.scored & (of_area >= 0)]
        return np.bincount(counted, minlength=len(self.job.parents))

    @cached_property
    def areas_of_parent(self) -> Tuple[List[int], ...]:
        """Of each parent its areas, by rank."""
        found: Tuple[List[int], ...] = tuple([] for _ in range(len(self.job.parents)))
        of_area = self.job.parents.of_area.tolist()
        for area in self.order:
            if of_area[area] >= 0:
                found[of_area[area]].append(area)
        return found

    @cached_property
    def theme_scores(self) -> Dict[str, NDArray[np.float64]]:
        """Shape (areas,) by theme, in order of first appearance; NaN where there is none."""
        return {theme: self.result.theme_score(theme) for theme in self.result.themes}

    def score(self, area: int) -> Optional[float]:
        """An area's score; None where there is none."""
        return float(self.result.score[area]) if self.result.scored[area] else None

    def above(self, area: int) -> List[int]:
        """The numbers of the measures on which an area is above threshold."""
        return [number for number, flags in enumerate(self.result.flags) if flags[area]]

    def near(self, area: int) -> List[int]:
        """The numbers of the measures on which it is just below."""
        return [number for number, flags in enumerate(self.result.near) if flags[area]]

    def missing(self, area: int) -> List[int]:
        """The numbers of the measures without a value for it."""
        return [number for number, has in enumerate(self.result.prepared.has_value) if not has[area]]


def _shared(keys: NDArray[np.int64], counted: NDArray[np.bool_]) -> NDArray[np.bool_]:
    _, which, counts = np.unique(keys, return_inverse=True, return_counts=True)
    return (counts[which] > 1) & counted
