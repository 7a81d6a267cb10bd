# SPDX-License-Identifier: GPL-2.0-or-later
"""One small map for each theme, all on one scale, in the place that a template keeps for them."""

from __future__ import annotations

import math
from typing import List, Tuple

import numpy as np
from qgis.core import (
    QgsExpressionContextUtils,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemShape,
    QgsPrintLayout,
)
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont

from ..core.messages import mark
from ..report.subject import Subject
from .fonts import family, line_height
from .items import THEMES, box, named, place
from .map_style import INK, Drawing, few_classes
from .maps import Maps
from .text_voice import TextVoice

_GAP = 4.0
_SHAPE = 1.25
"""Of width to height: what most places are like."""
QUIET = QColor("#52616f")


def fill_themes(layout: QgsPrintLayout, maps: Maps, say: TextVoice) -> List[QgsLayoutItemMap]:
    """Put the maps in the place of the shape with the id vru_themes; none where there is none."""
    made: List[QgsLayoutItemMap] = []
    for shape in named(layout, THEMES, QgsLayoutItemShape):
        where, page = box(shape), shape.page()
        size = float(shape.customProperty("vru_size", 8.0) or 8.0)
        layout.removeLayoutItem(shape)
        themes = maps.subject.result.themes
        for number, cell in enumerate(cells(where, len(themes))):
            made.append(_theme(layout, maps, number, cell, page, size, say))
    return made


def theme_classes(subject: Subject):  # type: ignore[no-untyped-def]
    """The classes that all theme maps share."""
    tops = [float(np.nanmax(scores, initial=0.0)) for scores in subject.theme_scores.values()]
    return few_classes(subject.result, max(tops, default=0.0))


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


def _theme(
    layout: QgsPrintLayout, maps: Maps, number: int, cell: QRectF, page: int, size: float, say: TextVoice
) -> QgsLayoutItemMap:
    subject = maps.subject
    theme = subject.result.themes[number]
    title, note = QFont(family(), 1), QFont(family(), 1)
    title.setPointSizeF(size + 1)
    title.setBold(True)
    note.setPointSizeF(size)
    measures = [measure for measure in subject.measures if measure.theme == theme]
    carried = sum(
        subject.parent_level[at] for at, measure in enumerate(subject.measures) if measure.theme == theme
    )
    told = say.text(
        mark("{count} measures, {share} % of the score"),
        count=len(measures),
        share=say.percent(subject.result.theme_share(theme)),
    )
    if carried:
        told = say.text(mark("{told}; {count} of them (b)"), told=told, count=carried)
    top = cell.y()
    for name, text, font, colour in (
        (f"vru_theme_title_{number + 1}", theme, title, INK),
        (f"vru_theme_note_{number + 1}", told, note, QUIET),
    ):
        high = line_height(font) + 0.6
        # Shown by name: what a theme is called is never taken for an expression.
        QgsExpressionContextUtils.setLayoutVariable(layout, name, text)
        _label(layout, name, f"[% @{name} %]", font, colour, QRectF(cell.x(), top, cell.width(), high), page)
        top += high
    item = QgsLayoutItemMap(layout)
    item.setId(f"vru_theme_map_{number + 1}")
    layout.addLayoutItem(item)
    place(item, QRectF(cell.x(), top + 0.5, cell.width(), cell.bottom() - top - 0.5), page)
    drawing = Drawing(theme_classes(subject), maps.words.theme_score(number), maps.inside())
    maps.draw(item, drawing)
    return item


def _label(
    layout: QgsPrintLayout, name: str, text: str, font: QFont, colour: QColor, where: QRectF, page: int
) -> None:
    item = QgsLayoutItemLabel(layout)
    item.setId(name)
    item.setText(text)
    item.setFont(font)
    item.setFontColor(colour)
    item.setHAlign(Qt.AlignmentFlag.AlignLeft)
    item.setVAlign(Qt.AlignmentFlag.AlignTop)
    item.setMarginX(0)
    item.setMarginY(0)
    layout.addLayoutItem(item)
    place(item, where, page)


