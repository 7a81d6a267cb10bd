# SPDX-License-Identifier: GPL-2.0-or-later
"""What is to become of a table's need columns, and the transaction that makes it so."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Callable, List, Mapping, Optional, Sequence, Tuple

import psycopg2
from psycopg2.sql import SQL

from ....core.messages import NeedError, mark
from .link import Link
from .place import Place
from .refusals import DEPENDENT_OBJECTS, NOT_ALLOWED
from .sql import Statements, Target, array, quoted, slices
from .table import Seen, Table, find_table, keys_of, look, types_of

_ROWS_AT_ONCE = 20_000


@dataclass(frozen=True)
class Change:
    """What is to become of a table's need columns.

    Attributes
    ----------
    keys
        Names of the primary key's columns.
    rows
        The keys of the rows to change: a column of values for each of `keys`.
    targets
        The columns that get values.
    values
        A column of values for each of `targets`.
    added
        Those of the targets that the table does not have.
    stale
        Columns that are emptied in these rows, and removed where no other row holds anything.
    """

    keys: Tuple[str, ...]
    rows: Sequence[Sequence[object]] = field(repr=False)
    targets: Tuple[Target, ...]
    values: Sequence[Sequence[object]] = field(repr=False)
    added: Tuple[Target, ...]
    stale: Tuple[str, ...]

    @property
    def names(self) -> Tuple[str, ...]:
        """Every column that it is about."""
        return tuple(target.name for target in self.targets) + self.stale

    @property
    def count(self) -> int:
        """How many rows."""
        return len(self.rows[0])


@dataclass(frozen=True)
class Made:
    """What a change did.

    Attributes
    ----------
    removed
        The stale columns that are gone.
    types
        Of the columns that there were before.
    old
        What the rows held in them, as texts, one column each; None where that was not asked for.
    seen
        What the table holds now.
    """

    removed: Tuple[str, ...]
    types: Mapping[str, str]
    old: Optional[Mapping[str, Sequence[Optional[str]]]] = field(repr=False)
    seen: Optional[Seen]


def make(
    link: Link,
    place: Place,
    change: Change,
    expected: Seen,
    changed: Callable[[Table], NeedError],
    *,
    keep_old: bool,
) -> Made:
    """Make the change, inside a transaction that has locked the table; it is not committed.

    Parameters
    ----------
    expected
        What the table has to hold.
    changed
        The error where it holds something else.

    Raises NeedError where it does, where rows are gone, or where the table does not take the values as
    they are; psycopg2.Error where the database refuses.
    """
    table = find_table(link, place.schema, place.table)
    keys = keys_of(table, change.keys)
    if look(link, table, keys, change.names, place.subset) != expected:
        raise changed(table)
    statements = Statements(table.schema, table.name, keys, change.targets, change.stale)
    types = types_of(table, change.names)
    old = _old(link, statements, change, list(types)) if keep_old else None
    for target in change.added:
        link.run(statements.add(target))
    _update(link, statements, change)
    _verify(link, statements, change, place.title)
    removed = _drop(link, statements, table, change.stale) if table.may_alter else ()
    seen = None
    if keep_old:
        seen = look(link, find_table(link, table.schema, table.name), keys, change.names, place.subset)
    return Made(removed, types, old, seen)


def _old(
    link: Link, statements: Statements, change: Change, names: List[str]
) -> Mapping[str, Sequence[Optional[str]]]:
    if not names:
        return {}
    found = link.rows(statements.old(names), [array(column) for column in change.rows])
    columns = zip(*found) if found else ([] for _ in names)
    return dict(zip(names, columns))


def _update(link: Link, statements: Statements, change: Change) -> None:
    update = statements.update()
    done = 0
    for count, arrays in slices([*change.rows, *change.values], _ROWS_AT_ONCE):
        link.run(update, arrays)
        done += count
        link.progress = 20 + 50 * done / change.count


def _verify(link: Link, statements: Statements, change: Change, title: str) -> None:
    """Look at every row once more: rights on rows, triggers and types may have made something else of it."""
    verify = statements.verify()
    missing = other = 0
    for count, arrays in slices([*change.rows, *change.values], _ROWS_AT_ONCE):
        found, keys, differing = link.rows(verify, arrays)[0]
        if found > keys:
            raise _not_unique(title)
        missing += count - keys
        other += differing
    link.progress = 80
    if missing:
        raise no_longer_there(title, missing)
    if other:
        raise NeedError(
            mark(
                "For {count} areas of “{layer}” the database did not keep the scores as they are: a rule or "
                "a trigger of the table prevents it, or a column's type rounds them. Nothing was written."
            ),
            count=other,
            layer=title,
        )


def no_longer_there(title: str, count: int) -> NeedError:
    """Why a write is refused where rows are missing."""
    return NeedError(
        mark(
            "{count} of the areas scored are no longer in “{layer}”, or the database hides them from you. "
            "Score it again, then write. Nothing was written."
        ),
        count=count,
        layer=title,
    )


def _not_unique(title: str) -> NeedError:
    return NeedError(
        mark(
            "Several rows of the table of “{layer}” have the same key, so that its areas cannot be told "
            "apart. Give it a primary key, or write the scores to a new layer. Nothing was written."
        ),
        layer=title,
    )


def _drop(link: Link, statements: Statements, table: Table, names: Sequence[str]) -> Tuple[str, ...]:
    """Remove columns that are empty by now; one that a view or the like needs stays, empty."""
    gone: List[str] = []
    for name in names:
        used = SQL("SELECT pg_catalog.count({}) FROM {}.{}").format(
            quoted(name), quoted(table.schema), quoted(table.name)
        )
        if link.rows(used)[0][0]:
            continue  # other people's areas, which the layer's filter hides
        link.run("SAVEPOINT vru_need")
        try:
            link.run(statements.drop(name))
        except psycopg2.Error as error:
            if error.pgcode not in (DEPENDENT_OBJECTS, NOT_ALLOWED):
                raise
            link.run("ROLLBACK TO SAVEPOINT vru_need")
            continue
        gone.append(name)
    return tuple(gone)
