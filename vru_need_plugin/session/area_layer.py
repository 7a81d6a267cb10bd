# SPDX-License-Identifier: GPL-2.0-or-later
"""The area layer in use: watched, so that its areas are read again when it changes."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.areas import AreaTable
from ..layers.areas import read_areas
from ..scenario.document import Areas
from .area_source import layer_of


class AreaLayer(QObject):
    """Finds the layer that a scenario names, reads its areas, and says when both are stale.

    Parameters
    ----------
    project
        Where the layer is looked for and, if it is a file, added.

    Attributes
    ----------
    layer, areas
        None until read.
    """

    changed = pyqtSignal()
    """Edits of the layer were saved, or its filter changed."""
    lost = pyqtSignal()
    """The layer was removed from the project."""

    def __init__(self, project: QgsProject, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self.layer: Optional[QgsVectorLayer] = None
        self.areas: Optional[AreaTable] = None

    def read(self, spec: Areas) -> None:
        """Read the areas that the scenario names; nothing where it names none yet.

        Raises
        ------
        NeedError
            The layer cannot be found, or its fields are not fit for use.
        """
        self.areas = None
        if not spec.source:
            self.forget()
            return
        self._watch(layer_of(spec.source, self._project))
        if spec.code_field:
            self.areas = read_areas(self.layer, spec)

    def forget(self) -> None:
        """Let go of the layer."""
        if self.layer is not None:
            for signal in self._signals(self.layer):
                signal.disconnect(self._tell)
            self.layer.willBeDeleted.disconnect(self._lost)
        self.layer = self.areas = None

    def _watch(self, layer: QgsVectorLayer) -> None:
        if layer is self.layer:
            return
        self.forget()
        self.layer = layer
        for signal in self._signals(layer):
            signal.connect(self._tell)
        layer.willBeDeleted.connect(self._lost)

    @staticmethod
    def _signals(layer: QgsVectorLayer) -> tuple:
        return layer.afterCommitChanges, layer.subsetStringChanged

    def _tell(self) -> None:
        self.changed.emit()

    def _lost(self) -> None:
        # Too late to disconnect: only the layer's base is left, and its connections go with it.
        self.layer = self.areas = None
        self.lost.emit()
