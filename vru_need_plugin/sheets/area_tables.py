# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of areas that a template keeps a place for: the ranking, and the list of a parent's areas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Tuple

import numpy as np
from qgis.core import QgsLayoutFrame, QgsLayoutItemAttributeTable, QgsPrintLayout, QgsTextFormat

from ..core.messages import mark
from ..report.voice import Plain
from . import items
from .context import Context, set_text, text_of
from .fit import LEAST
from .fonts import MILLIMETRES
from .more_pages import add_frame, continue_rows, paper_of, tighten
from .order import Labels
from .ranking import Column, Shown, fill_ranking, list_columns, ranking_columns, shown
from .row_heights import frames_needed, heading_height, row_heights

_LINE = 1.37
_HEADING_LINES = 2
_NARROW = 40
"""Sizes of letters: a table that has less width goes without its last column."""


@dataclass(frozen=True)
class Listed:
    """Which areas a sheet lists: an expression for it, the same that their numbers on the map follow."""

    test: str
    is_list: bool


def fill_area_tables(layout: QgsPrintLayout, context: Context) -> Listed:
    """Fill the rankings and lists; what the map is to number."""
    listed = Listed("true", False)
    for table, frame in items.tables(layout, items.RANKING, QgsLayoutItemAttributeTable):
        listed = _fill_ranking(layout, context, table, frame)
    for table, frame in items.tables(layout, items.LIST, QgsLayoutItemAttributeTable):
        listed = _fill_list(layout, context, table, frame)
    return listed


def _fill_ranking(
    layout: QgsPrintLayout, context: Context, table: QgsLayoutItemAttributeTable, frame: QgsLayoutFrame
) -> Listed:
    words, of_parents = context.expressions, context.is_of_parents
    found, room = _most_ranks(context, table, frame)
    test = f"{words.field('prank' if of_parents else 'rank')} <= {found.last_rank}"
    if found.last_rank == 0:
        # So many share the first rank that they cannot all be listed: as many as there is room for.
        test = f"{words.field('rank')} IS NOT NULL"
    if of_parents:
        test = f"{context.inside} AND {test}"
    columns = ranking_columns(
        words,
        context.places,
        of_parent=of_parents,
        numbered=context.order.labels is Labels.NUMBERS,
        narrow=frame.rect().width() / (table.contentTextFormat().size() * MILLIMETRES) < _NARROW,
    )
    most = room if found.last_rank == 0 else 0
    fill_ranking(table, words, columns, frame.rect().width(), test, most)
    set_text(layout, "ranking_heading", _heading(context, found))
    set_text(layout, "ranking_note", _note(context, found))
    _continue(layout, context, table, columns, test)
    return Listed(test, False)


def _fill_list(
    layout: QgsPrintLayout, context: Context, table: QgsLayoutItemAttributeTable, frame: QgsLayoutFrame
) -> Listed:
    say, test = context.say, context.inside or "true"
    columns = list_columns(context.expressions, context.places)
    fill_ranking(table, context.expressions, columns, frame.rect().width(), test)
    heading = mark("All {areas} of {place}, in the order of need")
    set_text(
        layout, "ranking_heading", say.text(heading, areas=context.places.areas, place=Plain(context.place))
    )
    set_text(layout, "ranking_note", say.text(mark("= marks a rank that is shared.")))
    _continue(layout, context, table, columns, test)
    return Listed(test, True)


def _continue(
    layout: QgsPrintLayout,
    context: Context,
    table: QgsLayoutItemAttributeTable,
    columns: List[Column],
    test: str,
) -> None:
    """Give every row its place, on whichever page of an atlas."""
    heading = text_of("ranking_heading")
    if not context.order.atlas:
        continue_rows(layout, table, heading)
        return
    if _frames(layout, context, table, columns) > 1:
        tighten(table)
        fill_ranking(table, context.expressions, columns, table.frame(0).rect().width(), test)
    for _ in range(_frames(layout, context, table, columns) - 1):
        add_frame(layout, table, heading, now_and_then=True)


def _frames(
    layout: QgsPrintLayout, context: Context, table: QgsLayoutItemAttributeTable, columns: List[Column]
) -> int:
    """How many frames the longest list of an atlas's pages fills."""
    subject, width = context.subject, table.frame(0).rect().width()
    heights = row_heights(layout, table, context.expressions, columns, width)
    heading = heading_height(table, columns, width)
    first, further = table.frame(0).rect().height(), paper_of(layout).body.height()
    codes = subject.job.areas.codes
    return max(
        frames_needed(
            [heights.get(str(codes[area]), 0.0) for area in subject.areas_of_parent[parent]],
            heading,
            first,
            further,
        )
        for parent in context.pages
    )


def _most_ranks(
    context: Context, table: QgsLayoutItemAttributeTable, frame: QgsLayoutFrame
) -> Tuple[Shown, int]:
    """The ranks that there is room for, and how many rows; in smaller letters where that lists more."""
    pages = context.pages if context.is_of_parents else None
    best, best_size, best_room = Shown(0, 0), 0.0, 1
    size = table.contentTextFormat().size()
    for tried in (size, size * 0.94, size * 0.88):
        if tried < min(size, LEAST):
            break
        room = _rows(table, frame, tried)
        found = shown(context.subject, context.order.top or room, pages)
        if not best_size or found.count > best.count:
            best, best_size, best_room = found, tried, room
    if best_size < size:
        _set_size(table, best_size)
    return best, best_room


def _set_size(table: QgsLayoutItemAttributeTable, size: float) -> None:
    for read, write in (
        (table.contentTextFormat, table.setContentTextFormat),
        (table.headerTextFormat, table.setHeaderTextFormat),
    ):
        letters = QgsTextFormat(read())
        letters.setSize(size)
        write(letters)


def _rows(table: QgsLayoutItemAttributeTable, frame: QgsLayoutFrame, size: float) -> int:
    """How many rows of one line there is room for below the heading, in letters of a size in points."""
    letters = size * MILLIMETRES * _LINE
    row = letters + 2 * table.cellMargin() + table.gridStrokeWidth()
    heading = _HEADING_LINES * letters + 2 * table.cellMargin() + 2 * table.gridStrokeWidth()
    return max(1, int((frame.rect().height() - heading) / row))


def _heading(context: Context, found: Shown) -> str:
    say, last = context.say, found.last_rank
    if last == 0:
        if context.is_of_parents:
            return say.text(mark("Greatest need in {place}"), place=Plain(context.place))
        return say.text(mark("Greatest need: joint rank 1"))
    if context.is_of_parents:
        return say.text(
            mark("Greatest need in {place}: ranks 1 to {last}"), place=Plain(context.place), last=last
        )
    return say.text(mark("Greatest need: ranks 1 to {last}"), last=last)


def _note(context: Context, found: Shown) -> str:
    """How many that is, and how many share the first rank that is not listed."""
    say, ranks = context.say, context.subject.result.rank
    shared = say.text(mark("= marks a rank that is shared."))
    if context.is_of_parents:
        return shared
    after = ranks[ranks > found.last_rank]
    told = say.text(
        mark("{count} of {all} {areas} with a score."),
        count=found.count,
        all=context.subject.scored,
        areas=context.places.areas,
    )
    level = int(np.count_nonzero(ranks == after.min())) if len(after) else 0
    if found.last_rank == 0:
        told = say.text(mark("{count} share rank 1; the first of them by name are listed."), count=level)
    elif level > 1:
        more = say.text(
            mark("The next {count} share rank {rank} and are not listed."), count=level, rank=int(after.min())
        )
        told = f"{told} {more}"
    return f"{told} {shared}"
