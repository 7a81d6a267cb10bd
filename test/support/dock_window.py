# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock in a main window of the test's own: pytest-qgis's iface has none."""

from __future__ import annotations

import html

from qgis.core import QgsProject
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtWidgets import QMainWindow

from vru_need_plugin.dock.messages import Messages
from vru_need_plugin.dock.need_dock import NeedDock
from vru_need_plugin.session.session import Session


class Window:
    """A main window with a map, a message bar and the dock."""

    def __init__(self):
        self.window = QMainWindow()
        self.canvas = QgsMapCanvas(self.window)
        self.bar = QgsMessageBar(self.window)
        self.window.setCentralWidget(self.canvas)
        project = QgsProject.instance()
        self.session = Session(project)
        self.layouts = []  # those that the dock asked QGIS to show
        messages = Messages(self.bar)
        self.dock = NeedDock(self.session, project, self.canvas, messages, self.layouts.append, self.window)
        self.session.setParent(self.dock)
        self.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.window.resize(900, 1000)
        self.window.show()
        self.set_width(380)

    def set_width(self, width):
        self.window.resizeDocks([self.dock], [width], Qt.Orientation.Horizontal)
        QCoreApplication.processEvents()

    def said(self):
        """What the message bar says, newest first."""
        return [html.unescape(item.text()) for item in self.bar.items()]

    def close(self):
        self.dock.discard()
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
