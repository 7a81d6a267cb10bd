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
from ..layers.raw_tables import list_sources, read_source
from ..scenario.document import KeyLevel, Measure, Table
from ..scenario.sources import Source
from ..scoring.load import TEXT_SUFFIXES, load_table
from ..scoring.parents import parents_of
from ..scoring.road import units_of
from ..tables.guess import guess_table
from ..tables.raw import RawTable
from ..tables.tidy import TidyTable, Units, tidy
from ..translation import translated
from .edits import fresh_id
from .guess_measure import guess_theme
from .offer import Offer
from .offers import offers
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
        return guess_table(raw, self.units(), table_id, source)

    def parts(self, path: Path) -> Tuple[str, ...]:
        """The sources that a file holds: itself, or each of its several sheets or layers.

        Raises
        ------
        NeedError
            It cannot be read.
        """
        if path.suffix.lower() in TEXT_SUFFIXES:
            return (str(path),)
        names = list_sources(path)
        return tuple(f"{path}|layername={name}" for name in names) if len(names) > 1 else (str(path),)

    def matched(self, source: str) -> int:
        """How many units a source matches as it is guessed; 0 where it cannot be read or matches none."""
        try:
            return self.tidy(self.guess(source)).matching.matched
        except NeedError:
            return 0

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
        units = next(units for units in self.units() if units.level is table.key_level)
        return tidy(self.raw(table), table, units)

    def raw(self, table: Table) -> RawTable:
        """The table's cells: those that the session holds, or the file's.

        Raises
        ------
        NeedError
            It cannot be read.
        """
        job = self._session.job
        known = job.tables.get(table.id) if job is not None else None
        if known is not None and known.spec.source == table.source:
            return known.raw
        return self._read(table)

    def units(self) -> Tuple[Units, ...]:
        """The areas and their parents.

        Raises
        ------
        NeedError
            No areas are chosen yet.
        """
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
    """Offers as measures: above threshold from the top 10 %, weight 1.

    Without a `theme` each goes where its name says.
    """
    ids = [measure.id for measure in present]
    made = []
    for offer in taken:
        title = translated(offer.title)
        measure_id = fresh_id(title, ids)
        ids.append(measure_id)
        of_theme = theme or translated(guess_theme(title))
        measure = Measure(
            measure_id, title, of_theme, table.id, offer.value, USUAL_THRESHOLD, offer.direction
        )
        made.append(measure)
    return made
