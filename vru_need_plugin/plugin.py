# SPDX-License-Identifier: GPL-2.0-or-later
"""The composition root: what exists, and who knows whom."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Optional, Union

from qgis.core import QgsApplication, QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QCoreApplication, QTranslator
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from .layers.writing.aside import remove_all, remove_of_the_dead
from .processing.provider import VruNeedProvider
from .resource import resource, translation_file
from .session.kept_paths import KeptPaths
from .translation import tr

if TYPE_CHECKING:
    from .dock.need_dock import NeedDock


class VruNeedPlugin:
    """The plugin as QGIS sees it.

    Parameters
    ----------
    iface
        QGIS's interface; None in qgis_process, where only Processing is there.
    """

    def __init__(self, iface: Optional[QgisInterface]) -> None:
        self._iface = iface
        self._translator = _installed_translator()
        self._provider: Optional[VruNeedProvider] = None
        self._kept_paths: Optional[KeptPaths] = None
        self._action: Optional[QAction] = None
        self._dock: Optional[NeedDock] = None

    def initProcessing(self) -> None:
        """Add the provider; all that qgis_process asks for."""
        self._provider = VruNeedProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:
        """Add the provider, and the button that shows the dock; the dock is made when first shown."""
        remove_of_the_dead()
        self.initProcessing()
        self._kept_paths = KeptPaths(QgsProject.instance())
        self._action = QAction(
            QIcon(str(resource("icon.svg"))), tr("VRU Need Score"), self._iface.mainWindow()
        )
        self._action.setObjectName("VruNeedDockAction")
        self._action.setCheckable(True)
        self._action.triggered.connect(self.show_dock)
        self._iface.addToolBarIcon(self._action)
        # Not addPluginToMenu(): QGIS would keep its empty submenu after each unloading.
        self._iface.pluginMenu().addAction(self._action)

    def unload(self) -> None:
        """Take away what `initGui` added, in the reverse order."""
        if self._dock is not None:
            from .dock.factory import remove_dock

            remove_dock(self._iface, self._dock)
            self._dock = None
        if self._action is not None:
            self._iface.pluginMenu().removeAction(self._action)
            self._iface.removeToolBarIcon(self._action)
            self._action.deleteLater()
            self._action = None
        if self._kept_paths is not None:
            self._kept_paths.close()
            self._kept_paths = None
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        remove_all()  # copies of the user's data, kept to undo the last write
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None

    def show_dock(self) -> NeedDock:
        """Show the dock, made now where it is shown for the first time."""
        if self._dock is None:
            from .dock.factory import make_dock

            self._dock = make_dock(self._iface, QgsProject.instance())
            # From here on the button follows the dock and the dock the button.
            self._action.triggered.disconnect(self.show_dock)
            self._dock.setToggleVisibilityAction(self._action)
        self._dock.setUserVisible(True)
        return self._dock

    def open_scenario(self, path: Union[str, Path]) -> bool:
        """Show the dock on a scenario file; whether it was opened."""
        return self.show_dock().open_scenario(Path(path))


def _installed_translator() -> Optional[QTranslator]:
    """The translator for the user's language, in force; None where there is no translation."""
    path = translation_file(QgsApplication.locale())
    translator = QTranslator()
    if path is None or not translator.load(str(path)):
        return None
    QCoreApplication.installTranslator(translator)
    return translator
