# SPDX-License-Identifier: GPL-2.0-or-later
"""Several measures at once: chosen, set, moved, grouped by theme; weights; what a measure is told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.PyQt.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from qgis.PyQt.QtWidgets import QMenu

from vru_need_plugin.core.threshold import Direction, Reference, Threshold, ThresholdKind, Ties
from vru_need_plugin.dock import measures_menu
from vru_need_plugin.dock.measure_column import MeasureColumn
from vru_need_plugin.dock.measures_model import BAND_ROLE
from vru_need_plugin.scenario.document import Nature
from vru_need_plugin.session import edits


@pytest.fixture
def section(opened):
    return opened.dock.measures


def choose(section, *rows):
    flags = QItemSelectionModel.SelectionFlag
    section.view.selectionModel().clearSelection()
    for row in rows:
        section.view.selectionModel().setCurrentIndex(section.model.index(row, 0), flags.Select | flags.Rows)


def measures(window):
    return window.session.scenario.measures


def pick(combo, data):
    combo.setCurrentIndex(combo.findData(data))
    combo.activated.emit(combo.currentIndex())


def test_one_measure_chosen_has_no_panel_for_many(section):
    choose(section, 0)
    assert section.many.isHidden()


def test_weight_theme_and_use_are_set_for_all_chosen_each_in_one_step(opened, section):
    choose(section, 0, 2)
    assert not section.many.isHidden()
    section.many.weight.setValue(5)
    assert [m.weight for m in measures(opened)] == [5, 1, 5]
    section.many.theme.setCurrentText("Youth")
    section.many.theme.activated.emit(0)
    assert [m.theme for m in measures(opened)] == ["Youth", "Public health", "Youth"]
    section.many.leave.click()
    assert [m.enabled for m in measures(opened)] == [False, True, False]
    assert opened.session.undo_stack.count() == 3
    for _ in range(3):
        opened.session.undo_stack.undo()
    assert [(m.weight, m.enabled) for m in measures(opened)] == [(2, True), (1, True), (1, True)]


def test_the_threshold_is_set_for_all_chosen_in_one_step(opened, section):
    choose(section, 0, 1)
    section.panel.show_measure("robbery")
    section.panel.number.setValue(3)
    expected = Threshold(ThresholdKind.TOP_COUNT, 3)
    assert [m.threshold for m in measures(opened)[:2]] == [expected, expected]
    assert measures(opened)[2].threshold == Threshold(ThresholdKind.TOP_COUNT, 1)
    assert opened.session.undo_stack.count() == 1
    pick(section.panel.ties, Ties.IN)
    pick(section.panel.direction, Direction.LOW)
    assert [(m.threshold.ties, m.direction) for m in measures(opened)[:2]] == [(Ties.IN, Direction.LOW)] * 2


def test_another_kind_takes_over_each_measures_own_cut_off(opened, section):
    choose(section, 0, 2)
    section.panel.show_measure("robbery")
    pick(section.panel.kind, ThresholdKind.VALUE)
    assert [m.threshold.value for m in measures(opened)] == [9, 20, 40]


def test_measures_of_the_boroughs_are_not_compared_within_them(opened, section):
    choose(section, 0, 2)
    section.panel.show_measure("robbery")
    pick(section.panel.reference, Reference.WITHIN_PARENT)
    assert [m.reference for m in measures(opened)] == [
        Reference.WITHIN_PARENT,
        Reference.AREAS,
        Reference.AREAS,
    ]
    assert not opened.session.problems


def test_a_dragged_line_is_the_shown_measures_alone(opened, section):
    choose(section, 0, 1)
    section.panel.show_measure("robbery")
    section.panel.picture.cutoffDragged.emit(7.5)
    assert [m.threshold.value for m in measures(opened)] == [7.5, 20, 1]


# Order and themes


def titles(section):
    return [section.model.index(row, 0).data() for row in range(section.model.rowCount())]


def test_rows_are_dragged_and_every_index_keeps_its_measure(opened, section, qtmodeltester):
    held = QPersistentModelIndex(section.model.index(0, MeasureColumn.WEIGHT))
    data = section.model.mimeData([section.model.index(2, 0), section.model.index(2, 3)])
    section.model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    assert titles(section) == ["Trust", "Robbery", "Income"]
    assert (held.row(), held.column()) == (1, MeasureColumn.WEIGHT)
    assert opened.session.result.score.tolist()[:5] == [3, 2, 0, 2, 1]
    opened.session.undo_stack.undo()
    assert titles(section) == ["Robbery", "Income", "Trust"]
    qtmodeltester.check(section.model)


def test_a_row_dropped_on_another_goes_in_front_of_it(opened, section):
    data = section.model.mimeData([section.model.index(0, 0)])
    section.model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, section.model.index(2, 0))
    assert titles(section) == ["Income", "Robbery", "Trust"]


def test_other_things_dropped_move_nothing(opened, section):
    data = section.model.mimeData([])
    data.setData("text/plain", b"robbery")
    data.removeFormat("application/x-vru-need-measures")
    assert not section.model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    assert opened.session.undo_stack.count() == 0


def bands(section):
    return [section.model.index(row, 0).data(BAND_ROLE) for row in range(section.model.rowCount())]


def test_a_theme_and_its_share_stand_where_it_begins(opened, section):
    opened.session.edit("t", edits.with_measure(opened.session.scenario, "income", theme="Crime"))
    assert bands(section) == [
        ("Crime", "75 % of the score"),
        None,
        ("Public perceptions", "25 % of the score"),
    ]
    opened.session.edit("t", edits.with_measure(opened.session.scenario, "trust", weight=3))
    assert bands(section)[0] == ("Crime", "50 % of the score")


def test_the_share_of_a_theme_in_pieces_is_said_once(opened, section):
    opened.session.edit("t", edits.with_measure(opened.session.scenario, "trust", theme="Crime"))
    assert bands(section) == [
        ("Crime", "75 % of the score"),
        ("Public health", "25 % of the score"),
        ("Crime", "continued"),
    ]


def test_new_measures_come_last_and_those_of_one_theme_together(opened):
    scenario = opened.session.scenario
    new = [
        replace(scenario.measures[0], id=i, theme=t)
        for i, t in (("a", "Crime"), ("b", "New"), ("c", "Crime"))
    ]
    grown = edits.with_added_measures(scenario, new)
    assert [measure.id for measure in grown.measures] == ["robbery", "income", "trust", "a", "c", "b"]


def test_one_theme_alone_needs_no_band(opened, section):
    for measure_id in ("income", "trust"):
        opened.session.edit("t", edits.with_measure(opened.session.scenario, measure_id, theme="Crime"))
    assert bands(section) == [None, None, None]


def test_a_band_makes_its_row_higher_and_cells_lie_below_it(opened, section):
    opened.session.edit("t", edits.with_measure(opened.session.scenario, "income", theme="Crime"))
    view = section.view
    with_band, without = (view.visualRect(view.model().index(row, 0)) for row in (0, 1))
    assert with_band.top() > 0
    assert abs(with_band.height() - without.height()) <= 1
    assert view.indexAt(with_band.center()).row() == 0


def test_grouping_puts_themes_together(opened, section):
    opened.session.edit("t", edits.with_measure(opened.session.scenario, "trust", theme="Crime"))
    assert section.group.isEnabled()
    section.group.click()
    assert titles(section) == ["Robbery", "Trust", "Income"]
    assert not section.group.isEnabled()


def test_the_menu_is_for_all_that_are_chosen(opened, section):
    choose(section, 0, 2)
    menu = QMenu()
    measures_menu.fill(menu, opened.session, [measures(opened)[0], measures(opened)[2]])
    actions = {action.text(): action for action in menu.actions()}
    actions["Leave out “2 measures”"].trigger()
    assert [m.enabled for m in measures(opened)] == [False, True, False]
    actions["Remove “2 measures”"].trigger()
    assert titles(section) == ["Income"]


# Weights


def test_weights_are_made_equal_and_scaled_around_a_locked_one(opened, section):
    choose(section, 0)
    section.weights.set_locked(True)
    assert measures(opened)[0].locked
    icon = section.model.index(0, MeasureColumn.WEIGHT).data(Qt.ItemDataRole.DecorationRole)
    assert not icon.isNull()
    section.weights.total.setValue(10)
    section.weights.scale()
    assert [m.weight for m in measures(opened)] == [2, 4, 4]
    section.weights.make_equal()
    assert [m.weight for m in measures(opened)] == [2, 1, 1]


def test_weights_that_cannot_be_scaled_are_explained(opened, section):
    choose(section, 0)
    section.weights.set_locked(True)
    section.weights.total.setValue(1)
    section.weights.scale()
    assert "more than 1" in opened.said()[0]
    assert [m.weight for m in measures(opened)] == [2, 1, 1]


# What a measure is told


def told(section, measure_id):
    section.panel.show_measure(measure_id)
    return section.panel.outcome.text()


def test_a_measure_says_what_it_is_compared_with(opened, section):
    assert "Compared with 5 wards of the layer" in told(section, "robbery")
    assert "Compared with 2 boroughs of the layer" in told(section, "trust")


def test_a_table_with_more_areas_than_the_layer_is_suggested(opened, section, tmp_path):
    figures = (tmp_path / "figures.csv").read_text()
    (tmp_path / "figures.csv").write_text(
        figures + "E05000091,3,1\nE05000092,4,1\nE12000007,99,9\nTotal,1,1\n"
    )
    opened.session.reload()
    assert "Compared with 5 wards of the layer. The table has 7." in told(section, "robbery")
    assert section.panel.whole_table.text() == "Compare with all 7 of the table"
    section.panel.whole_table.click()
    assert edits.measure_of(opened.session.scenario, "robbery").reference is Reference.TABLE
    assert "Compared with 7 wards of the table" in told(section, "robbery")
    assert section.panel.whole_table.isHidden()
    opened.session.undo_stack.undo()
    told(section, "trust")
    assert section.panel.whole_table.isHidden()


@pytest.mark.parametrize(
    ("ties", "words"),
    [
        (Ties.IN, "3 above where 2 were asked for: 2 level at the line."),
        (Ties.OUT, "1 above where 2 were asked for: 2 level at the line are left out."),
    ],
)
def test_ties_that_change_the_number_are_counted(opened, section, tmp_path, ties, words):
    figures = (tmp_path / "figures.csv").read_text().replace("E05000003,8", "E05000003,9")
    (tmp_path / "figures.csv").write_text(figures)
    opened.session.reload()
    threshold = Threshold(ThresholdKind.TOP_COUNT, 2, ties)
    opened.session.edit("t", edits.with_measure(opened.session.scenario, "robbery", threshold=threshold))
    assert words in told(section, "robbery").replace(". Compared", ".|")


def test_a_count_without_a_denominator_says_so(opened, section):
    assert "Count, not rate" not in told(section, "robbery")
    opened.session.edit("t", edits.with_measure(opened.session.scenario, "robbery", nature=Nature.COUNT))
    assert "Count, not rate" in told(section, "robbery")
