# SPDX-License-Identifier: GPL-2.0-or-later
"""Tells that what layers hold is no longer what it was: written, edited, reloaded or filtered."""

from __future__ import annotations

from typing import Iterable, List

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal


class DataWatch(QObject):
    """Watches layers of the project for a while.

    Parameters
    ----------
    project
        Where the layers are looked for again: one may have left it meanwhile.
    """

    changed = pyqtSignal()
    """One of the layers has, or may have, other data."""

    def __init__(self, project: QgsProject, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self._ids: List[str] = []

    def watch(self, layers: Iterable[QgsVectorLayer]) -> None:
        """Watch these layers, and no others any more."""
        self.leave()
        for layer in layers:
            self._ids.append(layer.id())
            for signal in _signals(layer):
                signal.connect(self._tell)

    def leave(self) -> None:
        """Watch none."""
        ids, self._ids = self._ids, []
        for layer in filter(None, map(self._project.mapLayer, ids)):
            for signal in _signals(layer):
                signal.disconnect(self._tell)

    def _tell(self, *_told: object) -> None:
        self.changed.emit()


def _signals(layer: QgsVectorLayer) -> tuple:
    return layer.dataChanged, layer.layerModified, layer.afterCommitChanges
