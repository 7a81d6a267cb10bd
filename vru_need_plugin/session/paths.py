# SPDX-License-Identifier: GPL-2.0-or-later
"""Sources of an open scenario are absolute; those of a file are relative to it.

An open document can so be saved anywhere, and undone after that, without pointing elsewhere.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Callable

from ..scenario import codec
from ..scenario.document import Scenario
from ..scenario.sources import Source


def load(path: Path) -> Scenario:
    """The scenario of a file, as it is kept while open.

    Raises
    ------
    NeedError
        The file cannot be read as a scenario.
    """
    return absolute(codec.load(path), path.parent)


def absolute(scenario: Scenario, folder: Path) -> Scenario:
    """The scenario read from a file in `folder`, as it is kept while open."""
    return with_sources(scenario, lambda text: absolute_source(text, folder))


def relative(scenario: Scenario, folder: Path) -> Scenario:
    """The open scenario as a file in `folder` writes it."""
    return with_sources(scenario, lambda text: Source.parse(text).relative_to(folder))


def absolute_source(text: str, folder: Path) -> str:
    """A source with its file's absolute path; a layer of the project, or nothing, as it is."""
    source = Source.parse(text)
    if not source.file:
        return text
    layer = f"|layername={source.layer}" if source.layer else ""
    return f"{source.resolve(folder)}{layer}"


def short_name(text: str) -> str:
    """A source as people call it: the file's name (and the sheet), or the layer's."""
    source = Source.parse(text)
    if source.project_name is not None:
        return source.project_name
    name = Path(source.file or "").name
    return f"{name} ({source.layer})" if source.layer and Path(name).stem != source.layer else name


def with_sources(scenario: Scenario, moved: Callable[[str], str]) -> Scenario:
    """The scenario with every source that it names put through `moved`."""
    areas = scenario.areas
    return replace(
        scenario,
        areas=replace(areas, source=moved(areas.source)) if areas.source else areas,
        tables=tuple(replace(table, source=moved(table.source)) for table in scenario.tables),
    )
