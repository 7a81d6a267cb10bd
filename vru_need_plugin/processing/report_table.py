# SPDX-License-Identifier: GPL-2.0-or-later
"""Table reports as a table of findings: what cannot be used, then each table's summary and findings."""

from __future__ import annotations

from typing import Iterator, List, Optional, Sequence, Tuple, Union

from qgis.core import QgsFeature, QgsFields

from ..core.messages import mark
from ..core.output import FieldKind, OutputField
from ..layers.fields import qgs_field
from ..scoring.road import Problem
from ..tables.report import TableReport
from ..translation import tr, translated

_COLUMNS = (
    ("table", FieldKind.TEXT, mark("Table")),
    ("side", FieldKind.TEXT, mark("Found in")),
    ("key", FieldKind.TEXT, mark("Key")),
    ("name", FieldKind.TEXT, mark("Name")),
    ("row", FieldKind.INTEGER, mark("Row")),
    ("cause", FieldKind.TEXT, mark("What, or the likely cause")),
    ("detail", FieldKind.TEXT, mark("Detail")),
)
SIDES = {"table": mark("table"), "layer": mark("layer")}
"""Where something was found, in words."""

Row = Tuple[Optional[Union[str, int]], ...]


def findings(reports: Sequence[TableReport], problems: Sequence[Problem]) -> List[OutputField]:
    """The findings as columns: what cannot be used first, then report by report."""
    rows = [*map(_problem, problems), *(row for report in reports for row in _rows(report))]
    columns: List[Sequence[Optional[Union[str, int]]]] = list(zip(*rows)) or [() for _ in _COLUMNS]
    return [
        OutputField(name, kind, alias, "", values) for (name, kind, alias), values in zip(_COLUMNS, columns)
    ]


def finding_fields(columns: Sequence[OutputField]) -> QgsFields:
    """The fields of the findings."""
    fields = QgsFields()
    for column in columns:
        fields.append(qgs_field(column))
    return fields


def finding_features(columns: Sequence[OutputField], fields: QgsFields) -> Iterator[QgsFeature]:
    """The findings as features without geometry."""
    for row in zip(*(column.values for column in columns)):
        feature = QgsFeature(fields)
        feature.setAttributes(list(row))
        yield feature


def said(problem: Problem) -> str:
    """What is wrong with a table or a measure; a measure's error names the measure itself."""
    if problem.table is None:
        return translated(problem.error)
    return tr("Table “{table}”: {error}").format(table=problem.table, error=translated(problem.error))


def _problem(problem: Problem) -> Row:
    cause = tr("cannot be used") if problem.measure is None else tr("a measure that cannot be used")
    return problem.table or "", "", "", problem.measure or "", None, cause, translated(problem.error)


def _rows(report: TableReport) -> Iterator[Row]:
    summary = " ".join(translated(line) for line in report.lines())
    yield report.table, "", "", "", None, tr("summary"), summary
    for found in report.rows():
        yield (
            found.table,
            tr(SIDES[found.side.value]),
            found.key,
            found.name,
            found.row,
            translated(found.cause),
            translated(found.detail) if found.detail is not None else "",
        )
