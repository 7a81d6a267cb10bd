# SPDX-License-Identifier: GPL-2.0-or-later
"""Weights of many measures at once, and edits of several measures."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.small_town import SCENARIO
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.core.rules import whole_weight
from vru_need_plugin.scenario import codec
from vru_need_plugin.session import edits, many_measures, weights

TOWN = codec.loads(json.dumps(SCENARIO))


def of(scenario):
    return [measure.weight for measure in scenario.measures]


def ids(scenario):
    return [measure.id for measure in scenario.measures]


def with_weights(*numbers, locked=()):
    measures = tuple(
        replace(m, weight=number, locked=m.id in locked) for m, number in zip(TOWN.measures, numbers)
    )
    return replace(TOWN, measures=measures)


def test_equal_weights_are_one_each_but_for_the_locked_and_the_unused():
    town = edits.with_measure(with_weights(5, 3, 2, locked=("income",)), "trust", enabled=False)
    assert of(weights.equal_weights(town)) == [1, 3, 2]


def test_scaled_weights_add_up_and_keep_their_proportions():
    assert of(weights.scaled_to(with_weights(2, 1, 1), 100)) == [50, 25, 25]


def test_what_does_not_divide_is_given_to_the_largest_rests():
    assert of(weights.scaled_to(with_weights(1, 1, 1), 100)) == [33.334, 33.333, 33.333]


def test_locked_weights_stay_and_the_others_share_the_rest():
    assert of(weights.scaled_to(with_weights(40, 1, 2, locked=("robbery",)), 100)) == [40, 20, 40]


def test_weights_that_are_all_nothing_become_equal():
    assert of(weights.scaled_to(with_weights(0, 0, 0), 6)) == [2, 2, 2]


@pytest.mark.parametrize(
    ("town", "total", "words"),
    [
        (with_weights(1, 1, 1, locked=("robbery", "income", "trust")), 10, "locked"),
        (with_weights(40, 1, 1, locked=("robbery",)), 10, "alone"),
        (with_weights(1, 0, 0), 2000, "more than"),
    ],
)
def test_what_cannot_be_scaled_is_explained(town, total, words):
    with pytest.raises(NeedError, match=words):
        weights.scaled_to(town, total)


@given(st.lists(st.integers(0, 1_000_000), min_size=1, max_size=20), st.integers(0, 10_000_000))
def test_shares_add_up_exactly_and_are_off_by_less_than_one(parts, total):
    shares = weights.shared_out(total, parts)
    assert sum(shares) == total
    assert min(shares) >= 0
    whole = sum(parts)
    if whole:
        assert all(abs(share * whole - total * part) < whole for share, part in zip(shares, parts))


@given(st.lists(st.sampled_from([0, 0.001, 0.5, 1, 2.75, 333.333]), min_size=3, max_size=3))
def test_scaled_weights_are_weights(numbers):
    scaled = weights.scaled_to(with_weights(*numbers), 100)
    assert sum(whole_weight(weight) for weight in of(scaled)) == 100_000


@pytest.mark.parametrize(
    ("chosen", "before", "order"),
    [
        (["trust"], 0, ["trust", "robbery", "income"]),
        (["robbery"], 3, ["income", "trust", "robbery"]),
        (["robbery"], 1, ["robbery", "income", "trust"]),
        (["robbery", "trust"], 1, ["robbery", "trust", "income"]),
        (["trust", "robbery"], 99, ["income", "robbery", "trust"]),
        ([], 1, ["robbery", "income", "trust"]),
    ],
)
def test_measures_are_moved_in_front_of_a_row(chosen, before, order):
    assert ids(many_measures.moved(TOWN, chosen, before)) == order


@pytest.mark.parametrize(
    ("chosen", "step", "order"),
    [
        (["income"], -1, ["income", "robbery", "trust"]),
        (["income"], 1, ["robbery", "trust", "income"]),
        (["robbery"], -1, ["robbery", "income", "trust"]),
        (["trust"], 1, ["robbery", "income", "trust"]),
    ],
)
def test_measures_step_up_and_down(chosen, step, order):
    assert ids(many_measures.stepped(TOWN, chosen, step)) == order


def test_grouping_keeps_the_order_of_themes_and_within_them():
    town = edits.with_measure(TOWN, "trust", theme="Crime")
    assert ids(many_measures.grouped_by_theme(town)) == ["robbery", "trust", "income"]


def test_shares_of_themes_are_of_the_weights_in_use():
    assert many_measures.theme_shares(TOWN) == {
        "Crime": 0.5,
        "Public health": 0.25,
        "Public perceptions": 0.25,
    }
    without = edits.with_measure(TOWN, "trust", enabled=False)
    assert many_measures.theme_shares(without)["Public perceptions"] == 0
    assert set(many_measures.theme_shares(with_weights(0, 0, 0)).values()) == {0}
