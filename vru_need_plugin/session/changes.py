# SPDX-License-Identifier: GPL-2.0-or-later
"""How much of the work a changed scenario asks for again."""

from __future__ import annotations

from enum import IntEnum

from ..scenario.document import Measure, Options, Scenario


class Change(IntEnum):
    """The furthest back that the work has to start; a later stage includes the earlier ones."""

    NOTHING = 0
    WORDS = 1
    """Titles, notes and what is written: shown anew, computed the same."""
    RULES = 2
    """Thresholds and weights: rescored from the columns as prepared."""
    SETTINGS = 3
    """The missing rule and its like: scored anew from the columns as prepared."""
    MEASURES = 4
    """Which measures, of which columns, compared with what: prepared anew."""
    TABLES = 5
    """Tables: read (where the cache lacks them) and prepared anew."""
    AREAS = 6
    """The area layer or its fields: everything anew."""


def change(before: Scenario, after: Scenario) -> Change:
    """What lies between two versions of a scenario."""
    if before == after:
        return Change.NOTHING
    if before.areas != after.areas:
        return Change.AREAS
    if before.tables != after.tables:
        return Change.TABLES
    if [_structure(m) for m in before.measures] != [_structure(m) for m in after.measures]:
        return Change.MEASURES
    if _settings(before.options) != _settings(after.options):
        return Change.SETTINGS
    if [_rule(m) for m in before.measures] != [_rule(m) for m in after.measures]:
        return Change.RULES
    return Change.WORDS


def _structure(measure: Measure) -> tuple[object, ...]:
    """What decides a measure's column; its theme is here because theme scores hang on it."""
    return (
        measure.id,
        measure.theme,
        measure.table,
        measure.value,
        measure.direction,
        measure.reference,
        measure.enabled,
        measure.exclude_areas,
    )


def _settings(options: Options) -> tuple[object, ...]:
    return options.missing, options.min_coverage, options.near_miss_band


def _rule(measure: Measure) -> tuple[object, ...]:
    return measure.threshold, measure.weight
