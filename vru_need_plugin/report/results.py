# SPDX-License-Identifier: GPL-2.0-or-later
"""The results: how scores are distributed, and every area in rank order."""

from __future__ import annotations

from typing import List

from ..core.messages import mark
from .by_parent import by_parent
from .classes import Classes
from .focus import focus
from .markup import Content, Markup, element, user
from .parts import paragraph, section, table
from .score_chart import score_chart
from .subject import Subject
from .voice import Plain, Voice
from .words import PlaceWords, parent_name, parent_rank_text, rank_text

MOST_RANKED = 1000
"""Of more areas than this the ranking lists the first."""
_THEME_COLUMNS = 4


def results(subject: Subject, classes: Classes, words: PlaceWords, say: Voice) -> Markup:
    """Distribution, focus, parents, ranking."""
    return section(
        "results",
        say(mark("Results")),
        element("h3", say(mark("How the scores are distributed"))),
        score_chart(subject, classes, words, say),
        focus(subject, words, say),
        by_parent(subject, words, say),
        _ranking(subject, words, say),
    )


def _ranking(subject: Subject, words: PlaceWords, say: Voice) -> Markup:
    everything = len(subject.order)
    shown = subject.order[:MOST_RANKED]
    short = None
    if everything > len(shown):
        short = paragraph(
            say(
                mark(
                    "The first {shown} of {all} {areas}; the layer that vruneed:scoreareas writes has them "
                    "all."
                ),
                shown=len(shown),
                all=everything,
                areas=words.areas,
            ),
            class_="note",
        )
    return element(
        "div",
        element("h3", say(mark("Ranking of all {areas}"), areas=words.areas)),
        short,
        _legend(subject, words, say),
        _key(subject, say),
        table(
            _headings(subject, words, say),
            (_cells(subject, area, say) for area in shown),
            class_="ranking full",
            numbers=_number_columns(subject),
        ),
        id="ranking",
        class_="landscape",
    )


def _legend(subject: Subject, words: PlaceWords, say: Voice) -> Markup:
    told = [
        say(mark("= marks a rank that is shared.")),
        say(mark("“Could be”: the score were all missing figures above threshold.")),
        say(mark("Measures by their numbers; in brackets those just below threshold.")),
    ]
    if any(subject.parent_level):
        told.insert(
            1,
            say(
                mark("Made of: the {area}-level part + the {parent}-level part of the score."),
                area=words.area,
                parent=words.parent,
            ),
        )
    return paragraph(Markup(" ".join(told)), class_="note")


def _key(subject: Subject, say: Voice) -> Markup:
    """What the numbers of the measures stand for."""
    entries = [
        element("li", element("b", say.whole(number)), " ", user(measure.title))
        for number, measure in enumerate(subject.measures, start=1)
    ]
    return element("ul", *entries, class_="keys")


def _headings(subject: Subject, words: PlaceWords, say: Voice) -> List[Content]:
    headings: List[Content] = [say(mark("Rank")), words.area[:1].upper() + words.area[1:]]
    if subject.has_parents:
        headings += [words.heading, say(mark("Rank in {parent}"), parent=words.parent)]
    headings.append(say(mark("Score")))
    if any(subject.parent_level):
        headings.append(say(mark("Made of")))
    headings += [say(mark("Above")), say(mark("Data")), say(mark("Could be"))]
    themes = subject.result.themes
    headings += [user(theme) for theme in themes] if len(themes) <= _THEME_COLUMNS else [say(mark("Themes"))]
    return [*headings, say(mark("Measures above threshold"))]


def _number_columns(subject: Subject) -> List[int]:
    """All but the names, the themes that share a cell, and the measures."""
    names = 3 if subject.has_parents else 2
    first = [0, 3] if subject.has_parents else [0]
    themes = len(subject.result.themes)
    figures = 4 + any(subject.parent_level) + (themes if themes <= _THEME_COLUMNS else 0)
    start = names + (1 if subject.has_parents else 0)
    return [*first, *range(start, start + figures)]


def _cells(subject: Subject, area: int, say: Voice) -> List[Content]:
    result, areas = subject.result, subject.job.areas
    score, measures = subject.score(area), len(subject.measures)
    code = element("small", areas.codes[area]) if areas.codes[area] != areas.names[area] else None
    cells: List[Content] = [rank_text(subject, area, say), [user(areas.names[area]), " ", code]]
    if subject.has_parents:
        cells += [user(parent_name(subject, area)), parent_rank_text(subject, area, say)]
    cells.append(say(mark("no data")) if score is None else say.plain(score))
    if any(subject.parent_level):
        cells.append(_made_of(subject, area, say))
    of_all = mark("{count} of {all}")
    cells += [
        say(of_all, count=int(result.count[area]), all=measures),
        say(of_all, count=int(result.available[area]), all=measures),
        _could_be(subject, area, say),
    ]
    return [*cells, *_themes(subject, area, say), _measures(subject, area, say)]


def _made_of(subject: Subject, area: int, say: Voice) -> Markup:
    split = subject.split
    own, carried = (
        say.plain(float(points[area])) if known[area] else Plain("–")
        for points, known in zip((split.own, split.parent), subject.knows)
    )
    return say(mark("{own} + {carried}"), own=own, carried=carried)


def _could_be(subject: Subject, area: int, say: Voice) -> Content:
    """The highest score possible, where something is missing."""
    if int(subject.result.available[area]) == len(subject.measures):
        return "–"
    return say.plain(float(subject.result.high[area]))


def _themes(subject: Subject, area: int, say: Voice) -> List[Content]:
    themes = subject.result.themes
    scores = [float(subject.theme_scores[theme][area]) for theme in themes]
    shown = [Plain("–") if score != score else say.plain(score) for score in scores]
    if len(themes) <= _THEME_COLUMNS:
        return list(shown)
    return [Markup("; ".join(f"{user(theme)} {score}" for theme, score in zip(themes, shown)))]


def _measures(subject: Subject, area: int, say: Voice) -> Markup:
    above = " ".join(say.whole(number + 1) for number in subject.above(area))
    near = " ".join(say.whole(number + 1) for number in subject.near(area))
    return Markup(f"{above} ({near})" if near else above)
