# SPDX-License-Identifier: GPL-2.0-or-later
"""Why an area has its score, in a sentence."""

from __future__ import annotations

from ..core.areas import AreaTable
from ..scenario.document import Areas
from ..scoring.explain import AreaStanding
from ..session.words import area_word, parent_word
from ..translation import tr
from .numbers import whole


def sentence(name: str, story: str) -> str:
    """An area's name and its story as one sentence."""
    return tr("{name}: {story}").format(name=name, story=story)


def story(standing: AreaStanding, area: int, areas: AreaTable, spec: Areas) -> str:
    """What there is to say of an area, in plain text.

    With its name in front:

    Northumberland Park: above threshold on 12 of 16, rank 1 of 625 and 1 of 19 in Haringey; 2 just
    below; none missing; 10 ward-level + 2 borough-level
    """
    parts = [_head(standing), _near(standing), _missing(standing)]
    if standing.above_by_parent:
        parts.append(_levels(standing, spec))
    parts[0] = f"{parts[0]}, {_ranks(standing, area, areas)}"
    return "; ".join(parts)


def _head(standing: AreaStanding) -> str:
    if standing.above == 0:
        return tr("no measure above threshold, of {all}").format(all=len(standing.measures))
    return tr("above threshold on {above} of {all}").format(above=standing.above, all=len(standing.measures))


def _ranks(standing: AreaStanding, area: int, areas: AreaTable) -> str:
    if standing.rank is None:
        return tr("no score, because there is data for {data} of {all} measures only").format(
            data=len(standing.measures) - standing.missing, all=len(standing.measures)
        )
    overall = tr("rank {rank} of {of}").format(rank=whole(standing.rank), of=whole(standing.scored))
    parent = _parent_name(area, areas)
    if standing.parent_rank is None or not parent:
        return overall
    return tr("{overall} and {rank} of {of} in {parent}").format(
        overall=overall,
        rank=whole(standing.parent_rank),
        of=whole(standing.parent_scored),
        parent=parent,
    )


def _near(standing: AreaStanding) -> str:
    if standing.near == 0:
        return tr("none just below")
    return tr("{count} just below").format(count=standing.near)


def _missing(standing: AreaStanding) -> str:
    if standing.missing == 0:
        return tr("none missing")
    return tr("{count} missing").format(count=standing.missing)


def _levels(standing: AreaStanding, spec: Areas) -> str:
    return tr("{own} {area}-level + {carried} {parent}-level").format(
        own=standing.above - standing.above_by_parent,
        area=area_word(spec),
        carried=standing.above_by_parent,
        parent=parent_word(spec).casefold(),
    )


def _parent_name(area: int, areas: AreaTable) -> str:
    for names in (areas.parent_names, areas.parent_codes):
        if names is not None and names[area]:
            return str(names[area])
    return ""
