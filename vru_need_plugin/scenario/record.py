# SPDX-License-Identifier: GPL-2.0-or-later
"""Objects with known keys: each key is declared once, and read, written and described from that."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any, Dict, Generic, Iterable, Tuple, Type, TypeVar

from ..core.alike import alike
from ..core.messages import mark
from .errors import Place
from .kinds import Kind, in_json, listed

T = TypeVar("T")


@dataclass(frozen=True)
class Field:
    """A key of an object and the attribute that holds it.

    A key whose attribute has no default in the dataclass is required, and so is one that `required`
    says is. `meaning` is the key's description in the JSON schema.
    """

    key: str
    kind: Kind[Any]
    meaning: str
    attribute: str = ""
    required: bool = False

    @property
    def name(self) -> str:
        """The dataclass attribute; the key unless said otherwise."""
        return self.attribute or self.key


@dataclass(frozen=True)
class Record(Generic[T]):
    """An object that becomes an instance of a dataclass."""

    cls: Type[T]
    fields: Tuple[Field, ...]

    def read(self, raw: Any, place: Place) -> T:
        values = read_object(raw, place, self.fields, self.required)
        return self.cls(**values)

    def write(self, value: T) -> Dict[str, Any]:
        return write_object(value, self.fields, self.defaults)

    def schema(self) -> Dict[str, Any]:
        return object_schema(self.fields, self.required)

    @property
    def defaults(self) -> Dict[str, Any]:
        """The default of each attribute that has one."""
        return defaults_of(self.cls)

    @property
    def required(self) -> Tuple[str, ...]:
        """The keys that must be given."""
        defaults = self.defaults
        return tuple(field.key for field in self.fields if field.required or field.name not in defaults)


def defaults_of(cls: Type[Any]) -> Dict[str, Any]:
    """The default of each attribute of a dataclass that has one."""
    defaults = {}
    for attribute in dataclasses.fields(cls):
        if attribute.default is not dataclasses.MISSING:
            defaults[attribute.name] = attribute.default
        elif attribute.default_factory is not dataclasses.MISSING:
            defaults[attribute.name] = attribute.default_factory()
    return defaults


def read_object(
    raw: Any, place: Place, fields: Tuple[Field, ...], required: Iterable[str], known: Iterable[str] = ()
) -> Dict[str, Any]:
    """The attributes that an object's keys give.

    Parameters
    ----------
    known
        Keys that are allowed besides the fields and read by the caller.
    """
    if not isinstance(raw, dict):
        raise place.error(mark("Expects an object in curly brackets, not {got}."), got=in_json(raw))
    if isinstance(raw.get("id"), str):
        place = place.of(raw["id"])
    check_keys(raw, place, [*known, *(field.key for field in fields)], required)
    return {
        field.name: field.kind.read(raw[field.key], place.key(field.key))
        for field in fields
        if field.key in raw
    }


def check_keys(raw: Dict[str, Any], place: Place, known: Iterable[str], required: Iterable[str]) -> None:
    """Raise ScenarioError for a key that is not known (naming the nearest) or one that is missing."""
    known = list(known)
    for key in raw:
        if key not in known:
            near = alike(key.lower(), known, 1)
            if near:
                raise place.key(key).error(mark("Unknown key. Did you mean “{near}”?"), near=near[0])
            raise place.key(key).error(mark("Unknown key. Keys known here: {known}."), known=listed(known))
    for key in required:
        if key not in raw:
            raise place.key(key).error(mark("This key is missing."))


def write_object(value: Any, fields: Tuple[Field, ...], defaults: Dict[str, Any]) -> Dict[str, Any]:
    """An object's keys in the order of the fields, those that have their default left out."""
    written = {}
    for field in fields:
        attribute = getattr(value, field.name)
        if field.required or field.name not in defaults or attribute != defaults[field.name]:
            written[field.key] = field.kind.write(attribute)
    return written


def object_schema(fields: Tuple[Field, ...], required: Iterable[str]) -> Dict[str, Any]:
    """An object with these keys and no others, in JSON schema."""
    return {
        "type": "object",
        "properties": {field.key: {"description": field.meaning, **field.kind.schema()} for field in fields},
        "required": list(required),
        "additionalProperties": False,
    }
