# SPDX-License-Identifier: GPL-2.0-or-later
"""In real QGIS: a project reopened shows the same numbers, and again and again leaves nothing behind.

``VRU_NEED_TIMES`` says how often (50).
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from support.real_qgis import IN_REAL_QGIS, run
from support.small_town import small_town

HERE = Path(__file__).resolve().parent
MEGABYTE = 1024
TIMES = int(os.environ.get("VRU_NEED_TIMES", "50"))
SETTLED = 10  # times until everything that is made once has been made
pytestmark = IN_REAL_QGIS


@pytest.fixture(scope="module")
def told(tmp_path_factory, qgis_app):
    folder = tmp_path_factory.mktemp("again")
    arguments = [str(small_town(folder)), str(folder), str(TIMES)]
    return run(HERE / "drive_again.py", arguments, seconds=540)


def test_a_reopened_project_shows_the_same_numbers(told):
    story = told["reopened"]
    assert story["before"]["results"][0] == ["1", "Ash", "8"]
    assert story["after"]["results"] == story["before"]["results"]
    assert story["after"]["layers"] == ["Live need score (not saved)", "wards"]


def test_a_project_is_marked_by_an_edit_of_the_scenario_and_by_nothing_else(told):
    story = told["reopened"]
    marks = [story[step]["dirty"] for step in ("before", "saved", "new", "after")]
    assert marks == [True, False, False, False]


def test_a_new_project_begins_without_the_scenario_and_without_a_layer_of_ours(told):
    assert told["reopened"]["new"]["results"] == []
    assert told["reopened"]["new"]["layers"] == []


def test_a_project_that_differs_from_the_scenarios_file_says_so(told):
    (said,) = [text for text in told["reopened"]["said"] if "scenario" in text]
    assert "“town.json” holds another version" in said


@pytest.mark.parametrize("story", ["closed", "reloaded"])
def test_nothing_is_left_over_however_often(told, story):
    counts = told[story]
    assert len(counts) == TIMES > SETTLED
    for count in counts[SETTLED:]:
        for what in set(count) - {"kilobytes", "layers"}:
            assert count[what] <= counts[SETTLED - 1][what], what
        assert count["layers"] == ["wards"]


def test_no_layer_dock_or_preview_of_ours_is_there_in_the_end(told):
    last = told["reloaded"][-1]
    assert (last["docks"], last["actions"], last["layers"]) == (0, 1, ["wards"])


@pytest.mark.parametrize(("story", "each"), [("closed", 0.5), ("reloaded", 1.5)])
def test_memory_does_not_grow_with_each(told, story, each):
    """Python keeps some of what it read of modules that were reloaded; data would be far more."""
    used = [count["kilobytes"] for count in told[story]]
    assert used[-1] - used[SETTLED - 1] < (TIMES - SETTLED) * each * MEGABYTE
