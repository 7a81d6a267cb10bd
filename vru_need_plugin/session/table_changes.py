# SPDX-License-Identifier: GPL-2.0-or-later
"""What a newer file of a table changes, told before it is taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, List, Sequence, Set, Tuple

import numpy as np

from ..core.messages import Message, NeedError, mark
from ..scenario.document import ColumnRef, Measure, Rolling
from ..tables.tidy import TidyTable

_EXAMPLES = 3


@dataclass(frozen=True)
class Revised:
    """Values that differ in a column that both files have: how many, and the first."""

    column: str
    count: int
    key: str
    before: float
    after: float


@dataclass(frozen=True)
class TableChanges:
    """The newer file against the older one.

    Attributes
    ----------
    columns_gone, columns_new, keys_gone, keys_new
        Names of columns and keys of rows.
    revised
        The columns with other values, those that measures use first.
    stranded
        Titles of the measures whose columns are gone or hold no numbers, and those columns.
    rolled
        For each rolling period in use: what it begins with, its newest period before and after.
    """

    columns_gone: Tuple[str, ...]
    columns_new: Tuple[str, ...]
    keys_gone: Tuple[str, ...]
    keys_new: Tuple[str, ...]
    revised: Tuple[Revised, ...]
    stranded: Tuple[Tuple[str, str], ...]
    rolled: Tuple[Tuple[str, str, str], ...]

    def lines(self) -> List[Message]:
        """The changes in plain sentences, the gravest first."""
        return [
            *(_stranded(*item) for item in self.stranded),
            *_named(mark("Columns gone: {count} ({examples})"), self.columns_gone),
            *_named(mark("Columns new: {count} ({examples})"), self.columns_new),
            *_named(mark("Keys gone: {count} ({examples})"), self.keys_gone),
            *_named(mark("Keys new: {count} ({examples})"), self.keys_new),
            *(_rolled(*item) for item in self.rolled),
            *_revised(self.revised),
        ] or [Message(mark("Nothing that is read from the file has changed."))]


def table_changes(before: TidyTable, after: TidyTable, measures: Iterable[Measure]) -> TableChanges:
    """Compare two files of one table, both as the scenario reads them.

    Parameters
    ----------
    measures
        Those that draw on the table.
    """
    measures = list(measures)
    used = _used_columns(before, measures)
    common = [name for name in before.names if name in set(after.names)]
    ordered = [*(name for name in common if name in used), *(name for name in common if name not in used)]
    return TableChanges(
        _without(before.names, after.names),
        _without(after.names, before.names),
        _keys_without(before, after),
        _keys_without(after, before),
        tuple(_revisions(before, after, ordered)),
        tuple(_stranded_measures(after, measures)),
        tuple(_rolled_on(before, after, measures)),
    )


def references_of(measure: Measure, table_id: str) -> Tuple[ColumnRef, ...]:
    """The columns that a measure takes from a table."""
    value, found = measure.value, []
    if measure.table == table_id:
        found += [*value.columns, *value.from_columns, *value.to_columns]
    if (value.denominator_table or measure.table) == table_id:
        found += value.denominator
    return tuple(found)


def _without(names: Sequence[str], others: Sequence[str]) -> Tuple[str, ...]:
    known = set(others)
    return tuple(name for name in names if name not in known)


def _keys_without(table: TidyTable, other: TidyTable) -> Tuple[str, ...]:
    """The keys that the other table does not have, as this one spells them."""
    known = set(other.keys)
    return tuple(
        table.index.spelling(number).strip() for number, key in enumerate(table.keys) if key not in known
    )


def _used_columns(table: TidyTable, measures: Sequence[Measure]) -> Set[str]:
    used: Set[str] = set()
    for reference in _references(table, measures):
        try:
            used.update(table.select(reference))
        except NeedError:
            continue
    return used


def _references(table: TidyTable, measures: Sequence[Measure]) -> List[ColumnRef]:
    return [ref for measure in measures for ref in references_of(measure, table.spec.id)]


def _revisions(before: TidyTable, after: TidyTable, names: Sequence[str]) -> Iterable[Revised]:
    rows = {key: row for row, key in enumerate(after.keys)}
    pairs = [(row, rows[key]) for row, key in enumerate(before.keys) if key in rows]
    if not pairs:
        return
    ours, theirs = (np.array(side) for side in zip(*pairs))
    for name in names:
        try:
            old, new = before.values(name)[ours], after.values(name)[theirs]
        except NeedError:
            continue
        differ = np.flatnonzero((old != new) & ~(np.isnan(old) & np.isnan(new)))
        if len(differ):
            first = int(differ[0])
            key = before.index.spelling(int(ours[first]))
            yield Revised(name, len(differ), key, float(old[first]), float(new[first]))


def _stranded_measures(after: TidyTable, measures: Sequence[Measure]) -> Iterable[Tuple[str, str]]:
    for measure in measures:
        for reference in references_of(measure, after.spec.id):
            try:
                for name in after.select(reference):
                    after.values(name)
            except NeedError:
                yield measure.title, reference if isinstance(reference, str) else reference.starts
                break


def _rolled_on(
    before: TidyTable, after: TidyTable, measures: Sequence[Measure]
) -> Iterable[Tuple[str, str, str]]:
    rolling = dict.fromkeys(ref for ref in _references(before, measures) if isinstance(ref, Rolling))
    for reference in rolling:
        try:
            old, new = before.select(reference)[-1], after.select(reference)[-1]
        except NeedError:
            continue
        if old != new and not reference.skip:
            cut = len(reference.starts)
            yield reference.starts.rstrip(" |"), old[cut:], new[cut:]


def _named(template: str, names: Sequence[str]) -> List[Message]:
    if not names:
        return []
    quoted = [f"“{name}”" for name in names[:_EXAMPLES]]
    examples = ", ".join(quoted) + (", …" if len(names) > _EXAMPLES else "")
    return [Message(template, {"count": len(names), "examples": examples})]


def _stranded(title: str, missing: str) -> Message:
    words = {"title": title, "column": missing}
    return Message(mark("Measure “{title}” would have no figures: no “{column}”"), words)


def _rolled(what: str, before: str, after: str) -> Message:
    words = {"what": what, "before": before, "after": after}
    return Message(mark("{what}: the newest period moves from {before} to {after}"), words)


def _revised(found: Sequence[Revised]) -> List[Message]:
    if not found:
        return []
    total = sum(item.count for item in found)
    words = (
        mark("Values revised: {count} in one column")
        if len(found) == 1
        else mark("Values revised: {count} in {columns} columns")
    )
    told = [Message(words, _counted(total, len(found)))]
    for item in found[:_EXAMPLES]:
        words = {
            "column": item.column,
            "count": item.count,
            "key": item.key,
            "before": _figure(item.before),
            "after": _figure(item.after),
        }
        told.append(Message(mark("{column}: {count}, as {key} from {before} to {after}"), words))
    return told


def _counted(count: int, columns: int) -> dict[str, object]:
    return {"count": count, "columns": columns}


def _figure(value: float) -> object:
    return Message(mark("no value")) if value != value else f"{value:.10g}"
