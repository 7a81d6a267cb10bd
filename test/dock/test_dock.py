# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock as a whole: its handles, its width, its words, and what it leaves behind."""

from __future__ import annotations

import gc
import weakref

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtGui import QPalette
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QTreeView,
    QWidget,
)

from support.dock_window import Window
from support.small_town import small_town

HANDLES = (
    "areaLayerCombo",
    "tablesView",
    "measuresView",
    "resultsView",
    "resultsSearch",
    "areaExplanation",
    "writeButton",
    "printButton",
    "scenarioButton",
)


@pytest.mark.parametrize("name", HANDLES)
def test_the_handles_of_the_contract_are_there(empty, name):
    assert empty.dock.objectName() == "VruNeedDock"
    assert empty.dock.findChild(QWidget, name) is not None


def test_it_works_at_380_pixels(opened):
    opened.dock.findChild(QWidget, "dataSection").set_open(True)
    opened.set_width(380)
    assert opened.dock.width() == 380
    scroll = opened.dock.findChild(QWidget, "sectionsScroll")
    assert scroll.widget().minimumSizeHint().width() <= 380 - 16
    for name in ("measuresView", "resultsView", "tablesView"):
        view = opened.dock.findChild(QTreeView, name)
        assert view.header().length() <= view.viewport().width() or not view.isVisible()


def test_wide_docks_show_more_columns(opened):
    view = opened.dock.findChild(QTreeView, "resultsView")
    narrow = sum(not view.isColumnHidden(c) for c in range(view.model().columnCount()))
    opened.window.resize(1600, 1000)
    opened.set_width(1000)
    wide = sum(not view.isColumnHidden(c) for c in range(view.model().columnCount()))
    assert wide > narrow


def test_every_control_has_words_for_those_who_cannot_see_it(opened):
    kinds = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit)
    silent = []
    for widget in opened.dock.widget().findChildren(QWidget):
        ours = isinstance(widget, kinds) and not widget.objectName().startswith("qt_")
        parent = widget.parent()
        if not ours or isinstance(parent, (QComboBox, QAbstractSpinBox, QLineEdit)):
            continue
        if isinstance(widget, QAbstractItemView) and not widget.objectName():
            continue  # the lists that drop down from combo boxes, the headers of views
        if not (widget.accessibleName() or getattr(widget, "text", str)() or widget.toolTip()):
            silent.append(widget.objectName() or type(widget).__name__)
    assert silent == []


def test_a_folded_section_states_how_things_stand(opened):
    states = {
        name: opened.dock.findChild(QWidget, f"{name}State").text()
        for name in ("dataSection", "measuresSection", "resultsSection")
    }
    assert states == {
        "dataSection": "6 wards in 2 boroughs; 2 tables, all matched",
        "measuresSection": "3 in use, highest possible score 4",
        "resultsSection": "5 ranked, 1 without data",
    }


def test_an_empty_dock_says_where_to_begin(empty):
    assert empty.dock.findChild(QWidget, "dataSectionState").text() == "choose the area layer"
    assert empty.dock.findChild(QWidget, "dataSection").is_open()


def test_opening_and_closing_again_and_again_leaves_nothing_behind(qgis_new_project, tmp_path):
    path = small_town(tmp_path)
    project = QgsProject.instance()
    docks = []
    receivers = None
    for turn in range(8):
        window = Window()
        window.dock.open_scenario(path)
        docks.append(weakref.ref(window.dock))
        window.close()
        project.removeAllMapLayers()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        del window
        gc.collect()
        count = project.receivers(project.layersWillBeRemoved)
        receivers = count if turn == 1 else receivers
    assert count == receivers
    assert sum(dock() is not None for dock in docks) <= 1
    assert not project.mapLayers()


def test_nothing_answers_back_after_the_dock_is_gone(empty, town):
    empty.dock.open_scenario(town)
    empty.dock.discard()
    QgsProject.instance().removeAllMapLayers()
    assert empty.said() == []


def test_the_title_can_be_read_in_a_theme_that_gives_line_edits_a_light_ground(opened):
    title = opened.dock.header.title
    opened.window.setStyleSheet("QLabel { color: #aaaaaa; } QLineEdit { background-color: #888888; }")
    assert title.palette().color(title.foregroundRole()).name() == "#aaaaaa"
    opened.window.setStyleSheet("")
    assert title.palette().color(title.foregroundRole()) == opened.dock.palette().color(
        QPalette.ColorRole.WindowText
    )


def test_large_print_makes_the_dock_wider_and_leaves_nothing_beyond_its_edge(opened, qtbot):
    """A person who sets QGIS to print half as large again finds every control all the same."""
    opened.window.setStyleSheet("* { font-size: 18pt; }")
    for section in ("dataSection", "measuresSection", "resultsSection", "mapSection"):
        opened.dock.findChild(QWidget, section).set_open(True)
    qtbot.waitUntil(lambda: opened.dock.widget().minimumWidth() > 380)
    QCoreApplication.processEvents()
    scroll = opened.dock.findChild(QScrollArea, "sectionsScroll")
    assert scroll.widget().minimumSizeHint().width() <= scroll.viewport().width()
    assert not scroll.horizontalScrollBar().isVisible()
