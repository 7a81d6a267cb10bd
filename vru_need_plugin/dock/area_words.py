# SPDX-License-Identifier: GPL-2.0-or-later
"""Why an area has its score, in a sentence."""

from __future__ import annotations

from ..core.areas import AreaTable
from ..scenario.document import Areas
from ..scoring.explain import AreaStanding
from ..session.words import area_word, parent_word
from ..translation import tr
from .numbers import plain, whole


def sentence(name: str, story: str) -> str:
    """An area's name and its story as one sentence."""
    return tr("{name}: {story}").format(name=name, story=story)


def story(
    standing: AreaStanding, area: int, areas: AreaTable, spec: Areas, *, is_in_focus: bool = False
) -> str:
    """What there is to say of an area, in plain text.

    With its name in front:

    Northumberland Park: above threshold on 12 of 16, rank 1 of 625 and 1 of 19 in Haringey; 2 just
    below; none missing; 10 ward-level + 2 borough-level

    Where measures differ in weight it ends: 10 ward-level + 2 borough-level, weighing 12.5 + 4
    Ranks shared with another area have an equals sign. Where the parent is in focus, its rank
    comes first: 4th of 21 in Bexley, 61st of 633 in all.
    """
    if not standing.measures:
        return tr("no measure is in use, so there is no score")
    parts = [_head(standing), _near(standing), _missing(standing)]
    if standing.above_by_parent:
        parts.append(_levels(standing, spec))
    parts[0] = f"{parts[0]}, {ranks(standing, area, areas, is_in_focus)}"
    return "; ".join(parts)


def _head(standing: AreaStanding) -> str:
    if standing.above == 0:
        return tr("no measure above threshold, of {all}").format(all=len(standing.measures))
    return tr("above threshold on {above} of {all}").format(above=standing.above, all=len(standing.measures))


def ranks(standing: AreaStanding, area: int, areas: AreaTable, is_in_focus: bool = False) -> str:
    """An area's rank over all and within its parent, or why it has none."""
    if standing.rank is None:
        return tr("no score, because there is data for {data} of {all} measures only").format(
            data=len(standing.measures) - standing.missing, all=len(standing.measures)
        )
    parent = _parent_name(area, areas)
    rank, of = rank_text(standing.rank, standing.is_joint), whole(standing.scored)
    if standing.parent_rank is None or not parent:
        return tr("rank {rank} of {of}").format(rank=rank, of=of)
    here, among = rank_text(standing.parent_rank, standing.is_parent_joint), whole(standing.parent_scored)
    if is_in_focus:
        return tr("{here} of {among} in {parent}, {rank} of {of} in all").format(
            here=_ordinal(standing.parent_rank, standing.is_parent_joint),
            among=among,
            parent=parent,
            rank=_ordinal(standing.rank, standing.is_joint),
            of=of,
        )
    return tr("rank {rank} of {of} and {here} of {among} in {parent}").format(
        rank=rank, of=of, here=here, among=among, parent=parent
    )


def rank_text(rank: int, is_joint: bool) -> str:
    """A rank, with an equals sign where it is shared."""
    return f"{'=' if is_joint else ''}{whole(rank)}"


def _ordinal(rank: int, is_joint: bool) -> str:
    """1st, 2nd, 3rd, 4th, 11th, 21st, with an equals sign where it is shared."""
    endings = {1: tr("{number}st"), 2: tr("{number}nd"), 3: tr("{number}rd")}
    is_teen = rank % 100 in (11, 12, 13)
    ending = tr("{number}th") if is_teen else endings.get(rank % 10, tr("{number}th"))
    return ending.format(number=rank_text(rank, is_joint))


def _near(standing: AreaStanding) -> str:
    if standing.near == 0:
        return tr("none just below")
    return tr("{count} just below").format(count=standing.near)


def _missing(standing: AreaStanding) -> str:
    if standing.missing == 0:
        return tr("none missing")
    return tr("{count} missing").format(count=standing.missing)


def _levels(standing: AreaStanding, spec: Areas) -> str:
    """How many measures of which level; what they weigh, too, where that is not the same."""
    told = tr("{own} {area}-level + {carried} {parent}-level").format(
        own=standing.above - standing.above_by_parent,
        area=area_word(spec),
        carried=standing.above_by_parent,
        parent=parent_word(spec).casefold(),
    )
    if not standing.is_weighted:
        return told
    return tr("{levels}, weighing {own} + {carried}").format(
        levels=told,
        own=plain(standing.weight_above(by_parent=False)),
        carried=plain(standing.weight_above(by_parent=True)),
    )


def _parent_name(area: int, areas: AreaTable) -> str:
    for names in (areas.parent_names, areas.parent_codes):
        if names is not None and names[area]:
            return str(names[area])
    return ""
