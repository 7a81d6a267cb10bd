# SPDX-License-Identifier: GPL-2.0-or-later
"""The need fields' values are the result's, area by area."""

from __future__ import annotations

import numpy as np
import pytest

from vru_need_plugin.core.areas import AreaTable
from vru_need_plugin.core.threshold import MissingRule, Threshold, ThresholdKind
from vru_need_plugin.scenario.document import (
    Areas,
    KeyLevel,
    Measure,
    Options,
    Scenario,
    Table,
    Value,
    ValueKind,
)
from vru_need_plugin.scoring.outputs import need_fields
from vru_need_plugin.scoring.road import prepare, score_job
from vru_need_plugin.tables.raw import RawTable

COUNT = 60


def scored(measures, above):
    """The fields where each measure flags the areas in which it is 1; `above` has a row a measure."""
    codes = [f"a{number}" for number in range(COUNT)]
    names = [f"m{number:02}" for number in range(measures)]
    scenario = Scenario(
        "Test",
        Areas("wards", "code"),
        tables=(Table("t", "t.csv", "code", KeyLevel.AREA),),
        measures=tuple(
            Measure(
                name,
                name,
                "Crime",
                "t",
                Value(ValueKind.COLUMN, columns=(name,)),
                Threshold(ThresholdKind.VALUE, 1),
            )
            for name in names
        ),
    )
    columns = [["code", *codes], *([name, *row] for name, row in zip(names, above.tolist()))]
    job = prepare(scenario, AreaTable("wards", codes, codes), {"t": RawTable("t.csv", columns)})
    return names, {field.name: list(field.values) for field in need_fields(job, score_job(job))}


@pytest.mark.parametrize("measures", [1, 31, 32, 33, 64, 70])
def test_ids_above_threshold_are_right_for_any_number_of_measures(measures):
    above = np.random.default_rng(measures).integers(0, 2, (measures, COUNT))
    above[:, ::3] = above[:, :1]  # many areas alike
    names, fields = scored(measures, above)
    for area in range(COUNT):
        expected = [name for name, value in zip(names, above[:, area].tolist()) if value]
        assert fields["need_flags"][area] == ";".join(expected)
        assert fields["need_count"][area] == len(expected)


def test_values_are_plain_python_with_none_where_missing():
    above = np.array([[1.0] * (COUNT - 1) + [np.nan]])
    _, fields = scored(1, above)
    assert fields["need_score"] == [1.0] * (COUNT - 1) + [None]
    assert fields["need_rank"] == [1] * (COUNT - 1) + [None]
    assert fields["need_f01"] == [1] * (COUNT - 1) + [None]
    kinds = {type(value) for values in fields.values() for value in values}
    assert kinds <= {float, int, str, type(None)}


@pytest.mark.parametrize(("rule", "scaled"), [(rule, rule is MissingRule.RESCALE) for rule in MissingRule])
def test_the_field_of_scores_says_where_they_are_scaled_up(rule, scaled):
    value = Value(ValueKind.COLUMN, columns=("m",))
    scenario = Scenario(
        "Test",
        Areas("wards", "code"),
        tables=(Table("t", "t.csv", "code", KeyLevel.AREA),),
        measures=(Measure("m", "m", "Crime", "t", value, Threshold(ThresholdKind.VALUE, 1)),),
        options=Options(missing=rule),
    )
    job = prepare(
        scenario, AreaTable("wards", ["a"], ["a"]), {"t": RawTable("t.csv", [["code", "a"], ["m", 1]])}
    )
    comment = str(need_fields(job, score_job(job))[0].comment)
    assert comment.startswith("Sum of the weights of the measures above threshold")
    assert ("scaled up where values are missing" in comment) is scaled
