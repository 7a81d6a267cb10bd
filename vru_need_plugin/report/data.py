# SPDX-License-Identifier: GPL-2.0-or-later
"""The data: the areas, and each table with its source and what of it matched."""

from __future__ import annotations

from typing import List, Optional, Sequence

from ..core.messages import mark
from ..scenario.document import KeyLevel, KeyMatch, Table
from ..tables.findings import ReportRow, Side
from ..tables.report import TableReport
from .markup import Content, Markup, element, user
from .parts import bullets, facts, paragraph, section, table
from .subject import Subject
from .voice import Voice
from .words import PlaceWords, listed

_LISTED_FINDINGS = 40
_LISTED_KEYS = 30
_SIDES = {Side.TABLE: mark("table"), Side.LAYER: mark("layer")}


def data(subject: Subject, words: PlaceWords, say: Voice) -> Markup:
    """Where every figure comes from, and what was matched."""
    reports = subject.job.reports
    return section(
        "data",
        say(mark("Data")),
        _areas(subject, words, say),
        *(paragraph(say.sentence(remark), class_="note") for remark in subject.remarks),
        *(
            _table(subject, number, spec, reports.get(spec.id), words, say)
            for number, spec in enumerate(subject.scenario.tables, start=1)
        ),
    )


def _areas(subject: Subject, words: PlaceWords, say: Voice) -> Markup:
    spec = subject.scenario.areas
    fields = [spec.code_field, spec.name_field, spec.parent_code_field, spec.parent_name_field]
    named = Markup(", ".join(user(field) for field in fields if field))
    return element(
        "article",
        element("h3", say(mark("Areas"))),
        facts(
            [
                (say(mark("Source")), user(spec.source)),
                (say(mark("Layer")), user(subject.job.areas.source)),
                (say(mark("Fields used")), named),
                (say(mark("Number of {areas}"), areas=words.areas), say.whole(len(subject.job.areas))),
                (
                    say(mark("Number of {parents}"), parents=words.parents),
                    say.whole(len(subject.job.parents)) if subject.has_parents else say(mark("none")),
                ),
            ]
        ),
        class_="card",
    )


def _table(
    subject: Subject, number: int, spec: Table, report: Optional[TableReport], words: PlaceWords, say: Voice
) -> Markup:
    used = [
        measure for measure in subject.measures if spec.id in (measure.table, measure.value.denominator_table)
    ]
    titles = listed([user(measure.title) for measure in used], say, _LISTED_KEYS)
    unknown = say(mark("not stated"))
    described = facts(
        [
            (say(mark("Source")), user(spec.source)),
            (say(mark("Citation")), user(spec.citation) if spec.citation else unknown),
            (say(mark("As of")), user(spec.as_of) if spec.as_of else unknown),
            (say(mark("Periods used")), _periods(subject, spec) or unknown),
            (say(mark("Matched by")), _key(spec, words, say)),
            (say(mark("Made one row a key")), _spread(spec, say)),
            (say(mark("Also compared with")), _keys(spec.include_keys, say)),
            (say(mark("Left out of the comparison")), _keys(spec.exclude_keys, say)),
            (say(mark("Taken as missing")), _keys(spec.missing, say)),
            (say(mark("Spellings joined by hand")), _aliases(spec, say)),
            (say(mark("Used for")), titles if used else say(mark("no measure in use"))),
        ]
    )
    return element(
        "article",
        element("h3", say(mark("Table {number}: {table}"), number=number, table=spec.id)),
        described,
        _report(report, say),
        class_="card",
        id=f"table-{number}",
    )


def _periods(subject: Subject, spec: Table) -> Content:
    """The periods of the measures made from the table, each once."""
    periods = dict.fromkeys(
        measure.period for measure in subject.measures if measure.table == spec.id and measure.period
    )
    return Markup(", ".join(map(user, periods))) if periods else None


def _key(spec: Table, words: PlaceWords, say: Voice) -> Markup:
    units = words.areas if spec.key_level is KeyLevel.AREA else words.parents
    if spec.key_match is KeyMatch.NAME:
        return say(mark("the column {column}, names of {units}"), column=spec.key_column, units=units)
    return say(mark("the column {column}, codes of {units}"), column=spec.key_column, units=units)


def _spread(spec: Table, say: Voice) -> Content:
    if not spec.spread:
        return None
    columns = Markup(", ".join(map(user, spec.spread)))
    words = {
        "sum": mark("by {columns}; rows that fall together are added up"),
        "mean": mark("by {columns}; of rows that fall together the mean is taken"),
        "first": mark("by {columns}; of rows that fall together the first is taken"),
    }
    told = say(words[spec.aggregate.value], columns=columns)
    if not spec.empty_means_zero:
        return told
    return [told, "; ", say(mark("an area that the table names has 0 where it has no row"))]


def _keys(keys: Sequence[str], say: Voice) -> Content:
    return listed([user(key) for key in keys], say, _LISTED_KEYS) if keys else None


def _aliases(spec: Table, say: Voice) -> Content:
    pairs = [Markup(f"{user(theirs)} → {user(ours)}") for theirs, ours in spec.key_aliases.items()]
    return listed(pairs, say, _LISTED_KEYS) if pairs else None


def _report(report: Optional[TableReport], say: Voice) -> Content:
    if report is None:
        return paragraph(say(mark("Not read, as no measure in use needs it.")), class_="note")
    lines = bullets([say.sentence(line) for line in report.lines()], "plain")
    return [element("h4", say(mark("What matched"))), lines, _findings(report.rows(), say)]


def _findings(rows: List[ReportRow], say: Voice) -> Content:
    if not rows:
        return None
    headings = [
        say(mark("Found in")),
        say(mark("Key")),
        say(mark("Name")),
        say(mark("Row")),
        say(mark("What, or the likely cause")),
        say(mark("Detail")),
    ]
    cells = [
        [
            say(_SIDES[row.side]),
            user(row.key),
            user(row.name),
            "" if row.row is None else str(row.row),
            say.sentence(row.cause),
            None if row.detail is None else say.sentence(row.detail),
        ]
        for row in rows[:_LISTED_FINDINGS]
    ]
    more = None
    if len(rows) > _LISTED_FINDINGS:
        more = paragraph(
            say(
                mark("The first {shown} of {all} findings; vruneed:checktables lists them all."),
                shown=_LISTED_FINDINGS,
                all=len(rows),
            ),
            class_="note",
        )
    return [table(headings, cells, class_="findings", numbers=(3,)), more]
