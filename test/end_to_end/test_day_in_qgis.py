# SPDX-License-Identifier: GPL-2.0-or-later
"""A day's work in real QGIS, from London's downloads to a ranking in focus; every number is the right one."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from osgeo import ogr

from oracle.need import need
from support.real_qgis import IN_REAL_QGIS, run
from support.shared import DATA, needs_data
from support.shown_areas import shown_area

HERE = Path(__file__).resolve().parent
WARDS = DATA / "boundaries" / "London_Ward_CityMerged.shp"
ATLAS = DATA / "tables_ward" / "ward-atlas-data.csv"
SURVEY = DATA / "tables_borough" / "PAS_Dashboard_Borough.csv"
HARINGEY = "E09000014"


pytestmark = [needs_data, *IN_REAL_QGIS]


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What the widgets said, step by step."""
    folder = tmp_path_factory.mktemp("day")
    return run(HERE / "drive_day.py", [str(WARDS), str(ATLAS), str(SURVEY), str(folder)])


@pytest.fixture(scope="module")
def wards():
    """The wards' attributes, in layer order."""
    data = ogr.Open(str(WARDS))
    return [feature.items() for feature in data.GetLayer(0)]


@pytest.fixture(scope="module")
def answers(told, wards):
    """Each step's scenario, and what a plain re-computation makes of it."""
    found = []
    for step in told["steps"]:
        path = Path(step["scenario"])
        scenario = json.loads(path.read_text(encoding="utf-8"))
        found.append((scenario, need(scenario, wards, folder=path.parent)))
    return found


@pytest.mark.parametrize("number", range(5))
def test_every_area_on_the_widgets_is_as_re_computed(told, wards, answers, number):
    step, (scenario, answer) = told["steps"][number], answers[number]
    shown = {row["area"]: row for row in step["areas"]}
    in_focus = scenario.get("options", {}).get("focus", [])
    assert set(shown) == {
        area for area, ward in enumerate(wards) if not in_focus or ward["LB_GSS_CD"] in in_focus
    }
    for area, row in shown.items():
        assert row == shown_area(area, wards[area], scenario, answer), step["name"]


@pytest.mark.parametrize("number", range(5))
def test_every_measure_on_the_widgets_is_as_re_computed(told, answers, number):
    step, (scenario, answer) = told["steps"][number], answers[number]
    assert len(step["measures"]) == 4
    for measure, found, shown in zip(scenario["measures"], answer.measures, step["measures"]):
        assert shown == {
            "title": measure["title"],
            "cut_off": None if found.cut_off is None else float(found.cut_off),
            "above": sum(flag == 1 for flag in found.flags),
        }, step["name"]


def test_what_was_typed_and_dragged_is_in_the_scenario(answers):
    ticked, typed, dragged, in_focus, _next = (scenario for scenario, _answer in answers)
    assert typed["measures"][0]["weight"] == 2.5
    assert typed["measures"][1]["threshold"]["kind"] == "top_count"
    assert typed["measures"][1]["threshold"]["value"] == 40
    assert typed["measures"][2] == ticked["measures"][2]
    assert dragged["measures"][2]["threshold"]["kind"] == "value"
    assert in_focus["options"]["focus"] == [HARINGEY]


def test_wards_are_found_while_their_name_is_typed(told):
    assert told["found"] == ["Northumberland Park", "Northumberland Heath"]


def test_the_clicked_ward_explains_itself_with_the_right_numbers(told, wards, answers):
    scenario, answer = answers[3]
    row = told["steps"][3]["areas"][0]
    fields, area = answer.fields, row["area"]
    sentence = (
        r"(?P<name>.+): above threshold on (?P<above>\d+) of 4, =?(?P<here>\d+)\w\w of 19 in Haringey, "
        r"=?(?P<rank>\d+)\w\w of (?P<of>\d+) in all; (?P<near>none|\d+) just below; "
        r"(?P<missing>none|\d+) missing(; (?P<own>\d+) ward-level \+ (?P<carried>\d+) borough-level)?"
    )
    said = re.match(sentence, told["told"])
    assert said, told["told"]
    carried = [
        m.flags[area]
        for m, spec in zip(answer.measures, scenario["measures"])
        if spec["table"] != "ward_atlas_data"
    ]
    expected = {
        "name": wards[area]["NAME"],
        "above": fields["need_count"][area],
        "here": fields["need_prank"][area],
        "rank": fields["need_rank"][area],
        "of": sum(score is not None for score in fields["need_score"]),
        "near": fields["need_near"][area] or "none",
        "missing": 4 - fields["need_avail"][area] or "none",
        "own": fields["need_count"][area] - carried.count(1) if 1 in carried else None,
        "carried": carried.count(1) or None,
    }
    told_of = {name: value if value is None else str(value) for name, value in expected.items()}
    assert said.groupdict() == told_of


def test_the_clicked_ward_shows_its_values_and_cut_offs(told, answers):
    area = told["steps"][3]["areas"][0]["area"]
    shown = [float(text.replace(",", "")) for text in re.findall(r"(?<![\w.])\d[\d,]*\.?\d*", told["told"])]

    def is_shown(figure):
        return any(abs(number - float(figure)) <= 0.0005 * abs(float(figure)) for number in shown)

    for measure in answers[3][1].measures:
        if measure.values[area] is not None:
            assert is_shown(measure.values[area])
            assert is_shown(measure.cut_off)


def test_a_new_project_begins_without_it_and_the_saved_one_brings_the_same_numbers(told):
    assert told["away"] == {"layers": [], "rows": 0, "title": "Haringey, Tuesday"}
    before, after = told["steps"][3], told["steps"][4]
    assert after["areas"] == before["areas"]
    assert after["measures"] == before["measures"]


def test_the_sections_sum_up(told):
    data, measures, results = told["state"]
    assert data.startswith("625 wards in 33 boroughs; 2 tables")
    assert measures == "4 in use, highest possible score 5.5"
    assert results.startswith("625 ranked") or "without data" in results
