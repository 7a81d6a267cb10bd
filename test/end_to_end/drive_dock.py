# SPDX-License-Identifier: GPL-2.0-or-later
"""Run inside QGIS by test_dock_in_qgis.py: works in the dock as a person does, and reads its widgets."""

from __future__ import annotations

from pathlib import Path

from driving import EDIT, click, dock, drop, find, heading, pause, step, tick, view, wait_for_work
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAction, QApplication, QDockWidget, QWidget
from qgis.utils import iface, plugins, reloadPlugin


def main(arguments):
    """Three stories; each returns what the widgets said at every step."""
    scenario, wards, atlas, survey, folder = arguments
    return {
        "opened": story_of_an_opened_scenario(scenario, Path(folder)),
        "made": story_from_downloads(wards, atlas, survey, Path(folder)),
        "traces": story_of_no_traces(scenario, Path(folder)),
    }


def story_of_an_opened_scenario(scenario, folder):
    assert plugins["vru_need_plugin"].open_scenario(scenario)
    wait_for_work()
    pause(500)  # QGIS zooms to a first layer once it is idle
    steps = [step("as opened", folder / "1.json")]
    measures = view("measuresView").model()
    assert measures.setData(measures.index(1, heading(measures, "Threshold")), 5, EDIT)
    assert measures.setData(measures.index(0, heading(measures, "Weight")), 2.5, EDIT)
    assert not measures.setData(measures.index(0, heading(measures, "Threshold")), 120, EDIT)
    steps.append(step("threshold and weight moved", folder / "2.json"))
    measures.setData(measures.index(6, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    steps.append(step("one measure left out", folder / "3.json"))
    stack = dock().session.undo_stack
    while stack.canUndo():
        stack.undo()
    steps.append(step("undone", folder / "4.json"))

    find(QWidget, "resultsSearch").setText("haringey northumberland")
    results = view("resultsView")
    found = [results.model().index(row, 1).data() for row in range(results.model().rowCount())]
    click(results, 0, 1)
    told = find(QWidget, "areaExplanation").toPlainText()
    extent = iface.mapCanvas().extent()
    find(QWidget, "resultsSearch").setText("")
    return {
        "steps": steps,
        "found": found,
        "told": told,
        "map": [extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()],
    }


def story_from_downloads(wards, atlas, survey, folder):
    dock().session.new()
    QgsProject.instance().removeAllMapLayers()
    layer = QgsVectorLayer(wards, "Wards of London", "ogr")
    QgsProject.instance().addMapLayer(layer)
    find(QWidget, "areaLayerCombo").setLayer(layer)
    drop(atlas)
    tick("Crime; Robbery; 2014/15 | 2014/15", "Crime; Burglary; 2014/15 | 2014/15", theme="Crime")
    drop(survey)
    tick('"Good Job" local | 31/3/2015', theme="Public perceptions")
    measures = view("measuresView").model()
    direction = measures.index(2, heading(measures, "More need when"))
    assert measures.setData(direction, "low", EDIT)
    tables = view("tablesView").model()
    matched = [tables.index(row, 2).data() for row in range(tables.rowCount())]
    return {"steps": [step("from downloads", folder / "5.json")], "matched": matched}


def story_of_no_traces(scenario, folder):
    """Saved projects know nothing of the preview, and reloading the plugin leaves nothing over."""
    QgsProject.instance().removeAllMapLayers()
    plugins["vru_need_plugin"].open_scenario(scenario)
    pause(300)
    layers = sorted(layer.name() for layer in QgsProject.instance().mapLayers().values())
    QgsProject.instance().write(str(folder / "project.qgs"))
    dirty_after_looking = looked_and_dirty()
    counts = []
    for _ in range(6):
        reloadPlugin("vru_need_plugin")
        plugins["vru_need_plugin"].open_scenario(scenario)
        pause(200)
        counts.append(things_of_ours())
    reloadPlugin("vru_need_plugin")
    pause(200)
    return {
        "layers": layers,
        "project": (folder / "project.qgs").read_text(encoding="utf-8").count("not saved"),
        "dirty": dirty_after_looking,
        "counts": counts,
        "after": things_of_ours(),
    }


def looked_and_dirty():
    """Whether the preview coming and going makes QGIS think that the project has changed."""
    for is_shown in (False, True):
        dock().setUserVisible(is_shown)
        pause(100)
    return QgsProject.instance().isDirty()


def things_of_ours():
    window = iface.mainWindow()
    return {
        "docks": len(window.findChildren(QDockWidget, "VruNeedDock")),
        "actions": len(window.findChildren(QAction, "VruNeedDockAction")),
        "layers": len(QgsProject.instance().mapLayers()),
        "widgets": len(QApplication.allWidgets()),
    }
