# SPDX-License-Identifier: GPL-2.0-or-later
"""One small map for each theme, all on one scale, in the place that a template keeps for them."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import List, Tuple

import numpy as np
from qgis.core import (
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemShape,
    QgsLegendStyle,
    QgsPrintLayout,
)
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont

from ..core.messages import mark
from ..layers.look.figures import Kind, figures_of
from .context import PREFIX, Context, set_text, text_of
from .fonts import apart, family, line_height
from .furniture import fill_legend
from .items import THEMES, box, named, place
from .map_style import Drawing, bands_of, lines_shown
from .maps import Maps
from .theme_scores import theme_score

_GAP = 4.0
_SHAPE = 1.25
"""Of width to height: what most places are like."""
INK, QUIET = QColor("#22313f"), QColor("#52616f")


def fill_themes(layout: QgsPrintLayout, context: Context, maps: Maps) -> List[QgsLayoutItemMap]:
    """Put the maps in the place of the shape with the id vru_themes; none where there is none."""
    made: List[QgsLayoutItemMap] = []
    for shape in named(layout, THEMES, QgsLayoutItemShape):
        where, page = box(shape), shape.page()
        size = float(shape.customProperty("vru_size", 8.0) or 8.0)
        layout.removeLayoutItem(shape)
        drawings = theme_drawings(context)
        *places, last = cells(where, len(drawings) + 1)
        for number, (drawing, cell) in enumerate(zip(drawings, places)):
            high = _title(layout, context, number, cell, page, size)
            item = QgsLayoutItemMap(layout)
            item.setId(f"vru_theme_map_{number + 1}")
            layout.addLayoutItem(item)
            place(item, QRectF(cell.x(), cell.y() + high, cell.width(), cell.height() - high), page)
            maps.draw(item, drawing)
            made.append(item)
        if made:
            _legend(layout, context, made[0], drawings[0], last, page, size)
    return made


def _legend(
    layout: QgsPrintLayout,
    context: Context,
    first: QgsLayoutItemMap,
    drawing: Drawing,
    cell: QRectF,
    page: int,
    size: float,
) -> None:
    """What the colours of all these maps say, in the cell after the last."""
    item = QgsLayoutItemLegend(layout)
    item.setId("vru_theme_legend")
    part = QgsLegendStyle.Style
    for heading in (part.Title, part.Group, part.Subgroup):
        item.setStyleFont(heading, _font(size + 0.5, bold=True))
        item.rstyle(heading).setMargin(QgsLegendStyle.Side.Left, 0)
    item.rstyle(part.Subgroup).setMargin(QgsLegendStyle.Side.Bottom, size * 0.2)
    item.setStyleFont(part.SymbolLabel, _font(size))
    item.rstyle(part.Symbol).setMargin(QgsLegendStyle.Side.Left, 0)
    item.rstyle(part.Symbol).setMargin(QgsLegendStyle.Side.Top, size * 0.09)
    item.setSymbolHeight(size * 0.46)
    item.setSymbolWidth(size * 0.85)
    item.setBoxSpace(0)
    item.setFontColor(INK)
    item.setBackgroundEnabled(False)
    layout.addLayoutItem(item)
    place(item, QRectF(cell.x() + _GAP, cell.y() + 4, cell.width() - _GAP, cell.height() - 4), page)
    told = context.say.text(mark("Score of each theme: the weights of its measures above threshold"))
    fill_legend(item, first, context.layer, told, lines_shown(context.layer, drawing))


def theme_drawings(context: Context) -> List[Drawing]:
    """The score of each theme, all in the same bands."""
    figures = [figure for figure in figures_of(context.subject.scenario) if figure.kind is Kind.THEME]
    values = list(context.subject.theme_scores.values())
    bands = bands_of(np.concatenate(values), figures)
    # One legend for all: it says that 0 is no measure above threshold where that holds for each.
    zero = all(figure.zero_is_none for figure in figures)
    return [
        Drawing(
            replace(figure, zero_is_none=zero),
            bands,
            f"({theme_score(context.expressions, at)})",
            inside=context.inside,
            is_small=True,
        )
        for at, figure in enumerate(figures)
    ]


def cells(where: QRectF, count: int) -> List[QRectF]:
    """A place divided into `count` cells, in the grid that leaves the maps largest."""
    columns, rows = _grid(where, count)
    wide, high = where.width() / columns, where.height() / rows
    return [
        QRectF(
            where.x() + (at % columns) * wide,
            where.y() + (at // columns) * high,
            wide - _GAP,
            high - _GAP,
        )
        for at in range(count)
    ]


def _grid(where: QRectF, count: int) -> Tuple[int, int]:
    def size(columns: int) -> float:
        rows = math.ceil(count / columns)
        return min(where.width() / columns / _SHAPE, where.height() / rows)

    columns = max(range(1, max(1, count) + 1), key=size)
    return columns, math.ceil(max(1, count) / columns)


def _title(
    layout: QgsPrintLayout, context: Context, number: int, cell: QRectF, page: int, size: float
) -> float:
    """Name the theme, and say what it weighs; how high that is."""
    theme = context.subject.result.themes[number]
    top = cell.y()
    for name, text, letters, colour in (
        (f"theme_title_{number + 1}", theme, _font(size + 1, bold=True), INK),
        (f"theme_note_{number + 1}", _note(context, theme), _font(size), QUIET),
    ):
        high = line_height(letters) + 0.6
        # Shown by name: what a theme is called is never taken for an expression.
        set_text(layout, name, text)
        _label(layout, name, letters, colour, QRectF(cell.x(), top, cell.width(), high), page)
        top += high
    return top + 0.5 - cell.y()


def _note(context: Context, theme: str) -> str:
    subject, say = context.subject, context.say
    ours = [at for at, measure in enumerate(subject.measures) if measure.theme == theme]
    share = say.percent(subject.result.theme_share(theme))
    carried = sum(subject.parent_level[at] for at in ours)
    if len(ours) == 1:
        template = mark("1 measure (b); {share} % of the score")
        return say.text(template if carried else mark("1 measure; {share} % of the score"), share=share)
    if carried == len(ours):
        return say.text(mark("{count} measures (b); {share} % of the score"), count=carried, share=share)
    if carried:
        template = mark("{count} measures, {carried} of them (b); {share} % of the score")
        return say.text(template, count=len(ours), carried=carried, share=share)
    return say.text(mark("{count} measures; {share} % of the score"), count=len(ours), share=share)


def _font(size: float, *, bold: bool = False) -> QFont:
    made = apart(QFont(family()))
    made.setPointSizeF(size)
    made.setBold(bold)
    return made


def _label(layout: QgsPrintLayout, name: str, font: QFont, colour: QColor, where: QRectF, page: int) -> None:
    item = QgsLayoutItemLabel(layout)
    item.setId(PREFIX + name)
    item.setText(f"[% {text_of(name)} %]")
    item.setFont(font)
    item.setFontColor(colour)
    item.setHAlign(Qt.AlignmentFlag.AlignLeft)
    item.setVAlign(Qt.AlignmentFlag.AlignTop)
    item.setMarginX(0)
    item.setMarginY(0)
    layout.addLayoutItem(item)
    place(item, where, page)
