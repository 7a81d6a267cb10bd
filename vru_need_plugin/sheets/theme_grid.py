# SPDX-License-Identifier: GPL-2.0-or-later
"""A place divided among small maps and their legend so that the maps are as large as can be."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import List

from qgis.PyQt.QtCore import QRectF

_GAP = 4.0
_SHAPE = 1.25
"""Of width to height: what most places are like."""
_HEAD = 9.0
"""What stands over a map, about."""
_LEGEND_WIDE, _LEGEND_HIGH = 45.0, 34.0
"""What a legend needs in cells that no map is in, and the height of a strip for one in columns."""
_STRIP, _STRIP_COLUMNS = 23.0, 3


@dataclass(frozen=True)
class ThemeGrid:
    """The places, in millimetres, of maps with what stands over them, and of the legend."""

    cells: List[QRectF]
    legend: QRectF
    legend_columns: int

    @property
    def width(self) -> float:
        """Of each cell."""
        return self.cells[0].width() if self.cells else 0.0

    @property
    def map_size(self) -> float:
        """How large a map of the usual shape can be in a cell."""
        if not self.cells:
            return 0.0
        return min(self.cells[0].width() / _SHAPE, self.cells[0].height() - _HEAD)


def theme_grid(where: QRectF, count: int) -> ThemeGrid:
    """The grid for so many maps: with the legend in the cells that are left, or in a strip below."""
    tried = [_grid(where, count, columns) for columns in range(1, max(1, count) + 1)]
    return max(tried, key=lambda grid: grid.map_size)


def _grid(where: QRectF, count: int, columns: int) -> ThemeGrid:
    rows = math.ceil(max(1, count) / columns)
    left = rows * columns - count
    if columns == count:
        left = 0  # a row of its own for each
    wide, high = where.width() / columns, where.height() / rows
    if left and left * wide >= _LEGEND_WIDE and high >= _LEGEND_HIGH:
        x = where.x() + (columns - left) * wide + _GAP
        legend = QRectF(x, where.bottom() - high + _GAP, where.right() - x, high - 2 * _GAP)
        return ThemeGrid(_cells(where, count, columns, wide, high), legend, 1)
    high = (where.height() - _STRIP) / rows
    legend = QRectF(where.x(), where.bottom() - _STRIP + 1, where.width(), _STRIP - 1)
    return ThemeGrid(_cells(where, count, columns, wide, high), legend, _STRIP_COLUMNS)


def _cells(where: QRectF, count: int, columns: int, wide: float, high: float) -> List[QRectF]:
    return [
        QRectF(
            where.x() + (at % columns) * wide, where.y() + (at // columns) * high, wide - _GAP, high - _GAP
        )
        for at in range(count)
    ]
