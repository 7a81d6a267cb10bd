# SPDX-License-Identifier: GPL-2.0-or-later
"""What the picture of a measure shows: every value once, the cut-off inside, outliers at the ends."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from vru_need_plugin.core.column import Column, prepare_column
from vru_need_plugin.core.prepared import Prepared
from vru_need_plugin.core.rules import Rule, Settings
from vru_need_plugin.core.score import score
from vru_need_plugin.core.threshold import Direction, Threshold, ThresholdKind
from vru_need_plugin.session.distribution import distribution

BINS = 20


def shown(values, threshold, direction=Direction.HIGH):
    rows = len(values)
    group, member = np.zeros(rows, dtype=np.int32), np.ones(rows, dtype=bool)
    column = prepare_column(Column(np.array(values, dtype=np.float64), direction, group, member))
    prepared = Prepared((column,), rows, np.full(rows, -1, dtype=np.int32))
    return distribution(score(prepared, (Rule(threshold, 1000, "T"),), Settings()), 0, BINS)


figures = st.lists(st.floats(-1e6, 1e6).map(lambda number: round(number, 3)), min_size=2, max_size=60)


@given(figures, st.sampled_from(list(Direction)), st.integers(1, 99))
def test_every_value_is_in_one_bin_and_the_cut_off_inside(values, direction, share):
    found = shown(values, Threshold(ThresholdKind.TOP_SHARE, share), direction)
    if found is None:
        assert len(set(values)) == 1
        return
    assert sum(found.above) + sum(found.near) + sum(found.other) == len(values)
    assert found.low < found.high
    if found.cutoff is not None:
        assert 0 < found.place(found.cutoff) < 1


@given(st.floats(0, 1))
def test_the_line_is_put_down_where_it_was_dragged_to(place):
    found = shown(list(range(101)), Threshold(ThresholdKind.VALUE, 50))
    assert abs(found.place(found.value_at(place)) - place) < 0.01


def test_missing_values_are_counted_and_not_drawn():
    found = shown([1, 2, np.nan, 4], Threshold(ThresholdKind.TOP_COUNT, 1))
    assert found.missing == 1
    assert sum(found.above) + sum(found.near) + sum(found.other) == 3


def test_one_outlier_squashes_nothing():
    found = shown([*range(1000), 1e9], Threshold(ThresholdKind.TOP_SHARE, 10))
    assert found.high < 2000
    assert (found.least, found.most) == (0, 1e9)


def test_equal_values_have_no_picture():
    assert shown([3, 3, 3], Threshold(ThresholdKind.TOP_SHARE, 10)) is None
