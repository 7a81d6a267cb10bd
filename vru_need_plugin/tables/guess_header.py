# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the header of a text file or a sheet probably is."""

from __future__ import annotations

import re
from typing import Any, List, Optional, Sequence, Tuple

from .cells import cell_text
from .header import Body
from .key_columns import key_columns
from .keys import normalise_all
from .raw import RawTable
from .units import Units

_MOST_HEADER_ROWS = 3
_LOOKED_AT = 50
_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")


def guess_header(raw: RawTable, units: Sequence[Units]) -> Tuple[int, int]:
    """How many rows to skip, and how many rows the header has.

    The data begin with the first row whose key matches, or is made like one that does; the header
    is the block of rows above it, without titles and blank rows.
    """
    filled = _filled_cells(raw)
    wide = [row for row, cells in enumerate(filled) if cells > 1 and cells * 2 >= max(filled)]
    first = wide[0] if wide else 0
    data = _first_data_row(raw, units)
    if data is None or data <= first:
        return first, 1
    last = first
    while last + 1 < data and filled[last + 1] > 1:
        last += 1
    rows = last - first + 1
    return (first, rows) if rows <= _MOST_HEADER_ROWS else (first, 1)


def _filled_cells(raw: RawTable) -> List[int]:
    """How many cells hold something, in each of the first rows."""
    rows = min(raw.row_count, _LOOKED_AT)
    return [sum(cell_text(column[row]) != "" for column in raw.columns) for row in range(rows)]


def _first_data_row(raw: RawTable, units: Sequence[Units]) -> Optional[int]:
    """The first row whose cell in the likeliest key column is a key, or is made like one."""
    names = tuple(str(place) for place in range(len(raw.columns)))
    found = key_columns(Body("", raw.source, names, tuple(raw.columns), raw.first_row), units)
    if not found:
        return None
    best = found[0]
    column = raw.columns[int(best.column)][:_LOOKED_AT]
    of_level = next(unit for unit in units if unit.level is best.level)
    known = set(of_level.normalised(best.match)) - {""}
    shapes = {_shape(key) for key in known}
    keys = normalise_all(column, best.match)
    return next((row for row, key in enumerate(keys) if key in known or _is_made_like(key, shapes)), None)


def _is_made_like(key: str, shapes: set[str]) -> bool:
    """Whether a cell is a code like the layer's; words have no shape to go by."""
    return bool(_DIGIT.search(key)) and _shape(key) in shapes


def _shape(key: Any) -> str:
    return _LETTER.sub("a", _DIGIT.sub("9", str(key)))
