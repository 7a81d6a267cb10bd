# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether a table is of a size that is read."""

from __future__ import annotations

from ..core.messages import NeedError, mark
from .limits import LONGEST_CELL, MOST_CELLS, MOST_COLUMNS


def check_shape(source: str, rows: int, columns: int, most_cells: int = MOST_CELLS) -> None:
    """Raise NeedError for a table of too many columns or cells; every row counts as long as the longest.

    Parameters
    ----------
    source
        The file or layer, for the message.
    """
    check_columns(source, columns)
    check_cells(source, rows * columns, most_cells)


def check_columns(source: str, columns: int, most: int = MOST_COLUMNS) -> None:
    """Raise NeedError for a table of too many columns."""
    if columns > most:
        raise NeedError(
            mark(
                "“{file}” has {count} columns; at most {most} are read. Keep the columns that are "
                "needed, or look for a row that is far longer than the others."
            ),
            file=source,
            count=f"{columns:,}",
            most=f"{most:,}",
        )


def check_cells(source: str, cells: int, most: int) -> None:
    """Raise NeedError for a table of too many cells."""
    if cells > most:
        raise NeedError(
            mark(
                "“{file}” has {count} cells or more, every row counted as long as the longest; at most "
                "{most} are read. Keep the columns and rows that are needed."
            ),
            file=source,
            count=f"{cells:,}",
            most=f"{most:,}",
        )


def check_longest(source: str, longest: int) -> None:
    """Raise NeedError where the longest cell has too many characters."""
    if longest > LONGEST_CELL:
        raise NeedError(
            mark(
                "“{file}” has a cell of {count} characters; at most {most} are read. It may be damaged, or "
                "a quotation mark is never closed."
            ),
            file=source,
            count=f"{longest:,}",
            most=f"{LONGEST_CELL:,}",
        )
