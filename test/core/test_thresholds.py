# SPDX-License-Identifier: GPL-2.0-or-later
"""Each threshold kind on tables small enough to work by hand."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from vru_need_plugin.core.apply import apply_threshold
from vru_need_plugin.core.calculate import Quotient
from vru_need_plugin.core.column import Column, prepare_column
from vru_need_plugin.core.cut import Cut, NoneFlagged
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.core.threshold import Direction, Threshold, ThresholdKind, Ties

NAN = float("nan")
HIGH, LOW = Direction.HIGH, Direction.LOW


def cut_of(values, kind, value, ties=None, direction=HIGH, group=None, member=None) -> Cut:
    count = len(values)
    column = Column(
        values=np.array(values, dtype=float),
        direction=direction,
        group=np.array(group if group is not None else [0] * count, dtype=np.int32),
        member=np.array(member if member is not None else [True] * count, dtype=bool),
    )
    return apply_threshold(prepare_column(column), Threshold(ThresholdKind(kind), value, ties and Ties(ties)))


def flagged(cut: Cut) -> list[int]:
    return np.flatnonzero(cut.flag).tolist()


ELEVEN = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (10, [9, 10]),  # lower >= 0.9 x 10 = 9: the values 9 and 10
        (9.99, [10]),  # lower >= 9.001: only lower 10
        (10.01, [9, 10]),
        (50, [5, 6, 7, 8, 9, 10]),
        (99.99, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),  # lower >= 0.001
        (0.01, [10]),
    ],
)
def test_top_share_compares_whole_numbers_at_the_boundary(share, expected):
    assert flagged(cut_of(ELEVEN, "top_share", share)) == expected


def test_top_share_says_the_number_asked_for_the_cutoff_and_the_number_flagged():
    group = cut_of(ELEVEN, "top_share", 10).groups[0]
    assert (group.asked, group.flagged, group.cutoff, group.size) == (2, 2, 9.0, 11)


def test_ties_left_out_leaves_a_block_that_does_not_fit():
    values = [0, 1, 2, 3, 4, 5, 6, 7, 9, 9, 10]
    assert flagged(cut_of(values, "top_share", 10, "out")) == [10]
    assert flagged(cut_of(values, "top_share", 10, "in")) == [8, 9, 10]


def test_a_mass_of_zeros_is_never_flagged_by_ties_left_out():
    cut = cut_of([0] * 20, "top_share", 99)
    assert flagged(cut) == []
    assert cut.groups[0].reason is NoneFlagged.ALL_EQUAL
    assert flagged(cut_of([0] * 10 + [1], "top_share", 50)) == [10]
    assert flagged(cut_of([0] * 10 + [1], "top_share", 50, "in")) == list(range(11))


def test_a_tied_top_block_that_is_too_large_flags_none_and_says_so():
    cut = cut_of([1, 5, 5, 5], "top_count", 2)
    assert flagged(cut) == []
    assert cut.groups[0].reason is NoneFlagged.TIED_BLOCK
    assert cut.groups[0].cutoff is None


@pytest.mark.parametrize(
    ("count", "ties", "expected"),
    [
        (1, "out", [4]),
        (2, "out", [4]),  # the two level at 5 do not both fit with the one above
        (3, "out", [2, 3, 4]),
        (2, "in", [2, 3, 4]),
        (1, "in", [4]),
        (5, "out", [0, 1, 2, 3, 4]),
        (99, "out", [0, 1, 2, 3, 4]),
        (99, "in", [0, 1, 2, 3, 4]),
    ],
)
def test_top_count_keeps_tied_rows_together(count, ties, expected):
    assert flagged(cut_of([1, 2, 5, 5, 8], "top_count", count, ties)) == expected


@pytest.mark.parametrize(
    ("direction", "ties", "expected"),
    [(HIGH, "in", [1, 2]), (HIGH, "out", [2]), (LOW, "in", [0, 1]), (LOW, "out", [0]), (HIGH, None, [1, 2])],
)
def test_value_flags_beyond_or_level_with_the_figure(direction, ties, expected):
    cut = cut_of([1, 2, 3, NAN], "value", 2, ties, direction)
    assert flagged(cut) == expected
    assert cut.groups[0].cutoff == 2


def test_value_needs_no_comparison_between_rows():
    assert flagged(cut_of([5, 5], "value", 4)) == [0, 1]
    assert flagged(cut_of([5], "value", 4)) == [0]
    assert flagged(cut_of([5, 1], "value", 4, group=[-1, -1])) == [0]


def test_low_direction_flags_the_smallest():
    cut = cut_of(ELEVEN, "top_share", 10, direction=LOW)
    assert flagged(cut) == [0, 1]
    assert cut.groups[0].cutoff == 1


def test_mean_multiple_is_exact_where_floats_are_not():
    # The mean of 0.1, 0.2 and 0.3 is 0.2, but as floats 0.20000000000000004.
    assert flagged(cut_of([0.1, 0.2, 0.3], "mean_multiple", 1)) == [1, 2]
    assert flagged(cut_of([10, 10, 11, 9], "mean_multiple", 1.1)) == [2]
    assert flagged(cut_of([10, 10, 11, 9], "mean_multiple", 0.9, direction=LOW)) == [3]


def test_a_ratio_level_with_the_mean_is_found_level():
    # Thirds and sevenths whose floats do not add up: 2/7, 3/7 and 1/7 have the mean 2/7.
    above, below = np.array([2.0, 3.0, 1.0]), np.array([7.0, 7.0, 7.0])
    column = Column(
        above / below,
        HIGH,
        np.zeros(3, dtype=np.int32),
        np.ones(3, dtype=bool),
        quotient=Quotient(above, below, Fraction(1)),
    )
    for share in (Fraction(1, 3), Fraction(1, 7)):
        column = replace(
            column,
            values=np.array([float(n * share) for n in (2, 3, 1)]),
            quotient=Quotient(above, np.full(3, float(1 / share)), Fraction(1)),
        )
        prepared = prepare_column(column)
        assert flagged(apply_threshold(prepared, Threshold(ThresholdKind.MEAN_MULTIPLE, 1))) == [0, 1]
        assert flagged(apply_threshold(prepared, Threshold(ThresholdKind.STD_DEV, 1))) == [1]
    low = prepare_column(replace(column, direction=LOW))
    assert flagged(apply_threshold(low, Threshold(ThresholdKind.MEAN_MULTIPLE, 1))) == [0, 2]


def test_mean_multiple_needs_a_positive_mean():
    cut = cut_of([-1, -2, 3], "mean_multiple", 1)
    assert flagged(cut) == []
    assert cut.groups[0].reason is NoneFlagged.MEAN_NOT_POSITIVE


def test_std_dev_counts_a_value_level_with_the_figure():
    # 1, 3: mean 2, sample deviation sqrt(2); 2, 4, 6: mean 4, deviation exactly 2.
    cut = cut_of([2, 4, 6], "std_dev", 1)
    assert flagged(cut) == [2]
    assert cut.groups[0].cutoff == pytest.approx(6)
    assert flagged(cut_of([2, 4, 6], "std_dev", -1)) == [0, 1, 2]
    assert flagged(cut_of([2, 4, 6], "std_dev", 0, direction=LOW)) == [0, 1]
    assert flagged(cut_of([2, 4, 6], "std_dev", 1, direction=LOW)) == [0]


@pytest.mark.parametrize("size", [1e200, 1e-200])
def test_deviations_of_figures_whose_squares_no_float_holds(size):
    # Mean 2, deviation sqrt(((-2)^2 + (-1)^2 + 3^2) / 2) = 2.6458 of the size.
    group = cut_of([0, size, 5 * size], "std_dev", 1).groups[0]
    assert group.flagged == 1
    assert group.cutoff == pytest.approx((2 + 7**0.5) * size)


def test_a_figure_that_no_float_holds_is_judged_all_the_same_and_left_blank():
    values = [1e308, 1.5e308, 1e308]
    assert flagged(cut_of(values, "mean_multiple", 1000)) == []
    low = cut_of(values, "mean_multiple", 1000, direction=LOW)
    assert flagged(low) == [0, 1, 2]  # all lie below a thousand times the mean
    assert low.groups[0].cutoff is None
    assert cut_of(values, "std_dev", 1e300).groups[0].cutoff is None


def test_none_beyond_a_figure_leaves_the_cutoff_blank():
    group = cut_of([2, 4, 6], "std_dev", 5).groups[0]
    assert (group.cutoff, group.reason) == (None, NoneFlagged.NONE_BEYOND)


@pytest.mark.parametrize("kind", ["top_share", "top_count", "mean_multiple", "std_dev"])
@pytest.mark.parametrize(
    ("values", "reason"),
    [([], "TOO_FEW"), ([3], "TOO_FEW"), ([3, NAN], "TOO_FEW"), ([3, 3, 3], "ALL_EQUAL")],
)
def test_kinds_that_compare_rows_flag_none_without_a_difference(kind, values, reason):
    cut = cut_of(values, kind, 1)
    assert flagged(cut) == []
    if values:
        assert cut.groups[0].reason is NoneFlagged[reason]


def test_infinite_values_are_missing():
    assert flagged(cut_of([1, 2, float("inf"), float("-inf")], "top_count", 1)) == [1]


def test_each_parent_has_a_line_of_its_own_and_a_row_without_parent_none():
    values = [1, 2, 3, 10, 20, 30, 99]
    cut = cut_of(values, "top_count", 1, group=[0, 0, 0, 1, 1, 1, -1])
    assert flagged(cut) == [2, 5]
    assert [group.cutoff for group in cut.groups] == [3, 30]


def test_a_row_outside_the_group_is_judged_by_it_and_does_not_change_it():
    values = [1, 2, 3, 4, 100]
    without = cut_of(values, "top_count", 1, member=[True, True, True, True, False])
    assert flagged(without) == [3, 4]
    assert without.groups[0].flagged == 1
    assert without.groups[0].size == 4


def test_near_misses_lie_within_the_band_below_the_smallest_flagged_standing():
    column = prepare_column(
        Column(np.arange(101, dtype=float), HIGH, np.zeros(101, dtype=np.int32), np.ones(101, dtype=bool))
    )
    cut = apply_threshold(column, Threshold(ThresholdKind.TOP_SHARE, 10))
    # Flagged from lower 90; the band of 5 % of 100 reaches down to lower 85.
    assert np.flatnonzero(cut.near(column, 500)).tolist() == [85, 86, 87, 88, 89]
    assert np.flatnonzero(cut.near(column, 501)).tolist() == [85, 86, 87, 88, 89]
    assert np.flatnonzero(cut.near(column, 499)).tolist() == [86, 87, 88, 89]
    assert np.flatnonzero(cut.near(column, 0)).tolist() == []


def test_nothing_flagged_means_no_near_misses():
    column = prepare_column(
        Column(np.array([1.0, 5, 5]), HIGH, np.zeros(3, dtype=np.int32), np.ones(3, dtype=bool))
    )
    cut = apply_threshold(column, Threshold(ThresholdKind.TOP_COUNT, 1))
    assert not cut.near(column, 10_000).any()


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("top_share", 0),
        ("top_share", 100),
        ("top_share", -1),
        ("top_share", 10.001),
        ("top_count", 0),
        ("top_count", 1.5),
        ("mean_multiple", 0),
        ("value", float("inf")),
        ("std_dev", NAN),
    ],
)
def test_a_threshold_out_of_its_bounds_is_an_error(kind, value):
    with pytest.raises(NeedError):
        Threshold(ThresholdKind(kind), value)


@pytest.mark.parametrize("kind", ["mean_multiple", "std_dev"])
def test_ties_are_an_error_where_the_kind_has_none(kind):
    with pytest.raises(NeedError, match="ties"):
        Threshold(ThresholdKind(kind), 1, Ties.IN)


def test_ties_have_the_default_of_their_kind():
    assert Threshold(ThresholdKind.TOP_SHARE, 10).ties is Ties.OUT
    assert Threshold(ThresholdKind.TOP_COUNT, 10).ties is Ties.OUT
    assert Threshold(ThresholdKind.VALUE, 10).ties is Ties.IN
    assert Threshold(ThresholdKind.STD_DEV, 1).ties is None


@pytest.mark.parametrize("count", [1_000, 1_001, 1_021])
def test_ratios_level_with_their_mean_are_level_however_many_there_are(count):
    # Thirds, and as many sevenths below as eleven twenty-firsts above: the mean is exactly a third.
    below = np.array([3.0] * (count - 20) + [7.0] * 10 + [21.0] * 10)
    above = np.array([1.0] * (count - 20) + [1.0] * 10 + [11.0] * 10)
    column = Column(
        above / below,
        HIGH,
        np.zeros(count, dtype=np.int32),
        np.ones(count, dtype=bool),
        quotient=Quotient(above, below, Fraction(1)),
    )
    cut = apply_threshold(prepare_column(column), Threshold(ThresholdKind.MEAN_MULTIPLE, 1))
    assert int(cut.flag.sum()) == count - 10


def test_a_measure_says_why_none_is_flagged_whatever_its_groups():
    assert cut_of([1, 2], "top_count", 1, group=[0, 1]).reasons == (NoneFlagged.TOO_FEW,)
    alike = cut_of([1, 1, 2, 2, 3], "top_count", 1, group=[0, 0, 1, 1, 2])
    assert alike.reasons == (NoneFlagged.ALL_EQUAL, NoneFlagged.TOO_FEW)
    assert cut_of([1, 2], "top_count", 1, group=[-1, -1]).reasons == (NoneFlagged.NO_GROUP,)
    assert cut_of(ELEVEN, "top_share", 10).reasons == ()
