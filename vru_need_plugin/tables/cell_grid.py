# SPDX-License-Identifier: GPL-2.0-or-later
"""Where each cell of a delimited text begins and ends, found for all cells at once.

Splitting a text into an object a cell takes most of the time of reading a large file, and nearly
all cells of a table of figures are wanted as numbers only, which `plain_numbers` reads from the
places found here.
"""

from __future__ import annotations

from typing import List, NamedTuple, Optional, Sequence

import numpy as np
from numpy.typing import NDArray

from ..scenario.limits import LONGEST_CELL
from ..scenario.table_size import check_shape
from .text_column import Characters, Places, TextColumn

_QUOTE, _RETURN, _NEWLINE = (ord(sign) for sign in '"\r\n')


class CellGrid(NamedTuple):
    """The cells of a text.

    Attributes
    ----------
    columns
        One a column; records that are too short are filled up with empty cells.
    widths
        How many cells each record has; 0 for a blank one.
    """

    columns: Sequence[Sequence[str]]
    widths: List[int]


def find_cells(text: str, delimiter: str, source: str = "") -> Optional[CellGrid]:
    """The cells that the csv module would find; None where it must be asked.

    Quoted cells may hold delimiters, line ends and doubled quotation marks. None for quotation
    marks anywhere but around a cell or doubled within, line ends of the old Macintosh, a cell
    longer than is read, and a delimiter that is no single ASCII character.

    Parameters
    ----------
    source
        The file, for messages.

    Raises
    ------
    NeedError
        More columns or cells than are read.
    """
    if len(delimiter) != 1 or not delimiter.isascii() or delimiter in '"\r\n':
        return None
    if not text.endswith("\n"):
        text += "\n"
    characters = _characters(text)
    separator = (characters == ord(delimiter)) | (characters == _NEWLINE)
    quoted = '"' in text
    outside = _outside_quotes(characters, separator) if quoted else None
    if (quoted and outside is None) or ("\r" in text and not _returns_end_lines(characters, outside)):
        return None
    ends = np.flatnonzero(separator if outside is None else separator & outside)
    starts = np.concatenate(([0], ends[:-1] + 1))
    last = np.flatnonzero(characters[ends] == _NEWLINE)
    if "\r" in text:
        _without_return(characters, ends, last)
    if int((ends - starts).max()) > LONGEST_CELL:
        return None
    counts = np.diff(last, prepend=-1)
    check_shape(source, len(counts), int(counts.max()))
    widths = np.where((counts == 1) & (starts[last] == ends[last]), 0, counts)
    if quoted:
        around = (characters[starts] == _QUOTE) & (ends > starts)
        starts, ends = starts + around, ends - around
    doubled = quoted and '""' in text
    columns = [
        TextColumn(text, characters, begin, end, doubled)
        for begin, end in zip(_by_column(starts, counts), _by_column(ends, counts))
    ]
    return CellGrid(columns, widths.tolist())


def _characters(text: str) -> Characters:
    """The text's characters as numbers, one each."""
    try:
        return np.frombuffer(text.encode("latin-1"), dtype=np.uint8)
    except UnicodeEncodeError:
        return np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)


def _outside_quotes(characters: Characters, separator: NDArray[np.bool_]) -> Optional[NDArray[np.bool_]]:
    """Whether each character is outside of quoted cells; None where quoting is irregular."""
    marks = characters == _QUOTE
    places = np.flatnonzero(marks)
    if len(places) % 2:
        return None
    opening, closing = places[0::2], places[1::2]
    # A pair that opens where the last one closed is a quotation mark doubled within a cell.
    doubled = opening[1:] == closing[:-1] + 1
    opens_cell = separator[opening - 1]  # the text's last line end stands before its first character
    closes_cell = separator[closing + 1] | (characters[closing + 1] == _RETURN)
    opens_cell[1:] |= doubled
    closes_cell[:-1] |= doubled
    if not (opens_cell.all() and closes_cell.all()):
        return None
    # Whether a count is odd survives its running over at 256.
    return np.cumsum(marks, dtype=np.uint8) & 1 == 0


def _returns_end_lines(characters: Characters, outside: Optional[NDArray[np.bool_]]) -> bool:
    """Whether carriage returns outside of quoted cells all stand before a line feed."""
    returns = characters == _RETURN
    places = np.flatnonzero(returns if outside is None else returns & outside)
    return bool((characters[places + 1] == _NEWLINE).all())


def _without_return(characters: Characters, ends: Places, last: Places) -> None:
    """Leave the carriage return of a line end out of the cell before it."""
    ends[last] -= characters[ends[last] - 1] == _RETURN


def _by_column(places: Places, counts: NDArray[np.int64]) -> Places:
    """Places of cells, one row a column of the table; 0 where a record has no such cell."""
    records, widest = len(counts), int(counts.max())
    if len(places) == records * widest:
        return np.ascontiguousarray(places.reshape(records, widest).T)
    table = np.zeros((widest, records), dtype=places.dtype)
    first = np.cumsum(counts) - counts
    table[np.arange(len(places)) - np.repeat(first, counts), np.repeat(np.arange(records), counts)] = places
    return table
