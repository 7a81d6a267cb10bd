# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock's item views: flat, quiet, with a word to the user when empty, columns that give way."""

from __future__ import annotations

from typing import Dict, Optional, Sequence

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QPoint, QRect, Qt
from qgis.PyQt.QtGui import QPainter, QPaintEvent, QResizeEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QAction, QHeaderView, QMenu, QTreeView, QWidget

from ..translation import tr
from . import look

_PADDING, _ARROW = 12, 14
_SETTINGS = "vru_need/columns"
_LEAST_STRETCH = 13  # characters of the column that gives way
_EASY_STRETCH = 30  # what it should have before the less wanted columns are shown


class FlatView(QTreeView):
    """A table without a grid.

    Columns that do not fit are hidden, the least wanted first, until the user chooses otherwise
    from the header's menu.

    Parameters
    ----------
    name
        The object name; the user's choice of columns is kept under it.
    stretch
        The column that takes up the width that is left, and the least that it gets.
    widths
        The other columns' widths, in characters.
    wanted
        The columns that may be hidden, the most wanted first.
    eager
        How many of them are shown even where that leaves the stretching column narrow.
    """

    def __init__(
        self,
        name: str,
        stretch: int,
        widths: Dict[int, int],
        wanted: Sequence[int] = (),
        eager: int = 0,
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._stretch = stretch
        self._widths = widths
        self._wanted = tuple(wanted)
        self._eager = eager
        self._hint = ""
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setTabKeyNavigation(False)
        self.header().setStretchLastSection(False)
        self.header().setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.header().customContextMenuRequested.connect(self._offer_columns)

    def set_hint(self, text: str) -> None:
        """What stands in the view while it has no rows."""
        self._hint = text
        self.viewport().update()

    def adapt_columns(self) -> None:
        """Set widths, and hide what does not fit; asked for again whenever the width changes."""
        header = self.header()
        for column in self._widths:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, self._width(column))
        header.setSectionResizeMode(self._stretch, QHeaderView.ResizeMode.Stretch)
        room = self.viewport().width()
        room -= sum(self._width(column) for column in self._widths if column not in self._wanted)
        character = self.fontMetrics().averageCharWidth()
        for place, column in enumerate(self._wanted):
            least = _LEAST_STRETCH if place < self._eager else _EASY_STRETCH
            chosen = self._chosen(column)
            fits = room - self._width(column) >= least * character
            shown = fits if chosen is None else chosen
            self.setColumnHidden(column, not shown)
            if shown:
                room -= self._width(column)
        self._give_way(room, _LEAST_STRETCH * character)

    def _give_way(self, room: int, least: int) -> None:
        """Let the stretching column have what is left; scroll where the user chose more than fits."""
        is_tight = room < least and any(self._chosen(column) for column in self._wanted)
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if is_tight else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(policy)
        if is_tight:
            self.header().setSectionResizeMode(self._stretch, QHeaderView.ResizeMode.Interactive)
            self.header().resizeSection(self._stretch, least)

    def _width(self, column: int) -> int:
        """Room for the usual text and for the heading."""
        metrics = self.fontMetrics()
        heading = str(self.model().headerData(column, Qt.Orientation.Horizontal))
        usual = self._widths[column] * metrics.averageCharWidth() + _PADDING
        arrow = _ARROW if self.isSortingEnabled() else 0
        return max(usual, metrics.horizontalAdvance(heading) + _PADDING + arrow)

    def _key(self, column: int) -> str:
        return f"{_SETTINGS}/{self.objectName()}/{column}"

    def _chosen(self, column: int) -> Optional[bool]:
        value = QgsSettings().value(self._key(column), "")
        return None if value == "" else value in (True, "true")

    def fill_column_menu(self, menu: QMenu) -> None:
        """Put the columns that may be hidden into a menu; what is chosen is kept for the next time."""
        menu.clear()
        for column in self._wanted:
            heading = str(self.model().headerData(column, Qt.Orientation.Horizontal))
            action = QAction(heading.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(column))
            action.toggled.connect(lambda shown, column=column: self._choose(column, shown))
            menu.addAction(action)
        menu.addSeparator()
        fit = menu.addAction(tr("As many as fit"))
        fit.setEnabled(any(self._chosen(column) is not None for column in self._wanted))
        fit.triggered.connect(lambda _checked=False: self._choose_none())

    def _offer_columns(self, position: QPoint) -> None:
        menu = QMenu(self)
        self.fill_column_menu(menu)
        menu.exec(self.header().mapToGlobal(position))
        menu.deleteLater()

    def _choose(self, column: int, shown: bool) -> None:
        QgsSettings().setValue(self._key(column), shown)
        self.adapt_columns()

    def _choose_none(self) -> None:
        for column in self._wanted:
            QgsSettings().remove(self._key(column))
        self.adapt_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Let columns give way."""
        super().resizeEvent(event)
        if self.model() is not None:
            self.adapt_columns()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Say what to do next where there are no rows."""
        super().paintEvent(event)
        if not self._hint or self.model() is None or self.model().rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setPen(look.secondary(self.palette()))
        room = self.viewport().rect().adjusted(16, 8, -16, -8)
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        painter.drawText(QRect(room), flags, self._hint)
