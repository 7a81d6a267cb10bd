# SPDX-License-Identifier: GPL-2.0-or-later
"""Ranks and places are said as people say them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from support.reports import ENGLISH, NAMES, SCENARIO, subject
from vru_need_plugin.report.words import (
    focus_parents,
    listed,
    ordinal,
    parent_rank_text,
    rank_text,
    standing,
    unknown_focus,
    words_for,
)
from vru_need_plugin.scenario.document import Areas


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"),
        (21, "21st"), (101, "101st"), (111, "111th"), (1002, "1,002nd"),
    ],
)  # fmt: skip
def test_ordinals(number: int, told: str) -> None:
    assert ordinal(number, ENGLISH) == told


def test_shared_ranks_have_an_equals_sign_and_no_rank_is_a_dash() -> None:
    about = subject()
    ranks = [rank_text(about, area, ENGLISH) for area in range(len(NAMES))]
    assert ranks[:5] == ["=1", "=1", "=3", "=3", "=5"]
    assert ranks[9] == "–"
    assert parent_rank_text(about, 4, ENGLISH) == "=1"  # all of South are level
    assert parent_rank_text(about, 8, ENGLISH) == "1"  # alone in West with a score


def test_a_standing_says_the_place_in_the_parent_and_in_all() -> None:
    about = subject()
    told = [standing(about, area, ENGLISH) for area in range(len(NAMES))]
    assert re.sub("<.*?>", "", told[2]) == "joint 3rd of 4 in North, joint 3rd of 9 in all"
    assert told[9] is None


def test_without_parents_there_is_one_place() -> None:
    about = subject(
        replace(SCENARIO, tables=SCENARIO.tables[:1], measures=SCENARIO.measures[:1]), parent_of=None
    )
    assert standing(about, 2, ENGLISH) == "joint 3rd of 9 in all"


def test_the_order_is_by_rank_then_name_and_ends_with_what_has_no_score() -> None:
    about = subject(names=["b", "a", *NAMES[2:]])
    assert about.order[:2] == [1, 0]
    assert about.order[-1] == 9


def test_places_in_focus_are_found_by_their_codes() -> None:
    about = subject(replace(SCENARIO, options=replace(SCENARIO.options, focus=(" B2 ", "b9", "b2"))))
    assert [about.job.parents.names[number] for number in focus_parents(about)] == ["South"]
    assert unknown_focus(about) == ["b9"]


def test_words_come_from_the_layer() -> None:
    words = words_for(Areas("county.shp", "GEOID", parent_name_field="STATE"), ENGLISH)
    assert (words.area, words.areas, words.parent, words.parents, words.heading) == (
        "county", "counties", "state", "states", "State",
    )  # fmt: skip


def test_long_lists_say_how_many_more() -> None:
    assert listed(list("abcd"), ENGLISH, 2) == "a, b and 2 more"
    assert listed(list("ab"), ENGLISH, 2) == "a, b"
