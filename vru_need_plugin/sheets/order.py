# SPDX-License-Identifier: GPL-2.0-or-later
"""What is to be printed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Optional, Sequence, Tuple

from ..core.messages import NeedError, mark
from ..report.subject import Subject
from .template import Template

_LISTED = 40


class Labels(Enum):
    """What stands on the areas of the map."""

    NONE = "none"
    NUMBERS = "numbers"
    NAMES = "names"


@dataclass(frozen=True)
class Order:
    """A sheet as it is asked for.

    Parameters
    ----------
    template
        What it looks like.
    title, purpose, author, date
        What stands at its head and foot; the purpose is the decision that it is made for.
    copyright
        The line on rights; None for the one that the layer and the tables suggest.
    parents
        The parents, by number, that the sheet is about; empty for all areas. Several make an atlas
        of these.
    atlas
        Whether every parent of `parents`, or every one there is, gets a page.
    top
        How many areas the ranking shows at most; 0 for as many as there is room for.
    labels
        What stands on the areas.
    """

    template: Template
    title: str
    purpose: str = ""
    author: str = ""
    date: str = ""
    copyright: Optional[str] = None
    parents: Tuple[int, ...] = ()
    atlas: bool = False
    top: int = 0
    labels: Labels = Labels.NUMBERS


def order_for(subject: Subject, template: Template) -> Order:
    """What a scenario suggests to print."""
    scenario = subject.scenario
    return Order(
        template,
        scenario.title,
        scenario.question or "",
        scenario.author or "",
        scenario.date or "",
    )


def pages_for(template: Template, chosen: Tuple[int, ...], atlas: bool) -> Tuple[int, ...]:
    """Which parents a sheet is about, where these were chosen: all areas for none.

    A sheet that is no atlas and made for all areas is about one parent where one was chosen, and
    about all areas where several were.
    """
    if atlas or len(chosen) <= 1:
        return chosen
    return chosen[:1] if template.is_of_a_parent else ()


def parents_named(subject: Subject, texts: Sequence[str]) -> Tuple[int, ...]:
    """The parents with these codes or names, in the order of the texts.

    Raises
    ------
    NeedError
        There is no such parent.
    """
    parents = subject.job.parents
    by_text = {name.strip().casefold(): at for at, name in reversed(list(enumerate(parents.names)))}
    by_text.update({code.strip().casefold(): at for at, code in enumerate(parents.codes)})
    found = []
    for text in texts:
        if text.strip().casefold() not in by_text:
            raise NeedError(
                mark("No area lies in “{name}”. There are: {names}."),
                name=text.strip(),
                names=", ".join(sorted(parents.names)[:_LISTED]),
            )
        found.append(by_text[text.strip().casefold()])
    return tuple(dict.fromkeys(found))
