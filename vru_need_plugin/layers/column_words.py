# SPDX-License-Identifier: GPL-2.0-or-later
"""The need fields' human names and what they hold, in a GeoPackage's own table for that.

Where GDAL is older than 3.7 it neither writes nor reads that table (OGC 12-128r18, annex F.9, "Schema"), so
it is written here; every later reader of GeoPackages shows it, without any style and without QGIS.
"""

from __future__ import annotations

from typing import Any, Optional, Sequence, Set

from osgeo import gdal
from qgis.core import QgsVectorLayer

from ..core.messages import Message, NeedError, mark
from ..core.output import OutputField
from ..translation import translated
from .ogr_files import open_dataset, quiet
from .open_layers import file_of

_TABLES = (
    "CREATE TABLE IF NOT EXISTS gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, "
    "name TEXT, title TEXT, description TEXT, mime_type TEXT, constraint_name TEXT, "
    "CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), CONSTRAINT gdc_tn UNIQUE (table_name, name))",
    "CREATE TABLE IF NOT EXISTS gpkg_data_column_constraints (constraint_name TEXT NOT NULL, "
    "constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN, max NUMERIC, "
    "max_is_inclusive BOOLEAN, description TEXT, "
    "CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value))",
    "CREATE TABLE IF NOT EXISTS gpkg_extensions (table_name TEXT, column_name TEXT, "
    "extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL, "
    "CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))",
)
_EXTENSION = (
    "INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope) "
    "SELECT {table}, NULL, 'gpkg_schema', 'http://www.geopackage.org/spec/#extension_schema', 'read-write' "
    "WHERE NOT EXISTS (SELECT 1 FROM gpkg_extensions WHERE table_name = {table} "
    "AND extension_name = 'gpkg_schema')"
)
_INSERT = (
    "INSERT OR REPLACE INTO gpkg_data_columns (table_name, column_name, name, title, description) "
    "VALUES ({values})"
)


def save_column_words(layer: QgsVectorLayer, outputs: Sequence[OutputField]) -> Optional[Message]:
    """Save names and comments of the need fields in the layer's GeoPackage; nothing in another format.

    Returns
    -------
    Message or None
        What to tell the user where they could not be saved.
    """
    path, name = file_of(layer)
    if path is None or layer.dataProvider().storageType() != "GPKG":
        return None
    try:
        with quiet():
            _save(open_dataset(path, update=True), name, outputs)
    except (NeedError, RuntimeError) as error:
        return Message(
            mark("The names of the need fields could not be saved with “{layer}”: {reason}"),
            {"layer": layer.name(), "reason": str(error)},
        )
    return None


def _save(dataset: Any, name: Optional[str], outputs: Sequence[OutputField]) -> None:
    """All or nothing. Raises RuntimeError with SQLite's own words where it refuses."""
    table = name or dataset.GetLayer(0).GetName()
    statements = [
        *_TABLES,
        *(
            _EXTENSION.format(table=_text(each))
            for each in ("gpkg_data_columns", "gpkg_data_column_constraints")
        ),
    ]
    names: Set[str] = set()
    for output in outputs:
        alias = translated(output.alias)
        # A name is the only one of its table; two measures may bear the same.
        own = alias if alias not in names else None
        names.add(alias)
        values = (table, output.name, own, alias, translated(output.comment))
        statements.append(_INSERT.format(values=", ".join(map(_text, values))))
    if dataset.StartTransaction() != 0:
        raise RuntimeError(gdal.GetLastErrorMsg())
    try:
        for statement in statements:
            _run(dataset, statement)
    except RuntimeError:
        dataset.RollbackTransaction()
        raise
    if dataset.CommitTransaction() != 0:
        raise RuntimeError(gdal.GetLastErrorMsg())


def _run(dataset: Any, statement: str) -> None:
    gdal.ErrorReset()
    dataset.ExecuteSQL(statement)
    if gdal.GetLastErrorType() >= gdal.CE_Failure:
        raise RuntimeError(gdal.GetLastErrorMsg())


def _text(value: Optional[str]) -> str:
    """A text as SQL has it."""
    return "NULL" if value is None else "'" + value.replace("\x00", "").replace("'", "''") + "'"
