# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers in every format that scores are written on to, and all that can be seen of them."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any, Dict, List, Tuple

from qgis.core import (
    QgsCoordinateTransformContext,
    QgsDataSourceUri,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from support.layers import saved

FORMATS = ["gpkg", "shp", "geojson", "spatialite", "sqlite", "memory", "tab"]
"""The ways on to a layer, and MapInfo's for the formats that have none of their own."""
ALL_OR_NOTHING = ["gpkg", "shp", "geojson", "spatialite", "sqlite"]
"""Those that must be whole whatever happens in between."""


def in_format(layer: QgsVectorLayer, kind: str, folder: Path) -> QgsVectorLayer:
    """The layer, as ``wards`` in this format."""
    if kind == "memory":
        return layer
    if kind not in ("spatialite", "sqlite"):
        return saved(layer, folder / f"wards.{kind}")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "SQLite", "wards"
    options.datasourceOptions = ["SPATIALITE=YES"] if kind == "spatialite" else []
    path = str(folder / "wards.sqlite")
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, path, QgsCoordinateTransformContext(), options)
    return opened(kind, folder)


def opened(kind: str, folder: Path) -> QgsVectorLayer:
    """The layer ``wards`` of a folder, in this format."""
    if kind != "spatialite":
        path = folder / f"wards.{kind}"
        return QgsVectorLayer(str(path), "wards", "ogr")
    uri = QgsDataSourceUri()
    uri.setDatabase(str(folder / "wards.sqlite"))
    uri.setDataSource("", "wards", "GEOMETRY")
    return QgsVectorLayer(uri.uri(), "wards", "spatialite")


def snapshot(layer: QgsVectorLayer) -> Tuple[List[Any], List[Any]]:
    """A layer's fields and rows, ids and geometries among them."""
    fields = [(field.name(), field.type(), field.length(), field.precision()) for field in layer.fields()]
    rows = [(f.id(), f.attributes(), f.geometry().asWkt(12)) for f in layer.getFeatures()]
    return fields, rows


def folder_bytes(folder: Path) -> Dict[str, bytes]:
    """Every file of a folder, folders that were left behind among them."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b""
        for path in sorted(folder.rglob("*"))
    }


# When tables were made and last changed, which differs from file to file.
_CLOCKS = ("gpkg_contents", "geometry_columns_time", "spatialite_history")


def database(path: Path, without: Tuple[str, ...] = ()) -> Dict[str, Any]:
    """Every table of a database with its statement and rows, and every index, trigger and view."""
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    found: Dict[str, Any] = {}
    try:
        masters = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
        for kind, name, sql in masters:
            if name in without:
                continue
            found[f"{kind} {name}"] = sql
            if kind == "table" and name not in _CLOCKS and "VIRTUAL" not in (sql or ""):
                found[f"rows {name}"] = connection.execute(f'SELECT rowid, * FROM "{name}"').fetchall()
    finally:
        connection.close()
    return found


def contents(folder: Path) -> Dict[str, Any]:
    """All that is in a folder: databases by what they hold, other files by their bytes."""
    found: Dict[str, Any] = {}
    for name, data in folder_bytes(folder).items():
        if name.endswith((".gpkg", ".sqlite")):
            found[name] = database(folder / name)
        elif not name.endswith(("-wal", "-shm", "-journal")):
            found[name] = data
    return found
