# SPDX-License-Identifier: GPL-2.0-or-later
"""The match report as a tree: a row a kind of finding, the findings below it, pairs to tick."""

from __future__ import annotations

from typing import Iterator, List, Optional, Sequence

from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtGui import QStandardItem, QStandardItemModel

from ..session.match_groups import Group, Line, Remedy
from ..session.pairs import Pair
from ..translation import tr, translated
from . import look
from .tips import tip

_LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_REMEDY_ROLE = int(Qt.ItemDataRole.UserRole) + 2
_TO_TICK = (Remedy.PAIR, Remedy.SUCCESSOR)
_MOST_LINES = 2000


class MatchModel(QStandardItemModel):
    """Filled anew whenever the table was read anew."""

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(0, 2, parent)
        self.setHorizontalHeaderLabels([tr("Key"), tr("What is known")])

    def fill(self, groups: Sequence[Group]) -> None:
        """Show these groups."""
        self.removeRows(0, self.rowCount())
        for group in groups:
            self.appendRow([self._heading(group), _quiet("")])

    def _heading(self, group: Group) -> QStandardItem:
        words = _begun_large(translated(group.title))
        item = _quiet(words)
        item.setToolTip(tip(words))
        item.setFont(look.bold(item.font()))
        item.setData(group.remedy, _REMEDY_ROLE)
        if group.remedy in _TO_TICK:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
            item.setCheckState(_state(group.remedy))
        for line in group.lines[:_MOST_LINES]:
            item.appendRow([_line(line, group.remedy), _words(line)])
        return item

    def ticked(self) -> List[Pair]:
        """The pairs that are ticked."""
        return [
            item.data(_LINE_ROLE).pair for item in self._lines() if item.checkState() == Qt.CheckState.Checked
        ]

    def _lines(self) -> Iterator[QStandardItem]:
        for row in range(self.rowCount()):
            group = self.item(row)
            if group.data(_REMEDY_ROLE) in _TO_TICK:
                yield from (group.child(number) for number in range(group.rowCount()))

    def line_at(self, index: object) -> Optional[Line]:
        """The finding of a row; None for a heading."""
        return index.sibling(index.row(), 0).data(_LINE_ROLE)  # type: ignore[attr-defined]

    def remedy_at(self, index: object) -> Remedy:
        """What can be done about a row."""
        return index.sibling(index.row(), 0).data(_REMEDY_ROLE)  # type: ignore[attr-defined]


def _line(line: Line, remedy: Remedy) -> QStandardItem:
    item = _quiet(line.key)
    item.setToolTip(tip(f"{line.key} {translated(line.words)}"))
    item.setData(line, _LINE_ROLE)
    item.setData(remedy, _REMEDY_ROLE)
    if remedy in _TO_TICK:
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(_state(remedy))
    return item


def _state(remedy: Remedy) -> Qt.CheckState:
    """Spellings are ticked to begin with, guesses never."""
    return Qt.CheckState.Checked if remedy is Remedy.PAIR else Qt.CheckState.Unchecked


def _words(line: Line) -> QStandardItem:
    words = translated(line.words)
    item = _quiet(words)
    item.setToolTip(tip(f"{line.key} {words}"))
    return item


def _quiet(text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setEditable(False)
    return item


def _begun_large(words: str) -> str:
    """A sentence that may begin with the user's own word for areas."""
    return words[:1].upper() + words[1:]
