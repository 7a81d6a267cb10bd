# SPDX-License-Identifier: GPL-2.0-or-later
"""A legend takes the room that a template gives it: as designed where it can, smaller where it must."""

from __future__ import annotations

import pytest
from qgis.core import QgsLayoutItemLegend, QgsLegendStyle, QgsPrintLayout, QgsProject

from support.sheets import drawn, sheet
from vru_need_plugin.sheets import items
from vru_need_plugin.sheets import template as templates

Part = QgsLegendStyle.Style
ALL = [template.id for template in templates.shipped()]


def legend(layout):
    return items.named(layout, "vru_legend", QgsLayoutItemLegend)[0]


@pytest.fixture(scope="module", params=ALL)
def made_and_design(request, sample):
    """A sheet of the sample, and its template as it is shipped."""
    template = templates.find(request.param)
    design = QgsPrintLayout(QgsProject.instance())
    templates.load(template, design)
    return sheet(sample, template.id, parents=(2,) if template.is_of_a_parent else ()), design


def test_with_room_a_legend_keeps_its_letters_and_the_space_between_its_lines(made_and_design):
    made, design = map(legend, made_and_design)
    size = design.styleFont(Part.SymbolLabel).pointSizeF()
    assert made.styleFont(Part.SymbolLabel).pointSizeF() == size
    letters = size * 25.4 / 72
    assert made.style(Part.Symbol).margin(QgsLegendStyle.Side.Top) > 0.2 * letters
    assert made.symbolHeight() > letters


def test_a_drawn_legend_stays_in_the_place_of_its_template(made_and_design):
    layout, design = made_and_design
    drawn(layout, dpi=30)  # QGIS settles the size of a legend when it draws it
    box, place = items.box(legend(layout)), items.box(legend(design))
    assert box.height() <= place.height()
    assert box.width() <= place.width() + 0.1
