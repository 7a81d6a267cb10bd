# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of a Shapefile (dBASE III and its kin): columns put in and taken out, all else byte for byte."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Collection, Dict, List, Mapping, Sequence, Tuple

import numpy as np

from ...core.messages import NeedError, mark

_DESCRIPTOR = 32
_HEADER_END = 0x0D
_MOST_BYTES = 65_535

MOST_FIELDS = 255
"""So many fields every program takes."""


@dataclass(frozen=True)
class Column:
    """A column of the table.

    Parameters
    ----------
    descriptor
        The 32 bytes that describe it.
    """

    descriptor: bytes

    @property
    def name(self) -> bytes:
        """Its name as stored, without encoding."""
        return self.descriptor[:11].partition(b"\0")[0].rstrip()

    @property
    def width(self) -> int:
        """How many bytes it takes in a record; those of a long text are in two bytes."""
        low, high = self.descriptor[16], self.descriptor[17]
        return low + 256 * high if self.descriptor[11:12] == b"C" else low


def new_column(name: str, kind: str, width: int, decimals: int = 0) -> Column:
    """A column to add; `kind` is N or C."""
    stored = name.encode("ascii").ljust(11, b"\0")
    return Column(struct.pack("<11sc4xBB14x", stored, kind.encode("ascii"), width, decimals))


@dataclass(frozen=True)
class Dbf:
    """A table as it is on the disk.

    Parameters
    ----------
    head
        The first 32 bytes.
    columns
        In order.
    extra
        What stands between the descriptions of the columns and the records, the end mark first.
    records
        uint8, one row a record, the deletion mark first.
    tail
        What follows the records.
    """

    head: bytes
    columns: Tuple[Column, ...]
    extra: bytes
    records: Any
    tail: bytes

    def cells(self) -> Dict[bytes, Any]:
        """Each column's bytes, one row a record, by name."""
        found, start = {}, 1
        for column in self.columns:
            found[column.name] = self.records[:, start : start + column.width]
            start += column.width
        return found

    @property
    def deleted(self) -> Any:
        """Which records are marked as deleted."""
        return self.records[:, 0] == ord("*")

    @property
    def language(self) -> int:
        """The language driver, which stands for an encoding."""
        return self.head[29]


def read_dbf(path: Path) -> Dbf:
    """Read a table.

    Raises NeedError where it is damaged, or of a kind that is built otherwise; OSError where the
    file cannot be read.
    """
    data = path.read_bytes()
    if len(data) < _DESCRIPTOR + 1 or (data[0] & 0x07 != 3 and data[0] not in (0x30, 0x31, 0x32)):
        raise _damaged(path)
    count, start, length = struct.unpack_from("<IHH", data, 4)
    if len(data) < start:
        raise _damaged(path)
    columns: List[Column] = []
    place = _DESCRIPTOR
    while place + _DESCRIPTOR <= start and data[place] != _HEADER_END:
        columns.append(Column(data[place : place + _DESCRIPTOR]))
        place += _DESCRIPTOR
    end = start + count * length
    if not columns or 1 + sum(column.width for column in columns) != length or len(data) < end:
        raise _damaged(path)
    records = np.frombuffer(data, np.uint8, count * length, start).reshape(count, length)
    return Dbf(data[:_DESCRIPTOR], tuple(columns), data[place:start], records, data[end:])


def with_columns(table: Dbf, put: Mapping[Column, Any], without: Collection[bytes]) -> Dbf:
    """The table with columns put in (in the place of one of the same name, or last) and taken out.

    Parameters
    ----------
    put
        Each column's bytes: uint8, one row a record, as wide as the column.
    without
        Names.

    Raises NeedError where a record would become longer than the format allows.
    """
    by_name = {column.name: column for column in put}
    old = table.cells()
    kept = [by_name.get(column.name, column) for column in table.columns if column.name not in without]
    columns = kept + [column for column in put if column.name not in old]
    parts = [table.records[:, :1], *(put[c] if c in put else old[c.name] for c in columns)]
    length = 1 + sum(column.width for column in columns)
    if max(length, _DESCRIPTOR * (len(columns) + 1) + len(table.extra)) > _MOST_BYTES:
        raise NeedError(mark("A Shapefile has no room for so many fields: {count}."), count=len(columns))
    return Dbf(table.head, _placed(columns), table.extra, np.hstack(parts), table.tail)


def _placed(columns: Sequence[Column]) -> Tuple[Column, ...]:
    """The columns, those that say where in the record they begin set right."""
    start, placed = 1, []
    for column in columns:
        said = column.descriptor
        if said[12:16] != b"\0\0\0\0":
            said = said[:12] + struct.pack("<I", start) + said[16:]
        placed.append(Column(said))
        start += column.width
    return tuple(placed)


def to_bytes(table: Dbf, today: date) -> Tuple[bytes, ...]:
    """The file in pieces, to be written one after the other."""
    count, length = table.records.shape
    start = _DESCRIPTOR * (len(table.columns) + 1) + len(table.extra)
    changed = bytes((today.year - 1900, today.month, today.day))
    head = table.head[:1] + changed + struct.pack("<IHH", count, start, length) + table.head[12:]
    descriptors = b"".join(column.descriptor for column in table.columns)
    return head, descriptors, table.extra, np.ascontiguousarray(table.records).tobytes(), table.tail


def _damaged(path: Path) -> NeedError:
    return NeedError(
        mark(
            "The table of the Shapefile, “{file}”, is damaged or of a kind that is not known here. Write the "
            "scores to a new layer instead. Nothing was written."
        ),
        file=path.name,
    )
