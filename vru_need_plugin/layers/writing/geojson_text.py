# SPDX-License-Identifier: GPL-2.0-or-later
"""The properties of a GeoJSON file's features, changed in its text; all else stays letter for letter."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Collection, Iterator, List, Mapping, Optional, Sequence, Tuple

from ..fields import Cell
from .json_text import Member, OddTextError, after_space, elements, members


@dataclass(frozen=True)
class Feature:
    """A feature in the text.

    Parameters
    ----------
    id
        Its ``id`` where that is a whole number; None where it has none.
    start, end
        Where the value of its ``properties`` begins and ends.
    """

    id: Optional[int]
    start: int
    end: int


def features(text: str) -> Iterator[Feature]:
    """The features of a collection, or the one that the whole text is.

    Raises OddTextError where the text is neither.
    """
    top = _by_name(members(text, after_space(text, 1 if text[:1] == "\ufeff" else 0))[0])
    if "features" in top:
        for start, _ in elements(text, top["features"].value_start):
            yield _feature(text, _by_name(members(text, start)[0]))
    else:
        yield _feature(text, top)


def feature_numbers(found: Sequence[Feature]) -> Mapping[int, int]:
    """Which feature has which id for GDAL: its own number where all have one, else its place."""
    if all(feature.id is not None for feature in found):
        return {int(feature.id or 0): place for place, feature in enumerate(found)}
    return {place: place for place in range(len(found))}


def changed(text: str, feature: Feature, values: Mapping[str, Cell], without: Collection[str]) -> str:
    """The text of a feature's properties with these values, and without these members."""
    if text.startswith("null", feature.start):
        return "{ " + ", ".join(f"{json.dumps(name)}: {json_value(v)}" for name, v in values.items()) + " }"
    found, closing = members(text, feature.start)
    parts: List[str] = []
    for place, member in enumerate(found):
        if member.name in without:
            continue
        value = (
            json_value(values[member.name])
            if member.name in values
            else text[member.value_start : member.end]
        )
        lead = _lead(text, feature.start, found, place if parts else 0)
        parts.append(lead + text[member.start : member.value_start] + value)
    present = {member.name for member in found}
    between, colon = _manner(text, feature.start, found)
    for name in values:
        if name not in present:
            lead = between if parts else _lead(text, feature.start, found, 0)
            parts.append(f"{lead}{json.dumps(name)}{colon}{json_value(values[name])}")
    tail = text[found[-1].end : closing] if found else ""
    return "{" + "".join(parts) + tail + "}"


def json_value(value: Cell) -> str:
    """A value as JSON: a real number always with a point or an exponent, so that it is read as one."""
    return json.dumps(value, ensure_ascii=False)


def _by_name(found: Sequence[Member]) -> Mapping[str, Member]:
    by_name = {member.name: member for member in found}
    if len(by_name) < len(found):
        raise OddTextError("a name twice in one object")
    return by_name


def _feature(text: str, parts: Mapping[str, Member]) -> Feature:
    if "properties" not in parts:
        raise OddTextError("a feature without properties")
    properties, number = parts["properties"], parts.get("id")
    said = "" if number is None else text[number.value_start : number.end]
    is_whole = said.lstrip("-").isdecimal() and said.isascii()
    return Feature(int(said) if is_whole else None, properties.value_start, properties.end)


def _lead(text: str, start: int, found: Sequence[Member], place: int) -> str:
    """What stands before a member: the space after the brace, or comma and space."""
    if not found:
        return ""
    return text[found[place - 1].end : found[place].start] if place else text[start + 1 : found[0].start]


def _manner(text: str, start: int, found: Sequence[Member]) -> Tuple[str, str]:
    """How this object parts its members, and names from values."""
    between = _lead(text, start, found, len(found) - 1) if len(found) > 1 else ", "
    return between, text[found[0].name_end : found[0].value_start] if found else ": "
