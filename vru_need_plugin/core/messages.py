# SPDX-License-Identifier: GPL-2.0-or-later
"""Words for people, kept translatable without Qt.

A message is a template marked for translation and the values that fill it. It is filled in
English here (logs, tests, command line) and in the user's language at the edge, by
``vru_need_plugin.translation.translated``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Mapping


def mark(template: str) -> str:
    """Mark a literal for translation and return it unchanged.

    Translation tools find the literal by this function's name, so the argument must be one
    plain string, never an f-string.
    """
    return template


@dataclass(frozen=True)
class Message:
    """A sentence for the user: a marked template and the values for its ``{names}``."""

    template: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format(**self.values)


class NeedError(Exception):
    """An error with words for the user: what is wrong, where, and what to do.

    Parameters
    ----------
    template
        A literal passed through `mark`.
    **values
        What fills the template's ``{names}``.
    """

    def __init__(self, template: str, **values: Any) -> None:
        self.message = Message(template, values)
        super().__init__(str(self.message))


class Cancelled(Exception):
    """The user asked to stop; nothing was written."""


NOT_AN_INDEX = mark(
    "A need score counts the measures on which an area is beyond the threshold chosen for one "
    "decision. It is a decision aid for that decision, not an index to be reused elsewhere."
)
"""The statement that every output carries."""
