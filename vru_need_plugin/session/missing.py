# SPDX-License-Identifier: GPL-2.0-or-later
"""What of a scenario's sources is not where the scenario says, and where it is now."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Iterable, Mapping, Optional, Tuple

from qgis.core import QgsProject, QgsVectorLayer

from ..core.messages import NeedError
from ..layers.raw_tables import list_sources
from ..scenario.document import Scenario
from ..scenario.sources import Source
from .session import Session

AREAS = ""
"""What stands for the area layer where tables go by their ids, none of which is empty."""


class Lack(Enum):
    """What is not there."""

    FILE = "file"
    SHEET = "sheet"
    """The file is there, and has no such layer or sheet."""
    LAYER = "layer"
    """The project has no layer of the name, or several."""
    REMOVED = "removed"
    """The area layer was taken out of the project; its file is there."""


@dataclass(frozen=True)
class Missing:
    """A source that cannot be found.

    Attributes
    ----------
    part
        The table's id, or `AREAS`.
    source
        As the scenario has it.
    """

    part: str
    source: Source
    lack: Lack


def missing_sources(session: Session, project: QgsProject) -> Tuple[Missing, ...]:
    """What the open scenario cannot be scored with until it is found, areas first."""
    problems = session.problems
    wrong = {AREAS: problems.areas, **problems.tables}
    found = []
    for part, text in _sources(session.scenario).items():
        source = Source.parse(text)
        lack = _lack(source, wrong.get(part) is not None, project)
        if lack is None and part == AREAS and problems.areas is not None and session.area_layer is None:
            lack = Lack.REMOVED
        if lack is not None:
            found.append(Missing(part, source, lack))
    return tuple(found)


def _lack(source: Source, is_wrong: bool, project: QgsProject) -> Optional[Lack]:
    if source.project_name is not None:
        named = project.mapLayersByName(source.project_name)
        return None if sum(isinstance(layer, QgsVectorLayer) for layer in named) == 1 else Lack.LAYER
    path = source.resolve(Path("/"))
    if not path.exists():
        return Lack.FILE
    return Lack.SHEET if is_wrong and source.layer and source.layer not in sheets_of(path) else None


def sheets_of(path: Path) -> Tuple[str, ...]:
    """The layers or sheets of a file; none where it has no such parts, or cannot be read."""
    try:
        return tuple(list_sources(path))
    except NeedError:
        return ()


def in_file(path: Path, layer: Optional[str]) -> str:
    """A file, or a layer or sheet of it, as an open scenario writes it."""
    return f"{path}|layername={layer}" if layer else str(path)


def beside(found: Missing, path: Path, others: Iterable[Missing]) -> Mapping[str, str]:
    """The other missing files that lie to the found one as they did before, by part.

    Parameters
    ----------
    found, path
        A missing source, and the file that the user says it is.
    others
        What else is missing.
    """
    if found.lack is not Lack.FILE:
        return {}
    before = found.source.resolve(Path("/")).parent
    sources = {}
    for other in others:
        if other.part == found.part or other.lack is not Lack.FILE:
            continue
        was = other.source.resolve(Path("/"))
        now = Path(os.path.normpath(path.parent / os.path.relpath(was, before)))
        if now.is_file():
            sources[other.part] = in_file(now, other.source.layer)
    return sources


def relinked(scenario: Scenario, sources: Mapping[str, str]) -> Scenario:
    """The scenario with other sources for some of its parts."""
    areas = scenario.areas
    return replace(
        scenario,
        areas=replace(areas, source=sources.get(AREAS, areas.source)),
        tables=tuple(replace(t, source=sources.get(t.id, t.source)) for t in scenario.tables),
    )


def _sources(scenario: Scenario) -> Mapping[str, str]:
    areas = {AREAS: scenario.areas.source} if scenario.areas.source else {}
    return {**areas, **{table.id: table.source for table in scenario.tables}}
