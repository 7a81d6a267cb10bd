# SPDX-License-Identifier: GPL-2.0-or-later
"""What the measures come to in the current scores, worked out once for each result and measure."""

from __future__ import annotations

from typing import Dict, Optional, Tuple
from weakref import WeakKeyDictionary

from ..core.result import Result
from .session import Session
from .standing import MeasureOutcome, measure_number, measure_outcome

_Known = Tuple[Result, Dict[str, Optional[MeasureOutcome]]]
_known: WeakKeyDictionary[Session, _Known] = WeakKeyDictionary()


def outcome_of(session: Session, measure_id: str) -> Optional[MeasureOutcome]:
    """What a measure comes to; None where it is not scored."""
    job, result = session.job, session.result
    if job is None or result is None:
        _known.pop(session, None)
        return None
    known = _known.get(session)
    if known is None or known[0] is not result:
        known = (result, {})
        _known[session] = known
    outcomes = known[1]
    if measure_id not in outcomes:
        number = measure_number(job, measure_id)
        outcomes[measure_id] = None if number is None else measure_outcome(job, result, number)
    return outcomes[measure_id]
