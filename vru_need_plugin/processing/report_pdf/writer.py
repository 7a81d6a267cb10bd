# SPDX-License-Identifier: GPL-2.0-or-later
"""The report as a PDF file: sheets of A4, a foot on each, text that can be searched."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import List, Optional, Tuple

from qgis.PyQt.QtCore import QMarginsF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QPageLayout, QPageSize, QPainter, QPdfWriter

from ...core.feedback import Feedback, Silent, check
from ...core.messages import NeedError, mark
from ...report.colours import LINE, QUIET
from ...scenario.whole_file import new_folder_beside, put_whole
from ...sheets.pdf_info import set_info
from .document import PrintedPart
from .print_form import print_form
from .print_style import FONT, FOOT_SIZE, TEXT_SIZE
from .tree import parsed

_CREATOR = "VRU Need Score"
_DPI = 300
_MARGINS = QMarginsF(16, 15, 16, 12)
_Orientation = QPageLayout.Orientation


def write_pdf(path: Path, page: str, author: str, statement: str, feedback: Optional[Feedback] = None) -> int:
    """Print the report's page as a PDF, all or nothing.

    Parameters
    ----------
    page
        The report as `report.page.report_page` made it.
    author
        The scenario's; may be empty.
    statement
        What stands at the foot of every sheet.

    Returns
    -------
    int
        How many sheets it has.

    Raises NeedError where the file cannot be written, Cancelled where the user stops it.
    """
    feedback = feedback or Silent()
    folder: Optional[Path] = None
    try:
        folder = new_folder_beside(path)
        beside = folder / path.name
        title, sheets = _print(beside, page, statement, feedback)
        _describe(beside, title, author)
        put_whole(beside, path)
    except _Incomplete as error:
        raise NeedError(
            mark(
                "{path}: the report cannot be written: the new file is not complete. Is the disk full? "
                "Choose another file or folder."
            ),
            path=str(path),
        ) from error
    except OSError as error:
        raise NeedError(
            mark("{path}: the report cannot be written: {reason}. Choose another file or folder."),
            path=str(path),
            reason=error.strerror or str(error),
        ) from error
    finally:
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)
    return sheets


class _Incomplete(Exception):
    """What was written is no whole PDF."""


def _describe(path: Path, title: str, author: str) -> None:
    """Name title and author; that the end of the file can be read for that shows that it is there."""
    told = {"Title": title, "Author": author, "Creator": _CREATOR}
    try:
        set_info(path, {key: text for key, text in told.items() if text})
    except NeedError as error:
        raise _Incomplete from error


def _print(path: Path, page: str, statement: str, feedback: Feedback) -> Tuple[str, int]:
    """Print the page; its title, and how many sheets it has."""
    form = print_form(parsed(page), FONT)
    writer = QPdfWriter(str(path))
    writer.setTitle(form.title)
    writer.setCreator(_CREATOR)
    writer.setResolution(_DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    font = QFont(FONT)
    font.setPointSizeF(TEXT_SIZE)
    parts: List[PrintedPart] = []
    for part in form.parts:
        check(feedback)
        _turn(writer, part.is_landscape)
        parts.append(PrintedPart(part.html, form.pictures, writer, font))
    total = sum(part.pages for part in parts)
    _turn(writer, form.parts[0].is_landscape)
    painter = QPainter()
    if not painter.begin(writer):
        raise NeedError(
            mark("{path}: the report cannot be written: {reason}. Choose another file or folder."),
            path=str(path),
            reason="PDF",
        )
    try:
        number = 0
        for part, shape in zip(parts, form.parts):
            for sheet in range(part.pages):
                check(feedback)
                if number:
                    _turn(writer, shape.is_landscape)
                    writer.newPage()
                number += 1
                part.paint(painter, sheet)
                _foot(painter, writer, statement, f"{number} / {total}")
    finally:
        is_whole = painter.end()
    if not is_whole:
        raise _Incomplete
    return form.title, total


def _turn(writer: QPdfWriter, is_landscape: bool) -> None:
    writer.setPageOrientation(_Orientation.Landscape if is_landscape else _Orientation.Portrait)
    writer.setPageMargins(_MARGINS, QPageLayout.Unit.Millimeter)


def _foot(painter: QPainter, writer: QPdfWriter, statement: str, number: str) -> None:
    """A line with what the score is not and the sheet's number."""
    height = writer.logicalDpiY() / 25.4 * 5
    foot = QRectF(0, writer.height() - height, writer.width(), height)
    font = QFont(FONT)
    font.setPointSizeF(FOOT_SIZE)
    painter.save()
    painter.setFont(font)
    painter.setPen(QColor(LINE))
    painter.drawLine(foot.topLeft(), foot.topRight())
    painter.setPen(QColor(QUIET))
    painter.drawText(foot, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft), statement)
    painter.drawText(foot, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight), number)
    painter.restore()
