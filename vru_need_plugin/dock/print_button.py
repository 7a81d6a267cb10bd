# SPDX-License-Identifier: GPL-2.0-or-later
"""The button for printed maps: a sheet bound to written scores, never to the preview."""

from __future__ import annotations

from typing import Callable, Optional

from qgis.core import QgsApplication, QgsPrintLayout, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QToolButton, QWidget

from ..layers.dress import classes_for
from ..layers.print_layout import print_layout
from ..layers.style import need_renderer
from ..session.session import Session
from ..session.written import has_these_scores
from ..translation import tr
from .messages import Messages

OpenLayout = Callable[[QgsPrintLayout], object]
"""Shows a layout in QGIS's layout window."""


class PrintButton(QToolButton):
    """Makes a layout of the project from a layer that holds the current scores.

    Parameters
    ----------
    session, project, messages
        The open scenario, the project that gets the layout, and where the outcome is said.
    open_layout
        Shows the layout that was made.
    """

    def __init__(
        self,
        session: Session,
        project: QgsProject,
        messages: Messages,
        open_layout: OpenLayout,
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._project = project
        self._messages = messages
        self._open_layout = open_layout
        self.setObjectName("printButton")
        self.setText(tr("Print map…"))
        self.setAccessibleName(tr("Print map"))
        self.setIcon(QgsApplication.getThemeIcon("/mActionFilePrint.svg"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setToolTip(tr("Make a sheet with map, legend and title from the scores as written"))
        self.clicked.connect(lambda _checked=False: self.make())
        session.resultChanged.connect(self._enable)
        self._enable()

    def _enable(self) -> None:
        self.setEnabled(self._session.result is not None)

    def make(self) -> None:
        """Make the sheet, or say that the scores have to be written first."""
        result, scenario = self._session.result, self._session.scenario
        layer = self._written_layer()
        if result is None:
            return
        if layer is None:
            self._messages.info(_advice())
            return
        classes, prefix = classes_for(result), scenario.options.field_prefix
        renderer = need_renderer(layer.geometryType(), classes, prefix, areas=layer.featureCount())
        if renderer is not None:
            layout = print_layout(self._project, layer, renderer, scenario.title, scenario.question or "")
            self._open_layout(layout)

    def take_back_advice(self) -> None:
        """Scores were written: what was said of that no longer holds."""
        self._messages.take_back(_advice())

    def _written_layer(self) -> Optional[QgsVectorLayer]:
        """A layer of the project that holds the current scores; the area layer first."""
        session = self._session
        if session.job is None or session.result is None:
            return None
        others = [one for one in self._project.mapLayers().values() if isinstance(one, QgsVectorLayer)]
        for layer in (session.area_layer, *others):
            if layer is not None and layer.isSpatial() and has_these_scores(layer, session):
                return layer
        return None


def _advice() -> str:
    return tr("Write the scores first: a printed map shows what is written in a layer, not the preview.")
