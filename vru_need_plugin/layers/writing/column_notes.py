# SPDX-License-Identifier: GPL-2.0-or-later
"""What a GeoPackage says of its columns in a table of its own, as columns go and come back."""

from __future__ import annotations

from string import Template
from typing import Any, Sequence

from .sqlite import rows, run, text

_IN_FILE = "SELECT count(*) FROM main.sqlite_master WHERE name = 'gpkg_data_columns'"
_ON_THE_SIDE = "SELECT count(*) FROM vru_need.sqlite_master WHERE name = 'notes'"
_OF_COLUMNS = Template(
    "FROM gpkg_data_columns WHERE lower(table_name) = lower($table) AND column_name IN ($names)"
)
_KEEP = Template("CREATE TABLE vru_need.notes AS SELECT * $which")
_FORGET = Template("DELETE $which")
_BRING_BACK = "INSERT OR REPLACE INTO gpkg_data_columns SELECT * FROM vru_need.notes"


def keep_notes(dataset: Any, table: str, columns: Sequence[str]) -> None:
    """Keep in the side database what the file says of columns that are about to go."""
    if columns and _has_notes(dataset):
        run(dataset, _KEEP.substitute(which=_which(table, columns)))


def forget_notes(dataset: Any, table: str, columns: Sequence[str]) -> None:
    """Let the file say nothing of columns that are gone; some versions of GDAL have seen to it themselves."""
    if columns and _has_notes(dataset):
        run(dataset, _FORGET.substitute(which=_which(table, columns)))


def _has_notes(dataset: Any) -> bool:
    return rows(dataset, _IN_FILE)[0][0] != "0"


def _which(table: str, columns: Sequence[str]) -> str:
    return _OF_COLUMNS.substitute(table=text(table), names=", ".join(map(text, columns)))


def bring_back_notes(dataset: Any) -> None:
    """Let the file say again what `keep_notes` kept."""
    if rows(dataset, _ON_THE_SIDE)[0][0] != "0":
        run(dataset, _BRING_BACK)
