# SPDX-License-Identifier: GPL-2.0-or-later
"""Each parent with its areas in their order of need."""

from __future__ import annotations

import math
from typing import List

import numpy as np

from ..core.messages import mark
from .markup import Content, Markup, element, user
from .parts import paragraph, table
from .subject import Subject
from .voice import Plain, Voice
from .words import PlaceWords, parent_rank_text

_MANY_AREAS = 1000
_FIRST_OF_MANY = 10
_MOST_PARENTS = 400
_TOP_SHARE = 10


def by_parent(subject: Subject, words: PlaceWords, say: Voice) -> Content:
    """What lies where: a line for each parent, then the ranking within each."""
    if not subject.has_parents:
        return None
    names = subject.job.parents.names
    numbers = sorted(range(len(names)), key=lambda number: (names[number], number))
    shown = numbers[:_MOST_PARENTS]
    return element(
        "div",
        element("h3", say(mark("By {parent}"), parent=words.parent)),
        _more(len(shown), len(numbers), words, say),
        _overview(subject, shown, words, say),
        element("h3", say(mark("Ranking within each {parent}"), parent=words.parent)),
        _note(subject, words, say),
        *(_parent(subject, number, say) for number in shown),
        id="by-parent",
    )


def _more(shown: int, every: int, words: PlaceWords, say: Voice) -> Content:
    if shown == every:
        return None
    told = say(
        mark("The first {shown} of {all} {parents}, by name."), shown=shown, all=every, parents=words.parents
    )
    return paragraph(told, class_="note")


def _overview(subject: Subject, numbers: List[int], words: PlaceWords, say: Voice) -> Markup:
    result = subject.result
    line = math.ceil(subject.scored * _TOP_SHARE / 100)
    rows: List[List[Content]] = []
    for number in numbers:
        areas = np.array(subject.areas_of_parent[number], dtype=np.int64)
        scores = result.score[areas[result.scored[areas]]]
        ranks = result.rank[areas]
        row: List[Content] = [
            user(subject.job.parents.names[number]),
            say.whole(len(areas)),
            say.whole(len(scores)),
            say.plain(float(scores.max())) if len(scores) else Plain("–"),
            say.plain(float(np.median(scores))) if len(scores) else Plain("–"),
        ]
        if line:
            row.append(say.whole(int(np.count_nonzero((ranks > 0) & (ranks <= line)))))
        rows.append(row)
    headings: List[Content] = [
        words.heading,
        words.areas[:1].upper() + words.areas[1:],
        say(mark("With a score")),
        say(mark("Highest score")),
        say(mark("Median score")),
    ]
    caption = say(
        mark("In alphabetical order: {parents} are not ranked against each other."), parents=words.parents
    )
    if line:  # some area has a score
        headings.append(say(mark("Among ranks 1 to {line}"), line=line))
        last = say(
            mark("The last column counts {areas} in the first tenth of the whole ranking."), areas=words.areas
        )
        caption = Markup(f"{caption} {last}")
    return table(headings, rows, caption=caption, class_="parents", numbers=range(1, len(headings)))


def _note(subject: Subject, words: PlaceWords, say: Voice) -> Content:
    told = say(mark("Rank, {area} and score."), area=words.area)
    if len(subject.job.areas) <= _MANY_AREAS:
        return paragraph(told, class_="note")
    first = say(mark("Of each {parent} the first {count}."), parent=words.parent, count=_FIRST_OF_MANY)
    return paragraph(told, " ", first, class_="note")


def _parent(subject: Subject, number: int, say: Voice) -> Markup:
    areas = subject.areas_of_parent[number]
    if len(subject.job.areas) > _MANY_AREAS:
        areas = areas[:_FIRST_OF_MANY]
    entries = [_entry(subject, area, say) for area in areas]
    return element(
        "div",
        element("h4", user(subject.job.parents.names[number])),
        element("ul", *entries, class_="ranked"),
        class_="parent",
    )


def _entry(subject: Subject, area: int, say: Voice) -> Markup:
    score = subject.score(area)
    return element(
        "li",
        element("span", parent_rank_text(subject, area, say), class_="rank"),
        " ",
        user(subject.job.areas.names[area]),
        " ",
        element("span", say(mark("no data")) if score is None else say.plain(score), class_="score"),
    )
