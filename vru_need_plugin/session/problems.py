# SPDX-License-Identifier: GPL-2.0-or-later
"""What keeps a part of the scenario from being scored, kept beside the part it concerns."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Mapping, Optional

from ..core.messages import NeedError, mark
from ..scenario.document import Scenario
from ..scoring.road import Job


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


def left_out(scenario: Scenario, job: Optional[Job]) -> Optional[NeedError]:
    """The measures in use that take no part in the scores, as an error; None where all do.

    Such scores are not the scenario's: they are shown with the fault, and go nowhere else.
    """
    scored = {measure.id for measure in job.measures} if job is not None else set()
    titles = [measure.title for measure in scenario.enabled_measures if measure.id not in scored]
    if not titles:
        return None
    return NeedError(
        mark(
            "The scores are not complete: {measures} cannot be scored. See Data and Measures for "
            "what is wrong; mend it, or turn the measure off."
        ),
        measures=", ".join(f"“{title}”" for title in titles),
    )
