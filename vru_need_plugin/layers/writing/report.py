# SPDX-License-Identifier: GPL-2.0-or-later
"""What was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Tuple

from ...core.messages import Message
from .route import TakeBack


@dataclass(frozen=True)
class WriteReport:
    """What was written, and what the user should know about it.

    Parameters
    ----------
    areas
        How many areas got values.
    fields
        The need fields written, in order.
    removed, emptied
        Need fields of an earlier score that this one does not have.
    notes
        What turned out otherwise than asked, in plain words.
    source
        The written layer as QGIS opens it; None where a layer that is open was changed.
    saved
        Whether the values are in the file; False where the layer is being edited and the user
        has still to save.
    take_back
        How to undo it, where that was asked for.
    """

    areas: int
    fields: Tuple[str, ...]
    removed: Tuple[str, ...] = ()
    emptied: Tuple[str, ...] = ()
    notes: Tuple[Message, ...] = ()
    source: Optional[str] = None
    saved: bool = True
    take_back: Optional[TakeBack] = None
