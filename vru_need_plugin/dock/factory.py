# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes the dock from what QGIS offers, and takes it away without a trace."""

from __future__ import annotations

from qgis.core import QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt

from ..session.session import Session
from .exit_guard import ExitGuard
from .messages import Messages
from .need_dock import NeedDock


def make_dock(iface: QgisInterface, project: QgsProject) -> NeedDock:
    """A dock with a session of its own, docked at the right of QGIS's window, not yet shown."""
    dock = NeedDock(
        Session(project),
        project,
        iface.mapCanvas(),
        Messages(iface.messageBar()),
        iface.openLayoutDesigner,
        iface.mainWindow(),
    )
    dock.session.setParent(dock)
    dock.exit_guard = ExitGuard(dock.scenario_menu, dock.project_link)
    iface.registerApplicationExitBlocker(dock.exit_guard)
    iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    dock.hide()
    return dock


def remove_dock(iface: QgisInterface, dock: NeedDock) -> None:
    """Take a dock away, with its session, its layer and its connections."""
    iface.unregisterApplicationExitBlocker(dock.exit_guard)
    dock.discard()
    iface.removeDockWidget(dock)
    dock.deleteLater()
