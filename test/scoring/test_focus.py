# SPDX-License-Identifier: GPL-2.0-or-later
"""The parents in focus."""

from __future__ import annotations

import numpy as np
import pytest

from vru_need_plugin.scoring.focus import focus_numbers, in_focus, unknown_focus
from vru_need_plugin.scoring.parents import Parents

PARENTS = Parents(("E01", "E02", "E03"), ("A", "B", "C"), np.array([0, 1, -1, 2, 1], dtype=np.int32))


@pytest.mark.parametrize(
    ("codes", "numbers"),
    [((), ()), (("E02",), (1,)), ((" e03 ", "E01", "e03"), (2, 0)), (("X",), ()), (("X", "E02"), (1,))],
)
def test_codes_are_found_however_they_are_written(codes, numbers):
    assert focus_numbers(PARENTS, codes) == numbers


def test_areas_in_focus_are_those_of_its_parents():
    assert in_focus(PARENTS, ("E02", "E03")).tolist() == [False, True, False, True, True]


@pytest.mark.parametrize("codes", [(), ("unknown",)])
def test_without_a_known_parent_everything_is_in_focus(codes):
    assert in_focus(PARENTS, codes).all()


def test_codes_that_no_area_lies_in_are_unknown():
    assert unknown_focus(PARENTS, ("E9", " e02", "X")) == ("E9", "X")
    assert unknown_focus(PARENTS, ()) == ()
