# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables written for other programs: CSV that no spreadsheet runs, and XLSX workbooks."""

from __future__ import annotations

import csv
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Iterable, Iterator, Optional, Sequence

from osgeo import gdal, ogr

from ..core.feedback import SILENT, Feedback, check
from ..core.messages import NeedError, mark
from ..core.output import FieldKind
from ..core.sheet import Cell, Row, Sheet, SheetColumn
from ..scenario.whole_file import put_whole
from .gdal_errors import quiet
from .writing.half_done import NEW
from .writing.workshop import workshop

MOST_XLSX_ROWS = 1_048_575
"""The rows of a worksheet, without its heading."""
_STEP = 1_000  # rows between two looks at the feedback
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_OGR = {FieldKind.REAL: ogr.OFTReal, FieldKind.INTEGER: ogr.OFTInteger64, FieldKind.TEXT: ogr.OFTString}


def write_sheet(
    sheet: Sheet, path: Path, about: Sequence[tuple[str, str]] = (), feedback: Optional[Feedback] = None
) -> None:
    """Write a table to a file whose ending says the format; all or nothing.

    Parameters
    ----------
    path
        Ends in .csv or .xlsx; what is there is replaced.
    about
        Lines for a second sheet of a workbook, a heading and a text each. A CSV has no place for
        them: its rows carry what matters.

    Raises
    ------
    NeedError
        Another ending, more rows than a worksheet holds, or a file that cannot be written.
    Cancelled
        The user asked to stop; there is no new file.
    """
    write = _WRITERS.get(path.suffix.lower())
    if write is None:
        raise NeedError(
            mark("“{file}” has to end in .csv or .xlsx, to say what it is to be."), file=path.name
        )
    with _in_its_place(path) as beside:
        write(sheet, beside, about, feedback or SILENT)


def safe_text(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe before what would begin one."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _safe(cell: Cell) -> Cell:
    return safe_text(cell) if isinstance(cell, str) else cell


def _watched(sheet: Sheet, feedback: Feedback) -> Iterator[Row]:
    for number, row in enumerate(sheet.rows):
        if number % _STEP == 0:
            check(feedback)
            feedback.setProgress(100 * number / max(1, sheet.count))
        yield row


def _write_csv(sheet: Sheet, path: Path, _about: Iterable[tuple[str, str]], feedback: Feedback) -> None:
    # The mark at the beginning makes spreadsheets read it as UTF-8.
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([column.name for column in sheet.columns])
        writer.writerows([_safe(cell) for cell in row] for row in _watched(sheet, feedback))


def _write_xlsx(sheet: Sheet, path: Path, about: Iterable[tuple[str, str]], feedback: Feedback) -> None:
    if sheet.count > MOST_XLSX_ROWS:
        raise NeedError(
            mark("A worksheet holds {most} rows, and this table has {rows}. Export it as CSV instead."),
            most=MOST_XLSX_ROWS,
            rows=sheet.count,
        )
    with quiet():
        dataset = gdal.GetDriverByName("XLSX").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
        if dataset is None:
            raise _unwritten(path, gdal.GetLastErrorMsg())
        _fill(dataset, sheet, feedback)
        _fill(dataset, _about_sheet(about), SILENT)
        dataset.FlushCache()
        del dataset  # closes the file
    if not path.exists():
        raise _unwritten(path, gdal.GetLastErrorMsg())


def _fill(dataset: Any, sheet: Sheet, feedback: Feedback) -> None:
    layer = dataset.CreateLayer(sheet.title, None, ogr.wkbNone)
    for column in sheet.columns:
        layer.CreateField(ogr.FieldDefn(column.name, _OGR[column.kind]))
    definition = layer.GetLayerDefn()
    for row in _watched(sheet, feedback):
        feature = ogr.Feature(definition)
        for number, cell in enumerate(row):
            if cell is not None:
                feature.SetField(number, cell)
        layer.CreateFeature(feature)


def _about_sheet(lines: Iterable[tuple[str, str]]) -> Sheet:
    rows = tuple(lines)
    return Sheet("About", (SheetColumn("what"), SheetColumn("text")), rows, len(rows))


@contextmanager
def _in_its_place(path: Path) -> Iterator[Path]:
    """A file in a folder beside, put in its place when it is complete."""
    try:
        with workshop(path) as folder:
            made = folder / NEW / path.name
            yield made
            put_whole(made, path)
    except OSError as error:
        raise _unwritten(path, error.strerror or str(error)) from error


def _unwritten(path: Path, reason: str) -> NeedError:
    return NeedError(
        mark("“{file}” could not be written: {reason}. It may be open in another program."),
        file=path,
        reason=reason,
    )


_WRITERS = {".csv": _write_csv, ".xlsx": _write_xlsx}
