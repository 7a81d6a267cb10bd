# SPDX-License-Identifier: GPL-2.0-or-later
"""Reading a scenario's tables, each by the reader that its source needs."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, Iterable

from ..core.feedback import SILENT, Feedback, check
from ..scenario.document import Scenario, Table
from ..scenario.sources import Source
from ..tables.csv import read_csv
from ..tables.raw import RawTable

TEXT_SUFFIXES = frozenset({".csv", ".tsv", ".tab", ".txt"})

ReadSource = Callable[[Table, Path], RawTable]
"""Reads what is no text file: a spreadsheet, a database, a layer of the project."""


def used_tables(scenario: Scenario) -> tuple[Table, ...]:
    """The tables that a measure in use takes its values from, in scenario order."""
    used = set()
    for measure in scenario.enabled_measures:
        used |= {measure.table, measure.value.denominator_table}
    return tuple(table for table in scenario.tables if table.id in used)


def is_text(table: Table) -> bool:
    """Whether the table's source is a text file."""
    source = Source.parse(table.source)
    return source.is_file and source.layer is None and source.suffix in TEXT_SUFFIXES


def load_table(table: Table, folder: Path, read_source: ReadSource, feedback: Feedback = SILENT) -> RawTable:
    """Read one table's cells.

    Parameters
    ----------
    table
        The table; its source is relative to `folder`.
    folder
        The folder the scenario is in.
    read_source
        The reader for all that is no text file.
    feedback
        Asked now and then, while a text file is read, whether to stop.

    Raises
    ------
    NeedError
        What the readers raise: a file missing, empty, not text, in another encoding.
    Cancelled
        The user asked to stop.
    """
    if is_text(table):
        return read_csv(Source.parse(table.source).resolve(folder), table, feedback)
    return read_source(table, folder)


def load_tables(
    tables: Iterable[Table], folder: Path, read_source: ReadSource, feedback: Feedback = SILENT
) -> dict[str, RawTable]:
    """Read several tables, by id, in order.

    Raises
    ------
    NeedError
        As `load_table`; the first table that fails.
    Cancelled
        The user asked to stop.
    """
    wanted = list(tables)
    raw = {}
    for number, table in enumerate(wanted):
        check(feedback)
        raw[table.id] = load_table(table, folder, read_source, feedback)
        feedback.setProgress(100 * (number + 1) / len(wanted))
    return raw
