# SPDX-License-Identifier: GPL-2.0-or-later
"""What goes on beside the window is named, shows how far it is, and can be stopped."""

from __future__ import annotations

import threading

import pytest
from qgis.PyQt.QtWidgets import QToolButton

from support.tables import written
from vru_need_plugin.core.feedback import check
from vru_need_plugin.scoring import load
from vru_need_plugin.session import new_table
from vru_need_plugin.session.errands import Errand


@pytest.fixture
def gate():
    return threading.Event()


def held(gate, outcome="done"):
    """Work that goes on until the gate opens or it is stopped."""

    def work(feedback):
        feedback.setProgress(40)
        while not gate.wait(0.01):
            check(feedback)
        return outcome

    return work


def begin(opened, work, told):
    opened.session.errands.run(Errand("Looking at it", work, told.append, told.append, False))


def test_it_appears_with_what_takes_long_and_goes_with_it(opened, gate, qtbot):
    busy, told = opened.dock.busy, []
    assert busy.isHidden()
    begin(opened, held(gate), told)
    qtbot.waitUntil(lambda: not busy.isHidden(), timeout=20_000)
    assert busy.words.text() == "Looking at it"
    qtbot.waitUntil(lambda: busy.bar.value() == 40, timeout=20_000)
    gate.set()
    qtbot.waitUntil(busy.isHidden, timeout=20_000)
    assert told == ["done"]


def test_what_is_soon_over_does_not_flicker(opened, qtbot):
    """However long the machine takes over it: the moment is over when the test says so."""
    busy, shown, told = opened.dock.busy, [], []
    busy._soon.setInterval(3_600_000)
    busy.words.setText = lambda text: shown.append(text)
    begin(opened, lambda _feedback: "done", told)
    assert busy._soon.isActive()
    qtbot.waitUntil(lambda: told == ["done"], timeout=20_000)
    busy._soon.timeout.emit()
    assert shown == []
    assert busy.isHidden()


def test_its_button_stops_the_work(opened, gate, qtbot):
    told = []
    begin(opened, held(gate), told)
    qtbot.waitUntil(lambda: not opened.dock.busy.isHidden(), timeout=20_000)
    opened.dock.findChild(QToolButton, "cancelWorkButton").click()
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    qtbot.waitUntil(opened.dock.busy.isHidden, timeout=20_000)
    assert not opened.session.is_working


def test_a_dock_that_goes_while_a_file_is_looked_at_leaves_it_alone(opened, gate, qtbot):
    told = []
    begin(opened, held(gate), told)
    opened.dock.discard()
    qtbot.wait(100)
    assert told == []


def test_a_table_that_is_stopped_on_the_way_in_changes_nothing(opened, tmp_path, monkeypatch, qtbot, gate):
    monkeypatch.setattr(new_table, "SMALL_TEXT", 1)
    monkeypatch.setattr(load, "read_csv", lambda _path, _table, feedback: held(gate)(feedback))
    before = opened.session.scenario
    opened.dock.data.tables.add_files([written(tmp_path, "code,x\nE05000001,1\n")])
    assert opened.session.is_working
    opened.dock.busy.cancel()
    qtbot.waitUntil(lambda: not opened.session.is_working, timeout=20_000)
    assert opened.session.scenario == before
    assert opened.said()[0] == "Stopped. Nothing was changed."
