# SPDX-License-Identifier: GPL-2.0-or-later
"""Run inside QGIS by test_again_in_qgis.py: opens, closes and reloads time and again, counts what stays."""

from __future__ import annotations

import gc
import typing
from pathlib import Path

from driving import pause, wait_for_work
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QObject, Qt, pyqtBoundSignal
from qgis.PyQt.QtWidgets import QAction, QApplication, QDockWidget, QMenu, QToolBar, QTreeView
from qgis.utils import iface, plugins, reloadPlugin


def main(arguments):
    scenario, folder, times = arguments
    return {
        "reopened": story_of_a_reopened_project(scenario, Path(folder)),
        "closed": story_of_a_dock_opened_and_closed(scenario, int(times)),
        "reloaded": story_of_a_plugin_reloaded(scenario, int(times)),
    }


def story_of_a_reopened_project(scenario, folder):
    """Edit, save the project, begin a new one, open the saved one: the dock by itself as it was."""
    plugins["vru_need_plugin"].open_scenario(scenario)
    dock = plugins["vru_need_plugin"].show_dock()
    measures = view("measuresView").model()
    headings = [measures.headerData(c, Qt.Orientation.Horizontal) for c in range(measures.columnCount())]
    measures.setData(measures.index(0, headings.index("Weight")), 7, Qt.ItemDataRole.EditRole)
    pause(100)
    before = {"dirty": QgsProject.instance().isDirty(), "results": results()}
    path = str(folder / "again.qgz")
    QgsProject.instance().write(path)
    pause(100)
    saved = {"dirty": QgsProject.instance().isDirty(), "unsaved": dock.session.has_changes}
    iface.newProject(False)
    pause(100)
    new = {"dirty": QgsProject.instance().isDirty(), "results": results(), "layers": layers()}
    iface.addProject(path)
    wait_for_work()
    pause(500)
    after = {"dirty": QgsProject.instance().isDirty(), "results": results(), "layers": layers()}
    said = [item.text() for item in iface.messageBar().items()]
    dock.session.revert()
    dock.session.undo_stack.clear()
    return {"before": before, "saved": saved, "new": new, "after": after, "said": said}


def story_of_a_dock_opened_and_closed(scenario, times):
    plugins["vru_need_plugin"].open_scenario(scenario)
    counts = []
    for _ in range(times):
        plugins["vru_need_plugin"].show_dock()
        pause(20)
        window_dock().close()
        pause(20)
        counts.append(things())
    return counts


def story_of_a_plugin_reloaded(scenario, times):
    counts = []
    for _ in range(times):
        plugins["vru_need_plugin"].open_scenario(scenario)
        pause(20)
        reloadPlugin("vru_need_plugin")
        pause(20)
        counts.append(things())
    return counts


def things():
    """All of which there could be more and more."""
    for forget in typing._cleanups:  # the caches of type aliases hold on to classes of modules that are gone
        forget()
    gc.collect()
    pause(0)
    window, project, canvas = iface.mainWindow(), QgsProject.instance(), iface.mapCanvas()
    return {
        "docks": len(window.findChildren(QDockWidget, "VruNeedDock")),
        "actions": len(window.findChildren(QAction, "VruNeedDockAction")),
        "all docks": len(window.findChildren(QDockWidget)),
        "all actions": len(window.findChildren(QAction)),
        "all menus": len(window.findChildren(QMenu)),
        "toolbars": len(window.findChildren(QToolBar)),
        "layers": layers(),
        "top": len([w for w in QApplication.topLevelWidgets() if w.parent() is None]),
        "widgets": len(QApplication.allWidgets()),
        "providers": len(QgsApplication.processingRegistry().providers()),
        "algorithms": len(QgsApplication.processingRegistry().algorithms()),
        "project receivers": receivers(project),
        "canvas receivers": receivers(canvas),
        "objects of ours": len([o for o in gc.get_objects() if is_ours(o)]),
        "project children": len(project.findChildren(QObject)),
        "classes": len([o for o in gc.get_objects() if isinstance(o, type) and is_named_ours(o)]),
        "kilobytes": kilobytes(),
    }


def receivers(thing):
    names = (
        "layersAdded layersRemoved layersWillBeRemoved layerWillBeRemoved writeProject writeMapLayer cleared "
        "readProject projectSaved isDirtyChanged selectionChanged extentsChanged layersChanged"
    )
    signals = [getattr(thing, name, None) for name in names.split()]
    return sum(thing.receivers(signal) for signal in signals if isinstance(signal, pyqtBoundSignal))


def is_ours(thing):
    return isinstance(thing, QObject) and is_named_ours(type(thing))


def is_named_ours(kind):
    return str(kind.__module__).startswith("vru_need_plugin")


def kilobytes():
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    return 0


def layers():
    return sorted(layer.name() for layer in QgsProject.instance().mapLayers().values())


def window_dock():
    return iface.mainWindow().findChild(QDockWidget, "VruNeedDock")


def view(name):
    return window_dock().findChild(QTreeView, name)


def results():
    model = view("resultsView").model()
    return [[model.index(row, column).data() for column in (0, 1, 3)] for row in range(model.rowCount())]
