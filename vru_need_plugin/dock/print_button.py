# SPDX-License-Identifier: GPL-2.0-or-later
"""The button for printed maps: one click from the scores to QGIS's layout window."""

from __future__ import annotations

from typing import Callable, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QToolButton, QWidget

from ..session.session import Session
from ..translation import tr


class PrintButton(QToolButton):
    """Makes a layout of the project, as the print panel has it chosen, and shows it.

    Parameters
    ----------
    session
        The open scenario: there is nothing to print without scores.
    make
        Makes and shows the layout.
    """

    def __init__(self, session: Session, make: Callable[[], None], parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("printButton")
        self.setText(tr("Print map…"))
        self.setAccessibleName(tr("Print map"))
        self.setIcon(QgsApplication.getThemeIcon("/mActionFilePrint.svg"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setToolTip(
            tr(
                "Make a sheet from the scores as written and open it in the layout window; template, title "
                "and what it is about are chosen under “Options and map”"
            )
        )
        self.clicked.connect(lambda _checked=False: make())
        session.resultChanged.connect(self._enable)
        self._enable()

    def _enable(self) -> None:
        self.setEnabled(self._session.result is not None)
