# SPDX-License-Identifier: GPL-2.0-or-later
"""Menus that are filled anew hold no more each time, and tooltips show users' words as they are written."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject
from qgis.PyQt.QtWidgets import QToolButton

from vru_need_plugin.dock import scenario_menu
from vru_need_plugin.session import edits


@pytest.mark.parametrize("name", ["resultsColumnsButton", "measuresColumnsButton"])
def test_a_menu_of_columns_that_is_opened_often_holds_no_more(opened, name):
    menu = opened.dock.findChild(QToolButton, name).menu()
    held = []
    for _ in range(4):
        menu.aboutToShow.emit()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        held.append((len(menu.actions()), len(menu.findChildren(QObject))))
    assert len(set(held)) == 1
    assert held[0][0] > 3


def test_undo_and_redo_show_a_title_as_it_is_written(opened):
    session = opened.session
    named = edits.with_measure(session.scenario, "robbery", title="<h1>BIG</h1>")
    session.edit("Title of <h1>BIG</h1>", named)
    buttons = [opened.dock.findChild(QToolButton, name) for name in ("undoButton", "redoButton")]
    assert buttons[0].toolTip() == "<qt>Undo Title of &lt;h1&gt;BIG&lt;/h1&gt;</qt>"
    session.undo_stack.undo()
    assert buttons[1].toolTip() == "<qt>Redo Title of &lt;h1&gt;BIG&lt;/h1&gt;</qt>"
    assert "BIG" not in buttons[0].toolTip()


def test_a_recent_file_is_shown_by_its_whole_path_as_it_is_written(opened, monkeypatch):
    monkeypatch.setattr(scenario_menu, "recent_files", lambda: [Path("/maps/<b>&amp;/town.json")])
    opened.dock.scenario_menu.aboutToShow.emit()
    (action,) = opened.dock.scenario_menu.recent.actions()
    assert action.toolTip() == "<qt>/maps/&lt;b&gt;&amp;amp;/town.json</qt>"
