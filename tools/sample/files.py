# SPDX-License-Identifier: GPL-2.0-or-later
"""The two ward tables, with what real ones ask of a reader: two header rows, totals, n/a, thousands marks."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any, Iterable, List, Optional, Sequence

from .city import Ward
from .figures import MONTHS, OFFENCES, Figures

UNKNOWN = "n/a"
NOT_LOCATED = ("Not located", "S99999999", "Unknown")


def write_offences(city: Sequence[Ward], figures: Figures, path: Path) -> None:
    """One row a ward and offence type, months as columns; no row where there was no offence."""
    header = ["Offence group", "Offence type", "Ward name (synthetic)", "Ward code", "Borough", *MONTHS]
    rows: List[List[Any]] = []
    for name, (group, *_) in OFFENCES.items():
        wards = figures.offences[name]
        for ward, months in zip(city, wards):
            if any(months):
                rows.append([group, name, ward.name, ward.code, ward.borough.name, *months])
        # Offences that no ward can be told of: about one in a hundred.
        rows.append([group, name, *NOT_LOCATED, *(sum(month) // 100 for month in zip(*wards))])
    write_csv(path, [header, *rows])


def write_profiles(city: Sequence[Ward], figures: Figures, path: Path) -> None:
    """One row a ward under two header rows, a totals row at the end."""
    columns = [
        ("Residents (synthetic)", "2024", [f"{number:,}" for number in figures.residents_before]),
        ("Residents (synthetic)", "2025", [f"{number:,}" for number in figures.residents]),
        ("Children in low-income families (synthetic); %", "2024/25", _cells(figures.poverty)),
        ("Unauthorised absence, all schools (synthetic); %", "2024/25", _cells(figures.absence)),
        ("Average attainment score (synthetic)", "2025", _cells(figures.attainment)),
        ("Life expectancy at birth (synthetic); years", "2020-24", _cells(figures.life_expectancy)),
        ("Lone parents not in work (synthetic); %", "2021", _cells(figures.lone_parents)),
        ("Ambulance call-outs, alcohol (synthetic)", "2025", _cells(figures.call_outs)),
    ]
    totals = [
        f"{sum(figures.residents_before):,}",
        f"{sum(figures.residents):,}",
        *[UNKNOWN] * 5,
        f"{sum(number or 0 for number in figures.call_outs):,}",
    ]
    rows = [[ward.code, ward.name, ward.borough.name] for ward in city]
    for _, _, cells in columns:
        for row, cell in zip(rows, cells):
            row.append(cell)
    first = ["", "", "", *(above for above, _, _ in columns)]
    second = ["Ward code", "Ward name", "Borough", *(below for _, below, _ in columns)]
    write_csv(path, [first, second, *rows, ["#1", "Marlbury, all wards", "", *totals]])


def write_csv(path: Path, rows: Iterable[Sequence[Any]]) -> None:
    """Rows as UTF-8 with line feeds, the same bytes on every system."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def _cells(figures: Sequence[Optional[float]]) -> List[str]:
    return [UNKNOWN if figure is None else str(figure) for figure in figures]
