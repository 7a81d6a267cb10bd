# SPDX-License-Identifier: GPL-2.0-or-later
"""The area layer's shapes in a memory layer that has nothing but a score to each."""

from __future__ import annotations

from typing import List, Optional, Sequence

from qgis.core import (
    Qgis,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsMapLayer,
    QgsMemoryProviderUtils,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType, QVariant

from ..translation import tr


def preview_copy(source: QgsVectorLayer, feature_ids: Sequence[int], prefix: str) -> Optional[QgsVectorLayer]:
    """A memory layer of the source's shapes in the order of `feature_ids`, all without a score.

    Unsaved edits and the filter of the source count. None where the source draws nothing.
    """
    if source.geometryType() in (
        QgsWkbTypes.GeometryType.NullGeometry,
        QgsWkbTypes.GeometryType.UnknownGeometry,
    ):
        return None
    fields = QgsFields()
    real = QMetaType.Type.Double if Qgis.QGIS_VERSION_INT >= 33800 else QVariant.Double
    fields.append(QgsField(f"{prefix}score", real))
    name = tr("Need score: live preview (not saved)")
    layer = QgsMemoryProviderUtils.createMemoryLayer(name, fields, source.wkbType(), source.crs())
    provider = layer.dataProvider()
    provider.addFeatures(_shapes(source, feature_ids), QgsFeatureSink.Flag.FastInsert)
    provider.createSpatialIndex()
    layer.updateExtents()
    layer.setFieldAlias(0, tr("Need score"))
    # Not to be identified, found or edited in place of the user's own layer.
    layer.setFlags(QgsMapLayer.LayerFlags(QgsMapLayer.LayerFlag.Removable))
    layer.setReadOnly(True)
    return layer


def _shapes(source: QgsVectorLayer, feature_ids: Sequence[int]) -> List[QgsFeature]:
    request = QgsFeatureRequest().setNoAttributes()
    geometries = {feature.id(): feature.geometry() for feature in source.getFeatures(request)}
    shapes = []
    for feature_id in feature_ids:
        shape = QgsFeature()
        if feature_id in geometries:
            shape.setGeometry(geometries[feature_id])
        shapes.append(shape)
    return shapes
