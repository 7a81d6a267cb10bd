# SPDX-License-Identifier: GPL-2.0-or-later
"""The way on to a table of an SQLite file, with SpatiaLite or without: updated in one transaction."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Optional

from qgis.core import QgsDataSourceUri, QgsVectorLayer

from ...core.output import FieldKind
from .place import ogr_place
from .route import Order
from .sqlite import gdals_sqlite
from .table import SQLITE_NEEDED, Table
from .table_write import TableWrite, said

_TYPES = {FieldKind.REAL: "DOUBLE", FieldKind.INTEGER: "INTEGER", FieldKind.TEXT: "TEXT"}
_OGR_TYPES = {FieldKind.REAL: "FLOAT", FieldKind.INTEGER: "INTEGER", FieldKind.TEXT: "VARCHAR"}

_IS_TABLE = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND lower(name) = lower(?)"


def spatialite(layer: QgsVectorLayer, order: Order) -> Optional[TableWrite]:
    """One transaction, where the layer is a table of an SQLite file.

    None for a view, a query, another format, or where this SQLite is too old.
    """
    if gdals_sqlite() < SQLITE_NEEDED:
        return None
    place = ogr_place(layer, "SQLite")
    if place is not None:
        return TableWrite(Table(*place, layer.name(), _OGR_TYPES), order, notes=(said(place[0]),))
    if layer.providerType() != "spatialite":
        return None
    uri = QgsDataSourceUri(layer.source())
    path, name = Path(uri.database()), uri.table()
    if not _is_table(path, name):
        return None
    return TableWrite(Table(path, name, layer.name(), _TYPES, key="ROWID"), order, notes=(said(path),))


def _is_table(path: Path, name: str) -> bool:
    if not path.is_file():
        return False
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=0)
    try:
        return bool(connection.execute(_IS_TABLE, (name,)).fetchone()[0])
    except sqlite3.Error:
        return not name.startswith("(")  # locked, most likely: writing will say
    finally:
        connection.close()
