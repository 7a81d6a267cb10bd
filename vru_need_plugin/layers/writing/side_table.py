# SPDX-License-Identifier: GPL-2.0-or-later
"""The values to write as a database of their own, for the one that they go into to attach."""

from __future__ import annotations

import sqlite3
import tempfile
from itertools import chain, islice
from pathlib import Path
from string import Template
from typing import Any, Mapping, Sequence

from ...core.messages import NeedError, mark
from ...core.output import FieldKind, OutputField
from .aside import Aside

# How many values one statement takes in any SQLite.
_MOST_VALUES = 999

SIDE_FILE = "values.sqlite"
"""What the database is called."""

_INSERT = Template("INSERT INTO scored VALUES $rows")


def side_folder() -> Aside:
    """A folder for the database; NeedError where there is no room for it."""
    try:
        return Aside()
    except OSError as error:
        raise _no_room(Path(tempfile.gettempdir()), error.strerror or error) from error


def make_side_table(
    path: Path, outputs: Sequence[OutputField], feature_ids: Sequence[int], types: Mapping[FieldKind, str]
) -> None:
    """Write a database with the table ``scored``: the feature's id, then ``c0``, ``c1``, ... in order.

    Raises NeedError where there is no room for it.
    """
    columns = ", ".join(f"c{number} {types[output.kind]}" for number, output in enumerate(outputs))
    connection = sqlite3.connect(str(path), isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        connection.execute(f"CREATE TABLE scored (id INTEGER PRIMARY KEY, {columns})")
        _insert(connection, [feature_ids, *(output.values for output in outputs)])
        connection.execute("COMMIT")
    except sqlite3.Error as error:
        raise _no_room(path.parent, error) from error
    finally:
        connection.close()


def _no_room(folder: Path, reason: object) -> NeedError:
    return NeedError(
        mark(
            "There is no room for the scores in the folder for temporary files, “{folder}”: {reason}. "
            "Make some, then write again. Nothing was written."
        ),
        folder=folder,
        reason=reason,
    )


def _insert(connection: sqlite3.Connection, columns: Sequence[Sequence[Any]]) -> None:
    """Fill the side table, many rows a statement, which takes a third less time than row by row."""
    width, count = len(columns), len(columns[0])
    rows = max(1, _MOST_VALUES // width)
    row = f"({', '.join('?' * width)})"
    values = chain.from_iterable(zip(*columns))
    full = (tuple(islice(values, rows * width)) for _ in range(count // rows))
    connection.executemany(_INSERT.substitute(rows=", ".join([row] * rows)), full)
    connection.executemany(_INSERT.substitute(rows=row), zip(*[values] * width))
