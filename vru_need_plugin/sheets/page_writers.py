# SPDX-License-Identifier: GPL-2.0-or-later
"""What a page of a layout is written as: a page of one PDF, a PDF, a picture, a drawing."""

from __future__ import annotations

from pathlib import Path
from typing import List, Optional, Protocol

from qgis.core import (
    Qgis,
    QgsLayoutExporter,
    QgsLayoutItemPage,
    QgsLayoutObject,
    QgsLayoutRenderContext,
    QgsPrintLayout,
    QgsVectorSimplifyMethod,
)
from qgis.PyQt.QtCore import QMarginsF, QSizeF
from qgis.PyQt.QtGui import QPageSize, QPainter, QPdfWriter

from ..core.messages import NeedError, mark
from .output import Beside

_MILLIMETRES_IN_INCH = 25.4
_Result = QgsLayoutExporter.ExportResult
_TEXT = Qgis.TextRenderFormat.AlwaysText


class PageWriter(Protocol):
    """Writes what a layout shows now."""

    made: List[Path]
    """The files so far."""

    def write(self, layout: QgsPrintLayout, name: str) -> None:
        """Write all pages of the layout as they are now, under a name without an ending."""

    def close(self) -> None:
        """End the files."""


def printed_pages(layout: QgsPrintLayout) -> List[int]:
    """The numbers, from 0, of the pages that are printed as the layout is now."""
    pages = layout.pageCollection()
    return [
        number
        for number in range(pages.pageCount())
        if pages.shouldExportPage(number) and not _is_left_out(pages.page(number))
    ]


def _is_left_out(page: QgsLayoutItemPage) -> bool:
    """Whether a page leaves itself out, of which QGIS asks only in its own exports."""
    wanted = QgsLayoutObject.DataDefinedProperty.ExcludeFromExports
    left_out, _ = page.dataDefinedProperties().valueAsBool(wanted, page.createExpressionContext(), False)
    return bool(left_out)


class PdfPages:
    """All pages, of all turns of an atlas, in one PDF.

    Drawn as QGIS's own export does it: what is text stays text.
    """

    def __init__(self, beside: Beside, name: str, dpi: int) -> None:
        self._path = beside.path(name)
        self._dpi = dpi
        self._writer: Optional[QPdfWriter] = None
        self._painter: Optional[QPainter] = None
        self.made: List[Path] = []

    def write(self, layout: QgsPrintLayout, name: str) -> None:
        context = layout.renderContext()
        before = (context.flags(), context.dpi(), context.textRenderFormat(), context.simplifyMethod())
        try:
            context.setDpi(self._dpi)
            context.setFlag(QgsLayoutRenderContext.Flag.FlagLosslessImageRendering, True)
            context.setFlag(QgsLayoutRenderContext.Flag.FlagForceVectorOutput, True)
            context.setFlag(QgsLayoutRenderContext.Flag.FlagUseAdvancedEffects, False)
            context.setTextRenderFormat(_TEXT)
            context.setSimplifyMethod(_simplified())
            exporter, pages = QgsLayoutExporter(layout), layout.pageCollection()
            for number in printed_pages(layout):
                size = pages.page(number).rect().size()
                self._new_page(size)
                exporter.renderPage(self._painter, number)
        finally:
            context.setFlags(before[0])
            context.setDpi(before[1])
            context.setTextRenderFormat(before[2])
            context.setSimplifyMethod(before[3])

    def _new_page(self, size: QSizeF) -> None:
        paper = QPageSize(size, QPageSize.Unit.Millimeter)
        if self._writer is not None:
            self._writer.setPageSize(paper)
            self._writer.newPage()
            return
        writer = QPdfWriter(str(self._path))
        writer.setResolution(self._dpi)
        writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        writer.setPageSize(paper)
        painter = QPainter()
        if not painter.begin(writer):
            raise NeedError(mark("“{file}” could not be written."), file=self._path.name)
        self._writer, self._painter = writer, painter
        self.made = [self._path]

    def close(self) -> None:
        if self._painter is not None:
            self._painter.end()
        self._painter = self._writer = None


def _simplified() -> QgsVectorSimplifyMethod:
    """Outlines to a dot: what nobody sees is not written."""
    made = QgsVectorSimplifyMethod()
    made.setSimplifyHints(QgsVectorSimplifyMethod.SimplifyHint.GeometrySimplification)
    made.setForceLocalOptimization(True)
    made.setSimplifyAlgorithm(QgsVectorSimplifyMethod.SimplifyAlgorithm.Distance)
    made.setThreshold(1.0)
    return made


class PdfFiles:
    """A PDF for each turn, by QGIS's own export."""

    def __init__(self, beside: Beside, dpi: int, geo: bool) -> None:
        self._beside = beside
        self._settings = QgsLayoutExporter.PdfExportSettings()
        self._settings.dpi = dpi
        self._settings.textRenderFormat = _TEXT
        self._settings.forceVectorOutput = True
        self._settings.exportMetadata = False
        self._settings.writeGeoPdf = geo
        self.made: List[Path] = []

    def write(self, layout: QgsPrintLayout, name: str) -> None:
        path = self._beside.path(f"{name}.pdf")
        _check(QgsLayoutExporter(layout).exportToPdf(str(path), self._settings), path)
        self.made.append(path)

    def close(self) -> None:
        """Nothing is open."""


class ImagePages:
    """A PNG for each page."""

    def __init__(self, beside: Beside, dpi: int) -> None:
        self._beside = beside
        self._dpi = dpi
        self.made: List[Path] = []

    def write(self, layout: QgsPrintLayout, name: str) -> None:
        for place, number in enumerate(printed_pages(layout), start=1):
            path = self._beside.path(f"{name}.png" if place == 1 else f"{name} {place}.png")
            picture = QgsLayoutExporter(layout).renderPageToImage(number, dpi=self._dpi)
            if picture.isNull():
                raise NeedError(
                    mark("The page is too large for a picture of {dpi} dots an inch. Take fewer."),
                    dpi=self._dpi,
                )
            metre = round(self._dpi / _MILLIMETRES_IN_INCH * 1000)
            picture.setDotsPerMeterX(metre)
            picture.setDotsPerMeterY(metre)
            if not picture.save(str(path), "PNG"):
                raise NeedError(mark("“{file}” could not be written."), file=path.name)
            self.made.append(path)

    def close(self) -> None:
        """Nothing is open."""


class SvgPages:
    """An SVG for each page."""

    def __init__(self, beside: Beside, dpi: int) -> None:
        self._beside = beside
        self._settings = QgsLayoutExporter.SvgExportSettings()
        self._settings.dpi = dpi
        self._settings.textRenderFormat = _TEXT
        self._settings.forceVectorOutput = True
        self._settings.exportMetadata = False
        self.made: List[Path] = []

    def write(self, layout: QgsPrintLayout, name: str) -> None:
        path = self._beside.path(f"{name}.svg")
        _check(QgsLayoutExporter(layout).exportToSvg(str(path), self._settings), path)
        self.made.append(path)
        for number in range(2, layout.pageCollection().pageCount() + 1):
            # QGIS names the further pages so.
            self.made.append(self._beside.path(f"{name}_{number}.svg"))

    def close(self) -> None:
        """Nothing is open."""


def _check(result: QgsLayoutExporter.ExportResult, path: Path) -> None:
    if result == _Result.Success:
        return
    if result == _Result.MemoryError:
        raise NeedError(
            mark("There is not enough memory to write “{file}”. Take fewer dots an inch."), file=path.name
        )
    raise NeedError(mark("“{file}” could not be written. It may be open in another program."), file=path.name)
