# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands over the map of a theme: its name, and what it weighs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import List

from qgis.core import QgsLayoutItemLabel, QgsPrintLayout
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont

from ..core.messages import mark
from .context import PREFIX, Context, set_text, text_of
from .fonts import apart, family, line_height, wrapped
from .items import place

INK, QUIET = QColor("#22313f"), QColor("#52616f")
_MOST_LINES = 3


@dataclass(frozen=True, eq=False)
class Heads:
    """The heads of all themes' maps, equally high.

    Parameters
    ----------
    page, size, width
        On which page they stand, their letters in points, and their width in millimetres.
    """

    layout: QgsPrintLayout
    context: Context
    page: int
    size: float
    width: float

    @cached_property
    def _names(self) -> List[str]:
        return list(self.context.subject.result.themes)

    @cached_property
    def _notes(self) -> List[str]:
        return [_note(self.context, theme) for theme in self._names]

    def put(self, number: int, cell: QRectF) -> float:
        """Put a theme's head at the top of its cell; how high that is."""
        top = cell.y()
        for name, texts, letters, colour in (
            ("theme_title", self._names, head_font(self.size + 1, bold=True), INK),
            ("theme_note", self._notes, head_font(self.size), QUIET),
        ):
            lines = max(len(wrapped(text, letters, self.width)) for text in texts)
            high = min(lines, _MOST_LINES) * line_height(letters) + 0.6
            # Shown by name: what a theme is called is never taken for an expression.
            set_text(self.layout, f"{name}_{number + 1}", texts[number])
            where = QRectF(cell.x(), top, cell.width(), high)
            self._label(f"{name}_{number + 1}", letters, colour, where)
            top += high
        return top + 0.5 - cell.y()

    def _label(self, name: str, font: QFont, colour: QColor, where: QRectF) -> None:
        item = QgsLayoutItemLabel(self.layout)
        item.setId(PREFIX + name)
        item.setText(f"[% {text_of(name)} %]")
        item.setFont(font)
        item.setFontColor(colour)
        item.setHAlign(Qt.AlignmentFlag.AlignLeft)
        item.setVAlign(Qt.AlignmentFlag.AlignTop)
        item.setMarginX(0)
        item.setMarginY(0)
        self.layout.addLayoutItem(item)
        place(item, where, self.page)


def head_font(size: float, *, bold: bool = False) -> QFont:
    """Letters of the sheet's family."""
    made = apart(QFont(family()))
    made.setPointSizeF(size)
    made.setBold(bold)
    return made


def _note(context: Context, theme: str) -> str:
    subject, say = context.subject, context.say
    ours = [at for at, measure in enumerate(subject.measures) if measure.theme == theme]
    share = say.percent(subject.result.theme_share(theme))
    carried = sum(subject.parent_level[at] for at in ours)
    if len(ours) == 1:
        template = mark("1 measure (b); {share} % of the score") if carried else None
        return say.text(template or mark("1 measure; {share} % of the score"), share=share)
    if carried == len(ours):
        return say.text(mark("{count} measures (b); {share} % of the score"), count=carried, share=share)
    if carried:
        template = mark("{count} measures, {carried} of them (b); {share} % of the score")
        return say.text(template, count=len(ours), carried=carried, share=share)
    return say.text(mark("{count} measures; {share} % of the score"), count=len(ours), share=share)
