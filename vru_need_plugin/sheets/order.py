# SPDX-License-Identifier: GPL-2.0-or-later
"""What is to be printed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import Optional, Tuple

from ..report.subject import Subject
from .template import Template


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


def whole(order: Order) -> Order:
    """The same sheet about all areas."""
    return replace(order, parents=(), atlas=False)
