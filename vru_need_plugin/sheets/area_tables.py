# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of areas that a template keeps a place for: the ranking, and the list of a parent's areas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Sequence, Tuple

from qgis.core import QgsLayoutFrame, QgsLayoutItemAttributeTable, QgsPrintLayout, QgsTextFormat

from ..core.messages import mark
from ..report.voice import Plain
from . import items
from .context import Context, set_text, text_of
from .expression_parts import literal
from .fit import LEAST
from .fonts import MILLIMETRES
from .more_pages import (
    MOST_PAGES,
    add_frame,
    add_frame_in,
    continue_rows,
    continued,
    lacks_room,
    paper_of,
    share_with_room,
    show_where,
    tighten,
)
from .order import Labels
from .ranking import Column, Shown, fill_ranking, list_columns, ranking_columns, shown
from .ranking_words import ranking_heading, ranking_note
from .row_heights import frames_needed, heading_height, row_heights
from .spare_room import spare_room

_LINES = (1.08, 1.22, 1.37)
"""From line to line, in sizes of the letters."""
_HEADING_LINES = 2
_CLOSER = 0.4
"""Of the margin in a cell, what is left of it where that lists more ranks."""
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
    # Versions of QGIS space lines differently. On an atlas's many pages nobody can look: the widest.
    # Taken before QGIS makes the frame as wide as the columns come to.
    width, size, margin = frame.rect().width(), table.contentTextFormat().size(), table.cellMargin()
    for line in _LINES[-1:] if context.order.atlas else _LINES:
        _set_look(table, size, margin)
        listed = _rank(layout, context, table, frame, width, line)
        if context.order.atlas or not lacks_room(table):
            break
    if context.order.atlas:
        return listed
    continue_rows(layout, table, text_of("ranking_heading"), MOST_PAGES)
    rows = len(table.contents())
    while lacks_room(table) and rows > 1:
        # As many whole ranks as these pages hold, and that there are more is said.
        rows = min(rows - 1, int(rows * share_with_room(table)))
        listed = _rank(layout, context, table, frame, width, line, rows)
    return listed


def _rank(
    layout: QgsPrintLayout,
    context: Context,
    table: QgsLayoutItemAttributeTable,
    frame: QgsLayoutFrame,
    width: float,
    line: float,
    most: int = 0,
) -> Listed:
    """Fill a ranking, with as many ranks as there is room for where lines are so far apart.

    Where further pages, too, have no room for all that was asked for, `most` rows are.
    """
    words, of_parents = context.expressions, context.is_of_parents
    found, room = _most_ranks(context, table, frame, line, most)
    test = numbered = f"{words.field('prank' if of_parents else 'rank')} <= {found.last_rank}"
    if found.last_rank == 0:
        # So many share the first rank that they cannot all be listed: as many as there is room for.
        test = f"{words.field('rank')} IS NOT NULL"
        numbered = f"coalesce({words.place} <= {room}, false)"
    if not context.subject.highest > 0:
        test = numbered = "false"
    if of_parents:
        test, numbered = (f"{context.inside} AND {one}" for one in (test, numbered))
    columns = ranking_columns(
        words,
        context.places,
        of_parent=of_parents,
        numbered=context.order.labels is Labels.NUMBERS,
        narrow=width / (table.contentTextFormat().size() * MILLIMETRES) < _NARROW,
    )
    fill_ranking(table, words, columns, width, test, room if found.last_rank == 0 else 0)
    set_text(layout, "ranking_heading", ranking_heading(context, found))
    note = ranking_note(context, found)
    if most:
        more = context.say.text(mark("There is no room for more on {count} pages."), count=MOST_PAGES)
        note = f"{note} {more}"
    set_text(layout, "ranking_note", note)
    return Listed(numbered, False)


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
    rooms = [table.frame(0).rect().height(), paper_of(layout).body.height()]
    if max(_frames(layout, context, table, columns, rooms).values()) > 1:
        tighten(table)
        fill_ranking(table, context.expressions, columns, table.frame(0).rect().width(), test)
    needed, spare = _frames(layout, context, table, columns, rooms), spare_room(layout, table)
    if max(needed.values()) > 1 and spare is not None:
        longer = ", ".join(literal(context.expressions.key_of(at)) for at in needed if needed[at] > 1)
        is_longer = f"{context.expressions.parent_key(None)} IN ({longer})"
        told = f"if({is_longer}, {continued(heading)}, '')"
        show_where(add_frame_in(layout, table, spare, told), is_longer)
        rooms.insert(1, spare.list.height())
        needed = _frames(layout, context, table, columns, rooms)
    for _ in range(max(needed.values()) - len(table.frames())):
        add_frame(layout, table, heading, now_and_then=True)


def _frames(
    layout: QgsPrintLayout,
    context: Context,
    table: QgsLayoutItemAttributeTable,
    columns: List[Column],
    rooms: Sequence[float],
) -> Dict[int, int]:
    """How many frames of these heights the list of each of an atlas's pages fills."""
    subject, width = context.subject, table.frame(0).rect().width()
    heights = row_heights(layout, table, context.expressions, columns, width)
    heading, codes = heading_height(table, columns, width), subject.job.areas.codes
    return {
        parent: frames_needed(
            [heights.get(str(codes[area]), 0.0) for area in subject.areas_of_parent[parent]], heading, rooms
        )
        for parent in context.pages
    }


def _most_ranks(
    context: Context, table: QgsLayoutItemAttributeTable, frame: QgsLayoutFrame, line: float, rows: int = 0
) -> Tuple[Shown, int]:
    """The ranks that there is room for, and how many rows; smaller or closer where that lists more.

    Where `rows` are given there is room for these.
    """
    pages = context.pages if context.is_of_parents else None
    if rows:
        return shown(context.subject, rows, pages), rows
    size, margin = table.contentTextFormat().size(), table.cellMargin()
    best, looks, best_room = Shown(0, 0), (size, margin), 1
    for tried in (size, size * 0.94, size * 0.88):
        if tried < min(size, LEAST):
            break
        for closer in (margin, margin * _CLOSER):
            room = _rows(table, frame, tried, line, closer)
            most = context.order.top or room
            found = shown(context.subject, min(most, room) if context.order.atlas else most, pages)
            if found.count > best.count or (tried, closer) == (size, margin):
                best, looks, best_room = found, (tried, closer), room
    _set_look(table, *looks)
    return best, best_room


def _set_look(table: QgsLayoutItemAttributeTable, size: float, margin: float) -> None:
    """Give a table letters of a size, and its cells a margin."""
    if (table.contentTextFormat().size(), table.cellMargin()) == (size, margin):
        return
    table.setCellMargin(margin)
    for read, write in (
        (table.contentTextFormat, table.setContentTextFormat),
        (table.headerTextFormat, table.setHeaderTextFormat),
    ):
        letters = QgsTextFormat(read())
        letters.setSize(size)
        write(letters)


def _rows(
    table: QgsLayoutItemAttributeTable, frame: QgsLayoutFrame, size: float, line: float, margin: float
) -> int:
    """How many rows of one line there is room for below the heading, in letters of a size in points."""
    letters = size * MILLIMETRES * line
    row = letters + 2 * margin + table.gridStrokeWidth()
    heading = _HEADING_LINES * letters + 2 * margin + 2 * table.gridStrokeWidth()
    return max(1, int((frame.rect().height() - heading) / row))
