# SPDX-License-Identifier: GPL-2.0-or-later
"""What the scores do not say, and where the figures behind them end."""

from __future__ import annotations

from typing import List, Sequence

import numpy as np

from ..core.messages import NOT_AN_INDEX, mark
from .markup import Content, Markup, element, user
from .measure_words import is_count, reasons_words
from .outcome import Outcome
from .parts import bullets, section
from .subject import Subject
from .voice import Voice
from .words import PlaceWords, listed

_LISTED = 30


def limits(subject: Subject, found: Sequence[Outcome], words: PlaceWords, say: Voice) -> Markup:
    """The limits, from the general to what this scenario leaves open."""
    return section(
        "limits",
        say(mark("Limits")),
        element("h3", say(mark("What the score is not"))),
        bullets(_general(say)),
        element("h3", say(mark("Data that are missing"))),
        bullets([*_missing(subject, found, words, say), *_left_out(subject, words, say)])
        or say(mark("Every measure has a figure for every area.")),
        element("h3", say(mark("What to keep in mind about these measures"))),
        bullets([*_levels(subject, found, words, say), *_measures(found, say), *_unstated(subject, say)]),
    )


def _general(say: Voice) -> List[Markup]:
    return [
        say(NOT_AN_INDEX),
        say(
            mark(
                "It is no measure of risk to a person, and says nothing about any one person who lives in "
                "an area."
            )
        ),
        say(mark("It does not say why a figure is high or low, nor what would help.")),
        say(
            mark(
                "It does not add amounts: an area far beyond a threshold counts as much as one just beyond "
                "it."
            )
        ),
        say(
            mark(
                "Another choice of measures, thresholds or weights gives another ranking. Those of this "
                "report are the choice of its author for its question."
            )
        ),
    ]


def _missing(subject: Subject, found: Sequence[Outcome], words: PlaceWords, say: Voice) -> List[Markup]:
    """Areas without a score, and measures with gaps."""
    told: List[Markup] = []
    without = np.flatnonzero(~subject.result.scored).tolist()
    if without:
        names = [
            say(
                mark("{area} (data for {data} of {all})"),
                area=subject.job.areas.names[area],
                data=int(subject.result.available[area]),
                all=len(subject.measures),
            )
            for area in without
        ]
        told.append(
            say(
                mark("Without a score for want of data ({count}): {names}."),
                count=len(without),
                names=listed(names, say, _LISTED),
            )
        )
    partly = int(np.count_nonzero(subject.result.scored & (subject.result.available < len(subject.measures))))
    if partly:
        told.append(
            say(
                mark(
                    "Number of {areas} scored with some figures missing, so that they could be higher: "
                    "{count}."
                ),
                count=partly,
                areas=words.areas,
            )
        )
    everything = len(subject.job.areas)
    gaps = [
        say(mark("{measure} ({count})"), measure=outcome.measure.title, count=everything - outcome.data)
        for outcome in found
        if outcome.data < everything
    ]
    if gaps:
        told.append(
            say(
                mark("Measures without a figure for some {areas} (how many): {measures}."),
                areas=words.areas,
                measures=listed(gaps, say, _LISTED),
            )
        )
    return told


def _left_out(subject: Subject, words: PlaceWords, say: Voice) -> List[Markup]:
    """What of the tables, of the layer and of the scenario takes no part."""
    told: List[Markup] = [say.sentence(note) for note in subject.job.notes]
    for table_id, report in subject.job.reports.items():
        count = len(report.unmatched_keys) + report.blank_rows
        if count:
            told.append(
                say(
                    mark(
                        "Keys and rows of the table {table} that are no part of the layer: {count} (part 2 "
                        "says which)."
                    ),
                    table=table_id,
                    count=count,
                )
            )
    if subject.has_parents:
        lonely = np.flatnonzero(subject.job.parents.of_area < 0).tolist()
        if lonely:
            names = listed([user(subject.job.areas.names[area]) for area in lonely], say, _LISTED)
            told.append(
                say(
                    mark(
                        "Without {parent}, so without a rank within one and {parent}-level figures: {names}."
                    ),
                    parent=words.parent,
                    names=names,
                )
            )
    return told


def _levels(subject: Subject, found: Sequence[Outcome], words: PlaceWords, say: Voice) -> List[Markup]:
    carried = [user(outcome.measure.title) for outcome in found if outcome.parent_level]
    if not carried:
        return []
    return [
        say(
            mark(
                "Known by {parent} only: {measures}. All {areas} of the same {parent} have the same "
                "figure, so these measures cannot tell them apart, and any of them may differ from its "
                "{parent}."
            ),
            parent=words.parent,
            areas=words.areas,
            measures=Markup(", ".join(carried)),
        )
    ]


def _measures(found: Sequence[Outcome], say: Voice) -> List[Markup]:
    told: List[Markup] = []
    counts = [user(outcome.measure.title) for outcome in found if is_count(outcome.measure)]
    if counts:
        told.append(
            say(
                mark(
                    "Counts, not rates: {measures}. Places with more people or more visitors have higher "
                    "counts."
                ),
                measures=Markup(", ".join(counts)),
            )
        )
    for outcome in found:
        if not outcome.above and outcome.reasons:
            told.append(
                say(
                    mark("{measure}: none is above threshold ({reason}). It adds nothing to any score."),
                    measure=outcome.measure.title,
                    reason=reasons_words(outcome.reasons, say),
                )
            )
    excluded = [user(outcome.measure.title) for outcome in found if outcome.measure.exclude_areas]
    if excluded:
        told.append(
            say(
                mark("Figures known to be wrong were taken as missing in: {measures} (part 3 says whose)."),
                measures=Markup(", ".join(excluded)),
            )
        )
    periods = list(dict.fromkeys(outcome.measure.period for outcome in found if outcome.measure.period))
    if len(periods) > 1:
        told.append(
            say(
                mark("The measures are of different periods: {periods}."),
                periods=listed([user(period) for period in periods], say, _LISTED),
            )
        )
    return told


def _unstated(subject: Subject, say: Voice) -> List[Content]:
    """What the scenario should say and does not."""
    scenario = subject.scenario
    blanks = [
        (not scenario.question, mark("which decision it is for")),
        (not scenario.author, mark("its author")),
        (not scenario.date, mark("its date")),
        (any(not table.citation for table in scenario.tables), mark("the citation of every table")),
        (any(not measure.period for measure in subject.measures), mark("the period of every measure")),
        (any(not measure.source for measure in subject.measures), mark("the source of every measure")),
        (
            any(measure.nature is None for measure in subject.measures),
            mark("whether every measure is a count or a rate"),
        ),
    ]
    unsaid = [say(words) for blank, words in blanks if blank]
    if not unsaid:
        return []
    return [say(mark("The scenario does not say: {what}."), what=Markup("; ".join(unsaid)))]
