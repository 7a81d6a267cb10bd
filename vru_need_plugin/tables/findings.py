# SPDX-License-Identifier: GPL-2.0-or-later
"""Single findings of a table's report."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Optional, Tuple

from ..core.messages import Message
from .causes import Cause


class Side(Enum):
    """Which side of a match a row of the report is about."""

    TABLE = "table"
    LAYER = "layer"


@dataclass(frozen=True)
class Unmatched:
    """A key that matches nothing.

    Attributes
    ----------
    key
        As its side writes it.
    name
        What the area, or the table's row, is called; empty where nothing says.
    cause
        The likely cause.
    meant
        The key of the other side, as written there, that may be meant; a ``key_aliases`` entry
        would join the two.
    row
        The table's row; None for a key of the layer.
    """

    key: str
    name: str
    cause: Cause
    meant: Optional[str] = None
    row: Optional[int] = None


@dataclass(frozen=True)
class Duplicate:
    """A key on several rows of a table that takes one row a key; the first counts."""

    key: str
    rows: Tuple[int, ...]


@dataclass(frozen=True)
class Spellings:
    """Different spellings that were taken as one key, and the row of the first."""

    spellings: Tuple[str, ...]
    row: int


@dataclass(frozen=True)
class NotThere:
    """Keys that the scenario lists for a table under `option` and that `side` does not have."""

    option: str
    side: Side
    keys: Tuple[str, ...]


@dataclass(frozen=True)
class ReportRow:
    """One finding, flat, for an output table. `cause` and `detail` are words to translate."""

    table: str
    side: Side
    key: str
    name: str
    cause: Message
    detail: Optional[Message] = None
    row: Optional[int] = None
