# SPDX-License-Identifier: GPL-2.0-or-later
"""A look at files that are to become tables; it may be taken beside the window."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Callable, Dict, List, Mapping, Optional, Sequence, Tuple

from ..core.feedback import Feedback, check
from ..core.messages import NeedError
from ..layers.raw_tables import list_sources
from ..scenario.document import KeyLevel, Table
from ..scenario.sources import Source
from ..scoring.load import TEXT_SUFFIXES, ReadSource
from ..tables.guess import guess_table
from ..tables.tidy import Units, tidy
from .raw_tables import ReadCells, read_cells


@dataclass(frozen=True, eq=False)
class FoundTable:
    """A table that nobody has yet.

    Attributes
    ----------
    table
        Its description as far as it can be told; the id is still to be given.
    cells
        What was read.
    matched
        How many areas or parents it matches; 0 where it has been read as whole and not matched yet.
    """

    table: Table
    cells: ReadCells
    matched: int = 0


@dataclass
class Finds:
    """What a look at several sources came to.

    Attributes
    ----------
    tables
        One for each source that holds one table.
    parts
        Those of sources that hold several: sheets, layers. None where one is no table.
    errors
        What is wrong with the rest.
    """

    tables: List[FoundTable] = field(default_factory=list)
    parts: Dict[str, Optional[FoundTable]] = field(default_factory=dict)
    errors: List[NeedError] = field(default_factory=list)


def plain_table(source: str) -> Table:
    """A source as a table of which nothing is known yet."""
    return Table("", source, key_column="", key_level=KeyLevel.AREA)


def look_at(
    sources: Sequence[str],
    units: Sequence[Units],
    reader: Callable[[Feedback], ReadSource],
    known: Mapping[str, ReadCells],
    feedback: Feedback,
) -> Finds:
    """Read sources and describe what they hold; what cannot be read is told, and the rest goes on.

    Parameters
    ----------
    units
        What their keys are matched with.
    reader
        Makes the reader of all that is no text file, which asks the feedback whether to stop.
    known
        Cells read before, by source; layers of the project are always among them.

    Raises
    ------
    Cancelled
        The user asked to stop.
    """
    finds = Finds()
    for number, source in enumerate(sources):
        check(feedback)
        try:
            parts = parts_of(source)
            if len(parts) == 1:
                finds.tables.append(_look(parts[0], units, reader, known, feedback))
            else:
                finds.parts.update((part, _look_at_part(part, units, reader, feedback)) for part in parts)
        except NeedError as error:
            finds.errors.append(error)
        feedback.setProgress(100 * (number + 1) / len(sources))
    return finds


def parts_of(text: str) -> Tuple[str, ...]:
    """The sources that a source holds: itself, or each of a file's several sheets or layers.

    Raises
    ------
    NeedError
        It cannot be read.
    """
    source = Source.parse(text)
    if not source.file or source.layer or source.suffix in TEXT_SUFFIXES:
        return (text,)
    names = list_sources(Path(source.file))
    return tuple(f"{text}|layername={name}" for name in names) if len(names) > 1 else (text,)


def _look(
    source: str,
    units: Sequence[Units],
    reader: Callable[[Feedback], ReadSource],
    known: Mapping[str, ReadCells],
    feedback: Feedback,
) -> FoundTable:
    table = plain_table(source)
    cells = known.get(source) or read_cells(table, reader(feedback), feedback)
    check(feedback)
    return FoundTable(guess_table(cells.raw, units, "", source), cells)


def _look_at_part(
    source: str, units: Sequence[Units], reader: Callable[[Feedback], ReadSource], feedback: Feedback
) -> Optional[FoundTable]:
    """A sheet with how many units it matches; None where it is no table or matches none."""
    try:
        found = _look(source, units, reader, {}, feedback)
        level = next(unit for unit in units if unit.level is found.table.key_level)
        matched = tidy(found.cells.raw, found.table, level, feedback).matching.matched
    except NeedError:
        return None
    return replace(found, matched=matched)
