# SPDX-License-Identifier: GPL-2.0-or-later
"""Every control has a name, a tooltip, and a place in the tab order; the work goes without a mouse."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAbstractItemView, QAbstractSpinBox, QComboBox, QMenu, QTabBar, QWidget

from vru_need_plugin.dock.measure_column import MeasureColumn
from vru_need_plugin.dock.tab_order import controls


def of_another_control(widget):
    """Whether it is a part of one (a spin box, tabs), which speaks for it, or in a menu."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, (QAbstractSpinBox, QComboBox, QTabBar, QMenu)):
            return True
        parent = parent.parentWidget()
    return False


def takes_focus(dock):
    """All widgets of the dock that take focus by Tab, wherever they are."""
    found = [
        widget
        for widget in dock.widget().findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not of_another_control(widget)
        and not widget.isWindow()
        and not widget.objectName().startswith("qt_")
    ]
    assert len(found) > 20
    return found


def called(widget):
    text = getattr(widget, "text", None)
    return f"{type(widget).__name__} {widget.objectName()} {text() if callable(text) else ''}"


@pytest.fixture(params=["sound", "missing"])
def dock(request, empty, town, tmp_path):
    if request.param == "missing":
        (tmp_path / "figures.csv").unlink()
    assert empty.dock.open_scenario(town)
    return empty.dock


def test_every_control_has_a_name(dock):
    # A button's own words are its name to a screen reader, unless it has another.
    nameless = [
        called(widget)
        for widget in takes_focus(dock)
        if not widget.accessibleName() and not (hasattr(widget, "isCheckable") and widget.text())
    ]
    assert nameless == []


def test_every_control_has_a_tooltip(dock):
    silent = [called(widget) for widget in takes_focus(dock) if not widget.toolTip()]
    assert silent == [], "\n".join(silent)


def test_every_control_has_an_object_name(dock):
    assert [called(widget) for widget in takes_focus(dock) if not widget.objectName()] == []


def test_every_control_is_in_the_tab_order_and_comes_as_the_eye_goes(dock):
    ordered = list(controls(dock.widget()))
    missing = [called(widget) for widget in takes_focus(dock) if widget not in ordered]
    assert missing == []
    chain, widget = [], ordered[0]
    for _ in range(5000):
        if widget in ordered:
            chain.append(widget)
        widget = widget.nextInFocusChain()
        if widget is ordered[0]:
            break
    assert [called(widget) for widget in chain] == [called(widget) for widget in ordered]


def test_the_first_is_the_title_and_the_last_are_writing_and_printing(dock):
    names = [widget.objectName() for widget in controls(dock.widget())]
    assert names[0] == "scenarioTitle"
    assert names[-2:] == ["writeButton", "printButton"]
    on_the_way = ("areaLayerCombo", "measuresView", "resultsSearch", "resultsView")
    places = [names.index(name) for name in on_the_way]
    assert places == sorted(places)


# The measures without a mouse


@pytest.fixture
def keys(opened, qtbot):
    """Types into the table of the measures of the small town."""
    view = opened.dock.measures.view
    view.setCurrentIndex(view.model().index(0, 0))
    view.setFocus()
    return lambda *typed: [qtbot.keyClick(view, key) for key in typed]


def test_left_and_right_go_over_the_cells_that_can_be_edited(opened, keys):
    view, key = opened.dock.measures.view, Qt.Key
    view.setColumnHidden(MeasureColumn.ABOVE, False)
    keys(key.Key_Right)
    assert view.currentIndex().column() == MeasureColumn.THRESHOLD
    keys(key.Key_Right)
    assert view.currentIndex().column() == MeasureColumn.WEIGHT
    keys(key.Key_Right)
    assert view.currentIndex().column() == MeasureColumn.WEIGHT
    keys(key.Key_Down, key.Key_Left)
    assert (view.currentIndex().row(), view.currentIndex().column()) == (1, MeasureColumn.THRESHOLD)


@pytest.mark.parametrize("begin", [Qt.Key.Key_Return, Qt.Key.Key_F2, Qt.Key.Key_5])
def test_a_weight_is_typed(opened, keys, qtbot, begin):
    keys(Qt.Key.Key_Right, Qt.Key.Key_Right, begin)
    (editor,) = opened.dock.measures.view.viewport().findChildren(QAbstractSpinBox)
    if begin != Qt.Key.Key_5:
        editor.selectAll()
        qtbot.keyClicks(editor, "5")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert opened.session.scenario.measures[0].weight == 5


def test_space_leaves_a_measure_out_and_uses_it_again(opened, keys):
    keys(Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert not opened.session.scenario.measures[0].enabled
    keys(Qt.Key.Key_Space)
    assert opened.session.scenario.measures[0].enabled


def test_a_letter_looks_for_a_title_and_renames_nothing(opened, keys):
    keys(Qt.Key.Key_T)
    view = opened.dock.measures.view
    assert view.state() != QAbstractItemView.State.EditingState
    assert view.currentIndex().data() == "Trust"


def test_delete_removes_what_is_chosen_and_undo_brings_it_back(opened, keys):
    keys(Qt.Key.Key_Delete)
    assert [m.id for m in opened.session.scenario.measures] == ["income", "trust"]
    opened.session.undo_stack.undo()
    assert [m.id for m in opened.session.scenario.measures] == ["robbery", "income", "trust"]


def test_moving_over_the_cells_keeps_what_is_chosen(opened, keys):
    opened.dock.measures.view.selectAll()
    keys(Qt.Key.Key_Right)
    assert opened.dock.measures.chosen_ids() == ["robbery", "income", "trust"]


def test_enter_shows_an_area_on_the_map(opened, qtbot):
    view = opened.dock.results.view
    view.setCurrentIndex(view.model().index(1, 1))
    with qtbot.waitSignal(opened.dock.results.areaClicked):
        qtbot.keyClick(view, Qt.Key.Key_Return)
