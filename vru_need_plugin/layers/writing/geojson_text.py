# SPDX-License-Identifier: GPL-2.0-or-later
"""The properties of a GeoJSON file's features, changed in its text; all else stays letter for letter."""

from __future__ import annotations

import json
from typing import Collection, Iterator, List, Mapping, NamedTuple, Optional, Sequence, Tuple

from ..fields import Cell
from .json_text import Member, Object, OddTextError, after_space, objects, parse_object


class Feature(NamedTuple):
    """A feature in the text.

    Parameters
    ----------
    number
        The feature's id for GDAL: its own where that is a whole number, its place where it has none.
    properties
        The member of that name.
    """

    number: int
    properties: Member


def features(text: str) -> Iterator[Feature]:
    """The features of a collection, or the one that the whole text is.

    Raises OddTextError where the text is neither, or only some features have a number.
    """
    top = parse_object(text, after_space(text, 1 if text[:1] == "\ufeff" else 0))
    collection = _by_name(top).get("features")
    found = [top] if collection is None else objects(text, collection.value_start)
    numbered = None
    for place, feature in enumerate(found):
        parts = _by_name(feature)
        if "properties" not in parts:
            raise OddTextError(f"a feature without properties: {place + 1}")
        number = _number(text, parts.get("id"))
        if numbered not in (None, number is not None):
            raise OddTextError(f"some features have a number for an id, and some none: {place + 1}")
        numbered = number is not None
        yield Feature(place if number is None else number, parts["properties"])


def changed(text: str, properties: Member, values: Mapping[str, str], without: Collection[str]) -> str:
    """The text of a feature's properties with these values, and without these members.

    Parameters
    ----------
    values
        As JSON, by name.
    """
    if properties.inner is None:
        if not text.startswith("null", properties.value_start):
            raise OddTextError(f"properties that are no object at {properties.value_start}")
        return "{ " + ", ".join(f"{json.dumps(name)}: {value}" for name, value in values.items()) + " }"
    found, closing = properties.inner
    _by_name(properties.inner)
    parts: List[str] = []
    for place, member in enumerate(found):
        if member.name in without:
            continue
        value = values.get(member.name)
        lead = _lead(text, properties.value_start, found, place if parts else 0)
        if value is None:
            parts.append(lead + text[member.start : member.end])
        else:
            parts.append(lead + text[member.start : member.value_start] + value)
    between, colon = _manner(text, properties.value_start, found)
    present = {member.name for member in found}
    for name, value in values.items():
        if name not in present:
            lead = between if parts else _lead(text, properties.value_start, found, 0)
            parts.append(f"{lead}{json.dumps(name)}{colon}{value}")
    tail = text[found[-1].end : closing] if found else ""
    return "{" + "".join(parts) + tail + "}"


def json_value(value: Cell) -> str:
    """A value as JSON: a real number always with a point or an exponent, so that it is read as one."""
    if value is None:
        return "null"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)


def _by_name(found: Object) -> Mapping[str, Member]:
    by_name = {member.name: member for member in found.members}
    if len(by_name) < len(found.members):
        raise OddTextError("a name twice in one object")
    return by_name


def _number(text: str, member: Optional[Member]) -> Optional[int]:
    said = "" if member is None else text[member.value_start : member.end]
    return int(said) if said.isascii() and said.lstrip("-").isdecimal() else None


def _lead(text: str, start: int, found: Sequence[Member], place: int) -> str:
    """What stands before a member: the space after the brace, or comma and space."""
    if not found:
        return ""
    return text[found[place - 1].end : found[place].start] if place else text[start + 1 : found[0].start]


def _manner(text: str, start: int, found: Sequence[Member]) -> Tuple[str, str]:
    """How this object parts its members, and names from values."""
    between = _lead(text, start, found, len(found) - 1) if len(found) > 1 else ", "
    return between, text[found[0].name_end : found[0].value_start] if found else ": "
