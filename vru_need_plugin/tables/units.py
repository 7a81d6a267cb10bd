# SPDX-License-Identifier: GPL-2.0-or-later
"""What a table's keys are matched with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Dict, List, Sequence, Tuple

from ..scenario.document import KeyLevel, KeyMatch
from .keys import normalise_all


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

    def normalised(self, match: KeyMatch) -> List[str]:
        """The same, each as keys are compared; worked out once, for a table is looked at many times."""
        known = self._normalised
        if match not in known:
            known[match] = normalise_all(self.matched_by(match), match)
        return known[match]

    @cached_property
    def _normalised(self) -> Dict[KeyMatch, List[str]]:
        return {}
