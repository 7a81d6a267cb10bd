# SPDX-License-Identifier: GPL-2.0-or-later
"""The one gate for scores that leave the dock: written, printed, exported or copied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from ..core.messages import NeedError, mark
from ..core.result import Result
from ..scoring.road import Job
from .session import Session


@dataclass(frozen=True, eq=False)
class Outgoing:
    """Scores that are those of the scenario and of the areas as they are now, with no measure left out."""

    job: Job
    result: Result


def withheld(session: Session) -> Optional[NeedError]:
    """Why the scores that are shown must not leave the dock; None where they may, or there are none."""
    if session.result is None:
        return None
    if not session.is_up_to_date:
        return NeedError(mark("The scores are being worked out; this can be done once they are there."))
    return session.left_out


def outgoing(session: Session) -> Optional[Outgoing]:
    """The scores as they may leave the dock; None where there are none.

    Raises
    ------
    NeedError
        Those that are shown are of an earlier scenario, or lack a measure in use.
    """
    reason = withheld(session)
    if reason is not None:
        raise reason
    if session.job is None or session.result is None:
        return None
    return Outgoing(session.job, session.result)
