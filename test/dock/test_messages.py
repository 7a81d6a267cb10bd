# SPDX-License-Identifier: GPL-2.0-or-later
"""Messages in QGIS's bar: their buttons, and that none outlives what it would call."""

from __future__ import annotations

import pytest
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QPushButton, QWidget

from vru_need_plugin.dock.messages import Messages


@pytest.fixture
def bar(qgis_app):
    window = QWidget()
    yield QgsMessageBar(window)
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_what_a_button_does_may_take_all_messages_away(bar, capture_errors):
    def close_all():
        done.append(len(bar.items()))
        bar.clearWidgets()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    done = []
    Messages(bar).warning("Write first", "Write…", close_all)
    button = bar.items()[0].findChild(QPushButton)
    button.click()
    assert done == [0], "the message goes before a dialog is opened"
    assert capture_errors == []


def test_only_our_messages_are_cleared(bar):
    messages = Messages(bar)
    messages.warning("One", "Do", lambda: None)
    messages.info("Two")
    bar.pushMessage("Another plugin", "Three")
    messages.clear()
    assert [item.title() for item in bar.items()] == ["Another plugin"]


def test_a_dock_takes_its_messages_along(opened):
    opened.dock.print_panel.open()
    assert opened.said()
    opened.dock.discard()
    assert opened.said() == []


@pytest.fixture
def capture_errors(monkeypatch):
    """What would have been a traceback in QGIS."""
    found = []
    monkeypatch.setattr("sys.excepthook", lambda *error: found.append(error))
    return found
