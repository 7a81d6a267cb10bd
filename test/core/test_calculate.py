# SPDX-License-Identifier: GPL-2.0-or-later
"""Sums, ratios and changes are the floats nearest to the exact decimal answers."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vru_need_plugin.core.calculate import Quotient, difference, percent_change, ratio, total
from vru_need_plugin.core.moments import moments
from vru_need_plugin.core.threshold import exact

NAN = float("nan")


def test_decimals_that_add_up_alike_are_equal():
    sums = total([np.array([0.1, 0.15]), np.array([0.2, 0.15])])
    assert sums.tolist() == [0.3, 0.3]


def test_a_sum_with_a_missing_part_is_missing():
    np.testing.assert_array_equal(
        total([np.array([1.0, NAN, 3.0]), np.array([1.0, 1.0, NAN])]), [2, NAN, NAN]
    )


def test_a_denominator_of_zero_is_missing_not_infinite():
    np.testing.assert_array_equal(
        ratio(np.array([1.0, 0.0, 3.0]), np.array([0.0, 0.0, 4.0]), 1000), [NAN, NAN, 750]
    )


def test_a_ratio_past_the_largest_float_is_missing():
    assert np.isnan(ratio(np.array([1.0]), np.array([2.5e-309])))[0]


def test_percent_change_needs_a_base():
    later, earlier = np.array([30.0, 30, 30, 30]), np.array([20.0, 19, 0, NAN])
    np.testing.assert_array_equal(percent_change(later, earlier, 20), [50, NAN, NAN, NAN])
    np.testing.assert_array_equal(percent_change(np.array([1.0]), np.array([-5.0]), -10), [NAN])


def test_a_change_of_decimals_is_exact():
    assert difference(np.array([0.3]), np.array([0.1])).tolist() == [0.2]


FIGURE = st.one_of(
    st.integers(-(10**6), 10**6).map(float),
    st.integers(-(10**6), 10**6).map(lambda number: number / 100),
    st.floats(-1e12, 1e12, allow_nan=False),
)


@given(st.lists(st.tuples(FIGURE, FIGURE), min_size=1, max_size=6), st.sampled_from([1, 100, 1000, 0.5]))
def test_every_operation_is_correctly_rounded(pairs, per):
    one, other = (np.array(column, dtype=float) for column in zip(*pairs))
    for row, (first, second) in enumerate(pairs):
        if second and abs(exact(first) / exact(second)) > 10**300:
            continue
        assert total([one, other])[row] == float(exact(first) + exact(second))
        assert difference(one, other)[row] == float(exact(first) - exact(second))
        if second:
            assert ratio(one, other, per)[row] == float(exact(first) / exact(second) * exact(float(per)))


@given(st.lists(FIGURE, min_size=2, max_size=8))
def test_moments_are_exact(values):
    found = moments(np.array(values, dtype=float))
    fractions = [exact(value) for value in values]
    mean = sum(fractions, Fraction(0)) / len(values)
    assert found.mean == mean
    assert found.variance == sum((value - mean) ** 2 for value in fractions) / (len(values) - 1)


def test_a_figure_of_sixteen_digits_is_the_decimal_that_it_is_written_as():
    # The same float as 549755813888.0081.
    values = np.array([1.3125, 549755813888.008])
    assert moments(values).mean == (Fraction("1.3125") + Fraction("549755813888.008")) / 2
    assert total([values[:1], values[1:]])[0] == float(Fraction("1.3125") + Fraction("549755813888.008"))


def test_moments_of_nothing_are_zero():
    assert moments(np.array([])).mean == 0
    assert moments(np.array([4.0])).variance == 0
    assert moments(np.array([2.0, 4.0])).deviation == pytest.approx(2**0.5)


@given(
    st.lists(
        st.tuples(
            st.decimals(-1000, 1000, places=3).map(float),
            st.decimals(-1000, 1000, places=2).map(float).filter(bool),
        ),
        min_size=1,
        max_size=8,
    ),
    st.fractions(Fraction(1, 100), 1000).filter(bool),
    st.integers(0, 60),
)
def test_ratios_are_rounded_to_decimals_as_their_fractions_are(pairs, factor, decimals):
    above, below = (np.array(side) for side in zip(*pairs))
    quotient = Quotient(above, below, factor)
    rows = np.arange(len(pairs))
    assert quotient.rounded(rows, decimals) == [round(quotient.at(row) * 10**decimals) for row in rows]


def test_ratios_of_figures_with_many_digits_are_rounded_too():
    quotient = Quotient(np.array([1e-30, 1 / 3]), np.array([3e20, -7.0]), Fraction(100))
    assert quotient.rounded(np.arange(2), 60) == [round(quotient.at(row) * 10**60) for row in range(2)]
