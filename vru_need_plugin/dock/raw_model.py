# SPDX-License-Identifier: GPL-2.0-or-later
"""The first rows of a table as the file has them, with what is header and what is key marked."""

from __future__ import annotations

from typing import Any, Optional

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QFont

from ..scenario.document import Table
from ..tables.cells import cell_text
from ..tables.header import header_names, unique_names
from ..tables.raw import RawTable
from ..translation import tr
from . import look
from .tips import tip

ROWS_SHOWN = 14
_HEADER_TINT, _KEY_TINT = 0.16, 0.30


class RawModel(QAbstractTableModel):
    """A look at raw cells."""

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._raw: Optional[RawTable] = None
        self._table: Optional[Table] = None
        self._key = -1

    def show(self, raw: Optional[RawTable], table: Optional[Table]) -> None:
        """Show the first rows of a table as the scenario describes it."""
        self.beginResetModel()
        self._raw, self._table = raw, table
        names = self.names()
        key = table.key_column.strip() if table is not None else ""
        self._key = names.index(key) if key in names else -1
        self.endResetModel()

    def names(self) -> list[str]:
        """What the columns are called, under the header as it is described."""
        if self._raw is None or self._table is None:
            return []
        if self._raw.names is not None:
            return unique_names(cell_text(name) for name in self._raw.names)
        return unique_names(header_names(self._raw, self._table.skip_rows, self._table.header_rows))

    @property
    def key_place(self) -> int:
        """The number of the key column; -1 where it is not there."""
        return self._key

    @property
    def has_header_rows(self) -> bool:
        """Whether the header is among the cells."""
        return self._raw is not None and self._raw.names is None

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """The first few rows."""
        return 0 if parent.isValid() or self._raw is None else min(ROWS_SHOWN, self._raw.row_count)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        """All columns."""
        return 0 if parent.isValid() or self._raw is None else len(self._raw.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Letters as in a spreadsheet, or field names; the rows' own numbers."""
        if role == Qt.ItemDataRole.ToolTipRole:
            if orientation == Qt.Orientation.Vertical:
                return tr("Click to make this row the header") if self.has_header_rows else None
            return tr("Click to make this column the key")
        if role != Qt.ItemDataRole.DisplayRole or self._raw is None:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(self._raw.first_row + section)
        return _letters(section) if self._raw.names is None else cell_text(self._raw.names[section])

    def data(self, index: QModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """The cell as the file has it."""
        if not index.isValid() or self._raw is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(self._raw.columns[index.column()][index.row()])
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(cell_text(self._raw.columns[index.column()][index.row()]))
        if role == Qt.ItemDataRole.FontRole and self._is_header(index.row()):
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.BackgroundRole:
            return self._background(index)
        if role == Qt.ItemDataRole.ForegroundRole and self._is_skipped(index.row()):
            return QBrush(QColor(128, 128, 128))
        return None

    def _is_header(self, row: int) -> bool:
        table = self._table
        if table is None or not self.has_header_rows:
            return False
        return table.skip_rows <= row < table.skip_rows + table.header_rows

    def _is_skipped(self, row: int) -> bool:
        return self._table is not None and self.has_header_rows and row < self._table.skip_rows

    def _background(self, index: QModelIndex) -> Optional[QBrush]:
        colour = QColor(look.ACCENT)
        if index.column() == self._key and not self._is_skipped(index.row()):
            colour.setAlphaF(_KEY_TINT)
        elif self._is_header(index.row()):
            colour.setAlphaF(_HEADER_TINT)
        else:
            return None
        return QBrush(colour)


def _letters(number: int) -> str:
    """A column's letters: A, B, ..., Z, AA."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
