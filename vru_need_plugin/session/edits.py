# SPDX-License-Identifier: GPL-2.0-or-later
"""Edits of a scenario: each takes a document and returns another.

The bounds are the document's own (`Threshold`, the weight check); an edit out of them raises
`NeedError` and nothing has changed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Iterable, Sequence

from ..core.threshold import Threshold
from ..scenario.document import Areas, Measure, Scenario, Table


def measure_of(scenario: Scenario, measure_id: str) -> Measure:
    """The measure with this id; KeyError where there is none."""
    for measure in scenario.measures:
        if measure.id == measure_id:
            return measure
    raise KeyError(measure_id)


def with_measure(scenario: Scenario, measure_id: str, **changes: Any) -> Scenario:
    """The scenario with some fields of one measure replaced."""
    return replace(
        scenario,
        measures=tuple(
            replace(measure, **changes) if measure.id == measure_id else measure
            for measure in scenario.measures
        ),
    )


def with_threshold_value(scenario: Scenario, measure_id: str, value: float) -> Scenario:
    """The scenario with another number in one threshold, its kind and ties as they were.

    Raises
    ------
    NeedError
        The number is out of the kind's bounds.
    """
    threshold = measure_of(scenario, measure_id).threshold
    return with_measure(scenario, measure_id, threshold=Threshold(threshold.kind, value, threshold.ties))


def with_added_measures(scenario: Scenario, measures: Iterable[Measure]) -> Scenario:
    """The scenario with measures added at the end, those of one theme together.

    At the end, so that the fields of the measures that are there already keep their numbers.
    """
    added = tuple(measures)
    themes = list(dict.fromkeys(measure.theme for measure in added))
    together = sorted(added, key=lambda measure: themes.index(measure.theme))
    return replace(scenario, measures=(*scenario.measures, *together))


def without_measures(scenario: Scenario, measure_ids: Iterable[str]) -> Scenario:
    """The scenario without these measures, and their weights gone from the programme weights."""
    gone = set(measure_ids)
    profiles = tuple(
        replace(profile, weights={k: w for k, w in profile.weights.items() if k not in gone})
        for profile in scenario.profiles
    )
    return replace(
        scenario,
        measures=tuple(measure for measure in scenario.measures if measure.id not in gone),
        profiles=profiles,
    )


def with_added_table(scenario: Scenario, table: Table) -> Scenario:
    """The scenario with a table added at the end."""
    return replace(scenario, tables=(*scenario.tables, table))


def with_table(scenario: Scenario, table_id: str, **changes: Any) -> Scenario:
    """The scenario with some fields of one table replaced."""
    return replace(
        scenario,
        tables=tuple(replace(t, **changes) if t.id == table_id else t for t in scenario.tables),
    )


def measures_of_table(scenario: Scenario, table_id: str) -> tuple[Measure, ...]:
    """The measures that draw on a table, as their own or as their denominator."""
    return tuple(
        measure
        for measure in scenario.measures
        if table_id in (measure.table, measure.value.denominator_table)
    )


def without_table(scenario: Scenario, table_id: str) -> Scenario:
    """The scenario without a table and without the measures that draw on it."""
    gone = [measure.id for measure in measures_of_table(scenario, table_id)]
    rest = without_measures(scenario, gone)
    return replace(rest, tables=tuple(table for table in rest.tables if table.id != table_id))


def with_areas(scenario: Scenario, areas: Areas) -> Scenario:
    """The scenario on another area layer or other fields of it."""
    return replace(scenario, areas=areas)


def with_options(scenario: Scenario, **changes: Any) -> Scenario:
    """The scenario with some options replaced."""
    return replace(scenario, options=replace(scenario.options, **changes))


def fresh_id(wish: str, taken: Sequence[str]) -> str:
    """An id near `wish` (letters, digits and underscores) that is not among `taken`."""
    letters = "".join(c if c.isascii() and c.isalnum() else "_" for c in wish.casefold())
    base = "_".join(part for part in letters.split("_") if part)[:40].strip("_") or "item"
    name, number = base, 2
    while name in taken:
        name, number = f"{base}_{number}", number + 1
    return name


def empty_scenario(title: str) -> Scenario:
    """A scenario with nothing in it yet: no area layer, no tables, no measures."""
    return Scenario(title=title, areas=Areas(source="", code_field=""))


def has_areas(scenario: Scenario) -> bool:
    """Whether the scenario names an area layer and its code field."""
    return bool(scenario.areas.source and scenario.areas.code_field)


def retitled(scenario: Scenario, title: str) -> Scenario:
    """The scenario under another title."""
    return replace(scenario, title=title)


def with_only_theme(scenario: Scenario, theme: str) -> Scenario:
    """The scenario with the measures of one theme in use and no others."""
    return replace(
        scenario,
        measures=tuple(replace(m, enabled=m.theme == theme) for m in scenario.measures),
    )
