# SPDX-License-Identifier: GPL-2.0-or-later
"""The columns of the results: their names, headings and what they say of themselves."""

from __future__ import annotations

from enum import IntEnum

from qgis.PyQt.QtCore import Qt

from ..translation import tr


class ResultColumn(IntEnum):
    """The columns, in order."""

    RANK = 0
    AREA = 1
    PARENT = 2
    SCORE = 3
    MADE_OF = 4
    ABOVE = 5
    NEAR = 6
    DATA = 7
    CHIPS = 8


NAMES = {
    ResultColumn.RANK: "rank",
    ResultColumn.AREA: "area",
    ResultColumn.PARENT: "parent",
    ResultColumn.SCORE: "score",
    ResultColumn.MADE_OF: "made_of",
    ResultColumn.ABOVE: "above",
    ResultColumn.NEAR: "near",
    ResultColumn.DATA: "data",
    ResultColumn.CHIPS: "above_on",
}
"""What the header's user role says of each column, whatever the heading."""

TEXTS = (ResultColumn.AREA, ResultColumn.PARENT)
"""The columns that sort as texts."""


def alignment(column: ResultColumn) -> int:
    """Texts to the left, figures to the right."""
    is_left = column in TEXTS or column == ResultColumn.CHIPS
    side = Qt.AlignmentFlag.AlignLeft if is_left else Qt.AlignmentFlag.AlignRight
    return int(side | Qt.AlignmentFlag.AlignVCenter)


def heading(column: ResultColumn, parent: str) -> str:
    """A column's heading; the parent's is the users' own word."""
    return {
        ResultColumn.RANK: tr("Rank"),
        ResultColumn.AREA: tr("Area"),
        ResultColumn.PARENT: parent,
        ResultColumn.SCORE: tr("Score"),
        ResultColumn.MADE_OF: tr("Made of"),
        ResultColumn.ABOVE: tr("Above"),
        ResultColumn.NEAR: tr("Just below"),
        ResultColumn.DATA: tr("Data"),
        ResultColumn.CHIPS: tr("Above threshold on"),
    }[column]


def heading_tip(column: ResultColumn) -> str:
    """A sentence on what a column holds."""
    return {
        ResultColumn.RANK: tr("1 is the greatest need; = marks areas level with each other"),
        ResultColumn.AREA: tr("Click an area to see it on the map and why it has its score"),
        ResultColumn.PARENT: tr("What the area lies in"),
        ResultColumn.SCORE: tr(
            "The weights of the measures above threshold, added up; the pale part of a bar is known at the "
            "coarser level only"
        ),
        ResultColumn.MADE_OF: tr(
            "What of the score is known for the area itself + what for the coarser level only"
        ),
        ResultColumn.ABOVE: tr("How many measures are above threshold"),
        ResultColumn.NEAR: tr("How many measures are just below threshold"),
        ResultColumn.DATA: tr("How many measures have a figure for the area"),
        ResultColumn.CHIPS: tr(
            "The measures that the area is above threshold on, in the order of the measures"
        ),
    }[column]
