# SPDX-License-Identifier: GPL-2.0-or-later
"""Which decimal mark a table has, found from cells that can only hold one of the two."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Iterator, Optional, Sequence, Tuple

from ..core.messages import NeedError, mark
from .cells import joined_texts, may_be_texts
from .header import Body
from .numbers import COMMA, POINT, Markers, number
from .text_column import TextColumn

_BETWEEN = "\0"


@dataclass(frozen=True)
class Evidence:
    """A cell that holds a decimal mark and is a number under that one only.

    Thousands marks alone (1.234.567) are evidence of nothing.
    """

    cell: str
    row: int
    column: str


def looks_like_number(text: str) -> bool:
    """Whether a text is a number under either decimal mark."""
    return number(text, POINT) is not None or number(text, COMMA) is not None


def find_decimal_mark(body: Body, further_missing: Sequence[str]) -> str:
    """The decimal mark of a table that says none.

    Only columns in which most non-missing cells are numbers (under either mark) are asked.

    Raises
    ------
    NeedError
        One cell can only hold a decimal comma and another only a decimal point.
    """
    comma = _evidence(body, COMMA, further_missing)
    if comma is None:
        return POINT
    point = _evidence(body, POINT, further_missing)
    if point is None:
        return COMMA
    raise NeedError(
        mark(
            "The table “{table}” ({source}) has both decimal marks: “{comma}” in row {comma_row}, column "
            "“{comma_column}”, can only hold a decimal comma, “{point}” in row {point_row}, column "
            "“{point_column}”, only a decimal point. Say which one it is with “decimal”, or correct the file."
        ),
        table=body.table_id,
        source=body.source,
        comma=comma.cell,
        comma_row=comma.row,
        comma_column=comma.column,
        point=point.cell,
        point_row=point.row,
        point_column=point.column,
    )


def _evidence(body: Body, wanted: str, further_missing: Sequence[str]) -> Optional[Evidence]:
    """The first cell that is a number under the mark `wanted` and not under the other."""
    reader = _EitherMark(further_missing)
    for name, cells in zip(body.names, body.columns):
        for position in _candidates(cells, wanted):
            if reader.only(cells[position], wanted):
                if reader.mostly_numbers(cells):
                    return Evidence(cells[position].strip(), body.row(position), name)
                break
    return None


def _candidates(cells: Sequence[Any], wanted: str) -> Iterator[int]:
    """Positions of the texts that could be evidence, found without reading any as a number."""
    if not may_be_texts(cells):
        return
    positions: Sequence[int] = range(len(cells))
    if isinstance(cells, TextColumn):
        # A plain number under the other mark is none under this one only.
        unclear = cells.plain(_other(wanted)).unclear
        positions, cells = unclear.tolist(), cells.at(unclear)
    joined = joined_texts(cells, _BETWEEN)
    if wanted in joined:
        for position, cell in zip(positions, cells):
            if isinstance(cell, str) and wanted in cell:
                yield position


def _other(sign: str) -> str:
    return POINT if sign == COMMA else COMMA


class _EitherMark:
    """Reads cells under both marks."""

    def __init__(self, further_missing: Sequence[str]) -> None:
        self._markers = {sign: Markers.of(further_missing, sign) for sign in (POINT, COMMA)}

    def only(self, text: str, wanted: str) -> bool:
        """Whether a text is a number under this mark only, and not a marker for missing."""
        value = self._value(text, wanted)
        return value is not None and self._value(text, _other(wanted)) is None

    def mostly_numbers(self, cells: Sequence[Any]) -> bool:
        """Whether more than half of the cells that are not missing are numbers under either mark."""
        numbers = others = 0
        for cell in cells:
            is_number, is_missing = self._kind(cell)
            numbers += is_number
            others += not is_number and not is_missing
        return numbers > others

    def _kind(self, cell: Any) -> Tuple[bool, bool]:
        if isinstance(cell, str):
            if self._markers[POINT].is_missing(cell):
                return False, True
            values = [number(cell, sign) for sign in (POINT, COMMA)]
            missing = any(value in self._markers[sign].numbers for value, sign in zip(values, (POINT, COMMA)))
            return not missing and any(value is not None for value in values), missing
        missing = cell is None or cell != cell  # NaN
        return isinstance(cell, (int, float)) and not missing, missing

    def _value(self, text: str, sign: str) -> Optional[float]:
        if self._markers[sign].is_missing(text):
            return None
        value = number(text, sign)
        return None if value in self._markers[sign].numbers else value
