# SPDX-License-Identifier: GPL-2.0-or-later
"""Edits of the scenario as undo commands; moves of one slider become one."""

from __future__ import annotations

import time
from typing import Callable, Optional, Tuple

from ..qt_moved import QUndoCommand
from ..scenario.document import Scenario

MergeKey = Optional[Tuple[str, ...]]
"""What an edit is of, such as ("weight", "robbery"); None for an edit that stands alone."""

_MERGED_WITHIN = 2.0  # seconds between two moves that count as one
_MERGEABLE = 1
_ALONE = -1


class ScenarioEdit(QUndoCommand):
    """One edit: the document before and the document after.

    Parameters
    ----------
    apply
        Takes the document that is to be the current one.
    before, after
        The two documents.
    text
        The edit in a few words, as the undo button shows it.
    merge
        Edits of one key that follow each other closely are undone together.
    """

    def __init__(
        self,
        apply: Callable[[Scenario], None],
        before: Scenario,
        after: Scenario,
        text: str,
        merge: MergeKey = None,
    ) -> None:
        super().__init__(text)
        self._apply = apply
        self._before = before
        self._after = after
        self._merge = merge
        self._moment = time.monotonic()

    def id(self) -> int:
        """Which commands Qt offers to `mergeWith`."""
        return _ALONE if self._merge is None else _MERGEABLE

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 (Qt's name)
        """Take over a later edit of the same thing, made at once after this one."""
        if not isinstance(other, ScenarioEdit) or other._merge != self._merge:
            return False
        if other._moment - self._moment > _MERGED_WITHIN:
            return False
        self._after = other._after
        self._moment = other._moment
        return True

    def rewrite(self, rewritten: Callable[[Scenario], Scenario]) -> None:
        """Say the same of both documents in other words."""
        self._before, self._after = rewritten(self._before), rewritten(self._after)

    def redo(self) -> None:
        """Make the later document the current one."""
        self._apply(self._after)

    def undo(self) -> None:
        """Make the earlier document the current one."""
        self._apply(self._before)
