# SPDX-License-Identifier: GPL-2.0-or-later
"""Sections fold to one line, and the open ones get the height."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QPoint, Qt
from qgis.PyQt.QtWidgets import QAbstractButton, QSplitter, QWidget

from vru_need_plugin.scenario.document import Value, ValueKind
from vru_need_plugin.session import edits, many_measures

NAMES = ("dataSection", "measuresSection", "resultsSection", "mapSection")


def sections(window):
    return {name: window.dock.findChild(QWidget, name) for name in NAMES}


def test_a_click_on_the_heading_folds_and_opens(opened):
    section = sections(opened)["measuresSection"]
    header = opened.dock.findChild(QAbstractButton, "measuresSectionHeader")
    assert section.is_open()
    header.click()
    assert not section.is_open()
    assert not section.content.isVisible()
    header.click()
    assert section.content.isVisible()


def test_folded_sections_are_one_line_each_at_the_top(opened):
    for section in sections(opened).values():
        section.set_open(False)
    QCoreApplication.processEvents()
    heights = [section.height() for section in sections(opened).values()]
    assert max(heights) < 45


@pytest.mark.parametrize("name", ["measuresSection", "resultsSection"])
def test_an_open_table_takes_the_height_that_is_left(opened, name):
    for other, section in sections(opened).items():
        section.set_open(other == name)
    QCoreApplication.processEvents()
    assert sections(opened)[name].height() > 0.7 * opened.dock.height()


def test_opening_a_scenario_folds_what_is_done_and_opens_the_work(opened):
    assert {name: section.is_open() for name, section in sections(opened).items()} == {
        "dataSection": False,
        "measuresSection": True,
        "resultsSection": True,
        "mapSection": False,
    }


def test_a_click_with_ctrl_folds_the_others(opened, qtbot):
    header = opened.dock.findChild(QAbstractButton, "resultsSectionHeader")
    qtbot.mouseClick(header, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier)
    assert [name for name, section in sections(opened).items() if section.is_open()] == ["resultsSection"]
    qtbot.mouseClick(header, Qt.MouseButton.LeftButton)
    assert not any(section.is_open() for section in sections(opened).values())


@pytest.mark.parametrize("name", ["measuresSplitter", "resultsSplitter"])
def test_a_wide_dock_puts_side_by_side_what_a_narrow_one_puts_one_above_the_other(opened, name):
    splitter = opened.dock.findChild(QSplitter, name)
    assert splitter.orientation() == Qt.Orientation.Vertical
    opened.window.resize(1400, 1000)
    opened.set_width(760)
    assert splitter.orientation() == Qt.Orientation.Horizontal
    assert min(splitter.sizes()) > 300
    opened.set_width(380)
    assert splitter.orientation() == Qt.Orientation.Vertical


def test_one_of_a_thing_is_not_called_many(opened):
    session = opened.session
    session.edit("t", edits.without_table(session.scenario, "survey"))
    assert opened.dock.data.state() == "6 wards in 2 boroughs; 1 table, all matched"


def test_what_is_searched_is_said_in_the_users_word_for_the_borough(opened):
    search = opened.dock.results.search
    assert search.placeholderText() == "Area, code, borough or measure"
    spec = opened.session.scenario.areas
    opened.session.edit(
        "t", edits.with_areas(opened.session.scenario, replace(spec, parent_name_field="code"))
    )
    assert search.placeholderText() == "Area, code, code or measure"


def states(window):
    dock = window.dock
    return [section.state() for section in (dock.data, dock.measures, dock.results)]


def test_measures_that_are_all_off_are_told_from_no_measures(opened):
    off = many_measures.with_each(
        opened.session.scenario, ["robbery", "income", "trust"], lambda _measure: {"enabled": False}
    )
    opened.dock.results.choose_area(0)
    opened.session.edit("t", off)
    assert states(opened)[1:] == ["none of 3 in use", "no measure in use"]
    told = opened.dock.results.explanation.text()
    assert told == "Ash: no measure is in use, so there is no score"


def test_measures_that_cannot_be_scored_are_counted(opened):
    value = Value(ValueKind.COLUMN, ("nowhere",))
    opened.session.edit("t", edits.with_measure(opened.session.scenario, "robbery", value=value))
    assert states(opened)[1] == "3 in use, 1 of them cannot be scored"
    opened.session.edit("t", edits.with_measure(opened.session.scenario, "robbery", enabled=False))
    assert states(opened)[1] == "2 in use, highest possible score 2"


def test_a_table_of_boroughs_matches_nothing_in_a_layer_without_boroughs(opened):
    spec = replace(opened.session.scenario.areas, parent_code_field=None, parent_name_field=None)
    opened.session.edit("t", edits.with_areas(opened.session.scenario, spec))
    assert states(opened)[0] == "6 wards; 2 tables, 1 with areas unmatched"


def test_an_area_layer_that_is_gone_is_not_one_that_was_never_chosen(opened):
    spec = replace(opened.session.scenario.areas, source="/nowhere/wards.gpkg")
    opened.session.edit("t", edits.with_areas(opened.session.scenario, spec))
    assert states(opened)[0] == "the area layer cannot be used"


def test_the_lines_of_the_data_stay_together_where_height_is_over(opened):
    for name, section in sections(opened).items():
        section.set_open(name == "dataSection")
    QCoreApplication.processEvents()
    panel = opened.dock.data.tables
    fields, view, button = opened.dock.data.areas, panel.view, panel.add_button
    below = [
        view.mapTo(opened.dock, QPoint()).y() - fields.mapTo(opened.dock, QPoint(0, fields.height())).y(),
        button.mapTo(opened.dock, QPoint()).y() - view.mapTo(opened.dock, QPoint(0, view.height())).y(),
    ]
    assert max(below) <= 12
