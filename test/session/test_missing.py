# SPDX-License-Identifier: GPL-2.0-or-later
"""Sources that are not where the scenario says: found out, and put right where told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject

from support.small_town import SCORES
from vru_need_plugin.session import edits
from vru_need_plugin.session.layers_in_use import LayersInUse
from vru_need_plugin.session.missing import AREAS, Lack, beside, missing_sources, relinked


def missing(session):
    return {one.part: one.lack for one in missing_sources(session, QgsProject.instance())}


def scores(session):
    values = session.result.score
    return {c: None if v != v else float(v) for c, v in zip(session.areas.codes, values)}


@pytest.fixture
def names(session):
    parent = QObject()
    made = LayersInUse(session, QgsProject.instance(), parent)
    yield made
    made.close()


def on_layer(session, name):
    """The session's areas, as a layer of the project of this name."""
    session.area_layer.setName(name)
    areas = replace(session.scenario.areas, source=f"project:{name}")
    session.edit("t", edits.with_areas(session.scenario, areas))


def test_nothing_is_missing_of_a_sound_scenario(opened):
    assert missing(opened) == {}


def test_files_that_are_gone_are_missing(session, town, tmp_path):
    for name in ("wards.gpkg", "survey.csv"):
        (tmp_path / name).unlink()
    session.open(town)
    assert missing(session) == {AREAS: Lack.FILE, "survey": Lack.FILE}


def test_a_layer_that_the_file_lacks_is_missing(opened):
    areas = replace(opened.scenario.areas, source=opened.scenario.areas.source.replace("=wards", "=other"))
    opened.edit("t", edits.with_areas(opened.scenario, areas))
    assert missing(opened) == {AREAS: Lack.SHEET}


def test_a_layer_that_the_project_lacks_or_has_twice_is_missing(opened):
    on_layer(opened, "Wards")
    assert missing(opened) == {}
    twin = opened.area_layer.clone()
    twin.setName("Wards")
    QgsProject.instance().addMapLayer(twin)
    opened.reload()
    assert missing(opened) == {AREAS: Lack.LAYER}


def test_an_area_layer_taken_out_of_the_project_can_be_added_again(opened):
    QgsProject.instance().removeMapLayer(opened.area_layer.id())
    assert missing(opened) == {AREAS: Lack.REMOVED}
    opened.reload()
    assert missing(opened) == {}
    assert scores(opened) == SCORES


def test_files_that_lie_to_each_other_as_before_are_found_beside_the_first(session, town, tmp_path):
    there = tmp_path / "moved"
    there.mkdir()
    for name in ("wards.gpkg", "figures.csv", "survey.csv"):
        (tmp_path / name).rename(there / name)
    session.open(town)
    found = missing_sources(session, QgsProject.instance())
    assert len(found) == 3
    (there / "survey.csv").unlink()
    others = beside(found[0], there / "wards.gpkg", found)
    assert others == {"figures": str(there / "figures.csv")}


def test_a_relinked_scenario_scores_as_before_and_is_undone_in_one_step(session, town, tmp_path):
    (tmp_path / "moved").mkdir()
    (tmp_path / "figures.csv").rename(tmp_path / "moved" / "figures 2.csv")
    session.open(town)
    assert scores(session) != SCORES
    found = relinked(session.scenario, {"figures": str(tmp_path / "moved" / "figures 2.csv")})
    session.edit("t", found)
    assert missing(session) == {}
    assert scores(session) == SCORES
    session.undo_stack.undo()
    assert missing(session) == {"figures": Lack.FILE}


def test_a_layer_renamed_while_in_use_is_followed_into_all_that_can_be_undone(opened, names):
    on_layer(opened, "Wards")
    opened.edit("t", edits.with_measure(opened.scenario, "robbery", weight=5))
    opened.area_layer.setName("Wards of 2024")
    assert opened.scenario.areas.source == "project:Wards of 2024"
    assert missing(opened) == {}
    opened.undo_stack.undo()
    assert opened.scenario.areas.source == "project:Wards of 2024"
    assert scores(opened) == SCORES
    assert opened.has_changes


def test_renaming_a_layer_that_is_known_by_its_file_changes_nothing(opened, names):
    before = opened.scenario
    opened.area_layer.setName("Another name")
    assert opened.scenario is before
    assert not opened.has_changes


def test_a_layer_that_comes_under_the_missing_name_is_read(opened, names, tmp_path):
    on_layer(opened, "Wards")
    uri = f"{Path(tmp_path) / 'wards.gpkg'}|layername=wards"
    QgsProject.instance().removeMapLayer(opened.area_layer.id())
    assert missing(opened) == {AREAS: Lack.LAYER}
    QgsProject.instance().addMapLayer(QgsVectorLayer(uri, "Wards", "ogr"))
    assert missing(opened) == {}
    assert scores(opened) == SCORES
