# SPDX-License-Identifier: GPL-2.0-or-later
"""Scores into a table of an SQLite file: one transaction, the file old or new and never between.

The values go into a database of their own, which is attached to GDAL's connection; one
``UPDATE ... FROM`` then takes them over. Adding the columns is part of the same transaction,
which QGIS's own edit buffer cannot do, and all takes a fifth of its time.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Any, List, Mapping, Sequence, Tuple

from qgis.core import QgsVectorLayer

from ...core.feedback import Feedback, check
from ...core.messages import Message, mark
from ...core.output import FieldKind
from .column_notes import forget_notes, keep_notes
from .plan import Plan
from .route import Order, Written, areas_gone, show_source
from .side_table import SIDE_FILE, make_side_table, side_folder
from .sqlite import RefusedError, quoted, rows, run
from .table import QUICK_VALUES, Table, attached, columns, set_from
from .table_undo import TableTakeBack

_KEEP = Template("CREATE TABLE vru_need.before AS SELECT $key AS id, $columns FROM $table")
_GONE = Template("SELECT count(*) FROM vru_need.scored WHERE id NOT IN (SELECT $key FROM $table)")
_IN_USE = Template("SELECT EXISTS (SELECT 1 FROM $table WHERE $column IS NOT NULL)")
# Of the statement before; one look, where comparing all ids takes a tenth of the time of writing.
_ALL_CHANGED = "SELECT changes() = (SELECT count(*) FROM vru_need.scored)"


@dataclass(frozen=True)
class TableWrite:
    """A write on to one table of an SQLite file."""

    table: Table
    order: Order
    needs_main_thread: bool = False
    notes: Tuple[Message, ...] = ()

    @property
    def is_long(self) -> bool:
        """Whether it is likely to take over half a second."""
        return len(self.order.feature_ids) * len(self.order.plan.outputs) > QUICK_VALUES

    def run(self, feedback: Feedback) -> Written:
        """Write in one transaction.

        Raises NeedError, the file being as before, where it is locked, read-only or refuses;
        Cancelled where the user stops it.
        """
        plan = self.order.plan
        folder = side_folder()
        side = folder.path / SIDE_FILE
        try:
            make_side_table(side, plan.outputs, self.order.feature_ids, self.table.types)
            check(feedback)
            feedback.setProgress(40)
            with attached(self.table, side, feedback) as (dataset, name, key):
                existing = _existing(dataset, name, plan) if self.order.keep_old else None
                if existing is not None:
                    _keep(dataset, name, key, list(existing))
                _update(dataset, name, key, plan, self.table.types)
                _check_all_changed(dataset, self.table.title, name, key)
                keep_notes(dataset, name, plan.stale)
                removed = _drop(dataset, name, plan.stale)
                forget_notes(dataset, name, removed)
        except BaseException:
            folder.remove()
            raise
        if existing is None:
            folder.remove()
            return Written(removed)
        gone = {column: existing[column] for column in removed}
        return Written(removed, TableTakeBack(folder, self.table, plan, tuple(existing), gone))

    def finish(self, layer: QgsVectorLayer) -> None:
        """Let the layer see its new columns."""
        show_source(layer)


def said(path: Path) -> Message:
    """What happens to the file, for who is asked whether to write."""
    return Message(
        mark("“{file}” is changed in one step: whatever happens, it holds the old or the new."),
        {"file": path.name},
    )


def _existing(dataset: Any, table: str, plan: Plan) -> Mapping[str, str]:
    """The columns that the write overwrites or removes, with their declarations."""
    touched = {output.name for output in plan.outputs}.union(plan.stale)
    return {name: declared for name, declared in columns(dataset, table).items() if name in touched}


def _keep(dataset: Any, table: str, key: str, names: Sequence[str]) -> None:
    if not names:
        return
    kept = ", ".join(f"{quoted(column)} AS c{at}" for at, column in enumerate(names))
    run(dataset, _KEEP.substitute(table=quoted(table), key=quoted(key), columns=kept))


def _update(dataset: Any, table: str, key: str, plan: Plan, types: Mapping[FieldKind, str]) -> None:
    for output in plan.added:
        column = f"{quoted(output.name)} {types[output.kind]}"
        run(dataset, f"ALTER TABLE {quoted(table)} ADD COLUMN {column}")
    values = [f"{quoted(output.name)} = side.c{number}" for number, output in enumerate(plan.outputs)]
    values += [f"{quoted(name)} = NULL" for name in plan.stale]
    set_from(dataset, table, key, "scored", values)


def _drop(dataset: Any, table: str, names: Sequence[str]) -> Tuple[str, ...]:
    """Drop columns; one that an index, a trigger or a view of the user's needs stays, empty.

    So does one that still holds something: for areas that were not scored, which a filter leaves out.
    """
    gone: List[str] = []
    for name in names:
        if rows(dataset, _IN_USE.substitute(table=quoted(table), column=quoted(name)))[0][0] != "0":
            continue
        try:
            run(dataset, f"ALTER TABLE {quoted(table)} DROP COLUMN {quoted(name)}")
        except RefusedError:
            continue
        gone.append(name)
    return tuple(gone)


def _check_all_changed(dataset: Any, title: str, table: str, key: str) -> None:
    if rows(dataset, _ALL_CHANGED)[0][0] == "1":
        return
    gone = rows(dataset, _GONE.substitute(table=quoted(table), key=quoted(key)))[0][0]
    if gone != "0":
        raise areas_gone(title, int(gone or 0))
