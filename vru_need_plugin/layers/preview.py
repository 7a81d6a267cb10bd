# SPDX-License-Identifier: GPL-2.0-or-later
"""The live map: a temporary layer of ours that shows scores which are not written anywhere."""

from __future__ import annotations

from typing import Any, Dict, Iterable, List, Optional, Sequence

import numpy as np
from numpy.typing import NDArray
from qgis.core import QgsFeatureRenderer, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.scale import Makeup
from .classes import Classes, need_classes
from .look.choice import Focus
from .look.focus import fade_others
from .preview_copy import IN_FOCUS, preview_copy
from .source_watch import SourceWatch
from .style import need_renderer
from .unsaved import Unsaved

# The classes stay while the highest score is within this share of the last one's, so that colours
# keep their meaning while a line is dragged.
_KEEP_CLASSES_FROM = 0.6


class PreviewLayer(QObject):
    """Owns the preview layer and knows which of its features is which area.

    A *row* is an area's place in the order of the ``AreaTable`` that was scored.

    Signals
    -------
    closed
        The user has taken the preview out of the project. With its source it goes without a word.
    """

    closed = pyqtSignal()

    def __init__(self, project: QgsProject, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._project = project
        self._unsaved = Unsaved(project, self)
        self._is_removing = False
        self._left_over: List[str] = []
        project.layersWillBeRemoved.connect(self._on_removal_begun)
        project.layersRemoved.connect(self._on_removal_done)
        self.watch = SourceWatch(self)
        self.watch.shapesChanged.connect(self._redraw_shapes)
        self.watch.removed.connect(self._on_source_removed)
        self._layer: Optional[QgsVectorLayer] = None
        self._source: Optional[QgsVectorLayer] = None
        self._prefix = "need_"
        self._ids: List[int] = []
        self._preview_ids: List[int] = []
        self._scores: NDArray[np.float64] = np.empty(0)
        self._in_focus: NDArray[np.bool_] = np.empty(0, dtype=bool)
        self._fades = False
        self._classes: Optional[Classes] = None
        self._makeup: Optional[Makeup] = None
        self._highest: Optional[float] = None

    @property
    def layer(self) -> Optional[QgsVectorLayer]:
        """The preview layer; None where there is nothing to draw."""
        return self._layer

    def follow(
        self,
        source: QgsVectorLayer,
        feature_ids: Sequence[int],
        fields: Iterable[str] = (),
        prefix: str = "need_",
    ) -> None:
        """Show the areas of `source` from now on, without scores until `show`.

        Parameters
        ----------
        feature_ids
            The areas' feature ids in scoring order (``AreaTable.feature_ids``).
        fields
            The source's code, name and parent fields: an edit of another one changes nothing.
        prefix
            The need fields' prefix.
        """
        self._source = source
        self._ids = list(feature_ids)
        self._prefix = prefix
        self.watch.watch(source, fields)
        self._copy()

    def show(
        self,
        scores: NDArray[np.float64],
        makeup: Makeup,
        highest: Optional[float] = None,
        in_focus: Optional[NDArray[np.bool_]] = None,
    ) -> None:
        """Draw these scores.

        Parameters
        ----------
        scores
            One a row, NaN where an area has none.
        makeup, highest
            What sort of numbers they are, and the highest possible, as for `classes.need_classes`.
        in_focus
            One a row: whether it is drawn in full. None draws all so; otherwise the rest is faded.
        """
        if self._layer is None:
            return
        fades = in_focus is not None and not in_focus.all()
        values = self._changed_scores(scores)
        if fades and in_focus is not None:
            self._add_changed_focus(values, in_focus)
        with self._unsaved.unnoticed():
            if values:
                self._layer.dataProvider().changeAttributeValues(values)
            restyled = self._restyle(scores, makeup, highest, fades)
        self._scores = scores.copy()
        if values or restyled:
            self._layer.triggerRepaint()

    def _changed_scores(self, scores: NDArray[np.float64]) -> Dict[int, Dict[int, Any]]:
        changed = np.flatnonzero((scores != self._scores) & ~(np.isnan(scores) & np.isnan(self._scores)))
        return {
            self._preview_ids[row]: {0: None if score != score else score}
            for row, score in zip(changed.tolist(), scores[changed].tolist())
        }

    def _add_changed_focus(self, values: Dict[int, Dict[int, Any]], in_focus: NDArray[np.bool_]) -> None:
        for row in np.flatnonzero(in_focus != self._in_focus).tolist():
            values.setdefault(self._preview_ids[row], {})[1] = int(in_focus[row])
        self._in_focus = in_focus.copy()

    def hide(self) -> None:
        """Take the preview out of the project; `follow` brings it back."""
        layer, self._layer = self._layer, None
        self._classes = None
        if layer is not None:
            layer.willBeDeleted.disconnect(self._on_layer_deleted)
            self._left_over.append(layer.id())
            if not self._is_removing:
                self._remove_left_over()

    def close(self) -> None:
        """Leave project and source as if we had never been there."""
        self.watch.leave()
        self.hide()
        self._unsaved.close()

    def _copy(self) -> None:
        self.hide()
        if self._source is None:
            return
        layer = preview_copy(self._source, self._ids, self._prefix)
        self._scores = np.full(len(self._ids), np.nan)
        self._in_focus = np.zeros(len(self._ids), dtype=bool)
        if layer is None:
            return
        self._preview_ids = sorted(layer.allFeatureIds())
        self._unsaved.keep_out(layer)
        layer.willBeDeleted.connect(self._on_layer_deleted)
        with self._unsaved.unnoticed():
            self._layer = self._project.addMapLayer(layer, False)
            self._project.layerTreeRoot().insertLayer(0, layer)

    def _redraw_shapes(self) -> None:
        scores, makeup = self._scores, self._makeup if self._classes is not None else None
        in_focus = self._in_focus if self._fades else None
        self._copy()
        if makeup is not None:
            self.show(scores, makeup, self._highest, in_focus)

    def _restyle(
        self, scores: NDArray[np.float64], makeup: Makeup, highest: Optional[float], fades: bool
    ) -> bool:
        top = float(np.nanmax(scores, initial=0)) if not np.isnan(scores).all() else 0.0
        old = self._classes
        fits = old is not None and self._makeup == makeup and _KEEP_CLASSES_FROM * old.top <= top <= old.top
        if (fits and fades == self._fades) or self._layer is None:
            return False
        if not fits:
            self._classes = need_classes(top, makeup, highest)
            self._makeup, self._highest = makeup, highest
        self._fades = fades
        self._layer.setRenderer(self._renderer(self._layer))
        node = self._project.layerTreeRoot().findLayer(self._layer.id())
        if node is not None and old is None:
            node.setExpanded(False)  # a node that had nothing to unfold so far stays folded unless told twice
            node.setExpanded(True)
        return True

    def _renderer(self, layer: QgsVectorLayer) -> Optional[QgsFeatureRenderer]:
        if self._classes is None or self._makeup is None:
            return None
        renderer = need_renderer(
            layer.geometryType(),
            self._classes,
            self._prefix,
            is_count=self._makeup.is_count,
            areas=len(self._ids),
        )
        if renderer is not None and self._fades:
            fade_others(renderer, Focus(IN_FOCUS, ("1",)))
        return renderer

    def _on_layer_deleted(self) -> None:
        if self._layer is not None:
            self._unsaved.forget(self._layer.id())
            self._layer = None
            self._classes = None
            self.closed.emit()

    def _remove_left_over(self) -> None:
        """Remove the layers that `hide` has let go of, unless they went with others."""
        left_over, self._left_over = self._left_over, []
        for layer_id in left_over:
            if self._project.mapLayer(layer_id) is not None:
                with self._unsaved.unnoticed():
                    self._project.removeMapLayer(layer_id)
            self._unsaved.forget(layer_id)

    def _on_removal_begun(self, _: object) -> None:
        # A layer that is removed while the project removes others makes QGIS crash: it still has
        # its address.
        self._is_removing = True

    def _on_removal_done(self, _: object) -> None:
        self._is_removing = False
        self._remove_left_over()

    def _on_source_removed(self) -> None:
        self._source = None
        self.hide()
