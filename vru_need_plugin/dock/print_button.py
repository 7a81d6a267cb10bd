# SPDX-License-Identifier: GPL-2.0-or-later
"""The button for printed maps: one click from the scores to QGIS's layout window."""

from __future__ import annotations

from typing import Callable, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QToolButton, QWidget

from ..session.outgoing import withheld
from ..session.session import Session
from ..translation import tr, translated
from .tips import tip


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
        self.clicked.connect(lambda _checked=False: make())
        for signal in (session.taskBegun, session.resultChanged):
            signal.connect(self._show)
        self._show()

    def _show(self) -> None:
        reason = withheld(self._session)
        self.setEnabled(self._session.result is not None and reason is None)
        self.setToolTip(_purpose() if reason is None else tip(translated(reason)))


def _purpose() -> str:
    return tr(
        "Make a sheet from the scores as written and open it in the layout window; template, title "
        "and what it is about are chosen under “Options and map”"
    )
