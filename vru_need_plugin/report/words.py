# SPDX-License-Identifier: GPL-2.0-or-later
"""What areas and their ranks are called in the report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Optional

from ..core.messages import mark
from ..core.ranking import UNRANKED
from ..scenario import place_words
from ..scenario.document import Areas
from ..scoring import focus
from .markup import Markup
from .subject import Subject
from .voice import Plain, Voice


@dataclass(frozen=True)
class PlaceWords:
    """General words for areas and parents: ward, wards, borough, boroughs, Borough."""

    area: Plain
    areas: Plain
    parent: Plain
    parents: Plain
    heading: Plain

    def counted(self, count: int, of_parents: bool = False) -> Plain:
        """What so many are called: 1 ward, 2 wards."""
        if of_parents:
            return self.parent if count == 1 else self.parents
        return self.area if count == 1 else self.areas


def words_for(areas: Areas, say: Voice) -> PlaceWords:
    """The words that the area layer's own names suggest, in the user's language."""
    area, heading = (say.message(word(areas)) for word in (place_words.area_word, place_words.parent_word))
    parent = heading[:1].casefold() + heading[1:]
    several = [say.message(place_words.plural(word)) for word in (area, parent)]
    return PlaceWords(*map(Plain, (area, several[0], parent, several[1], heading)))


def rank_text(subject: Subject, area: int, say: Voice) -> Plain:
    """An area's rank, with an equals sign where it is shared; a dash where there is none."""
    return _rank(int(subject.result.rank[area]), bool(subject.shares_rank[area]), say)


def parent_rank_text(subject: Subject, area: int, say: Voice) -> Plain:
    """The same within the area's parent."""
    return _rank(int(subject.result.parent_rank[area]), bool(subject.shares_parent_rank[area]), say)


def _rank(rank: int, shared: bool, say: Voice) -> Plain:
    if rank == UNRANKED:
        return Plain("–")
    return Plain(f"{'=' if shared else ''}{say.whole(rank)}")


def standing(subject: Subject, area: int, say: Voice) -> Optional[Markup]:
    """4th of 21 in Bexley, 61st of 633 in all; None for an area without a score."""
    result = subject.result
    rank, parent_rank = int(result.rank[area]), int(result.parent_rank[area])
    if rank == UNRANKED:
        return None
    overall = _place(rank, bool(subject.shares_rank[area]), say)
    if parent_rank == UNRANKED:
        return say(mark("{place} of {all} in all"), place=overall, all=subject.scored)
    parent = int(subject.job.parents.of_area[area])
    return say(
        mark("{within} of {siblings} in {parent}, {place} of {all} in all"),
        within=_place(parent_rank, bool(subject.shares_parent_rank[area]), say),
        siblings=int(subject.scored_in_parent[parent]),
        parent=subject.job.parents.names[parent],
        place=overall,
        all=subject.scored,
    )


def _place(rank: int, shared: bool, say: Voice) -> Plain:
    told = ordinal(rank, say)
    return Plain(say.text(mark("joint {place}"), place=told)) if shared else told


def ordinal(number: int, say: Voice) -> Plain:
    """1st, 2nd, 3rd, 4th, 11th, 21st."""
    endings = {1: mark("{number}st"), 2: mark("{number}nd"), 3: mark("{number}rd")}
    teens = number % 100 in (11, 12, 13)
    template = mark("{number}th") if teens else endings.get(number % 10, mark("{number}th"))
    return Plain(say.text(template, number=number))


def focus_parents(subject: Subject) -> List[int]:
    """The numbers of the parents that the scenario puts in focus, those that there are."""
    return list(focus.focus_numbers(subject.job.parents, subject.scenario.options.focus))


def unknown_focus(subject: Subject) -> List[str]:
    """The codes in focus that no area lies in."""
    return list(focus.unknown_focus(subject.job.parents, subject.scenario.options.focus))


def parent_name(subject: Subject, area: int) -> str:
    """The name of an area's parent; empty without one."""
    number = int(subject.job.parents.of_area[area])
    return subject.job.parents.names[number] if number >= 0 else ""


def listed(items: List[Markup], say: Voice, most: int) -> Markup:
    """The first few of many, and how many more there are."""
    shown = Markup(", ".join(items[:most]))
    if len(items) <= most:
        return shown
    return say(mark("{shown} and {more} more"), shown=shown, more=len(items) - most)
