# SPDX-License-Identifier: GPL-2.0-or-later
"""The area layer's shapes in a memory layer that has nothing but a score to each."""

from __future__ import annotations

from typing import Optional, Sequence

from qgis.core import (
    Qgis,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsMapLayer,
    QgsMemoryProviderUtils,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType, QVariant

from ..translation import tr
from .columns import read_columns

IN_FOCUS = "in_focus"
"""The field that says whether an area is drawn in full (1), where some are faded."""


def preview_copy(source: QgsVectorLayer, feature_ids: Sequence[int], prefix: str) -> Optional[QgsVectorLayer]:
    """A memory layer of the source's shapes in the order of `feature_ids`, all without a score.

    Unsaved edits and the filter of the source count. None where the source draws nothing.
    """
    if not source.isSpatial():
        return None
    if list(read_columns(source, []).feature_ids) == list(feature_ids):
        layer = source.materialize(QgsFeatureRequest().setNoAttributes())
    else:
        layer = _reordered(source, feature_ids)
    # Without a spatial index: making one takes twice as long as all the rest, and QGIS finds what
    # is on the screen fast enough without.
    layer.setName(tr("Live need score (not saved)"))
    is_new = Qgis.QGIS_VERSION_INT >= 33800
    real = QMetaType.Type.Double if is_new else QVariant.Double
    integer = QMetaType.Type.Int if is_new else QVariant.Int
    layer.dataProvider().addAttributes([QgsField(f"{prefix}score", real), QgsField(IN_FOCUS, integer)])
    layer.updateFields()
    layer.setFieldAlias(0, tr("Need score"))
    # Not to be identified, found or edited in place of the user's own layer.
    layer.setFlags(QgsMapLayer.LayerFlags(QgsMapLayer.LayerFlag.Removable))
    layer.setReadOnly(True)
    return layer


def _reordered(source: QgsVectorLayer, feature_ids: Sequence[int]) -> QgsVectorLayer:
    layer = QgsMemoryProviderUtils.createMemoryLayer("", QgsFields(), source.wkbType(), source.crs())
    request = QgsFeatureRequest().setNoAttributes()
    geometries = {feature.id(): feature.geometry() for feature in source.getFeatures(request)}
    shapes = []
    for feature_id in feature_ids:
        shape = QgsFeature()
        shape.setGeometry(geometries.get(feature_id, QgsGeometry()))
        shapes.append(shape)
    layer.dataProvider().addFeatures(shapes, QgsFeatureSink.Flag.FastInsert)
    layer.updateExtents()
    return layer
