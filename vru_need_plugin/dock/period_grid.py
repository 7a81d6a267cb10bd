# SPDX-License-Identifier: GPL-2.0-or-later
"""Categories by periods, each cell to be ticked as a measure that rolls on with the next file."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, pyqtSignal

from ..session.offer import Offer
from ..session.period_families import Family, Span, span_words
from ..translation import tr, translated
from .tips import tip

_SPANS = tuple(Span)


class PeriodGridModel(QAbstractTableModel):
    """A row a category, a column a span; what the scenario has already is ticked and fixed."""

    ticked_changed = pyqtSignal()

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._families: List[Family] = []
        self._ticked: Dict[Tuple[str, Span], Offer] = {}
        self._used: set[object] = set()

    def fill(self, families: Sequence[Family], used: set[object]) -> None:
        """Show these categories; `used` are the values of measures that are there already."""
        self.beginResetModel()
        self._families, self._used, self._ticked = list(families), used, {}
        self.endResetModel()
        self.ticked_changed.emit()

    def ticked(self) -> List[Offer]:
        """What is ticked, in table order."""
        order = {family.starts: row for row, family in enumerate(self._families)}
        keys = sorted(self._ticked, key=lambda key: (order[key[0]], _SPANS.index(key[1])))
        return [self._ticked[key] for key in keys]

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """One row a category."""
        return 0 if parent.isValid() else len(self._families)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        """The category, and the spans."""
        return 0 if parent.isValid() else 1 + len(_SPANS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """What the columns count, on two lines, so that the categories keep their room."""
        if role == Qt.ItemDataRole.TextAlignmentRole and section == 0:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == 0:
            return tr("Category")
        if not self._families:
            return ""
        return translated(span_words(self._families[0])[section - 1])

    def flags(self, index: QModelIndex) -> Qt.ItemFlags:
        """Spans with periods enough can be ticked, once."""
        plain = super().flags(index)
        if not index.isValid() or index.column() == 0:
            return plain
        family, span = self._at(index)
        if not family.has(span) or family.offer(span).value in self._used:
            return plain & ~Qt.ItemFlag.ItemIsEnabled
        return plain | Qt.ItemFlag.ItemIsUserCheckable

    def _at(self, index: QModelIndex) -> Tuple[Family, Span]:
        return self._families[index.row()], _SPANS[index.column() - 1]

    def data(self, index: QModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """The category, or a tick."""
        if not index.isValid():
            return None
        family = self._families[index.row()]
        if index.column() == 0:
            if role == Qt.ItemDataRole.DisplayRole:
                return family.what
            return tip(_told(family)) if role == Qt.ItemDataRole.ToolTipRole else None
        span = _SPANS[index.column() - 1]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(translated(family.offer(span).title)) if family.has(span) else None
        if role == Qt.ItemDataRole.CheckStateRole and family.has(span):
            on = (family.starts, span) in self._ticked or family.offer(span).value in self._used
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return translated(family.offer(span).title)
        return None

    def setData(self, index: QModelIndex, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        """Tick a cell, or take the tick away."""
        tickable = bool(self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable)
        if role != Qt.ItemDataRole.CheckStateRole or not tickable:
            return False
        family, span = self._at(index)
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._ticked[family.starts, span] = family.offer(span)
        else:
            self._ticked.pop((family.starts, span), None)
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        self.ticked_changed.emit()
        return True


def _told(family: Family) -> str:
    return tr("{what}: {count} periods, {first} to {last}").format(
        what=family.what, count=family.count, first=family.first, last=family.last
    )
