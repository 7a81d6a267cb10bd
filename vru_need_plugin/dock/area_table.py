# SPDX-License-Identifier: GPL-2.0-or-later
"""One area on every measure: where it stands, its value, the cut-off, and how far it is from it."""

from __future__ import annotations

from enum import Enum
from typing import Callable, List, Sequence

from qgis.PyQt.QtGui import QPalette

from ..scenario.document import Measure
from ..scoring.explain import MeasureStanding
from ..translation import tr
from . import look
from .markup import LEFT, RIGHT, cell, coloured, escaped, figures, sign, table

TIGHT_STRIP, NARROW_STRIP, WIDE_STRIP = 56, 78, 150
"""How wide the strips are, in pixels."""


class Room(Enum):
    """How much width there is for the table."""

    WIDE = "wide"
    """One line a measure."""
    NARROW = "narrow"
    """Two lines a measure."""
    TIGHT = "tight"
    """Two lines, in small print."""


Picture = Callable[[MeasureStanding, int], str]
"""The HTML of a strip for a standing and a width."""


def area_table(
    measures: Sequence[Measure],
    standings: Sequence[MeasureStanding],
    badge: str,
    palette: QPalette,
    picture: Picture,
    room: Room,
) -> str:
    """The table as HTML.

    Parameters
    ----------
    measures, standings
        The measures in use, and the area on each.
    badge
        What marks a measure known at the parent's level only.
    picture
        Makes the strips.
    """
    rows = [_headings(palette, room)]
    for one in sorted(standings, key=_needier_first):
        title = _title(measures[one.number], one, badge)
        told = [cell(_printed(escaped(text), room), RIGHT) for text in figures(one)]
        if room is Room.WIDE:
            rows.append(cell(title) + cell(picture(one, WIDE_STRIP)) + "".join(told))
        else:
            rows.append(cell(title, span=5))
            width = NARROW_STRIP if room is Room.NARROW else TIGHT_STRIP
            rows.append(cell(picture(one, width)) + "".join(told))
    return table(rows)


def _printed(content: str, room: Room) -> str:
    return f"<small>{content}</small>" if room is Room.TIGHT else content


def _headings(palette: QPalette, room: Room) -> str:
    quiet = look.secondary(palette)
    # Where it is tight the first column is as wide as the strips, and the titles speak for themselves.
    first = {Room.WIDE: [tr("Measure"), tr("Position")], Room.NARROW: [tr("Measure")], Room.TIGHT: [""]}[room]
    figures_ = [tr("Value"), tr("Cut-off"), tr("Distance"), tr("Percentile")]
    cells: List[str] = [cell(_printed(coloured(escaped(text), quiet), room), LEFT) for text in first]
    cells += [cell(_printed(coloured(escaped(text), quiet), room), RIGHT) for text in figures_]
    return "".join(cells)


def _title(measure: Measure, one: MeasureStanding, badge: str) -> str:
    title = sign(one) + escaped(measure.title)
    if one.above:
        title = f"<b>{title}</b>"
    mark = f" {coloured(escaped(f'({badge})'), look.ACCENT)}" if one.parent_level else ""
    return title + mark


def _needier_first(one: MeasureStanding) -> tuple[int, int, int]:
    """Above, then just below, then the others, then those without data."""
    state = 0 if one.above else 1 if one.near else 2 if one.value is not None else 3
    return state, -(one.percentile or 0), one.number
