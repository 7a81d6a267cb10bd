# SPDX-License-Identifier: GPL-2.0-or-later
"""Every threshold, comparison and effect of ties has its sentence, with the right figures in it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Sequence

import pytest

from support.reports import ENGLISH, NAMES, SCENARIO, measure, subject, without_survey
from vru_need_plugin.core.threshold import Direction, Reference, Threshold, ThresholdKind, Ties
from vru_need_plugin.report import figure_words, measure_words
from vru_need_plugin.report.outcome import Outcome, outcomes
from vru_need_plugin.report.words import words_for
from vru_need_plugin.scenario.document import Nature, Rolling, Value, ValueKind

WORDS = words_for(SCENARIO.areas, ENGLISH)


def threshold(kind: ThresholdKind, value: float, ties: Any = None) -> Threshold:
    return Threshold(kind, value, ties)


def outcome(values: Sequence[Any], **keys: Any) -> Outcome:
    """What a measure on these values comes to; the areas are as many as the values."""
    scenario = without_survey(measures=(measure("robbery", **keys),))
    found = subject(
        scenario,
        names=[f"Area {number}" for number in range(len(values))],
        parent_of=["b1" if number % 2 else "b2" for number in range(len(values))],
        columns={"robbery": values},
    )
    return outcomes(found)[0]


def plain(told: str) -> str:
    return re.sub("<.*?>", "", told)


def effect(values: Sequence[Any], **keys: Any) -> str:
    return plain(measure_words.tie_effect(outcome(values, **keys), ENGLISH))


class TestTies:
    def test_no_difference(self) -> None:
        assert effect([1, 2, 3, 4]) == "2 asked for, 2 above: ties make no difference."

    def test_left_out_together(self) -> None:
        assert effect([1, 3, 3, 3, 4]) == (
            "2 asked for, 1 above: at the line 3 are level at 3, and they are left out together."
        )

    def test_included_together(self) -> None:
        assert effect([1, 3, 3, 4], threshold=threshold(ThresholdKind.TOP_COUNT, 2, Ties.IN)) == (
            "2 asked for, 3 above: at the line 2 are level at 3, and they are included together."
        )

    def test_a_whole_block_left_out_says_how_many_and_where(self) -> None:
        told = effect([0, 0, 0, 0, 1], direction=Direction.LOW)
        assert told.startswith("None is above: more are level at the line than were asked for")
        assert told.endswith("4 are level at 0.")

    def test_a_low_measure_gives_the_value_as_published(self) -> None:
        assert "level at -3" in effect([-3, -3, -3, -4, 5], direction=Direction.LOW)

    @pytest.mark.parametrize(
        ("values", "reason"),
        [
            ([None, None, 1], "fewer than two values to compare"),
            ([2, 2, 2], "all values are equal"),
        ],
    )
    def test_none_above_says_why(self, values: Sequence[Any], reason: str) -> None:
        assert effect(values) == f"None is above: {reason}."

    def test_an_average_that_is_not_above_0(self) -> None:
        told = effect([-1, -2, -3], threshold=threshold(ThresholdKind.MEAN_MULTIPLE, 2))
        assert told == "None is above: the average is not above 0."

    def test_a_value_counts_what_is_level_with_it(self) -> None:
        told = effect([1, 3, 3, 4], threshold=threshold(ThresholdKind.VALUE, 3))
        assert told == "3 above; level at the line: 2."
        assert effect([1, 4], threshold=threshold(ThresholdKind.VALUE, 3)) == (
            "1 above; none is level at the line."
        )

    def test_within_parents_the_groups_are_added_up(self) -> None:
        assert effect([5, 5, 5, 4, 3, 3], reference=Reference.WITHIN_PARENT) == (
            "4 asked for, 4 above: ties make no difference."
        )


@pytest.mark.parametrize(
    ("rule", "direction", "short", "sentence"),
    [
        (
            threshold(ThresholdKind.TOP_SHARE, 12.5),
            "high",
            "top 12.5 %",
            "at least 87.5 % of the others have less",
        ),
        (
            threshold(ThresholdKind.TOP_SHARE, 10, Ties.IN),
            "low",
            "top 10 %",
            "at most 10 % of the others have more",
        ),
        (threshold(ThresholdKind.TOP_COUNT, 5), "high", "top 5", "at most 5, itself among them"),
        (threshold(ThresholdKind.TOP_COUNT, 5, Ties.IN), "high", "top 5", "fewer than 5 have more need"),
        (threshold(ThresholdKind.VALUE, 30), "high", "at least 30", "the figure is at least 30"),
        (threshold(ThresholdKind.VALUE, 30, Ties.OUT), "high", "more than 30", "the figure is more than 30"),
        (threshold(ThresholdKind.VALUE, 4e-7), "high", "at least 0.0000004", "is at least 0.0000004"),
        (threshold(ThresholdKind.VALUE, 30), "low", "at most 30", "the figure is at most 30"),
        (threshold(ThresholdKind.VALUE, 30, Ties.OUT), "low", "less than 30", "the figure is less than 30"),
        (
            threshold(ThresholdKind.MEAN_MULTIPLE, 1.5),
            "high",
            "1.5 × average",
            "1.5 times the average or more",
        ),
        (
            threshold(ThresholdKind.MEAN_MULTIPLE, 0.5),
            "low",
            "0.5 × average",
            "0.5 times the average or less",
        ),
        (
            threshold(ThresholdKind.STD_DEV, 1),
            "high",
            "1 standard deviation",
            "plus 1 standard deviation or more",
        ),
        (
            threshold(ThresholdKind.STD_DEV, 1),
            "low",
            "1 standard deviation",
            "less 1 standard deviation or less",
        ),
    ],
)
def test_thresholds(rule: Threshold, direction: str, short: str, sentence: str) -> None:
    about = measure("robbery", threshold=rule, direction=Direction(direction))
    assert measure_words.threshold_short(about, ENGLISH) == short
    assert sentence in measure_words.threshold_rule(about, ENGLISH)


def test_what_a_measure_is_compared_with() -> None:
    ward, _, borough = outcomes(subject())
    assert measure_words.compared_words(ward, WORDS, ENGLISH) == "9 wards of the layer with a figure"
    assert measure_words.compared_words(borough, WORDS, ENGLISH) == "2 boroughs of the layer with a figure"
    within = outcome([1, 2, 3, 4, None], reference=Reference.WITHIN_PARENT)
    assert measure_words.compared_words(within, WORDS, ENGLISH) == (
        "wards of the same borough: 4 with a figure, in 2 groups"
    )
    assert measure_words.cutoff_words(within, ENGLISH) == "varies"
    table = outcome([1, 2, 3, 4, None], reference=Reference.TABLE)
    assert measure_words.compared_words(table, WORDS, ENGLISH) == (
        "4 rows of the table with a figure, in the layer or not"
    )


def test_keys_that_the_scenario_adds_or_leaves_out_are_told_apart_from_the_layers_own() -> None:
    scenario = without_survey()
    figures = replace(scenario.tables[0], exclude_keys=("a00000",))
    robbery = outcomes(subject(replace(scenario, tables=(figures,))))[0]
    assert (robbery.of_layer, robbery.left_out, robbery.added, robbery.compared) == (9, 1, 0, 8)
    told = plain(measure_words.compared_words(robbery, WORDS, ENGLISH))
    assert told == (
        "8 values: 9 wards of the layer with a figure; left out by the scenario: 1; added from the table: 0"
    )
    assert measure_words.compared_short(robbery, WORDS, ENGLISH) == "8 values"
    more = replace(robbery, added=2, left_out=0, compared=11)
    assert "added from the table: 2" in measure_words.compared_words(more, WORDS, ENGLISH)


def test_one_is_not_called_several() -> None:
    one = replace(outcome([1, 2, 3]), of_layer=1, compared=1)
    assert measure_words.compared_words(one, WORDS, ENGLISH) == "1 ward of the layer with a figure"
    assert measure_words.compared_short(replace(one, parent_level=True), WORDS, ENGLISH) == "1 borough"


def test_borough_measures_count_boroughs_and_wards() -> None:
    borough = outcomes(subject())[2]
    assert borough.parent_level
    assert (borough.units, borough.units_data, borough.units_above) == (3, 2, 1)
    assert (borough.above, borough.data) == (4, 8)


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({}, "not stated; no denominator, so to be read as a count, not a rate"),
        ({"nature": Nature.COUNT}, "a count, not a rate"),
        ({"nature": Nature.PERCENTAGE}, "a percentage"),
        (
            {"value": Value(ValueKind.RATIO, columns=("robbery",), denominator=("robbery",))},
            "a rate: one figure divided by another",
        ),
    ],
)
def test_nature(keys: dict, told: str) -> None:
    about = measure("robbery", **keys)
    assert measure_words.nature_words(about, ENGLISH) == told
    assert measure_words.is_count(about) == ("count" in told)


def test_figures_say_what_they_are_made_from() -> None:
    ratio = Value(ValueKind.RATIO, columns=("robbery",), denominator=("people",), per=1000)
    found = outcomes(
        subject(
            without_survey(measures=(measure("robbery", value=ratio),)),
            columns={"robbery": [1] * 10, "people": [5] * 10},
        )
    )[0]
    assert plain(figure_words.value_words(found, ENGLISH)) == "“robbery”, divided by “people”, times 1,000"


def test_rolling_periods_are_told_by_the_first_and_the_last_and_columns_by_name() -> None:
    names = [*(f"m | 2024{month:02}" for month in range(1, 13)), "other"]
    told = figure_words.column_list(names, [Rolling("m | ", 12), "other"], ENGLISH)
    assert plain(told) == "the sum of 13 columns, “m | 202401” to “m | 202412”, “other”"


def test_a_weight_says_its_part_of_the_highest_score() -> None:
    assert measure_words.weight_words(SCENARIO.measures[0], 4, ENGLISH) == "2 of 4, 50 %"
    assert measure_words.weight_words(replace(SCENARIO.measures[0], weight=0), 0, ENGLISH) == "0"


def test_the_made_up_town_is_as_worked_out_by_hand() -> None:
    about = subject()
    assert [about.score(area) for area in range(len(NAMES))] == [4, 4, 1, 1, 0, 0, 0, 0, 0, None]
