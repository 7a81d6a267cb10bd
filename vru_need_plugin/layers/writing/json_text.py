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
# A member's name and the space around it, in one look; then its value, where that is no object or array.
_NAME = re.compile(rf"[ \t\n\r]*({_STRING.pattern})[ \t\n\r]*:[ \t\n\r]*", re.DOTALL)
_SCALAR = re.compile(rf"{_STRING.pattern}|{_PLAIN.pattern}", re.DOTALL)
_NEXT = re.compile(r"[ \t\n\r]*([,}])")
# Coordinates, which are most of a file, are passed over at once.
_NUMBERS = re.compile(r"[\[\]0-9eE+\-., \t\n\r]*")
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


def parse_object(text: str, at: int, depth: int = 0) -> Object:
    """The object that begins at `at`.

    Raises OddTextError where no object is there.
    """
    _expect(text, at, "{")
    empty = after_space(text, at + 1)
    if text[empty : empty + 1] == "}":
        return Object([], empty)
    found: List[Member] = []
    sign = ","
    while sign == ",":
        named = _NAME.match(text, at + 1)
        if named is None:
            raise OddTextError(f"no name at {at + 1}")
        raw, value = named.group(1), named.end()
        end, inner = _value(text, value, depth + 1)
        name = json.loads(raw) if "\\" in raw else raw[1:-1]
        found.append(Member(name, named.start(1), named.end(1), value, end, inner))
        closed = _NEXT.match(text, end)
        if closed is None:
            raise OddTextError(f"neither , nor }} at {end}")
        at, sign = closed.start(1), closed.group(1)
    return Object(found, at)


def objects(text: str, at: int) -> Iterator[Object]:
    """The objects of the array that begins at `at`, one after the other."""
    _expect(text, at, "[")
    at = after_space(text, at + 1)
    while text[at : at + 1] != "]":
        found = parse_object(text, at)
        yield found
        at = after_space(text, found.closing + 1)
        if text[at : at + 1] == ",":
            at = after_space(text, at + 1)
        else:
            _expect(text, at, "]")


def _value(text: str, at: int, depth: int) -> Tuple[int, Optional[Object]]:
    """Where a member's value ends, and the object that it is."""
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
    _expect(text, at, "[")
    at = after_space(text, at + 1)
    while text[at : at + 1] != "]":
        at = after_space(text, _element_end(text, at, depth + 1))
        if text[at : at + 1] == ",":
            at = after_space(text, at + 1)
        else:
            _expect(text, at, "]")
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


def _expect(text: str, at: int, sign: str) -> None:
    if text[at : at + 1] != sign:
        raise OddTextError(f"no {sign} at {at}")
