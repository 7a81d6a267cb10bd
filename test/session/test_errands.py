# SPDX-License-Identifier: GPL-2.0-or-later
"""What a person waits for: in order, stopped where asked, never told of to one who has moved on."""

from __future__ import annotations

import threading

import pytest

from vru_need_plugin.core.feedback import check
from vru_need_plugin.core.messages import Cancelled, NeedError
from vru_need_plugin.session.errands import Errand, Errands


@pytest.fixture
def errands(qgis_new_project):
    return Errands()


@pytest.fixture
def told():
    return []


def errand(told, work, *, name="errand", is_small=False):
    return Errand(name, work, told.append, told.append, is_small)


def ended(errands, qtbot):
    qtbot.waitUntil(lambda: not errands.is_working)


def test_a_small_errand_is_done_when_run_returns(errands, told):
    errands.run(errand(told, lambda _feedback: 1, is_small=True))
    assert told == [1]
    assert not errands.is_working


def test_a_long_one_runs_beside_the_window_and_hands_over_on_the_main_thread(errands, told, qtbot):
    threads = []

    def work(_feedback):
        threads.append(threading.current_thread())
        return "found"

    heard = []
    errands.run(
        Errand("long", work, lambda it: heard.append((it, threading.current_thread())), told.append, False)
    )
    assert errands.is_working
    ended(errands, qtbot)
    assert heard == [("found", threading.main_thread())]
    assert threads[0] is not threading.main_thread()
    assert told == []


def test_they_are_done_in_the_order_in_which_they_came(errands, told, qtbot):
    for number in range(4):
        errands.run(errand(told, lambda _feedback, number=number: number, is_small=number % 2 == 1))
    ended(errands, qtbot)
    assert told == [0, 1, 2, 3]


def test_an_errand_may_begin_another(errands, told, qtbot):
    first = Errand(
        "first", lambda _f: 1, lambda it: errands.run(errand(told, lambda _f: it + 1)), told.append, False
    )
    errands.run(first)
    ended(errands, qtbot)
    assert told == [2]


@pytest.mark.parametrize("is_small", [True, False])
def test_an_error_with_words_reaches_who_asked(errands, told, qtbot, is_small):
    error = NeedError("no such sheet")

    def work(_feedback):
        raise error

    errands.run(errand(told, work, is_small=is_small))
    ended(errands, qtbot)
    assert told == [error]


@pytest.mark.parametrize("is_small", [True, False])
def test_an_error_that_nobody_foresaw_becomes_words(errands, told, qtbot, is_small):
    errands.run(errand(told, lambda _feedback: 1 / 0, is_small=is_small))
    ended(errands, qtbot)
    assert isinstance(told[0], NeedError)
    assert "division by zero" in str(told[0])


@pytest.mark.parametrize("is_small", [True, False])
def test_so_does_one_in_showing_what_was_found(errands, told, qtbot, is_small):
    errands.run(Errand("found", lambda _feedback: 0, lambda found: 1 / found, told.append, is_small))
    ended(errands, qtbot)
    (error,) = told
    assert isinstance(error, NeedError)
    assert "division by zero" in str(error)


@pytest.mark.parametrize("fails", ["work", "done"])
def test_what_waits_behind_one_that_fails_has_its_turn(errands, told, qtbot, fails):
    failing = Errand(
        "failing",
        (lambda _feedback: 1 / 0) if fails == "work" else (lambda _feedback: 0),
        lambda found: 1 / found,
        lambda _error: told.append("failed"),
        is_small=True,
    )
    errands.run(errand(told, lambda _feedback: "first"))
    errands.run(failing)
    errands.run(errand(told, lambda _feedback: "last", is_small=True))
    ended(errands, qtbot)
    assert told == ["first", "failed", "last"]


def test_one_that_is_stopped_says_so_and_the_next_goes_on(errands, told, qtbot):
    tasks = []
    errands.taskBegun.connect(tasks.append)

    def wait(feedback):
        while True:
            check(feedback)

    errands.run(errand(told, wait))
    errands.run(errand(told, lambda _feedback: "next"))
    tasks[0].cancel()
    ended(errands, qtbot)
    assert isinstance(told[0], Cancelled)
    assert told[1:] == ["next"]


def test_what_is_forgotten_is_stopped_and_nobody_is_told(errands, told, qtbot):
    begun, stopped = threading.Event(), threading.Event()

    def wait(feedback):
        begun.set()
        try:
            while True:
                check(feedback)
        finally:
            stopped.set()

    errands.run(errand(told, wait))
    qtbot.waitUntil(begun.is_set)  # QGIS does not begin what is stopped before
    errands.run(errand(told, lambda _feedback: "waiting"))
    errands.forget()
    assert not errands.is_working
    qtbot.waitUntil(stopped.is_set)
    qtbot.wait(50)
    assert told == []
