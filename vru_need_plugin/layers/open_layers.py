# SPDX-License-Identifier: GPL-2.0-or-later
"""Which file an open layer is, and which open layer a file is."""

from __future__ import annotations

import os
from pathlib import Path
from typing import List, Optional, Tuple

from qgis.core import QgsProject, QgsProviderRegistry, QgsVectorLayer

from ..scenario.sources import Source

_OF_A_SHAPEFILE = (".shp", ".dbf", ".shx", ".prj", ".cpg")


def open_layer_of(source: Source, folder: Path, project: QgsProject) -> Optional[QgsVectorLayer]:
    """The project's layer of the file that `source` means; None where the project lacks it.

    A layer with a filter is not the whole file, and does not count.
    """
    if not source.file:
        return None
    wanted = source.resolve(folder)
    for layer in project.mapLayers().values():
        if not isinstance(layer, QgsVectorLayer) or layer.subsetString():
            continue
        path, name = file_of(layer)
        if path is not None and same_file(path, wanted) and name in (source.layer, None):
            return layer
    return None


def same_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file, or to two parts of one Shapefile.

    By whatever way: links, a second name of the file, letters in another case where those are one.
    """
    if one.suffix.casefold() in _OF_A_SHAPEFILE and other.suffix.casefold() in _OF_A_SHAPEFILE:
        one, other = one.with_suffix(".shp"), other.with_suffix(".shp")
    try:
        if _real(one) == _real(other):
            return True
        found, other_found = os.stat(one), os.stat(other)
    except (OSError, ValueError):
        return False
    # Some file servers number no files, and give each a 0.
    return found.st_ino != 0 and os.path.samestat(found, other_found)


def _real(path: Path) -> str:
    """The path without links; one that links to itself stays as it is."""
    return os.path.normcase(os.path.realpath(path))


def file_of(layer: QgsVectorLayer) -> Tuple[Optional[Path], Optional[str]]:
    """The file and the layer's name in it, where given; no file for a layer of another kind."""
    if layer.providerType() != "ogr":
        return None, None
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    path = Path(parts.get("path") or "")
    return (path, parts.get("layerName") or None) if path.is_file() else (None, None)


def open_layers_of(path: Path, name: str, project: QgsProject) -> List[QgsVectorLayer]:
    """The project's layers of this name in a file, whatever their filters."""
    found = []
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsVectorLayer):
            own_path, own_name = file_of(layer)
            if own_path is not None and same_file(own_path, path) and own_name in (name, None):
                found.append(layer)
    return found
