# SPDX-License-Identifier: GPL-2.0-or-later
"""Further pages for what a template's own have no room for."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import Iterator, Optional

from qgis.core import (
    QgsLayoutFrame,
    QgsLayoutItemAttributeTable,
    QgsLayoutItemLabel,
    QgsLayoutItemPage,
    QgsLayoutObject,
    QgsLayoutTable,
    QgsPrintLayout,
    QgsProperty,
    QgsTextFormat,
)
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont

from .context import text_of
from .expression_parts import literal
from .fit import LEAST
from .fonts import apart, family
from .items import CONTINUED, place
from .spare_room import SpareRoom, spare_room

MOST_PAGES = 60
"""Of a text, or of a ranking that nobody reads to its end."""
_RUNNING = 50
_SLACK = 0.01
_TIGHT, _CLOSE = 0.93, 0.75
_QUIET, _INK = QColor("#52616f"), QColor("#22313f")
_HEAD, _FOOT = 7.5, 7.0
_FOOT_LINES = (("statement", 2, True), ("imprint", 1, False), ("copyright", 1, False))
"""What stands at the foot of every page: its variable, the lines that it has, whether it is bold."""
_LINE = 3.6


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
    def foot(self) -> QRectF:
        """Where the statement, the imprint and the rights stand."""
        high = _LINE * sum(lines for _, lines, _ in _FOOT_LINES)
        return QRectF(self.margin, self.height - self.margin - high, self.width - 2 * self.margin, high)

    @property
    def body(self) -> QRectF:
        """What is left between them."""
        top = self.margin + 8
        return QRectF(self.margin, top, self.width - 2 * self.margin, self.foot.y() - 3 - top)


def paper_of(layout: QgsPrintLayout) -> Paper:
    """That of the first page."""
    size = layout.pageCollection().page(0).rect()
    return Paper(size.width(), size.height(), round(min(size.width(), size.height()) * 0.062, 1))


def running_title() -> str:
    """The title as it stands at the head of further pages, an expression: its beginning where it is long."""
    # Whole signs: one may be made of several letters, or of two halves of which neither is any.
    longer, beginning = literal(rf"(?s)^(\X{{{_RUNNING}}})\X.*$"), literal(r"\1…")
    return f"regexp_replace({text_of('title')}, {longer}, {beginning})"


def add_page(layout: QgsPrintLayout, head: str) -> int:
    """Add a page with a running head, the text of which is an expression; its number, from 0.

    At its foot stands what a page needs that is found without the others.
    """
    paper = paper_of(layout)
    page = QgsLayoutItemPage(layout)
    page.setPageSize(layout.pageCollection().page(0).pageSize())
    layout.pageCollection().addPage(page)
    number = layout.pageCollection().pageCount() - 1
    text_label(layout, CONTINUED, f"[% {head} %]", paper.head, number, size=_HEAD, colour=_QUIET)
    top = paper.foot.y()
    for name, lines, bold in _FOOT_LINES:
        where = QRectF(paper.margin, top, paper.foot.width(), lines * _LINE)
        colour = _INK if bold else _QUIET
        text_label(
            layout, CONTINUED, f"[% {text_of(name)} %]", where, number, size=_FOOT, bold=bold, colour=colour
        )
        top += lines * _LINE
    return number


def lacks_room(table: QgsLayoutTable) -> bool:
    """Whether a table has more rows than its frames show."""
    there = sum(frame.rect().height() for frame in table.frames())
    return bool(table.totalSize().height() > there + _SLACK)


def share_with_room(table: QgsLayoutTable) -> float:
    """How much of a table's height its frames show, 0 to 1."""
    there = sum(frame.rect().height() for frame in table.frames())
    return float(min(1.0, there / max(table.totalSize().height(), there)))


def continue_rows(
    layout: QgsPrintLayout, table: QgsLayoutTable, heading: str, most: Optional[int] = None
) -> None:
    """Make room for every row of a table: closer lines first, then the back of the sheet, then pages.

    Parameters
    ----------
    heading
        The table's, as an expression.
    most
        On how many pages at most; rows that have no room there are not shown. None for all that it takes.
    """
    if lacks_room(table):
        tighten(table)
    spare = spare_room(layout, table) if lacks_room(table) else None
    if spare is not None:
        add_frame_in(layout, table, spare, continued(heading))
    while lacks_room(table) and (most is None or len(table.frames()) < most):
        add_frame(layout, table, heading, now_and_then=False)


def add_frame(layout: QgsPrintLayout, table: QgsLayoutTable, heading: str, *, now_and_then: bool) -> None:
    """Add a page that a table goes on to.

    Parameters
    ----------
    now_and_then
        Whether not every page of an atlas needs it: without rows it is then not printed.
    """
    number = add_page(layout, f"{running_title()} || '  ·  ' || {continued(heading)}")
    body = paper_of(layout).body
    width = min(table.frame(0).rect().width(), body.width())
    frame = _add_frame(layout, table, QRectF(body.x(), body.y(), width, body.height()), number)
    frame.setHidePageIfEmpty(now_and_then)


def add_frame_in(
    layout: QgsPrintLayout, table: QgsLayoutTable, spare: SpareRoom, heading: str
) -> QgsLayoutFrame:
    """Let a table go on in the room that the measures leave on the back, under a heading, an expression."""
    spare.take()
    text_label(layout, CONTINUED, f"[% {heading} %]", spare.heading, spare.page, size=_HEAD, bold=True)
    return _add_frame(layout, table, spare.list, spare.page)


def show_where(frame: QgsLayoutFrame, test: str) -> None:
    """Print a frame only on pages of an atlas where an expression is true: QGIS prints bare headings."""
    hidden = QgsProperty.fromExpression(f"NOT ({test})")
    frame.dataDefinedProperties().setProperty(QgsLayoutObject.DataDefinedProperty.ExcludeFromExports, hidden)


def continued(heading: str) -> str:
    """A heading of what goes on, both expressions."""
    return f"{heading} || ' (' || {text_of('continued')} || ')'"


def _add_frame(layout: QgsPrintLayout, table: QgsLayoutTable, where: QRectF, page: int) -> QgsLayoutFrame:
    frame = QgsLayoutFrame(layout, table)
    frame.setId(table.frame(0).id())
    frame.setHideBackgroundIfEmpty(True)
    place(frame, where, page)
    table.addFrame(frame, False)
    table.recalculateFrameSizes()
    return frame


def tighten(table: QgsLayoutTable) -> None:
    """Smaller letters, down to the least, and closer lines."""
    with _without_rows(table):
        _tighten(table)


@contextmanager
def _without_rows(table: QgsLayoutTable) -> Iterator[None]:
    """Change a table without its rows: at each change QGIS would read and wrap every one anew."""
    if isinstance(table, QgsLayoutItemAttributeTable):
        test = table.featureFilter()
        table.setFeatureFilter("false")
        yield
        table.setFeatureFilter(test)
    else:
        rows = table.tableContents()
        table.setTableContents([])
        yield
        table.setTableContents(rows)


def _tighten(table: QgsLayoutTable) -> None:
    for read, write in (
        (table.contentTextFormat, table.setContentTextFormat),
        (table.headerTextFormat, table.setHeaderTextFormat),
    ):
        letters = QgsTextFormat(read())
        letters.setSize(max(min(letters.size(), LEAST), letters.size() * _TIGHT))
        write(letters)
    table.setCellMargin(table.cellMargin() * _CLOSE)


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
    item.setFont(letters(size, bold))
    item.setFontColor(colour)
    item.setHAlign(Qt.AlignmentFlag.AlignLeft)
    item.setVAlign(Qt.AlignmentFlag.AlignTop)
    item.setMarginX(0)
    item.setMarginY(0)
    layout.addLayoutItem(item)
    place(item, where, page)
    return item


def letters(size: float, bold: bool = False) -> QFont:
    """Of the sheet's family, in points."""
    font = apart(QFont(family()))
    font.setPointSizeF(size)
    font.setBold(bold)
    return font
