# SPDX-License-Identifier: GPL-2.0-or-later
"""Scores, missing rules, ranks and themes, worked by hand; full and step by step alike."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vru_need_plugin.core.column import Column, prepare_column
from vru_need_plugin.core.prepared import Prepared
from vru_need_plugin.core.ranking import dense_fractions, rank_numbers, rank_within
from vru_need_plugin.core.rules import Rule, Settings
from vru_need_plugin.core.score import rescore, score
from vru_need_plugin.core.threshold import Direction, MissingRule, Threshold, ThresholdKind

NAN = float("nan")
AT_ONE = Threshold(ThresholdKind.VALUE, 1)


def prepared_of(matrix, parent=None) -> Prepared:
    """Measures x areas of values; flagged where the value is at least 1."""
    areas = len(matrix[0])
    columns = tuple(
        prepare_column(
            Column(
                np.array(row, dtype=float),
                Direction.HIGH,
                np.zeros(areas, dtype=np.int32),
                np.ones(areas, dtype=bool),
            )
        )
        for row in matrix
    )
    numbers = np.array(parent if parent is not None else [-1] * areas, dtype=np.int32)
    return Prepared(columns, areas, numbers)


def rules_of(*weights, themes=None):
    return tuple(
        Rule(AT_ONE, weight, themes[number] if themes else "all") for number, weight in enumerate(weights)
    )


# Four measures over four areas: weights 1, 2, 0.5 and 0.
MATRIX = [
    [1, 1, NAN, NAN],
    [1, 0, 1, NAN],
    [0, 1, 1, 1],
    [1, 1, 1, 1],
]
WEIGHTS = (1000, 2000, 500, 0)
HALF = Fraction(1, 2)


def test_available_scores_what_is_there_and_blanks_low_coverage():
    result = score(
        prepared_of(MATRIX), rules_of(*WEIGHTS), Settings(MissingRule.AVAILABLE, Fraction(3, 4), 500)
    )
    np.testing.assert_array_equal(result.score, [3, 1.5, 2.5, NAN])
    np.testing.assert_array_equal(result.count, [3, 3, 3, 2])
    np.testing.assert_array_equal(result.available, [4, 4, 3, 2])
    np.testing.assert_array_equal(result.high, [3, 1.5, 3.5, 3.5])
    np.testing.assert_array_equal(result.rank, [1, 3, 2, 0])


def test_rescale_scales_by_the_weight_that_has_a_value():
    result = score(prepared_of(MATRIX), rules_of(*WEIGHTS), Settings(MissingRule.RESCALE, HALF, 500))
    # Area 3: 2.5 x 3.5 / 2.5; area 4: 0.5 x 3.5 / 0.5.
    np.testing.assert_array_equal(result.score, [3, 1.5, 3.5, 3.5])
    np.testing.assert_array_equal(result.rank, [3, 4, 1, 1])
    np.testing.assert_array_equal(result.high, [3, 1.5, 3.5, 3.5])


def test_rescale_is_missing_where_no_weight_has_a_value():
    result = score(
        prepared_of([[NAN, 1], [1, 1]]), rules_of(1000, 0), Settings(MissingRule.RESCALE, HALF, 500)
    )
    np.testing.assert_array_equal(result.score, [NAN, 1])


def test_strict_blanks_any_missing_value_and_keeps_the_rest():
    result = score(prepared_of(MATRIX), rules_of(*WEIGHTS), Settings(MissingRule.STRICT, HALF, 500))
    np.testing.assert_array_equal(result.score, [3, 1.5, NAN, NAN])
    np.testing.assert_array_equal(result.count, [3, 3, 3, 2])
    np.testing.assert_array_equal(result.flag(0), [1, 1, -1, -1])


def test_weights_that_tie_as_decimals_tie_as_scores():
    # As floats 0.1 + 0.2 is more than 0.3.
    result = score(prepared_of([[1, 0], [1, 0], [0, 1]]), rules_of(100, 200, 300), Settings())
    np.testing.assert_array_equal(result.score, [0.3, 0.3])
    np.testing.assert_array_equal(result.rank, [1, 1])


def test_theme_scores_follow_the_missing_rule_within_the_theme():
    themes = ["Crime", "Health", "Crime", "Health"]
    rules = rules_of(*WEIGHTS, themes=themes)
    available = score(prepared_of(MATRIX), rules, Settings(MissingRule.AVAILABLE, HALF, 500))
    assert available.themes == ("Crime", "Health")
    np.testing.assert_array_equal(available.theme_score("Crime"), [1, 1.5, 0.5, 0.5])
    # Area 4 has only the zero-weight measure of the theme.
    np.testing.assert_array_equal(available.theme_score("Health"), [2, 0, 2, NAN])
    rescaled = score(prepared_of(MATRIX), rules, Settings(MissingRule.RESCALE, HALF, 500))
    np.testing.assert_array_equal(rescaled.theme_score("Crime"), [1, 1.5, 1.5, 1.5])
    strict = score(prepared_of(MATRIX), rules, Settings(MissingRule.STRICT, HALF, 500))
    np.testing.assert_array_equal(strict.theme_score("Crime"), [1, 1.5, NAN, NAN])
    assert available.theme_share("Crime") == pytest.approx(1.5 / 3.5)


def test_a_theme_without_a_valued_weight_is_missing():
    result = score(
        prepared_of([[1], [1], [1], [NAN]]), rules_of(1, 1, 1, 1, themes=["a", "a", "a", "b"]), Settings()
    )
    assert np.isnan(result.theme_score("b")[0])


def test_parent_values_are_cut_among_parents_and_carried_down():
    parent = np.array([0, 0, 1, -1], dtype=np.int32)
    column = Column(
        np.array([5.0, 7.0]),
        Direction.HIGH,
        np.zeros(2, dtype=np.int32),
        np.ones(2, dtype=bool),
        area_row=parent,
    )
    prepared = Prepared((prepare_column(column),), 4, parent)
    result = score(
        prepared,
        (Rule(Threshold(ThresholdKind.TOP_COUNT, 1), 1000, "a"),),
        Settings(min_coverage=Fraction(0)),
    )
    np.testing.assert_array_equal(result.flag(0), [0, 0, 1, -1])
    np.testing.assert_array_equal(result.near[0], [False, False, False, False])
    np.testing.assert_array_equal(result.score, [0, 0, 1, 0])


def test_without_measures_nothing_has_a_score():
    result = score(Prepared((), 3, np.full(3, -1, dtype=np.int32)), (), Settings())
    assert np.isnan(result.score).all()
    np.testing.assert_array_equal(result.rank, [0, 0, 0])


def test_more_than_eight_measures_and_large_weights_add_up():
    weights = [1_000_000 - number for number in range(20)]
    result = score(prepared_of([[1, 0]] * 20), rules_of(*weights), Settings())
    assert result.score.tolist() == [sum(weights) / 1000, 0]


def test_competition_ranks_skip_after_ties():
    everyone = np.ones(4, dtype=bool)
    np.testing.assert_array_equal(rank_numbers(np.array([5, 3, 3, 1]), everyone), [1, 2, 2, 4])
    scored = np.array([True, False, True, True])
    np.testing.assert_array_equal(rank_numbers(np.array([5, 9, 3, 0]), scored), [1, 0, 2, 3])


def test_ranks_of_numbers_too_spread_to_count_are_the_same():
    numbers = np.array([10**12, 5, 10**12, 0])
    np.testing.assert_array_equal(rank_numbers(numbers, np.ones(4, dtype=bool)), [1, 3, 1, 4])
    scored = np.array([True, True, False, True])
    np.testing.assert_array_equal(rank_numbers(numbers, scored), [1, 2, 0, 3])


def test_ranks_within_parents_start_at_one_in_each():
    ranks = rank_within(
        np.array([1, 2, 2, 4, 0], dtype=np.int32),
        np.array([True, True, True, True, False]),
        np.array([0, 1, 1, 0, 0], dtype=np.int32),
    )
    np.testing.assert_array_equal(ranks, [1, 1, 1, 2, 0])
    no_parent = rank_within(np.array([1], dtype=np.int32), np.array([True]), np.array([-1], dtype=np.int32))
    assert no_parent.tolist() == [0]


def test_equal_fractions_share_a_level():
    np.testing.assert_array_equal(
        dense_fractions(np.array([1, 2, 3, 0]), np.array([2, 4, 4, 0])), [1, 1, 2, 0]
    )


VALUES = st.one_of(st.just(NAN), st.integers(0, 6).map(float), st.sampled_from([0.1, 0.2, 0.3, 2.5]))
THRESHOLDS = st.one_of(
    st.builds(
        Threshold,
        st.just(ThresholdKind.TOP_SHARE),
        st.sampled_from([0.01, 5, 10, 33.33, 50, 99.99]),
    ),
    st.builds(Threshold, st.just(ThresholdKind.TOP_COUNT), st.integers(1, 8)),
    st.builds(Threshold, st.just(ThresholdKind.VALUE), st.integers(-1, 7)),
    st.builds(Threshold, st.just(ThresholdKind.MEAN_MULTIPLE), st.sampled_from([0.5, 1, 1.5])),
    st.builds(Threshold, st.just(ThresholdKind.STD_DEV), st.sampled_from([-1, 0, 0.5, 1])),
)
WEIGHT = st.sampled_from([0, 1, 500, 1000, 1001, 1_000_000])


@st.composite
def changes(draw):
    areas, measures = draw(st.integers(1, 9)), draw(st.integers(1, 11))
    matrix = draw(
        st.lists(st.lists(VALUES, min_size=areas, max_size=areas), min_size=measures, max_size=measures)
    )
    parent = draw(st.lists(st.integers(-1, 2), min_size=areas, max_size=areas))
    rule = st.builds(Rule, THRESHOLDS, WEIGHT, st.sampled_from(["a", "b"]))
    steps = draw(st.lists(st.lists(rule, min_size=measures, max_size=measures), min_size=2, max_size=4))
    settings = Settings(draw(st.sampled_from(MissingRule)), draw(st.sampled_from([Fraction(0), HALF])), 500)
    return prepared_of(matrix, parent), steps, settings


def assert_same(one, other):
    for figure in ("score", "rank", "parent_rank", "count", "available", "high", "near_count"):
        np.testing.assert_array_equal(getattr(one, figure), getattr(other, figure), err_msg=figure)
    assert one.cuts[0].groups == other.cuts[0].groups
    for number in range(len(one.rules)):
        np.testing.assert_array_equal(one.flag(number), other.flag(number))
    for theme in one.themes:
        np.testing.assert_array_equal(one.theme_score(theme), other.theme_score(theme))


@given(changes())
def test_step_by_step_is_equal_to_the_last_bit_to_scoring_anew(change):
    prepared, steps, settings = change
    result = score(prepared, tuple(steps[0]), settings)
    for rules in steps[1:]:
        result = rescore(result, tuple(rules))
        assert_same(result, score(prepared, tuple(rules), settings))


@given(changes())
def test_one_changed_threshold_or_weight_is_equal_to_scoring_anew(change):
    prepared, steps, settings = change
    rules = tuple(steps[0])
    result = score(prepared, rules, settings)
    for number, rule in enumerate(steps[1]):
        for changed in (replace(rules[number], weight=rule.weight), rule):
            rules = (*rules[:number], changed, *rules[number + 1 :])
            result = rescore(result, rules)
            assert_same(result, score(prepared, rules, settings))
