# SPDX-License-Identifier: GPL-2.0-or-later
"""A layer's features as they are now, to be read on any thread."""

from __future__ import annotations

from qgis.core import (
    QgsFeatureIterator,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsFields,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)


class FrozenLayer(QgsFeatureSource):
    """What a layer shows, taken down on the main thread: unsaved edits, joins and filters count.

    Attributes
    ----------
    wkb_type, crs, keys
        The layer's kind of geometry, its coordinate system, and the names of its key fields.
    """

    def __init__(self, layer: QgsVectorLayer) -> None:
        super().__init__()
        self.wkb_type = layer.wkbType()
        self.crs = layer.crs()
        self.keys = tuple(layer.fields().at(index).name() for index in layer.primaryKeyAttributes())
        self._name = layer.name()
        self._fields = QgsFields(layer.fields())
        self._features = QgsVectorLayerFeatureSource(layer)

    def sourceName(self) -> str:
        """The layer's name."""
        return self._name

    def fields(self) -> QgsFields:
        """The layer's fields."""
        return self._fields

    def getFeatures(self, request: QgsFeatureRequest) -> QgsFeatureIterator:
        """Features, unsaved edits included."""
        return self._features.getFeatures(request)
