# SPDX-License-Identifier: GPL-2.0-or-later
"""What writing on to a layer will do, and whether it may, before anything is done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, Optional, Sequence, Tuple

from qgis.core import QgsField, QgsVectorDataProvider, QgsVectorLayer

from ...core.messages import Message, NeedError, mark
from ...core.output import FieldKind, OutputField
from ..columns import plain
from ..fields import can_hold, is_text
from ..names import is_named, need_field_names
from .cells import ready

# The longest text of a format, in bytes, for a field that is added.
TEXT_CAPS = {"ESRI Shapefile": 254, "MapInfo File": 254}

# Formats in which a need field of an earlier score is made anew, as wide as it can be.
_COLUMNS_REMADE = ("ESRI Shapefile",)

# Formats in which a field is whatever its values are.
_UNTYPED = ("GeoJSON",)

# Formats that take NULL and give back 0.
_WITHOUT_MISSING = ("MapInfo File",)

_Capability = QgsVectorDataProvider.Capability


@dataclass(frozen=True)
class Plan:
    """What writing on to a layer will do.

    Parameters
    ----------
    outputs
        All fields to write, with values that the layer takes.
    added
        Those of them that the layer does not have yet.
    stale
        Need fields of an earlier score that this one does not have.
    removable
        Whether the stale ones can be removed; otherwise they are emptied.
    text_cap
        The longest text of a field that is added; 0 where there is no limit.
    notes
        What the user should know.
    """

    outputs: Tuple[OutputField, ...]
    added: Tuple[OutputField, ...]
    stale: Tuple[str, ...]
    removable: bool
    text_cap: int
    notes: Tuple[Message, ...]


def plan_write(layer: QgsVectorLayer, outputs: Sequence[OutputField], prefix: str) -> Plan:
    """Check that the layer takes the fields, and say what will be done to it.

    Raises NeedError where the layer cannot be changed, a name is taken by a field of the user's own
    that cannot hold the values, or differs from one in case only, or the format has no missing values.
    """
    provider = layer.dataProvider()
    taken = {field.name(): field for field in layer.fields()}
    _check_names(layer, outputs)
    text_cap = TEXT_CAPS.get(provider.storageType(), 0)
    remade = provider.storageType() in _COLUMNS_REMADE and not layer.isEditable()
    caps: Dict[str, int] = {
        output.name: taken[output.name].length() if output.name in taken and not remade else text_cap
        for output in outputs
        if output.kind is FieldKind.TEXT
    }
    fields, notes = ready(outputs, {name: max(0, cap) for name, cap in caps.items()})
    check_missing(provider.storageType(), fields)
    names = {output.name for output in outputs}
    added = tuple(output for output in fields if output.name not in taken)
    stale = tuple(name for name in _need_fields(layer, prefix) if name not in names)
    _check_editable(layer, adds=bool(added))
    _check_unsaved_areas(layer, adds=bool(added))
    return Plan(
        outputs=fields,
        added=added,
        stale=stale,
        removable=_can_remove(layer),
        text_cap=text_cap,
        notes=notes,
    )


def check_missing(storage: str, outputs: Sequence[OutputField]) -> None:
    """Raise NeedError where the format has no missing values, and would show 0 in their place."""
    numbers = [output.values for output in outputs if output.kind is not FieldKind.TEXT]
    if storage in _WITHOUT_MISSING and any(None in values for values in numbers):
        raise NeedError(
            mark(
                "The format {format} has no missing values: areas without data would show 0. Write the "
                "scores to a GeoPackage instead. Nothing was written."
            ),
            format=storage,
        )


def _need_fields(layer: QgsVectorLayer, prefix: str) -> Tuple[str, ...]:
    """The need fields that the layer has, those that hold nothing and seem to be text among them."""
    sure = need_field_names(layer.fields(), prefix)
    return tuple(
        field.name()
        for field in layer.fields()
        if field.name() in sure or (is_named(field.name(), prefix) and _holds_nothing(layer, field))
    )


def _holds_nothing(layer: QgsVectorLayer, field: QgsField) -> bool:
    """Whether a field has no type of its own: where all is missing, GeoJSON shows a text."""
    if layer.dataProvider().storageType() not in _UNTYPED or not is_text(field):
        return False
    return all(
        plain(value) is None for value in layer.uniqueValues(layer.fields().indexFromName(field.name()))
    )


def _can_remove(layer: QgsVectorLayer) -> bool:
    if layer.providerType() == "spatialite" and not layer.isEditable():
        return True  # we can where QGIS cannot
    return bool(layer.dataProvider().capabilities() & _Capability.DeleteAttributes)


def _check_names(layer: QgsVectorLayer, outputs: Sequence[OutputField]) -> None:
    fields = layer.fields()
    own = layer.dataProvider().fields()
    by_fold = {field.name().casefold(): field.name() for field in fields}
    for output in outputs:
        index = fields.indexFromName(output.name)
        if index >= 0:
            field = fields.at(index)
            if (
                own.indexFromName(output.name) < 0
                and fields.fieldOrigin(index) != fields.FieldOrigin.OriginEdit
            ):
                raise NeedError(
                    mark(
                        "The field “{field}” of “{layer}” is joined or calculated and cannot be written to. "
                        "Remove the join or the virtual field, or choose another field prefix."
                    ),
                    field=output.name,
                    layer=layer.name(),
                )
            if not can_hold(field, output.kind) and not _holds_nothing(layer, field):
                raise NeedError(
                    mark(
                        "“{layer}” already has a field “{field}” of another type ({type}), which cannot hold "
                        "need scores. Rename or remove it, or choose another field prefix. Nothing was "
                        "written."
                    ),
                    layer=layer.name(),
                    field=output.name,
                    type=field.typeName(),
                )
        elif output.name.casefold() in by_fold and layer.providerType() != "memory":
            raise NeedError(
                mark(
                    "“{layer}” already has a field “{other}”, which its format cannot tell from “{field}”. "
                    "Rename or remove it, or choose another field prefix. Nothing was written."
                ),
                layer=layer.name(),
                other=by_fold[output.name.casefold()],
                field=output.name,
            )


def reason_against(layer: QgsVectorLayer, *, adds: bool = True) -> Optional[Message]:
    """Why the layer itself cannot be written to; None where nothing is known against it.

    Parameters
    ----------
    adds
        Whether fields are to be added, which not every layer allows whose values can be changed.
    """
    if layer.readOnly():
        return Message(mark("it is set to read-only in the project"))
    if layer.providerType() == "postgres" and not layer.isEditable():
        return None  # the database is asked itself, and says who may give the right
    capabilities = layer.dataProvider().capabilities()
    if not capabilities & _Capability.ChangeAttributeValues:
        return Message(mark("values cannot be changed"))
    if adds and not capabilities & _Capability.AddAttributes:
        return Message(mark("fields cannot be added"))
    return None


def _check_editable(layer: QgsVectorLayer, *, adds: bool) -> None:
    reason = reason_against(layer, adds=adds)
    if reason is not None:
        raise NeedError(
            mark(
                "The layer “{layer}” cannot be written to: {reason}. Make its file writable, or write the "
                "scores to a new layer. Nothing was written."
            ),
            layer=layer.name(),
            reason=reason,
        )


def _check_unsaved_areas(layer: QgsVectorLayer, *, adds: bool) -> None:
    """QGIS drops the values of new fields on new features when both are saved at once."""
    buffer = layer.editBuffer()
    new = len(buffer.addedFeatures()) if buffer is not None else 0
    if new and adds:
        raise NeedError(
            mark(
                "“{layer}” has {count} new areas that are not saved yet, whose scores would be lost. Save "
                "your edits first, then write the scores. Nothing was written."
            ),
            layer=layer.name(),
            count=new,
        )
