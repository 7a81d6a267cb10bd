# SPDX-License-Identifier: GPL-2.0-or-later
"""The button for printed maps."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QToolButton, QWidget

from ..translation import tr


class PrintButton(QToolButton):
    """Disabled: this version prints nothing, and says how to go about it."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("printButton")
        self.setText(tr("Print map…"))
        self.setAccessibleName(tr("Print map"))
        self.setIcon(QgsApplication.getThemeIcon("/mActionFilePrint.svg"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setEnabled(False)
        self.setToolTip(
            tr(
                "This version makes no print layout of its own. Write the scores, then print the layer with "
                "Project > New Print Layout."
            )
        )
