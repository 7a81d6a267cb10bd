# SPDX-License-Identifier: GPL-2.0-or-later
"""What an algorithm works on: the scenario, and a snapshot of the layers of the project.

Layers of the project belong to the main thread. They are read there, before the work begins; files
are read where the work is done.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Dict, Mapping, Optional, Tuple, Union

from qgis.core import QgsProject, QgsVectorLayer

from ..core.areas import AreaTable
from ..core.feedback import Feedback
from ..core.messages import NeedError, mark
from ..layers.areas import read_areas
from ..layers.raw_tables import read_source
from ..layers.source_files import SourceFile, source_files
from ..layers.sources import open_layer
from ..layers.writing.source import FrozenLayer
from ..scenario import codec
from ..scenario.document import Areas, Scenario, Table
from ..scenario.servers import check_servers
from ..scenario.sources import Source
from ..scoring.load import ReadSource, load_tables, used_tables
from ..tables.raw import RawTable


class AreaSnapshot(FrozenLayer):
    """An area layer as it was when the work began, to be read on any thread like a QgsFeatureSource.

    Parameters
    ----------
    layer
        The layer, on its own thread.
    spec
        Which of its fields are the areas' codes, names and parents.

    Attributes
    ----------
    areas
        The areas, read and checked.

    Raises
    ------
    NeedError
        As `read_areas`.
    """

    def __init__(self, layer: QgsVectorLayer, spec: Areas, feedback: Optional[Feedback] = None) -> None:
        super().__init__(layer)
        self.areas: AreaTable = read_areas(layer, spec, feedback)


@dataclass(frozen=True)
class Inputs:
    """A scenario and what of it had to be read on the main thread.

    Parameters
    ----------
    scenario
        The document; its sources are relative to `folder`.
    folder
        The folder that the scenario's file is in.
    project
        The open project.
    snapshot
        The area layer, where it is a layer of the project or given as an input; None for a file.
    project_tables
        The tables that are layers of the project, by id; in place of one that is not fit for use,
        the error that says so.
    files
        The scenario's own file, and those that its areas and tables are in.
    """

    scenario: Scenario
    folder: Path
    project: QgsProject
    snapshot: Optional[AreaSnapshot] = None
    project_tables: Mapping[str, Union[RawTable, NeedError]] = field(default_factory=dict)
    files: Tuple[SourceFile, ...] = ()


def take_inputs(
    path: Path, layer: Optional[QgsVectorLayer], project: QgsProject, every_table: bool = False
) -> Inputs:
    """Read the scenario, and the layers of the project that it names; on the main thread.

    Parameters
    ----------
    path
        The scenario's file.
    layer
        A layer to score in place of the scenario's; None for the scenario's own.
    project
        Where ``project:NAME`` is looked up.
    every_table
        Read the tables that no measure in use needs, too.

    Raises
    ------
    NeedError
        The scenario cannot be read, leads to another computer or names no area layer, or the area
        layer is one of the project and not fit for use.
    """
    scenario = codec.load(path)
    check_servers(scenario, path.parent)
    inputs = Inputs(scenario, path.parent, project)
    if layer is None and not scenario.areas.source.strip():
        raise NeedError(
            mark(
                "The scenario “{file}” names no area layer (“areas.source” is blank). Name one there, or "
                "give a layer of areas in its place."
            ),
            file=path.name,
        )
    if layer is None and Source.parse(scenario.areas.source).project_name is not None:
        layer = open_layer(scenario.areas.source, inputs.folder, project)
    return replace(
        inputs,
        snapshot=None if layer is None else AreaSnapshot(layer, scenario.areas),
        project_tables={
            table.id: _project_table(table, inputs.folder, project)
            for table in (scenario.tables if every_table else used_tables(scenario))
            if Source.parse(table.source).project_name is not None
        },
        files=source_files(scenario, path, path.parent, layer, project),
    )


def area_snapshot(inputs: Inputs, feedback: Feedback) -> AreaSnapshot:
    """The area layer, read now where it is a file."""
    if inputs.snapshot is not None:
        return inputs.snapshot
    layer = open_layer(inputs.scenario.areas.source, inputs.folder, inputs.project)
    return AreaSnapshot(layer, inputs.scenario.areas, feedback)


def table_reader(inputs: Inputs) -> ReadSource:
    """The reader for tables that are no text files; layers of the project were read before."""

    def read(table: Table, folder: Path) -> RawTable:
        known = inputs.project_tables.get(table.id)
        if isinstance(known, NeedError):
            raise known
        return known if known is not None else read_source(table, folder, inputs.project)

    return read


def _project_table(table: Table, folder: Path, project: QgsProject) -> Union[RawTable, NeedError]:
    try:
        return read_source(table, folder, project)
    except NeedError as error:
        return error.with_traceback(None)  # whose frames would keep the layer


def read_tables(inputs: Inputs, feedback: Feedback) -> Dict[str, RawTable]:
    """The cells of the tables that measures in use need."""
    return load_tables(used_tables(inputs.scenario), inputs.folder, table_reader(inputs), feedback)
