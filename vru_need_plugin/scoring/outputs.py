# SPDX-License-Identifier: GPL-2.0-or-later
"""The need fields of a result, in the order they are written."""

from __future__ import annotations

from itertools import compress
from typing import Optional, Sequence, Tuple, TypeVar, Union

import numpy as np
from numpy.typing import NDArray

from ..core.column import BoolArray
from ..core.messages import Message, mark
from ..core.output import FieldKind, OutputField
from ..core.ranking import UNRANKED
from ..core.result import MISSING_FLAG, Result
from ..core.suffixes import ID_SEPARATOR, KINDS, flag_suffix, theme_suffix
from ..core.threshold import MissingRule
from .road import Job

_SUM = mark("Sum of the weights of the measures above threshold; no value: not enough data")
_SCALED_UP = mark(
    "Sum of the weights of the measures above threshold, scaled up where values are missing; no value: not "
    "enough data"
)
_BITS = 32
"""How many flags go with the number of a pattern into 64 bits."""
_Number = TypeVar("_Number", int, float)


def need_fields(job: Job, result: Result) -> list[OutputField]:
    """All fields that the scenario's options ask for.

    Returns
    -------
    list of OutputField
        Score, rank, rank within the parent (left out where areas have no parent), counts, the
        ids above threshold, then themes and flags.
    """
    options = job.scenario.options
    fields = _score_fields(job, result)
    if options.write_themes:
        fields += _theme_fields(job, result)
    if options.write_flags:
        fields += _flag_fields(job, result)
    return fields


def _score_fields(job: Job, result: Result) -> list[OutputField]:
    prefix = job.scenario.options.field_prefix
    said = {"measures": len(job.measures)}
    fields = [
        OutputField(f"{prefix}{suffix}", KINDS[suffix], Message(alias), Message(comment, said), values)
        for suffix, alias, comment, values in _score_columns(job, result)
    ]
    if not len(job.parents):
        return [field for field in fields if field.name != f"{prefix}prank"]
    return fields


_Column = Tuple[str, str, str, Sequence[Union[float, int, str, None]]]


def _score_columns(job: Job, result: Result) -> list[_Column]:
    """Suffix, alias, comment and values of the fields that every scenario has."""
    return [
        ("score", mark("Need score"),
         _SCALED_UP if result.settings.missing is MissingRule.RESCALE else _SUM,
         _reals(result.score)),
        ("rank", mark("Need rank"),
         mark("1 = greatest need; areas level with each other share a rank"),
         _ranks(result.rank)),
        ("prank", mark("Need rank within its parent area"),
         mark("1 = greatest need within the parent area"),
         _ranks(result.parent_rank)),
        ("count", mark("Measures above threshold"),
         mark("Number of measures above threshold, of {measures} in use"),
         result.count.tolist()),
        ("avail", mark("Measures with data"),
         mark("Number of measures with a value, of {measures} in use"),
         result.available.tolist()),
        ("high", mark("Highest possible score"),
         mark("The score if every measure without a value were above threshold"),
         _reals(result.high)),
        ("near", mark("Measures just below threshold"),
         mark("Number of measures just below threshold"),
         result.near_count.tolist()),
        ("flags", mark("Which measures are above threshold"),
         mark("Ids of the measures above threshold, in scenario order"),
         _flag_ids(job, result)),
    ]  # fmt: skip


def _theme_fields(job: Job, result: Result) -> list[OutputField]:
    prefix = job.scenario.options.field_prefix
    comment = mark("Score within the theme {theme}")
    return [
        OutputField(
            f"{prefix}{theme_suffix(number)}",
            FieldKind.REAL,
            theme,
            Message(comment, {"theme": theme}),
            _reals(result.theme_score(theme)),
        )
        for number, theme in enumerate(result.themes, start=1)
    ]


def _flag_fields(job: Job, result: Result) -> list[OutputField]:
    prefix = job.scenario.options.field_prefix
    comment = mark("1: above threshold on {title}; 0: not; no value: no data")
    return [
        OutputField(
            f"{prefix}{flag_suffix(number + 1)}",
            FieldKind.INTEGER,
            measure.title,
            Message(comment, {"title": measure.title}),
            _flags(result.flag(number)),
        )
        for number, measure in enumerate(job.measures)
    ]


def _flag_ids(job: Job, result: Result) -> list[str]:
    """Of each area, the ids of the measures above threshold; areas alike share one text."""
    ids = [measure.id for measure in job.measures]
    first, which = _alike(result.flags, len(job.areas))
    flagged = np.array(result.flags, dtype=bool).reshape(len(ids), len(job.areas))[:, first]
    texts = [ID_SEPARATOR.join(compress(ids, flags)) for flags in flagged.T.tolist()]
    return [texts[number] for number in which.tolist()]


def _alike(flags: Sequence[BoolArray], areas: int) -> Tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The first area of each different pattern of flags, and the number of each area's pattern."""
    first, which = np.zeros(1, dtype=np.intp), np.zeros(areas, dtype=np.intp)
    for start in range(0, len(flags), _BITS):
        pattern = which.astype(np.int64)
        for flag in flags[start : start + _BITS]:
            pattern = pattern * 2 + flag
        _, first, which = np.unique(pattern, return_index=True, return_inverse=True)
    return first, which


def _reals(values: NDArray[np.float64]) -> list[Optional[float]]:
    return _without(values.tolist(), np.isnan(values))


def _flags(values: NDArray[np.int8]) -> list[Optional[int]]:
    return _without(values.tolist(), values == MISSING_FLAG)


def _ranks(values: NDArray[np.int32]) -> list[Optional[int]]:
    return _without(values.tolist(), values == UNRANKED)


def _without(cells: list[Optional[_Number]], missing: BoolArray) -> list[Optional[_Number]]:
    for place in np.flatnonzero(missing).tolist():
        cells[place] = None
    return cells
