# SPDX-License-Identifier: GPL-2.0-or-later
"""A field to write, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Optional, Sequence, Union

from .messages import Message

Words = Union[str, Message]
"""The user's own words, or words of ours to be translated where they are shown."""


class FieldKind(Enum):
    """The three types that need fields have."""

    REAL = "real"
    INTEGER = "integer"
    TEXT = "text"


@dataclass(frozen=True)
class OutputField:
    """One need field with its values.

    Parameters
    ----------
    name
        At most 10 ASCII characters, prefix included.
    kind
        Its type.
    alias
        The human name.
    comment
        What the figure is, for the layer's field comment.
    values
        One plain Python float, int or str an area, in layer order; None is NULL.
    """

    name: str
    kind: FieldKind
    alias: Words
    comment: Words
    values: Sequence[Optional[Union[float, int, str]]]
