# SPDX-License-Identifier: GPL-2.0-or-later
"""The report's words as plain text: labels and tables of a layout know no HTML."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Any

from ..report.markup import Markup, clean
from ..report.voice import Plain, Voice

_RIGHT_TO_LEFT = ("R", "AL", "AN")


@dataclass(frozen=True)
class TextVoice(Voice):
    """Says the same sentences without escaping and without elements."""

    def __call__(self, template: str, /, **values: Any) -> Markup:
        """A sentence as plain text, under the name that the report's functions know."""
        return Markup(self.text(template, **values))

    def _as_text(self, value: Any) -> str:
        if isinstance(value, Markup):
            return str(value)
        if isinstance(value, str) and not isinstance(value, Plain) and not _runs_leftwards(value):
            # Isolates are only of use where directions mix, and would stand in the PDF's text.
            return clean(value)
        return super()._as_text(value)


def _runs_leftwards(text: str) -> bool:
    return any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in text)
