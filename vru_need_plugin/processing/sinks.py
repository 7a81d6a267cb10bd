# SPDX-License-Identifier: GPL-2.0-or-later
"""Outputs: what their format asks for, made beside what is there, and taken back where not finished."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import Any, Callable, Dict, Iterable, Iterator, Optional, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFields,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProperty,
    QgsProviderConnectionException,
    QgsProviderRegistry,
    QgsVectorFileWriter,
    QgsWkbTypes,
)

from ..core.messages import Cancelled, NeedError
from ..layers.writing.half_done import NEW
from ..layers.writing.new_layer import add_to_sink
from ..layers.writing.plan import TEXT_CAPS
from ..layers.writing.replacing import final_place, put_in_place
from ..layers.writing.workshop import workshop

Parameters = Dict[str, Any]
Kind = Tuple[QgsFields, QgsWkbTypes.Type, QgsCoordinateReferenceSystem]


def fill(
    algorithm: QgsProcessingAlgorithm,
    parameters: Parameters,
    name: str,
    context: QgsProcessingContext,
    kind: Kind,
    features: Iterable[QgsFeature],
) -> str:
    """Write features to an output and return where they went.

    Parameters
    ----------
    name
        The output's parameter.
    kind
        Fields, geometry and coordinate system.

    Raises NeedError where they cannot be written, Cancelled where the user stops it; what is at the
    output already stays then.
    """
    file = plain_file(algorithm.parameterAsOutputLayer(parameters, name, context))
    with made_beside(parameters, name, file, context) as (elsewhere, finish):
        sink, destination = algorithm.parameterAsSink(elsewhere, name, context, *kind)
        if sink is None:
            raise QgsProcessingException(algorithm.invalidSinkError(parameters, name))
        failure = None
        try:
            add_to_sink(features, sink)
        except (NeedError, Cancelled) as error:
            failure = error.with_traceback(None)  # whose frames would keep the sink, and its file, open
        del sink
        if failure is not None:
            discard(destination)
            raise failure
        return finish(destination)


@contextmanager
def made_beside(
    parameters: Parameters, name: str, file: Optional[Path], context: QgsProcessingContext
) -> Iterator[Tuple[Parameters, Callable[[str], str]]]:
    """Parameters with an output in a folder beside the file that is asked for, and how it gets its place.

    What is there already is replaced once the new file is complete, or stays.

    Parameters
    ----------
    name
        The output's parameter.
    file
        Where it is to be; None for an output that is no file, which is left as it is.

    Yields the parameters, and a function to call with the finished sink's destination, its sink
    being gone, that returns where the output is in the end.
    """
    if file is None:
        yield parameters, str
        return
    file = final_place(file)
    with workshop(file) as folder:
        made = folder / NEW / file.name

        def finish(destination: str) -> str:
            put_in_place(folder, file)
            final = destination.replace(str(made), str(file), 1)
            _load_from(final, destination, context)
            return final

        yield {**parameters, name: _elsewhere(parameters[name], made)}, finish


def plain_file(destination: str) -> Optional[Path]:
    """The file that an output is to be; None for a database, memory, or no file's name."""
    path = Path(destination)
    is_plain = path.suffix and path.parent.is_dir() and "|" not in destination and "=" not in path.name
    return path if is_plain and not destination.startswith("memory:") else None


def _elsewhere(value: Any, made: Path) -> Any:
    if not isinstance(value, QgsProcessingOutputLayerDefinition):
        return str(made)
    moved = QgsProcessingOutputLayerDefinition(value)
    moved.sink = QgsProperty.fromValue(str(made))
    return moved


def _load_from(final: str, made: str, context: QgsProcessingContext) -> None:
    """Where the output is to be loaded, let it be loaded from where it is in the end."""
    layers = context.layersToLoadOnCompletion()
    if made in layers:
        context.setLayersToLoadOnCompletion(
            {final if key == made else key: details for key, details in layers.items()}
        )


def text_cap(destination: str) -> int:
    """The longest text, in bytes, that a field of the output holds; 0 where there is no limit."""
    return TEXT_CAPS.get(driver_of(destination), 0)


def driver_of(destination: str) -> str:
    """GDAL's name of the output's format; empty where no ending says it."""
    suffix = PurePath(destination).suffix.lstrip(".")
    return str(QgsVectorFileWriter.driverForExtension(suffix)) if suffix else ""


def discard(destination: str) -> None:
    """Remove an output that was begun and not finished; its sink must be gone."""
    file, _, name = destination.partition("|layername=")
    path = Path(file)
    if not path.is_file():
        return
    if path.suffix.lower() == ".shp":
        QgsVectorFileWriter.deleteShapeFile(file)
    elif not name:
        path.unlink()
    else:
        _drop_table(file, name)


def _drop_table(file: str, name: str) -> None:
    metadata = QgsProviderRegistry.instance().providerMetadata("ogr")
    try:
        metadata.createConnection(file, {}).dropVectorTable("", name)
    except QgsProviderConnectionException:
        return  # no database of ours to take it from
