# SPDX-License-Identifier: GPL-2.0-or-later
"""The road from scenario to scores: what is kept, what is left out, what is an error."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from vru_need_plugin.core.areas import AreaTable
from vru_need_plugin.core.feedback import Silent
from vru_need_plugin.core.messages import Cancelled, NeedError
from vru_need_plugin.core.threshold import Threshold, ThresholdKind
from vru_need_plugin.scenario.document import (
    Areas,
    KeyLevel,
    Measure,
    Scenario,
    Table,
    Value,
    ValueKind,
)
from vru_need_plugin.scoring.cache import ScoringCache
from vru_need_plugin.scoring.load import used_tables
from vru_need_plugin.scoring.outputs import need_fields
from vru_need_plugin.scoring.road import prepare, rescore_job, score_job
from vru_need_plugin.tables.raw import RawTable

AREAS = AreaTable("wards", ["a1", "a2", "a3"], ["One", "Two", "Three"], ["b1", "b1", "b2"], ["N", "N", "S"])
TOP = Threshold(ThresholdKind.TOP_COUNT, 1)


def measure(name, table="t", **more):
    value = more.pop("value", Value(ValueKind.COLUMN, columns=(name,)))
    return Measure(name, name.title(), "Crime", table, value, TOP, **more)


SCENARIO = Scenario(
    "Test",
    Areas("wards", "code", "name", "parent", "parent_name"),
    tables=(Table("t", "t.csv", "code", KeyLevel.AREA), Table("p", "p.csv", "code", KeyLevel.PARENT)),
    measures=(measure("x"), measure("y", weight=2), measure("z", "p")),
)
RAW = {
    "t": RawTable("t.csv", [["code", "a1", "a2", "a3"], ["x", "1", "2", "3"], ["y", "5", "", "4"]]),
    "p": RawTable("p.csv", [["code", "b1", "b2"], ["z", "7", "6"]]),
}


def fields(job, result):
    return {field.name: list(field.values) for field in need_fields(job, result)}


def test_a_hand_worked_scenario_gives_every_field():
    job = prepare(SCENARIO, AREAS, RAW)
    found = fields(job, score_job(job))
    # x flags a3; y (weight 2) flags a1; z flags b1 and so a1 and a2. a2 lacks y: 2 of 3 < 0.75.
    assert found == {
        "need_score": [3.0, None, 1.0],
        "need_rank": [1, None, 2],
        "need_prank": [1, None, 1],
        "need_count": [2, 1, 1],
        "need_avail": [3, 2, 3],
        "need_high": [3.0, 3.0, 1.0],
        "need_near": [0, 0, 0],
        "need_flags": ["y;z", "z", "x"],
        "need_t01": [3.0, None, 1.0],
        "need_f01": [0, 0, 1],
        "need_f02": [1, None, 0],
        "need_f03": [1, 1, 0],
    }


def test_the_rank_within_the_parent_is_left_out_where_areas_have_none():
    areas = replace(AREAS, parent_codes=None, parent_names=None)
    scenario = replace(SCENARIO, measures=SCENARIO.measures[:2])
    job = prepare(scenario, areas, RAW)
    assert "need_prank" not in fields(job, score_job(job))


def test_options_leave_out_flags_and_themes():
    options = replace(SCENARIO.options, write_flags=False, write_themes=False, field_prefix="vru_")
    job = prepare(replace(SCENARIO, options=options), AREAS, RAW)
    assert list(fields(job, score_job(job)))[-1] == "vru_flags"


def test_figures_known_to_be_wrong_are_taken_as_missing():
    changed = replace(SCENARIO.measures[0], exclude_areas=("A3",))
    job = prepare(replace(SCENARIO, measures=(changed,)), AREAS, RAW)
    assert score_job(job).flag(0).tolist() == [0, 1, -1]


def test_a_disabled_measure_takes_no_part_and_no_field():
    off = replace(SCENARIO.measures[0], enabled=False)
    scenario = replace(SCENARIO, measures=(off, *SCENARIO.measures[1:]))
    job = prepare(scenario, AREAS, RAW)
    found = fields(job, score_job(job))
    assert found["need_f01"] == [1, None, 0]
    assert "need_f03" not in found


def test_only_the_tables_of_measures_in_use_are_needed():
    scenario = replace(SCENARIO, measures=SCENARIO.measures[:2])
    assert [table.id for table in used_tables(scenario)] == ["t"]
    ratio = Value(ValueKind.RATIO, columns=("x",), denominator=("z",), denominator_table="p")
    assert len(used_tables(replace(scenario, measures=(measure("r", value=ratio),)))) == 2


def test_a_ratio_against_another_table_is_joined_by_area():
    other = RawTable("o.csv", [["code", "a3", "a1", "zz"], ["n", "6", "2", "9"]])
    scenario = replace(
        SCENARIO,
        tables=(SCENARIO.tables[0], Table("o", "o.csv", "code", KeyLevel.AREA)),
        measures=(
            measure(
                "r",
                value=Value(
                    ValueKind.RATIO, columns=("x",), denominator=("n",), denominator_table="o", per=100
                ),
            ),
        ),
    )
    job = prepare(scenario, AREAS, {"t": RAW["t"], "o": other})
    np.testing.assert_array_equal(job.evidence[0].column.values, [50, np.nan, 50])
    np.testing.assert_array_equal(job.evidence[0].denominator, [2, np.nan, 6])


@pytest.mark.parametrize("kind", [ValueKind.CHANGE, ValueKind.PERCENT_CHANGE])
def test_a_change_runs_from_the_earlier_to_the_later(kind):
    value = Value(kind, from_columns=("x",), to_columns=("y",), minimum_base=2)
    job = prepare(replace(SCENARIO, measures=(measure("c", value=value),)), AREAS, RAW)
    expected = [4, np.nan, 1] if kind is ValueKind.CHANGE else [np.nan, np.nan, 100 / 3]
    np.testing.assert_array_equal(job.evidence[0].column.values, expected)


def test_a_measure_at_fault_is_named():
    scenario = replace(SCENARIO, measures=(*SCENARIO.measures, measure("gone")))
    with pytest.raises(NeedError, match="“Gone” \\(gone\\)"):
        prepare(scenario, AREAS, RAW)


def test_going_on_scores_the_rest_and_keeps_the_problems():
    scenario = replace(SCENARIO, measures=(*SCENARIO.measures, measure("gone")))
    job = prepare(scenario, AREAS, {"t": RAW["t"]}, go_on=True)
    assert [m.id for m in job.measures] == ["x", "y"]
    assert [problem.measure for problem in job.problems] == ["gone"]


def test_no_areas_and_no_measures_are_errors():
    with pytest.raises(NeedError, match="no areas"):
        prepare(SCENARIO, AreaTable("wards", [], []), RAW)
    with pytest.raises(NeedError, match="No measure"):
        prepare(replace(SCENARIO, measures=()), AREAS, RAW)


def test_cancelling_stops_the_preparation():
    class Impatient(Silent):
        def isCanceled(self):
            return True

    with pytest.raises(Cancelled):
        prepare(SCENARIO, AREAS, RAW, feedback=Impatient())


def test_a_cache_hands_over_what_an_edit_does_not_touch():
    cache = ScoringCache()
    first = prepare(SCENARIO, AREAS, RAW, cache=cache)
    lower = replace(SCENARIO.measures[0], threshold=Threshold(ThresholdKind.VALUE, 2), title="New")
    second = prepare(replace(SCENARIO, measures=(lower, *SCENARIO.measures[1:])), AREAS, RAW, cache=cache)
    assert all(a is b for a, b in zip(first.prepared.columns, second.prepared.columns))
    excluded = replace(lower, exclude_areas=("a1",))
    third = prepare(replace(SCENARIO, measures=(excluded, *SCENARIO.measures[1:])), AREAS, RAW, cache=cache)
    assert third.prepared.columns[0] is not first.prepared.columns[0]
    assert third.prepared.columns[1] is first.prepared.columns[1]


def test_moving_a_slider_equals_preparing_anew():
    job = prepare(SCENARIO, AREAS, RAW)
    heavier = tuple(
        replace(each, weight=3, threshold=Threshold(ThresholdKind.TOP_COUNT, 2)) for each in SCENARIO.measures
    )
    scenario = replace(SCENARIO, measures=heavier)
    moved = fields(*rescore_job(job, score_job(job), scenario))
    anew = prepare(scenario, AREAS, RAW)
    assert moved == fields(anew, score_job(anew))
