# SPDX-License-Identifier: GPL-2.0-or-later
"""Outlines on a grid keep in common what they have in common, and borders are drawn once."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vru_need_plugin.core.outlines import borders, fit_outlines, thinned


def square(x: float, y: float, size: float = 1.0):
    corners = [[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]]
    return np.array(corners, dtype=np.float64)


def edges(runs) -> list:
    return [
        tuple(sorted((tuple(a), tuple(b)))) for run in runs for a, b in zip(run.tolist(), run.tolist()[1:])
    ]


def test_the_longer_side_takes_the_whole_grid_and_y_runs_downwards() -> None:
    found = fit_outlines([[square(0, 0)], [square(1, 0)]], grid=100)
    assert (found.width, found.height) == (100, 50)
    assert sorted(found.rings[0][0].tolist()) == [[0, 0], [0, 50], [50, 0], [50, 50]]


def test_a_hole_and_an_island_are_rings_of_their_area() -> None:
    found = fit_outlines([[square(0, 0, 9), square(3, 3, 3)], [square(20, 0)]], grid=200)
    assert [len(rings) for rings in found.rings] == [2, 1]


def test_an_area_too_small_for_the_grid_keeps_one_step() -> None:
    found = fit_outlines([[square(0, 0, 1000)], [square(5, 5, 0.001)]], grid=100)
    assert len(found.rings[1][0]) == 4
    assert np.ptp(found.rings[1][0], axis=0).tolist() == [1, 1]


def test_an_area_without_geometry_has_no_rings() -> None:
    broken = np.array([[np.nan, 0], [1, 1], [2, 0]])
    found = fit_outlines([[square(0, 0)], [], [broken], [np.zeros((0, 2))]])
    assert [len(rings) for rings in found.rings] == [1, 0, 0, 0]


@pytest.mark.parametrize("rings", [[], [[]], [[np.array([[np.inf, 0.0], [1, 1]])]]])
def test_nothing_to_draw(rings) -> None:
    assert fit_outlines(rings) is None


def test_points_all_in_one_place_are_still_a_picture() -> None:
    found = fit_outlines([[np.full((4, 2), 5.0)]])
    assert found.width >= 1
    assert len(found.rings[0]) == 1


def test_degrees_are_made_narrower() -> None:
    found = fit_outlines([[square(0, 0)]], x_scale=0.5, grid=100)
    assert (found.width, found.height) == (50, 100)


def test_thinning_takes_points_on_straight_lines_only() -> None:
    ring = np.array([[0, 0], [1, 0], [2, 0], [2, 2], [0, 2]], dtype=np.int32)
    assert thinned(ring).tolist() == [[0, 0], [2, 0], [2, 2], [0, 2]]
    flat = np.array([[0, 0], [1, 0], [2, 0]], dtype=np.int32)
    assert thinned(flat).tolist() == flat.tolist()


def test_borders_run_between_parents_and_around_them_each_once() -> None:
    found = fit_outlines([[square(0, 0)], [square(1, 0)], [square(2, 0)]], grid=3)
    drawn = edges(borders(found, np.array([0, 0, 1], dtype=np.int32)))
    assert len(drawn) == len(set(drawn)) == 9
    assert ((1, 0), (1, 1)) not in drawn  # between two areas of one parent
    assert ((2, 0), (2, 1)) in drawn


def test_a_parent_in_the_middle_of_a_ring_is_one_closed_run() -> None:
    found = fit_outlines([[square(0, 0)]], grid=2)
    (run,) = borders(found, np.array([0], dtype=np.int32))
    assert run[0].tolist() == run[-1].tolist()
    assert len(run) == 5


def test_no_rings_no_borders() -> None:
    found = fit_outlines([[square(0, 0)]])
    assert borders(type(found)(1, 1, ((),)), np.array([0], dtype=np.int32)) == []


@given(st.lists(st.integers(0, 3), min_size=1, max_size=24))
def test_what_is_drawn_is_what_has_two_parents_or_one_side(parents: list) -> None:
    """On a chessboard of areas six wide."""
    places = [(number % 6, number // 6) for number in range(len(parents))]
    found = fit_outlines([[square(x, y)] for x, y in places], grid=12)
    drawn = edges(borders(found, np.array(parents, dtype=np.int32)))
    sides: dict = {}
    for rings, parent in zip(found.rings, parents):
        for edge in edges([np.vstack([rings[0], rings[0][:1]])]):
            sides.setdefault(edge, []).append(parent)
    wanted = {edge for edge, owners in sides.items() if len(owners) == 1 or len(set(owners)) > 1}
    assert len(drawn) == len(set(drawn))
    assert set(drawn) == wanted
