# SPDX-License-Identifier: GPL-2.0-or-later
"""Letters that this machine lacks give way to those it has, all to the same family."""

from __future__ import annotations

from qgis.core import (
    QgsLayoutFrame,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemScaleBar,
    QgsLayoutTable,
    QgsLegendStyle,
    QgsPrintLayout,
    QgsTextFormat,
)
from qgis.PyQt.QtGui import QFont

from .fonts import apart, family, is_here
from .items import content

_Part = QgsLegendStyle.Style
_PARTS = (_Part.Title, _Part.Group, _Part.Subgroup, _Part.SymbolLabel)


def use_fonts_of_this_machine(layout: QgsPrintLayout) -> None:
    """Replace what is not here in labels, tables, legends and scale bars; sizes stay."""
    for item in content(layout):
        if isinstance(item, QgsLayoutItemLabel):
            item.setFont(_font(item.font()))
        elif isinstance(item, QgsLayoutItemLegend):
            for part in _PARTS:
                item.setStyleFont(part, _font(item.styleFont(part)))
        elif isinstance(item, QgsLayoutItemScaleBar):
            item.setTextFormat(_format(item.textFormat()))
        elif isinstance(item, QgsLayoutFrame) and isinstance(item.multiFrame(), QgsLayoutTable):
            table = item.multiFrame()
            table.setContentTextFormat(_format(table.contentTextFormat()))
            table.setHeaderTextFormat(_format(table.headerTextFormat()))


def _font(wanted: QFont) -> QFont:
    made = apart(wanted)
    if not is_here(wanted.family()):
        made.setFamily(family())
    return made


def _format(wanted: QgsTextFormat) -> QgsTextFormat:
    made = QgsTextFormat(wanted)
    made.setFont(_font(wanted.font()))
    return made
