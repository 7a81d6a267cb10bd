# SPDX-License-Identifier: GPL-2.0-or-later
"""Bad input through the dock: a message, nothing lost, and the dock works on."""

from __future__ import annotations

import sys
import traceback

import pytest

from support.bombs import REFUSED
from support.dock_window import Window
from support.small_town import SCORES, small_town

TABLES = [
    "a sheet of 16,384 columns",
    "a text that 50,000 cells refer to",
    "a billion laughs",
    "a billion laughs in an ODS",
    "a part that says it is small",
    "a row of 9,000 cells 10,000 times",
    "100,000 columns",
    "a CSV of 5 GB",
]
SCENARIOS = [
    "10,000 measures",
    "five million brackets",
    "keys of two million characters",
    "a scenario of 50 MB",
]


@pytest.fixture
def opened(qgis_new_project, tmp_path, monkeypatch):
    """The dock on the small town, from which no exception may end in a slot unseen."""
    seen = []
    monkeypatch.setattr(
        sys, "excepthook", lambda *told: seen.append("".join(traceback.format_exception(*told)))
    )
    window = Window()
    assert window.dock.open_scenario(small_town(tmp_path))
    yield window
    window.close()
    assert seen == []


def scores(window):
    found = zip(window.session.areas.codes, window.session.result.score.tolist())
    return {code: None if score != score else score for code, score in found}


def finished(window, qtbot):
    qtbot.waitUntil(lambda: not window.session.is_working)


@pytest.mark.parametrize("what", TABLES)
def test_a_table_that_is_refused_adds_nothing(opened, tmp_path, qtbot, what):
    name, make, words = REFUSED[what]
    make(tmp_path / name)
    before = opened.session.scenario
    opened.dock.data.tables.add_files([tmp_path / name])
    finished(opened, qtbot)
    assert any(words in text for text in opened.said()), opened.said()
    assert opened.session.scenario == before
    assert scores(opened) == SCORES
    assert not opened.session.undo_stack.canUndo()


@pytest.mark.parametrize("what", SCENARIOS)
def test_a_scenario_that_is_refused_replaces_nothing(opened, tmp_path, what):
    name, make, words = REFUSED[what]
    make(tmp_path / name)
    before = opened.session.scenario
    assert not opened.dock.open_scenario(tmp_path / name)
    assert any(words in text for text in opened.said()), opened.said()
    assert opened.session.scenario == before
    assert scores(opened) == SCORES


@pytest.mark.parametrize("what", ["a sheet of 16,384 columns", "a billion laughs"])
def test_a_table_that_turns_into_a_bomb_leaves_its_measures_out(opened, tmp_path, qtbot, what):
    _, make, words = REFUSED[what]
    text = (tmp_path / "town.json").read_text().replace("figures.csv", "figures.xlsx")
    (tmp_path / "town2.json").write_text(text)
    make(tmp_path / "figures.xlsx")
    assert opened.dock.open_scenario(tmp_path / "town2.json")
    finished(opened, qtbot)
    assert words in str(opened.session.problems.tables["figures"])
    assert scores(opened)["E05000004"] == 1  # trust alone
