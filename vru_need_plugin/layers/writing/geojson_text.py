# SPDX-License-Identifier: GPL-2.0-or-later
"""The properties of a GeoJSON file's features, changed in its text; all else stays letter for letter."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Collection, Iterator, List, Mapping, NamedTuple, Optional, Sequence, Tuple

from ..fields import Cell
from .json_text import Member, OddTextError, after_space, expect, objects, parse_rest, parse_until

_TWICE = "a name twice in one object"


class Feature(NamedTuple):
    """A feature in the text.

    Parameters
    ----------
    number
        The feature's id for GDAL: its own where that is a whole number, its place where it has none.
    properties
        The member of that name.
    is_numbered
        Whether the number is its own.
    """

    number: int
    properties: Member
    is_numbered: bool


def features(text: str) -> Iterator[Feature]:
    """The features of a collection, or the one that the whole text is.

    Raises OddTextError where the text is neither, or only some features have a number.
    """
    top = parse_until(text, after_space(text, 1 if text[:1] == "\ufeff" else 0), "features")
    if top.is_whole:
        yield _feature(text, top.members, 0)
        return
    numbered, last = None, top.at
    for place, found in enumerate(objects(text, top.at)):
        feature = _feature(text, found.members, place)
        if numbered not in (None, feature.is_numbered):
            raise OddTextError(f"some features have a number for an id, and some none: {place + 1}")
        numbered, last = feature.is_numbered, found.closing
        yield feature
    closing = after_space(text, last + 1)
    expect(text, closing, "]")
    rest = parse_rest(text, closing + 1).members
    _by_name([*top.members, *rest])
    if any(member.name == "features" for member in rest):
        raise OddTextError(_TWICE)


def _feature(text: str, members: Sequence[Member], place: int) -> Feature:
    parts = _by_name(members)
    if "properties" not in parts:
        raise OddTextError(f"a feature without properties: {place + 1}")
    number = _number(text, parts.get("id"))
    return Feature(place if number is None else number, parts["properties"], number is not None)


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
        return "{ " + ", ".join(f"{_spelled(name)}: {value}" for name, value in values.items()) + " }"
    found, closing = properties.inner
    start = properties.value_start
    present = _by_name(found).keys()
    if present.isdisjoint(values) and present.isdisjoint(without):
        parts = [text[start + 1 : found[-1].end]] if found else []
    else:
        parts = _kept(text, start, found, values, without)
    between, colon = _manner(text, start, found)
    for name, value in values.items():
        if name not in present:
            lead = between if parts else _lead(text, start, found, 0)
            parts.append(f"{lead}{_spelled(name)}{colon}{value}")
    tail = text[found[-1].end : closing] if found else ""
    return "{" + "".join(parts) + tail + "}"


def _kept(
    text: str, start: int, found: Sequence[Member], values: Mapping[str, str], without: Collection[str]
) -> List[str]:
    """The members that stay, those that have a new value with it."""
    parts: List[str] = []
    for place, member in enumerate(found):
        if member.name in without:
            continue
        value = values.get(member.name)
        lead = _lead(text, start, found, place if parts else 0)
        if value is None:
            parts.append(lead + text[member.start : member.end])
        else:
            parts.append(lead + text[member.start : member.value_start] + value)
    return parts


@lru_cache(maxsize=2048)
def _spelled(name: str) -> str:
    """A name as JSON."""
    return json.dumps(name)


def json_value(value: Cell) -> str:
    """A value as JSON: a real number always with a point or an exponent, so that it is read as one."""
    if value is None:
        return "null"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)


def _by_name(found: Sequence[Member]) -> Mapping[str, Member]:
    by_name = {member.name: member for member in found}
    if len(by_name) < len(found):
        raise OddTextError(_TWICE)
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
