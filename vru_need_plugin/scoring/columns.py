# SPDX-License-Identifier: GPL-2.0-or-later
"""A measure's column for the core: the units of the layer first, then the table's other rows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Mapping, Optional, Tuple

import numpy as np
from numpy.typing import NDArray

from ..core.areas import AreaTable
from ..core.calculate import Quotient
from ..core.column import NO_GROUP, Column
from ..core.gss import commonest_kind
from ..core.threshold import Reference
from ..scenario.document import KeyLevel, Measure, Table
from ..tables.keys import normalise_code
from ..tables.tidy import TidyTable
from .group import members
from .parents import Parents
from .values import measure_values

FloatArray = NDArray[np.float64]


@dataclass(frozen=True)
class Evidence:
    """What a measure stands on, at its own level.

    Attributes
    ----------
    level
        Whether the rows of the column begin with the areas or with the parents.
    column
        The values with their reference group.
    table_row
        Shape (rows,): the row of the tidy table that each row of the column is, -1 for none.
    numerator, denominator
        Shape (rows,), where the value is a ratio or a change; otherwise None.
    columns, denominator_columns
        The names of the columns used.
    """

    level: KeyLevel
    column: Column
    table_row: NDArray[np.int64]
    numerator: Optional[FloatArray]
    denominator: Optional[FloatArray]
    columns: Tuple[str, ...]
    denominator_columns: Tuple[str, ...]


@dataclass(frozen=True)
class UnitCodes:
    """The normalised codes of the areas and of their parents, worked out when first needed."""

    areas: AreaTable
    parents: Parents

    @cached_property
    def _of_areas(self) -> Tuple[str, ...]:
        return tuple(normalise_code(code) for code in self.areas.codes)

    @cached_property
    def _of_parents(self) -> Tuple[str, ...]:
        return tuple(normalise_code(code) for code in self.parents.codes)

    def at(self, level: KeyLevel) -> Tuple[str, ...]:
        """The codes of one level."""
        return self._of_areas if level is KeyLevel.AREA else self._of_parents

    def kind(self, level: KeyLevel) -> Optional[str]:
        """What most of one level's codes begin with, where all are GSS codes; otherwise None."""
        return self._kind_of_areas if level is KeyLevel.AREA else self._kind_of_parents

    @cached_property
    def _kind_of_areas(self) -> Optional[str]:
        return commonest_kind(self._of_areas)

    @cached_property
    def _kind_of_parents(self) -> Optional[str]:
        return commonest_kind(self._of_parents)


def evidence_of(
    measure: Measure, spec: Table, tables: Mapping[str, TidyTable], unit_codes: UnitCodes, parents: Parents
) -> Evidence:
    """Gather a measure's values, level and reference group.

    Raises
    ------
    NeedError
        As `measure_values`.
    """
    table = tables[measure.table]
    found = measure_values(measure, tables)
    # Only these two ask for codes, and normalising 35,000 of them takes a while.
    codes = unit_codes.at(spec.key_level) if measure.exclude_areas else ()
    kind = unit_codes.kind(spec.key_level) if measure.reference is Reference.TABLE else None
    order = _units_first(table)
    values = _without(_taken(found.values, order), measure.exclude_areas, codes, table, order)
    column = Column(
        values=values,
        direction=measure.direction,
        group=_groups(measure.reference, parents, order),
        member=_members(table, spec, measure.reference, kind, order),
        area_row=parents.of_area if spec.key_level is KeyLevel.PARENT else None,
        quotient=_quotient(found.quotient, order),
    )
    return Evidence(
        spec.key_level,
        column,
        order,
        _taken(found.numerator, order) if found.numerator is not None else None,
        _taken(found.denominator, order) if found.denominator is not None else None,
        found.columns,
        found.denominator_columns,
    )


def _units_first(table: TidyTable) -> NDArray[np.int64]:
    """The table's row for each row of the column: units in order (-1: none), then the rest."""
    rest = np.flatnonzero(table.row_unit < 0)
    return np.concatenate([table.unit_row.astype(np.int64), rest])


def _taken(values: FloatArray, order: NDArray[np.int64]) -> FloatArray:
    if len(values) == 0:
        return np.full(len(order), np.nan)
    return np.where(order >= 0, values[order], np.nan)


def _quotient(found: Optional[Quotient], order: NDArray[np.int64]) -> Optional[Quotient]:
    if found is None:
        return None
    return Quotient(_taken(found.above, order), _taken(found.below, order), found.factor)


def _members(
    table: TidyTable, spec: Table, reference: Reference, kind: Optional[str], order: NDArray[np.int64]
) -> NDArray[np.bool_]:
    belongs = members(table, spec, reference, kind)
    if len(belongs) == 0:
        return np.zeros(len(order), dtype=bool)
    return np.where(order >= 0, belongs[order], False)


def _groups(reference: Reference, parents: Parents, order: NDArray[np.int64]) -> NDArray[np.int32]:
    if reference is not Reference.WITHIN_PARENT:
        return np.zeros(len(order), dtype=np.int32)
    groups = np.full(len(order), NO_GROUP, dtype=np.int32)
    groups[: len(parents.of_area)] = parents.of_area
    return groups


def _without(
    values: FloatArray,
    excluded: Tuple[str, ...],
    codes: Tuple[str, ...],
    table: TidyTable,
    order: NDArray[np.int64],
) -> FloatArray:
    """The values with those known to be wrong taken as missing."""
    if not excluded:
        return values
    wrong = {normalise_code(code) for code in excluded} | {table.normalise(code) for code in excluded}
    kept = values.copy()
    for place, row in enumerate(order.tolist()):
        code = codes[place] if place < len(codes) else table.keys[row]
        if code in wrong or (row >= 0 and table.keys[row] in wrong):
            kept[place] = np.nan
    return kept
