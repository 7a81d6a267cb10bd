# SPDX-License-Identifier: GPL-2.0-or-later
"""Scores are shown in a class for 0 and at most five bands above it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from support.reports import ENGLISH, SCENARIO, subject
from vru_need_plugin.core.bands import Bands
from vru_need_plugin.report.classes import NO_CLASS, Classes, score_classes

FIVE = ("#000000",) * 6


def labels(classes: Classes) -> list[str]:
    return [str(classes.label(number, ENGLISH)) for number in range(len(classes.colours))]


def test_whole_scores_have_bands_of_whole_numbers() -> None:
    classes = Classes(Bands((3, 6, 9, 10), whole=True), FIVE[:5], 10, zero_is_none=True)
    assert labels(classes) == ["0: no measure above threshold", "1 to 3", "4 to 6", "7 to 9", "10"]
    assert classes.of(np.array([0, 1, 3, 4, 10, np.nan])).tolist() == [0, 1, 1, 2, 4, NO_CLASS]


def test_weighted_scores_have_bands_of_one_width() -> None:
    classes = Classes(Bands((0.5, 1, 1.5, 2, 2.5), whole=False), FIVE, 2.3, zero_is_none=False)
    assert labels(classes)[:3] == ["0", "over 0 to 0.5", "over 0.5 to 1"]
    assert classes.of(np.array([0.0, 0.1 * 5, 0.501, 2.3])).tolist() == [0, 1, 2, 5]


@pytest.mark.parametrize("weight", [1, 3, 0.3, 12.5, 1000])
def test_never_more_than_five_bands_and_every_score_in_one(weight: float) -> None:
    measures = tuple(replace(measure, weight=weight) for measure in SCENARIO.measures)
    about = subject(replace(SCENARIO, measures=measures))
    classes = score_classes(about.result)
    assert 1 < len(classes.colours) <= 6
    found = classes.of(about.result.score)
    assert (found >= 0).sum() == about.scored
    assert (found == 0).sum() == (about.result.score == 0).sum()


def test_with_a_weight_of_0_a_score_of_0_does_not_say_that_no_measure_is_above() -> None:
    measures = (replace(SCENARIO.measures[0], weight=0), *SCENARIO.measures[1:])
    assert not score_classes(subject(replace(SCENARIO, measures=measures)).result).zero_is_none


def test_no_score_at_all_has_a_class_for_0_only() -> None:
    about = subject(columns={"robbery": [None] * 9 + [1], "income": [None] * 9 + [2]})
    assert len(score_classes(about.result).colours) == 1
