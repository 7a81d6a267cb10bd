# SPDX-License-Identifier: GPL-2.0-or-later
"""Cells as numbers: what is one, what is missing, and what is neither."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Any, Dict, Iterable, List, Optional, Sequence, Tuple, Union

import numpy as np
from numpy.typing import NDArray

from .cells import joined_texts
from .text_column import TextColumn

POINT = "."
COMMA = ","
MISSING = frozenset({"", "n/a", "na", ".", "..", "-", "x", ":", "*", "#n/a"})
"""What stands for a missing figure in every table, case folded."""

# A number with a decimal point; one with a decimal comma is exchanged first.
_NUMBER = re.compile(
    r"""
    (?: (?P<sign> [-+−]? ) (?P<before> [£$€][ \u00a0\u202f]* )?
      | (?P<first> [£$€][ \u00a0\u202f]* ) (?P<inner> [-+−] ) )
    (?P<figure>
      (?: [1-9]\d{0,2} (?: ,\d{3} )+ (?: \.\d+ )? | \d+ (?: \.\d* )? | \.\d+ )
      (?: [eE] [-+]? \d+ )?
    )
    (?: [ \u00a0\u202f]* (?: % | (?P<after> [£$€] ) ) )?
    """,
    re.VERBOSE | re.ASCII,
)
_EXCHANGE = str.maketrans({POINT: COMMA, COMMA: POINT})
_BETWEEN = "\0"


def number(text: str, mark: str) -> Optional[float]:
    r"""The number that a cell's text is under the decimal `mark`, correctly rounded; None if none.

    Blanks around, one of £ $ €, a trailing % (12 % is 12), a sign and an exponent are allowed.
    With decimal ``.``, a comma is a thousands mark only in ``[1-9]\d{0,2}(,\d{3})+(\.\d+)?``;
    with decimal ``,`` the same with the two exchanged.
    """
    text = text.strip()
    match = _NUMBER.fullmatch(text.translate(_EXCHANGE) if mark == COMMA else text)
    if match is None or (match["after"] and (match["before"] or match["first"])):
        return None
    value = float(match["figure"].replace(COMMA, ""))
    return -value if (match["sign"] or match["inner"]) in ("-", "−") else value


@dataclass(frozen=True)
class Markers:
    """What stands for a missing figure in one table, under one decimal mark.

    Parameters
    ----------
    texts
        Trimmed and case folded.
    numbers
        Numbers that mean missing (-999), however they are written.
    """

    texts: frozenset[str] = MISSING
    numbers: Tuple[float, ...] = ()

    @classmethod
    def of(cls, further: Iterable[str], mark: str) -> Markers:
        """The markers of every table and a table's own."""
        own = [text.strip() for text in further]
        values = []
        for text in own:
            value = number(text, mark)
            values.append(number(text, POINT) if value is None else value)
        return cls(
            MISSING.union(text.casefold() for text in own),
            tuple(value for value in values if value is not None),
        )

    def is_missing(self, text: str) -> bool:
        """Whether a cell's text is a marker by its letters."""
        return text.strip().casefold() in self.texts


@dataclass(frozen=True)
class Parsed:
    """A column's cells as numbers.

    Attributes
    ----------
    values
        Shape (cells,): NaN where missing, infinite or no number.
    numbers
        How many cells are numbers.
    odd
        Positions of the cells that are neither a number nor missing.
    """

    values: NDArray[np.float64]
    numbers: int
    odd: Sequence[int] = ()


def parse(cells: Union[Sequence[Any], NDArray[Any]], mark: str, markers: Markers) -> Parsed:
    """Read a column's cells as numbers under the decimal `mark`.

    Parameters
    ----------
    cells
        Texts, Python numbers, dates and None, or a numpy array of numbers, which is taken as it
        is and not copied unless a value in it stands for missing.

    Notes
    -----
    ``float()`` reads most cells; the grammar's regular expression only those that it refuses,
    and whole columns in which it would take what is no number here (``nan``, ``1_000``).
    """
    if isinstance(cells, np.ndarray):
        return _without_markers(np.asarray(cells, dtype=np.float64), [], markers)
    if isinstance(cells, TextColumn):
        plain = cells.plain(mark)
        rest = parse(cells.at(plain.unclear), mark, markers)
        return _without_markers(plain.with_rest(rest.values), plain.unclear[list(rest.odd)].tolist(), markers)
    values, undecided = _floats(cells, mark)
    values, odd = _with_the_rest(cells, values, undecided, mark, markers)
    return _without_markers(values, odd, markers)


def _floats(cells: Sequence[Any], mark: str) -> Tuple[NDArray[np.float64], List[int]]:
    """What ``float()`` makes of the cells, and the positions of those that it must not decide."""
    joined = joined_texts(cells, _BETWEEN)
    if not _safe_for_float(joined):
        return np.full(len(cells), np.nan), list(range(len(cells)))
    pieces = cells if mark == POINT else _exchanged(cells, joined)
    try:
        if "" in pieces:
            return np.array([float(piece) if piece != "" else math.nan for piece in pieces]), []
        return np.fromiter(map(float, pieces), dtype=np.float64, count=len(pieces)), []
    except (TypeError, ValueError, OverflowError):
        return _floats_one_by_one(pieces)


def _floats_one_by_one(pieces: Sequence[Any]) -> Tuple[NDArray[np.float64], List[int]]:
    values: List[float] = []
    odd: List[int] = []
    for position, piece in enumerate(pieces):
        try:
            values.append(float(piece) if piece != "" else math.nan)
        except (TypeError, ValueError, OverflowError):
            values.append(math.nan)
            odd.append(position)
    return np.array(values, dtype=np.float64), odd


def _safe_for_float(joined: str) -> bool:
    """Whether ``float()`` takes nothing in a text that is no number here: nan, inf, 1_000, ١٢."""
    if not joined.isascii() or "_" in joined:
        return False
    if "n" in joined or "N" in joined:
        folded = joined.lower()
        return "nan" not in folded and "inf" not in folded
    return True


def _exchanged(cells: Sequence[Any], joined: str) -> Sequence[Any]:
    """The cells with decimal points in place of commas, and the reverse."""
    if all(isinstance(cell, str) for cell in cells):
        exchanged = joined.translate(_EXCHANGE).split(_BETWEEN)
        if len(exchanged) == len(cells):
            return exchanged
    return [cell.translate(_EXCHANGE) if isinstance(cell, str) else cell for cell in cells]


def _with_the_rest(
    cells: Sequence[Any], values: NDArray[np.float64], undecided: List[int], mark: str, markers: Markers
) -> Tuple[NDArray[np.float64], List[int]]:
    """Decide the cells that ``float()`` did not; each spelling is worked out once."""
    known: Dict[str, Optional[float]] = {}
    odd: List[int] = []
    for position in undecided:
        cell = cells[position]
        if not isinstance(cell, str):
            value = _of_another_type(cell)
        elif cell in known:
            value = known[cell]
        else:
            value = known[cell] = math.nan if markers.is_missing(cell) else number(cell, mark)
        if value is None:
            odd.append(position)
        else:
            values[position] = value
    return values, odd


def _of_another_type(cell: Any) -> Optional[float]:
    """A cell that is no text: missing for None, otherwise a number if ``float()`` takes it."""
    if cell is None:
        return math.nan
    try:
        return float(cell)
    except OverflowError:
        return math.inf
    except (TypeError, ValueError):
        return None


def _without_markers(values: NDArray[np.float64], odd: Sequence[int], markers: Markers) -> Parsed:
    """Infinities and numbers that mean missing are missing."""
    finite = np.isfinite(values)
    if markers.numbers:
        finite &= ~np.isin(values, markers.numbers)
    numbers = int(np.count_nonzero(finite))
    if numbers < len(values) and not bool(np.isnan(values[~finite]).all()):
        values = np.where(finite, values, np.nan)
    return Parsed(values, numbers, tuple(odd))
