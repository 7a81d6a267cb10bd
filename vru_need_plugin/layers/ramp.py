# SPDX-License-Identifier: GPL-2.0-or-later
"""The colours of need: a calm ramp from pale to deep, told apart in grey and without red or green."""

from __future__ import annotations

from typing import List, Tuple

Colour = Tuple[int, int, int]

NONE_ABOVE: Colour = (247, 246, 240)
"""An area with no measure above threshold: paper, not a colour of the ramp."""

NO_DATA: Colour = (150, 156, 163)
"""The hatching of an area without a score."""

OUTLINE: Colour = (221, 221, 216)
"""Light enough to stay behind the colours, dark enough to be seen on the palest."""

# Even steps of lightness (CIE L* 94, 86, 76, 65, 54, 44, 34, 22): pale yellow over green-blue to
# indigo keeps its order for every colour vision, in grey and on a bad printer.
_STOPS: Tuple[Colour, ...] = (
    (237, 240, 200),
    (196, 222, 187),
    (141, 199, 181),
    (90, 170, 178),
    (62, 139, 169),
    (58, 107, 153),
    (62, 75, 133),
    (58, 42, 103),
)


def ramp(count: int) -> List[Colour]:
    """`count` colours from pale to deep, evenly spread over the ramp.

    >>> ramp(2)
    [(237, 240, 200), (58, 42, 103)]
    """
    if count <= 1:
        return [_STOPS[len(_STOPS) // 2]] * count
    return [_at(place / (count - 1)) for place in range(count)]


def _at(share: float) -> Colour:
    """The colour at 0 (pale) to 1 (deep)."""
    place = share * (len(_STOPS) - 1)
    lower = min(int(place), len(_STOPS) - 2)
    part = place - lower
    red, green, blue = (
        round(low + (high - low) * part) for low, high in zip(_STOPS[lower], _STOPS[lower + 1])
    )
    return (red, green, blue)
