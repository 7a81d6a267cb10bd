# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands over and under a ranking."""

from __future__ import annotations

import numpy as np

from ..core.messages import mark
from ..report.voice import Plain
from .context import Context
from .ranking import Shown


def ranking_heading(context: Context, found: Shown) -> str:
    """Which ranks it lists; or that there is nothing to rank."""
    say, last, places = context.say, found.last_rank, context.places
    if not context.subject.scored:
        return say.text(mark("No {area} has a score, for want of data"), area=places.area)
    if not context.subject.highest > 0:
        return say.text(mark("No {area} has a score above 0"), area=places.area)
    if last == 0:
        if context.is_of_parents:
            return say.text(mark("Greatest need in {place}"), place=Plain(context.place))
        return say.text(mark("Greatest need: joint rank 1"))
    if last == 1 and not context.is_of_parents:
        return say.text(mark("Greatest need: rank 1"))
    if context.is_of_parents:
        return say.text(
            mark("Greatest need in {place}: ranks 1 to {last}"), place=Plain(context.place), last=last
        )
    return say.text(mark("Greatest need: ranks 1 to {last}"), last=last)


def ranking_note(context: Context, found: Shown) -> str:
    """How many that is, and how many share the first rank that is not listed."""
    say, ranks = context.say, context.subject.result.rank
    if context.is_of_parents:
        return say.text(mark("= marks a rank that is shared."))
    if not context.subject.highest > 0:
        return ""
    after = ranks[ranks > found.last_rank]
    told = say.text(
        mark("{count} of {all} {areas} with a score."),
        count=found.count,
        all=context.subject.scored,
        areas=context.places.areas,
    )
    level = int(np.count_nonzero(ranks == after.min())) if len(after) else 0
    if found.last_rank == 0:
        told = say.text(
            mark("{count} of {all} {areas} with a score share rank 1; the first of them by name are listed."),
            count=level,
            all=context.subject.scored,
            areas=context.places.areas,
        )
    elif level > 1:
        more = say.text(
            mark("The next {count} share rank {rank} and are not listed."), count=level, rank=int(after.min())
        )
        told = f"{told} {more}"
    return told
