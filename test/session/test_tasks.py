# SPDX-License-Identifier: GPL-2.0-or-later
"""Long work beside the window: the same scores, and nothing stale."""

from __future__ import annotations

import pytest

from support.small_town import SCORES
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.session import edits, work, worker


@pytest.fixture
def long_work(monkeypatch):
    """Everything counts as long."""
    monkeypatch.setattr(worker, "SMALL_AREAS", 0)


def finished(session, qtbot):
    qtbot.waitUntil(lambda: not session.is_working)


def score_of(session, code):
    return float(session.result.score[list(session.areas.codes).index(code)])


def test_long_work_runs_as_a_task_and_comes_to_the_same(session, town, long_work, qtbot):
    session.open(town)
    assert session.is_working
    assert session.result is None
    finished(session, qtbot)
    assert score_of(session, "E05000001") == SCORES["E05000001"]


def test_a_threshold_moved_while_the_task_runs_is_in_its_result(session, town, long_work, qtbot):
    session.open(town)
    session.edit("t", edits.with_measure(session.scenario, "robbery", weight=7))
    finished(session, qtbot)
    assert score_of(session, "E05000001") == 8
    assert session.job.scenario is session.scenario


def test_the_newest_of_overlapping_requests_wins(session, town, long_work, qtbot):
    session.open(town)
    session.edit("t", edits.with_measure(session.scenario, "robbery", enabled=False))
    session.edit("t", edits.with_measure(session.scenario, "income", enabled=False))
    finished(session, qtbot)
    assert [measure.id for measure in session.job.measures] == ["trust"]
    assert score_of(session, "E05000001") == 0


def test_another_scenario_drops_what_was_under_way(session, town, long_work, qtbot):
    session.open(town)
    session.new()
    finished(session, qtbot)
    assert session.result is None
    assert session.scenario.measures == ()


def test_an_unforeseen_error_in_a_task_becomes_a_problem(session, town, long_work, qtbot, monkeypatch):
    def broken(*_arguments, **_named):
        raise ZeroDivisionError("not foreseen")

    monkeypatch.setattr(work, "prepare", broken)
    session.open(town)
    finished(session, qtbot)
    assert isinstance(session.problems.whole, NeedError)
    assert "not foreseen" in str(session.problems.whole)
    assert session.result is None


def test_a_task_is_told_as_it_begins(session, town, long_work, qtbot):
    told = []
    session.taskBegun.connect(lambda task: told.append(task.description()))
    session.open(town)
    assert told == ["Scoring Small town"]
    finished(session, qtbot)
    assert len(told) == 1
