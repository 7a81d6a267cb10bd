# SPDX-License-Identifier: GPL-2.0-or-later
"""What the ticked figures are divided by, if by anything: typed into, it searches."""

from __future__ import annotations

from typing import Optional, Sequence

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QCompleter, QSizePolicy, QWidget

from ..session.rates import Denominator
from ..translation import tr


class DenominatorCombo(QComboBox):
    """None to begin with, then every column of the same level, the likely ones first."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("denominatorCombo")
        self.setAccessibleName(tr("Divide the ticked figures by"))
        self.setToolTip(
            tr("Makes rates per 1,000 of counts: choose a population, or type a part of a column’s name")
        )
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)
        self.lineEdit().editingFinished.connect(self._settle)

    def fill(self, found: Sequence[Denominator]) -> None:
        """Offer these columns, and none."""
        self.clear()
        self.addItem(tr("As they are, no rate"), None)
        for item in found:
            self.addItem(tr("per 1,000: {column}").format(column=item.column), item)
        self.setCurrentIndex(0)

    def chosen(self) -> Optional[Denominator]:
        """The column, where one is chosen."""
        return self.itemData(self.findText(self.currentText(), Qt.MatchFlag.MatchExactly))

    def _settle(self) -> None:
        """Go back to the last choice where what was typed is none of the columns."""
        place = self.findText(self.currentText(), Qt.MatchFlag.MatchExactly)
        self.setCurrentIndex(place if place >= 0 else 0)
        self.setEditText(self.itemText(self.currentIndex()))
