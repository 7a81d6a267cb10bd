# SPDX-License-Identifier: GPL-2.0-or-later
"""The layer that a scenario's source names: in a file, or in the project."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer

from ..core.messages import NeedError, mark
from ..scenario.sources import Source
from .ogr_files import choose_layer, layer_names, open_dataset
from .spreadsheet_format import is_spreadsheet
from .wording import listed, nearest_first


def open_layer(source: str, folder: Path, project: QgsProject) -> QgsVectorLayer:
    """The layer that `source` names.

    Parameters
    ----------
    source
        A file, ``file|layername=layer`` or ``project:NAME``. A table without geometry will do.
    folder
        The scenario's folder, which relative paths start from.
    project
        Where ``project:NAME`` is looked up.

    Raises NeedError, saying what to do, where the file is missing, empty or unreadable, has no
    such layer (naming those it has), or where none or two layers of the project have the name.
    """
    parsed = Source.parse(source)
    if parsed.project_name is not None:
        return project_layer(parsed.project_name, project)
    return file_layer(parsed.resolve(folder), parsed.layer, project)


def project_layer(name: str, project: QgsProject) -> QgsVectorLayer:
    """The one vector layer of the project with this name."""
    found = project.mapLayersByName(name)
    vectors = [layer for layer in found if isinstance(layer, QgsVectorLayer)]
    if len(vectors) > 1:
        raise NeedError(
            mark("The project has {count} layers named “{name}”. Rename all but the one that is meant."),
            count=len(vectors),
            name=name,
        )
    if vectors:
        return _valid(vectors[0])
    if found:
        raise NeedError(
            mark("The layer “{name}” of the project is not a vector layer or a table."), name=name
        )
    names = sorted(
        {layer.name() for layer in project.mapLayers().values() if isinstance(layer, QgsVectorLayer)}
    )
    if not names:
        raise NeedError(
            mark(
                "The project has no layer named “{name}”; it has no vector layers at all. "
                "Add the layer first."
            ),
            name=name,
        )
    raise NeedError(
        mark("The project has no layer named “{name}”. Its vector layers are: {names}."),
        name=name,
        names=listed(nearest_first(name, names)),
    )


def file_layer(path: Path, name: Optional[str], project: QgsProject) -> QgsVectorLayer:
    """A layer of a file, opened for itself and not added to the project."""
    dataset = open_dataset(path)
    chosen = choose_layer(path, layer_names(dataset), name, first=is_spreadsheet(path))
    # Of a GeoPackage QGIS saves metadata and styles only where the layer is named.
    named = dataset.GetLayerCount() > 1 or dataset.GetDriver().ShortName == "GPKG"
    uri = f"{path}|layername={chosen}" if named else str(path)
    options = QgsVectorLayer.LayerOptions(project.transformContext())
    options.loadDefaultStyle = False
    return _valid(QgsVectorLayer(uri, chosen, "ogr", options))


def _valid(layer: QgsMapLayer) -> QgsVectorLayer:
    if layer.isValid():
        return layer
    if layer.error().isEmpty():  # whose summary would crash QGIS
        raise NeedError(
            mark("The layer “{name}” cannot be read. Check that its file is still at “{source}”."),
            name=layer.name(),
            source=layer.source(),
        )
    raise NeedError(
        mark("The layer “{name}” cannot be read: {reason}. Check that its file is still at “{source}”."),
        name=layer.name(),
        reason=layer.error().summary(),
        source=layer.source(),
    )
