# SPDX-License-Identifier: GPL-2.0-or-later
"""Need values as the cells of a Shapefile's table."""

from __future__ import annotations

import codecs
from decimal import Decimal
from pathlib import Path
from typing import Any, Dict, Optional

import numpy as np

from ...core.messages import NeedError, mark
from ...core.output import FieldKind, OutputField
from ..fields import Cell
from .dbf import Column, new_column

TEXT_WIDTH = 254
# As GDAL makes them, so that a layer has the same fields by whatever way they came.
_REAL_WIDTH, _REAL_DECIMALS = 24, 15
_INTEGER_WIDTH = 9

# What a record's number says of the encoding, as far as it is in use; anything else is asked of GDAL.
_LANGUAGES = {
    0x01: "cp437", 0x02: "cp850", 0x03: "cp1252", 0x57: "cp1252", 0x58: "cp1252", 0x59: "cp1252",
    0x64: "cp852", 0x65: "cp866",
    0xC8: "cp1250", 0xC9: "cp1251", 0xCA: "cp1254", 0xCB: "cp1253", 0xCC: "cp1257",
}  # fmt: skip


def column_for(output: OutputField) -> Column:
    """The column that a need field gets."""
    if output.kind is FieldKind.TEXT:
        return new_column(output.name, "C", TEXT_WIDTH)
    if output.kind is FieldKind.REAL:
        return new_column(output.name, "N", _REAL_WIDTH, _REAL_DECIMALS)
    return new_column(output.name, "N", _INTEGER_WIDTH)


def cells_for(
    output: OutputField, column: Column, rows: Any, count: int, before: Any, encoding: Optional[str]
) -> Any:
    """The column's bytes: uint8, one row a record.

    Parameters
    ----------
    rows
        The record of each value.
    count
        How many records there are.
    before
        The bytes that the records have that get no value; None for NULL.
    encoding
        Python's name for that of the texts; None where it is not known.
    """
    width = column.width
    null = _null(output.kind, width)
    made = np.empty((count, width), np.uint8)
    made[:] = np.frombuffer(null, np.uint8)
    if before is not None and before.shape == made.shape:
        made[:] = before
    stored: Dict[Cell, bytes] = {
        value: null if value is None else _stored(output, value, width, encoding)
        for value in set(output.values)
    }
    texts = b"".join([stored[value] for value in output.values])
    made[rows] = np.frombuffer(texts, np.uint8).reshape(len(output.values), width)
    return made


def _null(kind: FieldKind, width: int) -> bytes:
    """NULL as the format has it: a number of asterisks, an empty text."""
    return (b" " if kind is FieldKind.TEXT else b"*") * width


def missing(column: Column) -> Any:
    """The bytes of a cell that holds nothing: uint8, as wide as the column."""
    kind = FieldKind.TEXT if column.descriptor[11:12] == b"C" else FieldKind.REAL
    return np.frombuffer(_null(kind, column.width), np.uint8)


def is_missing(column: Column, cells: Any) -> Any:
    """Which cells hold nothing: blanks, and for a number asterisks too."""
    nothing = (cells == ord(" ")) | (cells == 0)
    if column.descriptor[11:12] != b"C":
        nothing |= cells == ord("*")
    return nothing.all(axis=1)


def _stored(output: OutputField, value: Any, width: int, encoding: Optional[str]) -> bytes:
    if output.kind is FieldKind.TEXT:
        return _encoded(str(value), output.name, encoding).ljust(width)
    text = _plain(value) if output.kind is FieldKind.REAL else str(value)
    if len(text) > width:
        raise NeedError(
            mark("“{field}”: {value} is too long for a Shapefile. Nothing was written."),
            field=output.name,
            value=value,
        )
    return text.rjust(width).encode("ascii")


def _plain(value: float) -> str:
    """The shortest text that is read back as just this number, without an exponent."""
    text = repr(value)
    return format(Decimal(text), "f") if "e" in text else text


def _encoded(text: str, field: str, encoding: Optional[str]) -> bytes:
    try:
        return text.encode(encoding or "ascii")
    except UnicodeEncodeError as error:
        raise NeedError(
            mark(
                "“{field}”: “{text}” cannot be written in the encoding of this Shapefile ({encoding}). Write "
                "the scores to a new layer instead. Nothing was written."
            ),
            field=field,
            text=text,
            encoding=encoding or "?",
        ) from error


def encoding_of(code_page: Path, language: int) -> Optional[str]:
    """Python's name for the encoding of a Shapefile's texts; None where nothing says it.

    Parameters
    ----------
    code_page
        The .cpg file, which need not be there; it goes before what the table says.
    language
        The table's language driver.
    """
    if code_page.is_file():
        said = code_page.read_text(encoding="ascii", errors="replace").strip()
        return _codec(said) or _codec(f"cp{said.split()[-1]}" if said else "")
    return _LANGUAGES.get(language)


def _codec(name: str) -> Optional[str]:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None
