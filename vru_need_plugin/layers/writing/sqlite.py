# SPDX-License-Identifier: GPL-2.0-or-later
"""SQL on a database file through GDAL's own connection, which knows the functions of its triggers."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Callable, Iterator, Optional, Tuple

from osgeo import gdal

# What an update keeps on the side stays off the disk, which saves a third of its time. It holds for this
# connection only, and is nothing that a crash could lose.
_IN_MEMORY = ("PRAGMA temp_store = MEMORY", "PRAGMA cache_size = -65536")


class RefusedError(Exception):
    """A statement that SQLite would not run, in its own words."""

    @property
    def reason(self) -> str:
        """SQLite's words alone; GDAL puts the statement before them."""
        return str(self).strip().rpartition("\n")[2].strip()


def gdals_sqlite() -> Tuple[int, ...]:
    """The version of SQLite that GDAL works with, which need not be Python's."""
    driver = gdal.GetDriverByName("Memory") or gdal.GetDriverByName("MEM")  # one and the same from 3.11
    dataset = driver.Create("", 0, 0, 0)
    result = dataset.ExecuteSQL("SELECT sqlite_version()", dialect="SQLITE")
    version = result.GetNextFeature().GetFieldAsString(0)
    dataset.ReleaseResultSet(result)
    return tuple(int(part) for part in version.split("."))


def open_for_update(path: Path) -> Any:
    """The database as a GDAL dataset; RefusedError where it cannot be written to."""
    gdal.ErrorReset()
    try:
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    except RuntimeError as error:  # where another plugin has called gdal.UseExceptions()
        raise RefusedError(str(error)) from error
    if dataset is None:
        raise RefusedError(gdal.GetLastErrorMsg())
    for setting in _IN_MEMORY:
        run(dataset, setting)
    return dataset


@contextmanager
def transaction(dataset: Any) -> Iterator[None]:
    """One transaction: committed at the end, rolled back where anything is raised."""
    _step(dataset.StartTransaction)
    try:
        yield
        _step(dataset.CommitTransaction)
    except BaseException:
        with suppress(RefusedError):  # SQLite has rolled back itself where the disk is full or gone
            _step(dataset.RollbackTransaction)
        raise


def _step(call: Callable[[], int]) -> None:
    """Begin or end a transaction; RefusedError where GDAL says no, in either of its two ways."""
    gdal.ErrorReset()
    try:
        refused = call() != 0
    except RuntimeError as error:  # where another plugin has called gdal.UseExceptions()
        raise RefusedError(str(error)) from error
    if refused:
        raise RefusedError(gdal.GetLastErrorMsg())


def run(dataset: Any, sql: str) -> None:
    """Run a statement; RefusedError where SQLite would not."""
    gdal.ErrorReset()
    try:
        result = dataset.ExecuteSQL(sql)
    except RuntimeError as error:
        raise RefusedError(str(error)) from error
    if result is not None:
        dataset.ReleaseResultSet(result)
    if gdal.GetLastErrorType() >= gdal.CE_Failure:
        raise RefusedError(gdal.GetLastErrorMsg())


def rows(dataset: Any, sql: str) -> Tuple[Tuple[Optional[str], ...], ...]:
    """A query's answer, all cells as text."""
    gdal.ErrorReset()
    try:
        result = dataset.ExecuteSQL(sql)
    except RuntimeError as error:
        raise RefusedError(str(error)) from error
    if result is None:
        if gdal.GetLastErrorType() >= gdal.CE_Failure:
            raise RefusedError(gdal.GetLastErrorMsg())
        return ()  # how GDAL answers where nothing is found
    try:
        return tuple(_cells(feature) for feature in result)
    finally:
        dataset.ReleaseResultSet(result)  # an open answer would keep others from the file


def _cells(feature: Any) -> Tuple[Optional[str], ...]:
    return tuple(
        feature.GetFieldAsString(index) if feature.IsFieldSetAndNotNull(index) else None
        for index in range(feature.GetFieldCount())
    )


def quoted(name: str) -> str:
    """A name of the file's, for a statement."""
    return '"' + name.replace('"', '""') + '"'


def text(value: str) -> str:
    """A text, for a statement."""
    return "'" + value.replace("'", "''") + "'"
