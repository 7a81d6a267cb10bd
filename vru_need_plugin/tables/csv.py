# SPDX-License-Identifier: GPL-2.0-or-later
"""Read a delimited text file as cells of text."""

from __future__ import annotations

import csv
import io
from collections import Counter
from itertools import islice, zip_longest
from pathlib import Path
from typing import List, Sequence, Tuple

from ..core.feedback import SILENT, Feedback, check
from ..core.messages import NeedError, mark
from ..scenario.document import Table
from ..scenario.limits import LONGEST_CELL, MOST_CELLS, MOST_SHEET_CELLS
from ..scenario.table_size import check_cells, check_longest, check_shape
from .cell_grid import find_cells
from .delimiter import find_delimiter
from .raw import RawTable, TextForm
from .text_file import read_text

_CHUNK = 5_000
_SMALL = 100_000
"""Characters; the csv module is as quick with a text of fewer."""
_QUOTE = '"'


def read_csv(path: Path, spec: Table, feedback: Feedback = SILENT) -> RawTable:
    """Read a text file; its encoding and delimiter are found where the table does not give them.

    Parameters
    ----------
    path
        The file.
    spec
        Only ``encoding`` and ``delimiter`` are asked.
    feedback
        Asked between chunks of records whether to stop.

    Returns
    -------
    RawTable
        Cells as text, header included; short records are filled up with empty cells.

    Raises
    ------
    NeedError
        The file is missing, empty, binary, too large, in another encoding than the one given, or
        has a quotation mark that is never closed.
    Cancelled
        The user asked to stop.
    """
    path = Path(path)
    text, encoding = read_text(path, spec.encoding, spec.delimiter)
    delimiter = spec.delimiter or find_delimiter(text)
    check(feedback)
    check_cells(path.name, _separators(text, delimiter), MOST_CELLS)
    grid = find_cells(text, delimiter, path.name) if len(text) > _SMALL else None
    columns, widths = grid or _by_csv_module(path, text, delimiter, feedback)
    short, long = _ragged(widths)
    return RawTable(path.name, columns, text=TextForm(encoding, delimiter, short, long))


def _by_csv_module(
    path: Path, text: str, delimiter: str, feedback: Feedback
) -> Tuple[List[Sequence[str]], List[int]]:
    """The columns of a text that is small or oddly quoted, and how many cells each record has."""
    check_cells(path.name, _separators(text, delimiter), MOST_SHEET_CELLS)
    cells, widths = _cells(path, text, delimiter, feedback)
    _check_quotes(path, text, cells[len(cells) - widths[-1] :], len(widths))
    check_shape(path.name, len(widths), max(widths), MOST_SHEET_CELLS)
    if csv.field_size_limit() > LONGEST_CELL:  # another plugin has raised it, for all
        check_longest(path.name, max(map(len, cells), default=0))
    return _columns(cells, widths), widths


def _separators(text: str, delimiter: str) -> int:
    """About how many cells a text has, counted before a place is noted for each."""
    return text.count(delimiter) + max(text.count("\n"), text.count("\r"))


def _cells(path: Path, text: str, delimiter: str, feedback: Feedback) -> Tuple[List[str], List[int]]:
    """All cells, record after record, and how many each record has."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    cells: List[str] = []
    widths: List[int] = []
    read = -1
    try:
        while read < len(widths):
            check(feedback)
            read = len(widths)
            for record in islice(reader, _CHUNK):
                cells += record
                widths.append(len(record))
    except csv.Error as error:
        raise NeedError(
            mark(
                "The file “{file}” cannot be taken apart near line {line}: {reason}. Look for a "
                "quotation mark that is never closed."
            ),
            file=str(path),
            line=reader.line_num,
            reason=str(error),
        ) from error
    return cells, widths


def _columns(cells: List[str], widths: List[int]) -> List[Sequence[str]]:
    """The cells column by column; records that are too short are filled up."""
    widest = max(widths)
    if min(widths) == widest:
        return [cells[column::widest] for column in range(widest)]
    each = iter(cells)
    records = [list(islice(each, width)) for width in widths]
    return list(zip_longest(*records, fillvalue=""))


def _check_quotes(path: Path, text: str, last: List[str], row: int) -> None:
    """A quotation mark that is never closed swallows the rest of the file into the last record."""
    swallowed = any("\n" in cell or "\r" in cell for cell in last)
    if swallowed and text.count(_QUOTE) % 2:
        raise NeedError(
            mark(
                "The file “{file}” has a quotation mark in row {row} that is never closed: all that "
                "follows was read into one cell. Close or remove it."
            ),
            file=str(path),
            row=row,
        )


def _ragged(widths: List[int]) -> Tuple[Tuple[int, ...], Tuple[int, ...]]:
    """Records, counted from 1, with fewer and with more cells than most; blank ones are neither."""
    counts = Counter(widths)
    if len(counts) == 1:
        return (), ()
    usual = max(counts, key=lambda width: (width > 1, counts[width]))
    short = tuple(row for row, width in enumerate(widths, start=1) if 0 < width < usual)
    return short, tuple(row for row, width in enumerate(widths, start=1) if width > usual)
