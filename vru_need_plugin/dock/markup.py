# SPDX-License-Identifier: GPL-2.0-or-later
"""HTML of the explanation: small helpers that escape what is not ours."""

from __future__ import annotations

import html
from typing import Sequence, Tuple

from qgis.PyQt.QtGui import QColor

from ..scoring.explain import MeasureStanding
from ..translation import tr
from .numbers import difference, figure

LEFT, RIGHT = "left", "right"


def escaped(text: str) -> str:
    """A plain text inside HTML."""
    return html.escape(text)


def coloured(content: str, colour: QColor) -> str:
    """HTML in a colour."""
    return f'<span style="color:{colour.name()}">{content}</span>'


def link(target: str, words: str) -> str:
    """A link that the dock itself follows."""
    return f'<a href="{html.escape(target, quote=True)}">{html.escape(words)}</a>'


def cell(content: str, side: str = LEFT, *, span: int = 1, fill: str = "") -> str:
    """A cell of HTML; figures stand at the right and do not wrap."""
    wrap = "nowrap" if side == RIGHT else "normal"
    background = f' bgcolor="{fill}"' if fill else ""
    return f'<td align="{side}" colspan="{span}"{background} style="white-space:{wrap}">{content}</td>'


def paragraph(content: str) -> str:
    """A paragraph of HTML with little room around it."""
    return f'<p style="margin-top:0; margin-bottom:4px">{content}</p>'


def table(rows: Sequence[str]) -> str:
    """A table as wide as there is room, of rows of cells.

    A little less: of 100 % Qt makes a pixel too many, which asks for a scroll bar.
    """
    lines = "".join(f"<tr>{row}</tr>" for row in rows)
    return f'<table width="99%" cellspacing="0" cellpadding="2">{lines}</table>'


def sign(one: MeasureStanding) -> str:
    """A mark that says without colour that an area is above, or just below, the threshold."""
    return "● " if one.above else "○ " if one.near else ""


def distance(one: MeasureStanding) -> str:
    """How far a value is past its cut-off or short of it, in the measure's own units."""
    if one.beyond is None or one.value is None or one.cutoff is None:
        return ""
    if one.beyond == 0:
        return tr("at it")
    size = difference(one.value, one.cutoff)
    return (tr("{size} past") if one.beyond > 0 else tr("{size} short")).format(size=size)


def figures(one: MeasureStanding) -> Tuple[str, str, str, str]:
    """Value, cut-off, distance and percentile as people read them; empty where there is none."""
    if one.value is None:
        return tr("no data"), "", "", ""
    percentile = "" if one.percentile is None else str(one.percentile)
    return figure(one.value), figure(one.cutoff), distance(one), percentile
