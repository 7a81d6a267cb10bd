# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS's interface as far as the plugin asks for it."""

from __future__ import annotations

from typing import Any, List

from qgis.core import QgsPrintLayout
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QMainWindow, QMenu


class Window:
    """As much of QGIS's interface as the plugin asks for, with a window that really docks."""

    def __init__(self) -> None:
        self.window = QMainWindow()
        self.canvas = QgsMapCanvas(self.window)
        self.bar = QgsMessageBar(self.window)
        self.window.setCentralWidget(self.canvas)
        self.toolbar: List[QAction] = []
        self.menu = QMenu(self.window)
        self.blockers: List[Any] = []

    def mainWindow(self) -> QMainWindow:
        return self.window

    def mapCanvas(self) -> QgsMapCanvas:
        return self.canvas

    def messageBar(self) -> QgsMessageBar:
        return self.bar

    def addToolBarIcon(self, action: QAction) -> None:
        self.toolbar.append(action)

    def removeToolBarIcon(self, action: QAction) -> None:
        self.toolbar.remove(action)

    def pluginMenu(self) -> QMenu:
        return self.menu

    def addDockWidget(self, area: Qt.DockWidgetArea, dock: QDockWidget) -> None:
        self.window.addDockWidget(area, dock)

    def removeDockWidget(self, dock: QDockWidget) -> None:
        self.window.removeDockWidget(dock)

    def registerApplicationExitBlocker(self, blocker: Any) -> None:
        self.blockers.append(blocker)

    def unregisterApplicationExitBlocker(self, blocker: Any) -> None:
        self.blockers.remove(blocker)

    def openLayoutDesigner(self, _layout: QgsPrintLayout) -> None:
        """Nothing to show it in."""

    def docks(self) -> List[QDockWidget]:
        return self.window.findChildren(QDockWidget, "VruNeedDock")
