# SPDX-License-Identifier: GPL-2.0-or-later
"""Every small reference group under every kind of threshold: the core against the re-computation.

``VRU_NEED_LARGEST_GROUP`` says how many values the largest has (4).
"""

from __future__ import annotations

import os
from fractions import Fraction
from itertools import combinations_with_replacement, product

import numpy as np
import pytest

from oracle.figures import exact
from oracle.method import DEFAULT_TIES, Group
from oracle.method import Threshold as PlainThreshold
from vru_need_plugin.core.apply import apply_threshold
from vru_need_plugin.core.column import Column, prepare_column
from vru_need_plugin.core.rules import whole_band
from vru_need_plugin.core.threshold import Direction, Threshold, ThresholdKind, Ties

THRESHOLDS = [
    *product(["top_share"], [1, 10, 20, 25, 33.33, 50, 66.67, 75, 99.99], ["in", "out"]),
    *product(["top_count"], [1, 2, 3, 4, 9], ["in", "out"]),
    *product(["value"], [0, 1, 2, -1, 0.1, 0.3, 0.7, 1.4], ["in", "out"]),
    *product(["mean_multiple"], [0.5, 0.75, 1, 1.5, 2], [None]),
    *product(["std_dev"], [-2, -1, -0.5, 0, 0.5, 1, 1.5, 2], [None]),
]
BANDS = [0, 0.25, 0.3333, 1]
LARGEST = int(os.environ.get("VRU_NEED_LARGEST_GROUP", "4"))


def groups(scale):
    """Every small group of values out of four, in units of `scale`."""
    for size in range(LARGEST + 1):
        for steps in combinations_with_replacement([-1, 0, 1, 3], size):
            yield [exact(scale) * step for step in steps]


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("scale", [1, 0.1, 0.7])
def test_flags_cut_offs_and_near_misses(scale, direction):
    outsiders = [exact(scale) * step for step in (-2, 0, Fraction(1, 2), 1, 4)]
    for values in groups(scale):
        rows = values + outsiders
        column = prepare_column(
            Column(
                np.array([float(value) for value in rows]),
                direction,
                np.zeros(len(rows), dtype=np.int32),
                np.array([True] * len(values) + [False] * len(outsiders)),
            )
        )
        for kind, figure, ties in THRESHOLDS:
            plain = PlainThreshold(kind, exact(figure), ties or DEFAULT_TIES.get(kind))
            group = Group(values, direction is Direction.LOW, plain)
            cut = apply_threshold(column, Threshold(ThresholdKind(kind), figure, ties and Ties(ties)))
            case = (values, kind, figure, ties)
            assert cut.flag.tolist() == [group.flags(value) for value in rows], case
            (outcome,) = cut.groups
            assert (outcome.size, outcome.flagged) == (group.n, group.flagged), case
            assert outcome.least_lower == group.first_flagged, case
            if group.n:
                assert outcome.asked == group.asked(), case
            if group.flagged:
                assert outcome.cutoff == pytest.approx(float(group.cut_off())), case
            for band in BANDS:
                near = [group.near(value, exact(band)) for value in rows]
                assert cut.near(column, whole_band(band)).tolist() == near, (case, band)
