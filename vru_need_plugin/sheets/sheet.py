# SPDX-License-Identifier: GPL-2.0-or-later
"""A sheet: a layout of the project made from a template and bound to written scores."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List

from qgis.core import (
    QgsExpressionContextUtils,
    QgsLayoutItemAttributeTable,
    QgsLayoutItemLegend,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsPrintLayout,
    QgsProject,
    QgsVectorLayer,
)

from ..core.messages import NeedError, mark
from ..layers.style import legend_statement
from ..report.subject import Subject
from . import items
from .atlas import follow_parents
from .expressions import Expressions
from .fit import fit_labels
from .furniture import fill_legend, fill_north, fill_scale_bar
from .map_style import Drawing, classes_shown, few_classes, renderer
from .maps import EXTENTS, Maps
from .measure_table import fill_measures, measure_rows
from .more_pages import continue_table, print_left_over
from .order import Order
from .ranking import Shown, fill_ranking, list_columns, ranking_columns, shown
from .template import load
from .template_fonts import use_fonts_of_this_machine
from .text_voice import TextVoice
from .theme_maps import fill_themes, theme_classes
from .words import PREFIX, SheetWords

PLACE = "\u2039place\u203a"
"""Stands, in a text of an atlas, for the name of the page's parent."""


@dataclass(frozen=True, eq=False)
class Sheet:
    """Fills a layout.

    Parameters
    ----------
    project
        Whose layout it is.
    layer
        A layer of the project that the subject's scores are written in.
    subject, order, say
        What it shows, what was asked for, and the user's language.
    """

    project: QgsProject
    layer: QgsVectorLayer
    subject: Subject
    order: Order
    say: TextVoice

    @property
    def words(self) -> SheetWords:
        """Its texts."""
        return SheetWords(self.subject, self.order, self.say)


def make_sheet(
    project: QgsProject, layer: QgsVectorLayer, subject: Subject, order: Order, say: TextVoice
) -> QgsPrintLayout:
    """Make a sheet and add it to the layouts of the project.

    Parameters
    ----------
    project
        Gets the layout.
    layer
        A layer of the project that the subject's scores are written in.
    subject, order, say
        What the sheet shows, what was asked for, and the user's language.

    Raises
    ------
    NeedError
        The template cannot be read, or wants parents where there are none.
    """
    _check(subject, order)
    layout = QgsPrintLayout(project)
    load(order.template, layout)
    _Filling(Sheet(project, layer, subject, order, say), layout).fill()
    layout.setName(free_name(project, order.title or subject.scenario.title))
    project.layoutManager().addLayout(layout)
    return layout


def free_name(project: QgsProject, title: str) -> str:
    """A name that no layout of the project has."""
    taken = {layout.name() for layout in project.layoutManager().printLayouts()}
    name, number = title, 2
    while name in taken:
        name, number = f"{title} ({number})", number + 1
    return name


def _check(subject: Subject, order: Order) -> None:
    if (order.atlas or order.parents) and not subject.has_parents:
        raise NeedError(
            mark("The scenario names no field for what its areas lie in, so there is nothing to make pages of.")
        )
    if order.template.is_of_a_parent and not (order.atlas or order.parents):
        raise NeedError(
            mark(
                "The template “{name}” is about one {parent} at a time. Choose one, make an atlas of all, or "
                "take another template."
            ),
            name=order.template.name,
            parent=subject.scenario.areas.parent_name_field or "parent",
        )


class _Filling:
    def __init__(self, sheet: Sheet, layout: QgsPrintLayout) -> None:
        self._sheet = sheet
        self._layout = layout
        self._subject, self._order, self._say = sheet.subject, sheet.order, sheet.say
        self._words = Expressions(sheet.subject, sheet.layer, sheet.say)
        self._places = sheet.words.places
        self._maps = Maps(sheet.project, sheet.layer, sheet.subject, sheet.order, self._words)
        self._classes = few_classes(sheet.subject.result, _top(sheet.subject))

    def fill(self) -> None:
        use_fonts_of_this_machine(self._layout)
        self._set_variables(self._sheet.words.variables(self._sheet.layer))
        if self._order.atlas:
            follow_parents(self._layout, self._words, self._order.parents)
        listed = self._rankings()
        self._draw_maps(listed)
        self._measures()
        self._name_places()
        self._fit()

    def _set_variables(self, texts: Dict[str, str]) -> None:
        place = ""
        if self._order.atlas:
            place = PLACE
        elif self._order.parents:
            place = self._subject.job.parents.names[self._order.parents[0]]
        texts[f"{PREFIX}place"] = place
        texts[f"{PREFIX}continued"] = self._say.text(mark("continued"))
        if self._maps.is_of_parents:
            texts[EXTENTS] = self._maps.extents_text()
        for name, text in texts.items():
            QgsExpressionContextUtils.setLayoutVariable(self._layout, name, text)

    # Tables

    def _rankings(self) -> Shown:
        whole = not self._maps.is_of_parents
        listed = Shown(0, 0)
        for table, frame in items.tables(self._layout, items.RANKING, QgsLayoutItemAttributeTable):
            room = self._room(table, frame)
            parents = None if whole else self._order.parents or tuple(range(len(self._subject.job.parents)))
            listed = shown(self._subject, min(self._order.top or room, max(room, self._order.top)), parents)
            columns = ranking_columns(self._words, self._places, of_parent=not whole)
            test = f"{self._words.field('rank' if whole else 'prank')} <= {listed.last_rank}"
            if not whole:
                test = f"{self._words.in_parent(self._maps.parent)} AND {test}"
            fill_ranking(table, self._words, columns, frame.rect().width(), test)
            self._continue(table, self._text("ranking_heading"))
            self._set_variables_of_ranking(listed)
        for table, frame in items.tables(self._layout, items.LIST, QgsLayoutItemAttributeTable):
            columns = list_columns(self._words, self._places)
            fill_ranking(
                table, self._words, columns, frame.rect().width(), self._words.in_parent(self._maps.parent)
            )
            self._continue(table, self._text("ranking_heading"))
            self._set_variable(
                "ranking_heading",
                self._say.text(mark("All {areas} of {place}"), areas=self._places.areas, place=self._place()),
            )
        return listed

    def _place(self) -> str:
        if self._order.atlas:
            return PLACE
        return self._subject.job.parents.names[self._order.parents[0]]

    def _room(self, table: QgsLayoutItemAttributeTable, frame) -> int:  # type: ignore[no-untyped-def]
        """How many rows of one line there is room for."""
        from .fonts import line_height

        line = line_height(table.contentTextFormat().font()) if False else self._row_height(table)
        return max(1, int(frame.rect().height() / line) - 2)

    def _row_height(self, table: QgsLayoutItemAttributeTable) -> float:
        size = table.contentTextFormat().size() * 25.4 / 72
        return size * 1.4 + 2 * table.cellMargin() + table.gridStrokeWidth()

    def _set_variables_of_ranking(self, listed: Shown) -> None:
        say = self._say
        if self._maps.is_of_parents:
            heading = say.text(
                mark("Greatest need in {place}: ranks 1 to {last}"), place=self._place(), last=listed.last_rank
            )
        else:
            heading = say.text(mark("Greatest need: ranks 1 to {last}"), last=listed.last_rank)
        self._set_variable("ranking_heading", heading)
        self._set_variable("ranking_note", self._ranking_note(listed))

    def _ranking_note(self, listed: Shown) -> str:
        say, ranks = self._say, self._subject.result.rank
        if self._maps.is_of_parents:
            return say.text(mark("= marks a rank that is shared."))
        after = ranks[ranks > listed.last_rank]
        told = say.text(
            mark("{count} of {all} {areas} with a score."),
            count=listed.count,
            all=self._subject.scored,
            areas=self._places.areas,
        )
        if len(after):
            level = int((ranks == after.min()).sum())
            if level > 1:
                more = say.text(
                    mark("The next {count} share rank {rank} and are not listed."),
                    count=level,
                    rank=int(after.min()),
                )
                told = f"{told} {more}"
        return told

    def _measures(self) -> None:
        rows = measure_rows(self._subject, self._places, self._say)
        for table, frame in items.tables(self._layout, items.MEASURES, QgsLayoutItemManualTable):
            fill_measures(table, rows, self._say, frame.rect().width())
            self._continue(table, self._text("measures_heading"))

    def _continue(self, table, head: str) -> None:  # type: ignore[no-untyped-def]
        title = f"@{PREFIX}title || '  ·  ' || {head} || ', ' || @{PREFIX}continued"
        continue_table(self._layout, table, title, now_and_then=False)

    def _text(self, name: str) -> str:
        return f"@{PREFIX}{name}"

    def _set_variable(self, name: str, text: str) -> None:
        QgsExpressionContextUtils.setLayoutVariable(self._layout, PREFIX + name, text)

    # Maps

    def _draw_maps(self, listed: Shown) -> None:
        layout, layer = self._layout, self._sheet.layer
        sheets = items.named(layout, items.MAP, QgsLayoutItemMap)
        drawing = Drawing(
            self._classes, None, self._maps.inside(), self._maps.label(listed.last_rank), _label_size(layout)
        )
        for item in sheets:
            self._maps.draw(item, drawing)
        for item in items.named(layout, items.INSET, QgsLayoutItemMap):
            if self._maps.is_of_parents:
                self._maps.draw_position(item)
            else:
                layout.removeLayoutItem(item)
        themed = fill_themes(layout, self._maps, self._say)
        shown_on = sheets[:1] or themed[:1]
        if not shown_on:
            return
        drawing = drawing if sheets else Drawing(theme_classes(self._subject), self._words.theme_score(0))
        lines = classes_shown(renderer(layer, drawing, self._words.prefix))
        for legend in items.named(layout, items.LEGEND, QgsLayoutItemLegend):
            fill_legend(legend, shown_on[0], layer, self._legend_heading(bool(sheets)), lines)
        for bar in items.named(layout, items.SCALE_BAR, QgsLayoutItemScaleBar):
            if not fill_scale_bar(bar, shown_on[0]):
                layout.removeLayoutItem(bar)
        for arrow in items.named(layout, items.NORTH, QgsLayoutItemPicture):
            fill_north(arrow, shown_on[0])

    def _legend_heading(self, of_need: bool) -> str:
        if of_need:
            return legend_statement(self._classes.is_count)
        return self._say.text(mark("Score of each theme: the weights of its measures above threshold"))

    # Texts

    def _name_places(self) -> None:
        """In an atlas, let the name of the page's parent stand where a text speaks of it."""
        if not self._order.atlas:
            return
        for label in items.labels(self._layout):
            text = label.text()
            if f"@{PREFIX}" not in text:
                continue
            for name in QgsExpressionContextUtils.layoutScope(self._layout).variableNames():
                value = QgsExpressionContextUtils.layoutScope(self._layout).variable(name)
                if name.startswith(PREFIX) and PLACE in str(value):
                    text = text.replace(f"@{name} ", f"replace(@{name}, '{PLACE}', @atlas_pagename) ")
            label.setText(text)

    def _fit(self) -> None:
        say = self._say
        left = fit_labels(self._layout, say.text(mark("(in full on the last page)")))
        headings = {
            f"{PREFIX}title": say.text(mark("Title")),
            f"{PREFIX}purpose": say.text(mark("Purpose of this decision")),
            f"{PREFIX}how_to_read": say.text(mark("How to read this")),
            f"{PREFIX}imprint": say.text(mark("Imprint")),
            f"{PREFIX}copyright": say.text(mark("Rights")),
        }
        print_left_over(self._layout, left, self._text("title"), headings)


def _top(subject: Subject) -> float:
    known = subject.result.score[subject.result.scored]
    return float(known.max(initial=0))


def _label_size(layout: QgsPrintLayout) -> float:
    size = layout.pageCollection().page(0).rect()
    return 11.0 if max(size.width(), size.height()) > 500 else 7.0


def layouts_of(project: QgsProject) -> List[str]:
    """The names of the project's layouts."""
    return [layout.name() for layout in project.layoutManager().printLayouts()]
