# SPDX-License-Identifier: GPL-2.0-or-later
"""Need fields as QGIS fields, with the type names that each provider insists on."""

from __future__ import annotations

from typing import Any, Dict, Mapping, NamedTuple, Optional, Union

from qgis.core import Qgis, QgsField
from qgis.PyQt.QtCore import QMetaType, QVariant

from ..core.output import FieldKind, OutputField
from ..translation import translated

Cell = Optional[Union[float, int, str]]


class _Native(NamedTuple):
    """How a provider names a type, with the length and precision that it wants with it."""

    name: str
    length: int = 0
    precision: int = 0
    is_long: bool = False


_OGR = {
    FieldKind.REAL: _Native("Real"),
    FieldKind.INTEGER: _Native("Integer"),
    FieldKind.TEXT: _Native("String"),
}

# A PostGIS table refuses values where a column was asked for by another type name than these.
_NATIVE: Mapping[str, Dict[FieldKind, _Native]] = {
    "ogr": _OGR,
    "memory": {
        FieldKind.REAL: _Native("double"),
        FieldKind.INTEGER: _Native("integer"),
        FieldKind.TEXT: _Native("string"),
    },
    "postgres": {
        FieldKind.REAL: _Native("float8", -1, 0),
        FieldKind.INTEGER: _Native("int4", -1, 0),
        FieldKind.TEXT: _Native("text", -1, 0),
    },
    "spatialite": {
        FieldKind.REAL: _Native("FLOAT"),
        FieldKind.INTEGER: _Native("INTEGER", is_long=True),
        FieldKind.TEXT: _Native("TEXT"),
    },
    "mssql": {
        FieldKind.REAL: _Native("float"),
        FieldKind.INTEGER: _Native("int"),
        FieldKind.TEXT: _Native("nvarchar(max)"),
    },
}

_INTEGERS = (QMetaType.Type.Int, QMetaType.Type.UInt, QMetaType.Type.LongLong, QMetaType.Type.ULongLong)


def qgs_field(output: OutputField, provider: str = "ogr", *, cap: int = 0) -> QgsField:
    """A need field for a new layer of `provider`, with its human name and what it holds.

    Parameters
    ----------
    provider
        ``layer.providerType()``.
    cap
        The longest text that the format holds; 0 where it has no limit.
    """
    field = bare_field(output, provider, cap=cap)
    field.setAlias(translated(output.alias))
    field.setComment(translated(output.comment))
    return field


def bare_field(output: OutputField, provider: str = "ogr", *, cap: int = 0) -> QgsField:
    """A need field for an edit buffer, without human name and comment.

    A buffer with a field that the provider gives back otherwise than it was told to add it cannot
    be saved ("field is not the same"), and most providers give neither back.
    """
    native = _NATIVE.get(provider, _OGR)[output.kind]
    length = cap if output.kind is FieldKind.TEXT and cap else native.length
    kind = field_type(output.kind, is_long=native.is_long)
    return QgsField(output.name, kind, native.name, length, native.precision)


def field_type(kind: FieldKind, *, is_long: bool = False) -> Any:
    """A kind of field in the terms that this QGIS takes: QMetaType from 3.38 on, QVariant before."""
    meta = {
        FieldKind.REAL: QMetaType.Type.Double,
        FieldKind.INTEGER: QMetaType.Type.LongLong if is_long else QMetaType.Type.Int,
        FieldKind.TEXT: QMetaType.Type.QString,
    }[kind]
    return meta if Qgis.QGIS_VERSION_INT >= 33800 else QVariant.Type(meta)


def native(kind: FieldKind, value: Any) -> Cell:
    """A value as plain Python; NaN is None.

    Numpy's own scalars would be written as NULL without a word.
    """
    if value is None or value != value:
        return None
    if kind is FieldKind.REAL:
        return float(value)
    return int(value) if kind is FieldKind.INTEGER else str(value)


def is_text(field: QgsField) -> bool:
    """Whether the field holds text."""
    return bool(field.type() == QMetaType.Type.QString)


def is_integer(field: QgsField) -> bool:
    """Whether the field holds whole numbers."""
    return field.type() in _INTEGERS


def is_real(field: QgsField) -> bool:
    """Whether the field holds numbers with decimals."""
    return bool(field.type() == QMetaType.Type.Double)


def can_hold(field: QgsField, kind: FieldKind) -> bool:
    """Whether an existing field takes a need field's values unchanged (long texts apart)."""
    if kind is FieldKind.TEXT:
        return is_text(field)
    if kind is FieldKind.REAL:
        return is_real(field) and not 0 < field.precision() < 3
    return is_integer(field) or is_real(field)
