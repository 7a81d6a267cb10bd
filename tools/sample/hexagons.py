# SPDX-License-Identifier: GPL-2.0-or-later
"""Wards as bent hexagons: neighbours share each border to the last point, so nothing gaps or overlaps."""

from __future__ import annotations

import math
import random
from typing import Dict, List, Tuple

from .chance import chance, normal

Cell = Tuple[int, int]
Point = Tuple[float, float]

ORIGIN = (640_000.0, 520_000.0)  # in the North Sea: no map of a real place lies under it
RADIUS = 15_000.0
WARDS = 300
_STEPS = ((1, 0), (0, 1), (-1, 1), (-1, 0), (0, -1), (1, -1))
_SIDES = 3  # each border is halved this often


def centre(cell: Cell) -> Point:
    """The middle of a hexagon of side 1, pointing up."""
    q, r = cell
    return math.sqrt(3) * (q + r / 2), 1.5 * r


def neighbours(cell: Cell) -> List[Cell]:
    """The six cells around one."""
    return [(cell[0] + dq, cell[1] + dr) for dq, dr in _STEPS]


def city_cells() -> List[Cell]:
    """The cells of the city, from north to south: those nearest its middle, its outline uneven."""
    around = [(q, r) for q in range(-30, 31) for r in range(-30, 31)]
    return sorted(sorted(around, key=_remoteness)[:WARDS], key=lambda cell: (-cell[1], cell[0]))


def _remoteness(cell: Cell) -> float:
    x, y = centre(cell)
    angle = math.atan2(y, x)
    lobes = 1 + 0.07 * math.sin(3 * angle + 1) + 0.05 * math.sin(5 * angle) + 0.03 * math.cos(8 * angle)
    return math.hypot(x / 1.2, y) / lobes


def outlines(cells: List[Cell]) -> Dict[Cell, List[Point]]:
    """The closed ring of each cell in metres, rounded to whole ones."""
    borders: Dict[Tuple[Point, Point], List[Point]] = {}
    return {cell: _ring(cell, borders) for cell in cells}


def position(x: float, y: float) -> Point:
    """Where a point of the plain grid is in the city: denser in the middle, bent by a winding river."""
    radius = math.hypot(x, y)
    spread = (radius / 17) ** 0.28 if radius else 0.0
    across, up = x * spread, y * spread
    up += 0.9 * math.sin(across / 2.6) + 0.35 * math.sin(across / 1.1 + 2)
    across += 0.5 * math.sin(up / 2.2 + 1)
    return ORIGIN[0] + across * RADIUS / 17, ORIGIN[1] + up * RADIUS / 17


def _ring(cell: Cell, borders: Dict[Tuple[Point, Point], List[Point]]) -> List[Point]:
    corners = [_corner(cell, number) for number in range(6)]
    ring: List[Point] = []
    for start, end in zip(corners, corners[1:] + corners[:1]):
        ring += _border(start, end, borders)[:-1]
    return [*ring, ring[0]]


def _corner(cell: Cell, number: int) -> Point:
    x, y = centre(cell)
    angle = math.pi / 6 + number * math.pi / 3
    x, y = round(x + math.cos(angle), 3) + 0.0, round(y + math.sin(angle), 3) + 0.0
    shaken = chance("corner", f"{x:.2f}", f"{y:.2f}")
    return position(x + 0.17 * normal(shaken), y + 0.17 * normal(shaken))


def _border(start: Point, end: Point, borders: Dict[Tuple[Point, Point], List[Point]]) -> List[Point]:
    """The points from one corner to the next, the same ones from either side."""
    if (end, start) in borders:
        return borders[end, start][::-1]
    if (start, end) not in borders:
        shaken = chance("border", *(f"{number:.0f}" for number in (*start, *end)))
        points = [start, end]
        for _ in range(_SIDES):
            points = _halved(points, shaken)
        borders[start, end] = [(float(round(x)), float(round(y))) for x, y in points]
    return borders[start, end]


def _halved(points: List[Point], shaken: random.Random) -> List[Point]:
    halved = [points[0]]
    for (x1, y1), (x2, y2) in zip(points, points[1:]):
        aside = 0.07 * normal(shaken)
        halved.append(((x1 + x2) / 2 + aside * (y2 - y1), (y1 + y2) / 2 - aside * (x2 - x1)))
        halved.append((x2, y2))
    return halved
