# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows of a view as text that a spreadsheet takes apart into cells."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QTreeView

from ..layers.export import safe_text


def chosen_rows_as_text(view: QTreeView) -> str:
    """The chosen rows of a view under their headings, the columns as shown, parted by tabs.

    Figures are plain numbers; a text that would begin a formula has an apostrophe before it.
    """
    model, header = view.model(), view.header()
    columns = [header.logicalIndex(place) for place in range(header.count())]
    columns = [column for column in columns if not view.isColumnHidden(column)]
    rows = sorted(index.row() for index in view.selectionModel().selectedRows())
    if not rows:
        return ""
    lines = [[str(model.headerData(column, Qt.Orientation.Horizontal)) for column in columns]]
    for row in rows:
        lines.append([_cell(model.index(row, column).data(Qt.ItemDataRole.EditRole)) for column in columns])
    return "\n".join("\t".join(line) for line in lines) + "\n"


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return repr(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, int):
        return str(value)
    return safe_text(" ".join(str(value).split()))
