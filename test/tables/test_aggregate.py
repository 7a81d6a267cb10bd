# SPDX-License-Identifier: GPL-2.0-or-later
"""Values that fall together become one, exactly."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vru_need_plugin.scenario.document import Aggregate
from vru_need_plugin.tables.aggregate import aggregate_cells


def aggregated(pairs, how, size=4):
    values = np.array([value for _, value in pairs], dtype=float)
    slots = np.array([slot for slot, _ in pairs], dtype=np.int64)
    return aggregate_cells(values, slots, size, how)


def slowly(pairs, how, size=4):
    answer = []
    for slot in range(size):
        values = [value for at, value in pairs if at == slot and not math.isnan(value)]
        if not values:
            answer.append(math.nan)
        elif how is Aggregate.FIRST:
            answer.append(values[0])
        else:
            total = sum(Fraction(repr(value)) for value in values)
            answer.append(float(total / len(values) if how is Aggregate.MEAN else total))
    return answer


def test_sums_are_those_of_the_decimals_as_written():
    assert aggregated([(0, 0.1), (0, 0.2)], Aggregate.SUM)[0] == 0.3
    assert aggregated([(0, 0.1)] * 10, Aggregate.SUM)[0] == 1.0
    assert aggregated([(0, 0.1), (0, 0.2), (0, 0.3)], Aggregate.MEAN)[0] == 0.2


def test_missing_values_are_skipped_and_all_missing_is_missing():
    pairs = [(0, math.nan), (0, 2.0), (1, math.nan)]
    for how in Aggregate:
        answer = aggregated(pairs, how)
        assert answer[0] == 2.0
        assert np.isnan(answer[1:]).all()


def test_the_first_is_the_first_that_is_not_missing():
    assert aggregated([(0, math.nan), (0, 3.0), (0, 1.0)], Aggregate.FIRST)[0] == 3.0


def test_a_sum_too_large_for_any_number_is_missing():
    assert np.isnan(aggregated([(0, 1.7e308), (0, 1.7e308)], Aggregate.SUM)[0])


def test_nothing_to_aggregate_is_all_missing():
    for how in Aggregate:
        assert np.isnan(aggregated([], how)).all()
        assert aggregated([], how, size=0).shape == (0,)


decimals = st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-1000, max_value=1000).map(
    float
)
any_float = st.floats(allow_nan=False, allow_infinity=False, min_value=-1e100, max_value=1e100)


@given(
    st.lists(st.tuples(st.integers(0, 3), st.one_of(decimals, st.just(math.nan)))),
    st.sampled_from(Aggregate),
)
def test_decimals_agree_with_fractions(pairs, how):
    assert np.array_equal(aggregated(pairs, how), slowly(pairs, how), equal_nan=True)


@given(st.lists(st.tuples(st.integers(0, 3), any_float)), st.sampled_from(Aggregate))
def test_figures_of_any_length_agree_with_fractions(pairs, how):
    assert np.array_equal(aggregated(pairs, how), slowly(pairs, how), equal_nan=True)


@pytest.mark.parametrize("how", Aggregate)
def test_the_values_given_are_left_as_they_are(how):
    values = np.array([1.0, np.nan, 3.0])
    aggregate_cells(values, np.array([0, 0, 1]), 2, how)
    assert np.array_equal(values, [1.0, np.nan, 3.0], equal_nan=True)
