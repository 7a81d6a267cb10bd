# SPDX-License-Identifier: GPL-2.0-or-later
"""Read a delimited text file as cells of text."""

from __future__ import annotations

import csv
import io
from collections import Counter
from itertools import islice, zip_longest
from pathlib import Path
from typing import List, Optional, Tuple

from ..core.feedback import Feedback, Silent, check
from ..core.messages import NeedError, mark
from ..scenario.document import Table
from .delimiter import find_delimiter
from .raw import RawTable, TextForm
from .text_file import read_text

_CHUNK = 5_000
_QUOTE = '"'


def read_csv(path: Path, spec: Table, feedback: Optional[Feedback] = None) -> RawTable:
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
        The file is missing, empty, binary, in another encoding than the one given, or has a
        quotation mark that is never closed.
    Cancelled
        The user asked to stop.
    """
    path = Path(path)
    text, encoding = read_text(path, spec.encoding)
    delimiter = spec.delimiter or find_delimiter(text)
    records = _records(path, text, delimiter, feedback or Silent())
    _check_quotes(path, text, records)
    short, long = _ragged(records)
    return RawTable(
        source=path.name,
        columns=tuple(zip_longest(*records, fillvalue="")),
        text=TextForm(encoding, delimiter, short, long),
    )


def _records(path: Path, text: str, delimiter: str, feedback: Feedback) -> List[List[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    records: List[List[str]] = []
    while True:
        check(feedback)
        try:
            chunk = list(islice(reader, _CHUNK))
        except csv.Error as error:
            raise NeedError(
                mark(
                    "The file “{file}” cannot be taken apart near line {line}: {reason}. Look for a "
                    "quotation "
                    "mark that is never closed."
                ),
                file=str(path),
                line=reader.line_num,
                reason=str(error),
            ) from error
        if not chunk:
            return records
        records.extend(chunk)


def _check_quotes(path: Path, text: str, records: List[List[str]]) -> None:
    """A quotation mark that is never closed swallows the rest of the file into the last record."""
    swallowed = any("\n" in cell or "\r" in cell for cell in records[-1])
    if swallowed and text.count(_QUOTE) % 2:
        raise NeedError(
            mark(
                "The file “{file}” has a quotation mark in row {row} that is never closed: all that "
                "follows was "
                "read into one cell. Close or remove it."
            ),
            file=str(path),
            row=len(records),
        )


def _ragged(records: List[List[str]]) -> Tuple[Tuple[int, ...], Tuple[int, ...]]:
    """Records, counted from 1, with fewer and with more cells than most; blank ones are neither."""
    widths = Counter(map(len, records))
    if len(widths) == 1:
        return (), ()
    widths.pop(0, None)
    usual = widths.most_common(1)[0][0]
    short = tuple(row for row, record in enumerate(records, start=1) if 0 < len(record) < usual)
    return short, tuple(row for row, record in enumerate(records, start=1) if len(record) > usual)
