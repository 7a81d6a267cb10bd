# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers that nobody can begin to edit for a while, of which a project saved meanwhile knows nothing."""

from __future__ import annotations

from typing import Iterable

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt.QtXml import QDomDocument, QDomElement


class EditLock:
    """Keeps layers read-only until it is released; those that were before stay so.

    Parameters
    ----------
    layers
        Layers of the project.
    project
        Where they are looked for again: one may leave it meanwhile.
    """

    def __init__(self, layers: Iterable[QgsVectorLayer], project: QgsProject) -> None:
        self._project = project
        free = [one for one in layers if not one.readOnly()]
        self._ids = {one.id() for one in free if one.setReadOnly(True)}
        if self._ids:
            project.writeMapLayer.connect(self._leave_out)

    def release(self) -> None:
        """Let the layers be edited again; a second time does nothing."""
        ids, self._ids = self._ids, set()
        if not ids:
            return
        self._project.writeMapLayer.disconnect(self._leave_out)
        for one in filter(None, map(self._project.mapLayer, ids)):
            one.setReadOnly(False)

    def _leave_out(self, layer: QgsMapLayer, element: QDomElement, _document: QDomDocument) -> None:
        """Save a layer as one that can be edited: whoever opens the project next has no lock to release."""
        if layer.id() in self._ids:
            element.removeAttribute("readOnly")
