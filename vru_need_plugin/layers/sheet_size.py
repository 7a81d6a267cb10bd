# SPDX-License-Identifier: GPL-2.0-or-later
"""How many rows, columns and characters a sheet's XML stands for, told without building any cell.

Where the two may differ, what is told is more than what a reader makes of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, List, Pattern, Tuple

import numpy as np
from numpy.typing import NDArray

_SHEET = re.compile(rb"<(?:\w{1,40}:)?sheetData[\s/>]")
_ROW = re.compile(rb"<(?:\w{1,40}:)?row[\s/>]")
_CELL = re.compile(rb"<(?:\w{1,40}:)?c[\s/>]")
_NUMBER = re.compile(rb"<(?:\w{1,40}:)?v[^<>]{0,40}>\s{0,8}(\d{1,9})\s{0,8}<")
_LETTERS = 3
"""Of a column's name; Excel's last is XFD."""

_SHARED = re.compile(rb"<(?:\w{1,40}:)?sst[\s/>]")
_TEXT = re.compile(rb"<(?:\w{1,40}:)?si[\s/>]")

_ODS = b"<office:document-content"
_ODS_TABLE = re.compile(rb"<table:table[\s>]")
_ODS_ROW = b"<table:table-row"
_ODS_CELL = re.compile(rb"<table:(?:covered-)?table-cell")
_ODS_ROWS = re.compile(rb"number-rows-repeated\s?=\s?[\"']\s{0,8}(\d{1,12})")
_ODS_COLUMNS = re.compile(rb"number-columns-repeated\s?=\s?[\"']\s{0,8}(\d{1,12})")
_ODS_FILLED = (b"value", b"<text:")


@dataclass(frozen=True)
class Sheet:
    """What a sheet comes to.

    Attributes
    ----------
    rows, columns
        As far as anything is in them.
    longest
        Bytes of the longest text that stands in it.
    texts
        Bytes of its texts, each as often as its cell is repeated or refers to it.
    """

    rows: int
    columns: int
    longest: int
    texts: int


@dataclass(frozen=True)
class SharedTexts:
    """The texts that cells of an XLSX refer to by number.

    Attributes
    ----------
    lengths
        Shape (texts,): bytes of each with its markup.
    longest
        Bytes of the longest piece without markup.
    """

    lengths: NDArray[np.int64]
    longest: int


NO_TEXTS = SharedTexts(np.empty(0, dtype=np.int64), 0)


def is_shared_texts(content: bytes) -> bool:
    """Whether a part of an XLSX holds the shared texts."""
    return _SHARED.search(content[:10_000]) is not None


def shared_texts(content: bytes) -> SharedTexts:
    """The shared texts of an XLSX."""
    starts = [found.start() for found in _TEXT.finditer(content)]
    return SharedTexts(np.diff(np.array([*starts, len(content)], dtype=np.int64)), _longest_run(content))


def is_xlsx_sheet(content: bytes) -> bool:
    """Whether a part of an XLSX is a sheet."""
    return _SHEET.search(content) is not None


def xlsx_sheet(content: bytes, shared: SharedTexts, most: int) -> Sheet:
    """A sheet of an XLSX.

    Parameters
    ----------
    shared
        The texts that it refers to.
    most
        Bytes of texts; up to it their sum is not worked out exactly.
    """
    columns = _columns_named(content)
    cells = _count(content, b"c")
    widest = int(columns.max(initial=0))
    if cells > len(columns):  # some have no reference and stand beside the one before
        widest += max(len(_CELL.findall(row)) for row in _ROW.split(content))
    texts = cells * int(shared.lengths.max(initial=0))
    if texts > most:
        texts = _referred_to(content, shared)
    return Sheet(_count(content, b"row"), widest, _longest_run(content), texts)


def _count(content: bytes, name: bytes) -> int:
    """How many elements of a name there are, whatever prefix they have."""
    if b":sheetData" in content:
        return len((_ROW if name == b"row" else _CELL).findall(content))
    return sum(content.count(b"<" + name + end) for end in (b" ", b">", b"/", b"\n", b"\r", b"\t"))


def _columns_named(content: bytes) -> NDArray[np.int64]:
    """The columns (A is 1) that cells name as usual, in ``r="A1"``; many letters make a large number."""
    data = np.frombuffer(content + b'"' * (_LETTERS + 2), dtype=np.uint8)
    places = _places(data, '"')
    for back, sign in enumerate("=r ", start=1):
        places = places[data[places - back] == ord(sign)]
    columns = np.zeros(len(places), dtype=np.int64)
    going_on = np.ones(len(places), dtype=bool)
    for step in range(1, _LETTERS + 2):
        letter = data[places + step].astype(np.int64) - ord("A") + 1
        going_on &= (letter >= 1) & (letter <= 26)
        columns = np.where(going_on, columns * 26 + letter, columns)
    return columns[columns > 0]


def _referred_to(content: bytes, shared: SharedTexts) -> int:
    """Bytes of the shared texts as often as a cell holds their number, figures not told apart."""
    numbers = np.array([int(found) for found in _NUMBER.findall(content)], dtype=np.int64)
    return int(shared.lengths[numbers[numbers < len(shared.lengths)]].sum())


def is_ods_content(content: bytes) -> bool:
    """Whether a part of an ODS holds the sheets."""
    return _ODS in content


def ods_sheets(content: bytes) -> List[Sheet]:
    """The sheets of an ODS."""
    return [_ods_sheet(table) for table in _ODS_TABLE.split(content)[1:]]


def _ods_sheet(content: bytes) -> Sheet:
    """A sheet, up to the last row and the last column with anything in it."""
    rows = used_rows = columns = texts = 0
    for row in content.split(_ODS_ROW)[1:]:
        repeated = _times(_ODS_ROWS, row[: row.find(b">")])
        rows += repeated
        if any(words in row for words in _ODS_FILLED):
            width, written = _ods_row(row)
            used_rows, columns = rows, max(columns, width)
            texts += written * repeated
    return Sheet(used_rows, columns, _longest_run(content), texts)


def _ods_row(row: bytes) -> Tuple[int, int]:
    """Columns up to the last cell with anything in it, and bytes of the cells as often as they stand."""
    cells = _ODS_CELL.split(row)[1:]
    if b"columns-repeated" not in row:
        return len(cells), len(row)
    column = used = written = 0
    for cell in cells:
        times = _times(_ODS_COLUMNS, cell[: cell.find(b">")])
        column += times
        if any(words in cell for words in _ODS_FILLED):
            used = column
            written += len(cell) * times
    return used, written


def _times(pattern: Pattern[bytes], attributes: bytes) -> int:
    found = pattern.search(attributes)
    return max(1, int(found.group(1))) if found else 1


def _longest_run(content: bytes) -> int:
    """Bytes of the longest stretch between two tags, or within one."""
    places = _places(np.frombuffer(content, dtype=np.uint8), "<")
    return int(np.diff(places, append=len(content)).max(initial=0))


def _places(data: NDArray[Any], sign: str) -> NDArray[np.int64]:
    return np.flatnonzero(data == ord(sign))
