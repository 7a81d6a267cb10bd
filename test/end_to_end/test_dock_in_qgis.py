# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock in real QGIS, on London's published tables: every number on the widgets is the right one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from osgeo import ogr

from oracle.need import need
from support.real_qgis import IN_REAL_QGIS, run
from support.shared import DATA, needs_data
from support.shown_areas import shown_area
from support.templates import LONDON_2011, on_published_data, template
from vru_need_plugin.scenario import codec

HERE = Path(__file__).resolve().parent
WARDS = DATA / "boundaries" / "London_Ward_CityMerged.shp"
ATLAS = DATA / "tables_ward" / "ward-atlas-data.csv"
SURVEY = DATA / "tables_borough" / "PAS_Dashboard_Borough.csv"
pytestmark = [needs_data, *IN_REAL_QGIS]


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What the widgets said, step by step."""
    folder = tmp_path_factory.mktemp("dock")
    scenario = folder / "london.json"
    codec.save(on_published_data(template(LONDON_2011)), scenario)
    arguments = [str(path) for path in (scenario, WARDS, ATLAS, SURVEY, folder)]
    return run(HERE / "drive_dock.py", arguments)


@pytest.fixture(scope="module")
def wards():
    """The wards' attributes, in layer order."""
    data = ogr.Open(str(WARDS))
    return [feature.items() for feature in data.GetLayer(0)]


def steps(told):
    return told["opened"]["steps"] + told["made"]["steps"]


@pytest.mark.parametrize("number", range(5))
def test_every_area_on_the_widgets_is_as_re_computed(told, wards, number):
    step = steps(told)[number]
    scenario = json.loads(Path(step["scenario"]).read_text(encoding="utf-8"))
    answer = need(scenario, wards, folder=Path(step["scenario"]).parent)
    shown = {row["area"]: row for row in step["areas"]}
    assert len(shown) == len(wards) == 625
    for area, ward in enumerate(wards):
        assert shown[area] == shown_area(area, ward, scenario, answer), step["name"]


@pytest.mark.parametrize("number", range(5))
def test_every_measure_on_the_widgets_is_as_re_computed(told, wards, number):
    step = steps(told)[number]
    scenario = json.loads(Path(step["scenario"]).read_text(encoding="utf-8"))
    answers = {a.id: a for a in need(scenario, wards, folder=Path(step["scenario"]).parent).measures}
    for measure, shown in zip(scenario["measures"], step["measures"]):
        answer = answers.get(measure["id"])
        expected = {
            "title": measure["title"],
            "cut_off": None if answer is None or answer.cut_off is None else float(answer.cut_off),
            "above": None if answer is None else sum(flag == 1 for flag in answer.flags),
        }
        assert shown == expected, step["name"]


def test_undoing_everything_brings_back_every_number(told):
    first, *_, undone = told["opened"]["steps"]
    assert undone["areas"] == first["areas"]
    assert undone["measures"] == first["measures"]


def test_edits_are_in_the_scenario_that_was_saved(told):
    moved = json.loads(Path(told["opened"]["steps"][1]["scenario"]).read_text(encoding="utf-8"))
    assert moved["measures"][1]["threshold"]["value"] == 5
    assert moved["measures"][0]["weight"] == 2.5
    assert moved["measures"][0]["threshold"]["value"] == 10


def test_a_clicked_ward_is_found_explained_and_shown_on_the_map(told, wards):
    assert told["opened"]["found"] == ["Northumberland Park"]
    assert told["opened"]["told"].startswith("Northumberland Park: above threshold on 9 of 16, rank ")
    assert "in Haringey" in told["opened"]["told"]
    west, south, east, north = told["opened"]["map"]
    assert 533000 < (west + east) / 2 < 536000
    assert 190000 < (south + north) / 2 < 192500
    assert east - west < 20000


def test_downloads_become_a_ranking_with_keys_and_header_found(told):
    assert told["made"]["matched"] == ["625 of 625", "32 of 33"]


def test_the_preview_is_on_the_map_and_not_in_the_project(told):
    assert told["traces"]["layers"] == ["Live need score (not saved)", "London_Ward_CityMerged"]
    assert told["traces"]["project"] == 0
    assert not told["traces"]["dirty"]


def test_reloading_the_plugin_again_and_again_leaves_nothing_over(told):
    first, *rest = told["traces"]["counts"]
    for counts in rest:
        assert {**counts, "widgets": 0} == {"docks": 1, "actions": 1, "layers": 2, "widgets": 0}
        assert counts["widgets"] <= first["widgets"] + 2
    assert told["traces"]["after"]["docks"] == 0
    assert told["traces"]["after"]["layers"] == 1
