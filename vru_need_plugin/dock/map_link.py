# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock and the map: scores drawn live, a chosen area shown, one picked on the map chosen."""

from __future__ import annotations

from functools import partial
from typing import Any, Optional

import numpy as np
from numpy.typing import NDArray
from qgis.core import QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsHighlight, QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor

from ..core.scale import score_scale
from ..layers.preview import PreviewLayer
from ..scoring.focus import in_focus
from ..session.session import Session
from . import look

_ROOM = 6.0
"""How much wider than the area the map is when it is shown, so that its surroundings are seen."""
_OUTLINE_WIDTH = 3
"""Of the chosen area, in pixels."""

_MANY = 10_000
"""From here on copying the shapes takes longer than people wait for the next letter."""


class MapLink(QObject):
    """Zooms and flashes, listens to selections, and keeps the preview layer up to date.

    The preview is there while it is wanted, the dock is shown and there are scores.

    Parameters
    ----------
    session, project, canvas
        The open scenario, the project, and the map.
    """

    areaPicked = pyqtSignal(int)
    """The number of an area that was selected on the map."""
    previewClosed = pyqtSignal()
    """The user took the preview out of the project."""

    def __init__(self, session: Session, project: QgsProject, canvas: QgsMapCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._canvas = canvas
        self._focus = session.scenario.options.focus
        self._is_wanted = True
        self._is_shown = True
        self._outline: Optional[QgsHighlight] = None
        self._selected_on: Optional[QgsVectorLayer] = None
        self._selections: Any = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._draw_now)
        self.preview = PreviewLayer(project, self)
        self.preview.closed.connect(self._wait_and_tell_if_closed)
        session.areasChanged.connect(self._take_areas)
        session.resultChanged.connect(self._draw)
        session.scenarioChanged.connect(self._refocus)

    # The preview

    def set_preview(self, wanted: bool) -> None:
        """Whether the user wants the preview."""
        self._is_wanted = wanted
        self._bring_or_hide()

    def set_shown(self, shown: bool) -> None:
        """Whether the dock is open; the preview goes away with it."""
        if shown != self._is_shown:
            self._is_shown = shown
            self._bring_or_hide()

    def _take_areas(self) -> None:
        self._unmark()
        self._listen(self._session.area_layer)
        self.preview.hide()

    def _bring_or_hide(self) -> None:
        if self._is_wanted and self._is_shown:
            self._draw()
        else:
            self._unmark()
            self.preview.hide()

    def _wait_and_tell_if_closed(self) -> None:
        """Taken out alone, the preview is not wanted; with all other layers, nobody meant it."""
        QTimer.singleShot(0, partial(self._tell_if_closed, self._session.area_layer))

    def _tell_if_closed(self, areas: Optional[QgsVectorLayer]) -> None:
        """Tell, where the areas of the preview are still there: another project may have come since."""
        is_there = areas is not None and self._session.area_layer is areas
        if is_there and self.preview.layer is None and self._is_wanted:
            self.previewClosed.emit()

    def _draw(self) -> None:
        """Draw the current scores; many areas only after the dock has shown what it has."""
        if self.preview.layer is None and self._are_many():
            self._soon.start(0)
        else:
            self._draw_now()

    def _are_many(self) -> bool:
        return len(self._session.areas or ()) > _MANY

    def _draw_now(self) -> None:
        """Draw the current scores, bringing the preview where it is not there."""
        session = self._session
        if session.result is None:
            self.preview.hide()
        elif not (self._is_wanted and self._is_shown and session.fits_areas):
            return
        elif self.preview.layer is None and self._follow() and self._are_many():
            self._soon.start(0)  # the copy was long enough; its colours come next
        elif self.preview.layer is not None:
            scale = score_scale(session.result)
            self.preview.show(session.result.score, scale.makeup, scale.highest, self._in_focus())

    def _in_focus(self) -> Optional[NDArray[np.bool_]]:
        """Which areas are drawn in full; None for all, where nothing is in focus."""
        job, focus = self._session.job, self._session.scenario.options.focus
        return in_focus(job.parents, focus) if job is not None and focus else None

    def _refocus(self) -> None:
        """Draw anew where the focus is another; edits that change scores are drawn with them."""
        focus = self._session.scenario.options.focus
        if focus != self._focus:
            self._focus = focus
            self._draw()

    def _follow(self) -> bool:
        """Make the preview of the current areas; whether they can be drawn."""
        session, layer, areas = self._session, self._session.area_layer, self._session.areas
        if layer is None or areas is None or areas.feature_ids is None:
            return False
        spec = session.scenario.areas
        fields = (spec.code_field, spec.name_field, spec.parent_code_field, spec.parent_name_field)
        prefix = session.scenario.options.field_prefix
        self.preview.follow(layer, areas.feature_ids, [name for name in fields if name], prefix)
        return self.preview.layer is not None

    # The chosen area

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
        self._mark(geometry, layer)
        self._canvas.setExtent(extent)
        self._canvas.refresh()
        self._canvas.flashFeatureIds(layer, [feature_id])

    def _mark(self, geometry: QgsGeometry, layer: QgsVectorLayer) -> None:
        """Outline the chosen area until another is chosen; the flash is soon over."""
        self._unmark()
        self._outline = QgsHighlight(self._canvas, geometry, layer)
        self._outline.setColor(look.CHOSEN)
        self._outline.setFillColor(QColor(0, 0, 0, 0))
        self._outline.setWidth(_OUTLINE_WIDTH)
        self._outline.show()

    def _unmark(self) -> None:
        if self._outline is not None:
            self._canvas.scene().removeItem(self._outline)
        self._outline = None

    def _listen(self, layer: Optional[QgsVectorLayer]) -> None:
        """Hear of selections on the area layer, and of no other's any more."""
        if layer is self._selected_on:
            return
        self._deafen()
        self._selected_on = layer
        if layer is not None:
            # Kept, because a layer that is being deleted gives out no signals any more.
            self._selections = layer.selectionChanged
            self._selections.connect(self._pick)

    def _deafen(self) -> None:
        if self._selected_on is not None:
            self._selections.disconnect(self._pick)
        self._selected_on = None

    def _pick(self, selected: list, _deselected: list, _anew: bool) -> None:
        """The one area selected on the map; a selection of several chooses none."""
        areas = self._session.areas
        if len(selected) != 1 or areas is None or areas.feature_ids is None:
            return
        ids = list(areas.feature_ids)
        if selected[0] in ids:
            self.areaPicked.emit(ids.index(selected[0]))

    def discard(self) -> None:
        """Take the preview away and let go of the layers."""
        self._soon.stop()
        self._unmark()
        self._deafen()
        self.preview.close()
