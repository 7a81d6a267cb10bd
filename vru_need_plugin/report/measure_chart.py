# SPDX-License-Identifier: GPL-2.0-or-later
"""A measure's distribution with the cut-off on it."""

from __future__ import annotations

from typing import List, Optional, Tuple

import numpy as np

from ..core.messages import mark
from ..core.threshold import Direction
from .bars import Part, Plot
from .bins import Bins, bins_for
from .colours import ABOVE, INK, NEAR, NO_DATA, OTHER, PAPER, QUIET
from .markup import Content, Markup, element
from .outcome import Outcome, unit_states, unit_values
from .subject import Subject
from .svg import label, line, picture, ticks
from .voice import Plain, Voice
from .words import PlaceWords

_WIDTH, _HEIGHT = 380.0, 178.0
_X_TICKS = 6
_LABEL_ROOM = 62.0


def measure_chart(subject: Subject, outcome: Outcome, words: PlaceWords, say: Voice) -> Markup:
    """How the areas (or parents) lie on a measure; a sentence where none has a figure."""
    values = unit_values(subject, outcome.number)
    known = ~np.isnan(values)
    if not known.any():
        return element("p", say(mark("No figure to draw.")), class_="quiet")
    above, near = (states[known] for states in unit_states(subject, outcome.number))
    low_is_need = outcome.measure.direction is Direction.LOW
    bins = bins_for(values[known], outcome.cutoff, closed_above=low_is_need)
    places = bins.places(values[known])
    counts = [
        np.bincount(places[chosen], minlength=bins.count).tolist() for chosen in (~above & ~near, near, above)
    ]
    plot = Plot(_WIDTH, _HEIGHT, 38, 10, 24, 24, max(map(sum, zip(*counts))))
    name = f"spread-{outcome.number + 1}"
    drawn = picture(
        name,
        say.text(mark("{title}: distribution"), title=outcome.measure.title),
        _description(outcome, words, say),
        _WIDTH,
        _HEIGHT,
        plot.scale(say),
        _bars(plot, bins, counts, say),
        _x_axis(plot, bins, say),
        _cut_line(plot, bins, outcome, say),
        class_="chart",
    )
    caption = element("figcaption", _legend(outcome, words, say), _ends(bins, counts, say))
    return element("figure", drawn, caption)


def _description(outcome: Outcome, words: PlaceWords, say: Voice) -> str:
    counted = say.text(
        mark("{units}: {above} above threshold, {near} just below, {other} others, {missing} without data."),
        units=words.parents if outcome.parent_level else words.areas,
        above=outcome.units_above,
        near=outcome.units_near,
        other=outcome.units_data - outcome.units_above - outcome.units_near,
        missing=outcome.units - outcome.units_data,
    )
    if outcome.cutoff is None:
        return counted
    line = say.text(mark("Cut-off {cutoff}."), cutoff=say.figure(outcome.cutoff))
    return f"{counted} {line}"


def _bars(plot: Plot, bins: Bins, counts: List[List[int]], say: Voice) -> Content:
    return [
        plot.bar(
            place,
            bins.count,
            (Part(other, OTHER, "other"), Part(near, NEAR, "near"), Part(above, ABOVE, "above")),
            say.text(
                mark("{low} to {high}: {count}; above threshold {above}, just below {near}"),
                low=say.figure(bins.edge(place)),
                high=say.figure(bins.edge(place + 1)),
                count=other + near + above,
                above=above,
                near=near,
            ),
        )
        for place, (other, near, above) in enumerate(zip(*counts))
    ]


def _x_axis(plot: Plot, bins: Bins, say: Voice) -> Content:
    marks: List[Tuple[Markup, Markup]] = []
    for tick in ticks(bins.start, bins.end, _X_TICKS):
        x = plot.slot((tick - bins.start) / bins.step, bins.count)
        marks.append(
            (
                line(x, plot.floor, x, plot.floor + 4, QUIET, 0.8),
                label(x, plot.floor + 15, say.figure(tick), 10, fill=QUIET),
            )
        )
    return marks


def _cut_line(plot: Plot, bins: Bins, outcome: Outcome, say: Voice) -> Content:
    if outcome.cutoff is None:
        return None
    x = plot.slot((outcome.cutoff - bins.start) / bins.step, bins.count)
    anchor = "middle"
    if x < _LABEL_ROOM:
        anchor = "start"
    elif x > plot.width - _LABEL_ROOM:
        anchor = "end"
    text = say.text(mark("cut-off {cutoff}"), cutoff=say.figure(outcome.cutoff))
    return [
        line(x, plot.top - 7, x, plot.floor, INK, 1.4, stroke_dasharray="4 2.5", data_state="cut-off"),
        label(x, plot.top - 11, text, 11, anchor, font_weight="600"),
    ]


def _legend(outcome: Outcome, words: PlaceWords, say: Voice) -> Markup:
    units = words.parents if outcome.parent_level else words.areas
    entries = [
        (ABOVE, say(mark("above threshold: {count}"), count=outcome.units_above)),
        (NEAR, say(mark("just below: {count}"), count=outcome.units_near)),
        (
            OTHER,
            say(mark("others: {count}"), count=outcome.units_data - outcome.units_above - outcome.units_near),
        ),
    ]
    drawn = [element("span", swatch(fill), text, class_="key") for fill, text in entries]
    missing = say(mark("no data: {count}"), count=outcome.units - outcome.units_data)
    drawn.append(element("span", swatch(None), missing, class_="key"))
    return element("span", Plain(units[:1].upper() + units[1:]), ": ", *drawn, class_="legend")


def swatch(fill: Optional[str]) -> Markup:
    """A small square of a colour; hatched for no data."""
    inner: Content = element(
        "rect", x=0.5, y=0.5, width=11, height=11, fill=fill or PAPER, stroke=QUIET, stroke_width=0.5
    )
    if fill is None:
        inner = [
            inner,
            *(line(0.5, y, y, 0.5, NO_DATA, 1.4) for y in (4.0, 8.0, 11.5)),
            line(4, 11.5, 11.5, 4, NO_DATA, 1.4),
            line(8, 11.5, 11.5, 8, NO_DATA, 1.4),
        ]
    return element("svg", inner, viewBox="0 0 12 12", class_="swatch", aria_hidden="true", focusable="false")


def _ends(bins: Bins, counts: List[List[int]], say: Voice) -> Content:
    """What the outermost bars gather; a value on an edge is in the bar below it where low means need."""
    told: List[Markup] = []
    low = mark("The first bar gathers all below {edge} ({count}).")
    high = mark("The last bar gathers all from {edge} on ({count}).")
    if bins.closed_above:
        low = mark("The first bar gathers all up to {edge} ({count}).")
        high = mark("The last bar gathers all over {edge} ({count}).")
    if bins.open_low:
        told.append(
            say(
                low,
                edge=say.figure(bins.edge(1)),
                count=sum(part[0] for part in counts),
            )
        )
    if bins.open_high:
        told.append(
            say(
                high,
                edge=say.figure(bins.edge(bins.count - 1)),
                count=sum(part[-1] for part in counts),
            )
        )
    return [[" ", sentence] for sentence in told]
