# SPDX-License-Identifier: GPL-2.0-or-later
"""A value that could be a measure."""

from __future__ import annotations

from dataclasses import dataclass

from ..core.messages import Message
from ..core.threshold import Direction
from ..scenario.document import Value


@dataclass(frozen=True)
class Offer:
    """A value that could be a measure.

    Attributes
    ----------
    title
        What the measure would be called; words to translate.
    value
        How it is worked out.
    direction
        As far as the name tells.
    is_whole
        Whether it is a column of whole numbers from 0 up, which may count something.
    """

    title: Message
    value: Value
    direction: Direction = Direction.HIGH
    is_whole: bool = False
