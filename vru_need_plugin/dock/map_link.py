# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock and the map: a chosen area is shown there, and one picked there is chosen."""

from __future__ import annotations

from qgis.core import QgsProject, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..session.session import Session

_ROOM = 3.0
"""How much wider than the area the map is when it is shown, so that its surroundings are seen."""


class MapLink(QObject):
    """Zooms and flashes, listens to selections, and keeps the preview layer up to date.

    Parameters
    ----------
    session, project, canvas
        The open scenario, the project, and the map.
    """

    areaPicked = pyqtSignal(int)
    """The number of an area that was selected on the map."""

    def __init__(self, session: Session, project: QgsProject, canvas: QgsMapCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._project = project
        self._canvas = canvas

    def show_area(self, area: int) -> None:
        """Move the map to an area and flash it."""
        layer, areas = self._session.area_layer, self._session.areas
        if layer is None or areas is None or areas.feature_ids is None or not layer.isSpatial():
            return
        feature_id = areas.feature_ids[area]
        geometry = layer.getGeometry(feature_id)
        if geometry.isNull():
            return
        extent: QgsRectangle = self._canvas.mapSettings().layerExtentToOutputExtent(
            layer, geometry.boundingBox()
        )
        extent.scale(_ROOM)
        self._canvas.setExtent(extent)
        self._canvas.refresh()
        self._canvas.flashFeatureIds(layer, [feature_id])

    def set_preview(self, wanted: bool) -> None: ...

    def show(self) -> None: ...

    def hide(self) -> None: ...

    def discard(self) -> None: ...
