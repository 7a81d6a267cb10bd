# SPDX-License-Identifier: GPL-2.0-or-later
"""The chosen area explained: a sentence, and its figure on every measure."""

from __future__ import annotations

import html
from typing import Iterable, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QFrame, QTextBrowser, QWidget

from ..scenario.document import Measure
from ..scoring.explain import AreaStanding, MeasureStanding, area_standing
from ..session.session import Session
from ..session.standing import parent_levels
from ..session.words import parent_word
from ..translation import tr
from . import look
from .area_words import sentence, story
from .numbers import figure


class AreaExplanation(QTextBrowser):
    """Shows one area of the current scores; asked to show it again when they change."""

    def __init__(self, session: Session, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Why this area has its score"))
        self.document().setDocumentMargin(4)

    def text(self) -> str:
        """What is shown, as plain text."""
        return self.toPlainText()

    def show_area(self, area: Optional[int]) -> None:
        """Explain an area by its number; None says what to do instead."""
        session = self._session
        if session.job is None or session.result is None or session.areas is None:
            self.setPlainText("")
            return
        if area is None or area >= len(session.areas):
            self._show(_quiet(tr("Choose an area above, or on the map, to see why it has its score."), self))
            return
        standing = area_standing(session.result, area, parent_levels(session.job))
        told = sentence(
            f"<b>{html.escape(session.areas.names[area])}</b>",
            html.escape(story(standing, area, session.areas, session.scenario.areas)),
        )
        self._show(f"<p>{told}</p>{self._table(standing)}")

    def _show(self, content: str) -> None:
        at = self.verticalScrollBar().value()
        self.setHtml(content)
        self.verticalScrollBar().setValue(at)

    def _table(self, standing: AreaStanding) -> str:
        job = self._session.job
        measures = job.measures if job else ()
        quiet = look.secondary(self.palette()).name()
        headings = (tr("Measure"), tr("Value"), tr("Cut-off"), tr("Percentile"))
        cells = "".join(
            f'<td align="{_side(number)}" style="color:{quiet}">{html.escape(heading)}</td>'
            for number, heading in enumerate(headings)
        )
        rows = "".join(
            self._row(measures[one.number], one) for one in sorted(standing.measures, key=_needier_first)
        )
        return f'<table width="100%" cellspacing="0" cellpadding="2"><tr>{cells}</tr>{rows}</table>'

    def _row(self, measure: Measure, one: MeasureStanding) -> str:
        if one.value is None:
            value, cutoff, percentile = tr("no data"), "", ""
        else:
            value, cutoff = figure(one.value), figure(one.cutoff)
            percentile = "" if one.percentile is None else str(one.percentile)
        fill = _fill(one, self.palette().color(self.backgroundRole()))
        title = html.escape(measure.title) + self._badge(one)
        texts = (_mark(one) + title, *map(html.escape, (value, cutoff, percentile)))
        return f"<tr{fill}>{_cells(texts)}</tr>"

    def _badge(self, one: MeasureStanding) -> str:
        if not one.parent_level:
            return ""
        word = html.escape(parent_word(self._session.scenario.areas).casefold())
        return f' <span style="color:{look.ACCENT.name()}">({word})</span>'


def _needier_first(one: MeasureStanding) -> tuple[int, int, int]:
    """Above, then just below, then the others, then those without data."""
    state = 0 if one.above else 1 if one.near else 2 if one.value is not None else 3
    return state, -(one.percentile or 0), one.number


def _mark(one: MeasureStanding) -> str:
    """A sign that says the state without colour."""
    return "● " if one.above else "○ " if one.near else ""


def _fill(one: MeasureStanding, base: QColor) -> str:
    if one.above:
        return f' bgcolor="{look.mixed(base, look.ACCENT, 0.28).name()}"'
    return f' bgcolor="{look.mixed(base, look.ACCENT, 0.1).name()}"' if one.near else ""


def _cells(texts: Iterable[str]) -> str:
    return "".join(
        f'<td align="{_side(number)}" style="white-space:{"nowrap" if number else "normal"}">{text}</td>'
        for number, text in enumerate(texts)
    )


def _side(number: int) -> str:
    return "right" if number else "left"


def _quiet(text: str, widget: QWidget) -> str:
    return f'<p style="color:{look.secondary(widget.palette()).name()}">{html.escape(text)}</p>'
