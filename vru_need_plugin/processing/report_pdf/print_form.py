# SPDX-License-Identifier: GPL-2.0-or-later
"""The page in the part of HTML that Qt's rich text knows: tables for grids, images for pictures."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from html import escape
from typing import Callable, Dict, List, Sequence, Tuple

from .pictures import Picture, picture
from .tree import Node

_COLUMNS = 3
"""Of lists that run in columns."""

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "PDF", "PDI"})
_ISOLATE, _END = "\u2068", "\u2069"

_SAME = frozenset(
    {"h1", "h3", "h4", "h5", "p", "ul", "ol", "li", "thead", "tbody", "tr", "b", "strong", "pre"}
)
"""What Qt's rich text knows as the page has it."""

# Millimetres.
_CHART, _WIDE, _MAP_HEIGHT, _SWATCH, _SHARE = 84.0, 178.0, 138.0, 2.4, 30.0

_TERM, _TERM_IN_COLUMN = "14%", "27%"
"""How wide what facts are called stands before them."""

_MANY_COLUMNS = 10
"""A table with more has narrow columns of numbers, so that words have room."""

_PIXELS = 96 / 25.4
"""Of rich text, to a millimetre."""


@dataclass(frozen=True)
class Part:
    """A part of the page that is printed on sheets of one shape.

    Attributes
    ----------
    html
        Rich text; pictures are images named ``picture:0``, ``picture:1`` ...
    is_landscape
        Whether the sheets lie on their side.
    """

    html: str
    is_landscape: bool


@dataclass(frozen=True)
class PrintForm:
    """The page as it is printed.

    Attributes
    ----------
    title, author
        As the page names them.
    parts
        In order.
    pictures
        All pictures, in order.
    """

    title: str
    parts: Tuple[Part, ...]
    pictures: Tuple[Picture, ...]


def print_form(root: Node, font: str) -> PrintForm:
    """The print form of a page.

    Parameters
    ----------
    root
        The page's tree.
    font
        For the letters of pictures.
    """
    form = _Form(font)
    form.add(next(root.all("main")))
    title = next(root.all("title")).text()
    return PrintForm(title, tuple(form.parts()), tuple(form.pictures))


class _Form:
    """Writes elements one after the other; begins a new part where the sheets turn."""

    def __init__(self, font: str) -> None:
        self._font = font
        self._number = 0
        self._term = _TERM
        self._written: List[str] = []
        self._parts: List[Part] = []
        self.pictures: List[Picture] = []
        self._by_tag: Dict[str, Callable[[Node], str]] = {
            "svg": self._picture,
            "dl": self._facts,
            "table": self._table,
            "h2": self._heading,
            "bdi": lambda node: _apart(self._inner(node)),
            "code": lambda node: f'<span class="code">{self._inner(node)}</span>',
            "small": lambda node: f'<span class="small">{self._inner(node)}</span>',
            "nav": lambda node: "",
            "br": lambda node: "<br/>",
            "figure": lambda node: f"<p>{self._inner(node)}",
            "figcaption": lambda node: f'</p><p class="note">{self._inner(node)}</p>',
            "ul": self._list,
        }

    def parts(self) -> List[Part]:
        self._end_part(is_landscape=False)
        return self._parts

    def add(self, node: Node) -> None:
        """Write an element at the top of the page, and all in it."""
        for child in node.elements():
            if "landscape" in child.classes:
                self._end_part(is_landscape=False)
                self._written.append(self._inner(child))
                self._end_part(is_landscape=True)
            elif child.tag in ("section", "div", "header", "article") and "columns" not in child.classes:
                self.add(child)
            else:
                self._written.append(self._html(child))

    def _end_part(self, *, is_landscape: bool) -> None:
        html = "".join(self._written)
        self._written = []
        if html:
            self._parts.append(Part(html, is_landscape))

    def _html(self, node: Node) -> str:
        write = self._by_tag.get(node.tag)
        if write is not None:
            return write(node)
        if node.is_("div", "columns"):
            self._term = _TERM_IN_COLUMN
            cells = "".join(f'<td width="50%">{self._html(child)}</td>' for child in node.elements())
            self._term = _TERM
            return f'<table class="columns" width="100%"><tr>{cells}</tr></table>'
        if node.tag == "aside":
            return f'<table class="statement" width="100%"><tr><td>{self._inner(node)}</td></tr></table>'
        if node.tag in _SAME:
            return f"<{node.tag}{_class(node)}>{self._inner(node)}</{node.tag}>"
        if node.tag == "span" and node.classes:
            after = "&nbsp;&nbsp; " if "key" in node.classes else ""
            return f"<span{_class(node)}>{self._inner(node)}</span>{after}"
        return self._inner(node)

    def _inner(self, node: Node) -> str:
        return "".join(
            escape(child) if isinstance(child, str) else self._html(child) for child in node.children
        )

    def _heading(self, node: Node) -> str:
        """A part's heading with its number, on a new page but for the first."""
        self._number += 1
        new_page = ' style="page-break-before: always"' if self._number > 1 and self._written else ""
        return f"<h2{new_page}>{self._number}. {self._inner(node)}</h2>"

    def _picture(self, node: Node) -> str:
        found = picture(node, self._font)
        self.pictures.append(found)
        width, height = (round(length * _PIXELS, 1) for length in millimetres(found))
        after = "&nbsp;" if found.kind == "swatch" else ""
        return f'<img src="picture:{len(self.pictures) - 1}" width="{width}" height="{height}"/>{after}'

    def _facts(self, node: Node) -> str:
        rows = []
        for pair in node.elements():
            term, fact = pair.elements()
            called = f'<td class="term" width="{self._term}">{self._inner(term)}</td>'
            rows.append(f"<tr>{called}<td>{self._inner(fact)}</td></tr>")
        return f'<table class="facts" width="100%">{"".join(rows)}</table>'

    def _table(self, node: Node) -> str:
        caption = "".join(f'<p class="note">{self._inner(child)}</p>' for child in node.all("caption"))
        is_narrow = len(next(node.all("tr")).elements()) > _MANY_COLUMNS
        rows = "".join(
            f"<{group.tag}>{''.join(self._row(row, is_narrow) for row in group.elements())}</{group.tag}>"
            for group in node.elements()
            if group.tag in ("thead", "tbody")
        )
        kind = "full" if "full" in node.classes else "data"
        return f'<table class="{kind}" width="100%">{rows}</table>{caption}'

    def _row(self, row: Node, is_narrow: bool) -> str:
        cells = []
        for cell in row.elements():
            is_number = "number" in cell.classes
            align = ' align="right"' if is_number else ' align="left"'
            is_heading = cell.attributes.get("scope") == "col"
            width = ' width="6%"' if is_narrow and is_number and is_heading else ""
            inner = self._inner(cell)
            if is_number and not is_heading:
                inner = _unbroken(inner)
            cells.append(f"<{cell.tag}{align}{width}>{inner}</{cell.tag}>")
        return f"<tr>{''.join(cells)}</tr>"

    def _list(self, node: Node) -> str:
        items = [item for item in node.elements() if item.tag == "li"]
        if "ranked" in node.classes:
            return _in_columns([self._ranked(item) for item in items], 3)
        if "keys" in node.classes:
            return _in_columns([f"<td>{self._inner(item)}</td>" for item in items], 1)
        if "plain" in node.classes:
            return "".join(f'<p class="item">{self._inner(item)}</p>' for item in items)
        return f"<{node.tag}>{self._inner(node)}</{node.tag}>"

    def _ranked(self, item: Node) -> str:
        rank, name, score = item.elements()
        return (
            f'<td class="rank" align="right" width="5%">{self._inner(rank)}</td>'
            f'<td width="20%">{_apart(self._inner(name))}</td>'
            f'<td class="score" align="right" width="8%">{_unbroken(self._inner(score))}</td>'
        )


def _unbroken(html: str) -> str:
    """A short text that stays on one line; markup is left as it is."""
    return html if "<" in html else html.replace(" ", "&nbsp;")


def _in_columns(items: Sequence[str], cells: int) -> str:
    """A table that is read down each column, as the list is on the screen."""
    rows = -(-len(items) // _COLUMNS)
    empty = "<td></td>" * cells
    padded = [*items, *[empty] * (rows * _COLUMNS - len(items))]
    written = ("".join(padded[row::rows]) for row in range(rows))
    return f'<table class="list" width="100%">{"".join(f"<tr>{row}</tr>" for row in written)}</table>'


def _class(node: Node) -> str:
    return f' class="{escape(node.classes[0])}"' if node.classes else ""


def _apart(html: str) -> str:
    """The user's own words, kept apart from ours where they run from right to left."""
    if any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in html):
        return f"{_ISOLATE}{html}{_END}"
    return html


def millimetres(found: Picture) -> Tuple[float, float]:
    """How large a picture is printed: width and height."""
    ratio = found.height / found.width
    width = {"swatch": _SWATCH, "share": _SHARE, "chart": _CHART}.get(found.kind, _WIDE)
    if found.kind == "map" and width * ratio > _MAP_HEIGHT:
        width = _MAP_HEIGHT / ratio
    return width, width * ratio
