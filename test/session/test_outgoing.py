# SPDX-License-Identifier: GPL-2.0-or-later
"""Scores leave the dock only as those of the scenario and of the areas as they are now."""

from __future__ import annotations

from dataclasses import replace

import pytest

from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.core.threshold import Direction
from vru_need_plugin.session import edits, worker
from vru_need_plugin.session.outgoing import outgoing, withheld
from vru_need_plugin.session.scores import scores_of


@pytest.fixture
def long_work(opened, monkeypatch):
    """The small town, scored; from now on everything counts as long."""
    monkeypatch.setattr(worker, "SMALL_AREAS", 0)
    return opened


def finished(session, qtbot):
    qtbot.waitUntil(lambda: not session.is_working)


def turn_round(session):
    changed = edits.with_measure(session.scenario, "robbery", direction=Direction.LOW)
    session.edit("direction", changed)


def test_scores_that_are_there_may_leave(opened):
    assert withheld(opened) is None
    assert outgoing(opened).result is opened.result


def test_none_may_leave_where_there_are_none(session):
    assert withheld(session) is None
    assert outgoing(session) is None


def test_scores_of_an_earlier_scenario_stay(long_work, qtbot):
    turn_round(long_work)
    assert long_work.result is not None
    assert "being worked out" in str(withheld(long_work))
    for take in (outgoing, scores_of):
        with pytest.raises(NeedError, match="being worked out"):
            take(long_work)
    finished(long_work, qtbot)
    assert outgoing(long_work).job.scenario is long_work.scenario
    assert scores_of(long_work).are_still_those_of(long_work)


def test_scores_of_areas_that_are_read_anew_stay(long_work, qtbot):
    long_work.reload()
    assert not long_work.fits_areas
    with pytest.raises(NeedError, match="being worked out"):
        outgoing(long_work)
    finished(long_work, qtbot)
    assert outgoing(long_work).job.areas is long_work.areas


def test_scores_that_were_taken_are_others_after_a_change(opened):
    taken = scores_of(opened)
    assert taken.are_still_those_of(opened)
    opened.edit("weight", edits.with_measure(opened.scenario, "robbery", weight=9))
    assert not taken.are_still_those_of(opened)


def test_a_measure_without_a_column_keeps_the_scores_back(opened):
    first, *others = opened.scenario.measures
    lost = replace(first, value=replace(first.value, columns=("no such column",)))
    opened.edit("column", replace(opened.scenario, measures=(lost, *others)))
    assert "“Robbery” cannot be scored" in str(withheld(opened))
    with pytest.raises(NeedError, match="cannot be scored"):
        outgoing(opened)


@pytest.mark.parametrize(
    "edit",
    [
        lambda scenario: edits.retitled(scenario, "Another title"),
        lambda scenario: edits.with_measure(scenario, "income", weight=7),
        lambda scenario: edits.with_options(scenario, min_coverage=0.0),
    ],
    ids=["words", "rules", "settings"],
)
def test_when_scores_are_told_they_are_those_of_the_scenario_even_if_it_moved_on(long_work, qtbot, edit):
    turn_round(long_work)
    long_work.edit("while the task runs", edit(long_work.scenario))
    told = []
    long_work.resultChanged.connect(lambda: told.append(withheld(long_work)))
    finished(long_work, qtbot)
    assert told == [None]
