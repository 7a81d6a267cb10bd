# SPDX-License-Identifier: GPL-2.0-or-later
"""All columns of an OGR layer, as plain values."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any, List, Optional, Sequence, Tuple

from osgeo import ogr

from ..core.feedback import Feedback, check
from ..scenario.table_size import check_shape
from . import arrow

_DATE = re.compile(
    r"(\d{4})([/-])(\d\d)\2(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?"
)

_DATES = (ogr.OFTDate, ogr.OFTDateTime)

_ROWS_BETWEEN_CHECKS = 2000


def read_ogr_layer(dataset: Any, layer: Any, feedback: Feedback) -> Tuple[List[str], List[Sequence[Any]]]:
    """The names and cells of an OGR layer's fields.

    The feature id is a column too where the format gives it a name (a GeoPackage's ``fid``).
    Raises NeedError where there are more columns or cells than are read.

    Real numbers come as a float64 array with NaN for NULL, whatever else as a list with None.
    """
    definition = layer.GetLayerDefn()
    names = [definition.GetFieldDefn(index).GetName() for index in range(definition.GetFieldCount())]
    read = arrow.read(dataset, layer, names, feedback) if len(set(names)) == len(names) else None
    ids, columns = (read[0], [read[1][name] for name in names]) if read else _by_feature(layer, feedback)
    id_name = layer.GetFIDColumn()
    if id_name and id_name not in names:
        return [id_name, *names], [ids, *columns]
    return names, columns


def _by_feature(layer: Any, feedback: Feedback) -> Tuple[List[int], List[Sequence[Any]]]:
    definition = layer.GetLayerDefn()
    count = definition.GetFieldCount()
    ids: List[int] = []
    rows: List[List[Any]] = []
    layer.ResetReading()
    for number, feature in enumerate(layer):
        if number % _ROWS_BETWEEN_CHECKS == 0:
            check(feedback)
            check_shape(layer.GetName(), number, count)
        ids.append(feature.GetFID())
        rows.append([feature.GetField(index) for index in range(count)])
    columns: List[Any] = [list(column) for column in zip(*rows)] if rows else [[] for _ in range(count)]
    for index in range(count):
        if definition.GetFieldDefn(index).GetType() in _DATES:
            columns[index] = [as_date(cell) or cell for cell in columns[index]]
    return ids, columns


def as_date(cell: Any) -> Optional[date]:
    """A text that OGR has made of a date, as that date (a datetime unless midnight); None for any other."""
    match = _DATE.fullmatch(cell) if isinstance(cell, str) else None
    if match is None:
        return None
    year, _, month, day, hour, minute, second = match.groups()
    try:
        if hour is None or int(hour) + int(minute) + int(second or 0) == 0:
            return date(int(year), int(month), int(day))
        return datetime(int(year), int(month), int(day), int(hour), int(minute), int(second or 0))
    except ValueError:
        return None
