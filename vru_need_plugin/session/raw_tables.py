# SPDX-License-Identifier: GPL-2.0-or-later
"""The cells of the open scenario's tables, read once for as long as their files stay the same."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Mapping, Optional, Tuple, Union

from ..core.feedback import SILENT, Feedback, check
from ..core.messages import NeedError
from ..scenario.document import Scenario, Table
from ..scenario.sources import Source
from ..scoring.load import ReadSource, load_table
from ..tables.raw import RawTable
from .small import SMALL_FILE_READ, SMALL_TEXT_READ, share_of_small

Stamp = Tuple[str, int, int]
"""A file's real path, size and time of modification."""


@dataclass(frozen=True, eq=False)
class ReadCells:
    """What reading a table came to.

    Attributes
    ----------
    reading
        All of the table's description that its cells depend on.
    stamp
        The file as it was just before; None for a layer of the project, and where it is not there.
    outcome
        The cells, or what is wrong.
    """

    reading: Tuple[object, ...]
    stamp: Optional[Stamp]
    outcome: Union[RawTable, NeedError]

    @property
    def raw(self) -> RawTable:
        """The cells.

        Raises
        ------
        NeedError
            They could not be read.
        """
        if isinstance(self.outcome, NeedError):
            raise self.outcome
        return self.outcome


def read_cells(table: Table, read_source: ReadSource, feedback: Feedback = SILENT) -> ReadCells:
    """Read the cells of one table; a layer of the project on the main thread only.

    Raises
    ------
    Cancelled
        The user asked to stop.
    """
    stamp = _stamp(table)
    outcome: Union[RawTable, NeedError]
    try:
        outcome = load_table(table, Path("/"), read_source, feedback)
    except NeedError as error:
        outcome = error
    return ReadCells(_reading(table), stamp, outcome)


class RawTables:
    """Keeps what was read, so that an edit of a measure reads no file again.

    Layers of the project are read by `read_layers`, on the main thread; files by `read`.
    """

    def __init__(self) -> None:
        self._kept: dict[str, ReadCells] = {}

    def read_layers(self, scenario: Scenario, read_source: ReadSource, anew: bool) -> None:
        """Read the tables that are layers of the project: all of them, or only the unread."""
        for table in scenario.tables:
            if Source.parse(table.source).is_file or not (anew or self._known(table) is None):
                continue
            self._kept[table.id] = read_cells(table, read_source)

    def forget_errors(self) -> None:
        """Try again what could not be read: a file may have been held by another program for a while."""
        for table_id, kept in tuple(self._kept.items()):
            if isinstance(kept.outcome, NeedError):
                self._kept.pop(table_id, None)

    def unread_share(self, scenario: Scenario) -> float:
        """How much of what is small enough to be read at once `read` would have to read: 1 is all of it."""
        unread = [table.source for table in scenario.tables if self._known(table) is None]
        return sum(share_of_small(source, SMALL_TEXT_READ, SMALL_FILE_READ) for source in unread)

    def read(
        self, scenario: Scenario, read_source: ReadSource, feedback: Feedback
    ) -> Tuple[Mapping[str, RawTable], Mapping[str, NeedError]]:
        """The cells of every table that can be read, and what is wrong with the others, by id."""
        found: dict[str, RawTable] = {}
        errors: dict[str, NeedError] = {}
        for table in scenario.tables:
            check(feedback)
            outcome = self._known(table)
            if outcome is None:
                cells = read_cells(table, read_source, feedback)
                self._kept[table.id] = cells
                outcome = cells.outcome
            if isinstance(outcome, NeedError):
                errors[table.id] = outcome
            else:
                found[table.id] = outcome
        return found, errors

    def take(self, table_id: str, cells: ReadCells) -> None:
        """Keep what was read elsewhere, as a table's that is about to join the scenario."""
        self._kept[table_id] = cells

    def cells_of(self, table: Table) -> Optional[ReadCells]:
        """What was read of a table, where it still holds."""
        return self._kept[table.id] if self._known(table) is not None else None

    def _known(self, table: Table) -> Optional[Union[RawTable, NeedError]]:
        kept = self._kept.get(table.id)
        if kept is None or kept.reading != _reading(table) or kept.stamp != _stamp(table):
            return None
        is_gone = kept.stamp is None and Source.parse(table.source).is_file
        return None if is_gone else kept.outcome


def _reading(table: Table) -> Tuple[object, ...]:
    """All of a table's description that its cells depend on."""
    return table.source, table.encoding, table.delimiter


def _stamp(table: Table) -> Optional[Stamp]:
    """None for a layer of the project, and for a file that is not there."""
    source = Source.parse(table.source)
    if not source.is_file:
        return None
    try:
        path = os.path.realpath(source.resolve(Path("/")))
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    return path, status.st_size, status.st_mtime_ns
