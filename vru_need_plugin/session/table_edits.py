# SPDX-License-Identifier: GPL-2.0-or-later
"""Edits of how a table is read; measures keep to their columns when a header gives them new names."""

from __future__ import annotations

from dataclasses import replace
from typing import Dict, Iterable, List, Mapping, Tuple

from ..core.messages import NeedError
from ..scenario.document import PERIODS, ColumnRef, KeyLevel, KeyMatch, Scenario, Table, Value
from ..tables.guess_spread import category_columns, spread_over
from ..tables.header import body_of, header_names, unique_names
from ..tables.raw import RawTable
from .edits import with_table
from .pairs import Pair, with_pairs


def with_header(
    scenario: Scenario, table_id: str, raw: RawTable, skip_rows: int, header_rows: int
) -> Scenario:
    """The scenario with a table's header in other rows; what was said of its columns goes along."""
    table = scenario.table(table_id)
    before = unique_names(header_names(raw, table.skip_rows, table.header_rows))
    after = unique_names(header_names(raw, skip_rows, header_rows))
    names = dict(zip(before, after))
    changed = replace(
        table,
        skip_rows=skip_rows,
        header_rows=header_rows,
        key_column=names.get(table.key_column, table.key_column),
        spread=tuple(names.get(name, name) for name in table.spread),
        values=table.values if table.values == PERIODS else _renamed(table.values, names),
    )
    return _with_columns_renamed(_with(scenario, changed), table_id, names)


def with_reading(scenario: Scenario, table: Table) -> Scenario:
    """The scenario with one table read as `table` says."""
    return _with(scenario, table)


def with_key(scenario: Scenario, table_id: str, column: str, level: KeyLevel, match: KeyMatch) -> Scenario:
    """The scenario with a table known by another column, level or match.

    Pairs belong to the keys that they were made for, and go when those are others.
    """
    table = scenario.table(table_id)
    same = (table.key_level, table.key_match) == (level, match) and table.key_column == column
    aliases = table.key_aliases if same else {}
    return with_table(
        scenario, table_id, key_column=column, key_level=level, key_match=match, key_aliases=aliases
    )


def with_spread(scenario: Scenario, table_id: str, raw: RawTable, spread: Tuple[str, ...]) -> Scenario:
    """The scenario with a table spread by other columns and its values found, or spread by none.

    Raises
    ------
    NeedError
        The table has no rows below its header, or no such key.
    """
    table = scenario.table(table_id)
    if not spread:
        return _with(scenario, replace(table, spread=(), values=(), empty_means_zero=False))
    return _with(scenario, spread_over(body_of(raw, table), table, spread))


def spread_choices(raw: RawTable, table: Table) -> List[Tuple[str, ...]]:
    """What a table could be spread by; nothing where it has one row a key."""
    try:
        columns = category_columns(body_of(raw, table), table)
    except NeedError:
        columns = ()
    choices = [(column,) for column in columns]
    if table.spread and table.spread not in choices:
        choices.append(table.spread)
    return choices


def with_key_pairs(scenario: Scenario, table_id: str, pairs: Iterable[Pair]) -> Scenario:
    """The scenario with keys of a table paired with keys of the layer."""
    return with_table(scenario, table_id, key_aliases=with_pairs(scenario.table(table_id), pairs))


def without_key_pairs(scenario: Scenario, table_id: str, table_keys: Iterable[str]) -> Scenario:
    """The scenario with pairs of a table taken apart."""
    gone = set(table_keys)
    aliases = {key: meant for key, meant in scenario.table(table_id).key_aliases.items() if key not in gone}
    return with_table(scenario, table_id, key_aliases=aliases)


def without_excluded(scenario: Scenario, table_id: str, keys: Iterable[str]) -> Scenario:
    """The scenario with rows that were left out counting again."""
    gone = set(keys)
    kept = tuple(key for key in scenario.table(table_id).exclude_keys if key not in gone)
    return with_table(scenario, table_id, exclude_keys=kept)


def _with(scenario: Scenario, table: Table) -> Scenario:
    return replace(scenario, tables=tuple(table if t.id == table.id else t for t in scenario.tables))


def _with_columns_renamed(scenario: Scenario, table_id: str, names: Mapping[str, str]) -> Scenario:
    measures = []
    for measure in scenario.measures:
        value = measure.value
        if measure.table == table_id:
            value = _value_renamed(value, names, value.denominator_table in (None, table_id))
        elif value.denominator_table == table_id:
            value = replace(value, denominator=_renamed(value.denominator, names))
        measures.append(replace(measure, value=value))
    return replace(scenario, measures=tuple(measures))


def _value_renamed(value: Value, names: Mapping[str, str], denominator_too: bool) -> Value:
    changed: Dict[str, Tuple[ColumnRef, ...]] = {
        "columns": _renamed(value.columns, names),
        "from_columns": _renamed(value.from_columns, names),
        "to_columns": _renamed(value.to_columns, names),
    }
    if denominator_too:
        changed["denominator"] = _renamed(value.denominator, names)
    return replace(value, **changed)


def _renamed(references: Iterable[ColumnRef], names: Mapping[str, str]) -> Tuple[ColumnRef, ...]:
    """Columns under their new names; rolling periods as they are."""
    return tuple(names.get(ref, ref) if isinstance(ref, str) else ref for ref in references)
