# SPDX-License-Identifier: GPL-2.0-or-later
"""Further pages for what a template's own have no room for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence

from qgis.core import (
    QgsLayoutFrame,
    QgsLayoutItemLabel,
    QgsLayoutItemPage,
    QgsLayoutTable,
    QgsPrintLayout,
    QgsExpressionContextUtils,
)
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont

from .context import text_of
from .fit import LeftOver
from .fonts import family, height
from .items import CONTINUED, place

_MOST_PAGES = 60
_SLACK = 0.01
_QUIET, _INK = QColor("#52616f"), QColor("#22313f")
_BODY, _HEAD = 9.0, 7.5


@dataclass(frozen=True)
class Paper:
    """The paper of further pages: its size and margin, in millimetres."""

    width: float
    height: float
    margin: float

    @property
    def head(self) -> QRectF:
        """Where the running head stands."""
        return QRectF(self.margin, self.margin, self.width - 2 * self.margin, 5)

    @property
    def body(self) -> QRectF:
        """What is left below it."""
        top = self.margin + 8
        return QRectF(self.margin, top, self.width - 2 * self.margin, self.height - top - self.margin)


def paper_of(layout: QgsPrintLayout) -> Paper:
    """That of the first page."""
    size = layout.pageCollection().page(0).rect()
    return Paper(size.width(), size.height(), round(min(size.width(), size.height()) * 0.062, 1))


def add_page(layout: QgsPrintLayout, head: str) -> int:
    """Add a page with a running head, the text of which is an expression; its number, from 0."""
    paper = paper_of(layout)
    page = QgsLayoutItemPage(layout)
    page.setPageSize(layout.pageCollection().page(0).pageSize())
    layout.pageCollection().addPage(page)
    number = layout.pageCollection().pageCount() - 1
    text_label(layout, CONTINUED, f"[% {head} %]", paper.head, number, size=_HEAD, colour=_QUIET)
    return number


def lacks_room(table: QgsLayoutTable) -> bool:
    """Whether a table has more rows than its frames show."""
    there = sum(frame.rect().height() for frame in table.frames())
    return bool(table.totalSize().height() > there + _SLACK)


def continue_rows(layout: QgsPrintLayout, table: QgsLayoutTable, heading: str, is_atlas: bool) -> None:
    """Add pages until every row of a table has its place, on every page of an atlas.

    Parameters
    ----------
    heading
        The table's, as an expression.
    """
    head = f"{text_of('title')} || '  ·  ' || {heading} || ' (' || {text_of('continued')} || ')'"
    if not is_atlas:
        _add_frames(layout, table, head, now_and_then=False)
        return
    atlas = layout.atlas()
    atlas.beginRender()
    atlas.first()
    for number in range(atlas.count()):
        atlas.seekTo(number)
        table.refresh()
        _add_frames(layout, table, head, now_and_then=True)
    atlas.first()
    atlas.endRender()


def _add_frames(layout: QgsPrintLayout, table: QgsLayoutTable, head: str, *, now_and_then: bool) -> int:
    """Add pages until every row of a table has its place; how many.

    Parameters
    ----------
    head
        Of the pages, as an expression.
    now_and_then
        Whether other pages of an atlas may need fewer: a page without rows is then not printed.
    """
    added = 0
    width = table.frame(0).rect().width()
    while lacks_room(table) and added < _MOST_PAGES:
        number = add_page(layout, head)
        body = paper_of(layout).body
        frame = QgsLayoutFrame(layout, table)
        frame.setId(table.frame(0).id())
        table.addFrame(frame, False)
        place(frame, QRectF(body.x(), body.y(), min(width, body.width()), body.height()), number)
        frame.setHidePageIfEmpty(now_and_then)
        table.recalculateFrameSizes()
        added += 1
    return added


def print_left_over(
    layout: QgsPrintLayout, left: Sequence[LeftOver], head: str, headings: dict[str, str]
) -> None:
    """Print texts in full that had to be cut, each under its heading."""
    if not left:
        return
    number, body = add_page(layout, head), paper_of(layout).body
    top = body.y()
    font = _font(_BODY)
    for one in left:
        high = min(height(one.text, font, body.width()) + 2, body.height() - 7)
        if top + high + 7 > body.bottom() and top > body.y():
            number, top = add_page(layout, head), body.y()
        heading = QRectF(body.x(), top, body.width(), 6)
        text_label(layout, CONTINUED, headings.get(one.variable, ""), heading, number, size=_BODY, bold=True)
        where = QRectF(body.x(), top + 6, body.width(), high)
        text_label(layout, CONTINUED, f"[% @{one.variable} %]", where, number, size=_BODY)
        top += high + 10


def text_label(
    layout: QgsPrintLayout,
    name: str,
    text: str,
    where: QRectF,
    page: int,
    *,
    size: float,
    bold: bool = False,
    colour: QColor = _INK,
) -> QgsLayoutItemLabel:
    """A label without margins."""
    item = QgsLayoutItemLabel(layout)
    item.setId(name)
    item.setText(text)
    item.setFont(_font(size, bold))
    item.setFontColor(colour)
    item.setHAlign(Qt.AlignmentFlag.AlignLeft)
    item.setVAlign(Qt.AlignmentFlag.AlignTop)
    item.setMarginX(0)
    item.setMarginY(0)
    layout.addLayoutItem(item)
    place(item, where, page)
    return item


def _font(size: float, bold: bool = False) -> QFont:
    font = QFont(family())
    font.setPointSizeF(size)
    font.setBold(bold)
    return font
