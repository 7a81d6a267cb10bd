# SPDX-License-Identifier: GPL-2.0-or-later
"""The match report of a table as groups of findings, the ones that can be mended first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Dict, Iterator, List, Optional, Sequence, Tuple

from ..core.areas import AreaTable
from ..core.messages import Message, mark
from ..scenario.document import KeyMatch
from ..tables.causes import WORDS, Cause
from ..tables.findings import Unmatched
from ..tables.report import TableReport
from ..tables.tidy import TidyTable
from .cures import Words
from .pairs import Pair, spelled_otherwise, successors


class Remedy(Enum):
    """What can be done about the lines of a group."""

    NONE = "none"
    PAIR = "pair"
    """Take a likely pair; ticked to begin with."""
    SUCCESSOR = "successor"
    """Take a pair that is a guess; never ticked to begin with."""
    UNPAIR = "unpair"
    """Take a pair of the user's apart again."""
    TAKE_BACK = "take_back"
    """Let a row that was left out count again."""
    TABLE_KEY = "table_key"
    """One half of a pair that the user may make."""
    UNIT_KEY = "unit_key"
    """The other half."""


@dataclass(frozen=True)
class Line:
    """One finding.

    Attributes
    ----------
    key, words
        What is found, and what is to be said about it.
    pair
        The pair that it is, or could be.
    """

    key: str
    words: Message
    pair: Optional[Pair] = None


@dataclass(frozen=True)
class Group:
    """Findings of one kind."""

    title: Message
    remedy: Remedy
    lines: Tuple[Line, ...]


def match_groups(table: TidyTable, areas: AreaTable, words: Words) -> List[Group]:
    """Everything that there is to say about a table's match, besides the counts."""
    report = table.report()
    likely, perhaps = spelled_otherwise(table), successors(table, areas)
    groups = [
        _pairs(mark("Spelled otherwise: {count}"), Remedy.PAIR, likely),
        _pairs(mark("Probable successors, by name: {count}"), Remedy.SUCCESSOR, perhaps),
        *_unmatched(table, report, likely, words),
        *_from_the_scenario(table),
        _padded(table),
        *_noticed(report),
    ]
    return [group for group in groups if group.lines]


def _pairs(title: str, remedy: Remedy, pairs: Sequence[Pair]) -> Group:
    lines = tuple(Line(pair.table_key, _arrow(pair), pair) for pair in pairs)
    return Group(Message(title, {"count": len(pairs)}), remedy, lines)


def _arrow(pair: Pair) -> Message:
    if pair.name and pair.name != pair.unit_key:
        return Message(mark("→ {key} {name}"), {"key": pair.unit_key, "name": pair.name})
    return Message(mark("→ {key}"), {"key": pair.unit_key})


def _unmatched(
    table: TidyTable, report: TableReport, likely: Sequence[Pair], words: Words
) -> Iterator[Group]:
    of_layer = {pair.unit_key for pair in likely}
    of_table = {pair.table_key for pair in likely}
    units = words.of(report.level)
    by_name = table.spec.key_match is KeyMatch.NAME
    for cause, items in _by_cause(report.unmatched_units):
        told = {"count": len(items), "units": units, "cause": Message(WORDS[cause])}
        lines = tuple(
            Line(_unit_key(item, by_name), _label(item, by_name))
            for item in items
            if _unit_key(item, by_name) not in of_layer
        )
        yield Group(Message(mark("{units} without a row: {count}, {cause}"), told), Remedy.UNIT_KEY, lines)
    left_out = {table.normalise(key) for key in table.spec.exclude_keys}
    for cause, items in _by_cause(report.unmatched_keys):
        kept = [
            item for item in items if item.key not in of_table and table.normalise(item.key) not in left_out
        ]
        told = {"count": len(kept), "cause": Message(WORDS[cause])}
        lines = tuple(Line(item.key, _row(item)) for item in kept)
        yield Group(Message(mark("In the table only: {count}, {cause}"), told), Remedy.TABLE_KEY, lines)


def _by_cause(items: Sequence[Unmatched]) -> List[Tuple[Cause, List[Unmatched]]]:
    groups: Dict[Cause, List[Unmatched]] = {}
    for item in items:
        groups.setdefault(item.cause, []).append(item)
    return list(groups.items())


def _unit_key(item: Unmatched, by_name: bool) -> str:
    """What a pair writes for an area."""
    return item.name if by_name else item.key


def _label(item: Unmatched, by_name: bool) -> Message:
    other = item.key if by_name else item.name
    return Message(mark("{name}"), {"name": other if item.name != item.key else ""})


def _row(item: Unmatched) -> Message:
    if item.name:
        return Message(mark("{name} (row {row})"), {"name": item.name, "row": item.row})
    return Message(mark("row {row}"), {"row": item.row})


def _from_the_scenario(table: TidyTable) -> Iterator[Group]:
    """What the user has said about this table's keys."""
    spec, names = table.spec, dict(zip(table.units.keys, table.units.names))
    paired = [Pair(key, meant, names.get(meant, "")) for key, meant in spec.key_aliases.items()]
    yield _pairs(mark("Paired by you: {count}"), Remedy.UNPAIR, paired)
    lines = tuple(Line(key, Message(mark("not compared with"))) for key in spec.exclude_keys)
    yield Group(Message(mark("Left out by you: {count}"), {"count": len(lines)}), Remedy.TAKE_BACK, lines)


def _padded(table: TidyTable) -> Group:
    """Keys whose leading zeros were put back; nothing is left to do about them."""
    keys = dict.fromkeys(
        spelling.strip()
        for spelling in table.index.spellings
        if spelling.strip().isdecimal() and len(spelling.strip()) < table.rule.width
    )
    lines = tuple(
        Line(key, Message(mark("read as {key}"), {"key": key.zfill(table.rule.width)})) for key in keys
    )
    return Group(Message(mark("Leading zeros put back: {count}"), {"count": len(lines)}), Remedy.NONE, lines)


def _noticed(report: TableReport) -> Iterator[Group]:
    yield _plain(
        mark("Taken as one key: {count}"),
        [Line(item.spellings[0], _listed(item.spellings[1:])) for item in report.spellings],
    )
    yield _plain(
        mark("Keys on several rows, the first counts: {count}"),
        [Line(item.key, _rows(item.rows)) for item in report.duplicates],
    )
    yield _plain(
        mark("Listed in the scenario, but not there: {count}"),
        [
            Line(key, Message(mark("under “{option}”"), {"option": item.option}))
            for item in report.not_there
            for key in item.keys
        ],
    )
    yield _plain(
        mark("Columns in use with cells that are no number: {count}"),
        [
            Line(
                item.column,
                Message(
                    mark("{count} missing; row {row}: “{example}”"),
                    {"count": item.count, "row": item.row, "example": item.example},
                ),
            )
            for item in report.not_numbers
        ],
    )
    yield _plain(
        mark("Rows with fewer cells than most: {count}"), [_numbered(row) for row in report.short_rows]
    )
    yield _plain(
        mark("Rows with more cells than most: {count}"), [_numbered(row) for row in report.long_rows]
    )


def _plain(title: str, lines: Sequence[Line]) -> Group:
    return Group(Message(title, {"count": len(lines)}), Remedy.NONE, tuple(lines))


def _listed(spellings: Sequence[str]) -> Message:
    return Message(mark("= {spellings}"), {"spellings": ", ".join(spellings)})


def _rows(rows: Sequence[int]) -> Message:
    return Message(mark("rows {rows}"), {"rows": ", ".join(map(str, rows))})


def _numbered(row: int) -> Line:
    return Line(str(row), Message(mark("row {row}"), {"row": row}))
