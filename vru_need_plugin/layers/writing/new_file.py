# SPDX-License-Identifier: GPL-2.0-or-later
"""Features with need fields as a new file, complete or not there at all."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Callable, Iterator, Optional, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFields,
    QgsVectorFileWriter,
    QgsWkbTypes,
)

from ...core.feedback import Feedback, check
from ...core.messages import Message, NeedError, mark
from ...core.output import OutputField
from ..wording import listed
from .gpkg_layer import is_database, put_layer
from .half_done import NEW
from .new_layer import LONGEST_NAME, SHAPEFILE, add_to_sink
from .replacing import final_place, put_in_place
from .report import WriteReport
from .workshop import workshop

# So many values take GDAL about half a second.
_QUICK_VALUES = 60_000


@dataclass(frozen=True)
class NewFile:
    """A file to make; `run` on any thread.

    Parameters
    ----------
    destination, name
        The file, and the layer's name in it.
    driver
        GDAL's name of the format.
    fields
        All fields, in order.
    outputs
        The need fields among them, their values ready.
    features
        Gives the features, one after the other.
    wkb_type, crs
        Their geometries.
    notes
        What the user should know.
    options
        For the layer's creation.
    """

    destination: Path
    name: str
    driver: str
    fields: QgsFields
    outputs: Tuple[OutputField, ...]
    features: Callable[[Feedback], Iterator[QgsFeature]]
    wkb_type: QgsWkbTypes.Type = QgsWkbTypes.Type.NoGeometry
    crs: QgsCoordinateReferenceSystem = field(default_factory=QgsCoordinateReferenceSystem)
    notes: Tuple[Message, ...] = ()
    options: Tuple[str, ...] = ()

    @property
    def put_into(self) -> Optional[str]:
        """The layer that a file which is there already gets beside its others; None where it is replaced."""
        return self.name if self.driver == "GPKG" else None

    @property
    def is_long(self) -> bool:
        """Whether it is likely to take over half a second."""
        return self._count * self.fields.count() > _QUICK_VALUES

    @property
    def _count(self) -> int:
        return len(self.outputs[0].values) if self.outputs else 0

    def run(self, feedback: Feedback) -> WriteReport:
        """Make the file in a folder beside and put it in its place when complete.

        What is there already is replaced, or stays. A GeoPackage that is there keeps its other layers.

        Raises NeedError where it cannot be written; Cancelled where the user stops it.
        """
        destination = final_place(self.destination)
        with workshop(destination) as folder:
            made = folder / NEW / destination.name
            self._write(made, feedback)
            check(feedback)
            if self.driver == "GPKG" and is_database(destination):
                put_layer(destination, made, self.name, feedback)
            else:
                put_in_place(folder, destination)
        return WriteReport(
            areas=self._count,
            fields=tuple(output.name for output in self.outputs),
            notes=self.notes + self._shortened(),
            source=f"{destination}|layername={self.name}" if self.driver == "GPKG" else str(destination),
        )

    def _write(self, path: Path, feedback: Feedback) -> None:
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = self.driver
        options.layerName = self.name
        options.fileEncoding = "UTF-8"
        options.layerOptions = list(self.options)
        writer = QgsVectorFileWriter.create(
            str(path), self.fields, self.wkb_type, self.crs, QgsCoordinateTransformContext(), options
        )
        _check_writer(writer, path)
        add_to_sink(self.features(feedback), writer)
        writer.flushBuffer()
        _check_writer(writer, path)
        del writer  # closes the file

    def _shortened(self) -> Tuple[Message, ...]:
        long = [item.name() for item in self.fields if len(item.name().encode("utf-8")) > LONGEST_NAME]
        if self.driver != SHAPEFILE or not long:
            return ()
        return (
            Message(
                mark("A Shapefile cuts field names at 10 characters: {names} came out shorter."),
                {"names": listed(long)},
            ),
        )


def driver_for(destination: Path) -> str:
    """GDAL's name of the format that a file's ending says; NeedError where it says none."""
    if not destination.stem.strip("."):
        raise NeedError(mark("“{file}” is no name for a file."), file=destination.name)
    driver = QgsVectorFileWriter.driverForExtension(destination.suffix.lstrip("."))
    if not driver:
        raise NeedError(
            mark("“{file}” has no ending that names a format. Use one such as .gpkg, .shp or .geojson."),
            file=destination.name,
        )
    return str(driver)


def _check_writer(writer: Any, path: Path) -> None:
    if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
        raise NeedError(
            mark("“{file}” could not be written: {reason}"), file=path.name, reason=writer.errorMessage()
        )
