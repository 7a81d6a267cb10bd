# SPDX-License-Identifier: GPL-2.0-or-later
"""Long work beside the window: the same scores, and nothing stale."""

from __future__ import annotations

import pytest

from support.small_town import SCORES
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.session import edits, raw_tables, work, worker


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


@pytest.mark.parametrize("broken", ["prepare", "read_layers"])
def test_an_unforeseen_error_in_small_work_becomes_a_problem_too(opened, monkeypatch, broken):
    def break_down(*_arguments, **_named):
        raise ZeroDivisionError("not foreseen")

    monkeypatch.setattr(work if broken == "prepare" else raw_tables.RawTables, broken, break_down)
    opened.edit("t", edits.with_measure(opened.scenario, "robbery", enabled=False))
    assert "not foreseen" in str(opened.problems.whole)
    assert opened.result is None
    monkeypatch.undo()
    opened.edit("t", edits.with_measure(opened.scenario, "income", enabled=False))
    assert not opened.problems
    assert [measure.id for measure in opened.job.measures] == ["trust"]


def test_an_error_before_a_task_is_overtaken_is_no_longer_waited_for(
    session, town, long_work, qtbot, monkeypatch
):
    session.open(town)
    with monkeypatch.context() as broken:
        broken.setattr(raw_tables.RawTables, "read_layers", lambda *_: 1 / 0)
        session.edit("t", edits.with_measure(session.scenario, "robbery", enabled=False))
    assert "division" in str(session.problems.whole)
    finished(session, qtbot)
    assert session.result is None
    session.reload()
    finished(session, qtbot)
    assert [measure.id for measure in session.job.measures] == ["income", "trust"]
