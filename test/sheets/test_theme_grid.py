# SPDX-License-Identifier: GPL-2.0-or-later
"""Small maps and their legend share a place, however many there are, and none lies over another."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from qgis.core import QgsLayoutItemLegend, QgsLayoutItemMap, QgsProject
from qgis.PyQt.QtCore import QRectF

from support.sheets import drawn, scored, sheet, texts
from vru_need_plugin.resource import resource
from vru_need_plugin.scenario import codec
from vru_need_plugin.sheets import items
from vru_need_plugin.sheets.fit import fits
from vru_need_plugin.sheets.theme_grid import theme_grid

PLACES = [QRectF(150, 40, 133, 110), QRectF(210, 50, 195, 170), QRectF(10, 10, 60, 200)]


@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize("count", range(1, 25))
def test_cells_and_legend_lie_apart_and_inside(where, count):
    grid = theme_grid(where, count)
    assert len(grid.cells) == count
    for one in (*grid.cells, grid.legend):
        assert where.adjusted(-0.01, -0.01, 0.01, 0.01).contains(one)
        assert one.width() > 5
    for one, other in combinations((*grid.cells, grid.legend), 2):
        assert not one.intersects(other)


@pytest.mark.parametrize("count", [1, 2, 6, 12])
@pytest.mark.parametrize("name", ["themes-a4-landscape", "themes-a3-landscape"])
def test_so_many_themes_have_a_map_each_and_one_legend_that_can_be_read(qgis_app, name, count):
    path, project = resource("sample", "scenario.json"), QgsProject()
    scenario = codec.load(path)
    measures = tuple(
        replace(one, theme=f"Theme {at % count}, its name of some length")
        for at, one in enumerate(scenario.measures)
    )
    layout = sheet(scored(replace(scenario, measures=measures), path.parent, project), name)
    assert [text for text in texts(layout) if "…" in text and "(continued)" not in text] == []
    assert all(fits(label) for label in items.labels(layout))
    drawn(layout, dpi=30)  # QGIS settles the size of a legend when it draws it
    legend = items.box(items.named(layout, "vru_theme_legend", QgsLayoutItemLegend)[0])
    others = [item for item in items.content(layout) if item.page() == 0 and item.id() != "vru_theme_legend"]
    assert sum(isinstance(item, QgsLayoutItemMap) for item in others) == count + 1
    for item in others:
        shared = items.box(item).intersected(legend)
        assert shared.width() < 0.5 or shared.height() < 0.5, item.id()
    page = layout.pageCollection().page(0).rect()
    assert legend.right() <= page.width() - 10
    project.clear()
