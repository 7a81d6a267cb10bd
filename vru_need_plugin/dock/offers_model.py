# SPDX-License-Identifier: GPL-2.0-or-later
"""Columns to tick as measures, each with the direction that its name suggests."""

from __future__ import annotations

from dataclasses import replace
from typing import List, Optional, Sequence, Set

from qgis.PyQt.QtCore import QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QStandardItem, QStandardItemModel

from ..core.threshold import Direction
from ..session.offer import Offer
from ..translation import tr, translated
from .tips import tip

OFFER_ROLE = int(Qt.ItemDataRole.UserRole) + 1
TITLE, DIRECTION = 0, 1


class OffersModel(QStandardItemModel):
    """A row an offer; what the scenario has already cannot be ticked again."""

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(0, 2, parent)
        self._label()

    def _label(self) -> None:
        self.setHorizontalHeaderLabels([tr("Column"), tr("Need when")])

    def fill(self, offers: Sequence[Offer], used: Set[object]) -> None:
        """Show these offers; `used` are the values of measures that are there already."""
        self.removeRows(0, self.rowCount())
        for offer in offers:
            title = translated(offer.title)
            item = QStandardItem(title)
            item.setToolTip(tip(title))
            item.setData(offer, OFFER_ROLE)
            fresh = offer.value not in used
            direction = QStandardItem(_words(offer.direction))
            direction.setToolTip(tr("Guessed from the name; click to turn it round"))
            for cell in (item, direction):
                cell.setEditable(False)
                cell.setEnabled(fresh)
            item.setCheckable(fresh)
            self.appendRow([item, direction])

    def ticked(self) -> List[Offer]:
        """What is ticked, in table order."""
        rows = (self.item(row) for row in range(self.rowCount()))
        return [item.data(OFFER_ROLE) for item in rows if item.checkState() == Qt.CheckState.Checked]

    def turn_round(self, index: QModelIndex) -> None:
        """Let the other direction mean more need."""
        item = self.item(index.row())
        if item is None or not item.isEnabled():
            return
        offer = item.data(OFFER_ROLE)
        high = offer.direction is Direction.HIGH
        turned = replace(offer, direction=Direction.LOW if high else Direction.HIGH)
        item.setData(turned, OFFER_ROLE)
        self.item(index.row(), DIRECTION).setText(_words(turned.direction))


def _words(direction: Direction) -> str:
    return tr("higher") if direction is Direction.HIGH else tr("lower")
