# SPDX-License-Identifier: GPL-2.0-or-later
"""The figures behind the results' cells."""

from __future__ import annotations

from types import MappingProxyType
from typing import Mapping, Optional, Tuple, Union

import numpy as np
from numpy.typing import NDArray

from ..core.areas import AreaTable
from ..core.result import Result
from ..scoring.explain import split_by_level
from ..scoring.road import Job
from ..session.standing import parent_levels
from ..translation import tr
from .numbers import plain, whole

FloatArray = NDArray[np.float64]
Bar = Tuple[float, float]
"""The parts of a score's bar, of the highest possible score: own level, parent's level."""

Chip = Tuple[str, bool]
"""A measure's title, and whether it is known at the parent's level only."""


class ResultRows:
    """One result, column by column; columns are asked for by the names of `ResultColumn`.

    Parameters
    ----------
    areas, job, result
        What is shown; names alone where there is no result yet.
    initial
        What marks the part of a score that is known at the parent's level only.
    titles
        What the measures are called now, by id.
    """

    def __init__(
        self,
        areas: Optional[AreaTable],
        job: Optional[Job],
        result: Optional[Result],
        initial: str = "",
        titles: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._areas = areas
        self._initial = initial
        self._measures = len(job.measures) if job else 0
        self._above_on: Tuple[Tuple[str, bool, NDArray[np.bool_]], ...] = ()
        fits = areas is not None and job is not None and result is not None and job.areas is areas
        self._numbers = _numbers(result, job) if fits and result and job else {}
        self._tied = _tied(result.rank) if fits and result else None
        self._most = float(result.weights.sum()) / 1000 if fits and result else 0.0
        if fits and result and job:
            shown = (titles.get(measure.id, measure.title) for measure in job.measures)
            self._above_on = tuple(zip(shown, parent_levels(job), result.flags))

    def __len__(self) -> int:
        return len(self._areas) if self._areas is not None else 0

    def numbers(self, name: str) -> FloatArray:
        """A column of numbers, NaN for none."""
        found = self._numbers.get(name)
        return found if found is not None else np.full(len(self), np.nan)

    def value(self, name: str, area: int) -> Union[int, float, str, None]:
        """A cell as a plain number or text; None for none."""
        if name in ("AREA", "PARENT", "CHIPS"):
            return self.text(name, area) or None
        number = float(self.numbers(name)[area])
        if np.isnan(number):
            return None
        return number if name in ("SCORE", "MADE_OF") else int(number)

    def text(self, name: str, area: int) -> str:
        """A cell as people read it."""
        if name in ("AREA", "PARENT"):
            return self._label(name, area)
        if name == "CHIPS":
            return "; ".join(title for title, _is_parents in self.above_on(area))
        number = float(self.numbers(name)[area])
        if np.isnan(number):
            return self._nothing(name)
        if name == "RANK":
            mark = "=" if self._tied is not None and self._tied[area] else ""
            return f"{mark}{whole(int(number))}"
        if name == "DATA":
            return tr("{data} of {all}").format(data=whole(int(number)), all=whole(self._measures))
        if name == "MADE_OF":
            carried = float(self.numbers("CARRIED")[area])
            if carried == 0:
                return plain(number)
            own = plain(number)
            return tr("{own} + {parent} {initial}").format(
                own=own, parent=plain(carried), initial=self._initial
            )
        return plain(round(number, 3))

    def bar(self, area: int) -> Optional[Bar]:
        """The bar of an area's score; None where there is no score."""
        if self._most <= 0 or np.isnan(self.numbers("SCORE")[area]):
            return None
        own, carried = self.numbers("MADE_OF")[area], self.numbers("CARRIED")[area]
        return float(own) / self._most, float(carried) / self._most

    def above_on(self, area: int) -> Tuple[Chip, ...]:
        """The measures that an area is above threshold on, in order."""
        return tuple((title, is_parents) for title, is_parents, flag in self._above_on if flag[area])

    def tip(self, area: int) -> str:
        """A row in a few lines."""
        areas = self._areas
        if areas is None:
            return ""
        lines = [f"{areas.names[area]} ({areas.codes[area]})", self._label("PARENT", area)]
        if self.value("SCORE", area) is not None:
            lines.append(
                tr("Score {score} of {most} ({made_of}), data for {data}").format(
                    score=self.text("SCORE", area),
                    most=plain(self._most),
                    made_of=self.text("MADE_OF", area),
                    data=self.text("DATA", area),
                )
            )
        above = self.text("CHIPS", area)
        if above:
            lines.append(tr("Above threshold on: {measures}").format(measures=above))
        return "\n".join(line for line in lines if line)

    def _label(self, name: str, area: int) -> str:
        areas = self._areas
        if areas is None:
            return ""
        if name == "AREA":
            return areas.names[area]
        named = areas.parent_names[area] if areas.parent_names else None
        coded = areas.parent_codes[area] if areas.parent_codes else None
        return named or coded or ""

    def _nothing(self, name: str) -> str:
        return tr("no data") if name == "SCORE" and self._numbers else "–"


def _numbers(result: Result, job: Job) -> dict[str, FloatArray]:
    split = split_by_level(result, parent_levels(job))
    unknown = ~result.scored
    return {
        "RANK": np.where(result.rank > 0, result.rank.astype(np.float64), np.nan),
        "SCORE": result.score,
        "MADE_OF": np.where(unknown, np.nan, split.own),
        "CARRIED": np.where(unknown, np.nan, split.parent),
        "ABOVE": result.count.astype(np.float64),
        "NEAR": result.near_count.astype(np.float64),
        "DATA": result.available.astype(np.float64),
    }


def _tied(rank: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Which areas share their rank with another."""
    counts = np.bincount(rank)
    return (counts[rank] > 1) & (rank > 0)
