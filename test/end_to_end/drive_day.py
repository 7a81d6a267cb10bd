# SPDX-License-Identifier: GPL-2.0-or-later
"""Run inside QGIS by test_day_in_qgis.py: an officer's day, from downloads to a ranking, and the next day."""

from __future__ import annotations

from pathlib import Path

from driving import EDIT, click, dock, drop, find, heading, pause, step, tick, view, wait_for_work
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QAbstractSpinBox, QWidget
from qgis.utils import iface, plugins

CRIMES = ("Crime; Robbery; 2014/15 | 2014/15", "Crime; Burglary; 2014/15 | 2014/15")
SURVEY = ('"Good Job" local | 31/3/2015', "Contact ward officer | 31/3/2015")
LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def main(arguments):
    wards, atlas, survey, folder = arguments
    folder = Path(folder)
    from_files(wards, atlas, survey)
    fold("dataSection")
    steps = [step("ticked", folder / "1.json")]
    type_weight(row=0, text="2.5")
    choose_threshold(row=1, kind=1, number="40")
    steps.append(step("typed", folder / "2.json"))
    drag_cut_off(row=2)
    steps.append(step("dragged", folder / "3.json"))
    found = search("northumberland")
    focus("Haringey")
    steps.append(step("in focus", folder / "4.json"))
    click(view("resultsView"), 0, 1)
    told = find(QWidget, "areaExplanation").toPlainText()
    title = find(QWidget, "scenarioTitle")
    title.setText("Haringey, Tuesday")
    title.editingFinished.emit()
    dock().session.save(folder / "day.json")
    path = str(folder / "day.qgz")
    QgsProject.instance().write(path)
    away = next_morning(path)
    steps.append(step("next morning", folder / "5.json"))
    return {"steps": steps, "found": found, "told": told, "away": away, "state": states()}


def from_files(wards, atlas, survey):
    plugins["vru_need_plugin"].show_dock()
    layer = iface.addVectorLayer(wards, "Wards of London", "ogr")
    find(QWidget, "areaLayerCombo").setLayer(layer)
    wait_for_work()
    drop(atlas)
    tick(*CRIMES, theme="Crime")
    drop(survey)
    find(QWidget, "columnModes").setCurrentIndex(1)
    tick(*SURVEY, theme="Public perceptions")
    measures = view("measuresView").model()
    for row in (2, 3):
        measures.setData(measures.index(row, heading(measures, "More need when")), "low", EDIT)
    wait_for_work()


def fold(name):
    QTest.mouseClick(find(QAbstractButton, f"{name}Header"), LEFT)
    pause(200)


def type_weight(row, text):
    """Click the cell, type, press Enter."""
    measures = view("measuresView")
    click(measures, row, 0)
    click(measures, row, heading(measures.model(), "Weight"))
    (editor,) = measures.viewport().findChildren(QAbstractSpinBox)
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    pause(100)


def choose_threshold(row, kind, number):
    """In the panel below the table: another kind by the keyboard, its number typed."""
    click(view("measuresView"), row, 0)
    combo = find(QWidget, "thresholdKindCombo")
    combo.setFocus()
    for _ in range(kind):
        QTest.keyClick(combo, Qt.Key.Key_Down)
    box = find(QWidget, "thresholdBox")
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, number)
    QTest.keyClick(box, Qt.Key.Key_Return)
    pause(100)


def drag_cut_off(row):
    """Take the line on the picture with the mouse and let it go a little to the right."""
    click(view("measuresView"), row, 0)
    picture = find(QWidget, "distributionPicture")
    x, y = int(picture.x_of(picture.shown.cutoff)), picture.height() // 3
    QTest.mousePress(picture, LEFT, NO_KEY, QPoint(x, y))
    for moved in range(4, 41, 4):
        QTest.mouseMove(picture, QPoint(x + moved, y))
        pause(20)
    QTest.mouseRelease(picture, LEFT, NO_KEY, QPoint(x + 40, y))
    pause(100)


def search(text):
    """What is found as it is typed; nothing is left in the line."""
    line = find(QWidget, "resultsSearch")
    line.setFocus()
    QTest.keyClicks(line, text)
    pause(300)
    results = view("resultsView").model()
    found = [results.index(row, 1).data() for row in range(results.rowCount())]
    line.clear()
    pause(300)
    return found


def focus(name):
    find(QAbstractButton, "resultsFilterButton").setChecked(True)
    combo = find(QWidget, "focusCombo")
    combo.setItemCheckState(combo.findText(name), Qt.CheckState.Checked)
    pause(200)


def next_morning(path):
    """A new project, and the saved one opened again."""
    iface.newProject(False)
    pause(200)
    away = {
        "layers": sorted(layer.name() for layer in QgsProject.instance().mapLayers().values()),
        "rows": view("resultsView").model().rowCount(),
    }
    iface.addProject(path)
    wait_for_work()
    away["title"] = find(QWidget, "scenarioTitle").text()
    return away


def states():
    """The line of each section."""
    names = ("dataSection", "measuresSection", "resultsSection")
    return [find(QWidget, f"{name}State").text() for name in names]
