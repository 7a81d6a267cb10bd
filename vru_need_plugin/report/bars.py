# SPDX-License-Identifier: GPL-2.0-or-later
"""Stacked bars over a scale, as the pictures of scores and of measures draw them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Sequence, Tuple

from .colours import LINE, QUIET
from .markup import Content, Markup, element
from .svg import label, line, ticks
from .voice import Voice

_GAP = 0.12
_Y_TICKS = 4


@dataclass(frozen=True)
class Part:
    """A part of a stacked bar: how many, in which colour, and what they are (for programs)."""

    count: int
    fill: str
    state: str


@dataclass(frozen=True)
class Plot:
    """Where bars stand: a picture's size, the margins around the bars, and the highest bar."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    highest: int

    @property
    def floor(self) -> float:
        """Where bars stand on."""
        return self.height - self.bottom

    @property
    def span(self) -> float:
        """How much room there is from left to right."""
        return self.width - self.left - self.right

    def y(self, count: float) -> float:
        """How high up a count is."""
        return self.floor - (self.floor - self.top) * count / max(1, self.highest)

    def slot(self, place: float, slots: float) -> float:
        """Where the slot of this number begins, of so many."""
        return self.left + self.span * place / slots

    def bar(self, place: int, slots: int, parts: Sequence[Part], title: str) -> Markup:
        """The parts of one bar, from the floor up, with words for who points at it."""
        begin, end = self.slot(place, slots), self.slot(place + 1, slots)
        gap = (end - begin) * _GAP / 2
        drawn: List[Markup] = []
        below = 0
        for part in parts:
            if part.count == 0:
                continue
            top = self.y(below + part.count)
            drawn.append(
                element(
                    "rect",
                    x=begin + gap,
                    y=top,
                    width=end - begin - 2 * gap,
                    height=self.y(below) - top,
                    fill=part.fill,
                    stroke=QUIET,
                    stroke_width=0.35,
                    data_state=part.state,
                    data_count=part.count,
                )
            )
            below += part.count
        return element("g", element("title", title), *drawn) if drawn else Markup("")

    def scale(self, say: Voice) -> Content:
        """Light lines for counts, with their numbers, and the floor."""
        whole = [tick for tick in ticks(0, self.highest, _Y_TICKS) if tick == int(tick)]
        marks: List[Tuple[Markup, Markup]] = [
            (
                line(self.left, self.y(tick), self.width - self.right, self.y(tick), LINE, 0.6),
                label(self.left - 5, self.y(tick) + 3.5, say.whole(int(tick)), 10, "end", fill=QUIET),
            )
            for tick in whole
            if tick > 0
        ]
        return [*marks, line(self.left, self.floor, self.width - self.right, self.floor, QUIET, 0.8)]
