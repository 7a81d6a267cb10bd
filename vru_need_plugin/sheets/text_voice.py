# SPDX-License-Identifier: GPL-2.0-or-later
"""The report's words as plain text: labels and tables of a layout know no HTML."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Any

from qgis.PyQt.QtCore import QLocale

from ..report.markup import Markup, clean
from ..report.numbers import NumberMarks
from ..report.voice import Plain, Voice
from ..translation import translated

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


def voice_of_user() -> TextVoice:
    """In the language, and with the numbers, that QGIS is set to."""
    return TextVoice(translated, number_marks(QLocale()))


def number_marks(locale: QLocale) -> NumberMarks:
    """How the user's language writes numbers, thousands apart where the user has it so."""
    together = locale.numberOptions() & QLocale.NumberOption.OmitGroupSeparator
    return NumberMarks(str(locale.decimalPoint()), "" if together else str(locale.groupSeparator()))


def _runs_leftwards(text: str) -> bool:
    return any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in text)
