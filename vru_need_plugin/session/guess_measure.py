# SPDX-License-Identifier: GPL-2.0-or-later
"""What the name of a column says of theme and direction; a first guess, for people to correct."""

from __future__ import annotations

import re
from typing import Collection, Optional

from ..core.messages import Message, mark
from ..core.threshold import Direction
from ..scenario.document import ColumnRef, Nature, Rolling, Value, ValueKind

_LOW = re.compile(
    r"\b(life expectancy|income|employment rate|in employment|earnings|pay|trust|confiden\w*|satisf\w*|"
    r"attain\w*|gcse|qualified|level 4|good job|good health|well-?being|happi\w*|public transport|ptal?i?|"
    r"accessib\w*|open space|green(space| cover|_cover)?|treat\w* (\w+ )?(fairly|with respect)|feel safe|"
    r"informed|listen\w*|relied|understand\w*|dealing with|contact ward officer)\b",
    re.IGNORECASE,
)
_HIGH = re.compile(
    r"\b(depriv\w*|unemploy\w*|out of work|no qualif\w*|without|bad health|not good|low income|"
    r"income support|income (score|proportion|extent)|worr\w*|poverty|absence|claim\w*|not in employment)\b",
    re.IGNORECASE,
)
# Rank 1 and decile 1 of an index of deprivation are its most deprived.
_DEPRIVATION = re.compile(r"\b(depriv\w*|imd|idaci|idaopi)\b", re.IGNORECASE)
_PLACED = re.compile(r"\b(rank|decile|quintile)\b", re.IGNORECASE)
_THEMES = (
    (
        mark("Public perceptions"),
        re.compile(
            r"\b(trust|confiden\w*|satisf\w*|percep\w*|feel|worr\w*|good job|fairly|informed|listen\w*|"
            r"relied|understand issues|contact ward officer)\b",
            re.I,
        ),
    ),
    (
        mark("Crime"),
        re.compile(
            r"\b(crime\w*|robber\w*|burglar\w*|theft|violen\w*|offen[cs]e\w*|drug\w*|weapon\w*|assault|arson|"
            r"criminal|homicide|knife|vehicle|sexual|public order|anti-social|disorder)\b",
            re.I,
        ),
    ),
    (
        mark("Public health"),
        re.compile(
            r"\b(health|life expectancy|obes\w*|mortal\w*|deaths?|births?|conceptions?|disab\w*|illness|"
            r"admissions?|a&e|alcohol|smok\w*|well-?being)\b",
            re.I,
        ),
    ),
)


_SHARE = re.compile(r"%|\b(per ?cent|percentage)\b", re.IGNORECASE)
_NOT_COUNTED = re.compile(
    r"\b(rate|ratio|per|proportion|share|index|score|rank|decile|quintile|average|mean|median|price|cost|"
    r"income|earnings|pay|age|years?|expectancy|density|hectares?|distance|level|ptal?i?|code|id|fid)\b|£|€|\$",
    re.IGNORECASE,
)


def guess_direction(title: str) -> Direction:
    """Low for what people want more of (life expectancy, trust), high for all that is not known."""
    plain = title.replace("_", " ")
    if _DEPRIVATION.search(plain) and _PLACED.search(plain):
        return Direction.LOW
    return Direction.LOW if _LOW.search(plain) and not _HIGH.search(plain) else Direction.HIGH


def guess_theme(title: str) -> Message:
    """The theme that a name speaks of, or a theme for all the others."""
    plain = title.replace("_", " ")
    for words, pattern in _THEMES:
        if pattern.search(plain):
            return Message(words)
    return Message(mark("Other measures"))


def guess_nature(value: Value, title: str, whole: Collection[str]) -> Optional[Nature]:
    """What sort of figure a value is; None where neither its kind, its name nor its figures tell.

    Parameters
    ----------
    whole
        The columns that hold whole numbers from 0 up. They count something, unless the name says
        otherwise: a rank, a score, a price.
    """
    if value.kind is ValueKind.RATIO:
        return Nature.RATE
    if value.kind is ValueKind.PERCENT_CHANGE or _SHARE.search(title):
        return Nature.PERCENTAGE
    if value.kind is ValueKind.CHANGE or _NOT_COUNTED.search(title.replace("_", " ")):
        return None
    return Nature.COUNT if value.columns and all(_is_whole(ref, whole) for ref in value.columns) else None


def _is_whole(reference: ColumnRef, whole: Collection[str]) -> bool:
    if isinstance(reference, Rolling):
        return any(name.startswith(reference.starts) for name in whole)
    return reference in whole
