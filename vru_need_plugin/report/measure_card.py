# SPDX-License-Identifier: GPL-2.0-or-later
"""One measure in full: what it is, its threshold and what that came to, its picture."""

from __future__ import annotations

from typing import List, Optional, Tuple

import numpy as np

from ..core.messages import mark
from ..scenario.document import KeyLevel
from ..tables.keys import normalise_code
from .figure_words import value_words
from .markup import Content, Markup, element, user
from .measure_chart import measure_chart
from .measure_words import (
    compared_words,
    cutoff_words,
    direction_words,
    level_words,
    nature_words,
    threshold_rule,
    threshold_short,
    tie_effect,
    ties_words,
    weight_words,
)
from .outcome import Outcome
from .parts import facts
from .subject import Subject
from .voice import Voice
from .words import PlaceWords, listed

_LISTED_AREAS = 12


def measure_card(subject: Subject, outcome: Outcome, words: PlaceWords, say: Voice) -> Markup:
    """Everything that a stranger needs to judge one measure."""
    measure = outcome.measure
    title = say(mark("{number}. {title}"), number=outcome.number + 1, title=measure.title)
    columns = element(
        "div",
        facts(_rule(outcome, words, say)),
        element(
            "div",
            measure_chart(subject, outcome, words, say),
            facts(_weight_and_data(subject, outcome, words, say)),
        ),
        class_="columns",
    )
    return element(
        "article",
        element("h4", title),
        columns,
        facts(_origin(outcome, say)),
        class_="card measure",
        id=f"measure-{outcome.number + 1}",
    )


def _rule(outcome: Outcome, words: PlaceWords, say: Voice) -> List[Tuple[Content, Content]]:
    """The threshold and what it came to."""
    measure = outcome.measure
    threshold = [threshold_short(measure, say), ". ", threshold_rule(measure, say)]
    return [
        (say(mark("Theme")), user(measure.theme)),
        (say(mark("Direction")), direction_words(measure.direction, say)),
        (say(mark("Threshold")), threshold),
        (say(mark("Compared with")), compared_words(outcome, words, say)),
        (say(mark("Level at the line")), ties_words(measure.threshold, say)),
        (say(mark("Cut-off")), [cutoff_words(outcome, say), _unrounded(outcome.cutoff, say)]),
        (say(mark("Above threshold")), _above(outcome, words, say)),
        (say(mark("Effect of ties")), tie_effect(outcome, say)),
    ]


def _weight_and_data(
    subject: Subject, outcome: Outcome, words: PlaceWords, say: Voice
) -> List[Tuple[Content, Content]]:
    """What it counts for, and what is known."""
    return [
        (say(mark("Weight")), weight_words(outcome.measure, subject.highest_possible, say)),
        (say(mark("Level")), level_words(outcome, words, say)),
        (say(mark("Data")), _data(subject, outcome, words, say)),
        (say(mark("Taken as missing")), _excluded(subject, outcome, say)),
    ]


def _origin(outcome: Outcome, say: Voice) -> List[Tuple[Content, Content]]:
    """What the figure is and where it is from."""
    measure = outcome.measure
    return [
        (say(mark("Figure")), value_words(outcome, say)),
        (say(mark("Nature")), nature_words(measure, say)),
        (say(mark("Period")), _given(measure.period, say)),
        (say(mark("Table")), user(measure.table)),
        (say(mark("Source")), _given(measure.source, say)),
        (say(mark("Note")), user(measure.note) if measure.note else None),
    ]


def _given(text: Optional[str], say: Voice) -> Markup:
    return user(text) if text else say(mark("not stated"))


def _unrounded(cutoff: Optional[float], say: Voice) -> Content:
    """The cut-off with all its digits, where it is shown with fewer."""
    if cutoff is None or say.marks.full(cutoff).replace(say.marks.group, "") == say.figure(cutoff).replace(
        say.marks.group, ""
    ):
        return None
    return [" ", element("small", say(mark("(unrounded: {cutoff})"), cutoff=Markup(say.marks.full(cutoff))))]


def _above(outcome: Outcome, words: PlaceWords, say: Voice) -> Markup:
    own = {"above": outcome.above, "near": outcome.near, "areas": words.counted(outcome.above)}
    if not outcome.parent_level:
        return say(mark("{above} {areas}; just below: {near}"), **own)
    return say(
        mark("{units} {parents}, so {above} {areas}; just below: {near_units}, so {near}"),
        units=outcome.units_above,
        parents=words.counted(outcome.units_above, of_parents=True),
        near_units=outcome.units_near,
        **own,
    )


def _data(subject: Subject, outcome: Outcome, words: PlaceWords, say: Voice) -> Markup:
    """How many have a figure, and the first of those without."""
    all_areas = len(subject.job.areas)
    told = say(mark("{data} of {all} {areas}"), data=outcome.data, all=all_areas, areas=words.areas)
    if outcome.data == all_areas:
        return told
    names = listed(_without(subject, outcome), say, _LISTED_AREAS)
    return say(mark("{told}; none for {names}"), told=told, names=names)


def _without(subject: Subject, outcome: Outcome) -> List[Markup]:
    """The names of the areas, or of the parents, without a figure."""
    column = subject.result.prepared.columns[outcome.number]
    if outcome.evidence.level is KeyLevel.PARENT:
        names, missing = subject.job.parents.names, ~column.has_value[: len(subject.job.parents)]
        found = [user(names[number]) for number in np.flatnonzero(missing).tolist()]
        return found or [user(name) for name in _parentless(subject)]
    missing = ~column.has_value[: len(subject.job.areas)]
    return [user(subject.job.areas.names[area]) for area in np.flatnonzero(missing).tolist()]


def _parentless(subject: Subject) -> List[str]:
    lonely = np.flatnonzero(subject.job.parents.of_area < 0).tolist()
    return [subject.job.areas.names[area] for area in lonely]


def _excluded(subject: Subject, outcome: Outcome, say: Voice) -> Content:
    """The areas whose figure the scenario knows to be wrong."""
    codes = outcome.measure.exclude_areas
    if not codes:
        return None
    areas, parents = subject.job.areas, subject.job.parents
    names = {normalise_code(code): name for code, name in zip(areas.codes, areas.names)}
    names.update((normalise_code(code), name) for code, name in zip(parents.codes, parents.names))
    shown = [
        say(mark("{code} {name}"), code=code, name=names.get(normalise_code(code), "")) for code in codes
    ]
    return say(
        mark("{areas}: the scenario says that their figures are wrong"),
        areas=listed(shown, say, _LISTED_AREAS),
    )
