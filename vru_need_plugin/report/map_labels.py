# SPDX-License-Identifier: GPL-2.0-or-later
"""Labels on the map that keep out of each other's way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, List, Optional, Sequence, Tuple

import numpy as np

from ..core.outlines import Outlines, Ring

_CHARACTER = 0.56
"""The usual width of a character, in heights."""
LINE_HEIGHT = 1.1
_LONG = 13


@dataclass(frozen=True)
class Label:
    """Lines of text and where their middle stands, in steps of the grid."""

    lines: Tuple[str, ...]
    x: float
    y: float
    size: float
    kind: str

    @property
    def width(self) -> float:
        """How wide the longest line will be, about."""
        return max(map(len, self.lines)) * self.size * _CHARACTER

    @property
    def height(self) -> float:
        """How high the lines are together."""
        return len(self.lines) * self.size * LINE_HEIGHT

    def overlaps(self, other: Label) -> bool:
        """Whether two labels would touch."""
        across, down = (self.width + other.width) / 2, (self.height + other.height) / 2
        return abs(self.x - other.x) < across and abs(self.y - other.y) < down


def in_lines(name: str) -> Tuple[str, ...]:
    """A name as it is, or, where it is long, in two lines of about one length."""
    blanks = [at for at, character in enumerate(name) if character == " "]
    if len(name) <= _LONG or not blanks:
        return (name,)
    at = min(blanks, key=lambda blank: abs(blank - len(name) / 2))
    return name[:at], name[at + 1 :]


def placed(wanted: Iterable[Label], outlines: Outlines) -> List[Label]:
    """The labels that find room, the first ones first; those that would leave the picture stay away."""
    kept: List[Label] = []
    for label in wanted:
        half = label.width / 2
        inside = half <= label.x <= outlines.width - half
        if inside and not any(label.overlaps(other) for other in kept):
            kept.append(label)
    return kept


def centre(rings: Sequence[Ring]) -> Optional[Tuple[float, float, float]]:
    """The centre of gravity of an area's largest ring, and the ring's size; None without one."""
    best: Optional[Tuple[float, float, float]] = None
    for ring in rings:
        points = ring.astype(np.float64)
        following = np.roll(points, -1, axis=0)
        cross = points[:, 0] * following[:, 1] - following[:, 0] * points[:, 1]
        size = float(cross.sum()) / 2
        if size and (best is None or abs(size) > best[2]):
            middle = ((points + following) * cross[:, None]).sum(axis=0) / (6 * size)
            best = (float(middle[0]), float(middle[1]), abs(size))
    return best


def centre_of_many(rings: Iterable[Sequence[Ring]]) -> Optional[Tuple[float, float, float]]:
    """The centre of gravity of several areas together, and their size; None where there is nothing."""
    centres = [found for found in map(centre, rings) if found is not None]
    total = sum(size for _, _, size in centres)
    if not total:
        return None
    x = sum(x * size for x, _, size in centres) / total
    y = sum(y * size for _, y, size in centres) / total
    return x, y, total
