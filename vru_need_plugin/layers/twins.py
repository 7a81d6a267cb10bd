# SPDX-License-Identifier: GPL-2.0-or-later
"""Other layers of the project on the same data: they must not be edited under, nor left behind."""

from __future__ import annotations

from pathlib import Path
from typing import List, Optional, Tuple

from qgis.core import QgsDataSourceUri, QgsProject, QgsVectorLayer

from ..core.messages import NeedError, mark
from .open_layers import file_of, same_file
from .writing.postgis.place import show_table
from .writing.route import show_source

_PORT = "5432"


def twins(layer: QgsVectorLayer, project: QgsProject) -> List[QgsVectorLayer]:
    """The project's other layers that read the same table or file, whatever their filters."""
    return [
        other
        for other in project.mapLayers().values()
        if isinstance(other, QgsVectorLayer) and other.id() != layer.id() and is_same_data(layer, other)
    ]


def is_same_data(one: QgsVectorLayer, other: QgsVectorLayer) -> bool:
    """Whether two layers read the same table or file, by whatever path, provider or user."""
    path, name = _place_of(one)
    other_path, other_name = _place_of(other)
    if path is None or other_path is None:
        return _table_of(one) == _table_of(other) != ()
    named = name is not None and other_name is not None
    if named and str(name).casefold() != str(other_name).casefold():
        return False
    return same_file(path, other_path)


def _place_of(layer: QgsVectorLayer) -> Tuple[Optional[Path], Optional[str]]:
    """The file and the table or layer in it, where given; no file for a layer of another kind."""
    if layer.providerType() != "spatialite":
        return file_of(layer)
    uri = QgsDataSourceUri(layer.source())
    return Path(uri.database()), uri.table() or None


def _table_of(layer: QgsVectorLayer) -> Tuple[str, ...]:
    """By what a server's table is known; empty for a layer of another kind.

    Not by who connects: two users, or two ways to sign in, have the same table before them.
    """
    if layer.providerType() != "postgres":
        return ()
    uri = QgsDataSourceUri(layer.source())
    port = uri.port() or ("" if uri.service() else _PORT)
    return uri.service(), uri.host().casefold(), port, uri.database(), uri.schema(), uri.table()


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
