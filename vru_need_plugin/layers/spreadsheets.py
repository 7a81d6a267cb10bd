# SPDX-License-Identifier: GPL-2.0-or-later
"""Sheets of a spreadsheet as raw rows of cells, header rows included."""

from __future__ import annotations

import re
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Iterator, List, Optional, Sequence

from osgeo import gdal

from ..core.feedback import Feedback
from ..tables.raw import RawTable
from .gdal_errors import all_or_nothing
from .ogr_files import choose_layer, layer_names, open_dataset
from .ogr_tables import as_date, read_ogr_layer

# Which row is a header is for the scenario to say, not for the driver to guess.
_SETTINGS = {"OGR_XLSX_HEADERS": "DISABLE", "OGR_ODS_HEADERS": "DISABLE", "OGR_XLS_HEADERS": "DISABLE"}

# A header cell makes OGR give the numbers under it as text, as the file spells them. This is how
# spreadsheets spell numbers and people do not: no blanks, no leading zeros (a code such as 01001),
# no trailing ones, an exponent with its sign (so that a code such as 12E4 stays one). The ODS files that
# QGIS exports have sixteen decimals throughout: 2014.0000000000000000.
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,307})(?:\.0|\.\d*[1-9]|\.\d{16})?(?:[eE][+-]\d{1,3})?")

# A cell typed as text with a decimal comma: its neighbours' full stops may be thousands marks.
_DECIMAL_COMMA = re.compile(r"-?(?:0|\d+),(?:\d{1,2}|\d{4,})|-?0,\d+")


def read_spreadsheet(path: Path, sheet: Optional[str], feedback: Feedback) -> RawTable:
    """A sheet's cells from its first row on; the first sheet where `sheet` is None.

    Numbers come as numbers, dates as dates, empty cells as None.

    Raises NeedError where the file is missing or no spreadsheet, or has no such sheet.
    """
    with _raw_rows(), all_or_nothing(path.name):
        dataset = open_dataset(path)
        name = choose_layer(path, layer_names(dataset), sheet, first=True)
        _, columns = read_ogr_layer(dataset, dataset.GetLayerByName(name), feedback)
    source = f"{path.name}, {name}" if dataset.GetLayerCount() > 1 else path.name
    return RawTable(source=source, columns=[as_cells(column) for column in columns])


def as_cells(column: Sequence[Any]) -> List[Any]:
    """A column as OGR gives it, its numbers and dates made numbers and dates again."""
    cells = [None if cell != cell else cell for cell in column]
    texts = [cell for cell in cells if isinstance(cell, str)]
    if not texts or any(_DECIMAL_COMMA.fullmatch(text) for text in texts if "," in text):
        return cells
    return [_as_cell(cell) if isinstance(cell, str) else cell for cell in cells]


def _as_cell(text: str) -> Any:
    if _NUMBER.fullmatch(text):
        return int(text) if text.lstrip("-").isdigit() else float(text)
    return as_date(text) or text


@contextmanager
def _raw_rows() -> Iterator[None]:
    """Turn OGR's search for headers off, for this thread only."""
    before = {key: gdal.GetThreadLocalConfigOption(key) for key in _SETTINGS}
    for key, value in _SETTINGS.items():
        gdal.SetThreadLocalConfigOption(key, value)
    try:
        yield
    finally:
        for key, value in before.items():
            gdal.SetThreadLocalConfigOption(key, value)
