# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables, lists of facts and headings as the sections write them."""

from __future__ import annotations

from typing import FrozenSet, Iterable, Optional, Sequence, Tuple

from .markup import Content, Markup, element


def section(name: str, heading: Content, *content: Content) -> Markup:
    """A part of the report under a heading, with an anchor."""
    return element("section", element("h2", heading), *content, id=name, class_="part")


def table(
    headings: Sequence[Content],
    rows: Iterable[Sequence[Content]],
    *,
    caption: Content = None,
    class_: Optional[str] = None,
    numbers: Iterable[int] = (),
) -> Markup:
    """A table whose heading is repeated on every printed page.

    Parameters
    ----------
    headings
        One a column.
    rows
        The cells, each row as long as the headings; the first cell is the row's heading.
    caption
        What the table shows.
    numbers
        The columns that hold numbers.
    """
    right = frozenset(numbers)
    body = [_row(cells, right) for cells in rows]
    return element(
        "table",
        element("caption", caption) if caption is not None else None,
        element("thead", element("tr", *(_heading(text, at in right) for at, text in enumerate(headings)))),
        element("tbody", *body),
        class_=class_,
    )


def _heading(text: Content, number: bool) -> Markup:
    return element("th", text, scope="col", class_="number" if number else None)


def _row(cells: Sequence[Content], right: FrozenSet[int]) -> Markup:
    first, *others = cells
    return element(
        "tr",
        element("th", first, scope="row", class_="number" if 0 in right else None),
        *(element("td", cell, class_="number" if at in right else None) for at, cell in enumerate(others, 1)),
    )


def facts(pairs: Iterable[Tuple[Content, Content]], class_: str = "facts") -> Markup:
    """Terms and what they are; those without content are left out."""
    told = [element("div", element("dt", term), element("dd", content)) for term, content in pairs if content]
    return element("dl", *told, class_=class_) if told else Markup("")


def bullets(items: Iterable[Content], class_: Optional[str] = None) -> Markup:
    """A list; nothing where it has no items."""
    told = [element("li", item) for item in items if item]
    return element("ul", *told, class_=class_) if told else Markup("")


def paragraph(*content: Content, class_: Optional[str] = None) -> Markup:
    """A paragraph."""
    return element("p", *content, class_=class_)
