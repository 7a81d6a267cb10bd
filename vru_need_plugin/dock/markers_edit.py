# SPDX-License-Identifier: GPL-2.0-or-later
"""A table's own markers for missing, typed."""

from __future__ import annotations

from typing import Optional, Sequence, Tuple

from qgis.PyQt.QtWidgets import QLineEdit, QSizePolicy, QWidget

from ..translation import tr

_SEPARATOR = ";"


class MarkersEdit(QLineEdit):
    """Several markers stand between semicolons."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("missingMarkersEdit")
        self.setPlaceholderText(tr("missing: -999"))
        self.setAccessibleName(tr("Further markers for missing"))
        self.setToolTip(
            tr("What this table writes for “no figure”, besides blanks, n/a, a full stop and such: -999, say")
        )
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_markers(self, markers: Sequence[str]) -> None:
        """Show these markers."""
        self.setText(f"{_SEPARATOR} ".join(markers))

    def markers(self) -> Tuple[str, ...]:
        """The markers, without the blanks around them."""
        return tuple(filter(None, (text.strip() for text in self.text().split(_SEPARATOR))))
