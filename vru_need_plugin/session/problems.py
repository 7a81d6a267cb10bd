# SPDX-License-Identifier: GPL-2.0-or-later
"""What keeps a part of the scenario from being scored, kept beside the part it concerns."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Mapping, Optional

from ..core.messages import NeedError


@dataclass(frozen=True)
class Problems:
    """The errors in force; a part without one is sound.

    Parameters
    ----------
    areas
        What is wrong with the area layer or its fields.
    tables, measures
        By id.
    whole
        What is wrong with the scenario as a whole.
    """

    areas: Optional[NeedError] = None
    tables: Mapping[str, NeedError] = field(default_factory=dict)
    measures: Mapping[str, NeedError] = field(default_factory=dict)
    whole: Optional[NeedError] = None

    def __bool__(self) -> bool:
        return bool(self.areas or self.tables or self.measures or self.whole)


NO_PROBLEMS = Problems()
