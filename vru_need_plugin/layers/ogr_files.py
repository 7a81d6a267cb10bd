# SPDX-License-Identifier: GPL-2.0-or-later
"""Files opened through OGR: what they hold, and errors that say so."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any, Optional, Tuple

from osgeo import gdal

from ..core.messages import NeedError, mark
from ..scenario.plain_file import NotReadable, check_plain
from .gdal_errors import quiet
from .packed import check_packed
from .wording import listed, nearest_first

# Tables that QGIS keeps in a GeoPackage for itself.
_HOUSEKEEPING = ("layer_styles", "qgis_projects")

# Formats that are files of their own. Others (VRT, WFS, GML and more) may name further files, services
# and databases, and a scenario from a stranger must not send QGIS to any of them.
FORMATS = (
    "GPKG",
    "ESRI Shapefile",
    "GeoJSON",
    "GeoJSONSeq",
    "TopoJSON",
    "FlatGeobuf",
    "OpenFileGDB",
    "MapInfo File",
    "LIBKML",
    "KML",
    "SQLite",
    "Parquet",
    "Arrow",
    "XLSX",
    "ODS",
    "XLS",
    "CSV",
)


def check_file(path: Path) -> None:
    """Raise NeedError where the file is missing, empty, or a device or a pipe."""
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        raise NeedError(
            mark("The file “{path}” does not exist. Check the path, or choose the file again."), path=path
        ) from error
    if stat.S_ISDIR(status.st_mode):
        return  # some formats are folders
    try:
        check_plain(status.st_mode)
    except NotReadable as error:
        raise NeedError(
            mark("The file “{path}” cannot be read. {problem}"), path=path, problem=error.problem
        ) from error
    if status.st_size == 0:
        raise NeedError(mark("The file “{path}” is empty."), path=path)
    check_packed(path)


def open_dataset(path: Path, *, update: bool = False) -> Any:
    """The file as a GDAL vector dataset.

    Raises NeedError where it is missing, empty, larger than is read, or in none of the `FORMATS`.
    """
    check_file(path)
    kind = _identified(path, gdal.OF_VECTOR)
    if kind is not None and kind not in FORMATS:
        raise NeedError(
            mark(
                "The file “{path}” is not opened: files of its kind ({kind}) can lead to other files and "
                "services. Save it as a GeoPackage, or add it to the project yourself and choose it there."
            ),
            path=path,
            kind=kind,
        )
    dataset = _open(path, gdal.OF_VECTOR | (gdal.OF_UPDATE if update else gdal.OF_READONLY))
    if dataset is not None:
        return dataset
    if _identified(path, gdal.OF_RASTER) is not None:
        raise NeedError(
            mark("The file “{path}” is a raster; areas and tables come from vector files."), path=path
        )
    raise NeedError(
        mark(
            "The file “{path}” cannot be read as a layer or a table. It may be damaged, or not be "
            "what its name says."
        ),
        path=path,
    )


def layer_names(dataset: Any) -> Tuple[str, ...]:
    """The layers or sheets of a dataset, in order, without those that QGIS keeps for itself."""
    names = (dataset.GetLayer(index).GetName() for index in range(dataset.GetLayerCount()))
    return tuple(name for name in names if name not in _HOUSEKEEPING)


def list_sources(path: Path) -> Tuple[str, ...]:
    """The names of a file's layers or sheets, in order.

    Raises NeedError where the file is missing, empty or not readable.
    """
    return layer_names(open_dataset(path))


def choose_layer(path: Path, names: Tuple[str, ...], wanted: Optional[str], *, first: bool = False) -> str:
    """The layer that a source means.

    Parameters
    ----------
    names
        The layers of the file.
    wanted
        The name after ``|layername=``, where there is one.
    first
        Whether the first of several will do where none is named, as with sheets.

    Raises NeedError where there is no such layer, or several and none is named.
    """
    if not names:
        raise NeedError(mark("The file “{path}” holds no layer or sheet with anything in it."), path=path)
    if wanted is None:
        if len(names) == 1 or first:
            return names[0]
        raise NeedError(
            mark(
                "The file “{path}” holds several layers: {names}. Say which, "
                "as in “{file}|layername={example}”."
            ),
            path=path,
            names=listed(names),
            file=path.name,
            example=names[0],
        )
    if wanted in names:
        return wanted
    raise NeedError(
        mark("The file “{path}” has no layer or sheet “{name}”. It has: {names}."),
        path=path,
        name=wanted,
        names=listed(nearest_first(wanted, names)),
    )


def _open(path: Path, flags: int) -> Any:
    with quiet():
        try:
            return gdal.OpenEx(str(path), flags, allowed_drivers=list(FORMATS))
        except RuntimeError:  # where another plugin has called gdal.UseExceptions()
            return None


def _identified(path: Path, flags: int) -> Optional[str]:
    """The driver that takes the file for its own by its first bytes, which opens nothing."""
    with quiet():
        driver = gdal.IdentifyDriverEx(str(path), flags)
    return None if driver is None else str(driver.ShortName)
