# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin loaded and unloaded fifty times in one window: connections, translators and widgets go."""

from __future__ import annotations

import gc

import pytest
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject
from qgis.PyQt.QtWidgets import QApplication, QWidget

from support.plugin_window import Window
from support.small_town import small_town
from vru_need_plugin import classFactory
from vru_need_plugin import plugin as plugin_module

TIMES = 50
OF_PROJECT = (
    "layersAdded",
    "layersRemoved",
    "layersWillBeRemoved",
    "writeProject",
    "writeMapLayer",
    "cleared",
    "readProject",
    "projectSaved",
    "isDirtyChanged",
)
OF_LAYER = ("willBeDeleted", "nameChanged", "featureAdded", "selectionChanged", "dataSourceChanged")


@pytest.fixture
def translators(monkeypatch):
    """The translators in force, for a user who reads French."""
    kept = []
    monkeypatch.setattr(QgsApplication, "locale", lambda: "fr")
    install, remove = QCoreApplication.installTranslator, QCoreApplication.removeTranslator
    monkeypatch.setattr(
        plugin_module.QCoreApplication, "installTranslator", lambda t: (kept.append(t), install(t))[1]
    )
    monkeypatch.setattr(
        plugin_module.QCoreApplication, "removeTranslator", lambda t: (kept.remove(t), remove(t))[1]
    )
    return kept


def things(window, layer):
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    project = QgsProject.instance()
    return {
        "project": {name: project.receivers(getattr(project, name)) for name in OF_PROJECT},
        "layer": {name: layer.receivers(getattr(layer, name)) for name in OF_LAYER},
        "canvas": window.canvas.receivers(window.canvas.extentsChanged),
        "top": len([widget for widget in QApplication.topLevelWidgets() if widget.parent() is None]),
        "in window": len(window.window.findChildren(QWidget)),
        "in project": len(project.findChildren(QObject)),
        "layers": len(project.mapLayers()),
        "tree": len(project.layerTreeRoot().findLayers()),
        "toolbar": len(window.toolbar),
        "menu": len(window.menu.actions()),
        "blockers": len(window.blockers),
        "providers": len(QgsApplication.processingRegistry().providers()),
        "ours": len(
            [
                thing
                for thing in gc.get_objects()
                if isinstance(thing, QObject) and type(thing).__module__.startswith("vru_need_plugin")
            ]
        ),
    }


def test_fifty_times_loaded_and_unloaded_leaves_all_as_it_was(qtbot, qgis_new_project, tmp_path, translators):
    path = small_town(tmp_path)
    window = Window()
    qtbot.addWidget(window.window)
    window.window.show()
    counts = []
    for _ in range(TIMES):
        made = classFactory(window)
        made.initGui()
        assert made.open_scenario(path)
        dock = made.show_dock()
        layer = dock.session.area_layer
        dock.close()
        made.show_dock()
        del dock
        made.unload()
        del made
        window.bar.clearWidgets()
        counts.append(things(window, layer))
    assert translators == []
    for count in counts[2:]:
        assert count == counts[1]
    assert counts[1]["toolbar"] == counts[1]["menu"] == counts[1]["blockers"] == 0
    assert counts[1]["layers"] == counts[1]["tree"] == 1


def test_fifty_times_opened_and_closed_the_dock_is_as_before(qtbot, qgis_new_project, tmp_path):
    path = small_town(tmp_path)
    window = Window()
    qtbot.addWidget(window.window)
    window.window.show()
    made = classFactory(window)
    made.initGui()
    made.open_scenario(path)
    counts = []
    for _ in range(TIMES):
        made.show_dock().close()
        counts.append(things(window, made.show_dock().session.area_layer))
    for count in counts[2:]:
        assert count == counts[1]
    made.unload()
