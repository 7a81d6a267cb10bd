# SPDX-License-Identifier: GPL-2.0-or-later
"""The re-computation's method against tables worked on paper; the working is in the comments."""

from __future__ import annotations

from fractions import Fraction

import pytest

from oracle.method import Group, Threshold, ranks, total

# Ten values, one tie for the top and one in the middle:
#   value   1  2  3  4  5  5  7  8  9  9
#   lower   0  1  2  3  4  4  6  7  8  8
#   higher  9  8  7  6  4  4  3  2  0  0
# n - 1 = 9.
TEN = [1, 2, 3, 4, 5, 5, 7, 8, 9, 9]


def beyond(values, kind, figure, ties=None, low=False):
    group = Group([Fraction(value) for value in values], low, Threshold(kind, Fraction(str(figure)), ties))
    return [value for value in values if group.flags(Fraction(value))], group


@pytest.mark.parametrize(
    ("kind", "figure", "ties", "expected"),
    [
        # top 10 %: lower >= 0.9 x 9 = 8.1; the two nines have 8.
        ("top_share", 10, "out", []),
        # higher <= 0.1 x 9 = 0.9: the nines have 0.
        ("top_share", 10, "in", [9, 9]),
        # top 12 %: lower >= 0.88 x 9 = 7.92.
        ("top_share", 12, "out", [9, 9]),
        # 11.11 %: lower >= 0.8889 x 9 = 8.0001: a hair too many. 11.12 %: 7.9992.
        ("top_share", 11.11, "out", []),
        ("top_share", 11.12, "out", [9, 9]),
        # top 50 %: lower >= 4.5 leaves the fives (4) out; higher <= 4.5 takes them (4) in.
        ("top_share", 50, "out", [7, 8, 9, 9]),
        ("top_share", 50, "in", [5, 5, 7, 8, 9, 9]),
        # the first: 10 - lower <= 1 none, higher < 1 both nines.
        ("top_count", 1, "out", []),
        ("top_count", 1, "in", [9, 9]),
        ("top_count", 2, "out", [9, 9]),
        ("top_count", 5, "out", [7, 8, 9, 9]),
        ("top_count", 5, "in", [5, 5, 7, 8, 9, 9]),
        ("top_count", 10, "out", TEN),
        ("top_count", 99, "in", TEN),
        ("value", 5, "out", [7, 8, 9, 9]),
        ("value", 5, "in", [5, 5, 7, 8, 9, 9]),
        # mean = 53 / 10 = 5.3; 1.5 x 5.3 = 7.95.
        ("mean_multiple", 1.5, None, [8, 9, 9]),
        # squares sum to 355, less 53^2 / 10 = 280.9: 74.1 / 9 = 8.2333, deviation 2.8694; 8.17.
        ("std_dev", 1, None, [9, 9]),
        # 5.3 - 2.87 = 2.43
        ("std_dev", -1, None, [3, 4, 5, 5, 7, 8, 9, 9]),
    ],
)
def test_thresholds_on_ten_values(kind, figure, ties, expected):
    assert beyond(TEN, kind, figure, ties)[0] == expected


@pytest.mark.parametrize(
    ("kind", "figure", "ties", "expected"),
    [
        # turned round, lower(1) = 9, lower(2) = 8.
        ("top_share", 10, "out", [1]),
        ("top_count", 2, "in", [1, 2]),
        ("value", 2, "out", [1]),
        ("value", 2, "in", [1, 2]),
        # 0.5 x 5.3 = 2.65
        ("mean_multiple", 0.5, None, [1, 2]),
        # 5.3 - 1.5 x 2.8694 = 0.996; 5.3 - 1.4 x 2.8694 = 1.283
        ("std_dev", 1.5, None, []),
        ("std_dev", 1.4, None, [1]),
    ],
)
def test_thresholds_where_low_is_need(kind, figure, ties, expected):
    assert beyond(TEN, kind, figure, ties, low=True)[0] == expected


def test_a_mass_of_zeros_is_never_flagged_when_ties_are_left_out():
    # eight zeros and two ones: lower(1) = 8 < 0.9 x 9, lower(0) = 0.
    assert beyond([0] * 8 + [1] * 2, "top_share", 10, "out")[0] == []
    assert beyond([0] * 8 + [1] * 2, "top_share", 20, "out")[0] == [1, 1]


@pytest.mark.parametrize("kind", ["top_share", "top_count", "mean_multiple", "std_dev"])
@pytest.mark.parametrize("values", [[], [4], [4, 4, 4]])
def test_kinds_that_compare_rows_flag_none_without_a_difference(kind, values):
    flagged, group = beyond(values, kind, 1, "in")
    assert flagged == []
    assert group.reason()


def test_a_value_threshold_needs_no_company():
    assert beyond([4], "value", 3, "in")[0] == [4]


def test_a_mean_that_is_not_above_zero_flags_none():
    flagged, group = beyond([-3, 1, 2], "mean_multiple", 1)
    assert flagged == []
    assert group.reason() == "mean not above zero"


def test_decimals_that_tie_on_paper_tie_here():
    # mean of 0.1, 0.2, 0.3 is 0.2 exactly; as binary floats it is 0.20000000000000004.
    values = [Fraction("0.1"), Fraction("0.2"), Fraction("0.3")]
    group = Group(values, False, Threshold("mean_multiple", Fraction(1)))
    assert [group.flags(value) for value in values] == [False, True, True]


def test_a_deviation_met_exactly_is_met():
    # 0, 2: mean 1, sample variance 2; 0.7071... is irrational. -1, 0, 1: mean 0, deviation 1.
    assert beyond([-1, 0, 1], "std_dev", 1)[0] == [1]
    assert beyond([-1, 0, 1], "std_dev", 1, low=True)[0] == [-1]
    assert beyond([-1, 0, 1], "std_dev", -1)[0] == [-1, 0, 1]


def test_cut_offs():
    assert beyond(TEN, "top_share", 50, "out")[1].cut_off() == 7
    assert beyond(TEN, "top_count", 2, "in", low=True)[1].cut_off() == 2
    assert beyond(TEN, "value", 6, "in")[1].cut_off() == 6
    assert beyond(TEN, "mean_multiple", 1.5)[1].cut_off() == Fraction("7.95")
    assert beyond(TEN, "std_dev", 1)[1].cut_off() == pytest.approx(8.16938, abs=1e-5)
    assert beyond(TEN, "std_dev", 1.4, low=True)[1].cut_off() == pytest.approx(1.28287, abs=1e-5)
    assert beyond(TEN, "top_share", 10, "out")[1].cut_off() is None


def test_numbers_asked_for():
    # floor(0.5 x 9) + 1 = 5, floor(0.1 x 9) + 1 = 1; 62 of 625: floor(62.4) + 1 = 63.
    assert beyond(TEN, "top_share", 50, "out")[1].asked() == 5
    assert beyond(TEN, "top_share", 10, "out")[1].asked() == 1
    assert beyond(range(625), "top_share", 10, "out")[1].asked() == 63


def test_near_misses_lie_within_the_band_of_the_least_needy_flagged():
    # top 2 in: the nines, L = 8. Band 0.25 x 9 = 2.25: lower >= 5.75 are 7 (6) and 8 (7).
    _, group = beyond(TEN, "top_count", 2, "out")
    assert [value for value in TEN if group.near(Fraction(value), Fraction("0.25"))] == [7, 8]
    # band 0.1111: 8 - 0.9999 = 7.0001, lower(8) = 7 is out; 0.1112: 6.9992, in.
    assert [value for value in TEN if group.near(Fraction(value), Fraction("0.1111"))] == []
    assert [value for value in TEN if group.near(Fraction(value), Fraction("0.1112"))] == [8]


def test_nothing_flagged_no_near_misses():
    _, group = beyond(TEN, "top_share", 10, "out")
    assert not any(group.near(Fraction(value), Fraction(1)) for value in TEN)


def test_sums_under_the_three_missing_rules():
    weights = [Fraction(2), Fraction("0.5"), Fraction(1)]
    # flags 1, missing, 1: 3 as it is; 3 x 3.5 / 3 = 3.5 rescaled.
    assert total([1, None, 1], weights, "available") == 3
    assert total([1, None, 1], weights, "rescale") == Fraction("3.5")
    assert total([1, None, 1], weights, "strict") is None
    assert total([1, 0, 1], weights, "strict") == 3
    assert total([None, 1, None], [Fraction(1), Fraction(0), Fraction(1)], "rescale") is None


def test_competition_ranks():
    assert ranks([3, None, 5, 3, 1]) == [2, None, 1, 2, 4]
