# SPDX-License-Identifier: GPL-2.0-or-later
"""A layer put into a GeoPackage that has others, in one transaction."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from osgeo import gdal, ogr

from ...core.feedback import Feedback, check
from ...core.messages import NeedError, mark
from ..gdal_errors import quiet
from .sqlite import RefusedError, open_for_update, transaction
from .swap import could_not_write

_ROWS_BETWEEN_CHECKS = 500
_HEADER = b"SQLite format 3\0"


def is_database(path: Path) -> bool:
    """Whether there is a GeoPackage, or another database of SQLite's, to which a layer can be added.

    Its first bytes say so even where another program has it to itself, so that it is never taken
    for nothing and replaced with all that it holds.

    Raises NeedError where there is a file that cannot be looked into.
    """
    try:
        with path.open("rb") as file:
            return file.read(len(_HEADER)) == _HEADER
    except FileNotFoundError:
        return False
    except OSError as error:
        raise could_not_write(path, error) from error


def put_layer(path: Path, made: Path, name: str, feedback: Feedback) -> None:
    """Copy the one layer of a new GeoPackage into another, in the place of one of the same name.

    Raises NeedError where the file is locked or refuses, Cancelled where the user stops it; it is
    as it was then.
    """
    try:
        with quiet():
            dataset = open_for_update(path)
            source = gdal.OpenEx(str(made), gdal.OF_VECTOR)
            with transaction(dataset):
                _drop(dataset, name)
                _copy(dataset, source.GetLayer(0), name, feedback)
                check(feedback)
    except (RefusedError, RuntimeError) as refused:  # the latter after gdal.UseExceptions()
        raise NeedError(
            mark(
                "The layer “{name}” could not be put into “{file}”, which is as it was before. The file may "
                "be in use by another program, or be read-only. SQLite says: {reason}"
            ),
            name=name,
            file=path.name,
            reason=str(refused).strip().rpartition("\n")[2].strip(),
        ) from refused


def _drop(dataset: Any, name: str) -> None:
    for index in range(dataset.GetLayerCount()):
        if dataset.GetLayer(index).GetName() == name:
            if dataset.DeleteLayer(index) != ogr.OGRERR_NONE:
                raise RefusedError(gdal.GetLastErrorMsg())
            return


def _copy(dataset: Any, source: Any, name: str, feedback: Feedback) -> None:
    definition = source.GetLayerDefn()
    options = [f"FID={source.GetFIDColumn()}", f"GEOMETRY_NAME={source.GetGeometryColumn() or 'geom'}"]
    layer = dataset.CreateLayer(name, source.GetSpatialRef(), source.GetGeomType(), options)
    if layer is None:
        raise RefusedError(gdal.GetLastErrorMsg())
    for index in range(definition.GetFieldCount()):
        if layer.CreateField(definition.GetFieldDefn(index)) != ogr.OGRERR_NONE:
            raise RefusedError(gdal.GetLastErrorMsg())
    target = layer.GetLayerDefn()
    for number, feature in enumerate(source):
        if number % _ROWS_BETWEEN_CHECKS == 0:
            check(feedback)
        copy = ogr.Feature(target)
        copy.SetFrom(feature)
        copy.SetFID(feature.GetFID())
        if layer.CreateFeature(copy) != ogr.OGRERR_NONE:
            raise RefusedError(gdal.GetLastErrorMsg())
