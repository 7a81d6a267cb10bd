# SPDX-License-Identifier: GPL-2.0-or-later
"""A part of the page laid out by Qt's rich text, pictures as vectors, groups kept on one sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Sequence, Tuple

from qgis.PyQt.QtCore import QRectF, QSizeF, Qt, QUrl
from qgis.PyQt.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QImage,
    QPainter,
    QPdfWriter,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from .drawing import draw
from .pictures import Picture
from .print_style import STYLE

_NAME = "picture:"

_TOGETHER = 0.5
"""A group that takes no more than this of a sheet is not parted."""
_ALONG = 0.06
"""Of a sheet, what a heading above another may take and still stand right above it."""
_PICTURE = 9
"""The level of a picture, below that of all headings."""
_CAPTION = 0.05
"""Of a sheet, what a picture's caption takes."""
_SLACK = 0.03
"""Of a sheet, what a reckoned place may be wrong by: lines that do not fit move too."""
_LEAST = 0.16
"""Of a sheet, how much has to follow on a heading."""


class PrintedPart:
    """A part laid out for sheets of one size; ask for its pages, then paint each.

    Parameters
    ----------
    html
        The part's rich text.
    pictures
        All pictures of the page.
    writer
        What it is printed with, set to the sheets' size already.
    font
        The letters.
    """

    def __init__(self, html: str, pictures: Sequence[Picture], writer: QPdfWriter, font: QFont) -> None:
        self._millimetre = writer.logicalDpiX() / 25.4
        self._document = QTextDocument()
        self._document.documentLayout().setPaintDevice(writer)
        # A place is kept for each picture; the picture itself is painted over it, as lines and letters.
        blank = QImage(1, 1, QImage.Format.Format_ARGB32)
        blank.fill(Qt.GlobalColor.transparent)
        for number in range(len(pictures)):
            self._document.addResource(
                QTextDocument.ResourceType.ImageResource, QUrl(f"{_NAME}{number}"), blank
            )
        self._document.setDocumentMargin(0)
        self._document.setDefaultFont(font)
        self._document.setDefaultStyleSheet(STYLE)
        self._document.setHtml(f"<body>{html}</body>")
        self._document.setPageSize(QSizeF(writer.width(), writer.height() - _foot(self._millimetre)))
        _keep_together(self._document)
        self._placed = _placed(self._document, pictures)

    @property
    def pages(self) -> int:
        """How many sheets it takes."""
        return int(self._document.pageCount())

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint one of its pages, counted from 0, from the sheet's upper left."""
        size = self._document.pageSize()
        top = page * size.height()
        painter.save()
        painter.translate(0, -top)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = QRectF(0, top, size.width(), size.height())
        painter.setClipRect(context.clip)
        self._document.documentLayout().draw(painter, context)
        for placed in self._placed:
            if placed.place.intersects(context.clip):
                draw(painter, placed.picture, placed.place, self._millimetre)
        painter.restore()


def _foot(millimetre: float) -> float:
    """What of a sheet's height is the foot's."""
    return 8 * millimetre


@dataclass(frozen=True)
class _Placed:
    """A picture and its place in the document."""

    picture: Picture
    place: QRectF


def _placed(document: QTextDocument, pictures: Sequence[Picture]) -> List[_Placed]:
    """Where the text has kept a place for each picture."""
    document.markContentsDirty(0, document.characterCount())
    document.pageCount()  # lays out what is not laid out yet
    found = []
    for block in _blocks(document):
        pieces = block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            name = piece.charFormat().toImageFormat().name() if piece.charFormat().isImageFormat() else ""
            if name.startswith(_NAME):
                picture = pictures[int(name[len(_NAME) :])]
                found.append(_Placed(picture, _place(document, block, piece.position(), picture)))
            pieces += 1
    return found


def _place(document: QTextDocument, block: QTextBlock, position: int, picture: Picture) -> QRectF:
    """The place of the picture at a position of the text: on the base line, as wide as it was asked for."""
    layout = block.layout()
    line = layout.lineForTextPosition(position - block.position())
    left, right = sorted(line.cursorToX(position - block.position() + step)[0] for step in (0, 1))
    width = right - left
    height = width * picture.height / picture.width
    corner = document.documentLayout().blockBoundingRect(block).topLeft() - layout.boundingRect().topLeft()
    return QRectF(corner.x() + left, corner.y() + line.y() + line.ascent() - height, width, height)


def _blocks(document: QTextDocument) -> List[QTextBlock]:
    found = []
    block = document.begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


def _keep_together(document: QTextDocument) -> None:
    """Begin a new sheet before what would be parted: a heading's group, a picture.

    All is measured once, and what a new sheet moves is reckoned: to lay out anew after each
    would take minutes.
    """
    layout, height = document.documentLayout(), document.pageSize().height()
    document.pageCount()  # lays out all
    groups = [(level, block, layout.blockBoundingRect(block).top()) for level, block in _groups(document)]
    end = document.size().height()
    moved = 0.0
    breaks: List[QTextBlock] = []
    before = None
    for place, (level, block, top) in enumerate(groups):
        bottom = next((other for deeper, _, other in groups[place + 1 :] if deeper <= level), end)
        whole = bottom - top
        if level == _PICTURE:
            wanted = min(layout.blockBoundingRect(block).height() + height * _CAPTION, height)
        else:
            wanted = whole if whole <= height * _TOGETHER else height * _LEAST
        used = (top + moved) % height
        if used > 1 and height - used < wanted + height * _SLACK:
            # A heading that stands right above goes along.
            if before is not None and 0 < top - before[1] < height * _ALONG and used > top - before[1]:
                block, used = before[0], used - (top - before[1])
            breaks.append(block)
            moved += height - used
        before = (block, top) if level < _PICTURE else None
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for block in breaks:
        form = QTextBlockFormat(block.blockFormat())
        form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        cursor.setPosition(block.position())
        cursor.setBlockFormat(form)
    cursor.endEditBlock()


def _groups(document: QTextDocument) -> List[Tuple[int, QTextBlock]]:
    """The headings with their levels, and the large pictures, in order."""
    found = []
    for block in _blocks(document):
        level = block.blockFormat().headingLevel()
        if level > 1:
            found.append((level, block))
        elif _holds_large_picture(block):
            found.append((_PICTURE, block))
    return found


def _holds_large_picture(block: QTextBlock) -> bool:
    """Whether a block outside of tables is one picture and nothing else."""
    form = block.begin().fragment().charFormat() if block.length() == 2 else None
    alone = form is not None and form.isImageFormat()
    return alone and QTextCursor(block).currentTable() is None
