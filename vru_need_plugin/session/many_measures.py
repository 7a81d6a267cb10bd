# SPDX-License-Identifier: GPL-2.0-or-later
"""Edits of several measures at once, their order, and what each theme comes to."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Callable, Dict, Iterable, Mapping

from ..core.rules import whole_weight
from ..scenario.document import Measure, Scenario


def with_each(
    scenario: Scenario, measure_ids: Iterable[str], changes: Callable[[Measure], Mapping[str, Any]]
) -> Scenario:
    """The scenario with fields of several measures replaced.

    Parameters
    ----------
    changes
        What to replace in a measure; nothing leaves it as it is.
    """
    chosen = set(measure_ids)
    return replace(
        scenario,
        measures=tuple(replace(m, **changes(m)) if m.id in chosen else m for m in scenario.measures),
    )


def moved(scenario: Scenario, measure_ids: Iterable[str], before: int) -> Scenario:
    """The scenario with some measures moved, in their order, in front of the one at place `before`.

    A place past the end puts them last.
    """
    chosen = set(measure_ids)
    measures = scenario.measures
    ahead = [m for m in measures[:before] if m.id not in chosen]
    behind = [m for m in measures[before:] if m.id not in chosen]
    taken = [m for m in measures if m.id in chosen]
    return replace(scenario, measures=(*ahead, *taken, *behind))


def stepped(scenario: Scenario, measure_ids: Iterable[str], step: int) -> Scenario:
    """The scenario with some measures moved up (-1) or down (1) past one neighbour."""
    chosen = set(measure_ids)
    places = [place for place, measure in enumerate(scenario.measures) if measure.id in chosen]
    if not places:
        return scenario
    before = max(0, places[0] - 1) if step < 0 else min(len(scenario.measures), places[-1] + 2)
    return moved(scenario, chosen, before)


def grouped_by_theme(scenario: Scenario) -> Scenario:
    """The scenario with the measures of each theme together, themes in order of first appearance."""
    themes = {theme: place for place, theme in enumerate(dict.fromkeys(m.theme for m in scenario.measures))}
    return replace(scenario, measures=tuple(sorted(scenario.measures, key=lambda m: themes[m.theme])))


def theme_shares(scenario: Scenario) -> Dict[str, float]:
    """Each theme's part of the highest possible score, 0 to 1; all 0 where no weight is above 0."""
    weights = dict.fromkeys((measure.theme for measure in scenario.measures), 0)
    for measure in scenario.enabled_measures:
        weights[measure.theme] += whole_weight(measure.weight)
    total = sum(weights.values())
    return {theme: weight / total if total else 0.0 for theme, weight in weights.items()}
