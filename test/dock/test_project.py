# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock and the QGIS project: what is opened, asked and said as projects come and go."""

from __future__ import annotations

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QMessageBox, QPushButton

from vru_need_plugin.dock.exit_guard import ExitGuard
from vru_need_plugin.session import edits, worker

Answer = QMessageBox.StandardButton


@pytest.fixture
def answers(monkeypatch):
    """The answers that the user will give; an empty list means: must not be asked."""
    given = []
    monkeypatch.setattr(QMessageBox, "question", lambda *_: given.pop(0))
    return given


def weigh(window, weight):
    window.session.edit("t", edits.with_measure(window.session.scenario, "robbery", weight=weight))


def turn():
    for _ in range(3):
        QCoreApplication.processEvents()


def shown_ranks(window):
    model = window.dock.results.view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_a_reopened_project_shows_the_same_ranks_in_the_dock(opened, tmp_path):
    weigh(opened, 7)
    opened.session.save()
    before = shown_ranks(opened)
    QgsProject.instance().write(str(tmp_path / "p.qgz"))
    QgsProject.instance().clear()
    assert shown_ranks(opened) == []
    QgsProject.instance().read(str(tmp_path / "p.qgz"))
    turn()
    assert shown_ranks(opened) == before
    assert opened.said() == []


def test_a_hidden_dock_stays_hidden_and_opens_the_projects_scenario_when_shown(opened, tmp_path):
    QgsProject.instance().write(str(tmp_path / "p.qgz"))
    opened.dock.close()
    QgsProject.instance().read(str(tmp_path / "p.qgz"))
    turn()
    assert opened.dock.isHidden()
    assert opened.session.result is None
    opened.dock.show()
    assert opened.session.result is not None


def test_a_project_that_is_closed_leaves_no_complaint_about_its_layers(opened):
    QgsProject.instance().clear()
    assert opened.said() == []


def test_changes_closed_with_the_project_come_back_at_a_click(opened):
    weigh(opened, 7)
    QgsProject.instance().clear()
    (item,) = opened.bar.items()
    assert item.text() == "“Small town” was closed with the project. Its last changes are not saved anywhere."
    item.findChild(QPushButton).click()
    assert opened.session.scenario.measures[0].weight == 7
    assert not opened.dock.header.star.isHidden()


def test_a_scenario_that_only_the_project_keeps_is_asked_about(opened, answers, tmp_path):
    opened.session.take_over(opened.session.scenario, None, is_saved=False)
    QgsProject.instance().write(str(tmp_path / "p.qgz"))
    assert opened.dock.header.star.isHidden()
    answers.append(Answer.Cancel)
    opened.dock.scenario_menu.new()
    assert opened.session.scenario.measures


def test_qgis_may_end_unless_changes_would_be_lost(opened, answers, tmp_path):
    guard = ExitGuard(opened.dock.scenario_menu, opened.dock.project_link)
    assert guard.allowExit()
    weigh(opened, 7)
    answers += [Answer.Cancel, Answer.Discard, Answer.Save]
    assert not guard.allowExit()
    assert guard.allowExit()
    assert guard.allowExit()
    assert not opened.session.has_changes


def test_qgis_may_end_with_changes_that_the_saved_project_keeps(opened, answers, tmp_path):
    weigh(opened, 7)
    QgsProject.instance().write(str(tmp_path / "p.qgz"))
    assert opened.session.has_changes
    assert ExitGuard(opened.dock.scenario_menu, opened.dock.project_link).allowExit()


def test_reverting_gives_changes_up_and_can_be_undone(opened):
    weigh(opened, 7)
    opened.dock.scenario_menu.revert()
    assert opened.session.scenario.measures[0].weight == 2
    assert opened.dock.header.star.isHidden()
    opened.session.undo_stack.undo()
    assert opened.session.scenario.measures[0].weight == 7


def test_the_live_map_comes_with_a_project_whose_scores_take_a_moment(opened, tmp_path, monkeypatch, qtbot):
    opened.session.save()
    path = str(tmp_path / "p.qgz")
    QgsProject.instance().write(path)
    monkeypatch.setattr(worker, "SMALL_AREAS", 0)
    session = opened.session
    for _ in range(4):
        QgsProject.instance().read(path)
        qtbot.waitUntil(lambda: session.result is not None and not session.is_working)
        turn()
        assert opened.dock.map.preview.isChecked()
        assert opened.dock.map_link.preview.layer is not None
