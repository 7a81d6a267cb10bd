# SPDX-License-Identifier: GPL-2.0-or-later
"""What is dropped on to the dock: files, and layers from the layer tree."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsMimeDataUtils, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QMimeData


def dropped_files(data: QMimeData) -> list[Path]:
    """The files among what is dropped."""
    if QgsMimeDataUtils.isUriList(data):
        return []
    paths = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return [path for path in paths if path.is_file()]


def dropped_layers(data: QMimeData) -> list[str]:
    """The names of the project's vector layers among what is dropped."""
    if not QgsMimeDataUtils.isUriList(data):
        return []
    project = QgsProject.instance()
    layers = (project.mapLayer(uri.layerId) for uri in QgsMimeDataUtils.decodeUriList(data))
    return [layer.name() for layer in layers if isinstance(layer, QgsVectorLayer)]
