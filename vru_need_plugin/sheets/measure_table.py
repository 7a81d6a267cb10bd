# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of measures: threshold, cut-off, weight, what is above, period and source."""

from __future__ import annotations

from dataclasses import replace
from typing import Dict, List, Sequence, Tuple

from qgis.core import (
    QgsLayoutItemManualTable,
    QgsLayoutTable,
    QgsLayoutTableColumn,
    QgsTableCell,
    QgsTextFormat,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFont

from ..core.messages import mark
from ..core.threshold import Direction
from ..report.measure_words import cutoff_words, threshold_short
from ..report.outcome import Outcome, outcomes
from ..report.subject import Subject
from ..report.voice import Plain
from ..scenario.document import Measure
from .text_voice import TextVoice

_WIDTHS = (5.3, 1.45, 1.4, 2.3, 1.0, 1.45, 2.7, 0.9)

Row = Tuple[str, ...]


def headings(say: TextVoice) -> Row:
    """Of the columns."""
    return (
        say.text(mark("Measure")),
        say.text(mark("More need when")),
        say.text(mark("Threshold")),
        say.text(mark("Cut-off")),
        say.text(mark("Weight")),
        say.text(mark("Above")),
        say.text(mark("Period")),
        say.text(mark("Source")),
    )


def measure_rows(subject: Subject, say: TextVoice) -> List[Row]:
    """A row a measure, in order; before the first of each theme a row with the theme's name."""
    rows: List[Row] = []
    numbers = source_numbers(subject)
    theme = None
    for outcome in outcomes(subject):
        if outcome.measure.theme != theme:
            theme = outcome.measure.theme
            rows.append((_theme(subject, theme, say), "", "", "", "", "", "", ""))
        rows.append(_row(subject, outcome, numbers, say))
    return rows


def is_theme(row: Row) -> bool:
    """Whether a row is the name of a theme."""
    return not any(row[1:])


def source_numbers(subject: Subject) -> Dict[str, int]:
    """The sources of the measures in use, each once, with the numbers that the table gives them."""
    found: Dict[str, int] = {}
    for measure in subject.measures:
        source = _source(subject, measure)
        if source:
            found.setdefault(source, len(found) + 1)
    return found


def _source(subject: Subject, measure: Measure) -> str:
    table = subject.scenario.table(measure.table)
    return " ".join((measure.source or table.citation or table.source.rpartition("/")[2]).split())


def _theme(subject: Subject, theme: str, say: TextVoice) -> str:
    share = say.percent(subject.result.theme_share(theme))
    return say.text(mark("{theme}: {share} % of the score"), theme=theme, share=share)


def _row(subject: Subject, outcome: Outcome, numbers: Dict[str, int], say: TextVoice) -> Row:
    measure = outcome.measure
    title = say.text(mark("{title} (b)"), title=measure.title) if outcome.parent_level else measure.title
    is_high = measure.direction is Direction.HIGH
    number = numbers.get(_source(subject, measure))
    return (
        title,
        say.text(mark("higher")) if is_high else say.text(mark("lower")),
        str(threshold_short(measure, say)),
        _cutoff(outcome, say),
        str(say.plain(measure.weight)),
        say.text(mark("{count} of {all}"), count=outcome.above, all=outcome.data),
        measure.period or subject.scenario.table(measure.table).as_of or "–",
        "–" if number is None else str(say.whole(number)),
    )


def _cutoff(outcome: Outcome, say: TextVoice) -> str:
    """The cut-off, without a unit that the title has said already."""
    unit, title = outcome.measure.unit or "", outcome.measure.title.casefold()
    said = unit.partition(", ")[0].strip().casefold()
    if not said or not title.endswith(said):
        return str(cutoff_words(outcome, say))
    told = str(cutoff_words(replace(outcome, measure=replace(outcome.measure, unit=None)), say))
    rest = unit.partition(", ")[2].strip()
    return say.text(mark("{value} ({rest})"), value=Plain(told), rest=rest) if rest else told


def fill_measures(table: QgsLayoutItemManualTable, rows: Sequence[Row], say: TextVoice, width: float) -> None:
    """Put the rows into a table of a template, whose fonts and lines stay as they are.

    Parameters
    ----------
    width
        Of its frame, in millimetres.
    """
    margin = 2 * table.cellMargin() + (table.gridStrokeWidth() if table.verticalGrid() else 0)
    widths = [width * share / sum(_WIDTHS) - margin for share in _WIDTHS]
    columns = []
    for heading, wide in zip(headings(say), widths):
        one = QgsLayoutTableColumn(heading)
        one.setWidth(wide)
        columns.append(one)
    table.setIncludeTableHeader(True)
    table.setHeaders(columns)
    table.setHeaderMode(QgsLayoutTable.HeaderMode.AllFrames)
    table.setWrapBehavior(QgsLayoutTable.WrapBehavior.WrapText)
    table.setColumnWidths(widths)
    table.setTableContents([_cells(table, row) for row in rows])
    table.refresh()


def _cells(table: QgsLayoutItemManualTable, row: Row) -> List[QgsTableCell]:
    cells = []
    for text in row:
        cell = QgsTableCell(text)
        # QGIS has the headings of such a table at the left, whatever their columns say.
        cell.setHorizontalAlignment(Qt.AlignmentFlag.AlignLeft)
        cell.setVerticalAlignment(Qt.AlignmentFlag.AlignTop)
        if is_theme(row):
            cell.setTextFormat(_bold(table.contentTextFormat()))
        cells.append(cell)
    return cells


def _bold(usual: QgsTextFormat) -> QgsTextFormat:
    heavy = QgsTextFormat(usual)
    font = QFont(heavy.font())
    font.setBold(True)
    heavy.setFont(font)
    heavy.setNamedStyle("Bold")
    return heavy
