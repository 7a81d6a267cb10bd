# SPDX-License-Identifier: GPL-2.0-or-later
"""Which rows of a table make up a measure's reference group."""

from __future__ import annotations

from collections import Counter
from typing import Optional, Sequence

import numpy as np
from numpy.typing import NDArray

from ..core.threshold import Reference
from ..scenario.document import KeyMatch, Table
from ..tables.keys import is_gss
from ..tables.tidy import TidyTable

_PREFIX = 3

BoolArray = NDArray[np.bool_]


def members(table: TidyTable, spec: Table, reference: Reference, unit_codes: Sequence[str]) -> BoolArray:
    """Whether each row of a table belongs to the reference group ``areas`` or ``table``.

    Parameters
    ----------
    table, spec
        The table, tidy and as the scenario describes it.
    reference
        ``areas``, ``table``, or ``within_parent``, in which only matched rows belong.
    unit_codes
        The normalised codes of the areas (or parents) of the layer.

    Returns
    -------
    ndarray of bool, shape (rows,)
        Rows without a value are among them; they drop out with their value.
    """
    belongs = table.row_unit >= 0
    if reference is Reference.WITHIN_PARENT:
        return belongs
    if reference is Reference.TABLE and spec.key_match is KeyMatch.CODE:
        prefix = common_prefix(unit_codes)
        belongs |= np.array([prefix is None or key.startswith(prefix) for key in table.keys], dtype=bool)
    belongs |= _listed(table, spec.include_keys)
    return belongs & ~_listed(table, spec.exclude_keys)


def common_prefix(codes: Sequence[str]) -> Optional[str]:
    """The first three characters that most codes start with, where all are GSS codes.

    First in the alphabet where two are equally common; None where a code is no GSS code.
    """
    if not codes or not all(is_gss(code) for code in codes):
        return None
    counts = Counter(code[:_PREFIX] for code in codes)
    return min(counts, key=lambda prefix: (-counts[prefix], prefix))


def _listed(table: TidyTable, keys: Sequence[str]) -> BoolArray:
    wanted = {table.normalise(key) for key in keys}
    if not wanted:
        return np.zeros(len(table.keys), dtype=bool)
    return np.array([key in wanted for key in table.keys], dtype=bool)
