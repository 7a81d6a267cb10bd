# SPDX-License-Identifier: GPL-2.0-or-later
"""A write into a table of an SQLite file taken back."""

from __future__ import annotations

from dataclasses import dataclass
from string import Template
from typing import Any, Mapping, Tuple

from qgis.core import QgsVectorLayer

from ...core.feedback import Feedback
from ...core.messages import Message
from .aside import Aside
from .column_notes import bring_back_notes
from .plan import Plan
from .route import Written, changed_since, refuse_edited, refuse_lost, show_source
from .side_table import SIDE_FILE
from .sqlite import quoted, rows, run
from .table import QUICK_VALUES, Table, attached, columns, set_from

_CHANGED = Template(
    "SELECT count(*) FROM $table JOIN vru_need.scored AS side ON $table.$key = side.id WHERE $differs"
)


@dataclass(frozen=True)
class TableTakeBack:
    """The values that a write found in a table, and those that it left there.

    Parameters
    ----------
    folder
        Where both are kept, as long as this is.
    plan
        What was written.
    kept
        The columns that there were before, in the order in which they are kept.
    gone
        Those of them that the write removed, with their declarations.
    """

    folder: Aside
    table: Table
    plan: Plan
    kept: Tuple[str, ...]
    gone: Mapping[str, str]

    def prepare(self, layer: QgsVectorLayer) -> TableRestore:
        """The write that brings the old values back."""
        refuse_edited(layer)
        refuse_lost(self.folder.path / SIDE_FILE, self.table.title)
        return TableRestore(self, len(self.plan.outputs[0].values) * len(self.kept) > QUICK_VALUES)


@dataclass(frozen=True)
class TableRestore:
    """The undoing of a `TableWrite`, in one transaction of its own."""

    before: TableTakeBack
    is_long: bool
    needs_main_thread: bool = False
    notes: Tuple[Message, ...] = ()

    def run(self, feedback: Feedback) -> Written:
        """Bring the old values and columns back.

        Raises NeedError, nothing being changed, where the need fields are no longer as they were
        written.
        """
        before = self.before
        side = before.folder.path / SIDE_FILE
        with attached(before.table, side, feedback) as (dataset, name, key):
            _check_unchanged(dataset, before, name, key)
            for column, declared in before.gone.items():
                run(dataset, f"ALTER TABLE {quoted(name)} ADD COLUMN {quoted(column)} {declared}")
            if before.kept:
                values = (f"{quoted(column)} = side.c{at}" for at, column in enumerate(before.kept))
                set_from(dataset, name, key, "before", list(values))
            bring_back_notes(dataset)
            added = tuple(output.name for output in before.plan.added)
            for column in added:
                run(dataset, f"ALTER TABLE {quoted(name)} DROP COLUMN {quoted(column)}")
        return Written(added)

    def finish(self, layer: QgsVectorLayer) -> None:
        """Let the layer see its old columns."""
        show_source(layer)


def _check_unchanged(dataset: Any, before: TableTakeBack, table: str, key: str) -> None:
    names = [output.name for output in before.plan.outputs]
    present = set(columns(dataset, table))
    if not present.issuperset(names) or present.intersection(before.gone):
        raise changed_since(before.table.title)
    own = quoted(table)
    differs = " OR ".join(f"{own}.{quoted(name)} IS NOT side.c{at}" for at, name in enumerate(names))
    changed = _CHANGED.substitute(table=own, key=quoted(key), differs=differs)
    if rows(dataset, changed)[0][0] != "0":
        raise changed_since(before.table.title)
