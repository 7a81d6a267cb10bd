# SPDX-License-Identifier: GPL-2.0-or-later
"""The colours of need: calm ramps from pale to deep, told apart in grey and by every colour vision."""

from __future__ import annotations

from enum import Enum
from typing import List, Mapping, Tuple

Colour = Tuple[int, int, int]

NONE_ABOVE: Colour = (250, 249, 244)
"""An area with no measure above threshold: paper, not a colour of the ramp."""

NO_DATA: Colour = (150, 156, 163)
"""The hatching of an area without a score."""

OUTLINE: Colour = (221, 221, 216)
"""Light enough to stay behind the colours, dark enough to be seen on the palest."""

PRINTED_OUTLINE: Colour = (172, 179, 182)
"""On paper, where a ward has to be told from its neighbour of the same colour."""

PAPER: Colour = (255, 255, 255)
"""What hatching and faded colours stand on."""

FADED = 0.62
"""How much of an area out of focus is paper."""


class Palette(Enum):
    """The ramps to choose from; kept by name."""

    SEA = "sea"
    """Pale yellow over green-blue to indigo: the most steps that can be told apart."""
    PLUM = "plum"
    """Pale sand to plum, for a second map beside the first."""
    GREY = "grey"
    """Grey alone, for sheets that will be photocopied."""


# Each has even steps of lightness (CIE L*, from about 91 to 22) and keeps its order for every
# colour vision, in grey and on a bad printer; none is near red, none near black.
_STOPS: Mapping[Palette, Tuple[Colour, ...]] = {
    Palette.SEA: (
        (228, 234, 185),
        (190, 219, 182),
        (141, 199, 181),
        (90, 170, 178),
        (62, 139, 169),
        (58, 107, 153),
        (62, 75, 133),
        (58, 42, 103),
    ),
    Palette.PLUM: (
        (240, 228, 205),
        (224, 208, 197),
        (206, 184, 187),
        (181, 152, 175),
        (154, 123, 161),
        (126, 96, 146),
        (97, 71, 127),
        (66, 44, 101),
    ),
    Palette.GREY: (
        (225, 225, 223),
        (205, 205, 204),
        (185, 186, 186),
        (157, 159, 160),
        (130, 132, 134),
        (104, 106, 109),
        (79, 81, 84),
        (54, 56, 60),
    ),
}


def ramp(count: int, palette: Palette = Palette.SEA) -> List[Colour]:
    """`count` colours from pale to deep, evenly spread over the ramp.

    >>> ramp(2)
    [(228, 234, 185), (58, 42, 103)]
    """
    stops = _STOPS[palette]
    if count <= 1:
        return [stops[len(stops) // 2]] * count
    return [_at(stops, place / (count - 1)) for place in range(count)]


def faded(colour: Colour) -> Colour:
    """The colour as it is seen on an area out of focus."""
    red, green, blue = (round(part * (1 - FADED) + paper * FADED) for part, paper in zip(colour, PAPER))
    return (red, green, blue)


def _at(stops: Tuple[Colour, ...], share: float) -> Colour:
    """The colour at 0 (pale) to 1 (deep)."""
    place = share * (len(stops) - 1)
    lower = min(int(place), len(stops) - 2)
    part = place - lower
    red, green, blue = (round(low + (high - low) * part) for low, high in zip(stops[lower], stops[lower + 1]))
    return (red, green, blue)
