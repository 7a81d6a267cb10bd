# SPDX-License-Identifier: GPL-2.0-or-later
"""Lists of names and figures, short enough for a message."""

from __future__ import annotations

from typing import Iterable, List, Sequence

from ..core.alike import alike, shortened

SHOWN = 8
"""How many names a message lists before it says "and so many more"."""


def listed(items: Iterable[object], limit: int = SHOWN) -> str:
    """The first items with commas between them; an ellipsis and the number of all where there are more."""
    texts = [shortened(str(item)) for item in items]
    if len(texts) <= limit:
        return ", ".join(texts)
    return f"{', '.join(texts[:limit])}, … ({len(texts)})"


def nearest_first(name: str, names: Sequence[str]) -> List[str]:
    """All `names`, those spelled most like `name` first."""
    folded = {other.casefold(): other for other in reversed(names)}
    close = [folded[match] for match in alike(name.casefold(), folded, 3)]
    return close + [other for other in names if other not in close]
