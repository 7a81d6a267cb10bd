# SPDX-License-Identifier: GPL-2.0-or-later
"""Every figure is in one band, 0 in its own, and a missing one in none."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vru_need_plugin.core.bands import (
    NO_BAND,
    PAPER_BANDS,
    SCREEN_CLASSES,
    Bands,
    Method,
    paper_bands,
    screen_bands,
)

NAN = float("nan")
WEIGHTED = np.array([0, 0, 0.5, 0.5, 0.5, 1.25, 2, 2, 6.5, 13.75, NAN])


def scores(whole):
    one = st.integers(0, 60).map(float) if whole else st.integers(0, 60_000).map(lambda n: n / 1000)
    return st.lists(st.one_of(one, st.just(NAN)), min_size=1, max_size=60).map(np.array)


def test_bands_are_closed_above_and_0_stands_alone():
    bands = Bands((2, 4, 7), whole=True)
    assert bands.of(np.array([0, 1, 2, 3, 4, 5, 7, NAN])).tolist() == [0, 1, 1, 2, 2, 3, 3, NO_BAND]
    assert bands.counts(np.array([0, 1, 2, 3, 4, 5, 7, NAN])) == (1, 2, 2, 2)
    assert [(bands.low(n), bands.high(n)) for n in (1, 2, 3)] == [(0, 2), (2, 4), (4, 7)]


def test_a_figure_past_the_last_edge_shares_the_last_band():
    assert Bands((2, 4), whole=True, open_top=True).of(np.array([4.0, 9.0])).tolist() == [2, 2]


def test_where_nothing_is_above_0_there_is_no_band():
    bands = paper_bands(np.array([0, 0, NAN]), whole=True)
    assert bands.count == 0
    assert bands.of(np.array([0, NAN])).tolist() == [0, NO_BAND]
    assert bands.counts(np.array([0, 0, NAN])) == (2,)


def test_the_screen_has_a_band_for_each_whole_score():
    assert screen_bands(5, whole=True).edges == (1, 2, 3, 4, 5)
    assert screen_bands(5, whole=True, highest=16).open_top
    assert not screen_bands(5, whole=True, highest=5).open_top


def test_the_screen_has_never_more_classes_than_can_be_told_apart():
    for top in range(200):
        assert screen_bands(top, whole=True).count + 1 <= SCREEN_CLASSES


@pytest.mark.parametrize(
    ("method", "edges"),
    [
        (Method.PRETTY, (3, 6, 9, 12, 15)),
        (Method.EQUAL, (2.75, 5.5, 8.25, 11, 13.75)),
        # The fewest decimals that part the same figures.
        (Method.JENKS, (1, 1.3, 2, 7, 14)),
        (Method.QUANTILE, (1, 1.3, 2, 7, 14)),
    ],
)
def test_weighted_scores_are_divided_as_chosen(method, edges):
    assert paper_bands(WEIGHTED, whole=False, method=method).edges == edges


def test_natural_breaks_find_what_belongs_together():
    figures = np.array([0, 1.1, 1.2, 1.3, 5.1, 5.2, 9.6, 9.7, 9.8])
    assert paper_bands(figures, False, Method.JENKS, 3).edges == (2, 6, 10)


def test_whole_scores_on_paper_have_at_most_five_bands_of_whole_numbers():
    for top in range(1, 60):
        bands = paper_bands(np.arange(top + 1.0), whole=True)
        assert bands.count <= PAPER_BANDS
        assert bands.top == top
        assert all(edge == int(edge) for edge in bands.edges)


@pytest.mark.parametrize("method", Method)
@pytest.mark.parametrize("whole", [True, False])
@settings(max_examples=30)
@given(data=st.data())
def test_on_paper_every_score_is_in_the_band_whose_edges_hold_it(method, whole, data):
    values = data.draw(scores(whole))
    bands = paper_bands(values, whole, method)
    assert bands.count <= PAPER_BANDS
    assert list(bands.edges) == sorted(set(bands.edges))
    for value, band in zip(values, bands.of(values)):
        if np.isnan(value):
            assert band == NO_BAND
        elif value == 0:
            assert band == 0
        else:
            assert bands.low(int(band)) < value <= bands.high(int(band))


@pytest.mark.parametrize("method", [Method.JENKS, Method.QUANTILE])
@settings(max_examples=30)
@given(values=scores(whole=False))
def test_no_band_is_empty_where_the_figures_make_the_bands(method, values):
    assert all(paper_bands(values, False, method).counts(values)[1:])


@settings(max_examples=30)
@given(scores(whole=False))
def test_the_same_figures_in_another_order_have_the_same_bands(values):
    for method in Method:
        assert paper_bands(values, False, method) == paper_bands(values[::-1], False, method)
