# SPDX-License-Identifier: GPL-2.0-or-later
"""The head of the report, and what it says in short."""

from __future__ import annotations

from typing import List, Sequence, Tuple

from ..core.messages import NOT_AN_INDEX, mark
from .area_map import area_map
from .classes import Classes
from .markup import Content, Markup, element, user
from .parts import facts, paragraph, section, table
from .subject import Subject
from .voice import Voice
from .words import PlaceWords, focus_parents, parent_name, rank_text, standing

_ZERO = mark(
    "A score of 0 means that no measure is above its threshold; it does not mean that there is no need."
)
_ZERO_OF_WEIGHED = mark(
    "A score of 0 means that no measure with a weight above 0 is above its threshold; it does not mean that "
    "there is no need."
)
_TOP_RANK = 10
_MOST_TOP = 25
_MOST_FOCUS = 5


def opening(subject: Subject, words: PlaceWords, say: Voice) -> Markup:
    """Title, question, author, date, and what a need score is not."""
    scenario = subject.scenario
    question: Content = (
        user(scenario.question)
        if scenario.question
        else say(mark("The scenario does not say which decision it is for."))
    )
    told = facts(
        [
            (say(mark("Author")), user(scenario.author) if scenario.author else say(mark("not stated"))),
            (say(mark("Date")), user(scenario.date) if scenario.date else say(mark("not stated"))),
            (say(mark("Areas")), _extent(subject, words, say)),
            (say(mark("Measures in use")), Markup(say.whole(len(subject.measures)))),
        ],
        "facts wide",
    )
    statement = element(
        "aside",
        paragraph(element("strong", say(NOT_AN_INDEX))),
        paragraph(
            say(_ZERO if subject.zero_is_none else _ZERO_OF_WEIGHED),
            " ",
            say(mark("A score describes a place by published figures, not the people who live there.")),
        ),
        class_="statement",
    )
    return element(
        "header",
        paragraph(say(mark("Need scores: method and results")), class_="kicker"),
        element("h1", scenario.title, dir="auto"),
        paragraph(question, class_="question"),
        told,
        statement,
    )


def _extent(subject: Subject, words: PlaceWords, say: Voice) -> Markup:
    count = len(subject.job.areas)
    if not subject.has_parents:
        return say(mark("{count} {areas}"), count=count, areas=words.areas)
    return say(
        mark("{count} {areas} in {number} {parents}"),
        count=count,
        areas=words.areas,
        number=len(subject.job.parents),
        parents=words.parents,
    )


def contents(entries: Sequence[Tuple[str, Markup]], say: Voice) -> Markup:
    """The list of parts, each a link to it."""
    links = [element("li", element("a", heading, href=f"#{name}")) for name, heading in entries]
    return element("nav", element("ol", *links), aria_label=say.text(mark("Contents")))


def in_short(subject: Subject, classes: Classes, words: PlaceWords, say: Voice) -> Markup:
    """The result on a page: a few sentences, the map, the areas of greatest need."""
    return section(
        "in-short",
        say(mark("In short")),
        *(paragraph(sentence) for sentence in _sentences(subject, words, say)),
        _focus(subject, words, say),
        _top(subject, words, say),
        area_map(subject, classes, words, say)
        or paragraph(say(mark("There is no map, as the areas come without outlines.")), class_="quiet"),
    )


def _sentences(subject: Subject, words: PlaceWords, say: Voice) -> List[Markup]:
    scored, everything = subject.scored, len(subject.job.areas)
    told = [
        say(
            mark(
                "Of {all} {areas}, {scored} have a score, by {measures} measures. The highest possible "
                "score is {highest}."
            ),
            all=everything,
            areas=words.areas,
            scored=scored,
            measures=len(subject.measures),
            highest=say.plain(subject.highest_possible),
        )
    ]
    if scored:
        scores = subject.result.score[subject.result.scored]
        none = int((subject.result.count[subject.result.scored] == 0).sum())
        told.append(
            say(
                mark(
                    "The highest score reached is {most}. On {none} {areas} with a score no measure is above "
                    "threshold."
                ),
                most=say.plain(float(scores.max())),
                none=none,
                areas=words.areas,
            )
        )
    if any(subject.parent_level):
        told.append(
            say(
                mark(
                    "{count} of the measures are known by {parent} only; every {area} takes its "
                    "{parent}'s. The ranking shows both parts of each score, {area}-level + {parent}-level."
                ),
                count=sum(subject.parent_level),
                parent=words.parent,
                area=words.area,
            )
        )
    return told


def _focus(subject: Subject, words: PlaceWords, say: Voice) -> Content:
    """The first areas of each parent in focus, and where to read on."""
    told = []
    for parent in focus_parents(subject):
        name = user(subject.job.parents.names[parent])
        first = [area for area in subject.areas_of_parent[parent] if subject.result.scored[area]][
            :_MOST_FOCUS
        ]
        lines = [
            element("li", user(subject.job.areas.names[area]), ": ", standing(subject, area, say))
            for area in first
        ]
        heading = say(mark("In focus: {parent}"), parent=name)
        rest = element(
            "a",
            say(mark("All {areas} of {parent} with their reasons: part 4"), areas=words.areas, parent=name),
            href="#focus",
        )
        told.append(
            element("div", element("h3", heading), element("ul", *lines), paragraph(rest), class_="focus")
        )
    return told


def _top(subject: Subject, words: PlaceWords, say: Voice) -> Content:
    """The areas of the first ranks, all that are level among them."""
    ranks = subject.result.rank
    chosen = [area for area in subject.order if 0 < ranks[area] <= _TOP_RANK]
    if not chosen:
        return None
    shown = chosen[:_MOST_TOP]
    rows = []
    for area in shown:
        cells: List[Content] = [rank_text(subject, area, say), user(subject.job.areas.names[area])]
        if subject.has_parents:
            cells.append(user(parent_name(subject, area)))
        cells += [
            say.plain(subject.result.score[area]),
            say(mark("{above} of {all}"), above=len(subject.above(area)), all=len(subject.measures)),
        ]
        rows.append(cells)
    headings: List[Content] = [say(mark("Rank")), _capital(words.area)]
    if subject.has_parents:
        headings.append(words.heading)
    headings += [say(mark("Score")), say(mark("Above threshold"))]
    more = None
    if len(chosen) > len(shown):
        more = paragraph(
            say(mark("{count} more are level with the last of these."), count=len(chosen) - len(shown)),
            class_="note",
        )
    return element(
        "div",
        element("h3", say(mark("Greatest need by this scenario: ranks 1 to {most}"), most=_TOP_RANK)),
        table(headings, rows, class_="ranking", numbers=(0, len(headings) - 2, len(headings) - 1)),
        paragraph(say(mark("= marks a rank that is shared. The whole ranking is in part 4.")), class_="note"),
        more,
        class_="together",
    )


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
