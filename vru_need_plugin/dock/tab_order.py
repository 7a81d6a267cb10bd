# SPDX-License-Identifier: GPL-2.0-or-later
"""The Tab key goes through the dock as the eye does: in the order of its layouts."""

from __future__ import annotations

from typing import Iterator

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAbstractScrollArea, QLayout, QScrollArea, QSplitter, QStackedWidget, QWidget


def order_tabs(whole: QWidget) -> None:
    """Set the tab order of all controls inside `whole`, hidden ones too."""
    before = None
    for control in controls(whole):
        if before is not None:
            QWidget.setTabOrder(before, control)
        before = control


def controls(widget: QWidget) -> Iterator[QWidget]:
    """The controls in a widget that Tab can reach, in the order of its layouts."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(widget, QScrollArea):
        yield widget
    if isinstance(widget, QScrollArea):
        yield from controls(widget.widget())
    elif isinstance(widget, (QSplitter, QStackedWidget)):
        for number in range(widget.count()):
            yield from controls(widget.widget(number))
    elif widget.layout() is not None and not isinstance(widget, QAbstractScrollArea):
        yield from _of_layout(widget.layout())


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item.widget() is not None:
            yield from controls(item.widget())
        elif item.layout() is not None:
            yield from _of_layout(item.layout())
