# SPDX-License-Identifier: GPL-2.0-or-later
"""One small map for each theme, all on one scale, in the place that a template keeps for them."""

from __future__ import annotations

from dataclasses import replace
from typing import List

import numpy as np
from qgis.core import (
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemShape,
    QgsLegendStyle,
    QgsPrintLayout,
)
from qgis.PyQt.QtCore import QRectF

from ..core.messages import mark
from ..layers.look.figures import Kind, figures_of
from .context import Context
from .furniture import fill_legend
from .items import THEMES, box, named, place
from .map_style import Drawing, bands_of, lines_shown
from .maps import Maps
from .theme_grid import ThemeGrid, theme_grid
from .theme_heads import INK, Heads, head_font
from .theme_scores import theme_score


def fill_themes(layout: QgsPrintLayout, context: Context, maps: Maps) -> List[QgsLayoutItemMap]:
    """Put the maps in the place of the shape with the id vru_themes; none where there is none."""
    made: List[QgsLayoutItemMap] = []
    for shape in named(layout, THEMES, QgsLayoutItemShape):
        where, page = box(shape), shape.page()
        size = float(shape.customProperty("vru_size", 8.0) or 8.0)
        layout.removeLayoutItem(shape)
        drawings = theme_drawings(context)
        grid = theme_grid(where, len(drawings))
        heads = Heads(layout, context, page, size, grid.width)
        for number, (drawing, cell) in enumerate(zip(drawings, grid.cells)):
            high = heads.put(number, cell)
            item = QgsLayoutItemMap(layout)
            item.setId(f"vru_theme_map_{number + 1}")
            layout.addLayoutItem(item)
            place(item, QRectF(cell.x(), cell.y() + high, cell.width(), cell.height() - high), page)
            maps.draw(item, drawing)
            made.append(item)
        if made:
            _legend(layout, context, made[0], drawings[0], grid, page, size)
    return made


def _legend(
    layout: QgsPrintLayout,
    context: Context,
    first: QgsLayoutItemMap,
    drawing: Drawing,
    grid: ThemeGrid,
    page: int,
    size: float,
) -> None:
    """What the colours of all these maps say."""
    item = QgsLayoutItemLegend(layout)
    item.setId("vru_theme_legend")
    part = QgsLegendStyle.Style
    for heading in (part.Title, part.Group, part.Subgroup):
        item.setStyleFont(heading, head_font(size + 0.5, bold=True))
        item.rstyle(heading).setMargin(QgsLegendStyle.Side.Left, 0)
    item.rstyle(part.Subgroup).setMargin(QgsLegendStyle.Side.Bottom, size * 0.2)
    item.setStyleFont(part.SymbolLabel, head_font(size))
    item.rstyle(part.Symbol).setMargin(QgsLegendStyle.Side.Left, 0)
    item.rstyle(part.Symbol).setMargin(QgsLegendStyle.Side.Top, size * 0.09)
    item.setSymbolHeight(size * 0.46)
    item.setSymbolWidth(size * 0.85)
    item.setBoxSpace(0)
    item.setFontColor(INK)
    item.setBackgroundEnabled(False)
    layout.addLayoutItem(item)
    item.setColumnCount(grid.legend_columns)
    item.setSplitLayer(grid.legend_columns > 1)
    place(item, grid.legend, page)
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
