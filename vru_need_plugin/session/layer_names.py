# SPDX-License-Identifier: GPL-2.0-or-later
"""Follows layers that the scenario knows by name: their renaming, and their coming."""

from __future__ import annotations

from typing import Dict, List, Set

from qgis.core import QgsMapLayer, QgsProject
from qgis.PyQt.QtCore import QObject

from ..scenario.document import Scenario
from ..scenario.sources import PROJECT
from . import paths
from .session import Session


class LayerNames(QObject):
    """While QGIS runs, a layer that gets another name is still the layer that was meant.

    The scenario and all that can be undone then know it by its new name. A layer that comes
    under a name the scenario has been missing is read.

    Parameters
    ----------
    session, project
        The open scenario, and the project whose layers it may name.
    """

    def __init__(self, session: Session, project: QgsProject, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._project = project
        self._is_closed = False
        self._names: Dict[str, str] = {}
        project.layersAdded.connect(self._take_added)
        project.layersWillBeRemoved.connect(self._forget)
        for layer in project.mapLayers().values():
            self._listen(layer)

    def _take_added(self, layers: List[QgsMapLayer]) -> None:
        came = {layer.name() for layer in layers}
        for layer in layers:
            self._listen(layer)
        if self._session.problems and came & self._wanted():
            self._session.reload()

    def _listen(self, layer: QgsMapLayer) -> None:
        self._names[layer.id()] = layer.name()
        layer.nameChanged.connect(self._rename)

    def _forget(self, layer_ids: List[str]) -> None:
        for layer_id in layer_ids:
            self._names.pop(layer_id, None)

    def _rename(self) -> None:
        layer = self.sender()
        before = self._names.get(layer.id())
        self._names[layer.id()] = layer.name()
        if before in self._wanted() and not self._project.mapLayersByName(before):
            self._session.rewrite(lambda scenario: renamed(scenario, before, layer.name()))

    def _wanted(self) -> Set[str]:
        """The layers of the project that the scenario names."""
        scenario = self._session.scenario
        sources = [scenario.areas.source, *(table.source for table in scenario.tables)]
        return {source[len(PROJECT) :].strip() for source in sources if source.startswith(PROJECT)}

    def close(self) -> None:
        """Let go of the project and its layers; once is enough."""
        if self._is_closed:
            return
        self._is_closed = True
        self._project.layersAdded.disconnect(self._take_added)
        self._project.layersWillBeRemoved.disconnect(self._forget)
        for layer_id in self._names:
            layer = self._project.mapLayer(layer_id)
            if layer is not None:
                layer.nameChanged.disconnect(self._rename)
        self._names = {}


def renamed(scenario: Scenario, before: str, after: str) -> Scenario:
    """The scenario with a layer of the project under another name."""
    return paths.with_sources(
        scenario, lambda text: f"{PROJECT}{after}" if text == f"{PROJECT}{before}" else text
    )
