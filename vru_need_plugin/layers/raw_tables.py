# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables that are not text files: spreadsheets, OGR tables and layers of the project."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import QgsProject, QgsVectorLayer

from ..core.feedback import Feedback, Silent
from ..scenario.document import Table
from ..scenario.sources import Source
from ..tables.raw import RawTable
from .columns import read_columns
from .gdal_errors import all_or_nothing
from .ogr_files import choose_layer, layer_names, list_sources, open_dataset
from .ogr_tables import read_ogr_layer
from .sources import project_layer
from .spreadsheet_format import is_spreadsheet
from .spreadsheets import read_spreadsheet

__all__ = ["list_sources", "read_layer", "read_source"]


def read_source(
    table: Table, folder: Path, project: QgsProject, feedback: Optional[Feedback] = None
) -> RawTable:
    """The cells of a scenario's table.

    Parameters
    ----------
    folder
        The scenario's folder, which relative paths start from.
    project
        Where ``project:NAME`` is looked up; read on the thread that its layers live on.

    Raises NeedError where the file, the sheet or the layer is missing (naming those that exist) or cannot be
    read, and Cancelled where the user stops it.
    """
    feedback = feedback or Silent()
    source = Source.parse(table.source)
    if source.project_name is not None:
        return read_layer(project_layer(source.project_name, project), feedback)
    path = source.resolve(folder)
    if is_spreadsheet(path):
        return read_spreadsheet(path, source.layer, feedback)
    return _read_table(path, source.layer, feedback)


def read_layer(layer: QgsVectorLayer, feedback: Optional[Feedback] = None) -> RawTable:
    """A layer's attributes as QGIS shows them: unsaved edits, joins, virtual fields and filter count."""
    names = [field.name() for field in layer.fields()]
    columns = read_columns(layer, names, feedback)
    return RawTable(source=layer.name(), columns=[columns.values[name] for name in names], names=names)


def _read_table(path: Path, name: Optional[str], feedback: Feedback) -> RawTable:
    with all_or_nothing(path.name):
        dataset = open_dataset(path)
        chosen = choose_layer(path, layer_names(dataset), name)
        names, columns = read_ogr_layer(dataset, dataset.GetLayerByName(chosen), feedback)
    source = f"{path.name}, {chosen}" if dataset.GetLayerCount() > 1 else path.name
    return RawTable(source=source, columns=columns, names=names)
