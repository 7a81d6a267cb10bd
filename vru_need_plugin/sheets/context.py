# SPDX-License-Identifier: GPL-2.0-or-later
"""All that the parts of a sheet are made from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Optional, Tuple

from qgis.core import QgsExpressionContextUtils, QgsPrintLayout, QgsProject, QgsVectorLayer

from ..core.feedback import SILENT, Feedback
from ..report.subject import Subject
from ..report.words import PlaceWords, words_for
from .expressions import Expressions
from .order import Order
from .text_voice import TextVoice

PREFIX = "vru_"
"""What our variables and the ids of our items begin with."""
PAGE_PLACE = "\u2039place\u203a"
"""Stands, in a text of an atlas, for the name of the page's parent."""


@dataclass(frozen=True, eq=False)
class Context:
    """A sheet to be made.

    Parameters
    ----------
    project, layer
        Whose layout it is, and a layer of the project that the subject's scores are written in.
    subject, order, say
        What it shows, what was asked for, and the user's language.
    feedback
        Is asked while outlines are made whether the user has had enough.
    """

    project: QgsProject
    layer: QgsVectorLayer
    subject: Subject
    order: Order
    say: TextVoice
    feedback: Feedback = SILENT

    @cached_property
    def expressions(self) -> Expressions:
        """What is said of an area, from its fields."""
        return Expressions(self.subject, self.layer, self.say, self.pages)

    @cached_property
    def places(self) -> PlaceWords:
        """What areas and parents are called."""
        return words_for(self.subject.scenario.areas, self.say)

    @property
    def is_of_parents(self) -> bool:
        """Whether a page is about one parent."""
        return self.order.atlas or bool(self.order.parents)

    @property
    def parent(self) -> Optional[int]:
        """The one parent that the sheet is about; None for all areas, and for an atlas."""
        return self.order.parents[0] if self.order.parents and not self.order.atlas else None

    @property
    def pages(self) -> Tuple[int, ...]:
        """The parents that pages are about; empty for a sheet about all areas."""
        if self.order.atlas and not self.order.parents:
            return tuple(range(len(self.subject.job.parents)))
        return self.order.parents

    @property
    def place(self) -> str:
        """What a page is about, by name: the parent, or what stands for it in an atlas; or blank."""
        if self.order.atlas:
            return PAGE_PLACE
        return "" if self.parent is None else self.subject.job.parents.names[self.parent]

    @property
    def inside(self) -> Optional[str]:
        """Whether an area is what the page is about, as an expression; None for all areas."""
        return self.expressions.in_parent(self.parent) if self.is_of_parents else None


def set_text(layout: QgsPrintLayout, name: str, text: str) -> None:
    """Set a variable of the layout, without its prefix; labels show it by name, never evaluated."""
    QgsExpressionContextUtils.setLayoutVariable(layout, PREFIX + name, text)


def text_of(name: str) -> str:
    """A variable as an expression."""
    return f"@{PREFIX}{name}"


def follow_page(text: str, layout: QgsPrintLayout, key: str) -> str:
    """A label's text in which an atlas's page says its own name and line.

    Parameters
    ----------
    key
        The page's parent, as an expression.
    """
    scope = QgsExpressionContextUtils.layoutScope(layout)
    key = key.replace("%]", "%' || ']")  # a name in it never ends what QGIS evaluates in a label
    # What `alone` finds again.
    text = text.replace("@vru_parent_line ", f"map_get(json_to_map(@vru_parent_lines), {key}) ")
    for name in scope.variableNames():
        if name.startswith(PREFIX) and PAGE_PLACE in str(scope.variable(name)):
            text = text.replace(f"@{name} ", f"replace(@{name}, '{PAGE_PLACE}', @atlas_pagename) ")
    return text


_ALONE = re.compile(
    r"\s*\[% *("
    r"@(?P<name>vru_\w+)"
    rf"|replace\(@(?P<placed>vru_\w+) , '{PAGE_PLACE}', @atlas_pagename\)"
    r"|map_get\(json_to_map\(@(?P<looked_up>vru_parent_lines)\), (?:(?!%\]).)+\)"
    r") *%\]\s*",
    re.DOTALL,
)


def alone(text: str) -> Optional[Tuple[str, str]]:
    """The variable that is all that a label's text shows, and its expression; None where there is more."""
    found = _ALONE.fullmatch(text)
    if found is None:
        return None
    return next(name for name in found.group("name", "placed", "looked_up") if name), found.group(1)
