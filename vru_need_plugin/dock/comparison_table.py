# SPDX-License-Identifier: GPL-2.0-or-later
"""Up to four areas side by side, measure by measure."""

from __future__ import annotations

from typing import List, Sequence

from qgis.PyQt.QtGui import QColor, QPalette

from ..core.areas import AreaTable
from ..scenario.document import Measure
from ..scoring.explain import AreaStanding, MeasureStanding
from ..translation import tr
from . import look
from .area_words import rank_text
from .markup import RIGHT, cell, coloured, escaped, figures, link, sign, table
from .numbers import plain

MOST = 4
"""The most areas that are shown side by side."""

_FIRST_WIDE, _FIRST_NARROW = 40, 16  # per cent of the width for what the rows are called


def comparison_table(
    measures: Sequence[Measure],
    standings: Sequence[AreaStanding],
    names: Sequence[str],
    pinned: Sequence[int],
    badge: str,
    palette: QPalette,
    is_wide: bool,
) -> str:
    """The table as HTML: one line a measure where there is room, two where there is not.

    Parameters
    ----------
    measures
        Those in use.
    standings, names
        One an area.
    pinned
        The numbers of the areas that are pinned, the first of them all; the rest is not pinned.
    badge
        What marks a measure known at the parent's level only.
    """
    first = _FIRST_WIDE if is_wide else _FIRST_NARROW
    share = (100 - first) // max(2, len(standings))
    heads = []
    for place, name in enumerate(names):
        off = f" {link(f'unpin:{pinned[place]}', '×')}" if place < len(pinned) else ""
        heads.append(f'<td align="right" width="{share}%"><small>{escaped(name)}{off}</small></td>')
    rows = ["<td></td>" + "".join(heads)]
    rows += [
        _whole(tr("Rank"), [_rank(one) for one in standings], palette),
        _whole(tr("Score"), [_score(one) for one in standings], palette),
        _whole(tr("Above"), [str(one.above) for one in standings], palette),
        _whole(tr("Just below"), [str(one.near) for one in standings], palette),
        _whole(tr("Missing"), [str(one.missing) for one in standings], palette),
    ]
    for number, measure in enumerate(measures):
        rows += _rows(measure, number, standings, badge, palette, is_wide)
    return table(rows)


def areas_named(areas: AreaTable, numbers: Sequence[int]) -> List[str]:
    """The areas' names, with their codes where two have one name."""
    names = [areas.names[number] for number in numbers]
    return [
        f"{name} ({areas.codes[number]})" if names.count(name) > 1 else name
        for name, number in zip(names, numbers)
    ]


def _whole(words: str, texts: Sequence[str], palette: QPalette) -> str:
    quiet = coloured(escaped(words), look.secondary(palette))
    return cell(quiet) + "".join(cell(escaped(text), RIGHT) for text in texts)


def _rows(
    measure: Measure,
    number: int,
    standings: Sequence[AreaStanding],
    badge: str,
    palette: QPalette,
    is_wide: bool,
) -> List[str]:
    """The title and the figures of a measure: beside each other, or below each other."""
    ones = [standing.measures[number] for standing in standings]
    mark = f" {coloured(escaped(f'({badge})'), look.ACCENT)}" if ones[0].parent_level else ""
    title, told = escaped(measure.title) + mark, "".join(_figure(one, palette) for one in ones)
    if is_wide:
        return [cell(title) + told]
    return [cell(title, span=len(ones) + 1), "<td></td>" + told]


def _figure(one: MeasureStanding, palette: QPalette) -> str:
    text = escaped(sign(one) + figures(one)[0])
    return cell(f"<b>{text}</b>" if one.above else text, RIGHT, fill=_fill(one, palette))


def _fill(one: MeasureStanding, palette: QPalette) -> str:
    base: QColor = palette.color(QPalette.ColorRole.Base)
    if one.above:
        return str(look.mixed(base, look.ACCENT, 0.28).name())
    return str(look.mixed(base, look.ACCENT, 0.1).name()) if one.near else ""


def _rank(one: AreaStanding) -> str:
    return "–" if one.rank is None else rank_text(one.rank, one.is_joint)


def _score(one: AreaStanding) -> str:
    return tr("no data") if one.score is None else plain(round(one.score, 3))
