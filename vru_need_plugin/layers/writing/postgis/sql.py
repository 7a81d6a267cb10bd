# SPDX-License-Identifier: GPL-2.0-or-later
"""The statements that write need fields, and values as PostgreSQL reads them."""

from __future__ import annotations

from typing import Iterable, Iterator, List, NamedTuple, Sequence, Tuple

from psycopg2.sql import SQL, Composable

from ....core.output import FieldKind

TYPES = {FieldKind.REAL: "double precision", FieldKind.INTEGER: "integer", FieldKind.TEXT: "text"}
"""Of columns that are added."""

# In what two values of a kind are compared: without rounding, whatever the column's own type is.
_COMPARED = {FieldKind.REAL: "double precision", FieldKind.INTEGER: "numeric", FieldKind.TEXT: "text"}


class Target(NamedTuple):
    """A column that is written to.

    Attributes
    ----------
    type
        As PostgreSQL spells it, "numeric(10,2)".
    """

    name: str
    kind: FieldKind
    type: str


class Key(NamedTuple):
    """A column of the primary key."""

    name: str
    type: str


def quoted(name: str) -> Composable:
    """A name as SQL, ready for a statement that is given values, in which a % is doubled."""
    return SQL('"' + name.replace('"', '""').replace("%", "%%") + '"')


def kind_of_type(type_name: str) -> FieldKind:
    """How the values of a column of this type are told."""
    return FieldKind.TEXT if type_name.startswith(("text", "char", "citext")) else FieldKind.REAL


def array(values: Iterable[object]) -> str:
    """Values as the text of a PostgreSQL array; None is NULL."""
    # A float's repr is read back as the same float.
    elements = [
        "NULL" if value is None else _text(value) if isinstance(value, str) else repr(value)
        for value in values
    ]
    return "{" + ",".join(elements) + "}"


def _text(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


class Statements:
    """The statements for one table.

    Parameters
    ----------
    schema, table
        Names as they are, unquoted.
    keys
        The primary key.
    targets
        The columns that get values, in the order of the values.
    emptied
        Columns that become NULL.
    """

    def __init__(
        self, schema: str, table: str, keys: Sequence[Key], targets: Sequence[Target], emptied: Sequence[str]
    ) -> None:
        self._table = SQL(".").join([quoted(schema), quoted(table)])
        self._keys = keys
        self._targets = targets
        self._emptied = emptied

    def lock(self, mode: str) -> Composable:
        """Keep others from changing the table until the transaction's end."""
        return SQL("LOCK TABLE {} IN {} MODE").format(self._table, SQL(mode))

    def lock_rows(self) -> Composable:
        """Keep others from changing these rows, where the right to lock the table is missing."""
        return SQL("SELECT 1 FROM {table} AS area, {scored} WHERE {match} FOR UPDATE OF area").format(
            table=self._table, scored=self._scored(values=False), match=self._match()
        )

    def add(self, target: Target) -> Composable:
        """Add a column."""
        return SQL("ALTER TABLE {} ADD COLUMN {} {}").format(
            self._table, quoted(target.name), SQL(target.type)
        )

    def drop(self, name: str) -> Composable:
        """Remove a column; refused where a view or the like needs it."""
        return SQL("ALTER TABLE {} DROP COLUMN {}").format(self._table, quoted(name))

    def update(self) -> Composable:
        """Give the rows their values, leaving alone those that have them already."""
        values = [
            SQL("{} = {}").format(quoted(target.name), _cast(value, target))
            for target, value in zip(self._targets, self._values())
        ]
        values += [SQL("{} = NULL").format(quoted(name)) for name in self._emptied]
        return SQL("UPDATE {table} AS area SET {values} FROM {scored} WHERE {match} AND {differs}").format(
            table=self._table,
            values=SQL(", ").join(values),
            scored=self._scored(),
            match=self._match(),
            differs=self._differs(),
        )

    def verify(self) -> Composable:
        """How many rows there are for the keys, how many keys have one, how many rows hold other values."""
        return SQL(
            "SELECT pg_catalog.count(*), pg_catalog.count(DISTINCT scored.number), "
            "pg_catalog.count(*) FILTER (WHERE {differs}) "
            "FROM {table} AS area, {scored} WHERE {match}"
        ).format(differs=self._differs(), table=self._table, scored=self._scored(), match=self._match())

    def old(self, names: Sequence[str]) -> Composable:
        """What the rows hold in these columns, as texts, in the order of the keys."""
        cells = [SQL("area.{}::text").format(quoted(name)) for name in names]
        return SQL(
            "SELECT {cells} FROM {table} AS area, {scored} WHERE {match} ORDER BY scored.number"
        ).format(
            cells=SQL(", ").join(cells),
            table=self._table,
            scored=self._scored(values=False),
            match=self._match(),
        )

    def fingerprint(self, names: Sequence[str], subset: str) -> Composable:
        """How many rows hold anything in these columns, and a sum over what they hold."""
        cells = [SQL("area.{}").format(quoted(name)) for name in names]
        keys = [SQL("area.{}").format(quoted(key.name)) for key in self._keys]
        return SQL(
            "SELECT pg_catalog.count(*), "
            "pg_catalog.sum(pg_catalog.hashtextextended(ROW({all})::text, 0))::text "
            "FROM {table} AS area WHERE ROW({cells}) IS DISTINCT FROM ROW({nulls}){subset}"
        ).format(
            all=SQL(", ").join(keys + cells),
            table=self._table,
            cells=SQL(", ").join(cells),
            nulls=SQL(", ").join([SQL("NULL")] * len(cells)),
            subset=SQL(" AND ({})").format(SQL(subset.replace("%", "%%"))) if subset else SQL(""),
        )

    def _scored(self, *, values: bool = True) -> Composable:
        """The keys, and the values, as rows; one array of texts a column is to be filled in."""
        columns = self._key_columns() + (self._values() if values else [])
        return SQL("unnest({arrays}) WITH ORDINALITY AS scored({columns}, number)").format(
            arrays=SQL(", ").join([SQL("%s::text[]")] * len(columns)), columns=SQL(", ").join(columns)
        )

    def _key_columns(self) -> List[Composable]:
        return [quoted(f"k{place}") for place in range(len(self._keys))]

    def _values(self) -> List[Composable]:
        return [quoted(f"v{place}") for place in range(len(self._targets))]

    def _match(self) -> Composable:
        pairs = [
            SQL("area.{} = scored.{}::{}").format(quoted(key.name), column, SQL(key.type))
            for key, column in zip(self._keys, self._key_columns())
        ]
        return SQL(" AND ").join(pairs)

    def _differs(self) -> Composable:
        compared = [SQL(_COMPARED[target.kind]) for target in self._targets]
        have = [
            SQL("area.{}::{}").format(quoted(target.name), kind)
            for target, kind in zip(self._targets, compared)
        ]
        want = [SQL("scored.{}::{}").format(value, kind) for value, kind in zip(self._values(), compared)]
        have += [SQL("area.{}").format(quoted(name)) for name in self._emptied]
        want += [SQL("NULL") for _ in self._emptied]
        return SQL("ROW({}) IS DISTINCT FROM ROW({})").format(SQL(", ").join(have), SQL(", ").join(want))


def _cast(value: Composable, target: Target) -> Composable:
    """A text is assigned as it is: a cast to varchar(n) would cut it without a word."""
    if target.kind is FieldKind.TEXT:
        return SQL("scored.{}").format(value)
    return SQL("scored.{}::{}").format(value, SQL(target.type))


def slices(columns: Sequence[Sequence[object]], size: int) -> Iterator[Tuple[int, List[str]]]:
    """The columns as arrays, so many rows a time, each with the number of rows in it."""
    count = len(columns[0])
    for start in range(0, count, size):
        end = min(count, start + size)
        yield end - start, [array(column[start:end]) for column in columns]
