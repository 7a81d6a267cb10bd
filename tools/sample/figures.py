# SPDX-License-Identifier: GPL-2.0-or-later
"""Invented figures with the pattern of a real city: hardship in clusters, offences where nights are busy."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Dict, List, Optional, Sequence, Tuple

from .chance import chance, normal, poisson
from .city import Ward

MONTHS = tuple(f"{year}{month:02d}" for year in (2024, 2025) for month in range(1, 13))

# Offence type: its group, how many a month and 1,000 residents, what hardship and busy nights add.
OFFENCES: Dict[str, Tuple[str, float, float, float]] = {
    "Assault with injury": ("Violence with injury", 0.75, 0.32, 0.45),
    "Serious wounding": ("Violence with injury", 0.09, 0.45, 0.55),
    "Robbery of personal property": ("Robbery", 0.24, 0.30, 0.55),
    "Robbery of business property": ("Robbery", 0.008, 0.20, 0.40),
    "Possession of weapons": ("Possession of weapons", 0.025, 0.45, 0.35),
    "Criminal damage": ("Criminal damage", 0.50, 0.30, 0.10),
    "Arson": ("Criminal damage", 0.006, 0.45, 0.0),
    "Public order offences": ("Public order", 0.45, 0.20, 0.50),
}

# Hardship: where it gathers (in the plain grid), how far it reaches, how strong it is.
_HARDSHIP = (
    (5.5, 5.0, 4.0, 2.4),
    (-3.5, -4.5, 3.2, 1.9),
    (9.5, -3.0, 2.6, 1.5),
    (-10, 4.5, 2.4, 1.6),
    (1, 10, 2.2, 1.2),
)
_NIGHT = ((-0.5, 1.0, 2.6, 2.6), (8.0, 3.5, 1.5, 1.4), (-7.5, -4.0, 1.4, 1.2), (3.5, -7.5, 1.3, 1.1))


@dataclass(frozen=True)
class Figures:
    """What is counted and measured, ward by ward in the city's order; None where it is not known."""

    hardship: List[float]
    residents: List[int]
    residents_before: List[int]
    offences: Dict[str, List[List[int]]]
    poverty: List[Optional[float]]
    absence: List[Optional[float]]
    attainment: List[Optional[float]]
    life_expectancy: List[Optional[float]]
    lone_parents: List[Optional[float]]
    call_outs: List[Optional[int]]


def make_figures(city: Sequence[Ward]) -> Figures:
    """All figures of the city."""
    hardship = _field(city, "hardship", _HARDSHIP)
    night = _field(city, "night", _NIGHT)
    residents = [_residents(ward) for ward in city]
    return Figures(
        hardship=hardship,
        residents=residents,
        residents_before=[round(number * 0.985) for number in residents],
        offences={name: _months(city, name, residents, hardship, night) for name in OFFENCES},
        poverty=_measured(city, "poverty", hardship, 19, 7.5, 2.6, (2, 60), 0.01),
        absence=_measured(city, "absence", hardship, 1.9, 0.5, 0.25, (0.2, 6), 0.04),
        attainment=_measured(city, "attainment", hardship, 47, -3.8, 1.9, (25, 70), 0.05),
        life_expectancy=_measured(city, "life", hardship, 81.4, -1.6, 0.9, (70, 92), 0.01),
        lone_parents=_measured(city, "lone", hardship, 37, 6.5, 3.2, (8, 75), 0.02),
        call_outs=[
            poisson(chance("call-outs", ward.code), people / 1000 * 5 * math.exp(0.2 * need + 0.35 * busy))
            for ward, people, need, busy in zip(city, residents, hardship, night)
        ],
    )


def _field(city: Sequence[Ward], name: str, hills: Sequence[Tuple[float, ...]]) -> List[float]:
    """Hills and some chance, brought to mean 0 and deviation 1 over the city."""
    heights = []
    for ward in city:
        height = 0.4 * normal(chance(name, ward.code))
        for x, y, reach, peak in hills:
            height += peak * math.exp(-(math.dist(ward.place, (x, y)) ** 2) / (2 * reach**2))
        heights.append(height)
    mean = sum(heights) / len(heights)
    deviation = math.sqrt(sum((height - mean) ** 2 for height in heights) / len(heights))
    return [(height - mean) / deviation for height in heights]


def _with_its_own(city: Sequence[Ward], name: str, hardship: Sequence[float]) -> List[float]:
    """Hardship as one figure shows it: not everything is worst in the same places."""
    mixed = chance("hills", name)
    hills = [
        (mixed.uniform(-13, 13), mixed.uniform(-11, 11), mixed.uniform(2, 4), mixed.uniform(1, 2))
        for _ in range(5)
    ]
    return [0.7 * need + 0.7 * own for need, own in zip(hardship, _field(city, name, hills))]


def _residents(ward: Ward) -> int:
    denser = 2500 * math.exp(-((math.hypot(*ward.place) / 9) ** 2))
    return round(max(2600, 8200 + denser + 1500 * normal(chance("residents", ward.code))))


def _months(
    city: Sequence[Ward],
    name: str,
    residents: Sequence[int],
    hardship: Sequence[float],
    night: Sequence[float],
) -> List[List[int]]:
    """Offences of one type, one list of months a ward."""
    _, usual, by_need, by_night = OFFENCES[name]
    wards = []
    shown = _with_its_own(city, name, hardship)
    for ward, people, need, busy in zip(city, residents, shown, night):
        local = chance(name, ward.code)
        mean = people / 1000 * usual * math.exp(by_need * need + by_night * busy + 0.15 * normal(local))
        change = math.exp(0.18 * normal(local))
        wards.append([poisson(local, mean * (change if month > "202412" else 1)) for month in MONTHS])
    return wards


def _measured(
    city: Sequence[Ward],
    name: str,
    hardship: Sequence[float],
    middle: float,
    by_need: float,
    scatter: float,
    bounds: Tuple[float, float],
    unknown: float,
) -> List[Optional[float]]:
    """A figure with one decimal that goes with hardship; a share `unknown` of wards has none."""
    figures: List[Optional[float]] = []
    for ward, need in zip(city, _with_its_own(city, name, hardship)):
        local = chance(name, ward.code)
        figure = middle + by_need * need + scatter * normal(local)
        figures.append(None if local.random() < unknown else round(min(max(figure, bounds[0]), bounds[1]), 1))
    return figures
