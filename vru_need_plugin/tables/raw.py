# SPDX-License-Identifier: GPL-2.0-or-later
"""A table as read, before anything is made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional, Sequence


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
    """

    source: str
    columns: Sequence[Sequence[Any]]
    names: Optional[Sequence[str]] = None
    first_row: int = 1

    @property
    def row_count(self) -> int:
        """How many rows of cells, header rows included where they are among them."""
        return len(self.columns[0]) if self.columns else 0
