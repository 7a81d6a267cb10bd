# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of areas: QGIS's own attribute table on the written fields, so that it follows an atlas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Optional, Sequence, Tuple

import numpy as np
from qgis.core import QgsLayoutItemAttributeTable, QgsLayoutTable, QgsLayoutTableColumn
from qgis.PyQt.QtCore import Qt

from ..core.messages import mark
from ..report.subject import Subject
from ..report.words import PlaceWords
from .expressions import Expressions

_LEFT, _RIGHT, _CENTRE = (
    Qt.AlignmentFlag.AlignLeft,
    Qt.AlignmentFlag.AlignRight,
    Qt.AlignmentFlag.AlignHCenter,
)
_NO_LIMIT = 1_000_000
_COULD_BE = 0.65
_ROW = "to_string(@row_number)"
"""In the order of the table, which is that of `Expressions.number`."""


@dataclass(frozen=True)
class Column:
    """A column: its heading, the expression in it, its share of the width, and how it is aligned."""

    heading: str
    expression: str
    share: float
    aligned: Qt.AlignmentFlag = _LEFT


@dataclass(frozen=True)
class Shown:
    """Which areas a ranking lists.

    Attributes
    ----------
    last_rank
        The last rank that is listed in full; 0 where not even the first is.
    count
        How many areas that is, the most of any page of an atlas.
    """

    last_rank: int
    count: int


def ranking_columns(
    words: Expressions, places: PlaceWords, *, of_parent: bool, numbered: bool, narrow: bool = False
) -> List[Column]:
    """Rank, area, parent, score, what it is made of, and on how many measures it is above.

    Parameters
    ----------
    of_parent
        Whether the table is about one parent: it has the rank in it in place of its name.
    numbered
        Whether areas have numbers on the map, and so a column for them.
    narrow
        Whether there is no room for the number of measures above threshold.
    """
    say, subject = words.say, words.subject
    columns = [Column(say.text(mark("No.")), _ROW, 0.75)] if numbered else []
    if of_parent:
        heading = say.text(mark("Rank in {parent}"), parent=places.parent)
        columns.append(Column(heading, words.parent_rank, 1.2))
        columns.append(Column(say.text(mark("of all")), words.rank, 0.95))
    else:
        columns.append(Column(say.text(mark("Rank")), words.rank, 0.95))
    columns.append(Column(_capital(places.area), words.name, 3.5))
    if subject.has_parents and not of_parent:
        columns.append(Column(str(places.heading), words.parent_name, 2.9))
    columns.append(_score_column(words, 1.3))
    if any(subject.parent_level):
        columns.append(Column(_level_heading(words, places), words.made_of, 1.35, _CENTRE))
    if not narrow:
        columns.append(Column(say.text(mark("Above")), words.above, 1.45, _RIGHT))
    return columns


def list_columns(words: Expressions, places: PlaceWords) -> List[Column]:
    """The list of a parent's areas: number on the map, name, both ranks, score, and the reasons."""
    say, subject = words.say, words.subject
    columns = [
        Column(say.text(mark("No.")), _ROW, 0.7),
        Column(_capital(places.area), words.name, 2.5),
        Column(say.text(mark("Rank in {parent}"), parent=places.parent), words.parent_rank, 1.2, _CENTRE),
        Column(say.text(mark("of all {all}"), all=subject.scored), words.rank, 1.05, _CENTRE),
        _score_column(words, 1.2),
    ]
    if any(subject.parent_level):
        columns.append(Column(_level_heading(words, places), words.made_of, 1.25, _CENTRE))
        columns.append(Column(_own_heading(words, places), words.reasons, 6.8))
    else:
        columns.append(Column(say.text(mark("Above threshold on")), words.reasons, 6.8))
    return columns


def _score_column(words: Expressions, share: float) -> Column:
    """With room for “5, could be 9” where an area needs it."""
    result, subject = words.subject.result, words.subject
    could_be_more = bool(((result.available < len(subject.measures)) & (result.rank > 0)).any())
    wide = share + _COULD_BE if could_be_more else share
    return Column(words.say.text(mark("Score")), words.score_and_most, wide, _CENTRE)


def _own_heading(words: Expressions, places: PlaceWords) -> str:
    return words.say.text(mark("Above threshold on, by {area}"), area=places.area)


def _level_heading(words: Expressions, places: PlaceWords) -> str:
    return words.say.text(mark("{area} + {parent}"), area=_capital(places.area), parent=places.parent)


def fill_ranking(
    table: QgsLayoutItemAttributeTable,
    words: Expressions,
    columns: List[Column],
    width: float,
    test: str,
    most: int = 0,
) -> None:
    """Bind a table of a template to the layer; its fonts and lines stay as they are.

    Parameters
    ----------
    width
        Of its frame, in millimetres.
    test
        Which areas are listed, as an expression.
    most
        How many of them at most; 0 for all.
    """
    made = []
    for column, inner in zip(columns, inner_widths(table, columns, width)):
        one = QgsLayoutTableColumn(column.heading)
        one.setAttribute(column.expression)
        one.setWidth(inner)
        one.setHAlignment(column.aligned)
        one.setVAlignment(Qt.AlignmentFlag.AlignTop)
        made.append(one)
    # At each change QGIS reads and wraps every row anew: there are none until all else is set.
    table.setFilterFeatures(True)
    table.setFeatureFilter("false")
    table.setVectorLayer(words.layer)
    table.setColumns(made)
    sort = QgsLayoutTableColumn()
    sort.setAttribute(words.order)
    sort.setSortOrder(Qt.SortOrder.AscendingOrder)
    table.setSortColumns([sort])
    table.setMaximumNumberOfFeatures(most or _NO_LIMIT)
    table.setHeaderMode(QgsLayoutTable.HeaderMode.AllFrames)
    table.setWrapBehavior(QgsLayoutTable.WrapBehavior.WrapText)
    table.setUseConditionalStyling(False)
    table.setFeatureFilter(test)


def inner_widths(table: QgsLayoutTable, columns: Sequence[Column], width: float) -> List[float]:
    """The room for text in each column of a table of this width, in millimetres."""
    margin = 2 * table.cellMargin() + (table.gridStrokeWidth() if table.verticalGrid() else 0)
    total = sum(column.share for column in columns)
    return [width * column.share / total - margin for column in columns]


def shown(subject: Subject, most: int, parents: Optional[Tuple[int, ...]]) -> Shown:
    """As many whole ranks as make at most so many rows; areas that tie are never torn apart.

    Parameters
    ----------
    most
        Rows.
    parents
        The parents that have a page each; None for the ranking of all areas.
    """
    if parents is None:
        groups = [subject.result.rank[subject.result.rank > 0]]
    else:
        ranks, of_area = subject.result.parent_rank, subject.job.parents.of_area
        groups = [ranks[(of_area == parent) & (ranks > 0)] for parent in parents]
    last, count = 0, 0
    for rank in np.unique(np.concatenate(groups)) if groups else ():
        listed = max(int(np.count_nonzero(group <= rank)) for group in groups)
        if listed > most:
            break
        last, count = int(rank), listed
    return Shown(last, count)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
