# SPDX-License-Identifier: GPL-2.0-or-later
"""A table's report in plain sentences."""

from __future__ import annotations

from typing import Dict, Iterator, List, Sequence, Tuple

from ..core.messages import Message, mark
from ..scenario.document import KeyLevel
from .causes import WORDS, Cause
from .findings import Side, Unmatched
from .report_rows import examples
from .table_findings import TableFindings

_DELIMITERS: Dict[str, str] = {
    ",": mark("comma"),
    ";": mark("semicolon"),
    "\t": mark("tab"),
    "|": mark("vertical bar"),
}
_LISTED = 10


def lines(report: TableFindings) -> List[Message]:
    """The report's sentences: the match first, then what was left over, then how it was read."""
    return [
        _match(report),
        *_left_over(report),
        *_joined(report),
        *_listed(report),
        *_cells(report),
        *_reading(report),
    ]


def _match(report: TableFindings) -> Message:
    numbers = {"matched": report.matched, "units": report.units}
    if report.level is KeyLevel.AREA:
        return Message(mark("{matched} of {units} areas have a row in the table."), numbers)
    return Message(mark("{matched} of {units} parents (boroughs, say) have a row in the table."), numbers)


def _left_over(report: TableFindings) -> Iterator[Message]:
    for cause, items in _by_cause(report.unmatched_units):
        words = {"count": len(items), "cause": Message(WORDS[cause]), "examples": _named(items)}
        yield Message(mark("In the layer without a row: {count}; likely cause: {cause} ({examples})."), words)
    for cause, items in _by_cause(report.unmatched_keys):
        words = {"count": len(items), "cause": Message(WORDS[cause]), "examples": _named(items)}
        yield Message(
            mark("In the table, not in the layer: {count}; likely cause: {cause} ({examples})."), words
        )


def _by_cause(items: Sequence[Unmatched]) -> List[Tuple[Cause, List[Unmatched]]]:
    groups: Dict[Cause, List[Unmatched]] = {}
    for item in items:
        groups.setdefault(item.cause, []).append(item)
    return list(groups.items())


def _named(items: Sequence[Unmatched]) -> str:
    return examples([_with_meant(item) for item in items])


def _with_meant(item: Unmatched) -> str:
    named = f"{item.key} {item.name}" if item.name and item.name != item.key else item.key
    return f"{named} → {item.meant}" if item.meant else named


def _joined(report: TableFindings) -> Iterator[Message]:
    for item in report.spellings:
        words = {"spellings": ", ".join(f"“{spelling}”" for spelling in item.spellings)}
        yield Message(mark("Taken as one key: {spellings}."), words)
    for twice in report.duplicates:
        words = {"key": twice.key, "rows": ", ".join(map(str, twice.rows))}
        yield Message(mark("The key {key} is on several rows ({rows}); the first counts."), words)


def _listed(report: TableFindings) -> Iterator[Message]:
    for item in report.not_there:
        words = {"option": item.option, "keys": examples(item.keys, _LISTED)}
        if item.side is Side.TABLE:
            yield Message(mark("Listed under “{option}”, but not in the table: {keys}."), words)
        else:
            yield Message(mark("Listed under “{option}”, but not in the layer: {keys}."), words)


def _cells(report: TableFindings) -> Iterator[Message]:
    for item in report.not_numbers:
        yield Message(
            mark("Column “{column}”: {count} cells are no number, so missing (row {row}: “{example}”)."),
            {"column": item.column, "count": item.count, "row": item.row, "example": item.example},
        )
    if report.short_rows:
        yield Message(
            mark("Rows with fewer cells than most: {count} (row {rows})."), _rows(report.short_rows)
        )
    if report.long_rows:
        yield Message(
            mark(
                "Rows with more cells than most: {count} (row {rows}); quotation marks may be missing there."
            ),
            _rows(report.long_rows),
        )


def _rows(rows: Sequence[int]) -> Dict[str, object]:
    return {"count": len(rows), "rows": examples([str(row) for row in rows])}


def _reading(report: TableFindings) -> Iterator[Message]:
    yield Message(
        mark(
            "Read from {source}: {rows} rows, {keys} different keys; rows without a key, left out: {blank}."
        ),
        {"source": report.source, "rows": report.rows_read, "keys": report.keys, "blank": report.blank_rows},
    )
    if report.header_rows is not None:
        yield _header(*report.header_rows, report.decimal)
    if report.delimiter is not None:
        delimiter = _DELIMITERS.get(report.delimiter)
        yield Message(
            mark("Encoding: {encoding}; between the cells: {delimiter}."),
            {
                "encoding": report.encoding,
                "delimiter": Message(delimiter) if delimiter else report.delimiter,
            },
        )


def _header(first: int, last: int, decimal: str) -> Message:
    if first >= last:
        return Message(
            mark("Header: row {row}; decimal mark: “{decimal}”."), {"row": first, "decimal": decimal}
        )
    return Message(
        mark("Header: rows {first} to {last}; decimal mark: “{decimal}”."),
        {"first": first, "last": last, "decimal": decimal},
    )
