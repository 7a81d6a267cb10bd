# SPDX-License-Identifier: GPL-2.0-or-later
"""The areas that get a score, as plain arrays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Sequence


@dataclass(frozen=True)
class AreaTable:
    """The areas of a layer, in layer order, as read and checked (no geometry).

    Parameters
    ----------
    source
        The layer's name or file, for messages.
    codes
        One text an area, unique once trimmed and case folded, never blank.
    names
        The areas' labels; the codes where the layer has no names. Never None.
    parent_codes, parent_names
        The parents' codes and names, None for an area without one; the whole sequence is None
        where the scenario names no such field.
    feature_ids
        The provider's feature ids, where the areas come from a layer.
    """

    source: str
    codes: Sequence[str]
    names: Sequence[str]
    parent_codes: Optional[Sequence[Optional[str]]] = None
    parent_names: Optional[Sequence[Optional[str]]] = None
    feature_ids: Optional[Sequence[int]] = None

    def __len__(self) -> int:
        return len(self.codes)
