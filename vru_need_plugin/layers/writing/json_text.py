# SPDX-License-Identifier: GPL-2.0-or-later
"""Where things stand in the text of a JSON document, so that it can be changed and stay as it is written.

Parsing and writing anew would lose what the text has beyond its meaning: the digits of coordinates,
the order and the spelling of members, line breaks.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Iterator, List, Tuple

_SPACE = re.compile(r"[ \t\n\r]*")
_STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
_PLAIN = re.compile(r"[^\s,\[\]{}\":]+")
# Coordinates, which are most of a file, are passed over at once.
_NUMBERS = re.compile(r"[\[\]0-9eE+\-., \t\n\r]*")
_DEEPEST = 100


class OddTextError(Exception):
    """The text is not JSON, or nested deeper than anybody would."""


@dataclass(frozen=True)
class Member:
    """A member of an object: where its name begins and ends, and its value.

    Parameters
    ----------
    name
        As it is meant.
    start, name_end, value_start, end
        Places in the text.
    """

    name: str
    start: int
    name_end: int
    value_start: int
    end: int


def after_space(text: str, at: int) -> int:
    """The next place that is no space."""
    found = _SPACE.match(text, at)
    return at if found is None else found.end()


def members(text: str, at: int, depth: int = 0) -> Tuple[List[Member], int]:
    """The members of the object that begins at `at`, and the place of its closing brace.

    Raises OddTextError where no object is there.
    """
    _expect(text, at, "{")
    found: List[Member] = []
    at = after_space(text, at + 1)
    while text[at : at + 1] != "}":
        if found:
            _expect(text, at, ",")
            at = after_space(text, at + 1)
        name_end = _string_end(text, at)
        colon = after_space(text, name_end)
        _expect(text, colon, ":")
        value = after_space(text, colon + 1)
        end = _numbers_end(text, value) or value_end(text, value, depth + 1)
        raw = text[at:name_end]
        name = json.loads(raw) if "\\" in raw else raw[1:-1]
        found.append(Member(name, at, name_end, value, end))
        at = after_space(text, end)
    return found, at


def elements(text: str, at: int, depth: int = 0) -> Iterator[Tuple[int, int]]:
    """Where each element of the array that begins at `at` begins and ends."""
    _expect(text, at, "[")
    at = after_space(text, at + 1)
    first = True
    while text[at : at + 1] != "]":
        if not first:
            _expect(text, at, ",")
            at = after_space(text, at + 1)
        end = value_end(text, at, depth + 1)
        yield at, end
        at, first = after_space(text, end), False


def value_end(text: str, at: int, depth: int = 0) -> int:
    """Where the value that begins at `at` ends."""
    if depth > _DEEPEST:
        raise OddTextError(f"nested deeper than {_DEEPEST}")
    opening = text[at : at + 1]
    if opening == '"':
        return _string_end(text, at)
    if opening == "{":
        return members(text, at, depth)[1] + 1
    if opening == "[":
        return _array_end(text, at, depth)
    found = _PLAIN.match(text, at)
    if found is None:
        raise OddTextError(f"no value at {at}")
    return found.end()


def _numbers_end(text: str, at: int) -> int:
    """Where an array of numbers, however deep, ends; 0 where the value is anything else.

    For a member's value only: what follows it is a name, or the end of the object, so that the
    match cannot run on into a neighbour.
    """
    found = _NUMBERS.match(text, at) if text[at : at + 1] == "[" else None
    inside = "" if found is None else found.group().rstrip(" ,\t\n\r")
    return at + len(inside) if inside and inside.count("[") == inside.count("]") else 0


def _array_end(text: str, at: int, depth: int) -> int:
    ends = [end for _, end in elements(text, at, depth)]
    closing = after_space(text, ends[-1] if ends else at + 1)
    _expect(text, closing, "]")
    return closing + 1


def _string_end(text: str, at: int) -> int:
    found = _STRING.match(text, at)
    if found is None:
        raise OddTextError(f"no text at {at}")
    return found.end()


def _expect(text: str, at: int, sign: str) -> None:
    if text[at : at + 1] != sign:
        raise OddTextError(f"no {sign} at {at}")
