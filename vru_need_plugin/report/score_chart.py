# SPDX-License-Identifier: GPL-2.0-or-later
"""How the scores are distributed, in the colours of the map."""

from __future__ import annotations

from typing import List

import numpy as np

from ..core.messages import mark
from .bars import Part, Plot
from .bins import Bins
from .classes import Classes
from .colours import QUIET
from .markup import Content, Markup, element
from .subject import Subject
from .svg import hatching, label, nice_step, picture
from .voice import Voice
from .words import PlaceWords

_WIDTH, _HEIGHT = 760.0, 200.0
_MOST_BARS = 34
_MOST_NUMBERED = 26
_NO_DATA_ROOM = 70.0


def score_chart(subject: Subject, classes: Classes, words: PlaceWords, say: Voice) -> Markup:
    """One bar a score (or a few scores), and one for the areas without a score."""
    scores = subject.result.score[subject.result.scored]
    missing = len(subject.job.areas) - len(scores)
    bins = _bins(classes)
    number = len(classes.colours)
    places = bins.places(scores) * number + classes.of(scores)
    counts = np.bincount(places, minlength=bins.count * number).reshape(bins.count, number)
    highest = max(int(counts.sum(axis=1).max(initial=0)), missing)
    room = _NO_DATA_ROOM if missing else 12
    plot = Plot(_WIDTH, _HEIGHT, 42, room, 18, 36, highest)
    drawn = picture(
        "scores",
        say.text(mark("Distribution of the need scores")),
        _description(subject, missing, words, say),
        _WIDTH,
        _HEIGHT,
        plot.scale(say),
        [_bar(plot, bins, place, counts[place].tolist(), classes, say) for place in range(bins.count)],
        _no_data(missing, highest, say),
        label(plot.left + plot.span / 2, _HEIGHT - 4, say.text(mark("need score")), 11, fill=QUIET),
        class_="chart wide",
    )
    caption = say(mark("Number of {areas} by need score; colours as on the map."), areas=words.areas)
    return element("figure", drawn, element("figcaption", caption))


def _bins(classes: Classes) -> Bins:
    step = nice_step(classes.top / (_MOST_BARS - 1))
    if classes.whole:
        step = max(1.0, step if step == int(step) else float(int(step) + 1))
    return Bins(0.0, step, int(classes.top / step + 1e-9) + 1)


def _description(subject: Subject, missing: int, words: PlaceWords, say: Voice) -> str:
    scores = subject.result.score[subject.result.scored]
    if not len(scores):
        return say.text(mark("No area has a score."))
    return say.text(
        mark(
            "{scored} {areas} with scores from {least} to {most}, median {median}; {missing} without a score."
        ),
        scored=len(scores),
        areas=words.areas,
        least=say.plain(float(scores.min())),
        most=say.plain(float(scores.max())),
        median=say.plain(float(np.median(scores))),
        missing=missing,
    )


def _bar(plot: Plot, bins: Bins, place: int, counts: List[int], classes: Classes, say: Voice) -> Content:
    count = sum(counts)
    low, high = bins.edge(place), bins.edge(place + 1)
    single = classes.whole and bins.step == 1
    told = (
        say.text(mark("score {score}: {count}"), score=say.plain(low), count=count)
        if single
        else say.text(
            mark("score from {low} to below {high}: {count}"),
            low=say.plain(low),
            high=say.plain(high),
            count=count,
        )
    )
    parts = [
        Part(n, colour, f"class-{number}") for number, (n, colour) in enumerate(zip(counts, classes.colours))
    ]
    middle = plot.slot(place + 0.5, bins.count)
    shown = [plot.bar(place, bins.count, parts, told)]
    if bins.count <= _MOST_NUMBERED:
        shown.append(label(middle, plot.y(count) - 4, say.whole(count), 10, fill=QUIET))
    if single:
        shown.append(label(middle, plot.floor + 14, say.plain(low), 10.5))
    elif place % 4 == 0:
        shown.append(label(plot.slot(place, bins.count), plot.floor + 14, say.plain(low), 10.5))
    return shown


def _no_data(missing: int, highest: int, say: Voice) -> Content:
    if not missing:
        return None
    plot = Plot(_WIDTH, _HEIGHT, _WIDTH - _NO_DATA_ROOM + 22, 6, 18, 36, highest)
    middle = plot.slot(0.5, 1)
    told = say.text(mark("no data: {count}"), count=missing)
    return [
        hatching("scores-no-data", 5),
        plot.bar(0, 1, [Part(missing, "url(#scores-no-data)", "no-data")], told),
        label(middle, plot.y(missing) - 4, say.whole(missing), 10, fill=QUIET),
        label(middle, plot.floor + 14, say.text(mark("no data")), 10.5),
    ]
