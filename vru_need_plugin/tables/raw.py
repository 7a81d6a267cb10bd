# SPDX-License-Identifier: GPL-2.0-or-later
"""A table as read, before anything is made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional, Sequence, Tuple


@dataclass(frozen=True)
class TextForm:
    """How a text file turned out to be written.

    Parameters
    ----------
    encoding, delimiter
        As found or given.
    short_rows, long_rows
        Records with fewer or more cells than most of the file's, named as in messages (the first
        record is 1). Short ones were filled up with empty cells, long ones kept whole.
    """

    encoding: str
    delimiter: str
    short_rows: Tuple[int, ...] = ()
    long_rows: Tuple[int, ...] = ()


@dataclass(frozen=True)
class RawTable:
    """Cells as a file or a layer gives them, column by column.

    Parameters
    ----------
    source
        The file or layer as the user knows it, for messages.
    columns
        One sequence a column, all of one length: texts, Python numbers, dates and None as read,
        or a numpy float array in which NaN is missing.
    names
        Field names where the format has them (GeoPackage, a layer of the project). None where
        the header is among the cells (CSV, a spreadsheet): the table's ``header_rows`` and
        ``skip_rows`` then say where.
    first_row
        What the first of the cells' rows is called in messages (1 for a spreadsheet's row 1).
    text
        How the text file was written; None for every other format.
    """

    source: str
    columns: Sequence[Sequence[Any]]
    names: Optional[Sequence[str]] = None
    first_row: int = 1
    text: Optional[TextForm] = None

    @property
    def row_count(self) -> int:
        """How many rows of cells, header rows included where they are among them."""
        return len(self.columns[0]) if self.columns else 0
