# SPDX-License-Identifier: GPL-2.0-or-later
"""What a table's keys are matched with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence, Tuple

from ..scenario.document import KeyLevel, KeyMatch


@dataclass(frozen=True)
class Units:
    """The areas of a layer, or their parents, in order.

    Parameters
    ----------
    level
        Which of the two.
    keys
        Their codes, as given.
    names
        Their names, as given; the codes where there are none. As long as `keys`.
    label
        What the layer is called in messages.
    others
        The units of the other level, where there are any: they explain keys that match nothing.
    """

    level: KeyLevel
    keys: Sequence[str]
    names: Sequence[str]
    label: str
    others: Tuple[Units, ...] = ()

    def __len__(self) -> int:
        return len(self.keys)

    def matched_by(self, match: KeyMatch) -> Sequence[str]:
        """What a table matched by code or by name compares its keys with."""
        return self.names if match is KeyMatch.NAME else self.keys
