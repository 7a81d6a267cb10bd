# SPDX-License-Identifier: GPL-2.0-or-later
"""Kinds of value that one key alone takes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Dict, Tuple, Union

from ..core.messages import mark
from .document import PERIODS
from .errors import Place
from .kinds import ListOf, Number, Text, in_json, listed

LONGEST_PREFIX = 5
_PREFIX = re.compile(rf"[A-Za-z_][A-Za-z0-9_]{{0,{LONGEST_PREFIX - 1}}}\Z")
_NOT_BETWEEN_CELLS = '"\r\n'


@dataclass(frozen=True)
class OneCharacter:
    """A single character, one of `among` where that is given; never a quotation mark or a line end."""

    among: str = ""

    def read(self, raw: Any, place: Place) -> str:
        text = Text().read(raw, place)
        if self.among and text not in tuple(self.among):
            raise place.error(
                mark("Expects one of {choices}, not {got}."), choices=listed(self.among), got=in_json(raw)
            )
        if len(text) != 1 or text in _NOT_BETWEEN_CELLS:
            raise place.error(
                mark("Expects one character that can stand between cells, not {got}."), got=in_json(raw)
            )
        return text

    def write(self, value: str) -> Any:
        return value

    def schema(self) -> Dict[str, Any]:
        return {"enum": list(self.among)} if self.among else {"type": "string", "pattern": '^[^"\\r\\n]$'}


class Encoding:
    """The name of a text encoding that Python knows."""

    def read(self, raw: Any, place: Place) -> str:
        name = Text(blank=False).read(raw, place)
        try:
            # Unlike codecs.lookup, this refuses codecs such as hex that do not make text.
            "".encode(name)
        except (LookupError, ValueError) as error:
            raise place.error(
                mark("No text encoding is called {got}. Try utf-8 or cp1252."), got=in_json(name)
            ) from error
        return name

    def write(self, value: str) -> Any:
        return value

    def schema(self) -> Dict[str, Any]:
        return Text(blank=False).schema()


class Marker:
    """A missing marker: text, or a number that is kept as its text."""

    def read(self, raw: Any, place: Place) -> str:
        if isinstance(raw, (int, float)) and not isinstance(raw, bool):
            return str(Number().read(raw, place))
        return Text().read(raw, place)

    def write(self, value: str) -> Any:
        return value

    def schema(self) -> Dict[str, Any]:
        return {"type": ["string", "number"]}


class ValueColumns:
    """The value columns of a long table by name, or the word for all that are named by a period."""

    names = ListOf(Text())

    def read(self, raw: Any, place: Place) -> Union[Tuple[str, ...], str]:
        if isinstance(raw, str):
            if raw != PERIODS:
                raise place.error(
                    mark("Expects a list of columns, or “{periods}”, not {got}."),
                    periods=PERIODS,
                    got=in_json(raw),
                )
            return PERIODS
        return self.names.read(raw, place)

    def write(self, value: Union[Tuple[str, ...], str]) -> Any:
        return value if isinstance(value, str) else self.names.write(value)

    def schema(self) -> Dict[str, Any]:
        return {"anyOf": [{"const": PERIODS}, self.names.schema()]}


class Prefix:
    """What field names begin with: short, ASCII, and the start of a name that any format takes."""

    def read(self, raw: Any, place: Place) -> str:
        text = Text().read(raw, place)
        if not _PREFIX.match(text):
            raise place.error(
                mark("Expects 1 to {longest} ASCII letters, digits or _, no digit first, not {got}."),
                longest=LONGEST_PREFIX,
                got=in_json(raw),
            )
        return text

    def write(self, value: str) -> Any:
        return value

    def schema(self) -> Dict[str, Any]:
        return {"type": "string", "pattern": f"^[A-Za-z_][A-Za-z0-9_]{{0,{LONGEST_PREFIX - 1}}}$"}
