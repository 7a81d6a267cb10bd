# SPDX-License-Identifier: GPL-2.0-or-later
"""Which files the scores of a scenario are made from, and their checksums."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, Iterator, List, Optional, Tuple

from qgis.core import QgsProject, QgsVectorLayer

from ..core.feedback import Feedback, check
from ..core.messages import Message, NeedError, mark
from ..layers.source_files import layer_file
from ..layers.sources import project_layer
from ..report.subject import InputFile
from ..scenario.document import Scenario
from ..scenario.sources import Source
from ..scoring.load import used_tables

_AREAS = ""
_CHUNK = 1 << 20
_BESIDE = {
    ".shp": (".shx", ".dbf", ".prj", ".cpg"),
    ".tab": (".dat", ".map", ".id", ".ind"),
    ".mif": (".mid",),
}
"""Formats that are several files."""


@dataclass(frozen=True)
class Origin:
    """A layer that was open already: where its data are, and whether they are what is scored.

    Parameters
    ----------
    name
        The layer's name.
    path
        Its file; None for a layer in memory or in a database.
    edited
        Whether it had unsaved edits.
    filtered
        Whether a filter left part of it out.
    """

    name: str
    path: Optional[Path]
    edited: bool
    filtered: bool


Origins = Dict[str, Origin]
"""The open layers by table id; the area layer under a blank."""


def open_origins(scenario: Scenario, layer: Optional[QgsVectorLayer], project: QgsProject) -> Origins:
    """The layers of the project that a scenario is scored on; on the main thread.

    Parameters
    ----------
    layer
        The area layer given in place of the scenario's.
    """
    found: Origins = {}
    area_name = Source.parse(scenario.areas.source).project_name
    if layer is not None or area_name is not None:
        found[_AREAS] = _origin(layer if layer is not None else project_layer(area_name, project))
    for table in used_tables(scenario):
        name = Source.parse(table.source).project_name
        if name is not None:
            found[table.id] = _origin(project_layer(name, project))
    return found


def _origin(layer: QgsVectorLayer) -> Origin:
    files = layer_file(layer)
    return Origin(
        layer.name(),
        files[0].path if files else None,
        layer.isModified(),
        bool(layer.subsetString()),
    )


def remarks(origins: Origins) -> Tuple[Message, ...]:
    """What a checksum does not say of layers that were open."""
    told: List[Message] = []
    if _AREAS in origins:
        told.append(
            Message(
                mark("The areas were those of the open layer “{layer}”."), {"layer": origins[_AREAS].name}
            )
        )
    for origin in origins.values():
        if origin.edited:
            told.append(
                Message(
                    mark("The layer “{layer}” had edits that were not saved; they are part of these scores."),
                    {"layer": origin.name},
                )
            )
        if origin.filtered:
            told.append(
                Message(
                    mark("The layer “{layer}” had a filter; what it left out is no part of these scores."),
                    {"layer": origin.name},
                )
            )
    return tuple(told)


def input_files(
    path: Path, scenario: Scenario, origins: Origins, feedback: Feedback
) -> Tuple[InputFile, ...]:
    """The scenario's file, the areas' and those of the tables in use, with their checksums.

    Parameters
    ----------
    path
        The scenario's file.
    origins
        As `open_origins` found them.

    Raises
    ------
    NeedError
        A file cannot be read.
    Cancelled
        The user asked to stop.
    """
    found = [_checked(Message(mark("scenario")), path, feedback)]
    found += _source(
        Message(mark("areas")), scenario.areas.source, path.parent, origins.get(_AREAS), feedback
    )
    for table in used_tables(scenario):
        role = Message(mark("table {table}"), {"table": table.id})
        found += _source(role, table.source, path.parent, origins.get(table.id), feedback)
    return tuple(found)


def _source(
    role: Message, source: str, folder: Path, origin: Optional[Origin], feedback: Feedback
) -> Iterator[InputFile]:
    if origin is not None and origin.path is None:
        yield InputFile(role, origin.name)
        return
    parsed = Source.parse(source)
    file = origin.path if origin is not None and origin.path is not None else parsed.resolve(folder)
    if not file.is_file():
        return  # its reader says what is wrong, and what to do
    yield _checked(role, file, feedback)
    for suffix in _BESIDE.get(file.suffix.lower(), ()):
        for beside in (file.with_suffix(suffix), file.with_suffix(suffix.upper())):
            if beside.is_file():
                yield _checked(role, beside, feedback)
                break


def _checked(role: Message, path: Path, feedback: Feedback) -> InputFile:
    digest, size = hashlib.sha256(), 0
    try:
        with open(path, "rb") as file:
            while chunk := file.read(_CHUNK):
                check(feedback)
                digest.update(chunk)
                size += len(chunk)
    except OSError as error:
        raise NeedError(
            mark("“{file}” cannot be read: {reason}."), file=str(path), reason=error.strerror or str(error)
        ) from error
    return InputFile(role, path.name, digest.hexdigest(), size)
