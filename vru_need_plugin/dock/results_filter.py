# SPDX-License-Identifier: GPL-2.0-or-later
"""Which of the found areas are shown: by parent, score, measure, and place within the parent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np
from numpy.typing import NDArray

from ..core.result import Result
from ..scoring.parents import Parents
from ..scoring.road import Job

BoolArray = NDArray[np.bool_]


@dataclass(frozen=True)
class Filter:
    """What the user asks to see; every part that is not None narrows the list.

    Attributes
    ----------
    parent
        The number of a parent.
    least_score
        Areas with this score or more.
    measure
        The id of a measure that areas are to be above threshold on.
    top
        The first so many of every parent; whoever is level with the last of them is in.
    """

    parent: Optional[int] = None
    least_score: Optional[float] = None
    measure: Optional[str] = None
    top: Optional[int] = None

    @property
    def needs_scores(self) -> bool:
        """Whether other scores may show other areas."""
        return self.least_score is not None or self.measure is not None or self.top is not None


NO_FILTER = Filter()


def passing(wanted: Filter, parents: Parents, job: Optional[Job], result: Optional[Result]) -> BoolArray:
    """Shape (areas,): which areas a filter lets through.

    What needs scores lets everything through while there are none.
    """
    shown = np.ones(len(parents.of_area), dtype=bool)
    if wanted.parent is not None:
        shown &= parents.of_area == wanted.parent
    if job is None or result is None or result.prepared.areas != len(shown):
        return shown
    if wanted.least_score is not None:
        shown &= result.scored & (result.score >= wanted.least_score)
    if wanted.top is not None:
        # Competition ranks: all who are level with the last in question have a rank up to it.
        shown &= (result.parent_rank > 0) & (result.parent_rank <= wanted.top)
    for measure, flag in zip(job.measures, result.flags):
        if measure.id == wanted.measure:
            shown &= flag
    return shown
