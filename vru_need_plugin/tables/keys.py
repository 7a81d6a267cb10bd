# SPDX-License-Identifier: GPL-2.0-or-later
"""Keys made alike, so that one area has one key whoever wrote it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Callable, Iterable, List, Mapping

from ..scenario.document import KeyMatch
from .cells import cell_text, texts

_APOSTROPHES = re.compile("['`´‘’‚‛′‵ʹʻʼʽˈ΄＇｀ʾʿ]")
_NOT_LETTER_OR_DIGIT = re.compile(r"[\W_]+")
_STYLES = re.compile(r"(?:london borough of|royal borough of|city of) (?!london$)(?=.)")


def normalise_code(code: object) -> str:
    """A code without the blanks around it, case folded; 1001.0 from a spreadsheet is 1001."""
    return cell_text(code).casefold()


def normalise_name(name: object) -> str:
    """A name as it is compared.

    Case and accents are folded, ``&`` is "and", apostrophes vanish, other punctuation is a
    blank, blanks are single. A leading "London Borough of", "Royal Borough of" or "City of" is
    dropped unless that leaves "London".
    """
    return _folded_name(cell_text(name))


@lru_cache(maxsize=20_000)
def _folded_name(text: str) -> str:
    # Apostrophes go first: some of them fall apart into a blank and an accent.
    text = _without_accents(_APOSTROPHES.sub("", text))
    # Decomposing may bring a plain apostrophe out of a compound letter.
    text = _APOSTROPHES.sub("", text).replace("&", " and ")
    return _without_style(_NOT_LETTER_OR_DIGIT.sub(" ", text).strip())


def _without_accents(text: str) -> str:
    """Case and accents folded; once more until nothing changes, as folding may bring new ones out."""
    if text.isascii():
        return text.casefold()
    while True:
        apart = unicodedata.normalize("NFKD", text.casefold())
        folded = "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()
        if folded == text:
            return text
        text = folded


def _without_style(name: str) -> str:
    while True:
        match = _STYLES.match(name)
        if not match:
            return name
        name = name[match.end() :]


def normaliser(match: KeyMatch) -> Callable[[object], str]:
    """How one key is normalised for a table matched by code or by name."""
    return normalise_name if match is KeyMatch.NAME else normalise_code


def normalise_all(keys: Iterable[object], match: KeyMatch) -> List[str]:
    """Each key normalised, apart from padding and aliases."""
    if match is KeyMatch.NAME:
        return [_folded_name(text) for text in texts(keys)]
    return _casefolded(texts(keys))


def _casefolded(codes: List[str]) -> List[str]:
    """The codes case folded, all of them at once where none has a line end in it."""
    folded = "\n".join(codes).casefold().split("\n")
    return folded if len(folded) == len(codes) else [code.casefold() for code in codes]


@dataclass(frozen=True)
class KeyRule:
    """What is done to one table's normalised keys, and to those of the areas it meets.

    Parameters
    ----------
    match
        By code or by name.
    width
        Codes that are all digits are padded with zeros to this length; 0 pads none.
    aliases
        Table key to area or parent key, both normalised and padded.
    """

    match: KeyMatch
    width: int = 0
    aliases: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls, match: KeyMatch, table_keys: Iterable[str], unit_keys: Iterable[str], aliases: Mapping[str, str]
    ) -> KeyRule:
        """The rule for these keys, normalised.

        Zeros are padded only where every key of both sides is digits; a table key that has an
        alias is not asked, since another key stands in for it.
        """
        normalise = normaliser(match)
        plain = {normalise(key): normalise(meant) for key, meant in aliases.items()}
        width = 0
        if match is KeyMatch.CODE:
            replaced = plain.keys() - set(unit_keys) if plain else ()
            asked = [key for key in table_keys if key not in replaced] if replaced else table_keys
            width = _common_width([*unit_keys, *asked])
        return cls(match, width, {_padded(key, width): _padded(meant, width) for key, meant in plain.items()})

    def padded(self, keys: List[str]) -> List[str]:
        """Normalised keys with their zeros."""
        return [_padded(key, self.width) for key in keys] if self.width else keys

    def joined(self, keys: List[str]) -> List[str]:
        """Normalised keys of the table with their zeros, aliases put in their place."""
        padded = self.padded(keys)
        return [self.aliases.get(key, key) for key in padded] if self.aliases else padded

    def unit_key(self, key: object) -> str:
        """An area's or a parent's key, from its spelling."""
        return _padded(normaliser(self.match)(key), self.width)

    def table_key(self, key: object) -> str:
        """A table's key, from its spelling, with its alias put in its place."""
        plain = self.unit_key(key)
        return self.aliases.get(plain, plain)


def _common_width(codes: List[str]) -> int:
    """The longest of the codes where all that are not blank are digits, else 0."""
    joined = "".join(codes)
    return max(map(len, codes)) if joined.isascii() and joined.isdecimal() else 0


def _padded(code: str, width: int) -> str:
    return code.zfill(width) if code.isascii() and code.isdecimal() else code
