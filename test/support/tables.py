# SPDX-License-Identifier: GPL-2.0-or-later
"""Small tables and units for tests, and the published areas of London."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from functools import cache
from pathlib import Path

from support.shared import DATA
from vru_need_plugin.scenario.document import KeyLevel, KeyMatch, Table
from vru_need_plugin.tables.csv import read_csv
from vru_need_plugin.tables.raw import RawTable
from vru_need_plugin.tables.tidy import TidyTable, Units, tidy

WARDS_2011 = "London_Ward_CityMerged_2011_simplified.gpkg"
WARDS_2018 = "London_Ward_CityMerged_2018_simplified.gpkg"


def spec(key_column="Code", **keys) -> Table:
    """A table keyed on areas by code, read from t.csv."""
    keys.setdefault("key_level", KeyLevel.AREA)
    keys.setdefault("id", "t")
    keys.setdefault("source", "t.csv")
    return Table(key_column=key_column, **keys)


def raw(*rows, **keys) -> RawTable:
    """Rows of cells, header first."""
    return RawTable("t.csv", [list(column) for column in zip(*rows)], **keys)


def areas(*keys, names=None, others=()) -> Units:
    return Units(KeyLevel.AREA, keys, tuple(names or keys), "wards", others)


def parents(*keys, names=None, others=()) -> Units:
    return Units(KeyLevel.PARENT, keys, tuple(names or keys), "wards", others)


def tidied(rows, units, key_column="Code", **keys) -> TidyTable:
    return tidy(raw(*rows), spec(key_column, **keys), units)


def written(folder: Path, content, name="t.csv") -> Path:
    """A file with this text or these bytes."""
    path = Path(folder) / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


@cache
def london(year: int):
    """London's wards of 2011 or 2018 and their boroughs."""
    file, layer, fields = {
        2011: (WARDS_2011, "london_wards_citymerged_2011", "GSS_CODE, NAME, LB_GSS_CD, BOROUGH"),
        2018: (WARDS_2018, None, "GSS_CODE, NAME, LAGSSCODE, DISTRICT"),
    }[year]
    uri = f"file:{DATA / 'boundaries' / file}?mode=ro&immutable=1"
    with sqlite3.connect(uri, uri=True) as database:
        layer = layer or database.execute("SELECT table_name FROM gpkg_contents").fetchone()[0]
        rows = database.execute(f'SELECT {fields} FROM "{layer}" ORDER BY fid').fetchall()
    boroughs = dict(row[2:] for row in rows)
    wards = areas(*(row[0] for row in rows), names=[row[1] for row in rows])
    of_parents = parents(*boroughs, names=list(boroughs.values()))
    return replace(wards, others=(of_parents,)), replace(of_parents, others=(wards,))


def published(file: str, units: Units, key_column: str, **keys) -> TidyTable:
    """A published table, tidy."""
    description = spec(key_column, source=file, key_level=units.level, **keys)
    return tidy(read_csv(DATA / file, description), description, units)


BY_NAME = KeyMatch.NAME
