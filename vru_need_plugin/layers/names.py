# SPDX-License-Identifier: GPL-2.0-or-later
"""Which fields of a layer are need fields of ours, by name and type."""

from __future__ import annotations

import re
from typing import Optional, Tuple

from qgis.core import QgsFields

from ..core.output import FieldKind
from .fields import can_hold

_KINDS = {
    "score": FieldKind.REAL,
    "rank": FieldKind.INTEGER,
    "prank": FieldKind.INTEGER,
    "count": FieldKind.INTEGER,
    "avail": FieldKind.INTEGER,
    "high": FieldKind.REAL,
    "near": FieldKind.INTEGER,
    "flags": FieldKind.TEXT,
}

_THEME = re.compile(r"t\d{2,3}")
_FLAG = re.compile(r"f\d{2,3}")


def need_field_names(fields: QgsFields, prefix: str) -> Tuple[str, ...]:
    """The need fields among `fields`: those with a name and a type that scoring writes.

    Without a prefix nothing tells a need field from one of the user's, and none is returned.
    """
    if not prefix:
        return ()
    kinds = ((field, _kind(field.name(), prefix)) for field in fields)
    return tuple(field.name() for field, kind in kinds if kind is not None and can_hold(field, kind))


def _kind(name: str, prefix: str) -> Optional[FieldKind]:
    if not name.startswith(prefix):
        return None
    rest = name[len(prefix) :]
    if _THEME.fullmatch(rest):
        return FieldKind.REAL
    if _FLAG.fullmatch(rest):
        return FieldKind.INTEGER
    return _KINDS.get(rest)
