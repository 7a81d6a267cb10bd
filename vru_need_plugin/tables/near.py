# SPDX-License-Identifier: GPL-2.0-or-later
"""Names to offer where one is not there."""

from __future__ import annotations

from typing import List, Sequence

from ..core.alike import alike, shortened

_MOST = 5


def near_names(wanted: str, names: Sequence[str]) -> List[str]:
    """Up to five of `names` that look like `wanted`, the likest first; the first five where none does."""
    folded = wanted.strip().casefold()
    holding = [name for name in names if folded and folded in name.casefold()]
    by_fold = {name.casefold(): name for name in names}
    like = [by_fold[name] for name in alike(folded, by_fold, _MOST)]
    found = list(dict.fromkeys([*like, *holding]))
    return (found or list(names))[:_MOST]


def quoted(names: Sequence[str], most: int = _MOST) -> str:
    """The first names in quotation marks, separated by commas."""
    shown = ", ".join(f"“{shortened(name)}”" for name in names[:most])
    return f"{shown}, …" if len(names) > most else shown
