# SPDX-License-Identifier: GPL-2.0-or-later
"""What need fields are called after their prefix, and what each holds."""

from __future__ import annotations

import re
from typing import Dict, Optional

from .output import FieldKind

KINDS: Dict[str, FieldKind] = {
    "score": FieldKind.REAL,
    "rank": FieldKind.INTEGER,
    "prank": FieldKind.INTEGER,
    "count": FieldKind.INTEGER,
    "avail": FieldKind.INTEGER,
    "high": FieldKind.REAL,
    "near": FieldKind.INTEGER,
    "flags": FieldKind.TEXT,
}
"""The fields that every scenario has, in the order in which they are written."""

ID_SEPARATOR = ";"
"""What stands between the ids of measures in the field of flags; no id holds it."""

_NUMBERED = re.compile(r"([tf])\d{2,3}", re.ASCII)
_NUMBERED_KINDS = {"t": FieldKind.REAL, "f": FieldKind.INTEGER}


def theme_suffix(number: int) -> str:
    """What the field of a theme's score is called, counted from 1."""
    return f"t{number:02}"


def flag_suffix(number: int) -> str:
    """What the field that says whether a measure is above threshold is called, counted from 1."""
    return f"f{number:02}"


def kind_of(suffix: str) -> Optional[FieldKind]:
    """What a field with this suffix holds; None where none of ours is called so."""
    numbered = _NUMBERED.fullmatch(suffix)
    return _NUMBERED_KINDS[numbered.group(1)] if numbered else KINDS.get(suffix)
