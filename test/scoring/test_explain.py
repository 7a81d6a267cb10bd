# SPDX-License-Identifier: GPL-2.0-or-later
"""Why an area has its score: standings, percentiles that are floored, parts by level."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vru_need_plugin.core.column import Column, prepare_column
from vru_need_plugin.core.prepared import Prepared
from vru_need_plugin.core.rules import Rule, Settings
from vru_need_plugin.core.score import score
from vru_need_plugin.core.threshold import Direction, Threshold, ThresholdKind
from vru_need_plugin.scoring.explain import area_standing, split_by_level

PARENT = np.array([0, 0, 0, 1, 1, 1], dtype=np.int32)
PARENT_LEVEL = (False, False, True)


def column(values, direction=Direction.HIGH, area_row=None):
    rows = len(values)
    return prepare_column(
        Column(
            np.array(values, dtype=np.float64),
            direction,
            np.zeros(rows, dtype=np.int32),
            np.ones(rows, dtype=bool),
            area_row,
        )
    )


@pytest.fixture
def result():
    """Six areas of two parents: a count, a low-is-need value, and a figure of the parents."""
    nan = np.nan
    prepared = Prepared(
        (
            column([10, 9, 8, 7, 6, nan]),
            column([20, 30, 40, 10, 60, nan], Direction.LOW),
            column([80, 40], Direction.LOW, PARENT),
        ),
        6,
        PARENT,
    )
    rules = (
        Rule(Threshold(ThresholdKind.TOP_COUNT, 2), 2000, "Crime"),
        Rule(Threshold(ThresholdKind.VALUE, 20), 1000, "Health"),
        Rule(Threshold(ThresholdKind.TOP_COUNT, 1), 1000, "Trust"),
    )
    return score(prepared, rules, Settings())


def test_an_area_is_placed_over_all_and_in_its_parent(result):
    ash = area_standing(result, 0, PARENT_LEVEL)
    assert (ash.score, ash.rank, ash.scored) == (3.0, 1, 5)
    assert (ash.parent_rank, ash.parent_scored) == (1, 3)
    assert (ash.above, ash.above_by_parent, ash.missing) == (2, 0, 0)


def test_an_area_without_a_score_has_no_rank_but_is_explained(result):
    fir = area_standing(result, 5, PARENT_LEVEL)
    assert (fir.score, fir.rank, fir.parent_rank) == (None, None, None)
    assert (fir.above, fir.above_by_parent, fir.missing) == (1, 1, 2)
    assert [one.value for one in fir.measures] == [None, None, 40.0]


def test_values_are_in_own_units_whatever_the_direction(result):
    dogwood = area_standing(result, 3, PARENT_LEVEL)
    assert [one.value for one in dogwood.measures] == [7.0, 10.0, 40.0]
    assert [one.cutoff for one in dogwood.measures] == [9.0, 20.0, 40.0]
    assert [one.above for one in dogwood.measures] == [False, True, True]


def test_percentiles_count_those_with_less_need(result):
    dogwood = area_standing(result, 3, PARENT_LEVEL)
    assert [one.percentile for one in dogwood.measures] == [25, 100, 100]


def test_a_score_is_split_into_own_level_and_parents_level(result):
    split = split_by_level(result, PARENT_LEVEL)
    np.testing.assert_array_equal(split.own, [3, 2, 0, 1, 0, 0])
    np.testing.assert_array_equal(split.parent, [0, 0, 0, 1, 1, 1])


@given(st.lists(st.integers(0, 5), min_size=2, max_size=40))
def test_a_percentile_is_never_rounded_up(values):
    prepared = Prepared((column(values),), len(values), np.full(len(values), -1, dtype=np.int32))
    found = score(prepared, (Rule(Threshold(ThresholdKind.TOP_SHARE, 10), 1000, "T"),), Settings())
    for area, value in enumerate(values):
        percentile = area_standing(found, area, (False,)).measures[0].percentile
        lower = sum(other < value for other in values)
        assert percentile * (len(values) - 1) <= 100 * lower < (percentile + 1) * (len(values) - 1)
