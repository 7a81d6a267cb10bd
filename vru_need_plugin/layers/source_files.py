# SPDX-License-Identifier: GPL-2.0-or-later
"""The files that scores are made from: whatever is made of them must not take their place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Iterable, List, Optional, Tuple

from qgis.core import QgsMapLayer, QgsProject, QgsProviderRegistry, QgsVectorLayer

from ..core.messages import NeedError, mark
from ..scenario.document import Scenario
from ..scenario.sources import Source
from .open_layers import same_file

_WITH_FILES = frozenset({"ogr", "delimitedtext"})


@dataclass(frozen=True)
class SourceFile:
    """A file that scores are made from.

    Parameters
    ----------
    path
        The file.
    layer
        The layer in it; None where it has one, or which is not known.
    is_areas
        Whether it is that of the area layer.
    """

    path: Path
    layer: Optional[str] = None
    is_areas: bool = False


def layer_file(layer: QgsMapLayer, *, is_areas: bool = False) -> Tuple[SourceFile, ...]:
    """The file of an open layer; none where it is in memory, in a database, or on the web."""
    if layer.providerType() not in _WITH_FILES:
        return ()
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    path = Path(parts.get("path") or "")
    return (SourceFile(path, parts.get("layerName") or None, is_areas),) if path.is_file() else ()


def source_files(
    scenario: Scenario,
    file: Optional[Path],
    folder: Path,
    layer: Optional[QgsVectorLayer],
    project: QgsProject,
) -> Tuple[SourceFile, ...]:
    """The scenario's own file, and those of its areas and tables; on the main thread.

    Parameters
    ----------
    file, folder
        The scenario's, where it has a file; and what its paths start from.
    layer
        The area layer, where it is open.
    """
    found: List[SourceFile] = [] if file is None else [SourceFile(file)]
    if layer is not None:
        found += layer_file(layer, is_areas=True)
    sources = [(scenario.areas.source, True), *((table.source, False) for table in scenario.tables)]
    for text, is_areas in sources:
        source = Source.parse(text)
        if source.project_name is not None:
            for one in project.mapLayersByName(source.project_name):
                found += layer_file(one, is_areas=is_areas)
        elif source.file:
            found.append(SourceFile(source.resolve(folder), source.layer, is_areas))
    return tuple(found)


def check_not_source(
    destination: Path, files: Iterable[SourceFile], layer_name: Optional[str] = None
) -> None:
    """Raise NeedError where an output would take the place of one of these files.

    Parameters
    ----------
    layer_name
        The layer that is put into the destination where that is there already, which keeps its
        others; None where the whole file is replaced.
    """
    for file in files:
        if not same_file(destination, file.path):
            continue
        if layer_name is not None and file.layer is not None and not _alike(layer_name, file.layer):
            continue
        if file.is_areas:
            raise NeedError(
                mark(
                    "“{file}” is the file of the area layer itself, which the output would replace. Choose "
                    "another file, or write the scores on to the layer with “Write scores”."
                ),
                file=destination.name,
            )
        raise NeedError(
            mark(
                "“{file}” is one of the files that the scores are made from, which the output would replace. "
                "Choose another file."
            ),
            file=destination.name,
        )


def _alike(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()  # which databases do not tell apart
