# SPDX-License-Identifier: GPL-2.0-or-later
"""Notices when the area layer is edited, and says so once the user pauses."""

from __future__ import annotations

from contextlib import contextmanager
from typing import Any, Iterable, Iterator, List, Optional, Tuple

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

QUIET_MS = 300


class SourceWatch(QObject):
    """Watches one layer at a time.

    Signals
    -------
    areasChanged
        Areas came, went or got another code, name or parent, or the filter changed: read them
        again.
    shapesChanged
        Only geometries changed.
    removed
        The layer is about to go.
    """

    areasChanged = pyqtSignal()
    shapesChanged = pyqtSignal()
    removed = pyqtSignal()

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._layer: Optional[QgsVectorLayer] = None
        self._connections: List[Tuple[Any, Any]] = []
        self._fields: frozenset[str] = frozenset()
        self._areas = False
        self._paused = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET_MS)
        self._timer.timeout.connect(self._tell)

    def watch(self, layer: QgsVectorLayer, fields: Iterable[str] = ()) -> None:
        """Watch `layer`, and of its attributes only these `fields`; leave the one before."""
        self.leave()
        self._layer = layer
        self._fields = frozenset(fields)
        areas = (
            layer.featureAdded,
            layer.featuresDeleted,
            layer.committedFeaturesAdded,
            layer.afterRollBack,
            layer.updatedFields,
            layer.subsetStringChanged,
            layer.crsChanged,
            layer.dataChanged,
        )
        self._connections = [(signal, self._on_areas) for signal in areas]
        self._connections += [
            (layer.geometryChanged, self._on_shape),
            (layer.attributeValueChanged, self._on_value),
            (layer.willBeDeleted, self._on_removed),
        ]
        for signal, slot in self._connections:
            signal.connect(slot)

    def leave(self) -> None:
        """Watch nothing."""
        self._timer.stop()
        self._areas = False
        if self._layer is not None:
            for signal, slot in self._connections:
                signal.disconnect(slot)
        self._layer = None
        self._connections = []

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Do not notice what is done meanwhile, such as our own writing of scores."""
        self._paused = True
        try:
            yield
        finally:
            self._paused = False

    def _on_areas(self, *_: Any) -> None:
        self._noticed(areas=True)

    def _on_shape(self, *_: Any) -> None:
        self._noticed(areas=False)

    def _on_value(self, _: int, index: int, __: Any) -> None:
        if self._layer is not None and self._layer.fields().at(index).name() in self._fields:
            self._noticed(areas=True)

    def _on_removed(self) -> None:
        self.leave()
        self.removed.emit()

    def _noticed(self, *, areas: bool) -> None:
        if self._paused:
            return
        self._areas = self._areas or areas
        self._timer.start()

    def _tell(self) -> None:
        areas, self._areas = self._areas, False
        (self.areasChanged if areas else self.shapesChanged).emit()
