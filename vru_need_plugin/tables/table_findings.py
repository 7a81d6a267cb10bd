# SPDX-License-Identifier: GPL-2.0-or-later
"""What became of a table, as figures and findings; report.py puts it in words and rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Tuple

from ..scenario.document import KeyLevel
from .columns import NotNumbers
from .findings import Duplicate, NotThere, Spellings, Unmatched


@dataclass(frozen=True)
class TableFindings:
    """What was found in one table, and between it and the layer.

    Attributes
    ----------
    table, source
        The table's id, and its file or layer.
    level
        Whether `units` are areas or parents.
    rows_read
        Rows below the header.
    header_rows
        The first and the last header row; None where the format has field names.
    encoding, delimiter
        As found or given; None where the file is no text.
    decimal, decimal_given
        The decimal mark, and whether the table says it.
    keys
        Different keys in the table.
    blank_rows
        Rows without a key (notes, empty rows), left out.
    units, matched
        Units of the layer, and how many of them have a row.
    unmatched_keys, unmatched_units
        What is left over in the table and in the layer.
    spellings, duplicates
        Keys written in several ways, and (unless the table is spread) on several rows.
    not_numbers
        Per column read so far, cells that were neither numbers nor missing.
    not_there
        What the scenario lists for the table, and table or layer do not have.
    short_rows, long_rows
        Rows of a text file with fewer or more cells than most.
    """

    table: str
    source: str
    level: KeyLevel
    rows_read: int
    header_rows: Optional[Tuple[int, int]]
    encoding: Optional[str]
    delimiter: Optional[str]
    decimal: str
    decimal_given: bool
    keys: int
    blank_rows: int
    units: int
    matched: int
    unmatched_keys: Tuple[Unmatched, ...] = ()
    unmatched_units: Tuple[Unmatched, ...] = ()
    spellings: Tuple[Spellings, ...] = ()
    duplicates: Tuple[Duplicate, ...] = ()
    not_numbers: Tuple[NotNumbers, ...] = ()
    not_there: Tuple[NotThere, ...] = ()
    short_rows: Tuple[int, ...] = ()
    long_rows: Tuple[int, ...] = ()

    @property
    def all_matched(self) -> bool:
        """Whether every unit of the layer has a row; False where it has no unit of this level."""
        return self.matched == self.units > 0
