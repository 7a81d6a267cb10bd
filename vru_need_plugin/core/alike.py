# SPDX-License-Identifier: GPL-2.0-or-later
"""Words spelled alike, to offer where one is not there."""

from __future__ import annotations

import difflib
from typing import Iterable, List

_LONGEST = 100
"""Characters; comparing two texts takes time by the square of their lengths, and nobody mistypes a page."""
_MOST = 20_000


def alike(word: str, words: Iterable[str], count: int, cutoff: float = 0.6) -> List[str]:
    """At most `count` of the `words`, spelled most like `word` first."""
    if len(word) > _LONGEST:
        return []
    short = [other for other in words if len(other) <= _LONGEST]
    return difflib.get_close_matches(word, short[:_MOST], n=count, cutoff=cutoff)


def shortened(text: str, most: int = _LONGEST) -> str:
    """A text of somebody else's as a message shows it.

    A long one ends in an ellipsis; half characters (surrogates), which no log can write, are gone.
    """
    shown = text if len(text) <= most else f"{text[: most - 1]}…"
    return shown.encode("utf-8", "replace").decode("utf-8")
