# SPDX-License-Identifier: GPL-2.0-or-later
"""What areas and parents are called, taken from what their layer and its fields are called."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Optional, Union

from ..core.messages import Message, mark
from .document import Areas
from .sources import Source

_PLAIN_WORD = re.compile(r"[A-Za-z][A-Za-z _]{1,}")
_SHORT = {"boro": "borough", "la": "local authority", "lad": "local authority", "dist": "district"}
_ENDINGS = re.compile(r"[ _](name|nm|code|cd)$", re.IGNORECASE)
_RUN_TOGETHER = re.compile(r"(name|nm|code|cd)$", re.IGNORECASE)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WARD = re.compile(r"(?<![a-z])wards?(?![a-z])")
_SEVERAL = re.compile(r"[a-z ]{3,}[^sui]s")
"""Not Census, Campus or Class."""


def parent_word(areas: Areas) -> Union[str, Message]:
    """What the parent is called, capitalised: "Borough" where the name field is BOROUGH.

    A field whose name is no word (LAD23NM) gives the general one, which is to be translated.
    """
    return _as_word(areas.parent_name_field) or Message(mark("Parent"))


def area_word(areas: Areas) -> Message:
    """What one area is called, in lower case: "ward" where the layer's name says so."""
    source = Source.parse(areas.source)
    file = Path((source.file or "").replace("\\", "/")).name
    named = " ".join(filter(None, (source.layer, source.project_name, file)))
    told = _HUMP.sub(" ", named).casefold()
    if _WARD.search(told) or "wd" in areas.code_field.casefold():
        return Message(mark("ward"))
    if "lsoa" in told or "lsoa" in areas.code_field.casefold():
        return Message(mark("LSOA"))
    return Message(mark("county") if "county" in told or "counties" in told else mark("area"))


def plural(word: str) -> Message:
    """Several of a thing whose word, translated already, comes from a layer: wards, counties."""
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return Message(mark("{word}ies"), {"word": word[:-1]})
    return Message(mark("{word}s"), {"word": word})


def _as_word(field: Optional[str]) -> str:
    name = _ENDINGS.sub("", (field or "").strip()).rstrip(" _")
    if not _PLAIN_WORD.fullmatch(name) or name.casefold() in ("name", "parent"):
        return ""
    word = name.replace("_", " ").strip().casefold()
    bare = _RUN_TOGETHER.sub("", word)  # LADNM
    word = _SHORT.get(word) or _SHORT.get(bare) or _one_of(word)
    return word[:1].upper() + word[1:]


def _one_of(word: str) -> str:
    """A word for one, where a field is called after several: Boroughs, Counties."""
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if _SEVERAL.fullmatch(word) else word
