# SPDX-License-Identifier: GPL-2.0-or-later
"""What all pictures have in common: a title and a description, hatching, and round numbers on axes."""

from __future__ import annotations

import math
from typing import List

from ..core.steps import nice_step, plain_decimal
from .colours import INK, NO_DATA, PAPER
from .markup import Content, Markup, element


def picture(
    name: str, title: str, description: str, width: float, height: float, *content: Content, class_: str
) -> Markup:
    """An SVG that says in words what it shows.

    Parameters
    ----------
    name
        Unique in the page; ids are made from it.
    title, description
        Plain text: what it is, and what is to be seen in it.
    width, height
        Of its coordinates; its size on the page is the style's affair.
    """
    return element(
        "svg",
        element("title", title, id=f"{name}-title"),
        element("desc", description, id=f"{name}-desc"),
        *content,
        viewBox=f"0 0 {width:g} {height:g}",
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
        class_=class_,
    )


def hatching(name: str, distance: float) -> Markup:
    """The pattern of what has no data, to be filled with ``url(#name)``."""
    return element(
        "defs",
        element(
            "pattern",
            element("rect", width=distance, height=distance, fill=PAPER),
            element(
                "line", x1=0, y1=0, x2=0, y2=distance, stroke=NO_DATA, stroke_width=round(distance / 3, 2)
            ),
            id=name,
            width=distance,
            height=distance,
            patternUnits="userSpaceOnUse",
            patternTransform="rotate(45)",
        ),
    )


def label(x: float, y: float, text: Content, size: float, anchor: str = "middle", **more: str) -> Markup:
    """A text at a place."""
    more.setdefault("fill", INK)
    return element("text", text, x=float(x), y=float(y), font_size=size, text_anchor=anchor, **more)


def line(x1: float, y1: float, x2: float, y2: float, colour: str, width: float = 1, **more: str) -> Markup:
    """A straight line."""
    return element(
        "line",
        x1=float(x1),
        y1=float(y1),
        x2=float(x2),
        y2=float(y2),
        stroke=colour,
        stroke_width=width,
        **more,
    )


def ticks(low: float, high: float, most: int) -> List[float]:
    """Round numbers from `low` to `high`, at most `most` of them."""
    step = nice_step((high - low) / max(1, most - 1))
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return [plain_decimal(number * step) for number in range(first, last + 1)][:most]
