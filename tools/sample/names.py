# SPDX-License-Identifier: GPL-2.0-or-later
"""Invented names. Some wards of different boroughs share one, as real wards do."""

from __future__ import annotations

from typing import List

from .chance import chance

BOROUGHS = (
    "Marlbury Old Town",
    "Oxmoor & Vale",
    "St Elwyn's",
    "Kestrelmoor",
    "Harrowmere",
    "Norhallow",
    "Eastling",
    "Thornwater upon Marl",
    "Westmarl",
    "Brackley Fen",
    "Quarrydown",
    "Sallowfield",
)
REPEATED = ("Village", "Castle", "Abbey", "Park")

_FIRST = (
    *(
        "Alder",
        "Amber",
        "Ash",
        "Birch",
        "Bram",
        "Briar",
        "Cald",
        "Char",
        "Clay",
        "Cob",
        "Cress",
        "Dun",
        "Elder",
    ),
    *(
        "Ember",
        "Fal",
        "Fern",
        "Flax",
        "Gors",
        "Grey",
        "Hazel",
        "Heron",
        "Holl",
        "Ivel",
        "Kest",
        "Lark",
        "Lin",
    ),
    *("Lode", "Mallow", "Mar", "Moss", "Nettle", "Oak", "Otter", "Pell", "Quill", "Rook", "Rush", "Saffron"),
    *("Sedge", "Sker", "Sorrel", "Tansy", "Teal", "Thistle", "Vetch", "Wend", "Whin", "Willow", "Yar", "Yew"),
)
_LAST = (
    *("bank", "brook", "combe", "cross", "dale", "den", "end", "field", "gate", "green", "ham", "hill"),
    *("hurst", "ley", "low", "mead", "moor", "side", "stow", "wick"),
)
_SECOND = ("", "", "", "", " North", " South", " Park", " Common", " & Weir", " Riverside")


def ward_names(count: int) -> List[str]:
    """`count` names; all differ but the ones of `REPEATED`, each of which three wards bear."""
    mixed = chance("names")
    stems = [first + last for first in _FIRST for last in _LAST]
    names = [stem + mixed.choice(_SECOND) for stem in mixed.sample(stems, count)]
    for name, start in zip(REPEATED, (17, 41, 66, 90)):
        for index in range(start, count, count // 3):
            names[index] = name
    return names
