# SPDX-License-Identifier: GPL-2.0-or-later
"""Where things stand in the text of a JSON document, so that it can be changed and stay as it is written.

Parsing and writing anew would lose what the text has beyond its meaning: the digits of coordinates,
the order and the spelling of members, line breaks.
"""

from __future__ import annotations

import json
import re
from typing import Iterator, List, NamedTuple, Optional, Tuple

_SPACE = re.compile(r"[ \t\n\r]*")
_STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
_PLAIN = re.compile(r"[^\s,\[\]{}\":]+")
# A member: its name, then its value and the sign after it, where that is no object or array.
_MEMBER = re.compile(
    rf"[ \t\n\r]*({_STRING.pattern})[ \t\n\r]*:[ \t\n\r]*"
    rf"(?:({_STRING.pattern}|{_PLAIN.pattern})[ \t\n\r]*([,}}]))?",
    re.DOTALL,
)
_SCALAR = re.compile(rf"{_STRING.pattern}|{_PLAIN.pattern}", re.DOTALL)
_NEXT = re.compile(r"[ \t\n\r]*([,}])")
# Coordinates, which are most of a file, are passed over at once.
_NUMBERS = re.compile(r"[\[\]0-9eE+\-., \t\n\r]*")
_SHAPE = re.compile(
    r"\{[ \t\n\r]*\"type\"[ \t\n\r]*:[ \t\n\r]*\"[A-Za-z]+\"[ \t\n\r]*,"
    rf"[ \t\n\r]*\"coordinates\"[ \t\n\r]*:[ \t\n\r]*({_NUMBERS.pattern})\}}"
)
_DEEPEST = 100


class OddTextError(Exception):
    """The text is not JSON, or nested deeper than anybody would."""


class Member(NamedTuple):
    """A member of an object: where its name begins and ends, and its value.

    Parameters
    ----------
    name
        As it is meant.
    start, name_end, value_start, end
        Places in the text.
    inner
        Where the value is an object, what `members` says of it.
    """

    name: str
    start: int
    name_end: int
    value_start: int
    end: int
    inner: Optional[Object]


class Object(NamedTuple):
    """An object: its members, and the place of its closing brace."""

    members: List[Member]
    closing: int


def after_space(text: str, at: int) -> int:
    """The next place that is no space."""
    found = _SPACE.match(text, at)
    return at if found is None else found.end()


class Part(NamedTuple):
    """The members of an object as far as was read.

    Parameters
    ----------
    at
        The place of the closing brace; or of the value of the member that reading stopped at.
    is_whole
        Whether that was the closing brace.
    """

    members: List[Member]
    at: int
    is_whole: bool


def parse_object(text: str, at: int, depth: int = 0) -> Object:
    """The object that begins at `at`.

    Raises OddTextError where no object is there.
    """
    found = parse_until(text, at, None, depth)
    return Object(found.members, found.at)


def parse_until(text: str, at: int, name: Optional[str], depth: int = 0) -> Part:
    """The object that begins at `at`, up to the value of the member `name`, where it has one.

    Raises OddTextError where no object is there.
    """
    expect(text, at, "{")
    empty = after_space(text, at + 1)
    if text[empty : empty + 1] == "}":
        return Part([], empty, is_whole=True)
    return _members(text, at + 1, name, depth)


def parse_rest(text: str, at: int) -> Part:
    """The members of an object that follow a value, which ends at `at`.

    Raises OddTextError where the object does not go on, or end, there.
    """
    closed = _NEXT.match(text, at)
    if closed is None:
        raise OddTextError(f"neither , nor }} at {at}")
    if closed.group(1) == "}":
        return Part([], closed.start(1), is_whole=True)
    return _members(text, closed.end(), None, 0)


def _members(text: str, at: int, until: Optional[str], depth: int) -> Part:
    """Members from `at`, where a name is due."""
    found: List[Member] = []
    while True:
        match = _MEMBER.match(text, at)
        if match is None:
            raise OddTextError(f"no name at {at}")
        raw, sign = match.group(1, 3)
        start, name_end = match.span(1)
        name = json.loads(raw) if "\\" in raw else raw[1:-1]
        if name == until:
            return Part(found, match.start(2) if sign else match.end(), is_whole=False)
        inner = None
        if sign:
            value, end = match.span(2)
            at = match.start(3)
        else:
            value = match.end()
            end, inner = _value(text, value, depth + 1, name)
            closed = _NEXT.match(text, end)
            if closed is None:
                raise OddTextError(f"neither , nor }} at {end}")
            at, sign = closed.start(1), closed.group(1)
        found.append(Member(name, start, name_end, value, end, inner))
        if sign == "}":
            return Part(found, at, is_whole=True)
        at += 1


def objects(text: str, at: int) -> Iterator[Object]:
    """The objects of the array that begins at `at`, one after the other."""
    expect(text, at, "[")
    at = after_space(text, at + 1)
    while text[at : at + 1] != "]":
        found = parse_object(text, at)
        yield found
        at = after_space(text, found.closing + 1)
        if text[at : at + 1] == ",":
            at = after_space(text, at + 1)
        else:
            expect(text, at, "]")


def _value(text: str, at: int, depth: int, name: str) -> Tuple[int, Optional[Object]]:
    """Where a member's value ends, and the object that it is, but for a plain shape."""
    shape = _SHAPE.match(text, at) if name == "geometry" else None
    if shape is not None and shape.group(1).count("[") == shape.group(1).count("]"):
        return shape.end(), None
    simple = _SCALAR.match(text, at)
    if simple is not None:
        return simple.end(), None
    if text[at : at + 1] == "{":
        _check_depth(depth)
        inner = parse_object(text, at, depth)
        return inner.closing + 1, inner
    return _numbers_end(text, at) or _array_end(text, at, depth), None


def _numbers_end(text: str, at: int) -> int:
    """Where an array of numbers, however deep, ends; 0 where the value is anything else.

    For a member's value only: what follows it is a name, or the end of the object, so that the
    match cannot run on into a neighbour.
    """
    found = _NUMBERS.match(text, at) if text[at : at + 1] == "[" else None
    inside = "" if found is None else found.group().rstrip(" ,\t\n\r")
    return at + len(inside) if inside and inside.count("[") == inside.count("]") else 0


def _array_end(text: str, at: int, depth: int) -> int:
    _check_depth(depth)
    expect(text, at, "[")
    at = after_space(text, at + 1)
    while text[at : at + 1] != "]":
        at = after_space(text, _element_end(text, at, depth + 1))
        if text[at : at + 1] == ",":
            at = after_space(text, at + 1)
        else:
            expect(text, at, "]")
    return at + 1


def _element_end(text: str, at: int, depth: int) -> int:
    simple = _SCALAR.match(text, at)
    if simple is not None:
        return simple.end()
    if text[at : at + 1] == "{":
        _check_depth(depth)
        return parse_object(text, at, depth).closing + 1
    return _array_end(text, at, depth)


def _check_depth(depth: int) -> None:
    if depth > _DEEPEST:
        raise OddTextError(f"nested deeper than {_DEEPEST}")


def expect(text: str, at: int, sign: str) -> None:
    """Raise OddTextError unless the sign is there."""
    if text[at : at + 1] != sign:
        raise OddTextError(f"no {sign} at {at}")
