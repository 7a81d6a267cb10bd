# SPDX-License-Identifier: GPL-2.0-or-later
"""Every control has a name, a tooltip, and a place in the tab order."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAbstractSpinBox, QComboBox, QMenu, QTabBar, QWidget

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
        and widget.objectName() != "sectionsScroll"
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
