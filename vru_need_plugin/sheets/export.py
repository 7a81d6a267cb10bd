# SPDX-License-Identifier: GPL-2.0-or-later
"""Sheets as files, page by page on the main thread, where QGIS wants layouts to be drawn.

`Export` is stepped by whoever owns the event loop: the dock takes a step a turn, so that the window
stays alive, an algorithm takes one after the other. Between two steps it can be stopped; nothing is
half-written then.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Generator, List, Mapping, Optional, Tuple

from osgeo import gdal
from qgis.core import QgsPrintLayout

from ..core.feedback import SILENT, Feedback, check
from ..core.messages import NeedError, mark
from .output import Beside, unwritten
from .page_writers import ImagePages, PageWriter, PdfFiles, PdfPages, SvgPages
from .pdf_info import set_info

_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_LONGEST_NAME = 80
_PDF_READERS = ("HAVE_POPPLER", "HAVE_PDFIUM", "HAVE_PODOFO")


class Format(Enum):
    """What a file is, by its ending."""

    PDF = ".pdf"
    PNG = ".png"
    SVG = ".svg"


@dataclass(frozen=True)
class Wish:
    """How a sheet is to be written.

    Parameters
    ----------
    path
        The file, its ending the format. An atlas in any other form than one PDF, and pictures of
        several pages, are files beside it whose names begin with its own.
    dpi
        Of pictures in it and of what it is drawn with.
    a_file_a_page
        Whether each page of an atlas is a PDF of its own.
    geo_pdf
        Whether the PDF knows where on earth its map is, where QGIS can do that; not for an atlas in
        one file.
    title, author
        For a PDF's description of itself.
    """

    path: Path
    dpi: int = 300
    a_file_a_page: bool = False
    geo_pdf: bool = False
    title: str = ""
    author: str = ""

    @property
    def format(self) -> Format:
        """By the path's ending; NeedError for any other."""
        ending = self.path.suffix.lower()
        for known in Format:
            if known.value == ending:
                return known
        raise NeedError(
            mark("“{file}” has to end in .pdf, .png or .svg, to say what it is to be."), file=self.path.name
        )

    def check(self) -> None:
        """Raise what would keep the file from being written, before the work begins."""
        if self.format is Format.PDF and self.geo_pdf and not has_geo_pdf():
            raise NeedError(mark("This QGIS cannot write a PDF that knows where its map is (GeoPDF)."))
        if not self.path.parent.is_dir():
            raise NeedError(mark("The folder “{folder}” does not exist."), folder=str(self.path.parent))


class Export:
    """Writes a layout, an atlas with all its pages, to files.

    Parameters
    ----------
    layout, wish
        What is written, and how.
    """

    def __init__(self, layout: QgsPrintLayout, wish: Wish) -> None:
        self._layout = layout
        self._wish = wish
        self.written: List[Path] = []
        """The files, once all of them are in their places."""

    def steps(self) -> Generator[Tuple[int, int], None, None]:
        """Write a page at each step: how many are done, of how many.

        The files are in their places after the last step. Closing the iterator before is stopping.

        Raises
        ------
        NeedError
            A file cannot be written, or QGIS cannot draw the page.
        """
        atlas = self._layout.atlas()
        is_atlas = atlas.enabled()
        with Beside(self._wish.path) as beside:
            writer = self._writer(beside, is_atlas)
            try:
                if is_atlas:
                    yield from self._atlas(writer)
                else:
                    writer.write(self._layout, self._wish.path.stem)
                    yield 1, 1
            finally:
                writer.close()
            self._describe(writer)
            self.written = beside.put_in_place()

    def _atlas(self, writer: PageWriter) -> Generator[Tuple[int, int], None, None]:
        atlas = self._layout.atlas()
        if not atlas.beginRender() or not atlas.count():
            raise NeedError(mark("The atlas has no pages: no area of the layer lies in what was asked for."))
        names: set[str] = set()
        try:
            for number in range(atlas.count()):
                if not atlas.seekTo(number):
                    raise NeedError(mark("Page {number} of the atlas could not be drawn."), number=number + 1)
                writer.write(self._layout, self._name(atlas.nameForPage(number), number, names))
                yield number + 1, atlas.count()
        finally:
            atlas.endRender()

    def _name(self, page: str, number: int, taken: set[str]) -> str:
        """A file name for a page, without its ending."""
        safe = _UNSAFE.sub(" ", page).strip(" .")[:_LONGEST_NAME] or str(number + 1)
        name = f"{self._wish.path.stem} {safe}"
        if name.casefold() in taken:
            name = f"{name} {number + 1}"
        taken.add(name.casefold())
        return name

    def _writer(self, beside: Beside, is_atlas: bool) -> PageWriter:
        wish = self._wish
        if wish.format is Format.PNG:
            return ImagePages(beside, wish.dpi)
        if wish.format is Format.SVG:
            return SvgPages(beside, wish.dpi)
        if is_atlas and not wish.a_file_a_page:
            return PdfPages(beside, wish.path.name, wish.dpi)
        return PdfFiles(beside, wish.dpi, wish.geo_pdf)

    def _describe(self, writer: PageWriter) -> None:
        if self._wish.format is Format.PDF:
            for made in writer.made:
                try:
                    set_info(made, self._info())
                except OSError as error:
                    raise unwritten(self._wish.path.parent / made.name, error) from error

    def _info(self) -> Mapping[str, str]:
        told = {"Title": self._wish.title, "Author": self._wish.author, "Creator": "VRU Need Score, QGIS"}
        return {key: text for key, text in told.items() if text}


def export(layout: QgsPrintLayout, wish: Wish, feedback: Optional[Feedback] = None) -> List[Path]:
    """Write a layout in one go; the files.

    Raises
    ------
    NeedError
        As `Export.steps`.
    Cancelled
        The user asked to stop; nothing was written.
    """
    told, work = feedback or SILENT, Export(layout, wish)
    steps = work.steps()
    try:
        check(told)
        for done, every in steps:
            told.setProgress(100 * done / every)
            check(told)
    finally:
        steps.close()
    return work.written


def has_geo_pdf() -> bool:
    """Whether this QGIS can write PDFs that know where on earth their map is."""
    driver = gdal.GetDriverByName("PDF")
    # QGIS asks the same of GDAL; its own answer is not to be had from Python.
    return driver is not None and any(driver.GetMetadataItem(item) == "YES" for item in _PDF_READERS)
