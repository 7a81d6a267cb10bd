# SPDX-License-Identifier: GPL-2.0-or-later
"""The page's pictures in the SVG that Qt draws, which is less than a browser's.

Qt's SVG knows no patterns, no place of a ``tspan`` and no order of painting; hatching and labels on
halos are told apart from the rest and drawn by `drawing`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import Dict, List, Tuple

from .tree import Node

_NAMES = {"viewbox": "viewBox"}
"""Attributes that SVG spells with capitals, and HTML's reader does not."""

_LEFT_OUT = frozenset({"title", "desc", "defs"})


@dataclass(frozen=True)
class Hatched:
    """A shape that is to be hatched.

    Attributes
    ----------
    path
        SVG path data, of our own making: M, l, z and, of a rectangle, H, V.
    shift
        Where its coordinates begin in the picture.
    """

    path: str
    shift: Tuple[float, float]


@dataclass(frozen=True)
class Label:
    """A line of text on a halo.

    Attributes
    ----------
    text, x, y
        The words and where they stand: the middle of their base line.
    size, is_bold
        Of the letters.
    colour, halo, halo_width
        Of the letters and of what is around them.
    """

    text: str
    x: float
    y: float
    size: float
    is_bold: bool
    colour: str
    halo: str
    halo_width: float


@dataclass(frozen=True)
class Picture:
    """A picture of the page.

    Attributes
    ----------
    kind
        Its class: chart, map, swatch, share.
    width, height
        Of its coordinates.
    svg
        The picture without hatching and labels on halos.
    hatched
        What is hatched, below all else.
    labels
        What stands on a halo, above all else.
    """

    kind: str
    width: float
    height: float
    svg: bytes
    hatched: Tuple[Hatched, ...]
    labels: Tuple[Label, ...]


def picture(node: Node, font: str) -> Picture:
    """A picture of the page as Qt can draw it, its letters in this font."""
    _, _, width, height = map(float, node.attributes["viewbox"].split())
    apart = _Apart()
    inner = "".join(_drawn(child, apart, (0.0, 0.0)) for child in node.elements())
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}">'
        f'<g font-family="{escape(font)}">{inner}</g></svg>'
    )
    kinds = [kind for kind in ("wide", "chart", "map", "swatch", "share") if kind in node.classes]
    return Picture(kinds[0], width, height, svg.encode("utf-8"), tuple(apart.hatched), tuple(apart.labels))


@dataclass
class _Apart:
    """What is drawn apart from the SVG."""

    hatched: List[Hatched] = field(default_factory=list)
    labels: List[Label] = field(default_factory=list)


def _drawn(node: Node, apart: _Apart, shift: Tuple[float, float]) -> str:
    """An element and all in it, as SVG."""
    if node.tag in _LEFT_OUT:
        return ""
    if node.tag == "text":
        return _text(node, apart, shift)
    attributes = dict(node.attributes)
    shift = _shifted(attributes, shift)
    if attributes.get("fill", "").startswith("url("):
        attributes["fill"] = "none"
        apart.hatched += [Hatched(path, shift) for path in _outlines(node)]
    inner = "".join(_drawn(child, apart, shift) for child in node.elements())
    return f"<{node.tag}{_told(attributes)}>{inner}</{node.tag}>"


def _shifted(attributes: Dict[str, str], shift: Tuple[float, float]) -> Tuple[float, float]:
    """Where coordinates within an element begin; our pictures know no other transformation."""
    transform = attributes.get("transform", "")
    if not transform.startswith("translate("):
        return shift
    x, y = map(float, transform[len("translate(") : -1].split())
    return shift[0] + x, shift[1] + y


def _outlines(node: Node) -> List[str]:
    """The outlines of a shape, or of all shapes of a group."""
    if node.tag == "rect":
        x, y, width, height = (float(node.attributes.get(name, 0)) for name in ("x", "y", "width", "height"))
        return [f"M{x:g} {y:g}l{width:g} 0 0 {height:g} {-width:g} 0z"]
    own = [node.attributes["d"]] if node.tag == "path" else []
    return own + [path for child in node.elements() for path in _outlines(child)]


def _text(node: Node, apart: _Apart, shift: Tuple[float, float]) -> str:
    """A text; nothing of one on a halo, which is drawn apart."""
    attributes = node.attributes
    if "data-label" not in attributes:
        return f"<text{_told(attributes)}>{escape(node.text())}</text>"
    for line in [child for child in node.elements() if child.tag == "tspan"] or [node]:
        apart.labels.append(
            Label(
                line.text(),
                float(line.attributes["x"]) + shift[0],
                float(line.attributes["y"]) + shift[1],
                float(attributes["font-size"]),
                "font-weight" in attributes,
                attributes["fill"],
                attributes["stroke"],
                float(attributes["stroke-width"]),
            )
        )
    return ""


def _told(attributes: Dict[str, str]) -> str:
    return "".join(
        f' {_NAMES.get(name, name)}="{escape(value)}"'
        for name, value in attributes.items()
        if not name.startswith(("data-", "aria-")) and name not in ("class", "id", "role", "focusable")
    )
