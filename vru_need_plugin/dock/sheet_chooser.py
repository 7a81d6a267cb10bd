# SPDX-License-Identifier: GPL-2.0-or-later
"""The sheets of workbooks and the layers of databases, to be ticked as tables."""

from __future__ import annotations

from typing import Callable, Dict, List, Mapping, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..session.paths import short_name
from ..session.table_looks import FoundTable
from ..translation import tr
from . import look
from .tips import tip

_SOURCE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_LEAST_ROWS, _MOST_ROWS = 3, 8


class SheetChooser(QFrame):
    """Offers parts of files; those that match areas are ticked to begin with.

    Parameters
    ----------
    take
        Called with what is ticked: the sources that nothing is known of, and the tables found.
    """

    def __init__(
        self, take: Callable[[List[str], List[FoundTable]], None], parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._take = take
        self._parts: Dict[str, Optional[FoundTable]] = {}
        self.setObjectName("sheetChooser")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.heading = QLabel(tr("Which sheets are tables?"), self)
        self.list = QListWidget(self)
        self.add_button = QPushButton(tr("Add the ticked"), self)
        self.close_button = QPushButton(tr("Close"), self)
        self._set_up()
        self._lay_out()
        self.hide()

    def _set_up(self) -> None:
        self.heading.setFont(look.bold(self.heading.font()))
        self.list.setObjectName("sheetsView")
        self.list.setAccessibleName(tr("Sheets and layers of the files"))
        self.list.setToolTip(tr("Tick the sheets that are tables of figures"))
        self.list.setTabKeyNavigation(False)
        self.add_button.setObjectName("addSheetsButton")
        self.add_button.setToolTip(tr("Each ticked sheet becomes a table"))
        self.add_button.clicked.connect(lambda _checked=False: self.take())
        self.close_button.setToolTip(tr("Add none of them"))
        self.close_button.setObjectName("closeSheetsButton")
        self.close_button.clicked.connect(lambda _checked=False: self.hide())

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(look.GAP)
        line.addWidget(self.add_button)
        line.addWidget(self.close_button)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.GAP, look.GAP, look.GAP, look.GAP)
        layout.setSpacing(look.GAP)
        layout.addWidget(self.heading)
        layout.addWidget(self.list)
        layout.addLayout(line)

    def offer(self, parts: Mapping[str, Optional[FoundTable]]) -> None:
        """Offer sources, each with the table that was found in it; None where nothing matches."""
        self._parts = dict(parts)
        self.list.clear()
        for source, found in parts.items():
            matched = found.matched if found is not None else 0
            told = tr("{name}: {matched} matched") if matched else tr("{name}: nothing matches")
            item = QListWidgetItem(told.format(name=short_name(source), matched=matched))
            item.setToolTip(tip(source))
            item.setData(_SOURCE_ROLE, source)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if matched else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        rows = min(_MOST_ROWS, max(_LEAST_ROWS, self.list.count()))
        self.list.setFixedHeight(rows * (self.fontMetrics().height() + 6) + 4)
        self.show()

    def take(self) -> None:
        """Add what is ticked, and put the list away."""
        items = [self.list.item(row) for row in range(self.list.count())]
        sources = [i.data(_SOURCE_ROLE) for i in items if i.checkState() == Qt.CheckState.Checked]
        parts, self._parts = self._parts, {}
        self.hide()
        found = [parts[source] for source in sources]
        unknown = [source for source, table in zip(sources, found) if table is None]
        self._take(unknown, [table for table in found if table is not None])
