# SPDX-License-Identifier: GPL-2.0-or-later
"""The map: areas in the colours of their scores, hatched where there is no score."""

from __future__ import annotations

from typing import List

import numpy as np
from numpy.typing import NDArray

from ..core.messages import mark
from ..core.outlines import Outlines, borders
from .classes import NO_CLASS, Classes
from .colours import BORDER, FOCUS, OUTLINE
from .map_names import MOST_RANK, names_on_map
from .markup import Content, Markup, element
from .measure_chart import swatch
from .paths import area_path, line_path
from .subject import Subject
from .svg import hatching, picture
from .voice import Voice
from .words import PlaceWords, focus_parents, parent_name, rank_text

# How large the map is printed, in millimetres: what sizes of lines and letters go by.
_PRINTED_WIDTH, _PRINTED_HEIGHT = 178.0, 138.0
_BORDER, _LEAST_BORDER, _FEW_PARENTS = 0.28, 0.08, 40
_MARGIN = 1.5
_NAMED_AREAS = 2500
"""Up to this many areas each has an outline, and says its name and score to who points at it."""
_HATCH = "map-no-data"


def area_map(subject: Subject, classes: Classes, words: PlaceWords, say: Voice) -> Markup:
    """The map with its legend; nothing where there is no outline."""
    outlines = subject.outlines
    if outlines is None:
        return Markup("")
    class_of = classes.of(subject.result.score)
    millimetre = max(outlines.width / _PRINTED_WIDTH, outlines.height / _PRINTED_HEIGHT)
    margin = round(_MARGIN * millimetre, 1)
    inner = element(
        "g",
        _areas(subject, outlines, class_of, classes, millimetre, say),
        _borders(subject, outlines, millimetre),
        names_on_map(subject, outlines, millimetre, say),
        transform=f"translate({margin:g} {margin:g})",
    )
    drawn = picture(
        "map",
        say.text(mark("Map of the need scores")),
        _description(class_of, classes, words, say),
        outlines.width + 2 * margin,
        outlines.height + 2 * margin,
        hatching(_HATCH, round(1.2 * millimetre, 1)),
        inner,
        class_="map",
    )
    return element("figure", drawn, element("figcaption", _legend(outlines, class_of, classes, words, say)))


def _description(class_of: NDArray[np.int64], classes: Classes, words: PlaceWords, say: Voice) -> str:
    counted = [
        say.text(
            mark("{label}: {count}"),
            label=classes.label(number, say),
            count=int(np.count_nonzero(class_of == number)),
        )
        for number in range(NO_CLASS, len(classes.colours))
    ]
    return say.text(
        mark("Numbers of {areas} by score. {counts}."), areas=words.areas, counts=say.joined(counted)
    )


def _areas(
    subject: Subject,
    outlines: Outlines,
    class_of: NDArray[np.int64],
    classes: Classes,
    millimetre: float,
    say: Voice,
) -> Content:
    """The areas class by class: each by itself, or all of a class in one where there are very many."""
    by_itself = len(outlines.rings) <= _NAMED_AREAS
    drawn: List[Markup] = []
    for number in range(NO_CLASS, len(classes.colours)):
        members = [area for area in np.flatnonzero(class_of == number).tolist() if outlines.rings[area]]
        if not members:
            continue
        fill = f"url(#{_HATCH})" if number == NO_CLASS else classes.colours[number]
        if by_itself:
            paths = [
                element(
                    "path", element("title", _told(subject, area, say)), d=area_path(outlines.rings[area])
                )
                for area in members
            ]
        else:
            paths = [element("path", d=area_path(ring for area in members for ring in outlines.rings[area]))]
        drawn.append(
            element(
                "g",
                *paths,
                fill=fill,
                stroke=OUTLINE if by_itself else fill,
                stroke_width=round((0.15 if by_itself else 0.05) * millimetre, 2),
                fill_rule="evenodd",
                stroke_linejoin="round",
                data_class=number,
            )
        )
    return drawn


def _told(subject: Subject, area: int, say: Voice) -> str:
    """What an area says of itself."""
    name, parent = subject.job.areas.names[area], parent_name(subject, area)
    full = say.text(mark("{name}, {parent}"), name=name, parent=parent) if parent else name
    score = subject.score(area)
    if score is None:
        return say.text(mark("{area}: no data"), area=full)
    return say.text(
        mark("{area}: score {score}, rank {rank}"),
        area=full,
        score=say.plain(score),
        rank=rank_text(subject, area, say),
    )


def _borders(subject: Subject, outlines: Outlines, millimetre: float) -> Content:
    """The lines between the parents, and around those in focus."""
    if not subject.has_parents:
        return None
    parent = subject.job.parents.of_area
    focus = np.isin(parent, focus_parents(subject))
    only = tuple(rings if inside else () for rings, inside in zip(outlines.rings, focus.tolist()))
    around = Outlines(outlines.width, outlines.height, only)
    # Where parents are many, lines as wide as ever would hide what they surround.
    width = max(_LEAST_BORDER, _BORDER * min(1, _FEW_PARENTS / len(subject.job.parents)))
    return [
        _line(line_path(borders(outlines, parent)), BORDER, width * millimetre),
        _line(line_path(borders(around, parent)), FOCUS, 0.7 * millimetre) if focus.any() else None,
    ]


def _line(path: str, colour: str, width: float) -> Markup:
    return element(
        "path",
        d=path,
        fill="none",
        stroke=colour,
        stroke_width=round(width, 2),
        stroke_linejoin="round",
        stroke_linecap="round",
    )


def _legend(
    outlines: Outlines, class_of: NDArray[np.int64], classes: Classes, words: PlaceWords, say: Voice
) -> Content:
    entries = []
    for number in [*range(len(classes.colours)), NO_CLASS]:
        count = int(np.count_nonzero(class_of == number))
        if number == NO_CLASS and not count:
            continue
        fill = None if number == NO_CLASS else classes.colours[number]
        told = say(mark("{label} ({count})"), label=classes.label(number, say), count=count)
        entries.append(element("span", swatch(fill), told, class_="key"))
    note = say(
        mark("Need score (number of {areas}). Numbers on the map are the ranks 1 to {most}."),
        areas=words.areas,
        most=MOST_RANK,
    )
    without = sum(not rings for rings in outlines.rings)
    missing = say(mark("Not drawn, as they have no outline: {count}."), count=without) if without else None
    return [element("span", *entries, class_="legend"), element("span", note, " ", missing, class_="note")]
