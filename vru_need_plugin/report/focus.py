# SPDX-License-Identifier: GPL-2.0-or-later
"""The parents that the scenario puts in focus: every area with its place and its reasons."""

from __future__ import annotations

from typing import List, Sequence

from ..core.messages import mark
from ..scoring.explain import AreaStanding, MeasureStanding, area_standing
from .markup import Content, Markup, element, user
from .measure_words import with_unit
from .parts import bullets, facts, paragraph
from .subject import Subject
from .voice import Plain, Voice
from .words import PlaceWords, focus_parents, standing, unknown_focus

_MOST_AREAS = 300


def focus(subject: Subject, words: PlaceWords, say: Voice) -> Content:
    """Why each area in focus has its score; nothing where the scenario has no focus."""
    if not subject.scenario.options.focus:
        return None
    unknown = unknown_focus(subject)
    told = None
    if unknown:
        codes = Markup(", ".join(map(user, unknown)))
        told = paragraph(
            say(mark("In focus, but no {area} lies in them: {codes}."), area=words.area, codes=codes),
            class_="note",
        )
    return element(
        "div",
        element("h3", say(mark("In focus"))),
        told,
        *(_parent(subject, parent, words, say) for parent in focus_parents(subject)),
        id="focus",
    )


def _parent(subject: Subject, parent: int, words: PlaceWords, say: Voice) -> Markup:
    areas = subject.areas_of_parent[parent]
    shown = areas[:_MOST_AREAS]
    more = None
    if len(areas) > len(shown):
        more = paragraph(
            say(
                mark("The first {shown} of {all} {areas}."),
                shown=len(shown),
                all=len(areas),
                areas=words.areas,
            ),
            class_="note",
        )
    return element(
        "div",
        element("h4", user(subject.job.parents.names[parent])),
        more,
        *(_area(subject, area, words, say) for area in shown),
    )


def _area(subject: Subject, area: int, words: PlaceWords, say: Voice) -> Markup:
    found = area_standing(subject.result, area, subject.parent_level)
    place = standing(subject, area, say) or say(mark("no score, for want of data"))
    return element(
        "article",
        element("h5", user(subject.job.areas.names[area]), ": ", place),
        bullets([_score(subject, area, found, words, say)], "plain"),
        facts(
            [
                (
                    say(mark("Above threshold")),
                    _reasons(subject, _chosen(found, "above"), say) or say(mark("none")),
                ),
                (say(mark("Just below")), _reasons(subject, _chosen(found, "near"), say)),
                (say(mark("No data")), _titles(subject, subject.missing(area))),
            ]
        ),
        class_="card area",
    )


def _score(subject: Subject, area: int, found: AreaStanding, words: PlaceWords, say: Voice) -> Markup:
    """Score 5, could be 9: 3 ward-level + 2 borough-level; above threshold on 5 of 16, data for 12 of 16."""
    score = say(mark("no data")) if found.score is None else say.plain(found.score)
    if found.missing:
        score = say(
            mark("{score}, could be {high}"),
            score=Markup(score),
            high=say.plain(float(subject.result.high[area])),
        )
    made_of = Markup("")
    if any(subject.parent_level):
        own, carried = (
            say.plain(float(points[area])) if known[area] else Plain("–")
            for points, known in zip((subject.split.own, subject.split.parent), subject.knows)
        )
        made_of = say(
            mark(" ({own} {area}-level + {carried} {parent}-level)"),
            own=own,
            area=words.area,
            carried=carried,
            parent=words.parent,
        )
    count = len(subject.measures)
    return say(
        mark("Score {score}{made_of}; above threshold on {above} of {all}, data for {data} of {all}"),
        score=Markup(score),
        made_of=made_of,
        above=found.above,
        all=count,
        data=count - found.missing,
    )


def _chosen(found: AreaStanding, state: str) -> List[MeasureStanding]:
    return [one for one in found.measures if getattr(one, state)]


def _reasons(subject: Subject, chosen: Sequence[MeasureStanding], say: Voice) -> Markup:
    """Each measure with the area's figure and the cut-off."""
    told = []
    for one in chosen:
        measure = subject.measures[one.number]
        if one.value is None or one.cutoff is None:
            told.append(user(measure.title))
            continue
        told.append(
            say(
                mark("{measure}: {value}, cut-off {cutoff}"),
                measure=measure.title,
                value=with_unit(one.value, measure, say),
                cutoff=say.figure(one.cutoff),
            )
        )
    return Markup("; ".join(told))


def _titles(subject: Subject, numbers: Sequence[int]) -> Markup:
    return Markup("; ".join(user(subject.measures[number].title) for number in numbers))
