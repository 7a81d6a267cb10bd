# SPDX-License-Identifier: GPL-2.0-or-later
"""The ranking as a table to write: one row an area."""

from __future__ import annotations

from typing import Iterator, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray

from ..core.output import FieldKind
from ..core.result import Result
from ..core.sheet import Cell, Row, Sheet, SheetColumn
from ..scenario.document import KeyLevel
from .audit import area_cells
from .explain import known_by_level, split_by_level
from .road import Job

_TEXT, _REAL, _WHOLE = FieldKind.TEXT, FieldKind.REAL, FieldKind.INTEGER
_COLUMNS = (
    ("rank", _WHOLE),
    ("joint", _WHOLE),
    ("area_code", _TEXT),
    ("area", _TEXT),
    ("parent_code", _TEXT),
    ("parent", _TEXT),
    ("rank_in_parent", _WHOLE),
    ("score", _REAL),
    ("score_own_level", _REAL),
    ("score_parent_level", _REAL),
    ("highest_possible", _REAL),
    ("above", _WHOLE),
    ("just_below", _WHOLE),
    ("with_data", _WHOLE),
    ("measures", _WHOLE),
    ("above_on", _TEXT),
    ("scenario", _TEXT),
    ("note", _TEXT),
)


def ranking_sheet(job: Job, result: Result, areas: NDArray[np.int64], title: str, statement: str) -> Sheet:
    """The ranking of some areas.

    Parameters
    ----------
    areas
        The numbers of the areas, in the order wanted.
    title
        What a workbook calls the sheet.
    statement
        `audit.SHORT_STATEMENT` in the user's language, the last cell of every row.
    """
    return Sheet(
        title,
        tuple(SheetColumn(name, kind) for name, kind in _COLUMNS),
        _rows(job, result, areas, (job.scenario.title, statement)),
        len(areas),
    )


def _rows(job: Job, result: Result, areas: NDArray[np.int64], words: Tuple[str, str]) -> Iterator[Row]:
    parent_level = [evidence.level is KeyLevel.PARENT for evidence in job.evidence]
    split, known = split_by_level(result, parent_level), known_by_level(result, parent_level)
    points = [np.where(there, part, np.nan) for there, part in zip(known, (split.own, split.parent))]
    shared = np.bincount(result.rank)
    titles = [measure.title for measure in job.measures]
    for area in areas.tolist():
        rank, parent_rank = int(result.rank[area]), int(result.parent_rank[area])
        scored = bool(result.scored[area])
        parts = (float(part[area]) if scored and not np.isnan(part[area]) else None for part in points)
        yield (
            rank or None,
            int(shared[rank] > 1) if rank else None,
            *area_cells(job, area),
            parent_rank or None,
            float(result.score[area]) if scored else None,
            *parts,
            float(result.high[area]),
            int(result.count[area]),
            int(result.near_count[area]),
            int(result.available[area]),
            len(titles),
            _above_on(titles, result, area),
            *words,
        )


def _above_on(titles: Sequence[str], result: Result, area: int) -> Cell:
    return "; ".join(title for title, flag in zip(titles, result.flags) if flag[area]) or None
