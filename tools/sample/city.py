# SPDX-License-Identifier: GPL-2.0-or-later
"""The city: 300 wards in 12 boroughs on two banks of a river."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Dict, List, Sequence, Tuple

from .hexagons import Cell, Point, centre, city_cells, outlines
from .names import BOROUGHS, ward_names

# How many boroughs lie on each bank besides the old town, which is the middle of the north bank.
_NORTH, _SOUTH = 6, 5
_OLD_TOWN_WARDS = 9


@dataclass(frozen=True)
class Borough:
    """A borough; its code has the form of a real one and the letter S, which no real one has here."""

    code: str
    name: str


@dataclass(frozen=True)
class Ward:
    """A ward: its outline in metres and its place in the plain grid, where figures are made."""

    code: str
    name: str
    borough: Borough
    ring: List[Point]
    place: Point


def make_city() -> List[Ward]:
    """The wards, borough by borough."""
    cells = city_cells()
    rings = outlines(cells)
    borough_of = _boroughs(cells)
    boroughs = [Borough(f"S98{number:06d}", name) for number, name in enumerate(BOROUGHS, start=1)]
    ordered = sorted(cells, key=lambda cell: borough_of[cell])
    return [
        Ward(f"S99{number:06d}", name, boroughs[borough_of[cell]], rings[cell], centre(cell))
        for number, (cell, name) in enumerate(zip(ordered, ward_names(len(cells))), start=1)
    ]


def _boroughs(cells: Sequence[Cell]) -> Dict[Cell, int]:
    """The number of each cell's borough: 0 the old town, then the north bank, then the south bank."""
    north = [cell for cell in cells if cell[1] >= 0]
    south = [cell for cell in cells if cell[1] < 0]
    old_town = sorted(north, key=lambda cell: (math.hypot(*centre(cell)), cell))[:_OLD_TOWN_WARDS]
    rest = [cell for cell in north if cell not in old_town]
    return {
        **dict.fromkeys(old_town, 0),
        **{cell: 1 + number for cell, number in _split(rest, _NORTH).items()},
        **{cell: 1 + _NORTH + number for cell, number in _split(south, _SOUTH).items()},
    }


def _split(cells: Sequence[Cell], parts: int) -> Dict[Cell, int]:
    """Cells by their nearest seed, the seeds moved to the middle of their cells (Lloyd)."""
    ordered = sorted(cells, key=centre)
    seeds = [centre(ordered[(2 * part + 1) * len(ordered) // (2 * parts)]) for part in range(parts)]
    nearest: Dict[Cell, int] = {}
    for _ in range(30):
        nearest = {cell: _nearest(centre(cell), seeds) for cell in cells}
        seeds = [_middle([centre(cell) for cell in cells if nearest[cell] == part]) for part in range(parts)]
    return nearest


def _nearest(point: Point, seeds: Sequence[Point]) -> int:
    return min(range(len(seeds)), key=lambda part: (math.dist(point, seeds[part]), part))


def _middle(points: Sequence[Point]) -> Tuple[float, float]:
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)
