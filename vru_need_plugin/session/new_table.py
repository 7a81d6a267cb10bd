# SPDX-License-Identifier: GPL-2.0-or-later
"""From a file to a table of the scenario, and from its columns to measures."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Iterable, List, Optional, Tuple

from qgis.core import QgsProject

from ..core.feedback import Silent
from ..core.messages import NeedError, mark
from ..core.threshold import Threshold, ThresholdKind
from ..layers.raw_tables import read_source
from ..scenario.document import KeyLevel, Measure, Table
from ..scenario.sources import Source
from ..scoring.load import load_table
from ..scoring.parents import parents_of
from ..scoring.road import units_of
from ..tables.guess import guess_table
from ..tables.raw import RawTable
from ..tables.tidy import TidyTable, Units, tidy
from ..translation import translated
from .edits import fresh_id
from .offers import Offer, offers
from .paths import short_name
from .session import Session

USUAL_THRESHOLD = Threshold(ThresholdKind.TOP_SHARE, 10)


class TableFinder:
    """Describes new tables by what is in them, against the areas of the session.

    Parameters
    ----------
    session, project
        The open scenario, and the project whose layers may be tables.
    """

    def __init__(self, session: Session, project: QgsProject) -> None:
        self._session = session
        self._reader = partial(read_source, project=project)
        self._last: Optional[Tuple[Table, RawTable]] = None

    def guess(self, source: str) -> Table:
        """The table that a source holds: its header, keys and level as far as they can be told.

        Raises
        ------
        NeedError
            It cannot be read, or nothing in it matches the areas.
        """
        taken = [table.id for table in self._session.scenario.tables]
        table_id = fresh_id(Path(short_name(source)).stem, taken)
        raw = self._read(Table(table_id, source, key_column="", key_level=KeyLevel.AREA))
        return guess_table(raw, self._units(), table_id, source)

    def offers(self, table: Table) -> Tuple[Offer, ...]:
        """What the table's columns have to offer as measures.

        Raises
        ------
        NeedError
            As reading and tidying.
        """
        return offers(self.tidy(table), Silent())

    def tidy(self, table: Table) -> TidyTable:
        """The table made tidy for a look at it, apart from the one that is scored."""
        units = next(units for units in self._units() if units.level is table.key_level)
        return tidy(self._read(table), table, units)

    def _units(self) -> Tuple[Units, ...]:
        areas = self._session.areas
        if areas is None:
            raise NeedError(mark("Choose the layer of areas first; tables are matched with it."))
        parents = parents_of(areas)
        return tuple(units_of(level, areas, parents) for level in KeyLevel)

    def _read(self, table: Table) -> RawTable:
        """The table's cells; those read last serve again, for a table is guessed and then looked at."""
        if self._last is not None and self._last[0].source == table.source and _is_plain(table):
            return self._last[1]
        raw = load_table(table, Path("/"), self._reader)
        if _is_plain(table):
            self._last = table, raw
        return raw


def _is_plain(table: Table) -> bool:
    """Whether the file is read as found: no encoding or delimiter given, no layer of the project."""
    return not (table.encoding or table.delimiter) and Source.parse(table.source).is_file


def measures_of(
    taken: Iterable[Offer], table: Table, theme: str, present: Iterable[Measure]
) -> List[Measure]:
    """Offers as measures: above threshold from the top 10 %, weight 1."""
    ids = [measure.id for measure in present]
    made = []
    for offer in taken:
        title = translated(offer.title)
        measure_id = fresh_id(title, ids)
        ids.append(measure_id)
        made.append(Measure(measure_id, title, theme, table.id, offer.value, USUAL_THRESHOLD))
    return made
