# SPDX-License-Identifier: GPL-2.0-or-later
"""Search by measure, filters, focus, and the first of every borough."""

from __future__ import annotations

import pytest
from qgis.gui import QgsCheckableComboBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QTextBrowser, QTreeView

from vru_need_plugin.dock.result_column import ResultColumn
from vru_need_plugin.dock.results_model import AREA_ROLE, CHIPS_ROLE
from vru_need_plugin.session import edits

ALL = ["Ash", "Birch & Co", "Dogwood", "<b>Elm</b>", "Cedar", "Fir"]


@pytest.fixture
def tools(opened):
    return opened.dock.results.tools


def shown(window, column=ResultColumn.AREA):
    model = window.dock.findChild(QTreeView, "resultsView").model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def choose(combo, data):
    combo.setCurrentIndex(combo.findData(data))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("robbery", ["Ash", "Birch & Co"]),
        ("ROB", ["Ash", "Birch & Co"]),
        ("ro", []),
        ("obbery", []),
        ("trust", ["Dogwood", "<b>Elm</b>", "Fir"]),
        ("trust dog", ["Dogwood"]),
        ("income north", ["Ash"]),
        ("robbery income", []),
    ],
)
def test_a_measures_title_finds_the_areas_above_threshold_on_it(opened, tools, text, found):
    tools.search.setText(text)
    assert shown(opened) == found


def test_a_search_for_a_measure_follows_its_threshold(opened, tools):
    tools.search.setText("robbery")
    opened.session.edit("t", edits.with_threshold_value(opened.session.scenario, "robbery", 3))
    assert shown(opened) == ["Ash", "Birch & Co", "Cedar"]


def test_filters_narrow_by_borough_score_and_measure(opened, tools):
    choose(tools.filters.parent_choice, 1)
    assert shown(opened) == ["Dogwood", "<b>Elm</b>", "Fir"]
    tools.filters.least_score.setValue(2)
    assert shown(opened) == ["Dogwood"]
    choose(tools.filters.measure, "robbery")
    assert shown(opened) == []
    tools.show_all()
    assert shown(opened) == ALL
    assert not tools.is_narrowing


def test_the_first_of_every_borough_takes_all_who_are_level_with_the_last(opened, tools):
    tools.filters.top.setValue(1)
    assert shown(opened) == ["Ash", "Dogwood"]
    opened.session.edit("t", edits.with_measure(opened.session.scenario, "income", weight=0))
    assert shown(opened) == ["Ash", "Birch & Co", "<b>Elm</b>", "Dogwood"]


def test_what_is_left_is_counted(opened, tools):
    assert tools.status.isHidden()
    tools.search.setText("ash")
    assert tools.status.text() == "1 of 6 shown"
    assert not tools.clear_button.isHidden()
    tools.clear_button.click()
    assert tools.status.isHidden()
    assert shown(opened) == ALL


def test_a_focus_shows_its_boroughs_and_everything_is_scored_all_the_same(opened, tools):
    scores = opened.session.result.score.tolist()
    focus = opened.dock.findChild(QgsCheckableComboBox, "focusCombo")
    focus.setItemCheckState(focus.findText("South"), Qt.CheckState.Checked)
    assert opened.session.scenario.options.focus == ("E09000002",)
    assert shown(opened) == ["Dogwood", "<b>Elm</b>", "Fir"]
    assert shown(opened, ResultColumn.RANK) == ["=2", "4", "–"]
    assert opened.session.result.score.tolist()[:5] == scores[:5]
    assert tools.status.text() == "Focus: South; all are scored · 3 of 6 shown"


def test_a_focus_is_undone_and_follows_the_scenario(opened, tools):
    opened.session.edit("t", edits.with_options(opened.session.scenario, focus=("E09000001", "E09000002")))
    assert tools.filters.focus.checkedItems() == ["North", "South"]
    opened.session.edit("t", edits.with_options(opened.session.scenario, focus=("e09000001",)))
    assert shown(opened) == ["Ash", "Birch & Co", "Cedar"]
    opened.session.undo_stack.undo()
    opened.session.undo_stack.undo()
    assert shown(opened) == ALL
    assert tools.filters.focus.checkedItems() == []


def test_a_focus_that_no_area_lies_in_hides_nothing(opened):
    opened.session.edit("t", edits.with_options(opened.session.scenario, focus=("E09000099",)))
    assert shown(opened) == ALL


def test_an_area_out_of_focus_that_is_picked_is_explained_all_the_same(opened):
    opened.session.edit("t", edits.with_options(opened.session.scenario, focus=("E09000002",)))
    opened.dock.results.choose_area(0)
    assert opened.dock.findChild(QTextBrowser, "areaExplanation").toPlainText().startswith("Ash: ")


def test_filters_keep_the_chosen_area_chosen(opened, tools):
    view = opened.dock.findChild(QTreeView, "resultsView")
    opened.dock.results.choose_area(3)
    tools.search.setText("south")
    assert view.currentIndex().data(AREA_ROLE) == 3


def test_chips_name_what_an_area_is_above_on_and_tell_the_boroughs_apart(opened):
    model = opened.dock.findChild(QTreeView, "resultsView").model()
    chips = {
        model.index(row, ResultColumn.AREA).data(): model.index(row, ResultColumn.CHIPS).data(CHIPS_ROLE)
        for row in range(model.rowCount())
    }
    assert chips["Ash"] == (("Robbery", False), ("Income", False))
    assert chips["Dogwood"] == (("Income", False), ("Trust", True))
    assert chips["Cedar"] == ()
    assert model.index(0, ResultColumn.CHIPS).data() == "Robbery; Income"


def test_chips_follow_a_measures_new_title(opened):
    opened.session.edit("t", edits.with_measure(opened.session.scenario, "robbery", title="Muggings"))
    model = opened.dock.findChild(QTreeView, "resultsView").model()
    assert model.index(0, ResultColumn.CHIPS).data() == "Muggings; Income"


def test_the_measures_offered_are_those_in_use(opened, tools):
    opened.session.edit("t", edits.with_measure(opened.session.scenario, "robbery", enabled=False))
    offered = [tools.filters.measure.itemData(row) for row in range(tools.filters.measure.count())]
    assert offered == [None, "income", "trust"]


def test_another_scenario_takes_its_own_boroughs_and_no_old_filter(opened, tools):
    choose(tools.filters.parent_choice, 1)
    opened.session.new()
    assert tools.filters.parent_choice.count() == 1
    assert not tools.filters.focus.isEnabled()
    assert not tools.is_narrowing
