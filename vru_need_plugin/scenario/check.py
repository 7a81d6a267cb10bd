# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether the parts of a scenario fit together: what no single key can tell."""

from __future__ import annotations

from typing import Dict, Iterable, Optional, Sequence

from ..core.alike import alike, shortened
from ..core.messages import mark
from ..core.threshold import Reference
from .document import Areas, KeyLevel, KeyMatch, Measure, Scenario, Table
from .errors import Place, ScenarioError


def check(scenario: Scenario, place: Optional[Place] = None) -> None:
    """Check every reference from one part of the scenario to another.

    Raises
    ------
    ScenarioError
        The first that is wrong, in the order in which a scenario is written.
    """
    place = place or Place()
    for part in ("tables", "measures", "profiles"):
        _check_unique([item.id for item in getattr(scenario, part)], place.key(part))
    tables = {table.id: table for table in scenario.tables}
    for index, table in enumerate(scenario.tables):
        _check_table(table, scenario.areas, place.key("tables").item(index).of(table.id))
    for index, measure in enumerate(scenario.measures):
        _check_measure(measure, tables, scenario.areas, place.key("measures").item(index).of(measure.id))
    _check_profiles(scenario, place.key("profiles"))
    if scenario.options.focus and scenario.areas.parent_code_field is None:
        raise (
            place.key("options")
            .key("focus")
            .error(mark("Holds parents by code, but the areas have no “parent_code_field”. Name it."))
        )


def _check_unique(ids: Sequence[str], place: Place) -> None:
    seen: Dict[str, int] = {}
    for index, identity in enumerate(ids):
        if identity in seen:
            raise (
                place.item(index)
                .key("id")
                .error(
                    mark("“{id}” is the id of item {first} too. Each needs an id of its own."),
                    id=identity,
                    first=seen[identity],
                )
            )
        seen[identity] = index


def _check_table(table: Table, areas: Areas, place: Place) -> None:
    field = _field_for(table)
    if field != "code_field" and getattr(areas, field) is None:
        raise place.key("key_level" if table.key_match is KeyMatch.CODE else "key_match").error(
            mark("Needs the areas' “{field}”, which is not given. Name that field under “areas”."),
            field=field,
        )
    if table.spread and not table.values:
        raise place.key("values").error(
            mark("A table with “spread” needs its value columns here, or “periods”.")
        )
    if table.values and not table.spread:
        raise place.key("spread").error(mark("A table with “values” needs the columns to spread by here."))


def _field_for(table: Table) -> str:
    """The field of the area layer that the table's keys are compared with."""
    if table.key_level is KeyLevel.AREA:
        return "code_field" if table.key_match is KeyMatch.CODE else "name_field"
    return "parent_code_field" if table.key_match is KeyMatch.CODE else "parent_name_field"


def _check_measure(measure: Measure, tables: Dict[str, Table], areas: Areas, place: Place) -> None:
    table = _known_table(measure.table, tables, place.key("table"))
    if measure.value.denominator_table is not None:
        at = place.key("value").key("denominator_table")
        denominator = _known_table(measure.value.denominator_table, tables, at)
        if denominator.key_level is not table.key_level:
            raise at.error(
                mark(
                    "“{denominator}” is keyed on the {other}, “{table}” on the {level}; they must be alike."
                ),
                denominator=denominator.id,
                other=denominator.key_level.value,
                table=table.id,
                level=table.key_level.value,
            )
    if measure.reference is Reference.WITHIN_PARENT:
        _check_within_parent(table, areas, place.key("reference"))


def _known_table(identity: str, tables: Dict[str, Table], place: Place) -> Table:
    if identity not in tables:
        raise _no_such(place, identity, tables, mark("No table has the id “{id}”. The tables are: {known}."))
    return tables[identity]


def _check_within_parent(table: Table, areas: Areas, place: Place) -> None:
    if table.key_level is KeyLevel.PARENT:
        raise place.error(
            mark("“within_parent” compares areas, but the figures of the table “{table}” are parents'."),
            table=table.id,
        )
    if areas.parent_code_field is None and areas.parent_name_field is None:
        raise place.error(
            mark("“within_parent” needs the areas' “parent_code_field”, which is not given under “areas”.")
        )


def _check_profiles(scenario: Scenario, place: Place) -> None:
    measures = [measure.id for measure in scenario.measures]
    for index, profile in enumerate(scenario.profiles):
        for identity in profile.weights:
            if identity not in measures:
                at = place.item(index).of(profile.id).key("weights").key(identity)
                raise _no_such(
                    at, identity, measures, mark("No measure has the id “{id}”. The measures are: {known}.")
                )


def _no_such(place: Place, identity: str, known: Iterable[str], template: str) -> ScenarioError:
    """The error for an id that is not there; the nearest ids first, at most ten of them."""
    ids = list(known)
    near = alike(identity, ids, 3)
    shown = near + [other for other in ids if other not in near]
    more = ["…"] if len(shown) > 10 else []
    return place.error(template, id=identity, known=", ".join([*map(shortened, shown[:10]), *more]) or "—")
