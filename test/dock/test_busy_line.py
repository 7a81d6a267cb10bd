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
    """Opened at the end in any case: no work goes on into the next test."""
    made = threading.Event()
    yield made
    made.set()


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
    qtbot.waitUntil(lambda: not busy.isHidden())
    assert busy.words.text() == "Looking at it"
    qtbot.waitUntil(lambda: busy.bar.value() == 40)
    gate.set()
    qtbot.waitUntil(busy.isHidden)
    assert told == ["done"]


def test_what_is_soon_over_does_not_flicker(opened, gate, qtbot):
    busy, told = opened.dock.busy, []
    busy._soon.setInterval(3_600_000)  # "soon" on any machine
    begin(opened, held(gate), told)
    assert busy.isHidden()
    gate.set()
    qtbot.waitUntil(lambda: told == ["done"])
    shown = []
    busy.words.setText = shown.append
    busy._soon.timeout.emit()  # its moment comes when all is over
    assert shown == []
    assert busy.isHidden()


def test_its_button_stops_the_work(opened, gate, qtbot):
    told = []
    begin(opened, held(gate), told)
    qtbot.waitUntil(lambda: not opened.dock.busy.isHidden())
    opened.dock.findChild(QToolButton, "cancelWorkButton").click()
    qtbot.waitUntil(lambda: bool(told))
    qtbot.waitUntil(opened.dock.busy.isHidden)
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
    qtbot.waitUntil(lambda: not opened.session.is_working)
    assert opened.session.scenario == before
    assert opened.said()[0] == "Stopped. Nothing was changed."
