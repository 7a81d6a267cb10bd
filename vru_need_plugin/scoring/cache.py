# SPDX-License-Identifier: GPL-2.0-or-later
"""What one preparation can hand to the next, so that an edit redoes only what it touches."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Optional, Tuple

from ..core.areas import AreaTable
from ..core.column import PreparedColumn
from ..core.threshold import Threshold, ThresholdKind
from ..scenario.document import Measure, Table
from ..tables.raw import RawTable
from ..tables.tidy import TidyTable
from .columns import Evidence

_ANY_THRESHOLD = Threshold(ThresholdKind.VALUE, 0)


@dataclass
class _TidyEntry:
    spec: Table
    raw: RawTable
    areas: AreaTable
    tidy: TidyTable


@dataclass
class _ColumnEntry:
    measure: Measure
    sources: Tuple[TidyTable, ...]
    evidence: Evidence
    prepared: PreparedColumn


@dataclass
class ScoringCache:
    """Tidy tables and prepared columns by id; an entry serves only where its inputs are the same."""

    _tidy: dict[str, _TidyEntry] = field(default_factory=dict)
    _columns: dict[str, _ColumnEntry] = field(default_factory=dict)

    def tidy(self, spec: Table, raw: RawTable, areas: AreaTable) -> Optional[TidyTable]:
        """The tidy table made from these very inputs, if there is one."""
        entry = self._tidy.get(spec.id)
        if entry is None or entry.raw is not raw or entry.areas is not areas or entry.spec != spec:
            return None
        return entry.tidy

    def keep_tidy(self, spec: Table, raw: RawTable, areas: AreaTable, tidy: TidyTable) -> None:
        """Keep a tidy table in place of the one of the same id."""
        self._tidy[spec.id] = _TidyEntry(spec, raw, areas, tidy)

    def column(
        self, measure: Measure, sources: Tuple[TidyTable, ...]
    ) -> Optional[Tuple[Evidence, PreparedColumn]]:
        """The column prepared from these very inputs, if there is one."""
        entry = self._columns.get(measure.id)
        if entry is None or entry.measure != _inputs_only(measure):
            return None
        if len(entry.sources) != len(sources) or any(a is not b for a, b in zip(entry.sources, sources)):
            return None
        return entry.evidence, entry.prepared

    def keep_column(
        self,
        measure: Measure,
        sources: Tuple[TidyTable, ...],
        evidence: Evidence,
        prepared: PreparedColumn,
    ) -> None:
        """Keep a prepared column in place of the one of the same measure."""
        self._columns[measure.id] = _ColumnEntry(_inputs_only(measure), sources, evidence, prepared)


def _inputs_only(measure: Measure) -> Measure:
    """The measure with all that its column does not depend on blanked."""
    return replace(
        measure,
        title="",
        theme="",
        threshold=_ANY_THRESHOLD,
        weight=1,
        enabled=True,
        unit=None,
        nature=None,
        period=None,
        source=None,
        note=None,
        tags=(),
        locked=False,
    )
