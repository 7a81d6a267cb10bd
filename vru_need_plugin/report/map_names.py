# SPDX-License-Identifier: GPL-2.0-or-later
"""What is written on the map: the first ranks, and the parents' names."""

from __future__ import annotations

import math
from typing import List

from ..core.outlines import Outlines
from ..core.ranking import UNRANKED
from .colours import INK, PAPER
from .map_labels import LINE_HEIGHT, Label, centre, centre_of_many, in_lines, placed
from .markup import Content, Markup, element
from .subject import Subject
from .voice import Voice
from .words import rank_text

MOST_RANK = 10
_RANK_SIZE, _PARENT_SIZE = 2.9, 2.4  # millimetres as printed
_MOST_SPREAD = 2.0
"""How much wider than a parent about as wide as high its name may be."""


def names_on_map(subject: Subject, outlines: Outlines, millimetre: float, say: Voice) -> Content:
    """The labels that find room: ranks before names, large parents before small ones."""
    ranks = _rank_labels(subject, outlines, _RANK_SIZE * millimetre, say)
    names = _parent_labels(subject, outlines, _PARENT_SIZE * millimetre)
    return [_text(label) for label in placed([*ranks, *names], outlines)]


def _rank_labels(subject: Subject, outlines: Outlines, size: float, say: Voice) -> List[Label]:
    ranks = subject.result.rank
    found: List[Label] = []
    for area in subject.order[: 2 * MOST_RANK]:
        middle = centre(outlines.rings[area])
        if UNRANKED < ranks[area] <= MOST_RANK and middle is not None:
            found.append(Label((rank_text(subject, area, say),), middle[0], middle[1], size, "rank"))
    return found


def _parent_labels(subject: Subject, outlines: Outlines, size: float) -> List[Label]:
    """The parents' names, the largest first."""
    found = []
    for number, areas in enumerate(subject.areas_of_parent):
        middle = centre_of_many(outlines.rings[area] for area in areas)
        if middle is None:
            continue
        label = Label(in_lines(subject.job.parents.names[number]), middle[0], middle[1], size, "parent")
        if label.width <= _MOST_SPREAD * math.sqrt(middle[2]):
            found.append((middle[2], label))
    found.sort(key=lambda sized: (-sized[0], sized[1].lines))
    return [label for _, label in found]


def _text(label: Label) -> Markup:
    """A label with a halo, its lines one below the other around its place."""
    step = label.size * LINE_HEIGHT
    first = label.y + label.size * 0.35 - step * (len(label.lines) - 1) / 2
    lines = [
        element("tspan", text, x=label.x, y=first + number * step) for number, text in enumerate(label.lines)
    ]
    return element(
        "text",
        *lines,
        font_size=label.size,
        text_anchor="middle",
        fill=INK,
        stroke=PAPER,
        stroke_width=label.size * 0.22,
        stroke_linejoin="round",
        font_weight="700" if label.kind == "rank" else None,
        data_label=label.kind,
    )
