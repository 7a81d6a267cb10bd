# SPDX-License-Identifier: GPL-2.0-or-later
"""Bins hold every value once, have round edges, and keep the cut-off in the picture."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vru_need_plugin.report.bins import bins_for
from vru_need_plugin.report.svg import nice_step, ticks

VALUES = st.lists(
    st.one_of(st.integers(-1000, 1000).map(float), st.floats(-1e6, 1e6, allow_nan=False, width=32)),
    min_size=1,
    max_size=60,
).map(lambda values: np.array(values, dtype=np.float64))


@given(VALUES, st.one_of(st.none(), st.floats(-1e6, 1e6, width=32)), st.booleans())
def test_every_value_is_in_one_bin_and_what_must_be_seen_is(values, shown, closed_above) -> None:
    bins = bins_for(values, shown, closed_above)
    assert sum(bins.counts(values)) == len(values)
    assert 1 <= bins.count <= 90
    if shown is not None:
        hair = 1e-6 * bins.step
        assert bins.start - hair <= shown <= bins.end + hair
    if not bins.open_low:
        assert values.min() >= bins.start - 1e-6 * max(bins.step, abs(bins.start))
    if not bins.open_high:
        assert values.max() <= bins.end + 1e-6 * max(bins.step, abs(bins.end))


def test_whole_numbers_have_whole_bins_even_where_they_are_few() -> None:
    bins = bins_for(np.array([0.0, 1, 1, 2, 5]))
    assert (bins.step, bins.counts(np.array([0.0, 1, 1, 2, 5]))) == (1, (1, 2, 1, 0, 0, 1))


def test_one_far_outlier_is_gathered_in_the_last_bin() -> None:
    values = np.append(np.linspace(0, 10, 300), 1000.0)
    bins = bins_for(values)
    assert bins.open_high
    assert not bins.open_low
    assert bins.end < 12
    assert bins.counts(values)[-1] >= 1


def test_equal_values_have_one_bin() -> None:
    assert bins_for(np.array([3.0, 3, 3])).counts(np.array([3.0, 3, 3])) == (3,)


@pytest.mark.parametrize(("closed_above", "counts"), [(False, (1, 2, 1)), (True, (1, 2, 1))])
def test_a_value_on_an_edge_is_above_it_or_below_it(closed_above: bool, counts: tuple) -> None:
    values = np.array([0.0, 1.0, 1.0, 2.0])
    bins = bins_for(values, closed_above=closed_above)
    assert bins.counts(values) == counts
    assert bins.start == (-1 if closed_above else 0)


@given(st.floats(1e-9, 1e9))
def test_steps_are_round_and_no_smaller_than_asked_for(least: float) -> None:
    step = nice_step(least)
    assert least <= step * (1 + 1e-8)
    assert step <= 2.6 * least
    assert float(f"{step:.0e}") == pytest.approx(step) or f"{step:.1e}".startswith("2.5")


def test_ticks_are_within_their_bounds() -> None:
    assert ticks(0, 63, 4) == [0, 25, 50]
    assert ticks(0.57, 0.83, 6) == [0.6, 0.7, 0.8]
