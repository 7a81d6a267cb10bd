# SPDX-License-Identifier: GPL-2.0-or-later
"""A table's columns as numbers, read when first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, Protocol, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray

from ..core.messages import NeedError, mark
from .cells import cell_text
from .header import Body
from .numbers import Markers, Parsed, parse

FloatArray = NDArray[np.float64]


@dataclass(frozen=True)
class NotNumbers:
    """The cells of a column that were neither numbers nor missing: how many, and the first."""

    column: str
    count: int
    example: str
    row: int


class Columns(Protocol):
    """Columns with one value a key."""

    @property
    def names(self) -> Tuple[str, ...]:
        """What the columns are called."""

    @property
    def not_numbers(self) -> Sequence[NotNumbers]:
        """What was found in the columns read so far."""

    def values(self, name: str) -> FloatArray:
        """Shape (keys,): NaN where missing."""


class NumberCells:
    """Reads columns of a table's body as numbers and keeps what was no number.

    Parameters
    ----------
    body
        The table below its header.
    used
        Shape (rows,): which of its rows count.
    decimal
        The decimal mark.
    further_missing
        The table's own markers for missing.
    """

    def __init__(
        self, body: Body, used: NDArray[np.bool_], decimal: str, further_missing: Sequence[str]
    ) -> None:
        self._body = body
        self._used = used
        self._decimal = decimal
        self._markers = Markers.of(further_missing, decimal)
        self._read: Dict[str, FloatArray] = {}
        self._odd: Dict[str, NotNumbers] = {}

    @property
    def not_numbers(self) -> Tuple[NotNumbers, ...]:
        """What was found in the columns read so far, in the order of reading."""
        return tuple(self._odd.values())

    def values(self, name: str) -> FloatArray:
        """The column's cells as numbers, shape (rows,), NaN where missing.

        Raises
        ------
        NeedError
            No such column, or a column of text: it has cells, and no number among them.
        """
        if name not in self._read:
            cells = self._body.cells(name)
            parsed = parse(cells, self._decimal, self._markers)
            self._note(name, cells, parsed)
            self._read[name] = parsed.values
        return self._read[name]

    def _note(self, name: str, cells: Sequence[Any], parsed: Parsed) -> None:
        odd = [position for position in parsed.odd if self._used[position]]
        if not odd:
            return
        found = NotNumbers(name, len(odd), cell_text(cells[odd[0]]), self._body.row(odd[0]))
        if not bool(np.isfinite(parsed.values[self._used]).any()):
            raise NeedError(
                mark(
                    "The column “{column}” of the table “{table}” ({source}) is text: none of its cells is a "
                    "number. Row {row} has “{example}”."
                ),
                column=name,
                table=self._body.table_id,
                source=self._body.source,
                row=found.row,
                example=found.example,
            )
        self._odd[name] = found


class PlainColumns:
    """The columns of a table that has one row a key; of repeated keys the first row counts.

    Parameters
    ----------
    body
        The table below its header.
    rows
        Shape (keys,): where each key's row is.
    decimal, further_missing
        As for `NumberCells`.
    """

    def __init__(
        self, body: Body, rows: NDArray[np.int32], decimal: str, further_missing: Sequence[str]
    ) -> None:
        self.names = body.names
        used = np.zeros(body.row_count, dtype=bool)
        used[rows] = True
        self._rows = None if bool(used.all()) else rows
        self._cells = NumberCells(body, used, decimal, further_missing)

    @property
    def not_numbers(self) -> Tuple[NotNumbers, ...]:
        """What was found in the columns read so far."""
        return self._cells.not_numbers

    def values(self, name: str) -> FloatArray:
        """Shape (keys,): NaN where missing; not copied where every row counts."""
        values = self._cells.values(name)
        return values if self._rows is None else values[self._rows]
