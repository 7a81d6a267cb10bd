# SPDX-License-Identifier: GPL-2.0-or-later
"""A sheet: a layout of the project made from a template and bound to written scores."""

from __future__ import annotations

from qgis.core import QgsLayoutItemManualTable, QgsPrintLayout, QgsProject, QgsVectorLayer

from ..core.feedback import SILENT, Feedback
from ..core.messages import NeedError, mark
from ..report.subject import Subject
from . import items
from .area_tables import fill_area_tables
from .atlas import follow_parents
from .context import Context, follow_page, set_text, text_of
from .expressions import SHARED
from .fit import fit_labels
from .left_over import print_left_over
from .map_items import fill_maps
from .maps import EXTENTS, Maps
from .measure_table import fill_measures, measure_rows
from .more_pages import continue_rows, running_title
from .order import Order
from .parent_lines import LINES, lines_text, parent_line
from .template import load
from .template_fonts import use_fonts_of_this_machine
from .text_voice import TextVoice
from .words import SheetWords, headings


def make_sheet(
    project: QgsProject,
    layer: QgsVectorLayer,
    subject: Subject,
    order: Order,
    say: TextVoice,
    feedback: Feedback = SILENT,
) -> QgsPrintLayout:
    """Make a sheet and add it to the layouts of the project.

    Each is a layout of its own; one of the same title is left as it is.

    Parameters
    ----------
    project
        Gets the layout.
    layer
        A layer of the project that the subject's scores are written in.
    subject, order, say
        What the sheet shows, what was asked for, and the user's language.
    feedback
        Told and asked while outlines are made: of many areas that takes long.

    Raises
    ------
    NeedError
        The template cannot be read, or wants parents where there are none.
    Cancelled
        The user asked to stop.
    """
    layout = draft_sheet(project, layer, subject, order, say, feedback)
    layout.setName(free_name(project, order.title.strip() or subject.scenario.title))
    project.layoutManager().addLayout(layout)
    return layout


def draft_sheet(
    project: QgsProject,
    layer: QgsVectorLayer,
    subject: Subject,
    order: Order,
    say: TextVoice,
    feedback: Feedback = SILENT,
) -> QgsPrintLayout:
    """The same sheet, to be looked at or exported, without adding it to the project's layouts."""
    context = Context(project, layer, subject, order, say, feedback)
    _check(context)
    layout = QgsPrintLayout(project)
    load(order.template, layout)
    _fill(layout, context)
    return layout


def free_name(project: QgsProject, title: str) -> str:
    """A name that no layout of the project has."""
    taken = {layout.name() for layout in project.layoutManager().layouts()}
    name, number = title, 2
    while name in taken:
        name, number = f"{title} ({number})", number + 1
    return name


def _check(context: Context) -> None:
    order = context.order
    if (context.is_of_parents or order.template.is_of_a_parent) and not context.subject.has_parents:
        raise NeedError(
            mark(
                "The scenario names no field for what its areas lie in, so that there is nothing to make "
                "pages of. Name one, or take a template that is about all areas."
            )
        )
    if order.template.is_of_a_parent and not context.is_of_parents:
        raise NeedError(
            mark(
                "The template “{name}” is about one {parent} at a time. Choose one, make an atlas of all, or "
                "take another template."
            ),
            name=order.template.name,
            parent=str(context.places.parent),
        )
    if len(order.parents) > 1 and not order.atlas:
        raise NeedError(
            mark("A sheet that is no atlas is about one {parent}, or about all."),
            parent=str(context.places.parent),
        )


def _fill(layout: QgsPrintLayout, context: Context) -> None:
    use_fonts_of_this_machine(layout)
    maps = Maps(context)
    for name, text in SheetWords(context).variables().items():
        set_text(layout, name, text)
    set_text(layout, "parent_line", "" if context.parent is None else parent_line(context, context.parent))
    if context.subject.has_parents:
        set_text(layout, SHARED, context.expressions.shared_text())
    if context.order.atlas:
        set_text(layout, EXTENTS, maps.extents_text())
        set_text(layout, LINES, lines_text(context))
        follow_parents(layout, context.expressions, context.pages)
    _fill_measures(layout, context)  # first: a list may go on in the room that they leave
    listed = fill_area_tables(layout, context)
    fill_maps(layout, context, maps, listed)
    if context.order.atlas:
        for label in items.labels(layout):
            label.setText(follow_page(label.text(), layout, context.expressions.parent_key(None)))
    elsewhere = context.say.text(mark("(in full on the last page)"))
    if context.order.atlas:
        template = mark("(in full on the last page of this {parent})")
        elsewhere = context.say.text(template, parent=context.places.parent)
    left = fit_labels(layout, elsewhere)
    print_left_over(layout, left, running_title(), headings(context.say))
    fit_labels(layout, elsewhere)  # the feet of these pages


def _fill_measures(layout: QgsPrintLayout, context: Context) -> None:
    rows = measure_rows(context.subject, context.say)
    for table, frame in items.tables(layout, items.MEASURES, QgsLayoutItemManualTable):
        fill_measures(table, rows, context.say, frame.rect().width())
        # The measures are the same on every page: what goes on does so everywhere.
        continue_rows(layout, table, text_of("measures_heading"))
