# SPDX-License-Identifier: GPL-2.0-or-later
"""What is dropped on to the dock: files, and layers from the layer tree."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsMimeDataUtils, QgsProject, QgsProviderRegistry, QgsVectorLayer
from qgis.PyQt.QtCore import QMimeData


def dropped_files(data: QMimeData) -> list[Path]:
    """The files among what is dropped."""
    if QgsMimeDataUtils.isUriList(data):
        return []
    paths = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return [path for path in paths if path.is_file()]


def dropped_sources(data: QMimeData) -> list[str]:
    """The files, or parts of files, that are dropped from QGIS's browser."""
    if not QgsMimeDataUtils.isUriList(data):
        return []
    project = QgsProject.instance()
    uris = QgsMimeDataUtils.decodeUriList(data)
    found = (_file_source(uri) for uri in uris if project.mapLayer(uri.layerId) is None)
    return [source for source in found if source]


def _file_source(uri: QgsMimeDataUtils.Uri) -> str:
    """What a scenario writes for a file of the browser; empty for what is no file."""
    if uri.providerKey not in ("ogr", "delimitedtext"):
        return ""
    parts = QgsProviderRegistry.instance().decodeUri(uri.providerKey, uri.uri)
    path, layer = parts.get("path") or "", parts.get("layerName") or ""
    if not Path(path).is_file():
        return ""
    return f"{path}|layername={layer}" if layer else path


def dropped_layers(data: QMimeData) -> list[str]:
    """The names of the project's vector layers among what is dropped."""
    if not QgsMimeDataUtils.isUriList(data):
        return []
    project = QgsProject.instance()
    layers = (project.mapLayer(uri.layerId) for uri in QgsMimeDataUtils.decodeUriList(data))
    return [layer.name() for layer in layers if isinstance(layer, QgsVectorLayer)]
