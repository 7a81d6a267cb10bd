# SPDX-License-Identifier: GPL-2.0-or-later
"""A table of an SQLite file, opened to be written to in one transaction."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Any, Iterator, Mapping, Optional, Sequence, Tuple

from ...core.feedback import Feedback, check
from ...core.messages import NeedError, mark
from ...core.output import FieldKind
from ..gdal_errors import quiet
from .sqlite import RefusedError, open_for_update, quoted, rows, run, text, transaction

SQLITE_NEEDED = (3, 35)
"""``UPDATE ... FROM`` came with 3.33, ``DROP COLUMN`` with 3.35."""

QUICK_VALUES = 150_000
"""So many values take GDAL about half a second."""

# What is filled in is a name or a text of the file's, quoted.
_LOCK = Template("UPDATE $table SET $key = $key WHERE 0")
_COLUMNS = Template("SELECT name, type, dflt_value FROM pragma_table_info($table)")
_UPDATE = Template("UPDATE $table SET $values FROM vru_need.$side AS side WHERE $table.$key = side.id")


@dataclass(frozen=True)
class Table:
    """A table of an SQLite file.

    Parameters
    ----------
    path, name
        The file, and the table as its source names it; None for the first.
    title
        The layer's name in the project, for messages.
    key
        What the feature ids are in the table; None for what GDAL takes for it.
    types
        The database's names for the three types.
    touch
        Statements that the format wants after a change, with ``$table`` as text.
    """

    path: Path
    name: Optional[str]
    title: str
    types: Mapping[FieldKind, str]
    key: Optional[str] = None
    touch: Tuple[Template, ...] = ()


@contextmanager
def attached(table: Table, side: Path, feedback: Feedback) -> Iterator[Tuple[Any, str, str]]:
    """The table's database in a transaction, the side database attached: dataset, table, key."""
    try:
        with quiet():
            dataset = open_for_update(table.path)
            seen = _identity(table.path)
            name, key = _table_and_key(dataset, table)
            with _on_the_side(dataset, side), transaction(dataset):
                # To write is the first that is asked, so that a second writer waits and is not turned away.
                run(dataset, _LOCK.substitute(table=quoted(name), key=quoted(key)))
                yield dataset, name, key
                for statement in table.touch:
                    run(dataset, statement.substitute(table=text(name)))
                check(feedback)
                feedback.setProgress(80)
                _check_still_there(table, seen)
            _check_still_there(table, seen)
    except RefusedError as refused:
        raise NeedError(
            mark(
                "“{layer}” could not be written to, and is as it was before. The file may be in use by "
                "another program, or be read-only. SQLite says: {reason}"
            ),
            layer=table.title,
            reason=refused.reason,
        ) from refused


@contextmanager
def _on_the_side(dataset: Any, side: Path) -> Iterator[None]:
    """The side database attached, and closed at the end, where `dataset` may well live on for a while."""
    run(dataset, f"ATTACH {text(str(side))} AS vru_need")
    try:
        # What is only on the side needs no journal, nor a place in that of the file.
        run(dataset, "PRAGMA vru_need.journal_mode = OFF")
        run(dataset, "PRAGMA vru_need.synchronous = OFF")
        yield
    finally:
        with suppress(RefusedError):  # then it stays until `dataset` goes
            run(dataset, "DETACH vru_need")


def _identity(path: Path) -> Optional[Tuple[int, int]]:
    """By what a file is known to be the same one; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _check_still_there(table: Table, seen: Optional[Tuple[int, int]]) -> None:
    """SQLite goes on writing to a file that has lost its name, and says nothing."""
    if _identity(table.path) != seen:
        raise NeedError(
            mark(
                "The file of “{layer}” was removed or replaced by another program while it was being written "
                "to. The scores are not in it. Bring the file back, or choose the layer again."
            ),
            layer=table.title,
        )


def _table_and_key(dataset: Any, table: Table) -> Tuple[str, str]:
    ogr_layer = dataset.GetLayerByName(table.name) if table.name else dataset.GetLayer(0)
    if ogr_layer is None:
        raise RefusedError(f"no such table: {table.name}")
    key = table.key or ogr_layer.GetFIDColumn()
    if not key:
        raise RefusedError(f"no key in table: {ogr_layer.GetName()}")
    return str(ogr_layer.GetName()), str(key)


def columns(dataset: Any, table: str) -> Mapping[str, str]:
    """A table's columns with their declarations, in order."""
    return {
        str(name): f"{kind or ''} DEFAULT {default}" if default is not None else str(kind or "")
        for name, kind, default in rows(dataset, _COLUMNS.substitute(table=text(table)))
    }


def set_from(dataset: Any, table: str, key: str, side: str, values: Sequence[str]) -> None:
    """Set columns of a table from one of the attached database, ``scored`` or ``before``."""
    run(
        dataset,
        _UPDATE.substitute(table=quoted(table), key=quoted(key), side=side, values=", ".join(values)),
    )
