# SPDX-License-Identifier: GPL-2.0-or-later
"""Other layers of the project on the same data: they must not be edited under, nor left behind."""

from __future__ import annotations

from typing import List

from qgis.core import QgsProject, QgsVectorLayer

from ..core.messages import NeedError, mark
from .open_layers import file_of
from .writing.route import show_source


def twins(layer: QgsVectorLayer, project: QgsProject) -> List[QgsVectorLayer]:
    """The project's other layers that read the same table or file, whatever their filters."""
    path, name = file_of(layer)
    found = []
    for other in project.mapLayers().values():
        if not isinstance(other, QgsVectorLayer) or other.id() == layer.id():
            continue
        other_path, other_name = file_of(other)
        same_file = path is not None and other_path == path and name in (other_name, None)
        if same_file or (layer.providerType() == other.providerType() and layer.source() == other.source()):
            found.append(other)
    return found


def check_twins(layer: QgsVectorLayer, project: QgsProject) -> None:
    """Raise NeedError where the same data are being edited in another layer, whose edits would not fit."""
    if layer.providerType() == "memory":
        return  # each has data of its own
    for other in twins(layer, project):
        if other.isEditable():
            raise NeedError(
                mark(
                    "The data of “{layer}” are being edited in the layer “{other}”. Save or drop those edits "
                    "first, then write the scores. Nothing was written."
                ),
                layer=layer.name(),
                other=other.name(),
            )


def show_twins(layer: QgsVectorLayer, project: QgsProject) -> None:
    """Let the other layers on the same data see what their source has now."""
    if layer.providerType() == "memory" or layer.isEditable():
        return
    for other in twins(layer, project):
        if not other.isEditable():
            show_source(other)
            other.triggerRepaint()
