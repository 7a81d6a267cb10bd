# SPDX-License-Identifier: GPL-2.0-or-later
"""The way on to a GeoPackage: its table updated in one transaction."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from string import Template
from typing import Optional

from qgis.core import QgsVectorLayer

from ...core.output import FieldKind
from .place import ogr_place
from .route import Order
from .sqlite import gdals_sqlite
from .table import SQLITE_NEEDED, Table
from .table_write import TableWrite, said

# GeoPackage's own names for the types.
_TYPES = {FieldKind.REAL: "REAL", FieldKind.INTEGER: "MEDIUMINT", FieldKind.TEXT: "TEXT"}

_TOUCH = Template(
    "UPDATE gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') "
    "WHERE lower(table_name) = lower($table)"
)
_KINDS = (
    "SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view') "
    "AND name IN (SELECT table_name FROM gpkg_contents)"
)


def geopackage(layer: QgsVectorLayer, order: Order) -> Optional[TableWrite]:
    """One transaction, where the layer is a table of a GeoPackage.

    None for a view, a query, another format, or where this SQLite is too old.
    """
    place = ogr_place(layer, "GPKG")
    if place is None or not _is_table(*place) or gdals_sqlite() < SQLITE_NEEDED:
        return None
    return TableWrite(Table(*place, layer.name(), _TYPES, touch=(_TOUCH,)), order, notes=(said(place[0]),))


def _is_table(path: Path, name: Optional[str]) -> bool:
    """Whether this is no view; asked without waiting for whoever holds the file."""
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=0)
    try:
        found = connection.execute(_KINDS).fetchall()
    except sqlite3.Error:
        return True  # locked, most likely: writing will say
    finally:
        connection.close()
    return ("view" not in (kind for _, kind in found)) if name is None else (name, "table") in found
