# SPDX-License-Identifier: GPL-2.0-or-later
"""From a file to a table of the scenario, and from its columns to measures."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Callable, Collection, Iterable, List, Optional, Sequence, Tuple

from qgis.core import QgsProject

from ..core.areas import AreaTable
from ..core.feedback import SILENT, Feedback
from ..core.messages import NeedError, mark
from ..core.threshold import Threshold, ThresholdKind
from ..layers.raw_tables import read_source
from ..scenario.document import KeyLevel, Measure, Table
from ..scenario.sources import Source
from ..scoring.load import ReadSource
from ..scoring.parents import parents_of
from ..scoring.road import units_of
from ..tables.header import JOINT
from ..tables.raw import RawTable
from ..tables.tidy import Units, tidy
from ..translation import tr, translated
from .cures import Words
from .edits import fresh_id, measures_of_table
from .errands import Errand
from .guess_measure import guess_nature, guess_theme
from .match_look import MatchLook, look_at_match
from .offer import Offer
from .offers import offers
from .paths import short_name
from .raw_tables import ReadCells, read_cells
from .session import Session
from .small import SMALL_FILE, SMALL_TEXT, share_of_small
from .table_changes import TableChanges, table_changes
from .table_looks import Finds, FoundTable, look_at, plain_table

USUAL_THRESHOLD = Threshold(ThresholdKind.TOP_SHARE, 10)

SMALL_CELLS = 250_000
"""How many cells are looked through within half a second."""
_SMALL_UNITS = 10_000

Failed = Callable[[Exception], None]
"""Takes a `NeedError`, or `Cancelled`."""


class TableFinder:
    """Describes new tables by what is in them, against the areas of the session.

    What may take long is an errand of the session: beside the window, with progress and cancel.

    Parameters
    ----------
    session, project
        The open scenario, and the project whose layers may be tables.
    """

    def __init__(self, session: Session, project: QgsProject) -> None:
        self._session = session
        self._project = project
        self._units: Optional[Tuple[AreaTable, Tuple[Units, ...]]] = None

    # Errands

    def find(self, sources: Sequence[str], done: Callable[[Finds], None], failed: Failed) -> None:
        """Look at sources that are to become tables.

        Raises
        ------
        NeedError
            No areas are chosen yet.
        """
        units = self.units()
        layers = [source for source in sources if not Source.parse(source).is_file]
        known = {source: read_cells(plain_table(source), self._reader(SILENT)) for source in layers}
        names = ", ".join(map(short_name, sources))
        self._session.errands.run(
            Errand(
                tr("Looking at {files}").format(files=names),
                partial(look_at, tuple(sources), units, self._reader, known),
                done,
                failed,
                is_small=self._are_small(sources),
            )
        )

    def add(self, found: Iterable[FoundTable]) -> Tuple[Table, ...]:
        """What was found as tables with ids of their own, their cells kept for the session to score."""
        taken = [table.id for table in self._session.scenario.tables]
        added = []
        for item in found:
            table_id = fresh_id(Path(short_name(item.table.source)).stem, taken)
            taken.append(table_id)
            added.append(replace(item.table, id=table_id))
            self._session.raw_tables.take(table_id, item.cells)
        return tuple(added)

    def look_for_offers(
        self, table: Table, done: Callable[[Tuple[Offer, ...]], None], failed: Failed
    ) -> None:
        """Find what the table's columns have to offer as measures.

        Raises
        ------
        NeedError
            It cannot be read.
        """
        raw, units = self.raw(table), self._units_of(table)

        def work(feedback: Feedback) -> Tuple[Offer, ...]:
            return offers(tidy(raw, table, units, feedback), feedback)

        told = tr("Looking through the columns of {table}").format(table=short_name(table.source))
        is_small = len(raw.columns) * raw.row_count <= SMALL_CELLS
        self._session.errands.run(Errand(told, work, done, failed, is_small))

    def compare(
        self, before: Table, after: Table, done: Callable[[TableChanges, ReadCells], None], failed: Failed
    ) -> None:
        """Find what a newer file of a table changes.

        Raises
        ------
        NeedError
            The present one cannot be read.
        """
        raw, units = self.raw(before), self._units_of(before)
        measures = measures_of_table(self._session.scenario, before.id)

        def work(feedback: Feedback) -> Tuple[TableChanges, ReadCells]:
            cells = read_cells(after, self._reader(feedback), feedback)
            newer = tidy(cells.raw, after, units, feedback)
            return table_changes(tidy(raw, before, units, feedback), newer, measures), cells

        told = tr("Comparing {file}").format(file=short_name(after.source))
        is_small = self._are_small([after.source]) and len(raw.columns) * raw.row_count <= SMALL_CELLS
        self._session.errands.run(Errand(told, work, lambda both: done(*both), failed, is_small))

    def look_at_match(
        self, table: Table, words: Words, done: Callable[[MatchLook], None], failed: Failed
    ) -> None:
        """Find what there is to say about a table's match, and what would help.

        Raises
        ------
        NeedError
            No areas are chosen yet.
        """
        job, areas, units = self._session.job, self._session.areas, self.units()
        if areas is None:
            return
        try:
            raw: Optional[RawTable] = self.raw(table)
        except NeedError:
            raw = None
        tidied = job.tables.get(table.id) if job is not None else None
        work = partial(look_at_match, table, tidied, raw, areas, units, words)
        told = tr("Looking at what of {table} matches").format(table=short_name(table.source))
        cells = len(raw.columns) * raw.row_count if raw is not None else 0
        is_small = cells <= SMALL_CELLS and len(areas) <= _SMALL_UNITS
        self._session.errands.run(Errand(told, work, done, failed, is_small))

    def is_at_hand(self, table: Table) -> bool:
        """Whether the table has been read, well or not."""
        job = self._session.job
        known = job.tables.get(table.id) if job is not None else None
        is_known = known is not None and known.spec.source == table.source
        return is_known or self._session.raw_tables.cells_of(table) is not None

    def is_being_read(self, table: Table) -> bool:
        """Whether a long file is read for the scores just now: to read it twice would stop the window."""
        is_long = not self._are_small([table.source])
        return self._session.is_scoring and is_long and not self.is_at_hand(table)

    # At once

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
        cells = self._session.raw_tables.cells_of(table)
        if cells is None:
            cells = read_cells(table, self._reader(SILENT))
            self._session.raw_tables.take(table.id, cells)
        return cells.raw

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
        if self._units is None or self._units[0] is not areas:
            parents = parents_of(areas)
            self._units = areas, tuple(units_of(level, areas, parents) for level in KeyLevel)
        return self._units[1]

    def _units_of(self, table: Table) -> Units:
        return next(units for units in self.units() if units.level is table.key_level)

    def _reader(self, feedback: Feedback) -> ReadSource:
        return partial(read_source, project=self._project, feedback=feedback)

    def _are_small(self, sources: Iterable[str]) -> bool:
        """Whether files are looked at within half a second, as far as their sizes tell."""
        shares = [share_of_small(source, SMALL_TEXT, SMALL_FILE) for source in sources]
        return sum(shares) <= 1 and len(self._session.areas or ()) <= _SMALL_UNITS


def measure_title(name: str) -> str:
    """A column's name as a title: where several header rows say the same, once.

    "Crime; Robbery; 2014/15 | 2014/15" is "Crime; Robbery; 2014/15".
    """
    told: List[str] = []
    for part in filter(None, (piece.strip(" ;") for piece in name.split(JOINT))):
        if not (told and told[-1].endswith(part)):
            told.append(part)
    return JOINT.join(told) or name


def measures_of(
    taken: Iterable[Offer],
    table: Table,
    theme: str,
    present: Iterable[Measure],
    whole: Collection[str] = (),
) -> List[Measure]:
    """Offers as measures: above threshold from the top 10 %, weight 1.

    Without a `theme` each goes where its name says; `whole` is as for `guess_nature`.
    """
    ids = [measure.id for measure in present]
    made = []
    for offer in taken:
        title = measure_title(translated(offer.title))
        measure_id = fresh_id(title, ids)
        ids.append(measure_id)
        of_theme = theme or translated(guess_theme(title))
        made.append(
            Measure(
                measure_id,
                title,
                of_theme,
                table.id,
                offer.value,
                USUAL_THRESHOLD,
                offer.direction,
                nature=guess_nature(offer.value, title, whole),
            )
        )
    return made
