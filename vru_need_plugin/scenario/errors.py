# SPDX-License-Identifier: GPL-2.0-or-later
"""What is wrong in a scenario, and at which key."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from ..core.alike import shortened
from ..core.messages import Message, NeedError, mark

_LONGEST_PATH = 200
_LONGEST_VALUE = 500
"""Characters in a message of a key's path and of what stands there, either of which may be a page."""


class ScenarioError(NeedError):
    """A scenario that cannot be used, with the key at fault.

    Attributes
    ----------
    key
        The path of the key at fault, such as ``measures[3].threshold.value``; empty where the
        document as a whole is at fault.
    problem
        What is wrong there and what to do, without the place.
    """

    def __init__(self, problem: Message, key: str = "", where: str = "") -> None:
        if where:
            super().__init__(mark("{where}: {problem}"), where=where, problem=problem)
        else:
            super().__init__(problem.template, **problem.values)
        self.key = key
        self.problem = problem


@dataclass(frozen=True)
class Place:
    """A place in a scenario document, to say where an error is.

    Parameters
    ----------
    source
        The file, or what else the document is known by; may be empty.
    path
        The path of the key, such as ``measures[3].weight``.
    about
        The id of the measure, table or profile that the key belongs to.
    """

    source: str = ""
    path: str = ""
    about: str = ""

    def key(self, name: str) -> Place:
        """The place of a key of this object."""
        return replace(self, path=f"{self.path}.{name}" if self.path else name)

    def item(self, index: int) -> Place:
        """The place of an item of this list, counted from 0 as in JSON tools."""
        return replace(self, path=f"{self.path}[{index}]")

    def of(self, about: str) -> Place:
        """The same place, known to belong to the measure, table or profile with this id."""
        return replace(self, about=about)

    def error(self, template: str, **values: Any) -> ScenarioError:
        """The error to raise: a marked template that says what is wrong here."""
        shown = {
            name: shortened(value, _LONGEST_VALUE) if isinstance(value, str) else value
            for name, value in values.items()
        }
        return self.wrapped(Message(template, shown))

    def wrapped(self, problem: Message) -> ScenarioError:
        """The error to raise for a problem found elsewhere, such as in a threshold's bounds."""
        path = shortened(self.path, _LONGEST_PATH)
        path = f"{path} ({shortened(self.about)})" if path and self.about else path
        where = ": ".join(part for part in (self.source, path) if part)
        return ScenarioError(problem, self.path, where)
