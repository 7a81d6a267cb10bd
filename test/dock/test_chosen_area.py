# SPDX-License-Identifier: GPL-2.0-or-later
"""The chosen area stays the same area, whatever becomes of its number."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.core import QgsProject

from support.layers import squares
from support.small_town import WARDS
from vru_need_plugin.dock.result_column import ResultColumn
from vru_need_plugin.dock.results_model import AREA_ROLE
from vru_need_plugin.session import edits, worker

DOGWOOD = 3


def take_layer(session, name, wards):
    """Score other areas: a layer of the project."""
    layer = squares(wards)
    layer.setName(name)
    QgsProject.instance().addMapLayer(layer)
    areas = replace(session.scenario.areas, source=f"project:{name}")
    session.edit("areas", edits.with_areas(session.scenario, areas))
    assert session.area_layer is layer


def chosen(window):
    """The area that is explained, and the one whose row is chosen."""
    index = window.dock.results.view.currentIndex()
    row = index.siblingAtColumn(ResultColumn.AREA).data() if index.isValid() else None
    return window.dock.results.explanation.text(), row


@pytest.fixture
def dogwood(opened):
    """The small town with Dogwood chosen, which is the fourth of its areas."""
    opened.dock.results.choose_area(DOGWOOD)
    assert chosen(opened)[0].startswith("Dogwood")
    return opened


def test_it_is_found_again_where_areas_have_come_or_gone_before_it(dogwood):
    told = []
    dogwood.dock.results.areaChosen.connect(told.append)
    take_layer(dogwood.session, "fewer", WARDS[2:])
    text, row = chosen(dogwood)
    assert text.startswith("Dogwood")
    assert row == "Dogwood"
    assert told[-1] == 1


def test_it_is_found_again_where_the_areas_have_another_order(dogwood):
    take_layer(dogwood.session, "turned", WARDS[::-1])
    text, row = chosen(dogwood)
    assert text.startswith("Dogwood")
    assert row == "Dogwood"


def test_none_is_chosen_where_it_has_gone_and_no_other_takes_its_number(dogwood):
    told = []
    dogwood.dock.results.areaChosen.connect(told.append)
    take_layer(dogwood.session, "without", [ward for ward in WARDS if ward["name"] != "Dogwood"])
    assert chosen(dogwood)[0].startswith("Choose an area above")
    assert told[-1] is None


def test_few_areas_and_then_many_are_no_error(opened):
    session = opened.session
    opened.dock.results.choose_area(5)
    take_layer(session, "few", WARDS[:2])
    many = [{**WARDS[0], "code": f"E0500{number:04d}", "name": f"Ward {number}"} for number in range(1, 40)]
    take_layer(session, "many", many)
    assert chosen(opened)[0].startswith("Choose an area above")


def test_the_mark_on_the_distribution_moves_along(dogwood):
    dogwood.dock.measures.view.setCurrentIndex(dogwood.dock.measures.model.index(0, 0))
    picture = dogwood.dock.measures.panel.picture
    assert picture._marked == 7
    take_layer(dogwood.session, "turned", WARDS[::-1])
    assert picture._marked == 7


def test_while_other_areas_are_scored_no_filter_uses_the_scores_from_before(opened, monkeypatch, qtbot):
    session, model = opened.session, opened.dock.results.model
    opened.dock.results.search.setText("robbery")
    shown = [model.index(row, 0).data(AREA_ROLE) for row in range(model.rowCount())]
    assert [session.areas.names[area] for area in shown] == ["Ash", "Birch & Co"]
    monkeypatch.setattr(worker, "SMALL_AREAS", 0)
    take_layer(session, "turned", WARDS[::-1])
    assert model.rowCount() == 0
    qtbot.waitUntil(lambda: not session.is_working)
    shown = [model.index(row, 0).data(AREA_ROLE) for row in range(model.rowCount())]
    assert [session.areas.names[area] for area in shown] == ["Ash", "Birch & Co"]


def test_while_other_areas_are_scored_the_map_has_no_colours_from_before(opened, monkeypatch, qtbot):
    session, link = opened.session, opened.dock.map_link
    assert link.preview.layer is not None
    monkeypatch.setattr(worker, "SMALL_AREAS", 0)
    take_layer(session, "turned", WARDS[::-1])
    link.set_shown(False)
    link.set_shown(True)
    assert link.preview.layer is None
    qtbot.waitUntil(lambda: not session.is_working and link.preview.layer is not None)
    colours = {feature.id(): feature["need_score"] for feature in link.preview.layer.getFeatures()}
    assert [colours[number] for number in sorted(colours)][-1] == 3
