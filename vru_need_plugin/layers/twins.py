# SPDX-License-Identifier: GPL-2.0-or-later
"""Other layers of the project on the same data: they must not be edited under, nor left behind."""

from __future__ import annotations

from typing import List, Tuple

from qgis.core import QgsDataSourceUri, QgsProject, QgsVectorLayer

from ..core.messages import NeedError, mark
from .open_layers import file_of
from .writing.postgis.place import show_table
from .writing.route import show_source


def twins(layer: QgsVectorLayer, project: QgsProject) -> List[QgsVectorLayer]:
    """The project's other layers that read the same table or file, whatever their filters."""
    path, name = file_of(layer)
    found = []
    for other in project.mapLayers().values():
        if not isinstance(other, QgsVectorLayer) or other.id() == layer.id():
            continue
        other_path, other_name = file_of(other)
        same_layer = name == other_name or None in (name, other_name)
        same_file = path is not None and other_path == path and same_layer
        if same_file or _table_of(layer) == _table_of(other) != ():
            found.append(other)
    return found


def _table_of(layer: QgsVectorLayer) -> Tuple[str, ...]:
    """By what a database's table is known; empty for a layer of another kind."""
    if layer.providerType() not in ("postgres", "spatialite"):
        return ()
    uri = QgsDataSourceUri(layer.source())
    return layer.providerType(), uri.host(), uri.port(), uri.database(), uri.schema(), uri.table()


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
            show = show_table if other.providerType() == "postgres" else show_source
            show(other)
            other.triggerRepaint()
