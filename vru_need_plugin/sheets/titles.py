# SPDX-License-Identifier: GPL-2.0-or-later
"""Measures by short names, for lines and narrow columns."""

from __future__ import annotations

from ..core.messages import mark
from ..report.subject import Subject
from .text_voice import TextVoice


def short_title(subject: Subject, number: int, say: TextVoice, *, marked: bool = True) -> str:
    """A measure's title without the unit at its end, marked where it is known for parents only.

    "Robbery per 1,000 residents", in "per 1,000 residents, three years", is "Robbery".
    """
    measure = subject.measures[number]
    title = measure.title.strip()
    unit = (measure.unit or "").strip()
    for ending in (unit, unit.partition(", ")[0]):
        if ending and title.casefold().endswith(f" {ending.casefold()}"):
            title = title[: -len(ending)].rstrip(" ,;–-")
            break
    titles = {other.title for other in subject.measures}
    if not title or title in titles - {measure.title}:
        title = measure.title.strip()
    if marked and subject.parent_level[number]:
        return say.text(mark("{title} (b)"), title=title)
    return title
