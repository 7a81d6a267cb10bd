# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a table's header is, what its columns are called, and the cells below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, Iterable, List, Sequence, Tuple

from ..core.messages import NeedError, mark
from ..scenario.document import Table
from .cells import cell_text
from .near import near_names, quoted
from .raw import RawTable

JOINT = " | "
"""What stands between the parts of a column's name."""


@dataclass(frozen=True)
class Body:
    """A table below its header.

    Parameters
    ----------
    table_id, source
        For messages.
    names
        One a column, each once.
    columns
        Cells of the rows below the header, one sequence a column.
    first_row
        What the first of these rows is called in messages.
    """

    table_id: str
    source: str
    names: Tuple[str, ...]
    columns: Tuple[Sequence[Any], ...]
    first_row: int

    def row(self, position: int) -> int:
        """What the row at a position (from 0) is called."""
        return self.first_row + position

    @property
    def row_count(self) -> int:
        """How many rows there are below the header."""
        return len(self.columns[0]) if self.columns else 0

    def cells(self, name: str) -> Sequence[Any]:
        """The cells of the column called `name`; see `existing`."""
        return self.columns[self.names.index(self.existing(name))]

    def existing(self, name: str) -> str:
        """The name of a column as it is here; blanks around it do not matter.

        Raises
        ------
        NeedError
            There is none; it names the columns that look like it.
        """
        return existing_column(name, self.names, self.table_id, self.source)


def existing_column(name: str, names: Sequence[str], table_id: str, source: str) -> str:
    """`name` as it is among `names`, blanks around it aside; an error that names the likest if not."""
    for candidate in (name, name.strip()):
        if candidate in names:
            return candidate
    raise no_such_column(table_id, source, name, names)


def no_such_column(table_id: str, source: str, name: str, names: Sequence[str]) -> NeedError:
    """The error for a column that is not there."""
    if len(names) <= 1:
        return NeedError(
            mark(
                "The table “{table}” ({source}) has no column “{column}”: it was read as a single column, "
                "{names}. The delimiter or the header row may be another one."
            ),
            table=table_id,
            source=source,
            column=name,
            names=quoted(names),
        )
    return NeedError(
        mark("The table “{table}” ({source}) has no column “{column}”. Columns that it has: {names}."),
        table=table_id,
        source=source,
        column=name,
        names=quoted(near_names(name, names)),
    )


def body_of(raw: RawTable, spec: Table) -> Body:
    """Take the header off a table.

    Raises
    ------
    NeedError
        The table is empty, blank throughout, or has no row below its header.
    """
    if raw.names is not None:
        header: List[str] = [cell_text(name) for name in raw.names]
        start = 0
    else:
        header = header_names(raw, spec.skip_rows, spec.header_rows)
        start = spec.skip_rows + spec.header_rows
    if raw.row_count <= start:
        raise NeedError(
            mark("The table “{table}” ({source}) has no rows below its header; it has {rows} in all."),
            table=spec.id,
            source=raw.source,
            rows=raw.row_count,
        )
    columns = [column[start:] if start else column for column in raw.columns]
    used = [name != "" or _any_cell(column) for name, column in zip(header, columns)]
    if not any(used):
        raise NeedError(
            mark("The table “{table}” ({source}) is blank throughout."), table=spec.id, source=raw.source
        )
    names = unique_names(header)
    return Body(
        spec.id,
        raw.source,
        tuple(name for name, keep in zip(names, used) if keep),
        tuple(column for column, keep in zip(columns, used) if keep),
        raw.first_row + start,
    )


def header_names(raw: RawTable, skip_rows: int, header_rows: int) -> List[str]:
    """One name a column, blank where no header row has one.

    Several header rows are joined from top to bottom, without their blank cells.
    """
    rows = slice(skip_rows, skip_rows + header_rows)
    return [JOINT.join(filter(None, map(cell_text, column[rows]))) for column in raw.columns]


def unique_names(names: Iterable[str]) -> List[str]:
    """The names in their order, each once.

    A repeated name gets `` (2)``, `` (3)``; a blank one is called after its place: ``column 7``.
    """
    taken: set[str] = set()
    numbers: Dict[str, int] = {}  # the last one given to a name, below which none is free
    unique = []
    for place, name in enumerate(names, start=1):
        base = candidate = name or f"column {place}"
        while candidate in taken:
            numbers[base] = numbers.get(base, 1) + 1
            candidate = f"{base} ({numbers[base]})"
        taken.add(candidate)
        unique.append(candidate)
    return unique


def _any_cell(column: Sequence[Any]) -> bool:
    """Whether any cell holds something."""
    return any(cell_text(cell) for cell in column)
