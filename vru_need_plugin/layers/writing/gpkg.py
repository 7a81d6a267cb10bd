# SPDX-License-Identifier: GPL-2.0-or-later
"""The fast road on to a GeoPackage: one transaction, the file old or new and never between.

The values go into a database of their own beside it, which is attached to GDAL's connection; one
``UPDATE ... FROM`` then takes them over. Adding the columns is part of the same transaction,
which QGIS's own edit buffer cannot do, and all takes a fifth of its time.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from string import Template
from tempfile import TemporaryDirectory
from typing import Any, Iterator, List, Optional, Sequence, Tuple

from osgeo import gdal
from qgis.core import QgsVectorLayer

from ...core.feedback import Feedback, check
from ...core.messages import Message, NeedError, mark
from ...core.output import FieldKind
from ..columns import plain_ogr_layer
from ..ogr_files import quiet
from .plan import Plan
from .route import Order, Written, show_source

# GeoPackage's own names for the types.
_TYPES = {FieldKind.REAL: "REAL", FieldKind.INTEGER: "MEDIUMINT", FieldKind.TEXT: "TEXT"}

# UPDATE ... FROM came with 3.33, DROP COLUMN with 3.35.
_SQLITE_NEEDED = (3, 35)

# What the update keeps on the side stays off the disk, which saves a third of its time. It holds for this
# connection only, and is nothing that a crash could lose.
_IN_MEMORY = ("PRAGMA temp_store = MEMORY", "PRAGMA cache_size = -65536")

# How many values one statement takes in any SQLite.
_MOST_VALUES = 999

# What is filled in is a name or a text of the file's, quoted by _name and _text, or marks for values.
_INSERT = Template("INSERT INTO scored VALUES $rows")
_UPDATE = Template("UPDATE $table SET $values FROM vru_need.scored AS scored WHERE $table.$key = scored.id")
_GONE = Template(
    "SELECT CAST(count(*) AS TEXT) FROM vru_need.scored WHERE id NOT IN (SELECT $key FROM $table)"
)
# Of the statement before; one look, where comparing all ids takes a tenth of the time of writing.
_ALL_CHANGED = "SELECT CAST(changes() = (SELECT count(*) FROM vru_need.scored) AS TEXT)"
_KINDS = (
    "SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view') "
    "AND name IN (SELECT table_name FROM gpkg_contents)"
)
_TOUCH = Template(
    "UPDATE gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') "
    "WHERE lower(table_name) = lower($table)"
)


class _RefusedError(Exception):
    """A statement that SQLite would not run, in its own words."""


_QUICK_VALUES = 150_000


@dataclass(frozen=True)
class GeoPackageWrite:
    """A write on to one table of a GeoPackage.

    Parameters
    ----------
    path, name
        The file, and the table as its source names it; None for the first.
    title
        The layer's name in the project, for messages.
    """

    path: Path
    name: Optional[str]
    title: str
    order: Order
    needs_main_thread: bool = False
    notes: Tuple[Message, ...] = ()

    @property
    def is_long(self) -> bool:
        """Whether it is likely to take over half a second."""
        return len(self.order.feature_ids) * len(self.order.plan.outputs) > _QUICK_VALUES

    def run(self, feedback: Feedback) -> Written:
        """Write in one transaction.

        Raises NeedError, the file being as before, where it is locked, read-only or refuses;
        Cancelled where the user stops it.
        """
        plan = self.order.plan
        with TemporaryDirectory(prefix="vru_need_") as folder, quiet():
            side = Path(folder) / "values.sqlite"
            _write_side(side, plan, self.order.feature_ids)
            check(feedback)
            feedback.setProgress(40)
            return Written(self._take_over(side, feedback))

    def _take_over(self, side: Path, feedback: Feedback) -> Tuple[str, ...]:
        plan = self.order.plan
        try:
            dataset = _open(self.path)
            table, key = _table_and_key(dataset, self.name)
            for setting in _IN_MEMORY:
                _run(dataset, setting)
            _run(dataset, f"ATTACH {_text(str(side))} AS vru_need")
            with _transaction(dataset):
                _update(dataset, table, key, plan)
                _check_all_changed(dataset, self.title, table, key)
                removed = _drop(dataset, table, plan.stale)
                _run(dataset, _TOUCH.substitute(table=_text(table)))
                check(feedback)
                feedback.setProgress(80)
            return removed
        except _RefusedError as refused:
            raise NeedError(
                mark(
                    "The scores could not be written to “{layer}”, which is as it was before. The file may "
                    "be in use by another program, or be read-only. SQLite says: {reason}"
                ),
                layer=self.title,
                reason=str(refused).strip().rpartition("\n")[2].strip(),  # GDAL puts the statement before it
            ) from refused

    def finish(self, layer: QgsVectorLayer) -> None:
        """Let the layer see its new columns."""
        show_source(layer)


def geopackage(layer: QgsVectorLayer, order: Order) -> Optional[GeoPackageWrite]:
    """The fast road, where the layer is a plain table of a GeoPackage.

    None for a view, a filtered or joined layer, another format, or where this SQLite is too old.
    """
    place = plain_ogr_layer(layer)
    if place is None or layer.dataProvider().storageType() != "GPKG":
        return None
    if not _is_table(*place) or _gdals_sqlite() < _SQLITE_NEEDED:
        return None
    return GeoPackageWrite(*place, layer.name(), order)


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


def _gdals_sqlite() -> Tuple[int, ...]:
    """The version of SQLite that GDAL works with, which need not be Python's."""
    driver = gdal.GetDriverByName("Memory") or gdal.GetDriverByName("MEM")  # one and the same from 3.11
    dataset = driver.Create("", 0, 0, 0)
    result = dataset.ExecuteSQL("SELECT sqlite_version()", dialect="SQLITE")
    version = result.GetNextFeature().GetFieldAsString(0)
    dataset.ReleaseResultSet(result)
    return tuple(int(part) for part in version.split("."))


def _table_and_key(dataset: Any, name: Optional[str]) -> Tuple[str, str]:
    ogr_layer = dataset.GetLayerByName(name) if name else dataset.GetLayer(0)
    if ogr_layer is None:
        raise _RefusedError(f"no such table: {name}")
    return ogr_layer.GetName(), ogr_layer.GetFIDColumn()


def _write_side(path: Path, plan: Plan, feature_ids: Sequence[int]) -> None:
    columns = ", ".join(f"c{number} {_TYPES[output.kind]}" for number, output in enumerate(plan.outputs))
    connection = sqlite3.connect(str(path), isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        connection.execute(f"CREATE TABLE scored (id INTEGER PRIMARY KEY, {columns})")
        _insert(connection, [feature_ids, *(output.values for output in plan.outputs)])
        connection.execute("COMMIT")
    finally:
        connection.close()


def _insert(connection: sqlite3.Connection, columns: Sequence[Sequence[Any]]) -> None:
    """Fill the side table, many rows a statement, which takes a third less time than row by row."""
    width, count = len(columns), len(columns[0])
    rows = max(1, _MOST_VALUES // width)
    row = f"({', '.join('?' * width)})"
    values = chain.from_iterable(zip(*columns))
    full = (tuple(islice(values, rows * width)) for _ in range(count // rows))
    connection.executemany(_INSERT.substitute(rows=", ".join([row] * rows)), full)
    connection.executemany(_INSERT.substitute(rows=row), zip(*[values] * width))


def _update(dataset: Any, table: str, key: str, plan: Plan) -> None:
    for output in plan.added:
        column = f"{_name(output.name)} {_TYPES[output.kind]}"
        _run(dataset, f"ALTER TABLE {_name(table)} ADD COLUMN {column}")
    values = [f"{_name(output.name)} = scored.c{number}" for number, output in enumerate(plan.outputs)]
    values += [f"{_name(name)} = NULL" for name in plan.stale]
    _run(dataset, _UPDATE.substitute(table=_name(table), key=_name(key), values=", ".join(values)))


def _drop(dataset: Any, table: str, names: Sequence[str]) -> Tuple[str, ...]:
    """Drop columns; one that an index or a view of the user's needs stays, empty."""
    gone: List[str] = []
    for name in names:
        try:
            _run(dataset, f"ALTER TABLE {_name(table)} DROP COLUMN {_name(name)}")
        except _RefusedError:
            continue
        gone.append(name)
    return tuple(gone)


def _check_all_changed(dataset: Any, title: str, table: str, key: str) -> None:
    if _value(dataset, _ALL_CHANGED) == "1":
        return
    gone = _value(dataset, _GONE.substitute(table=_name(table), key=_name(key)))
    if gone != "0":
        raise NeedError(
            mark(
                "{count} of the areas scored are no longer in “{layer}”. Score it again, then write. "
                "Nothing was written."
            ),
            count=gone,
            layer=title,
        )


@contextmanager
def _transaction(dataset: Any) -> Iterator[None]:
    if dataset.StartTransaction() != 0:
        raise _RefusedError(gdal.GetLastErrorMsg())
    try:
        yield
    except BaseException:
        dataset.RollbackTransaction()
        raise
    if dataset.CommitTransaction() != 0:
        reason = gdal.GetLastErrorMsg()
        dataset.RollbackTransaction()
        raise _RefusedError(reason)


def _open(path: Path) -> Any:
    gdal.ErrorReset()
    try:
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    except RuntimeError as error:  # where another plugin has called gdal.UseExceptions()
        raise _RefusedError(str(error)) from error
    if dataset is None:
        raise _RefusedError(gdal.GetLastErrorMsg())
    return dataset


def _run(dataset: Any, sql: str) -> None:
    gdal.ErrorReset()
    try:
        result = dataset.ExecuteSQL(sql)
    except RuntimeError as error:
        raise _RefusedError(str(error)) from error
    if result is not None:
        dataset.ReleaseResultSet(result)
    if gdal.GetLastErrorType() >= gdal.CE_Failure:
        raise _RefusedError(gdal.GetLastErrorMsg())


def _value(dataset: Any, sql: str) -> str:
    """The first cell of a query's answer as text; empty where there is none."""
    result = dataset.ExecuteSQL(sql)
    if result is None:
        raise _RefusedError(gdal.GetLastErrorMsg())
    feature = result.GetNextFeature()
    value = feature.GetFieldAsString(0) if feature is not None else ""
    dataset.ReleaseResultSet(result)
    return str(value)


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
