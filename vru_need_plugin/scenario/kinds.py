# SPDX-License-Identifier: GPL-2.0-or-later
"""The kinds of value that a scenario's keys take: how each is read, written and described.

A kind reads a JSON value or raises a `ScenarioError` that names the place, writes the value back
as JSON, and describes itself in JSON schema. Whole objects are in ``record``.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from enum import Enum
from typing import Any, Dict, Generic, Mapping, Optional, Protocol, Tuple, Type, TypeVar

from ..core.messages import mark
from ..core.threshold import scaled
from .errors import Place

T = TypeVar("T")
E = TypeVar("E", bound=Enum)


class Kind(Protocol[T]):
    """What a key takes."""

    def read(self, raw: Any, place: Place) -> T:
        """The value that JSON gives; ScenarioError where it is not of this kind."""

    def write(self, value: T) -> Any:
        """The value as JSON."""

    def schema(self) -> Dict[str, Any]:
        """The kind in JSON schema."""


@dataclass(frozen=True)
class Text:
    """Text; with `blank` false it must hold more than blanks, `without` is a character it may not hold."""

    blank: bool = True
    without: str = ""

    def read(self, raw: Any, place: Place) -> str:
        if not isinstance(raw, str):
            raise place.error(mark("Expects text in quotation marks, not {got}."), got=in_json(raw))
        if not self.blank and not raw.strip():
            raise place.error(mark("Must not be blank."))
        if self.without and self.without in raw:
            raise place.error(mark("Must not hold “{character}”."), character=self.without)
        if "\0" in raw:
            raise place.error(mark("Holds a zero character, at which other programs end a text."))
        if any("\ud800" <= character <= "\udfff" for character in raw):
            raise place.error(mark("Holds half a character (a surrogate), which no file can keep."))
        return raw

    def write(self, value: str) -> Any:
        return value

    def schema(self) -> Dict[str, Any]:
        described: Dict[str, Any] = {"type": "string"}
        if not self.blank:
            described["pattern"] = r"\S"
        if self.without:
            described["not"] = {"pattern": re.escape(self.without)}
        return described


@dataclass(frozen=True)
class Flag:
    """true or false."""

    def read(self, raw: Any, place: Place) -> bool:
        if not isinstance(raw, bool):
            raise place.error(mark("Expects true or false, not {got}."), got=in_json(raw))
        return raw

    def write(self, value: bool) -> Any:
        return value

    def schema(self) -> Dict[str, Any]:
        return {"type": "boolean"}


@dataclass(frozen=True)
class Number:
    """A finite number; bounds are included unless `above` (excluded) says otherwise.

    ``decimals`` is the most decimals allowed, counted exactly on the number as written.
    """

    least: Optional[float] = None
    most: Optional[float] = None
    above: Optional[float] = None
    decimals: Optional[int] = None

    def read(self, raw: Any, place: Place) -> float:
        number = _finite(raw, place)
        if self.least is not None and number < self.least:
            raise place.error(
                mark("Must be at least {least}; it is {number}."), least=self.least, number=number
            )
        if self.most is not None and number > self.most:
            raise place.error(mark("Must be at most {most}; it is {number}."), most=self.most, number=number)
        if self.above is not None and number <= self.above:
            raise place.error(mark("Must be above {above}; it is {number}."), above=self.above, number=number)
        if self.decimals is not None and scaled(number, self.decimals) is None:
            raise place.error(
                mark("May have at most {decimals} decimals; it is {number}."),
                decimals=self.decimals,
                number=number,
            )
        return number

    def write(self, value: float) -> Any:
        return _plain(value)

    def schema(self) -> Dict[str, Any]:
        bounds = {"minimum": self.least, "maximum": self.most, "exclusiveMinimum": self.above}
        return {"type": "number", **{name: bound for name, bound in bounds.items() if bound is not None}}


@dataclass(frozen=True)
class Whole:
    """A whole number from `least`; 3.0 will do for 3."""

    least: int

    def read(self, raw: Any, place: Place) -> int:
        number = _finite(raw, place)
        if number != int(number) or number < self.least:
            raise place.error(
                mark("Expects a whole number from {least}, not {got}."), least=self.least, got=in_json(raw)
            )
        return int(number)

    def write(self, value: int) -> Any:
        return value

    def schema(self) -> Dict[str, Any]:
        return {"type": "integer", "minimum": self.least}


@dataclass(frozen=True)
class Choice(Generic[E]):
    """The name of one of an enum's members."""

    choices: Type[E]

    def read(self, raw: Any, place: Place) -> E:
        names = [choice.value for choice in self.choices]
        if not isinstance(raw, str) or raw not in names:
            raise place.error(
                mark("Expects one of {choices}, not {got}."), choices=listed(names), got=in_json(raw)
            )
        return self.choices(raw)

    def write(self, value: E) -> Any:
        return value.value

    def schema(self) -> Dict[str, Any]:
        return {"enum": [choice.value for choice in self.choices]}


@dataclass(frozen=True)
class ListOf(Generic[T]):
    """A list whose items are all of one kind, with `least` items or more, and with `most` at the utmost."""

    item: Kind[T]
    least: int = 0
    most: Optional[int] = None

    def read(self, raw: Any, place: Place) -> Tuple[T, ...]:
        if not isinstance(raw, list):
            raise place.error(mark("Expects a list in square brackets, not {got}."), got=in_json(raw))
        if len(raw) < self.least:
            raise place.error(mark("Must not be an empty list."))
        if self.most is not None and len(raw) > self.most:
            raise place.error(
                mark("Holds {count} items; at most {most} are read."), count=len(raw), most=self.most
            )
        return tuple(self.item.read(item, place.item(index)) for index, item in enumerate(raw))

    def write(self, value: Tuple[T, ...]) -> Any:
        return [self.item.write(item) for item in value]

    def schema(self) -> Dict[str, Any]:
        described: Dict[str, Any] = {"type": "array", "items": self.item.schema()}
        if self.least:
            described["minItems"] = self.least
        if self.most is not None:
            described["maxItems"] = self.most
        return described


@dataclass(frozen=True)
class MapOf(Generic[T]):
    """An object whose keys are the user's own and whose values are all of one kind."""

    item: Kind[T]

    def read(self, raw: Any, place: Place) -> Mapping[str, T]:
        if not isinstance(raw, dict):
            raise place.error(mark("Expects an object in curly brackets, not {got}."), got=in_json(raw))
        key_kind = Text()
        return {key_kind.read(key, place): self.item.read(item, place.key(key)) for key, item in raw.items()}

    def write(self, value: Mapping[str, T]) -> Any:
        return {key: self.item.write(item) for key, item in value.items()}

    def schema(self) -> Dict[str, Any]:
        return {"type": "object", "additionalProperties": self.item.schema()}


def in_json(raw: Any) -> str:
    """A JSON value in a message: short values as they are, others by their type."""
    if raw is None:
        return "null"
    if isinstance(raw, bool):
        return "true" if raw else "false"
    if isinstance(raw, (int, float)):
        return str(_plain(raw)) if abs(raw) < 1e15 else f"{float(raw):g}"
    if isinstance(raw, str):
        return f"“{raw[:40]}…”" if len(raw) > 40 else f"“{raw}”"
    return "[…]" if isinstance(raw, list) else "{…}"


def listed(names: Any) -> str:
    """Names in quotation marks, separated by commas."""
    return ", ".join(f"“{name}”" for name in names)


def _finite(raw: Any, place: Place) -> float:
    if isinstance(raw, bool) or not isinstance(raw, (int, float)):
        raise place.error(mark("Expects a number, not {got}."), got=in_json(raw))
    if not math.isfinite(raw):
        raise place.error(mark("Expects a finite number, not {got}."), got=in_json(raw))
    return _plain(raw)


def _plain(number: float) -> float:
    """A whole number without its decimal point, so that 2 and 2.0 are written alike."""
    whole = abs(number) < 2**53 and number == int(number)
    return int(number) if whole else float(number)
