# SPDX-License-Identifier: GPL-2.0-or-later
"""The users' own words for area and parent, in their language."""

from __future__ import annotations

from ..scenario import place_words
from ..scenario.document import Areas
from ..translation import translated


def parent_word(areas: Areas) -> str:
    """What the parent is called, capitalised: "Borough" where the name field is BOROUGH."""
    return translated(place_words.parent_word(areas))


def area_word(areas: Areas) -> str:
    """What one area is called, in lower case: "ward" where the layer's name says so."""
    return translated(place_words.area_word(areas))


def plural(word: str) -> str:
    """Several of a thing whose word comes from a layer: wards, counties."""
    return translated(place_words.plural(word))
