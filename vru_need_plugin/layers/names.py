# SPDX-License-Identifier: GPL-2.0-or-later
"""Which fields of a layer are need fields of ours, by name and type."""

from __future__ import annotations

from typing import Optional, Tuple

from qgis.core import QgsFields

from ..core.output import FieldKind
from ..core.suffixes import kind_of
from .fields import can_hold


def need_field_names(fields: QgsFields, prefix: str) -> Tuple[str, ...]:
    """The need fields among `fields`: those with a name and a type that scoring writes.

    Without a prefix nothing tells a need field from one of the user's, and none is returned.
    """
    if not prefix:
        return ()
    kinds = ((field, _kind(field.name(), prefix)) for field in fields)
    return tuple(field.name() for field, kind in kinds if kind is not None and can_hold(field, kind))


def is_named(name: str, prefix: str) -> bool:
    """Whether a field has the name of a need field, whatever its type."""
    return bool(prefix) and _kind(name, prefix) is not None


def _kind(name: str, prefix: str) -> Optional[FieldKind]:
    if not name.startswith(prefix):
        return None
    return kind_of(name[len(prefix) :])
