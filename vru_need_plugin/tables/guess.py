# SPDX-License-Identifier: GPL-2.0-or-later
"""A first description of a table that somebody just added, for them to correct."""

from __future__ import annotations

from dataclasses import replace
from typing import Sequence

from ..scenario.document import KeyLevel, Table
from .guess_header import guess_header
from .guess_spread import guess_spread
from .header import body_of
from .key_columns import key_columns
from .raw import RawTable
from .units import Units


def guess_table(raw: RawTable, units: Sequence[Units], table_id: str, source: str) -> Table:
    """Describe a table as well as its cells allow.

    Parameters
    ----------
    raw
        The table as read.
    units
        The areas and, where there are any, their parents.
    table_id, source
        The table's id and source, for the description.

    Returns
    -------
    Table
        With header, key column, level and match found; spread where keys repeat. Where nothing
        matches, the first column is the key.

    Raises
    ------
    NeedError
        The table has no rows.
    """
    spec = Table(table_id, source, key_column="", key_level=KeyLevel.AREA)
    if raw.names is None:
        skip_rows, header_rows = guess_header(raw, units)
        spec = replace(spec, skip_rows=skip_rows, header_rows=header_rows)
    body = body_of(raw, spec)
    found = key_columns(body, units)
    if not found:
        return replace(spec, key_column=body.names[0])
    key = found[0]
    spec = replace(spec, key_column=key.column, key_level=key.level, key_match=key.match)
    return guess_spread(body, spec)
