# SPDX-License-Identifier: GPL-2.0-or-later
"""A table's report, flat: one row a finding."""

from __future__ import annotations

from typing import Iterator, List, Optional, Sequence

from ..core.messages import Message, mark
from .causes import WORDS, Cause
from .findings import ReportRow, Side, Unmatched
from .table_findings import TableFindings

LISTED_OUTSIDE = 10
"""Up to this many keys outside the layer are listed one by one."""
_EXAMPLES = 3


def rows(report: TableFindings) -> List[ReportRow]:
    """The findings: the layer's side first, then the table's, then what was noticed in its cells."""
    return [
        *(_unmatched(report, Side.LAYER, item) for item in report.unmatched_units),
        *_table_keys(report),
        *_spellings(report),
        *_duplicates(report),
        *_listed(report),
        *_cells(report),
    ]


def examples(keys: Sequence[str], most: int = _EXAMPLES) -> str:
    """The first few keys, separated by commas."""
    return ", ".join(keys[:most]) + (", …" if len(keys) > most else "")


def _unmatched(report: TableFindings, side: Side, item: Unmatched) -> ReportRow:
    detail: Optional[Message] = None
    if item.meant is not None:
        detail = Message(mark("perhaps “{meant}”"), {"meant": item.meant})
    return ReportRow(report.table, side, item.key, item.name, Message(WORDS[item.cause]), detail, item.row)


def _table_keys(report: TableFindings) -> Iterator[ReportRow]:
    outside = [item for item in report.unmatched_keys if item.cause is Cause.OUTSIDE]
    grouped = len(outside) > LISTED_OUTSIDE
    for item in report.unmatched_keys:
        if not (grouped and item.cause is Cause.OUTSIDE):
            yield _unmatched(report, Side.TABLE, item)
    if grouped:
        words = {"count": len(outside), "examples": examples([item.key for item in outside])}
        detail = Message(mark("{count} keys, for example {examples}"), words)
        yield ReportRow(report.table, Side.TABLE, "", "", Message(WORDS[Cause.OUTSIDE]), detail)


def _spellings(report: TableFindings) -> Iterator[ReportRow]:
    for item in report.spellings:
        detail = Message(mark("also written {spellings}"), {"spellings": ", ".join(item.spellings[1:])})
        cause = Message(mark("spellings taken as one key"))
        yield ReportRow(report.table, Side.TABLE, item.spellings[0], "", cause, detail, item.row)


def _duplicates(report: TableFindings) -> Iterator[ReportRow]:
    for item in report.duplicates:
        detail = Message(mark("rows {rows}; the first counts"), {"rows": ", ".join(map(str, item.rows))})
        cause = Message(mark("a key on several rows"))
        yield ReportRow(report.table, Side.TABLE, item.key, "", cause, detail, item.rows[0])


def _listed(report: TableFindings) -> Iterator[ReportRow]:
    for item in report.not_there:
        detail = Message(mark("under “{option}”"), {"option": item.option})
        for key in item.keys:
            cause = Message(mark("listed in the scenario, but not there"))
            yield ReportRow(report.table, item.side, key, "", cause, detail)


def _cells(report: TableFindings) -> Iterator[ReportRow]:
    if report.blank_rows:
        detail = Message(mark("left out: {count}"), {"count": report.blank_rows})
        yield ReportRow(report.table, Side.TABLE, "", "", Message(mark("rows without a key")), detail)
    for item in report.not_numbers:
        words = {"count": item.count, "column": item.column, "example": item.example}
        detail = Message(mark("{count} in “{column}”, for example “{example}”; taken as missing"), words)
        cause = Message(mark("cells that are no number"))
        yield ReportRow(report.table, Side.TABLE, "", "", cause, detail, item.row)
    for number in report.short_rows:
        cause = Message(mark("a row with fewer cells than most"))
        yield ReportRow(report.table, Side.TABLE, "", "", cause, row=number)
    for number in report.long_rows:
        cause = Message(mark("a row with more cells than most"))
        yield ReportRow(report.table, Side.TABLE, "", "", cause, row=number)
