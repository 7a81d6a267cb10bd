# SPDX-License-Identifier: GPL-2.0-or-later
"""Groups of ordered figures are the best there are, found the same way every time."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vru_need_plugin.core.partition import MOST_VALUES, even_breaks, natural_breaks

small_figures = st.lists(st.integers(0, 30).map(float), min_size=1, max_size=12)


def groups_of(values, ends):
    """The figures that fall into each group; groups are closed above."""
    values = np.sort(values)
    places = np.searchsorted(np.array(ends), values, side="left")
    return [values[places == place] for place in range(len(ends))]


def variation(groups):
    return sum(((group - group.mean()) ** 2).sum() for group in groups if len(group))


def every_division(values, count):
    """All ways to divide the different figures into `count` groups."""
    distinct = sorted(set(values))
    count = min(count, len(distinct))
    for cuts in combinations(distinct[:-1], count - 1):
        yield groups_of(values, [*cuts, distinct[-1]])


@settings(max_examples=50)
@given(small_figures, st.integers(1, 5))
def test_no_division_has_less_variation_within_its_groups(values, count):
    found = variation(groups_of(values, natural_breaks(np.array(values), count)))
    assert found == pytest.approx(min(map(variation, every_division(values, count))), abs=1e-6)


@settings(max_examples=50)
@given(small_figures, st.integers(1, 5))
def test_no_division_has_groups_nearer_each_other_in_number(values, count):
    def unevenness(groups):
        return sum(len(group) ** 2 for group in groups)

    found = groups_of(values, even_breaks(np.array(values), count))
    assert unevenness(found) == min(map(unevenness, every_division(values, count)))


@pytest.mark.parametrize("breaks", [natural_breaks, even_breaks])
@settings(max_examples=50)
@given(values=small_figures, count=st.integers(1, 6))
def test_every_group_holds_something_and_ties_stay_together(breaks, values, count):
    ends = breaks(np.array(values), count)
    assert len(ends) == min(count, len(set(values)))
    assert ends == sorted(set(ends))
    assert ends[-1] == max(values)
    assert all(len(group) for group in groups_of(values, ends))


def test_a_mass_of_ties_does_not_make_quantiles_collapse():
    values = np.array([1.0] * 500 + [2, 3, 4, 5, 6, 7])
    assert even_breaks(values, 4) == [1.0, 3.0, 5.0, 7.0]


def test_the_order_of_the_figures_changes_nothing():
    figures = np.random.default_rng(4).gamma(2, 3, 400)
    assert natural_breaks(figures, 5) == natural_breaks(figures[::-1], 5)


def test_very_many_different_figures_are_thinned_and_still_end_at_the_highest():
    figures = np.random.default_rng(5).gamma(2, 3, 5 * MOST_VALUES)
    some = np.concatenate([np.sort(figures)[::5], [figures.max()]])
    found = natural_breaks(figures, 5)
    assert found[-1] == figures.max()
    of_some = variation(groups_of(figures, natural_breaks(some, 5)))
    assert variation(groups_of(figures, found)) < 1.01 * of_some


def test_figures_of_any_size_are_divided_alike():
    figures = np.array([1.0, 2, 2, 10, 11, 30])
    assert natural_breaks(figures * 1e9 + 1e12, 3) == [1e12 + 2e9, 1e12 + 11e9, 1e12 + 30e9]


@pytest.mark.parametrize("breaks", [natural_breaks, even_breaks])
def test_nothing_has_no_groups(breaks):
    assert breaks(np.array([]), 5) == []
