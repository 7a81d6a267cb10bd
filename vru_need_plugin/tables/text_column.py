# SPDX-License-Identifier: GPL-2.0-or-later
"""A column of a text file, of which nothing is cut out before it is asked for."""

from __future__ import annotations

from functools import cached_property
from typing import Dict, Iterator, List, Sequence, Union, overload

import numpy as np
from numpy.typing import NDArray

from .plain_numbers import Characters, Places, PlainNumbers, read_plain

__all__ = ["Characters", "Places", "TextColumn"]


class TextColumn(Sequence[str]):
    """The cells of a column as texts, each cut out of the file's text when asked for.

    Parameters
    ----------
    text
        The whole file.
    characters
        The same as numbers.
    starts, ends
        Shape (cells,): where each cell begins, and where what follows it does.
    doubled
        Whether a quotation mark within a cell is written twice.
    """

    def __init__(
        self, text: str, characters: Characters, starts: Places, ends: Places, doubled: bool = False
    ) -> None:
        self._text = text
        self._characters = characters
        self._starts = starts
        self._ends = ends
        self._doubled = doubled
        self._plain: Dict[str, PlainNumbers] = {}

    def __len__(self) -> int:
        return len(self._starts)

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> TextColumn: ...
    def __getitem__(self, place: Union[int, slice]) -> Union[str, TextColumn]:
        starts, ends = self._starts[place], self._ends[place]
        if isinstance(place, slice):
            return TextColumn(self._text, self._characters, starts, ends, self._doubled)
        cell = self._text[starts:ends]
        return cell.replace('""', '"') if self._doubled else cell

    def at(self, places: NDArray[np.int64]) -> List[str]:
        """The cells at several places, in order."""
        if len(places) == len(self):
            return self._all
        return self._cut(self._starts[places], self._ends[places])

    def plain(self, mark: str) -> PlainNumbers:
        """The cells that are plain numbers under a decimal mark, read once."""
        if mark not in self._plain:
            self._plain[mark] = read_plain(self._characters, self._starts, self._ends, mark)
        return self._plain[mark]

    @cached_property
    def _all(self) -> List[str]:
        return self._cut(self._starts, self._ends)

    def _cut(self, starts: Places, ends: Places) -> List[str]:
        text = self._text
        cells = [text[start:end] for start, end in zip(starts.tolist(), ends.tolist())]
        return [cell.replace('""', '"') for cell in cells] if self._doubled else cells
