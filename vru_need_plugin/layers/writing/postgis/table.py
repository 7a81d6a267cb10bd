# SPDX-License-Identifier: GPL-2.0-or-later
"""A table as the database knows it now: what it is, its columns, what this user may do, what it holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Dict, List, Mapping, NamedTuple, Optional, Sequence, Tuple

from ....core.messages import Message, NeedError, mark
from .link import Link
from .sql import Key, Statements

_OLDEST = 120000

_TABLE = """
SELECT c.oid, n.nspname, c.relname, c.relkind, pg_catalog.pg_get_userbyid(c.relowner), current_user,
       pg_catalog.pg_has_role(c.relowner, 'USAGE'), pg_catalog.has_table_privilege(c.oid, 'UPDATE')
FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.oid = pg_catalog.to_regclass(%s)
"""

_COLUMNS = """
SELECT attname, pg_catalog.format_type(atttypid, atttypmod), attgenerated <> '',
       pg_catalog.has_column_privilege(attrelid, attnum, 'UPDATE')
FROM pg_catalog.pg_attribute WHERE attrelid = %s AND attnum > 0 AND NOT attisdropped
"""

_HOLDERS = """
SELECT DISTINCT a.usename, a.application_name
FROM pg_catalog.pg_locks AS l JOIN pg_catalog.pg_stat_activity AS a ON a.pid = l.pid
WHERE l.relation = %s AND l.granted AND l.pid <> pg_catalog.pg_backend_pid()
  AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
"""

_KINDS = {
    "v": mark("a view"),
    "m": mark("a materialised view"),
    "f": mark("a table of another server"),
}


class Column(NamedTuple):
    """A column, and whether this user may change it."""

    type: str
    generated: bool
    writable: bool


@dataclass(frozen=True)
class Table:
    """A table that need fields can be written to.

    Attributes
    ----------
    owner, user
        Who owns it, and who we are to the database.
    may_alter, may_lock
        Whether this user may add columns, and lock the table against others.
    """

    oid: int
    schema: str
    name: str
    owner: str
    user: str
    may_alter: bool
    may_lock: bool
    columns: Mapping[str, Column] = field(repr=False)

    @property
    def title(self) -> str:
        """Its name for people."""
        return f"{self.schema}.{self.name}"


@dataclass(frozen=True)
class Seen:
    """What need columns a table had at a moment, and a fingerprint of what they held.

    Two that are equal say that nobody has written need fields in between.
    """

    oid: int
    columns: Tuple[Tuple[str, str], ...]
    fingerprint: Tuple[int, Optional[str]]


def find_table(link: Link, schema: str, name: str) -> Table:
    """Look the table up.

    Parameters
    ----------
    schema
        Blank for the first on the search path.

    Raises NeedError where it is gone or no table.
    """
    if link.server_version < _OLDEST:
        raise NeedError(
            mark(
                "This database is PostgreSQL {version}; scores are written to version 12 and later. Switch "
                "editing on for the layer first, then the scores join your edits, or write them to a new "
                "layer. Nothing was written."
            ),
            version=link.server_version // 10000,
        )
    quoted = ".".join('"' + part.replace('"', '""') + '"' for part in (schema, name) if part)
    found = link.rows(_TABLE, [quoted])
    if not found:
        raise NeedError(
            mark(
                "The table “{table}” is no longer in the database, or hidden from you. Nothing was written."
            ),
            table=f"{schema}.{name}" if schema else name,
        )
    oid, schema, name, kind, owner, user, may_alter, may_lock = found[0]
    if kind not in ("r", "p"):
        raise NeedError(
            mark(
                "“{table}” is {kind}, which has no columns of its own to write to. Use its table as the "
                "area layer, or write the scores to a new layer. Nothing was written."
            ),
            table=f"{schema}.{name}",
            kind=Message(_KINDS.get(kind, mark("no table"))),
        )
    columns = {row[0]: Column(*row[1:]) for row in link.rows(_COLUMNS, [oid])}
    return Table(oid, schema, name, owner, user, may_alter, may_lock, columns)


def keys_of(table: Table, names: Sequence[str]) -> List[Key]:
    """The primary key's columns with their types; NeedError where one is gone."""
    missing = [name for name in names if name not in table.columns]
    if missing:
        raise _changed(table, missing[0])
    return [Key(name, table.columns[name].type) for name in names]


def look(link: Link, table: Table, keys: Sequence[Key], names: Sequence[str], subset: str) -> Seen:
    """What the table holds in those of the named columns that it has."""
    present = sorted(name for name in names if name in table.columns)
    columns = tuple((name, table.columns[name].type) for name in present)
    if not present:
        return Seen(table.oid, columns, (0, None))
    statements = Statements(table.schema, table.name, keys, (), ())
    count, total = link.rows(statements.fingerprint(present, subset))[0]
    return Seen(table.oid, columns, (count, total))


def holders(link: Link, oid: int) -> str:
    """Who is at the table, as far as this user may know; blank where nobody is seen any more."""
    found = link.rows(_HOLDERS, [oid])
    names = [f"{user} ({program})" if program else str(user) for user, program in found]
    return ", ".join(sorted(names))


def _changed(table: Table, column: str) -> NeedError:
    return NeedError(
        mark(
            "The column “{column}” of “{table}” is no longer there, or has another name. Load the layer "
            "again, then write. Nothing was written."
        ),
        column=column,
        table=table.title,
    )


def check_columns(table: Table, known: Sequence[str], added: Sequence[str]) -> None:
    """Compare what the layer knows of the table with what it has.

    Parameters
    ----------
    known
        Need columns that the layer has.
    added
        Need columns that are to be added.

    Raises NeedError where one is gone, is there already or is calculated by the database.
    """
    for name in known:
        if name not in table.columns:
            raise _changed(table, name)
        if table.columns[name].generated:
            raise NeedError(
                mark(
                    "The column “{column}” of “{table}” is calculated by the database and cannot be written "
                    "to. Rename it, or choose another field prefix. Nothing was written."
                ),
                column=name,
                table=table.title,
            )
    there = [name for name in added if name in table.columns]
    if there:
        raise NeedError(
            mark(
                "Since you opened the layer, somebody has added “{column}” to “{table}”: it seems to hold "
                "scores already. Look at them (the layer shows them now), then write again if yours should "
                "replace them. Nothing was written."
            ),
            column=there[0],
            table=table.title,
        )


def check_rights(table: Table, written: Sequence[str], added: Mapping[str, str]) -> None:
    """Raise NeedError where this user may not change or add these columns, saying what to ask whom for.

    Parameters
    ----------
    written
        Columns that are there.
    added
        Columns to add, with their types.
    """
    if added and not table.may_alter:
        raise NeedError(
            mark(
                "“{user}” may not add columns to “{table}”, which belongs to “{owner}”. Ask “{owner}” to add "
                "these, and for the right to change them (UPDATE): {columns}. Or write the scores to a new "
                "layer. Nothing was written."
            ),
            user=table.user,
            table=table.title,
            owner=table.owner,
            columns=", ".join(f"{name} {type_}" for name, type_ in added.items()),
        )
    barred = [name for name in written if not table.columns[name].writable]
    if barred:
        raise NeedError(
            mark(
                "“{user}” may not change “{columns}” of “{table}”. Ask “{owner}” for the right to (UPDATE), "
                "or write the scores to a new layer. Nothing was written."
            ),
            user=table.user,
            columns=", ".join(barred),
            table=table.title,
            owner=table.owner,
        )


def types_of(table: Table, names: Sequence[str]) -> Dict[str, str]:
    """The types of columns that the table has."""
    return {name: table.columns[name].type for name in names if name in table.columns}
