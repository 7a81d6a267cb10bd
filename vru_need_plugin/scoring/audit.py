# SPDX-License-Identifier: GPL-2.0-or-later
"""The audit table: one row for every area and measure, with all that the score rests on."""

from __future__ import annotations

from itertools import chain
from typing import Iterator, List, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray

from ..core.messages import mark
from ..core.output import FieldKind
from ..core.result import Result
from ..core.sheet import Cell, Row, Sheet, SheetColumn
from ..scenario.document import KeyLevel
from .percentiles import NOT_COMPARED, percentiles
from .road import Job

SHORT_STATEMENT = mark("A decision aid for one decision, not an index")
"""What every row says that may be read apart from its file."""

_BLOCK = 1_000  # areas whose rows are made at a time, so that 35,000 x 50 never stand in memory at once
_TEXT, _REAL, _WHOLE = FieldKind.TEXT, FieldKind.REAL, FieldKind.INTEGER
_AREA_COLUMNS = (("area_code", _TEXT), ("area", _TEXT), ("parent_code", _TEXT), ("parent", _TEXT))
_MEASURE_COLUMNS = (
    ("measure_id", _TEXT),
    ("measure", _TEXT),
    ("theme", _TEXT),
    ("known_by", _TEXT),
    ("more_need_when", _TEXT),
    ("unit", _TEXT),
)
_FIGURE_COLUMNS = (
    ("value", _REAL),
    ("numerator", _REAL),
    ("denominator", _REAL),
    ("percentile", _WHOLE),
    ("cut_off", _REAL),
    ("above", _WHOLE),
    ("just_below", _WHOLE),
)
_RULE_COLUMNS = (
    ("threshold_kind", _TEXT),
    ("threshold", _REAL),
    ("ties", _TEXT),
    ("compared_with", _TEXT),
    ("weight", _REAL),
    ("period", _TEXT),
    ("source", _TEXT),
)
_WORDS = (("scenario", _TEXT), ("note", _TEXT))
_Column = Sequence[Cell]


def audit_sheet(job: Job, result: Result, areas: NDArray[np.int64], title: str, statement: str) -> Sheet:
    """The audit table of some areas.

    Parameters
    ----------
    areas
        The numbers of the areas, in the order wanted.
    title
        What a workbook calls the sheet.
    statement
        `SHORT_STATEMENT` in the user's language, the last cell of every row.
    """
    columns = chain(_AREA_COLUMNS, _MEASURE_COLUMNS, _FIGURE_COLUMNS, _RULE_COLUMNS, _WORDS)
    return Sheet(
        title,
        tuple(SheetColumn(name, kind) for name, kind in columns),
        _rows(job, result, areas, (job.scenario.title, statement)),
        len(areas) * len(job.measures),
    )


def area_cells(job: Job, area: int) -> Tuple[Cell, Cell, Cell, Cell]:
    """An area's code and name, and its parent's."""
    parent = int(job.parents.of_area[area])
    codes = job.areas.parent_codes
    known = parent >= 0
    return (
        job.areas.codes[area],
        job.areas.names[area],
        job.parents.codes[parent] if known and codes is not None else None,
        job.parents.names[parent] if known else None,
    )


def _rows(job: Job, result: Result, areas: NDArray[np.int64], words: Tuple[str, str]) -> Iterator[Row]:
    measures = [_measure_cells(job, number) for number in range(len(job.measures))]
    rules = [_rule_cells(job, number) for number in range(len(job.measures))]
    standing = [percentiles(column) for column in result.prepared.columns]
    for start in range(0, len(areas), _BLOCK):
        block = areas[start : start + _BLOCK]
        figures = [
            list(zip(*_figures(job, result, number, block, standing[number])))
            for number in range(len(job.measures))
        ]
        for place, area in enumerate(block.tolist()):
            place_cells = area_cells(job, area)
            for number, of_measure in enumerate(figures):
                yield place_cells + measures[number] + of_measure[place] + rules[number] + words


def _figures(
    job: Job, result: Result, number: int, areas: NDArray[np.int64], standing: NDArray[np.int64]
) -> List[_Column]:
    """Columns of `_FIGURE_COLUMNS` for some areas on one measure."""
    column, evidence, cut = result.prepared.columns[number], job.evidence[number], result.cuts[number]
    rows = areas if column.area_row is None else column.area_row[areas].astype(np.int64)
    known = (rows >= 0) & column.has_value[rows]
    cutoffs: List[Cell] = [*(group.cutoff for group in cut.groups), None]
    groups = np.where(known, column.group[rows], -1)
    return [
        _cells(column.sign() * column.need[rows], known),
        _cells(evidence.numerator[rows], rows >= 0) if evidence.numerator is not None else [None] * len(rows),
        _cells(evidence.denominator[rows], rows >= 0)
        if evidence.denominator is not None
        else [None] * len(rows),
        _whole(standing[rows], known & (standing[rows] != NOT_COMPARED)),
        [cutoffs[group] for group in groups.tolist()],
        _whole(result.flags[number][areas], known),
        _whole(result.near[number][areas], known),
    ]


def _cells(values: NDArray[np.float64], known: NDArray[np.bool_]) -> _Column:
    """Plain floats; None where not known or no finite number."""
    shown = known & np.isfinite(values)
    return [value if is_shown else None for value, is_shown in zip(values.tolist(), shown.tolist())]


def _whole(values: NDArray[np.generic], known: NDArray[np.bool_]) -> _Column:
    return [int(value) if is_known else None for value, is_known in zip(values.tolist(), known.tolist())]


def _measure_cells(job: Job, number: int) -> Row:
    measure, evidence = job.measures[number], job.evidence[number]
    known_by = "parent" if evidence.level is KeyLevel.PARENT else "area"
    return measure.id, measure.title, measure.theme, known_by, measure.direction.value, measure.unit


def _rule_cells(job: Job, number: int) -> Row:
    measure = job.measures[number]
    threshold = measure.threshold
    return (
        threshold.kind.value,
        float(threshold.value),
        threshold.ties.value if threshold.kind.takes_ties and threshold.ties is not None else None,
        measure.reference.value,
        float(measure.weight),
        measure.period,
        measure.source or job.scenario.table(measure.table).citation,
    )
