# SPDX-License-Identifier: GPL-2.0-or-later
"""The report's words in the user's language, as HTML or as plain text, the user's own words kept apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Callable, Dict, Iterable, List, Union

from ..core.messages import Message
from .markup import Markup, markup, user
from .numbers import NumberMarks

Say = Callable[[Union[str, Message]], str]
"""Translates a message and fills in its values; a plain text, the user's own, comes back as it is."""

# A value's place in a sentence while the sentence is translated and escaped; never seen by anyone.
_OPEN, _CLOSE = "\ue000", "\ue001"
_SLOT = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")
# Isolates stand in for <bdi> where there are no elements; what could end them early is taken out.
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")


class Plain(str):
    """A value of ours, such as a number or a general word, that needs no isolating."""

    __slots__ = ()


@dataclass(frozen=True)
class Voice:
    """Says things in the user's language.

    Values of a sentence are numbers (written with thousands marks), `Plain` and `Message` (ours),
    `Markup` (HTML only) and plain texts: the user's own words, escaped and isolated.

    Parameters
    ----------
    say
        The translator.
    marks
        How numbers are written.
    """

    say: Say
    marks: NumberMarks = field(default_factory=NumberMarks)

    def __call__(self, template: str, /, **values: Any) -> Markup:
        """A sentence as HTML; the template is a literal passed through `mark`."""
        slots: List[Markup] = []
        filled: Dict[str, str] = {}
        for name, value in values.items():
            filled[name] = f"{_OPEN}{len(slots)}{_CLOSE}"
            slots.append(self._as_markup(value))
        told = markup(self.say(Message(template, filled)))
        return Markup(_SLOT.sub(lambda found: slots[int(found.group(1))], told))

    def text(self, template: str, /, **values: Any) -> str:
        """The same as plain text, for titles and labels in pictures."""
        return self.say(Message(template, {name: self._as_text(value) for name, value in values.items()}))

    def message(self, message: Union[str, Message]) -> str:
        """A message made elsewhere, as plain text."""
        return self.say(message)

    def sentence(self, message: Message) -> Markup:
        """A message made elsewhere, as HTML: the plain texts among its values are the user's."""
        return self(message.template, **message.values)

    def whole(self, number: int) -> Plain:
        """A count."""
        return Plain(self.marks.whole(number))

    def plain(self, value: float) -> Plain:
        """A number in full, such as a score or a weight."""
        return Plain(self.marks.plain(value))

    def setting(self, value: float, times: int = 1) -> Plain:
        """A number that someone set, with all its digits; 100 times a share is its per cent."""
        return Plain(self.marks.setting(value, times))

    def figure(self, value: float) -> Plain:
        """A figure of a measure, to four digits."""
        return Plain(self.marks.figure(value))

    def percent(self, share: float) -> Plain:
        """A share of one, in per cent."""
        return Plain(self.marks.percent(share))

    def joined(self, parts: Iterable[str]) -> Plain:
        """Texts of ours, one after the other."""
        return Plain("; ".join(parts))

    def _as_markup(self, value: Any) -> Markup:
        if isinstance(value, Markup):
            return value
        if isinstance(value, (Plain, Message, int)):
            return markup(self._as_text(value))
        return user(str(value))

    def _as_text(self, value: Any) -> str:
        if isinstance(value, Plain):
            return str(value)
        if isinstance(value, Message):
            return self.say(value)
        if isinstance(value, int):
            return self.marks.whole(value)
        return f"{_ISOLATE}{_DIRECTIONS.sub('', str(value))}{_END_ISOLATE}"
