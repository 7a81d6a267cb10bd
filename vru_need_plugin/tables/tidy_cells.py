# SPDX-License-Identifier: GPL-2.0-or-later
"""The cells of a table, one row a key, numbers in columns, matched with areas or parents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Tuple

import numpy as np
from numpy.typing import NDArray

from ..scenario.document import ColumnRef, Rolling, Table
from .columns import Columns, FloatArray
from .header import Body, existing_column
from .keys import KeyRule
from .matching import KeyIndex, Matching
from .periods import newest
from .raw import RawTable
from .units import Units


@dataclass(frozen=True, eq=False)
class TidyCells:
    """A table with one row a key.

    Attributes
    ----------
    spec, raw
        The table as the scenario describes it, and as read.
    body
        Its cells below the header.
    rule
        How its keys are normalised.
    index, matching
        Its keys, and the units that they are.
    columns
        Its columns as numbers; those of a long table are spread.
    decimal
        Its decimal mark, found or given.
    """

    spec: Table
    raw: RawTable
    body: Body
    units: Units
    rule: KeyRule
    index: KeyIndex
    matching: Matching
    columns: Columns
    decimal: str

    @property
    def names(self) -> Tuple[str, ...]:
        """What the columns are called; a spread table has only those that spreading made."""
        return self.columns.names

    @property
    def keys(self) -> Tuple[str, ...]:
        """The normalised key of each row, each once."""
        return self.index.keys

    @property
    def unit_row(self) -> NDArray[np.int32]:
        """Shape (units,): each unit's row, -1 for none."""
        return self.matching.unit_row

    @property
    def row_unit(self) -> NDArray[np.int32]:
        """Shape (rows,): each row's unit, -1 for none."""
        return self.matching.row_unit

    def normalise(self, key: str) -> str:
        """A key of `include_keys` or `exclude_keys` as this table's keys are normalised.

        A key that the table does not have is looked up among the aliases.
        """
        plain = self.rule.unit_key(key)
        return plain if plain in self.index.numbers else self.rule.table_key(key)

    def values(self, name: str) -> FloatArray:
        """A column, shape (rows,), NaN where missing.

        Raises
        ------
        NeedError
            No such column, or a column of text.
        """
        return self.columns.values(self._existing(name))

    def select(self, reference: ColumnRef) -> Tuple[str, ...]:
        """The columns that a reference stands for, oldest first.

        Raises
        ------
        NeedError
            No such column (it names the likest), or fewer periods than asked for.
        """
        if isinstance(reference, Rolling):
            return newest(reference, self.names, self.spec.id, self.raw.source)
        return (self._existing(reference),)

    def _existing(self, name: str) -> str:
        return existing_column(name, self.names, self.spec.id, self.raw.source)
