# SPDX-License-Identifier: GPL-2.0-or-later
"""A table to be written to a file, as plain data: its rows are made while they are written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, Tuple, Union

from .output import FieldKind

Cell = Union[str, int, float, None]
"""Plain Python values; None is an empty cell."""
Row = Tuple[Cell, ...]


@dataclass(frozen=True)
class SheetColumn:
    """A column's name and what its cells are."""

    name: str
    kind: FieldKind = FieldKind.TEXT


@dataclass(frozen=True)
class Sheet:
    """A table to write.

    Attributes
    ----------
    title
        What a workbook calls it.
    columns
        In order.
    rows
        Read once; each as long as `columns`.
    count
        How many rows there will be.
    """

    title: str
    columns: Tuple[SheetColumn, ...]
    rows: Iterable[Row]
    count: int
