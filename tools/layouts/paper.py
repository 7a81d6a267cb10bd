# SPDX-License-Identifier: GPL-2.0-or-later
"""A sheet of paper on which the items of a template are put, in millimetres and points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from qgis.core import (
    QgsFillSymbol,
    QgsLayoutFrame,
    QgsLayoutItemAttributeTable,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutTable,
    QgsLegendStyle,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsTextFormat,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont

FONT = "Open Sans"
INK, QUIET, ACCENT, LINE, PALE = "#22313f", "#52616f", "#2f6f96", "#c9ced3", "#f1f3f3"
ARROW = ":/images/north_arrows/layout_default_north_arrow.svg"


@dataclass(frozen=True)
class Box:
    """Left, top, width and height."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h


class Paper:
    """A layout to be drawn on; `page` says on which of its pages."""

    def __init__(self, name: str) -> None:
        self.project = QgsProject()
        self.layout = QgsPrintLayout(self.project)
        self.layout.setName(name)
        self.page = -1

    def add_page(self, width: float, height: float) -> None:
        page = QgsLayoutItemPage(self.layout)
        page.setPageSize(QgsLayoutSize(width, height))
        self.layout.pageCollection().addPage(page)
        self.page += 1

    def text(
        self,
        name: str,
        text: str,
        box: Box,
        size: float,
        *,
        bold: bool = False,
        colour: str = INK,
        right: bool = False,
    ) -> None:
        item = QgsLayoutItemLabel(self.layout)
        item.setText(text)
        item.setFont(_font(size, bold))
        item.setFontColor(QColor(colour))
        item.setHAlign(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
        item.setVAlign(Qt.AlignmentFlag.AlignTop)
        item.setMarginX(0)
        item.setMarginY(0)
        self._put(item, name, box)

    def words(self, name: str, box: Box, size: float, **look: Any) -> None:
        """A label that shows the variable of its own name."""
        self.text(name, f"[% @{name} %]", box, size, **look)

    def rule(self, box: Box, colour: str = LINE) -> None:
        self._shape("vru_rule", box, colour)

    def _shape(self, name: str, box: Box, colour: str) -> QgsLayoutItemShape:
        item = QgsLayoutItemShape(self.layout)
        item.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
        item.setSymbol(QgsFillSymbol.createSimple({"color": colour, "outline_style": "no"}))
        self._put(item, name, box)
        return item

    def map(self, name: str, box: Box) -> None:
        item = QgsLayoutItemMap(self.layout)
        item.setBackgroundColor(QColor("#ffffff"))
        self._put(item, name, box)
        item.setExtent(QgsRectangle(0, 0, box.w, box.h))  # of nothing, QGIS makes a size that is no number

    def themes(self, box: Box, size: float) -> None:
        """The place for the maps of the themes."""
        self._shape("vru_themes", box, PALE).setCustomProperty("vru_size", size)

    def legend(self, box: Box, size: float) -> None:
        item = QgsLayoutItemLegend(self.layout)
        part = QgsLegendStyle.Style
        item.setStyleFont(part.Title, _font(size + 1, True))
        for heading in (part.Group, part.Subgroup):
            item.setStyleFont(heading, _font(size + 0.5, True))
        item.setStyleFont(part.SymbolLabel, _font(size))
        item.setFontColor(QColor(INK))
        item.setSymbolHeight(size * 0.46)
        item.setSymbolWidth(size * 0.85)
        item.setBoxSpace(0)
        item.setStyleMargin(part.Subgroup, 0)
        item.setStyleMargin(part.Group, 0)
        item.setStyleMargin(part.Symbol, size * 0.09)
        for heading in (part.Title, part.Group, part.Subgroup, part.Symbol):
            item.rstyle(heading).setMargin(QgsLegendStyle.Side.Left, 0)
        item.rstyle(part.Subgroup).setMargin(QgsLegendStyle.Side.Bottom, size * 0.2)
        item.setAutoUpdateModel(False)
        item.setBackgroundEnabled(False)
        self._put(item, "vru_legend", box)

    def scale_bar(self, box: Box, size: float, *, on_map: bool = False) -> None:
        item = QgsLayoutItemScaleBar(self.layout)
        if on_map:
            item.setBackgroundEnabled(True)
            item.setBackgroundColor(QColor(255, 255, 255))
        item.setStyle("Line Ticks Up")
        item.setTextFormat(_format(size, False, QUIET))
        item.setHeight(size * 0.2)
        item.setLabelBarSpace(0.8)
        item.setBoxContentSpace(1 if on_map else 0)
        line = item.lineSymbol().clone()
        line.setColor(QColor(QUIET))
        line.setWidth(0.25)
        item.setLineSymbol(line)
        item.setMinimumBarWidth(box.w * 0.4)
        item.setMaximumBarWidth(box.w * 0.9)
        self._put(item, "vru_scalebar", box)
        self._moved(item, box)

    def north(self, box: Box) -> None:
        item = QgsLayoutItemPicture(self.layout)
        item.setPicturePath(ARROW)
        item.setSvgFillColor(QColor(QUIET))
        item.setSvgStrokeColor(QColor(QUIET))
        self._put(item, "vru_north", box)

    def measures(self, box: Box, size: float) -> None:
        self._table(QgsLayoutItemManualTable.create(self.layout), "vru_measures", box, size)

    def areas(self, name: str, box: Box, size: float) -> None:
        """The ranking (vru_ranking), or the list of one parent's areas (vru_list)."""
        table = QgsLayoutItemAttributeTable.create(self.layout)
        self._table(table, name, box, size)

    def _table(self, table: QgsLayoutTable, name: str, box: Box, size: float) -> None:
        self.layout.addMultiFrame(table)
        table.setContentTextFormat(_format(size, False, INK))
        table.setHeaderTextFormat(_format(size, True, QUIET))
        table.setCellMargin(0.62 * size / 7)
        table.setGridStrokeWidth(0.15)
        table.setGridColor(QColor(LINE))
        table.setHorizontalGrid(True)
        table.setVerticalGrid(False)
        table.setHeaderHAlignment(QgsLayoutTable.HeaderHAlignment.FollowColumn)
        table.setBackgroundColor(QColor(255, 255, 255, 0))
        frame = QgsLayoutFrame(self.layout, table)
        table.addFrame(frame, False)
        frame.setId(name)
        self._moved(frame, box)

    def _put(self, item: Any, name: str, box: Box) -> None:
        item.setId(name)
        self.layout.addLayoutItem(item)
        self._moved(item, box)

    def _moved(self, item: Any, box: Box) -> None:
        item.attemptResize(QgsLayoutSize(box.w, box.h))
        item.attemptMove(QgsLayoutPoint(box.x, box.y), True, False, self.page)


def _font(size: float, bold: bool = False) -> QFont:
    font = QFont(FONT)
    font.setPointSizeF(size)
    font.setBold(bold)
    return font


def _format(size: float, bold: bool, colour: str) -> QgsTextFormat:
    made = QgsTextFormat()
    made.setFont(_font(size, bold))
    made.setSize(size)
    made.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    made.setColor(QColor(colour))
    return made
