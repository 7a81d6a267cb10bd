# SPDX-License-Identifier: GPL-2.0-or-later
"""While scores are being worked out, those from before are shown as such and go nowhere."""

from __future__ import annotations

import threading

import pytest
from qgis.PyQt.QtGui import QGuiApplication

from vru_need_plugin.core.threshold import Direction
from vru_need_plugin.dock import writing as writing_module
from vru_need_plugin.dock.table_card import Page
from vru_need_plugin.dock.write_consent import Consent
from vru_need_plugin.scoring import load
from vru_need_plugin.session import edits, new_table, worker

AWAITED = "The scores are being worked out"


@pytest.fixture
def slow(opened, monkeypatch):
    """From now on scoring is a task, which goes on once it is let go of."""
    let_go, work = threading.Event(), worker.work

    def held(*arguments):
        let_go.wait(30)
        return work(*arguments)

    monkeypatch.setattr(worker, "SMALL_AREAS", 0)
    monkeypatch.setattr(worker, "work", held)
    yield let_go
    let_go.set()


@pytest.fixture
def awaited(opened, monkeypatch, request, qtbot):
    """The small town, written and then turned round by an edit whose task has not run yet."""
    monkeypatch.setattr(writing_module, "ask_to_write", lambda *_: Consent(write=True, style=False))
    opened.dock.write_button.writing.on_to_layer()
    opened.dock.results.choose_area(0)
    opened.dock.measures.view.setCurrentIndex(opened.dock.measures.model.index(0, 0))
    let_go = request.getfixturevalue("slow")
    turn_round(opened.session)
    assert opened.session.is_scoring
    yield opened
    ended(opened, let_go, qtbot)


def turn_round(session):
    session.edit("d", edits.with_measure(session.scenario, "robbery", direction=Direction.LOW))


def ended(window, let_go, qtbot):
    let_go.set()
    qtbot.waitUntil(lambda: not window.session.is_working)


def buttons(window):
    dock = window.dock
    panel = dock.print_panel
    return [
        dock.write_button.on_to_layer,
        dock.write_button.to_copy,
        dock.write_button.to_memory,
        dock.write_button.to_table,
        dock.print_button,
        panel.preview_button,
        panel.open_button,
        panel.export_button,
    ]


def test_the_buttons_wait_and_say_for_what(awaited, slow, qtbot):
    assert not any(button.isEnabled() for button in buttons(awaited))
    assert AWAITED in awaited.dock.write_button.toolTip()
    assert AWAITED in awaited.dock.print_button.toolTip()
    ended(awaited, slow, qtbot)
    assert all(button.isEnabled() for button in buttons(awaited))
    assert AWAITED not in awaited.dock.write_button.toolTip()
    assert AWAITED not in awaited.dock.print_button.toolTip()


def test_nothing_is_written(awaited, tmp_path):
    before = (tmp_path / "wards.gpkg").read_bytes()
    writing = awaited.dock.write_button.writing
    for write in (
        writing.on_to_layer,
        writing.temporary_copy,
        lambda: writing.copy_to(tmp_path / "copy.gpkg"),
        lambda: writing.table_to(tmp_path / "table.csv"),
    ):
        awaited.bar.clearWidgets()
        write()
        assert AWAITED in awaited.said()[0]
    assert (tmp_path / "wards.gpkg").read_bytes() == before
    assert not (tmp_path / "copy.gpkg").exists()
    assert not (tmp_path / "table.csv").exists()


def test_nothing_is_printed_though_a_layer_holds_the_scores_from_before(awaited, tmp_path):
    panel = awaited.dock.print_panel
    for make in (panel.open, panel.show_picture, lambda: panel.export_to(tmp_path / "map.pdf")):
        awaited.bar.clearWidgets()
        make()
        assert AWAITED in awaited.said()[0]
    assert awaited.layouts == []
    assert panel.picture.isHidden()
    assert not (tmp_path / "map.pdf").exists()


def test_nothing_is_exported_or_copied(awaited, tmp_path):
    exporter = awaited.dock.results.exporter
    QGuiApplication.clipboard().setText("before")
    awaited.dock.results.view.selectAll()
    for take in (
        lambda: exporter.export_ranking(tmp_path / "ranking.csv"),
        lambda: exporter.export_audit(tmp_path / "audit.csv"),
        awaited.dock.results.copy,
    ):
        awaited.bar.clearWidgets()
        take()
        assert AWAITED in awaited.said()[0]
    assert not {"ranking.csv", "audit.csv"} & {path.name for path in tmp_path.iterdir()}
    assert QGuiApplication.clipboard().text() == "before"


def test_what_is_shown_says_that_it_is_from_before(awaited, slow, qtbot):
    explanation = awaited.dock.results.explanation
    assert explanation.text().startswith(AWAITED)
    assert "Ash" in explanation.text()
    assert awaited.dock.results.state() == "scores are being worked out"
    panel = awaited.dock.measures.panel
    assert panel.outcome.text().startswith(f"{AWAITED}; from before the last change. Cut-off 9")
    ended(awaited, slow, qtbot)
    assert AWAITED not in explanation.text()
    assert "Ash" in explanation.text()
    assert panel.outcome.text().startswith("Cut-off 7")
    assert awaited.dock.results.state() == "5 ranked, 1 without data"


def test_areas_that_are_read_anew_are_not_explained_by_the_scores_from_before(opened, slow, qtbot):
    opened.dock.results.choose_area(0)
    opened.session.reload()
    explanation = opened.dock.results.explanation
    assert explanation.text() == f"{AWAITED}."
    ended(opened, slow, qtbot)
    assert explanation.text().startswith("Ash")


def test_scores_that_changed_while_the_question_was_open_are_not_written(opened, monkeypatch, tmp_path):
    session = opened.session

    def ask(*_):
        session.edit("w", edits.with_measure(session.scenario, "robbery", weight=9))
        return Consent(write=True, style=False)

    monkeypatch.setattr(writing_module, "ask_to_write", ask)
    before = (tmp_path / "wards.gpkg").read_bytes()
    opened.dock.write_button.writing.on_to_layer()
    assert "changed while the question was open" in opened.said()[0]
    assert (tmp_path / "wards.gpkg").read_bytes() == before


def test_a_table_that_is_being_read_is_not_read_twice_and_shown_once_it_has_been(
    empty, town, monkeypatch, qtbot
):
    let_go, really, read_by = threading.Event(), load.read_csv, []

    def held(path, *others):
        read_by.append((path.name, threading.current_thread() is threading.main_thread()))
        let_go.wait(30)
        return really(path, *others)

    monkeypatch.setattr(worker, "SMALL_AREAS", 0)
    monkeypatch.setattr(new_table, "SMALL_TEXT", 1)
    monkeypatch.setattr(load, "read_csv", held)
    empty.dock.open_scenario(town)
    card = empty.dock.data.tables.card
    card.open_table("survey", Page.IMPORT)
    assert card.isHidden()
    assert empty.said()[0] == "“survey.csv” is being read. It is shown when it has been."
    let_go.set()
    qtbot.waitUntil(lambda: not empty.session.is_working)
    assert card.table_id == "survey"
    assert not card.isHidden()
    assert sorted(read_by) == [("figures.csv", False), ("survey.csv", False)]
