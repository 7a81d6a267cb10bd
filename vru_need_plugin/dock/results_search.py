# SPDX-License-Identifier: GPL-2.0-or-later
"""What a search of the results finds: areas by name, code and parent, and by what they are above on."""

from __future__ import annotations

from functools import cached_property
from typing import Callable, Optional, Sequence

import numpy as np
from numpy.typing import NDArray

from ..core.result import Result
from ..scoring.road import Job
from .results_order import searchable

BoolArray = NDArray[np.bool_]

_LEAST_LETTERS = 3  # of a word that is looked for in titles; "st" is a saint before it is a statistic


class Haystacks:
    """The areas' own texts, folded when they are first searched, with what was found of each word.

    Parameters
    ----------
    count
        How many areas there are.
    make
        Makes their texts, one an area, each put through `results_order.searchable`.
    """

    def __init__(self, count: int, make: Callable[[], Sequence[str]]) -> None:
        self._count = count
        self._make = make
        self._found: dict[str, BoolArray] = {}

    def __len__(self) -> int:
        return self._count

    @cached_property
    def _texts(self) -> Sequence[str]:
        return self._make()

    def holding(self, word: str) -> BoolArray:
        """Shape (areas,): which texts hold a folded word."""
        if word not in self._found:
            if len(self._found) > 200:
                self._found.clear()
            texts = self._texts
            self._found[word] = np.fromiter((word in text for text in texts), dtype=bool, count=len(texts))
        return self._found[word]

    def holding_all(self, words: Sequence[str]) -> BoolArray:
        """Shape (areas,): which texts hold every word; all where there is none."""
        found = np.ones(self._count, dtype=bool)
        for word in words:
            found &= self.holding(word)
        return found


def search(haystacks: Haystacks, text: str, job: Optional[Job], result: Optional[Result]) -> BoolArray:
    """Shape (areas,): which areas a search finds.

    An area is found where its texts hold every word, or where it is above threshold on a
    measure whose title has some of the words and its texts hold the others: "haringey robbery".
    """
    words = searchable(text).split()
    found = haystacks.holding_all(words)
    if job is None or result is None or result.prepared.areas != len(haystacks):
        return found
    for measure, flag in zip(job.measures, result.flags):
        title = searchable(measure.title).replace("-", " ").split()
        others = [word for word in words if not _begins_a_word(word, title)]
        if len(others) < len(words):
            found |= flag & haystacks.holding_all(others)
    return found


def _begins_a_word(word: str, title: Sequence[str]) -> bool:
    return len(word) >= _LEAST_LETTERS and any(part.startswith(word) for part in title)
