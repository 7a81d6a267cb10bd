# SPDX-License-Identifier: GPL-2.0-or-later
"""The scenario as dataclasses, one field for each key of the file.

Immutable: an edit makes a new document with ``dataclasses.replace``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Mapping, Optional, Tuple, Union

from ..core.threshold import Direction, MissingRule, Reference, Threshold

SCHEMA = 1


class KeyLevel(Enum):
    """Whose keys a table has."""

    AREA = "area"
    PARENT = "parent"


class KeyMatch(Enum):
    """What a table's keys are compared with."""

    CODE = "code"
    NAME = "name"


class Aggregate(Enum):
    """How the rows of a long table that fall together become one value."""

    SUM = "sum"
    MEAN = "mean"
    FIRST = "first"


class ValueKind(Enum):
    """How a measure's value is worked out from columns."""

    COLUMN = "column"
    SUM = "sum"
    RATIO = "ratio"
    CHANGE = "change"
    PERCENT_CHANGE = "percent_change"


class Nature(Enum):
    """What sort of figure a measure is."""

    COUNT = "count"
    RATE = "rate"
    PERCENTAGE = "percentage"
    SCORE = "score"


PERIODS = "periods"
"""The word for "every column whose name is a period" in a long table's ``values``."""


@dataclass(frozen=True)
class Areas:
    """The area layer and its fields."""

    source: str
    code_field: str
    name_field: Optional[str] = None
    parent_code_field: Optional[str] = None
    parent_name_field: Optional[str] = None


@dataclass(frozen=True)
class Table:
    """A table and how to read it; None means "find it"."""

    id: str
    source: str
    key_column: str
    key_level: KeyLevel
    key_match: KeyMatch = KeyMatch.CODE
    key_aliases: Mapping[str, str] = field(default_factory=dict)
    include_keys: Tuple[str, ...] = ()
    exclude_keys: Tuple[str, ...] = ()
    header_rows: int = 1
    skip_rows: int = 0
    encoding: Optional[str] = None
    delimiter: Optional[str] = None
    decimal: Optional[str] = None
    missing: Tuple[str, ...] = ()
    spread: Tuple[str, ...] = ()
    values: Union[Tuple[str, ...], str] = ()
    aggregate: Aggregate = Aggregate.SUM
    empty_means_zero: bool = False
    citation: Optional[str] = None
    as_of: Optional[str] = None


@dataclass(frozen=True)
class Rolling:
    """The `latest` newest of the columns named `starts` + a period, after leaving out `skip`."""

    starts: str
    latest: int
    skip: int = 0


ColumnRef = Union[str, Rolling]


@dataclass(frozen=True)
class Value:
    """How a measure's value is worked out; only the fields of its kind are set."""

    kind: ValueKind
    columns: Tuple[ColumnRef, ...] = ()
    denominator: Tuple[ColumnRef, ...] = ()
    denominator_table: Optional[str] = None
    per: float = 1
    from_columns: Tuple[ColumnRef, ...] = ()
    to_columns: Tuple[ColumnRef, ...] = ()
    minimum_base: float = 20


@dataclass(frozen=True)
class Measure:
    """A measure with its direction, threshold and weight."""

    id: str
    title: str
    theme: str
    table: str
    value: Value
    threshold: Threshold
    direction: Direction = Direction.HIGH
    weight: float = 1
    reference: Reference = Reference.AREAS
    enabled: bool = True
    exclude_areas: Tuple[str, ...] = ()
    unit: Optional[str] = None
    nature: Optional[Nature] = None
    period: Optional[str] = None
    source: Optional[str] = None
    note: Optional[str] = None
    tags: Tuple[str, ...] = ()
    locked: bool = False


@dataclass(frozen=True)
class Options:
    """What holds for the whole score."""

    missing: MissingRule = MissingRule.AVAILABLE
    min_coverage: float = 0.75
    near_miss_band: float = 0.05
    field_prefix: str = "need_"
    write_flags: bool = True
    write_themes: bool = True
    focus: Tuple[str, ...] = ()


@dataclass(frozen=True)
class Profile:
    """Programme weights: a named set of weights, by measure id."""

    id: str
    title: str
    weights: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Scenario:
    """Everything a score depends on."""

    title: str
    areas: Areas
    tables: Tuple[Table, ...] = ()
    measures: Tuple[Measure, ...] = ()
    options: Options = field(default_factory=Options)
    question: Optional[str] = None
    author: Optional[str] = None
    date: Optional[str] = None
    profiles: Tuple[Profile, ...] = ()

    @property
    def enabled_measures(self) -> Tuple[Measure, ...]:
        """The measures in use, in order."""
        return tuple(measure for measure in self.measures if measure.enabled)

    def table(self, table_id: str) -> Table:
        """The table with this id; KeyError where there is none (the codec checks)."""
        return {table.id: table for table in self.tables}[table_id]
