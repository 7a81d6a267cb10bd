# SPDX-License-Identifier: GPL-2.0-or-later
"""Pictures of the dock in real QGIS: ``screenshots.py [SCENARIO [FOLDER]]``.

Left to itself it takes the shipped sample and makes docs/images/*.png.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, List

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "resources" / "sample" / "scenario.json"
IMAGES = ROOT / "docs" / "images"
NARROW = 380
WIDE = 760
WINDOW = (1500, 980)


def main(arguments: List[str]) -> List[str]:
    """Inside QGIS: open the scenario and take the pictures."""
    from qgis.utils import iface, plugins

    scenario, folder = arguments
    shots = Shots(Path(folder), iface)
    plugin = plugins["vru_need_plugin"]
    if not plugin.open_scenario(scenario):
        raise RuntimeError("The scenario was not opened.")
    shots.wait(40)
    dock = shots.dock()
    _choose(dock, area_row=0, measure_row=1)
    iface.zoomFull()
    _open_legend(iface)
    shots.wait(40)
    shots.resize(NARROW)
    iface.messageBar().clearWidgets()
    shots.take("window")
    shots.take_dock("dock-measures-and-results")
    _open_only(dock, "dataSection", "resultsSection")
    shots.take_dock("dock-data-and-results")
    _offer_columns(dock)
    _open_only(dock, "dataSection")
    shots.take_dock("dock-columns")
    dock.data.tables.picker.close_offer()
    _open_only(dock)
    shots.take_dock("dock-folded")
    _open_only(dock, "mapSection")
    shots.take_dock("dock-map")
    _open_only(dock, "measuresSection", "resultsSection")
    shots.resize(WIDE)
    shots.take_dock("dock-wide")
    shots.resize(NARROW)
    dock.session.new()
    _open_only(dock, "dataSection", "measuresSection", "resultsSection", "mapSection")
    shots.take_dock("dock-empty")
    return shots.taken


class Shots:
    """Takes pictures of QGIS's window and of the dock."""

    def __init__(self, folder: Path, iface: Any) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._iface = iface
        self.taken: List[str] = []
        self._tidy_window()

    def _tidy_window(self) -> None:
        """Leave the map, the layer tree and the dock."""
        from qgis.PyQt.QtWidgets import QDockWidget

        window = self._iface.mainWindow()
        window.showNormal()
        window.setGeometry(0, 0, WINDOW[0], WINDOW[1])
        for dock in window.findChildren(QDockWidget):
            if dock.objectName() not in ("Layers", "VruNeedDock"):
                dock.hide()

    def dock(self) -> Any:
        from qgis.PyQt.QtWidgets import QDockWidget

        return self._iface.mainWindow().findChild(QDockWidget, "VruNeedDock")

    def wait(self, turns: int = 20) -> None:
        """Let QGIS draw; a turn is 50 milliseconds."""
        from qgis.PyQt.QtTest import QTest

        for _ in range(turns):
            QTest.qWait(50)

    def resize(self, width: int) -> None:
        from qgis.PyQt.QtCore import Qt

        self._iface.mainWindow().resizeDocks([self.dock()], [width], Qt.Orientation.Horizontal)
        self.wait()

    def take(self, name: str) -> None:
        """The whole window."""
        from qgis.PyQt.QtWidgets import QApplication

        self.wait()
        self._save(QApplication.primaryScreen().grabWindow(0), name)

    def take_dock(self, name: str) -> None:
        """The dock alone."""
        self.wait()
        self._save(self.dock().grab(), name)

    def _save(self, picture: Any, name: str) -> None:
        path = self._folder / f"{name}.png"
        if not picture.save(str(path)):
            raise RuntimeError(f"{path} could not be written")
        self.taken.append(str(path))


def _open_legend(iface: Any) -> None:
    """Open the preview's classes in the layer tree."""
    root = iface.layerTreeView().layerTreeModel().rootGroup()
    for node in root.findLayers():
        node.setExpanded(True)


def _choose(dock: Any, area_row: int, measure_row: int) -> None:
    from qgis.PyQt.QtWidgets import QTreeView

    for name, row in (("resultsView", area_row), ("measuresView", measure_row)):
        view = dock.findChild(QTreeView, name)
        view.setCurrentIndex(view.model().index(row, 0))


def _offer_columns(dock: Any) -> None:
    from qgis.PyQt.QtWidgets import QAbstractButton, QTreeView

    view = dock.findChild(QTreeView, "tablesView")
    view.setCurrentIndex(view.model().index(0, 0))
    dock.findChild(QAbstractButton, "addMeasuresButton").click()


def _open_only(dock: Any, *names: str) -> None:
    from qgis.PyQt.QtWidgets import QWidget

    for name in ("dataSection", "measuresSection", "resultsSection", "mapSection"):
        dock.findChild(QWidget, name).set_open(name in names)


if __name__ == "__main__":
    import real_qgis

    given = sys.argv[1:]
    scenario = Path(given[0]).resolve() if given else SAMPLE
    images = Path(given[1]).resolve() if len(given) > 1 else IMAGES
    for picture in real_qgis.run(Path(__file__), [str(scenario), str(images)], size=WINDOW):
        print(picture)
