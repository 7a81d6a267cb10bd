# SPDX-License-Identifier: GPL-2.0-or-later
"""Texts that had to be cut, printed in full on further pages."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Dict, List, Mapping, Sequence

from qgis.core import QgsLayoutObject, QgsPrintLayout, QgsProperty
from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QFont

from .context import PREFIX, set_text, text_of
from .fit import LeftOver
from .fonts import height, line_height, wrapped
from .items import CONTINUED
from .more_pages import MOST_PAGES, add_page, letters, paper_of, text_label
from .words import TOO_LONG

_SIZE = 9.0
_HEADING, _BELOW, _GAP = 6.0, 2.0, 8.0
"""Millimetres: of a heading, what a text has to spare, and between it and the next heading."""


def print_left_over(
    layout: QgsPrintLayout, left: Sequence[LeftOver], head: str, headings: Mapping[str, str]
) -> None:
    """Print texts in full that had to be cut, each under its heading, over as many pages as it takes.

    Parameters
    ----------
    head
        What stands at the head of these pages, an expression.
    headings
        By the names of variables.
    """
    found = _each_once(left)
    always = [one for one in found if one.is_cut is None]
    now_and_then = [one for one in found if one.is_cut is not None]
    _Pages(layout, head, headings).print(always)
    # Those of an atlas's pages that are cut on some of them only: the others do without the page.
    test = " OR ".join(str(one.is_cut) for one in now_and_then)
    _Pages(layout, f"{head} || '  ·  ' || @atlas_pagename", headings, test).print(now_and_then)


def _each_once(left: Sequence[LeftOver]) -> List[LeftOver]:
    """A title stands on several pages, and may be cut on each."""
    found: Dict[str, LeftOver] = {}
    for one in left:
        known = found.setdefault(one.variable, one)
        tests = dict.fromkeys(test for test in (known.is_cut, one.is_cut) if test)
        found[one.variable] = replace(
            known,
            texts=tuple(dict.fromkeys((*known.texts, *one.texts))),
            is_cut=" OR ".join(tests) or None,
        )
    return list(found.values())


class _Pages:
    """Further pages, one after the other, that texts are written on."""

    def __init__(
        self, layout: QgsPrintLayout, head: str, headings: Mapping[str, str], test: str = ""
    ) -> None:
        self._layout, self._head, self._headings, self._test = layout, head, headings, test
        self._body, self._font = paper_of(layout).body, letters(_SIZE)
        self._top = self._body.bottom()
        self._page = -1

    def print(self, texts: Sequence[LeftOver]) -> None:
        for one in texts:
            high = max(height(text, self._font, self._body.width()) for text in one.texts) + _BELOW
            if self._top + _HEADING + high > self._body.bottom() and self._top > self._body.y():
                self._turn()
            self._print(one)

    def _turn(self) -> None:
        self._page, self._top = add_page(self._layout, self._head), self._body.y()
        if self._test:
            page = self._layout.pageCollection().page(self._page)
            page.dataDefinedProperties().setProperty(
                QgsLayoutObject.DataDefinedProperty.ExcludeFromExports,
                QgsProperty.fromExpression(f"NOT ({self._test})"),
            )

    def _print(self, one: LeftOver) -> None:
        room = self._body.height() - _HEADING - _BELOW
        told = {text: in_parts(text, self._font, self._body.width(), room) for text in one.texts}
        parts = max(map(len, told.values()))
        for at in range(min(parts, MOST_PAGES)):
            if at:
                self._turn()
            shown = {text: pieces[at] if at < len(pieces) else "" for text, pieces in told.items()}
            if at + 1 == MOST_PAGES < parts:
                ending = self._headings[PREFIX + TOO_LONG]
                shown = {text: f"{piece[: -len(ending)]}{ending}" for text, piece in shown.items()}
            self._write(one, shown, at, one.expression if parts == 1 else self._part(one, shown))

    def _part(self, one: LeftOver, shown: Mapping[str, str]) -> str:
        """An expression for a part of a text, kept as a variable of its own."""
        name = f"{one.variable[len(PREFIX) :]}_on_{self._page + 1}"
        if one.is_cut is None:
            set_text(self._layout, name, *shown.values())
            return text_of(name)
        set_text(self._layout, name, json.dumps(shown, ensure_ascii=False))
        return f"map_get(json_to_map({text_of(name)}), {one.expression})"

    def _write(self, one: LeftOver, shown: Mapping[str, str], at: int, expression: str) -> None:
        heading = self._headings.get(one.variable, "")
        if at:
            heading += f" ([% {text_of('continued')} %])"
        where = QRectF(self._body.x(), self._top, self._body.width(), _HEADING)
        text_label(self._layout, CONTINUED, heading, where, self._page, size=_SIZE, bold=True)
        high = max(height(piece, self._font, self._body.width()) for piece in shown.values()) + _BELOW
        where = QRectF(self._body.x(), self._top + _HEADING, self._body.width(), high)
        text_label(self._layout, CONTINUED, f"[% {expression} %]", where, self._page, size=_SIZE)
        self._top += _HEADING + high + _GAP


def in_parts(text: str, font: QFont, width: float, room: float) -> List[str]:
    """A text in parts of whole lines that each have room, in millimetres."""
    most = max(1, int(room / line_height(font)))
    parts, start, end = [], 0, 0
    for number, line in enumerate(wrapped(text, font, width), start=1):
        end = text.index(line, end) + len(line)  # the blank that a line was broken at is in neither
        if number % most == 0:
            parts.append(text[start:end].strip())
            start = end
    rest = text[start:].strip()
    return [*parts, rest] if rest or not parts else parts
