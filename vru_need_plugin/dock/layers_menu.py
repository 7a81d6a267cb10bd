# SPDX-License-Identifier: GPL-2.0-or-later
"""Where tables come from: files, or layers that the project has already."""

from __future__ import annotations

from typing import Callable, List, Optional

from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QAction, QMenu, QWidget

from ..session.session import Session
from ..translation import tr

_MOST = 25


class LayersMenu(QMenu):
    """Made anew each time it opens, as layers come and go.

    Parameters
    ----------
    session, project
        The open scenario, whose area layer is not offered, and the project.
    choose_files, add_layer
        What to do.
    """

    def __init__(
        self,
        session: Session,
        project: QgsProject,
        choose_files: Callable[[], None],
        add_layer: Callable[[str], None],
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("addTablesMenu")
        self._session = session
        self._project = project
        self._choose_files = choose_files
        self._add_layer = add_layer
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """List what there is now."""
        self.clear()
        icon = QgsApplication.getThemeIcon("/mActionFileOpen.svg")
        files = QAction(icon, tr("From files…"), self)
        files.triggered.connect(lambda _checked=False: self._choose_files())
        self.addAction(files)
        names = self._names()
        self.addSection(tr("Layers of the project") if names else tr("The project has no other layers"))
        for name in names[:_MOST]:
            action = QAction(name.replace("&", "&&"), self)
            action.triggered.connect(lambda _checked=False, name=name: self._add_layer(name))
            self.addAction(action)

    def _names(self) -> List[str]:
        """Vector layers, tables without geometry first."""
        layers = [
            layer
            for layer in self._project.mapLayers().values()
            if isinstance(layer, QgsVectorLayer)
            and layer is not self._session.area_layer
            and not layer.flags() & layer.LayerFlag.Private
            and self._project.layerTreeRoot().findLayer(layer.id()) is not None
        ]
        layers.sort(key=lambda layer: (layer.isSpatial(), layer.name().casefold()))
        return [layer.name() for layer in layers]
