# SPDX-License-Identifier: GPL-2.0-or-later
"""A single cell as text, whichever format it came from."""

from __future__ import annotations

import datetime
import math
from typing import Any, Iterable, List, Sequence

import numpy as np

# What Excel and text editors leave around a cell besides blanks.
_AROUND = "\ufeff\u200b"


def cell_text(cell: Any) -> str:
    """A cell as text without the blanks around it.

    Whole numbers have no ``.0``, dates are ISO text (without a time of midnight), missing cells
    (None and NaN) are empty.
    """
    if isinstance(cell, str):
        text = cell.strip()
        return text if text.isascii() else text.strip(_AROUND).strip()
    if cell is None:
        return ""
    if isinstance(cell, (float, np.floating)):
        return _number_text(float(cell))
    if isinstance(cell, datetime.datetime):
        return _moment_text(cell)
    if isinstance(cell, (datetime.date, datetime.time)):
        return cell.isoformat()
    return str(cell).strip()


def may_be_texts(cells: object) -> bool:
    """Whether a column's cells may be texts: an array holds numbers only."""
    return not isinstance(cells, np.ndarray)


def joined_texts(cells: Sequence[Any], between: str) -> str:
    """The cells that are texts as one text, which is quick to search."""
    try:
        return between.join(cells)
    except TypeError:
        return between.join(cell for cell in cells if isinstance(cell, str))


def texts(cells: Iterable[Any]) -> List[str]:
    """`cell_text` of each cell."""
    cells = list(cells)
    if _all_ascii(cells):
        return list(map(str.strip, cells))
    return [cell_text(cell) for cell in cells]


def _all_ascii(cells: List[Any]) -> bool:
    """Whether all cells are texts that need no more than their blanks stripped."""
    try:
        return "".join(cells).isascii()
    except TypeError:
        return False


def _number_text(number: float) -> str:
    if math.isnan(number):
        return ""
    return str(int(number)) if number.is_integer() else repr(number)


def _moment_text(moment: datetime.datetime) -> str:
    midnight = moment.time() == datetime.time.min
    return moment.date().isoformat() if midnight else moment.isoformat()
