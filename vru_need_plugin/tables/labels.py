# SPDX-License-Identifier: GPL-2.0-or-later
"""What a table's rows are called in words, where a column says."""

from __future__ import annotations

import re
from typing import Dict, List, Mapping, Sequence

from ..scenario.document import KeyMatch, Table
from .cells import cell_text, may_be_texts
from .header import Body

_WORDS = re.compile(r"[^\W\d_][^\d]*")
_SAMPLE = 200


def row_labels(body: Body, spec: Table, places: Mapping[str, int]) -> Dict[str, str]:
    """Words for the rows of some keys.

    Parameters
    ----------
    places
        Each key's row, from 0.

    Returns
    -------
    dict
        Key to label; a key whose row has no words besides its key is left out. The column with
        the most different words is asked first: it names areas rather than kinds of crime.
    """
    if spec.key_match is KeyMatch.NAME or not places:
        return {}
    columns = _word_columns(body, spec, list(places.values())[:_SAMPLE])
    labels = {}
    for key, row in places.items():
        words = (cell_text(column[row]) for column in columns)
        label = next((word for word in words if _WORDS.fullmatch(word)), "")
        if label:
            labels[key] = label
    return labels


def _word_columns(body: Body, spec: Table, rows: Sequence[int]) -> List[Sequence[object]]:
    """The columns that hold words, the one with most different ones in some rows first."""
    taken = {spec.key_column.strip(), *spec.spread}
    different = []
    for name, column in zip(body.names, body.columns):
        if name not in taken and may_be_texts(column):
            sample = {cell_text(column[row]) for row in rows}
            words = sum(_WORDS.fullmatch(cell) is not None for cell in sample)
            if words:
                different.append((words, column))
    different.sort(key=lambda pair: -pair[0])
    return [column for _, column in different]
