# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of areas on the tests' server, layers on them, and everything about them that must not change."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Sequence, Tuple

from qgis.core import QgsDataSourceUri, QgsVectorLayer

from support.postgis_server import DATABASE, PASSWORD, PostgisServer

OWNER, COLLEAGUE, UPDATER, READER = "officer", "colleague", "updater", "reader"
"""Users of the server: two of the group that owns the tables, one who may change them, one who may look."""

GROUP = "gis_team"

_ROLES = (
    f"CREATE ROLE {GROUP}",
    *(f"CREATE ROLE {name} LOGIN PASSWORD '{PASSWORD}'" for name in (OWNER, COLLEAGUE, UPDATER, READER)),
    f"GRANT {GROUP} TO {OWNER}, {COLLEAGUE}",
    f"GRANT CREATE ON SCHEMA public TO {GROUP}",
)


def make_roles(server: PostgisServer) -> None:
    """The users, once."""
    server.run(*_ROLES)


def make_wards(
    server: PostgisServer,
    name: str = "wards",
    *,
    count: int = 3,
    schema: str = "public",
    key: str = "id serial PRIMARY KEY",
    more: str = "",
) -> None:
    """A new table of unit squares side by side with codes and names, owned by the group.

    Parameters
    ----------
    key
        The key's column; a serial, or one that is called id and takes numbers.
    more
        Further columns, each begun with a comma.
    """
    table = quoted(schema, name)
    server.run(
        f'CREATE SCHEMA IF NOT EXISTS "{schema}"',
        f'GRANT USAGE ON SCHEMA "{schema}" TO PUBLIC',
        f"DROP TABLE IF EXISTS {table} CASCADE",
        f"CREATE TABLE {table} ({key}, code text UNIQUE, name varchar(60), "
        f"geom geometry(Polygon, 27700){more})",
        f"INSERT INTO {table} (id, code, name, geom) SELECT i, 'E05' || lpad(i::text, 6, '0'), 'Ward ' || i, "
        f"ST_MakeEnvelope(i - 1, 0, i, 1, 27700) FROM generate_series(1, {count}) AS i",
        f"ALTER TABLE {table} OWNER TO {GROUP}",
        f"GRANT SELECT ON {table} TO {READER}, {UPDATER}",
        f"GRANT UPDATE ON {table} TO {UPDATER}",
    )


def quoted(*names: str) -> str:
    """A name as SQL."""
    return ".".join('"' + name.replace('"', '""') + '"' for name in names)


def uri(
    server: PostgisServer,
    name: str = "wards",
    *,
    user: str = OWNER,
    schema: str = "public",
    key: str = "id",
    geometry: str = "geom",
    port: Optional[int] = None,
    subset: str = "",
) -> QgsDataSourceUri:
    """A layer's source on a table."""
    made = QgsDataSourceUri()
    made.setConnection(server.host, str(port or server.port), DATABASE, user, PASSWORD)
    made.setDataSource(schema, name, geometry, subset, key)
    return made


def open_wards(server: PostgisServer, name: str = "wards", **how: Any) -> QgsVectorLayer:
    """A layer on a table; see `uri`."""
    layer = QgsVectorLayer(uri(server, name, **how).uri(False), name, "postgres")
    assert layer.isValid(), layer.error().summary()
    return layer


def need_columns(server: PostgisServer, name: str = "wards", schema: str = "public") -> Dict[str, str]:
    """The need columns of a table with their types, in order."""
    rows = server.rows(
        "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = %s::regclass "
        "AND attnum > 0 AND NOT attisdropped AND attname LIKE 'need\\_%%' ORDER BY attnum",
        quoted(schema, name),
    )
    return dict(rows)


def need_rows(server: PostgisServer, name: str = "wards", schema: str = "public") -> List[Tuple[Any, ...]]:
    """What the need columns hold, in the order of the codes; empty where there are none."""
    columns = ", ".join(quoted(column) for column in need_columns(server, name, schema))
    return server.rows(f"SELECT {columns} FROM {quoted(schema, name)} ORDER BY code") if columns else []


_ABOUT = (
    # What a table is, apart from its need columns.
    "SELECT relname, relkind, relowner, relrowsecurity, reltriggers, relacl::text FROM ("
    "SELECT *, relhastriggers AS reltriggers FROM pg_class) AS c WHERE oid = %s::regclass",
    "SELECT attname, format_type(atttypid, atttypmod), attnotnull, attidentity, attgenerated, attacl::text, "
    "pg_get_expr(adbin, adrelid), col_description(attrelid, attnum) FROM pg_attribute "
    "LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum WHERE attrelid = %s::regclass "
    "AND attnum > 0 AND NOT attisdropped AND attname NOT LIKE 'need\\_%%' ORDER BY attnum",
    "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = %s::regclass ORDER BY 1",
    "SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid = %s::regclass ORDER BY 1",
    "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgrelid = %s::regclass ORDER BY 1",
    "SELECT polname, pg_get_expr(polqual, polrelid) FROM pg_policy WHERE polrelid = %s::regclass ORDER BY 1",
    "SELECT obj_description(%s::regclass)",
)


_TABLES = """
SELECT c.oid::regclass::text, array_agg(quote_ident(attname)::text ORDER BY attnum)
    FILTER (WHERE attname NOT LIKE 'need\\_%%')
FROM pg_class AS c JOIN pg_attribute ON attrelid = c.oid AND attnum > 0 AND NOT attisdropped
JOIN pg_namespace AS n ON n.oid = relnamespace
WHERE relkind IN ('r', 'p', 'm') AND nspname NOT IN ('pg_catalog', 'information_schema') GROUP BY c.oid
"""


def all_but_need(server: PostgisServer, only: Sequence[str] = ()) -> Dict[str, Any]:
    """Every table of the database but for its need columns: definition, and a sum over every cell.

    Parameters
    ----------
    only
        Tables to look at, where not at all.
    """
    found: Dict[str, Any] = {}
    with server.connected() as cursor:

        def ask(query: str, *values: str) -> List[Any]:
            cursor.execute(query, values)
            return list(cursor.fetchall())

        for table, columns in ask(_TABLES):
            if only and table not in only:
                continue
            cells = ", ".join(f"{column}::text" for column in columns or ["1"]).replace("%", "%%")
            rows = (
                f"SELECT count(*), md5(string_agg(cells, '' ORDER BY cells)) "
                f"FROM (SELECT ROW({cells})::text AS cells FROM {table.replace('%', '%%')}) AS rows_of"
            )
            found[table] = ([ask(query, table) for query in _ABOUT], ask(rows))
    return found


def need_values(rows: Sequence[Tuple[Any, ...]], place: int) -> List[Any]:
    """One column of rows."""
    return [row[place] for row in rows]
