# SPDX-License-Identifier: GPL-2.0-or-later
"""The area layer between scenario and project: which layer a source means, and the reverse."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject, QgsVectorLayer

from ..layers.open_layers import file_of, open_layer_of
from ..layers.sources import open_layer
from ..scenario.sources import PROJECT, Source


def layer_of(source: str, project: QgsProject) -> QgsVectorLayer:
    """The layer that an absolute source means: the project's own where it holds it already.

    A file that the project lacks is opened and added to it, so that the user sees what is scored.

    Raises
    ------
    NeedError
        There is no such file or layer, or two layers of the project bear the name.
    """
    found = open_layer_of(Source.parse(source), Path("/"), project)
    if found is not None:
        return found
    layer = open_layer(source, Path("/"), project)
    if project.mapLayer(layer.id()) is None:
        project.addMapLayer(layer)
    return layer


def source_of(layer: QgsVectorLayer) -> str:
    """What a scenario writes for a layer of the project.

    A plain file is named as the file. Anything that is more than its file (a filter, joined or
    calculated fields, a memory layer, a database) is the project's layer, by name.
    """
    path, sublayer = file_of(layer)
    if path is None or layer.subsetString() or layer.vectorJoins() or _has_virtual_fields(layer):
        return f"{PROJECT}{layer.name()}"
    return f"{path}|layername={sublayer}" if sublayer else str(path)


def _has_virtual_fields(layer: QgsVectorLayer) -> bool:
    fields = layer.fields()
    virtual = (fields.OriginExpression, fields.OriginJoin)
    return any(fields.fieldOrigin(number) in virtual for number in range(fields.count()))
