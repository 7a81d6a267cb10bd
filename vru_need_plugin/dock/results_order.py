# SPDX-License-Identifier: GPL-2.0-or-later
"""Which areas the results show, and in which order: whole arrays, so that 35,000 stay quick."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Optional, Sequence

import numpy as np
from numpy.typing import NDArray

IntArray = NDArray[np.int64]


def searchable(*texts: Optional[str]) -> str:
    """Texts as they are compared when searching: without case and accents."""
    joined = " \n".join(text or "" for text in texts)
    if joined.isascii():
        return joined.casefold()
    folded = unicodedata.normalize("NFKD", joined).casefold()
    return "".join(letter for letter in folded if not unicodedata.combining(letter))


@dataclass(frozen=True)
class SortKey:
    """What a column is sorted by: numbers with NaN for none, or the places of texts."""

    values: NDArray[np.float64]

    def order(self, rows: IntArray, descending: bool) -> IntArray:
        """`rows` in order, equals as they were, those without a value last either way."""
        values = self.values[rows]
        known = ~np.isnan(values)
        keys = -values[known] if descending else values[known]
        return np.concatenate([rows[known][np.argsort(keys, kind="stable")], rows[~known]])


def text_key(texts: Sequence[Optional[str]]) -> SortKey:
    """The places of texts in the alphabet; NaN for none."""
    folded = [searchable(text) if text else "" for text in texts]
    places = {text: float(place) for place, text in enumerate(sorted(set(folded)))}
    return SortKey(np.array([places[text] if text else np.nan for text in folded], dtype=np.float64))
