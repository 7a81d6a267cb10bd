# SPDX-License-Identifier: GPL-2.0-or-later
"""New, open, save: nothing unsaved is lost without a question."""

from __future__ import annotations

import json

import pytest
from qgis.PyQt.QtWidgets import QFileDialog, QMessageBox, QToolButton

from vru_need_plugin.scenario import codec
from vru_need_plugin.session import edits

Answer = QMessageBox.StandardButton


@pytest.fixture
def answers(monkeypatch):
    """The answers that the user will give; an empty list means: must not be asked."""
    given = []
    monkeypatch.setattr(QMessageBox, "question", lambda *_: given.pop(0))
    return given


def changed(window):
    changed = edits.with_measure(window.session.scenario, "robbery", weight=9)
    window.session.edit("t", changed)


def test_an_unchanged_scenario_is_replaced_without_a_question(opened, answers):
    opened.dock.scenario_menu.new()
    assert opened.session.scenario.measures == ()


def test_cancelling_the_question_keeps_the_changes(opened, answers, town):
    changed(opened)
    answers += [Answer.Cancel, Answer.Cancel]
    opened.dock.scenario_menu.new()
    assert not opened.dock.open_scenario(town)
    assert opened.session.scenario.measures[0].weight == 9


def test_discarding_gives_the_changes_up(opened, answers, town):
    changed(opened)
    answers.append(Answer.Discard)
    assert opened.dock.open_scenario(town)
    assert opened.session.scenario.measures[0].weight == 2


def test_saving_from_the_question_saves_first(opened, answers, town):
    changed(opened)
    answers.append(Answer.Save)
    opened.dock.scenario_menu.new()
    assert codec.load(town).measures[0].weight == 9
    assert opened.session.path is None


def test_save_as_adds_the_ending_and_marks_as_saved(opened, tmp_path, monkeypatch):
    changed(opened)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "other"), ""))
    assert opened.dock.scenario_menu.save_as()
    assert codec.load(tmp_path / "other.json").measures[0].weight == 9
    assert not opened.session.has_changes


def test_a_file_that_cannot_be_opened_is_explained(opened, tmp_path):
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    assert not opened.dock.open_scenario(broken)
    assert "broken.json" in opened.said()[0]
    assert opened.session.scenario.title == "Small town"


def test_the_title_is_starred_while_there_are_unsaved_changes(opened):
    star = opened.dock.header.star
    assert star.isHidden()
    changed(opened)
    assert not star.isHidden()
    opened.session.undo_stack.undo()
    assert star.isHidden()


def test_recent_files_are_offered_newest_first(opened, tmp_path):
    opened.session.save(tmp_path / "second.json")
    menu = opened.dock.scenario_menu
    menu.aboutToShow.emit()
    names = [action.text() for action in menu.recent.actions()]
    assert names[:2] == ["second.json", "town.json"]


def test_the_button_of_the_contract_opens_the_menu(opened):
    button = opened.dock.findChild(QToolButton, "scenarioButton")
    assert button.menu() is opened.dock.scenario_menu


def test_a_file_that_leads_elsewhere_by_now_is_not_gone_back_to_unasked(opened, answers, town):
    changed(opened)
    away = json.loads(town.read_text(encoding="utf-8"))
    away["tables"][0]["source"] = "//evil/share/x.csv"
    town.write_text(json.dumps(away), encoding="utf-8")
    answers.append(Answer.Cancel)
    opened.dock.scenario_menu.revert()
    assert answers == []
    assert opened.session.scenario.measures[0].weight == 9
    answers.append(Answer.Open)
    opened.dock.scenario_menu.revert()
    assert opened.session.scenario.tables[0].source.startswith("//evil")
    assert opened.session.scenario.measures[0].weight == 2
