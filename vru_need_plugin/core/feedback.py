# SPDX-License-Identifier: GPL-2.0-or-later
"""Progress and cancelling, as long work sees them; QgsFeedback fits without an adapter."""

from __future__ import annotations

from typing import Protocol

from .messages import Cancelled


class Feedback(Protocol):
    """What a long function asks of its caller."""

    def isCanceled(self) -> bool:  # noqa: N802 (QgsFeedback's own name)
        """Whether the user asked to stop."""

    def setProgress(self, progress: float) -> None:  # noqa: N802
        """Take the progress, 0 to 100."""


class Silent:
    """A feedback that never cancels and shows nothing."""

    def isCanceled(self) -> bool:  # noqa: N802
        """Never cancelled."""
        return False

    def setProgress(self, progress: float) -> None:  # noqa: N802
        """Show nothing."""


def check(feedback: Feedback) -> None:
    """Raise `Cancelled` where the user asked to stop."""
    if feedback.isCanceled():
        raise Cancelled


SILENT = Silent()
"""The feedback of work that nobody watches."""
