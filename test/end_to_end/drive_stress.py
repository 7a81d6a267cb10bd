# SPDX-License-Identifier: GPL-2.0-or-later
"""Run inside QGIS by test_stress_in_qgis.py: pulls layers, files, project and plugin away from the dock."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path

from driving import pause, wait_until_idle
from qgis.core import QgsDataProvider, QgsProject, QgsSettings
from qgis.PyQt.QtWidgets import QDockWidget, QTreeView
from qgis.utils import iface, plugins, reloadPlugin, unloadPlugin

NAME = "vru_need_plugin"


def main(arguments):
    """What the dock shows and says after each blow, and what went wrong unseen."""
    scenario, other, folder = arguments
    QgsSettings().setValue("/projections/promptWhenMultipleTransformsExist", False, QgsSettings.Section.App)
    unseen = []
    sys.excepthook = lambda *told: unseen.append("".join(traceback.format_exception(*told)))
    steps = {}
    for blow in (removed, put_nowhere, file_gone, cleared, reloaded, disabled, table_replaced):
        begin(scenario)
        blow(Path(folder))
        settle()
        steps[blow.__name__] = look()
        repair(Path(folder))
    begin(scenario)
    QgsProject.instance().write(str(Path(folder) / "first.qgs"))
    work()
    QgsProject.instance().clear()
    begin(other)
    settle()
    steps["another project"] = look()
    QgsProject.instance().write(str(Path(folder) / "second.qgs"))
    steps["first in second"] = (Path(folder) / "second.qgs").read_text(encoding="utf-8").count("Small town")
    work()
    QgsProject.instance().read(str(Path(folder) / "first.qgs"))
    settle()
    steps["the first again"] = look()
    return {"steps": steps, "unseen": unseen}


def begin(scenario):
    """The scenario open, and its scores under way as a task."""
    QgsProject.instance().clear()
    assert plugins[NAME].open_scenario(scenario)
    settle()
    work()


def work():
    from vru_need_plugin.session import worker

    worker.SMALL_AREAS = 0
    dock().session.reload()
    assert dock().session.is_working


def settle():
    """Wait until nothing is under way and QGIS is idle."""
    pause(350)
    wait_until_idle()
    pause(100)


def dock():
    return plugins[NAME].show_dock()


def look():
    """Scores by code, what is said, and which layers there are; None where there is no dock."""
    found = iface.mainWindow().findChild(QDockWidget, "VruNeedDock")
    said = [item.text() for item in iface.messageBar().items()]
    iface.messageBar().clearWidgets()
    layers = sorted(layer.name() for layer in QgsProject.instance().mapLayers().values())
    if found is None:
        return {"scores": None, "said": said, "layers": layers, "rows": None}
    session = found.session
    scores = None
    if session.result is not None:
        scores = dict(zip(session.areas.codes, session.result.score.tolist()))
        scores = {code: None if score != score else score for code, score in scores.items()}
    rows = found.findChild(QTreeView, "resultsView").model().rowCount()
    return {"scores": scores, "said": said, "layers": layers, "rows": rows}


# Blows


def layer():
    return dock().session.area_layer


def removed(_folder):
    QgsProject.instance().removeMapLayer(layer().id())


def put_nowhere(_folder):
    layer().setDataSource("/no/where.gpkg|layername=x", "wards", "ogr", QgsDataProvider.ProviderOptions())


def file_gone(folder):
    (folder / "wards.gpkg").rename(folder / "away.gpkg")
    dock().session.reload()


def cleared(_folder):
    QgsProject.instance().clear()


def reloaded(_folder):
    assert reloadPlugin(NAME)


def disabled(_folder):
    assert unloadPlugin(NAME)


def table_replaced(folder):
    (folder / "figures.csv").rename(folder / "away.csv")
    (folder / "figures.csv").write_text(
        "code,robbery,income\nE05000001,0,20\nE05000002,9,30\nE05000003,8,40\n", encoding="utf-8"
    )
    dock().session.reload()


def repair(folder):
    """As it was, for the next blow."""
    from qgis.utils import loadPlugin, startPlugin

    if NAME not in plugins:
        assert loadPlugin(NAME)
        assert startPlugin(NAME)
    for away, name in (("away.gpkg", "wards.gpkg"), ("away.csv", "figures.csv")):
        if (folder / away).exists():
            (folder / away).replace(folder / name)
