# SPDX-License-Identifier: GPL-2.0-or-later
"""Plain numbers (12, -0.5, .75) read from a text, a column at a time."""

from __future__ import annotations

from typing import Any, NamedTuple, Tuple

import numpy as np
from numpy.typing import NDArray

Characters = NDArray[Any]
"""A text's characters as unsigned numbers."""
Places = NDArray[np.int64]
"""Places in a text."""

LONGEST = 15
"""How many characters a plain number has at most, its sign aside.

As many digits are a whole number that a float holds exactly, and so is the power of ten that
divides it: the quotient is the float nearest to the decimal as written, as ``float()`` gives it.
"""
_BLOCK = 8_192
_ZERO, _MINUS = (ord(sign) for sign in "0-")
_POWERS = np.array([float(f"1e{exponent}") for exponent in range(LONGEST + 1)])


class PlainNumbers(NamedTuple):
    """What plain numbers a column has.

    Attributes
    ----------
    values
        Shape (cells,): NaN where the cell is empty or not plain.
    unclear
        The places of the cells that are neither empty nor plain.
    """

    values: NDArray[np.float64]
    unclear: Places

    def with_rest(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Shape (cells,): the values, with these at the unclear places."""
        if not len(self.unclear):
            return self.values
        together = self.values.copy()
        together[self.unclear] = values
        return together


def read_plain(characters: Characters, starts: Places, ends: Places, mark: str) -> PlainNumbers:
    """Read the cells that are digits with at most one decimal mark and one minus sign before them.

    Parameters
    ----------
    characters
        The text that the cells are in.
    starts, ends
        Shape (cells,): where each cell begins, and where what follows it does.
    mark
        The decimal mark.
    """
    values = np.full(len(starts), np.nan)
    unclear = np.zeros(len(starts), dtype=bool)
    # The cells of a column lie far apart in the text: a few thousand at a time stay in the processor's cache.
    for first in range(0, len(starts), _BLOCK):
        block = slice(first, first + _BLOCK)
        values[block], unclear[block] = _read_block(characters, starts[block], ends[block], ord(mark))
    return PlainNumbers(values, np.flatnonzero(unclear))


def _read_block(
    characters: Characters, starts: Places, ends: Places, mark: int
) -> Tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """The values of some cells, NaN where not plain, and which are neither empty nor plain."""
    lengths = ends - starts
    filled = lengths > 0
    negative = filled & (characters.take(starts, mode="clip") == _MINUS)
    lengths -= negative
    longest = min(int(lengths.max()), LONGEST)
    # One row a character, the cells' ends level, so that the last row is everyone's last digit.
    before_end = np.arange(longest, 0, -1)[:, np.newaxis]
    signs = characters.take(ends - before_end, mode="clip")
    beyond = before_end > lengths
    marks = (signs == mark) & ~beyond
    # A sign before 0 runs over to more than 9; marks and what is beyond the cell count as 0.
    digits = (signs - signs.dtype.type(_ZERO)) * ~(marks | beyond)
    number_of_marks = marks.sum(axis=0, dtype=np.uint8)
    plain = (
        (lengths > number_of_marks)
        & (lengths <= longest)
        & (number_of_marks <= 1)
        & (digits.max(axis=0, initial=0) <= 9)
    )
    values = _quotients(digits, marks, number_of_marks)
    np.negative(values, out=values, where=negative)
    values[~plain] = np.nan
    return values, filled & ~plain


def _quotients(
    digits: Characters, marks: NDArray[np.bool_], number_of_marks: NDArray[np.uint8]
) -> NDArray[np.float64]:
    """The numbers that the digits are, 0 standing where a decimal mark stood."""
    whole = np.zeros(digits.shape[1])
    for row in digits:
        whole *= 10
        whole += row
    if not number_of_marks.any():
        return whole
    # More places than there are powers only where there are several marks, and no number.
    after = np.arange(len(marks) - 1, -1, -1, dtype=np.uint8)[:, np.newaxis]
    decimals = (marks * after).sum(axis=0, dtype=np.uint8)
    scale = _POWERS.take(decimals, mode="clip")
    below = _POWERS.take(decimals + number_of_marks, mode="clip")
    # What follows the mark is less than a tenth of `below`, so rounding cannot lift the quotient.
    before_mark = np.floor(whole / below)
    after_mark = whole - before_mark * below
    return (before_mark * scale + after_mark) / scale
