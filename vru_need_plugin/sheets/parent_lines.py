# SPDX-License-Identifier: GPL-2.0-or-later
"""What holds for all areas of a parent: the measures that are known for it only."""

from __future__ import annotations

import json
from typing import List

from ..core.messages import mark
from ..core.threshold import MissingRule
from ..report.voice import Plain
from .context import Context
from .titles import short_title

_ADDS = mark(
    "Known by {parent} only, {count} of the measures: {place} is above threshold on {measures}, which adds "
    "{points} to every {area}."
)
_ADDS_UNSCALED = mark(
    "Known by {parent} only, {count} of the measures: {place} is above threshold on {measures}, which adds "
    "{points} to every {area}, more where a score is scaled up for missing figures."
)
LINES = "parent_lines"
"""The variable with the line of each parent, by its code: an atlas looks it up."""


def parent_line(context: Context, parent: int) -> str:
    """On which of these measures a parent is above threshold, and what that adds; blank without any."""
    subject, say = context.subject, context.say
    carried = [at for at, is_parents in enumerate(subject.parent_level) if is_parents]
    if not carried:
        return ""
    first = subject.areas_of_parent[parent][0]
    above = [at for at in carried if subject.result.flags[at][first]]
    missing = [at for at in carried if not subject.result.prepared.has_value[at][first]]
    if len(missing) == len(carried):
        return say.text(
            mark("Known by {parent} only, {count} of the measures: there are no data for {place}."),
            place=Plain(subject.job.parents.names[parent]),
            count=len(carried),
            parent=context.places.parent,
        )
    told = [_above(context, parent, carried, above)]
    if missing:
        told.append(say.text(mark("No data: {measures}."), measures=_listed(context, missing)))
    return " ".join(told)


def _above(context: Context, parent: int, carried: List[int], above: List[int]) -> str:
    subject, say, places = context.subject, context.say, context.places
    if not above:
        return say.text(
            mark("Known by {parent} only, {count} of the measures: {place} is above threshold on none."),
            count=len(carried),
            parent=places.parent,
            place=Plain(subject.job.parents.names[parent]),
        )
    return say.text(
        _ADDS_UNSCALED if subject.result.settings.missing is MissingRule.RESCALE else _ADDS,
        count=len(carried),
        parent=places.parent,
        place=Plain(subject.job.parents.names[parent]),
        measures=_listed(context, above),
        points=say.plain(sum(subject.measures[at].weight for at in above)),
        area=places.area,
    )


def _listed(context: Context, measures: List[int]) -> Plain:
    return Plain("; ".join(short_title(context.subject, at, context.say, marked=False) for at in measures))


def lines_text(context: Context) -> str:
    """The lines of all pages as JSON by the parents' codes."""
    told = {context.expressions.key_of(parent): parent_line(context, parent) for parent in context.pages}
    return json.dumps(told, ensure_ascii=False)
