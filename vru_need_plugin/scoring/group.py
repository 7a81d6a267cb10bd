# SPDX-License-Identifier: GPL-2.0-or-later
"""Which rows of a table make up a measure's reference group."""

from __future__ import annotations

from typing import Optional, Sequence

import numpy as np
from numpy.typing import NDArray

from ..core.threshold import Reference
from ..scenario.document import KeyMatch, Table
from ..tables.tidy import TidyTable

BoolArray = NDArray[np.bool_]


def members(table: TidyTable, spec: Table, reference: Reference, kind: Optional[str]) -> BoolArray:
    """Whether each row of a table belongs to the reference group ``areas`` or ``table``.

    Parameters
    ----------
    table, spec
        The table, tidy and as the scenario describes it.
    reference
        ``areas``, ``table``, or ``within_parent``, in which only matched rows belong.
    kind
        What the codes of the layer's areas (or parents) begin with (`UnitCodes.kind`): rows of the
        group ``table`` that are not in the layer belong where their codes begin so, all where it is
        None.

    Returns
    -------
    ndarray of bool, shape (rows,)
        Rows without a value are among them; they drop out with their value.
    """
    belongs = table.row_unit >= 0
    if reference is Reference.WITHIN_PARENT:
        return belongs
    if reference is Reference.TABLE and spec.key_match is KeyMatch.CODE:
        belongs |= np.array([kind is None or key.startswith(kind) for key in table.keys], dtype=bool)
    belongs |= _listed(table, spec.include_keys)
    return belongs & ~_listed(table, spec.exclude_keys)


def _listed(table: TidyTable, keys: Sequence[str]) -> BoolArray:
    wanted = {table.normalise(key) for key in keys}
    if not wanted:
        return np.zeros(len(table.keys), dtype=bool)
    return np.array([key in wanted for key in table.keys], dtype=bool)
