# SPDX-License-Identifier: GPL-2.0-or-later
"""How much room the rows of a table need, told without drawing every page of an atlas."""

from __future__ import annotations

from typing import Dict, List, Sequence

from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextScope,
    QgsExpressionContextUtils,
    QgsLayoutTable,
    QgsPrintLayout,
    QgsTextFormat,
)
from qgis.PyQt.QtGui import QFont

from ..layers.texts import as_texts
from .expressions import Expressions
from .fonts import line_height, wrapped
from .ranking import Column, inner_widths

_CARE = 1.02


def row_heights(
    layout: QgsPrintLayout, table: QgsLayoutTable, words: Expressions, columns: Sequence[Column], width: float
) -> Dict[str, float]:
    """The height of every area's row, by its code, in millimetres.

    Parameters
    ----------
    columns, width
        Of the table, and of its frames in millimetres.
    """
    context = QgsExpressionContext()
    context.appendScopes(QgsExpressionContextUtils.globalProjectLayerScopes(words.layer))
    context.appendScope(QgsExpressionContextUtils.layoutScope(layout))
    scope = QgsExpressionContextScope()
    scope.setVariable("row_number", 0)
    context.appendScope(scope)
    context.setFields(words.layer.fields())
    expressions = [QgsExpression(column.expression) for column in columns]
    for expression in expressions:
        expression.prepare(context)
    widths = inner_widths(table, columns, width)
    font = _font(table.contentTextFormat())
    line, around = line_height(font), 2 * table.cellMargin() + table.gridStrokeWidth()
    code = words.layer.fields().indexFromName(words.subject.scenario.areas.code_field)
    found: Dict[str, float] = {}
    for feature in words.layer.getFeatures():
        context.setFeature(feature)
        lines = max(
            len(wrapped(str(expression.evaluate(context) or ""), font, wide))
            for expression, wide in zip(expressions, widths)
        )
        found[str(as_texts([feature.attribute(code)])[0])] = (lines * line * _CARE) + around
    return found


def written_height(table: QgsLayoutTable) -> float:
    """The height of a table's headings and rows, of which QGIS only says how high their frames are."""
    font, widths = _font(table.contentTextFormat()), table.columnWidths()
    line, around = line_height(font) * _CARE, 2 * table.cellMargin() + table.gridStrokeWidth()
    rows = [[column.heading() for column in table.headers()], *table.contents()]
    return float(
        sum(
            max(len(wrapped(str(cell), font, wide)) for cell, wide in zip(row, widths)) * line + around
            for row in rows
        )
    )


def heading_height(table: QgsLayoutTable, columns: Sequence[Column], width: float) -> float:
    """The height of the row of headings."""
    font = _font(table.headerTextFormat())
    widths = inner_widths(table, columns, width)
    lines = max(len(wrapped(column.heading, font, wide)) for column, wide in zip(columns, widths))
    return lines * line_height(font) * _CARE + 2 * table.cellMargin() + 2 * table.gridStrokeWidth()


def frames_needed(heights: List[float], heading: float, rooms: Sequence[float]) -> int:
    """How many frames rows of these heights fill, each with its heading.

    Parameters
    ----------
    rooms
        The height of the first frames; all further ones are as high as the last.
    """
    frames, room = 1, rooms[0] - heading
    for height in heights:
        if height > room:
            room = rooms[min(frames, len(rooms) - 1)] - heading
            frames += 1
        room -= height
    return frames


def _font(letters: QgsTextFormat) -> QFont:
    """Its own size, which a format keeps apart."""
    font = QFont(letters.font())
    font.setPointSizeF(letters.size())
    return font
