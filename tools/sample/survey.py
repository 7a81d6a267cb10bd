# SPDX-License-Identifier: GPL-2.0-or-later
"""The residents' survey: borough names and no codes, and not always spelled as on the map."""

from __future__ import annotations

from pathlib import Path
from typing import Dict, List, Sequence

from .chance import chance, normal
from .city import Borough, Ward
from .figures import Figures
from .files import write_csv

DATES = tuple(f"{day}/{year}" for year in (2024, 2025) for day in ("31/03", "30/06", "30/09", "31/12"))
# Question: the city's figure in per cent and what hardship adds to it.
QUESTIONS = {
    "Police do a good job in this area": (56.0, -4.0),
    "Feel safe walking alone after dark": (64.0, -5.0),
    "Trust the local council": (52.0, -3.0),
    "Worried about anti-social behaviour": (31.0, 4.0),
}
NOT_SURVEYED = "Marlbury Old Town"
# The survey's own spellings, and a second one from 2025 on.
_SPELLED: Dict[str, str] = {
    "Oxmoor & Vale": "Oxmoor and Vale",
    "St Elwyn's": "St Elwyns",
    "Kestrelmoor": "Royal Borough of Kestrelmoor",
    "Westmarl": "West Marl Town",
}
_SPELLED_LATER = {"Thornwater upon Marl": "Thornwater Upon Marl"}


def write_survey(city: Sequence[Ward], figures: Figures, path: Path) -> None:
    """One row a date, borough and question; the old town has no survey."""
    need = _hardship_of_boroughs(city, figures)
    rows: List[List[str]] = []
    for date in DATES:
        for question in QUESTIONS:
            for borough in need:
                if borough.name != NOT_SURVEYED:
                    share = _share(question, date, borough, need[borough])
                    rows.append([date, "Synthetic survey", _spelled(borough, date), question, share])
    write_csv(path, [["Quarter to", "Survey", "Borough", "Question", "Share"], *rows])


def _hardship_of_boroughs(city: Sequence[Ward], figures: Figures) -> Dict[Borough, float]:
    wards: Dict[Borough, List[float]] = {}
    for ward, hardship in zip(city, figures.hardship):
        wards.setdefault(ward.borough, []).append(hardship)
    return {borough: sum(values) / len(values) for borough, values in wards.items()}


def _share(question: str, date: str, borough: Borough, hardship: float) -> str:
    middle, by_need = QUESTIONS[question]
    steady = normal(chance(question, borough.code))
    share = middle + by_need * hardship + 4 * steady + 0.8 * normal(chance(question, borough.code, date))
    return f"{share:.1f}%"


def _spelled(borough: Borough, date: str) -> str:
    later = _SPELLED_LATER if date.endswith("2025") else {}
    return later.get(borough.name) or _SPELLED.get(borough.name, borough.name)
