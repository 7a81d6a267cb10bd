# SPDX-License-Identifier: GPL-2.0-or-later
"""The areas with their need fields as a new file, complete or not there at all."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Iterator, Optional, Sequence, Tuple

from osgeo import gdal
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFields,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...core.feedback import Feedback, Silent
from ...core.messages import Message, NeedError, mark
from ...core.output import FieldKind, OutputField
from ..ogr_files import layer_names, open_dataset, quiet
from ..wording import listed
from .cells import ready
from .new_layer import NewLayer, new_layer_fields, write_to_sink
from .plan import TEXT_CAPS
from .report import WriteReport

# Parts of a Shapefile that would be wrong beside a new one.
_STALE_PARTS = (".qix", ".sbn", ".sbx", ".idm", ".ind")

_SHAPEFILE_NAME = 10


def write_new(
    layer: QgsVectorLayer,
    outputs: Sequence[OutputField],
    prefix: str,
    destination: Path,
    feedback: Optional[Feedback] = None,
    feature_ids: Optional[Sequence[int]] = None,
    layer_name: Optional[str] = None,
) -> WriteReport:
    """Write the areas with their need fields to a file of any format that QGIS can write.

    It is made in a folder beside and put in its place when complete: what is there already is
    replaced, or stays. A GeoPackage that has other layers keeps them.

    Parameters
    ----------
    destination
        The file; its ending says the format.
    feature_ids
        Which feature each value belongs to; the layer's own order where left out.
    layer_name
        The layer's name inside the file; the file's own where left out.

    Raises NeedError where the format is unknown or the file cannot be written; Cancelled where
    the user stops it.
    """
    driver = _driver(destination)
    cap = TEXT_CAPS.get(driver, 0)
    fields, notes = ready(outputs, {output.name: cap for output in outputs if output.kind is FieldKind.TEXT})
    new = new_layer_fields(layer, fields, prefix, cap=cap)
    name = layer_name or destination.stem
    with _folder_beside(destination) as folder:
        made = folder / destination.name
        _write(layer, new, fields, made, _options(driver, name, layer), feedback or Silent(), feature_ids)
        if _keeps_others(driver, destination, name):
            _add_to(destination, made, name)
        else:
            _put_in_place(folder, destination)
    return WriteReport(
        areas=len(fields[0].values) if fields else 0,
        fields=tuple(output.name for output in fields),
        notes=notes + _shortened(driver, new.fields),
        source=f"{destination}|layername={name}" if driver == "GPKG" else str(destination),
    )


def _driver(destination: Path) -> str:
    driver = QgsVectorFileWriter.driverForExtension(destination.suffix.lstrip("."))
    if not driver:
        raise NeedError(
            mark("“{file}” has no ending that names a format. Use one such as .gpkg, .shp or .geojson."),
            file=destination.name,
        )
    return str(driver)


def _options(driver: str, name: str, layer: QgsVectorLayer) -> QgsVectorFileWriter.SaveVectorOptions:
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = driver
    options.layerName = name
    options.fileEncoding = "UTF-8"
    own = [field.name() for field in layer.fields()]
    keys = [own[index] for index in layer.primaryKeyAttributes()]
    if driver == "GPKG" and "fid" in (other.casefold() for other in own if other not in keys):
        # A column of the user's own must not become the feature id.
        options.layerOptions = ["FID=ogc_fid"]
    return options


def _write(
    layer: QgsVectorLayer,
    new: NewLayer,
    outputs: Sequence[OutputField],
    path: Path,
    options: QgsVectorFileWriter.SaveVectorOptions,
    feedback: Feedback,
    feature_ids: Optional[Sequence[int]],
) -> None:
    polygons = layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry
    kind = QgsWkbTypes.multiType(layer.wkbType()) if polygons else layer.wkbType()
    writer = QgsVectorFileWriter.create(
        str(path), new.fields, kind, layer.crs(), QgsCoordinateTransformContext(), options
    )
    _check_writer(writer, path)
    write_to_sink(layer, new, outputs, writer, feedback, feature_ids, multi=polygons)
    writer.flushBuffer()
    _check_writer(writer, path)
    del writer  # closes the file


def _check_writer(writer: QgsVectorFileWriter, path: Path) -> None:
    if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
        raise NeedError(
            mark("“{file}” could not be written: {reason}"), file=path.name, reason=writer.errorMessage()
        )


@contextmanager
def _folder_beside(destination: Path) -> Iterator[Path]:
    if not destination.parent.is_dir():
        raise NeedError(mark("The folder “{folder}” does not exist."), folder=destination.parent)
    try:
        folder = Path(mkdtemp(prefix=".vru_need_", dir=destination.parent))
    except OSError as error:
        raise NeedError(
            mark("The folder “{folder}” cannot be written to: {reason}"),
            folder=destination.parent,
            reason=error.strerror,
        ) from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _put_in_place(folder: Path, destination: Path) -> None:
    try:
        for made in sorted(folder.iterdir()):
            os.replace(made, destination.parent / made.name)
        for suffix in _STALE_PARTS if destination.suffix.lower() == ".shp" else ():
            destination.with_suffix(suffix).unlink(missing_ok=True)
    except OSError as error:
        raise NeedError(
            mark("“{file}” could not be replaced: {reason}. It may be open in another program."),
            file=destination,
            reason=error.strerror,
        ) from error


def _keeps_others(driver: str, destination: Path, name: str) -> bool:
    """Whether the file is a GeoPackage with layers besides the one that is written."""
    if driver != "GPKG" or not destination.exists() or destination.stat().st_size == 0:
        return False
    return any(other != name for other in layer_names(open_dataset(destination)))


def _add_to(destination: Path, made: Path, name: str) -> None:
    with quiet():
        try:
            target = gdal.OpenEx(str(destination), gdal.OF_VECTOR | gdal.OF_UPDATE)
            options = gdal.VectorTranslateOptions(accessMode="overwrite", layers=[name], layerName=name)
            done = target is not None and gdal.VectorTranslate(target, str(made), options=options) is not None
            reason = gdal.GetLastErrorMsg()
        except RuntimeError as error:  # where another plugin has called gdal.UseExceptions()
            done, reason = False, str(error)
    if not done:
        raise NeedError(
            mark("The layer “{name}” could not be added to “{file}”: {reason}"),
            name=name,
            file=destination,
            reason=reason,
        )


def _shortened(driver: str, fields: QgsFields) -> Tuple[Message, ...]:
    long = [field.name() for field in fields if len(field.name().encode("utf-8")) > _SHAPEFILE_NAME]
    if driver != "ESRI Shapefile" or not long:
        return ()
    return (
        Message(
            mark("A Shapefile cuts field names at 10 characters: {names} came out shorter."),
            {"names": listed(long)},
        ),
    )
