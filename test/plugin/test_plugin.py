# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin adds what it should and takes all of it away again."""

from __future__ import annotations

from typing import Any

import pytest
from qgis.core import QgsApplication, QgsProject

from support.plugin_window import Window
from support.small_job import SmallJob
from vru_need_plugin import classFactory


def provider() -> Any:
    return QgsApplication.processingRegistry().providerById("vruneed")


@pytest.fixture
def window(qtbot, qgis_app: QgsApplication) -> Window:
    made = Window()
    qtbot.addWidget(made.window)
    QgsProject.instance().clear()
    made.window.show()
    yield made
    QgsProject.instance().clear()


@pytest.fixture
def plugin(window: Window):
    made = classFactory(window)
    made.initGui()
    yield made
    made.unload()


def test_without_an_interface_there_is_processing_alone() -> None:
    made = classFactory(None)
    made.initProcessing()
    assert provider() is not None
    made.unload()
    assert provider() is None


def test_a_button_and_a_provider_and_no_dock_until_it_is_asked_for(window: Window, plugin: Any) -> None:
    assert len(window.toolbar) == len(window.menu.actions()) == 1
    assert provider() is not None
    assert window.docks() == []


def test_the_button_shows_and_hides_the_one_dock(window: Window, plugin: Any) -> None:
    button = window.toolbar[0]
    for shown in (True, False, True):
        button.trigger()
        assert [dock.isVisible() for dock in window.docks()] == [shown]
        assert button.isChecked() == shown


def test_closing_the_dock_releases_the_button(window: Window, plugin: Any) -> None:
    window.toolbar[0].trigger()
    window.docks()[0].close()
    assert not window.toolbar[0].isChecked()


def test_a_scenario_is_opened_in_the_dock(window: Window, plugin: Any, qtbot, job: SmallJob) -> None:
    assert plugin.open_scenario(str(job.write_scenario()))
    dock = window.docks()[0]
    assert dock.isVisible()
    assert dock.session.scenario.title == "A small job"
    qtbot.waitUntil(lambda: dock.session.result is not None)


def test_unloading_takes_everything_away(window: Window, qtbot) -> None:
    made = classFactory(window)
    made.initGui()
    made.show_dock()
    dock = window.docks()[0]
    with qtbot.waitSignal(dock.destroyed):
        made.unload()
    assert window.docks() == window.toolbar == window.menu.actions() == window.blockers == []
    assert provider() is None


@pytest.fixture
def job(tmp_path) -> SmallJob:
    return SmallJob(tmp_path)
