# SPDX-License-Identifier: GPL-2.0-or-later
"""Two widgets one above the other in a narrow dock, and side by side in a wide one."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QSplitter, QWidget

SIDE_BY_SIDE = 640
"""Pixels of width from which two columns can both be read."""


class TurningSplitter(QSplitter):
    """A splitter that turns with its width; the line between the two can be dragged either way.

    Parameters
    ----------
    name
        The object name.
    first, second
        Above or left, and below or right.
    shares
        How the two share what height there is, one above the other, beyond the least they need.
    """

    def __init__(
        self,
        name: str,
        first: QWidget,
        second: QWidget,
        shares: tuple[int, int],
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setObjectName(name)
        self.setChildrenCollapsible(False)
        self._shares = shares
        self.addWidget(first)
        self.addWidget(second)
        self._share_out()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Turn where the width asks for it."""
        wanted = Qt.Orientation.Horizontal if self.width() >= SIDE_BY_SIDE else Qt.Orientation.Vertical
        if self.orientation() != wanted:
            self.setOrientation(wanted)
            self._share_out()
            if wanted == Qt.Orientation.Horizontal:
                self.setSizes([self.width() // 2, self.width() // 2])
        super().resizeEvent(event)

    def _share_out(self) -> None:
        is_beside = self.orientation() == Qt.Orientation.Horizontal
        for place, share in enumerate((1, 1) if is_beside else self._shares):
            self.setStretchFactor(place, share)
