# SPDX-License-Identifier: GPL-2.0-or-later
"""A look at what of a table matches: what there is to say, and what would help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Optional, Sequence, Tuple

from ..core.areas import AreaTable
from ..core.feedback import Feedback, check
from ..scenario.document import Table
from ..tables.raw import RawTable
from ..tables.tidy import TidyTable, Units
from .cures import Cure, Words, key_cures, totals_cure
from .match_groups import Group, match_groups
from .pairs import other_year_codes


@dataclass(frozen=True, eq=False)
class MatchLook:
    """What there is to see and to do about a table's match.

    Attributes
    ----------
    groups
        The findings, those that can be mended first.
    cures
        Changes of the table's description that help.
    other_year
        How many codes of the table, and of the layer, look like those of another year.
    """

    groups: Sequence[Group]
    cures: Sequence[Cure]
    other_year: Tuple[int, int] = (0, 0)


def look_at_match(
    spec: Table,
    tidy: Optional[TidyTable],
    raw: Optional[RawTable],
    areas: AreaTable,
    units: Sequence[Units],
    words: Words,
    feedback: Feedback,
) -> MatchLook:
    """Find all that there is to say about a table's match.

    Parameters
    ----------
    tidy, raw
        The table as it is scored and as it was read; None where it cannot be.

    Raises
    ------
    Cancelled
        The user asked to stop.
    """
    cures: List[Cure] = []
    if raw is not None and (tidy is None or tidy.matching.matched < len(tidy.units)):
        cures += key_cures(raw, spec, units, words)
    check(feedback)
    if tidy is None:
        return MatchLook((), cures)
    totals = totals_cure(tidy)
    if totals is not None:
        cures.append(totals)
    check(feedback)
    return MatchLook(match_groups(tidy, areas, words), cures, other_year_codes(tidy))
