# SPDX-License-Identifier: GPL-2.0-or-later
"""Follows the project's layers that the scenario uses: renamed, put on other files, edited, added."""

from __future__ import annotations

from dataclasses import replace
from typing import Dict, List, Set

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject

from ..scenario.document import Scenario
from ..scenario.sources import PROJECT, Source
from ..translation import tr
from . import edits, paths
from .area_source import source_of
from .session import Session


class LayersInUse(QObject):
    """While QGIS runs, a layer in use is still the layer that was meant, whatever becomes of it.

    Renamed, the scenario and all that can be undone know it by its new name. Put on another file or
    given a filter, the area layer takes the scenario along, as an edit. Tables that are layers are read again
    when edits of them are saved, and when one comes under a name that has been missing. (What
    happens to the areas themselves, `AreaLayer` watches.)

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
        if not isinstance(layer, QgsVectorLayer):
            return
        self._names[layer.id()] = layer.name()
        layer.nameChanged.connect(self._rename)
        layer.dataSourceChanged.connect(self._follow_source)
        layer.subsetStringChanged.connect(self._follow_source)
        layer.afterCommitChanges.connect(self._read_table)

    def _forget(self, layer_ids: List[str]) -> None:
        for layer_id in layer_ids:
            self._names.pop(layer_id, None)

    def _rename(self) -> None:
        layer = self.sender()
        before = self._names.get(layer.id())
        self._names[layer.id()] = layer.name()
        if before in self._wanted() and not self._project.mapLayersByName(before):
            self._session.rewrite(lambda scenario: renamed(scenario, before, layer.name()))

    def _follow_source(self) -> None:
        layer, areas = self.sender(), self._session.scenario.areas
        if layer is not self._session.area_layer:
            self._read_table()
        elif Source.parse(areas.source).is_file:
            moved = replace(areas, source=source_of(layer))
            self._session.edit(tr("Area layer"), edits.with_areas(self._session.scenario, moved))

    def _read_table(self) -> None:
        layer = self.sender()
        if layer is not self._session.area_layer and layer.name() in self._wanted():
            self._session.reload()

    def _wanted(self) -> Set[str]:
        """The layers of the project that the scenario names."""
        scenario = self._session.scenario
        sources = [scenario.areas.source, *(table.source for table in scenario.tables)]
        names = (Source.parse(source).project_name for source in sources)
        return {name for name in names if name is not None}

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
                layer.dataSourceChanged.disconnect(self._follow_source)
                layer.subsetStringChanged.disconnect(self._follow_source)
                layer.afterCommitChanges.disconnect(self._read_table)


def renamed(scenario: Scenario, before: str, after: str) -> Scenario:
    """The scenario with a layer of the project under another name."""
    return paths.with_sources(
        scenario, lambda text: f"{PROJECT}{after}" if Source.parse(text).project_name == before else text
    )
