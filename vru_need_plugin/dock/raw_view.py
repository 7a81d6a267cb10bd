# SPDX-License-Identifier: GPL-2.0-or-later
"""A few raw rows, small and close together."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtWidgets import QAbstractButton, QAbstractItemView, QTableView, QWidget

from ..translation import tr
from . import look
from .raw_model import RawModel

_ROWS_IN_VIEW = 5
_COLUMN_WIDTH = 88


class RawView(QTableView):
    """Shows raw cells; headers are clicked to say which row and which column is what."""

    def __init__(self, model: RawModel, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("rawView")
        self.setModel(model)
        self.setAccessibleName(tr("The first rows of the table as they are"))
        self.setToolTip(tr("The file as it is, to check header, key and figures against"))
        self.setFont(look.smaller(self.font()))
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.findChild(QAbstractButton).setAccessibleName(tr("Corner of the table"))
        self._tighten()

    def _tighten(self) -> None:
        height = self.fontMetrics().height() + 4
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setMinimumSectionSize(18)
            header.setFont(self.font())
            header.setHighlightSections(False)
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().setDefaultSectionSize(_COLUMN_WIDTH)
        self.setFixedHeight(height * (_ROWS_IN_VIEW + 1) + 18)
