# SPDX-License-Identifier: GPL-2.0-or-later
"""The outlines of areas for a small map, read from a layer."""

from __future__ import annotations

import math
from typing import Dict, Optional, Protocol, Sequence

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureIterator,
    QgsFeatureRequest,
    QgsGeometry,
    QgsWkbTypes,
)

from ..core.feedback import Feedback, Silent, check
from ..core.outlines import Outlines, fit_outlines
from .wkb import Rings, rings_of

_CHECK_EVERY = 1000
_LEAST_X_SCALE = 0.05  # near the poles, where degrees of longitude vanish


class HasFeatures(Protocol):
    """A layer's snapshot, or any feature source."""

    def getFeatures(self, request: QgsFeatureRequest) -> QgsFeatureIterator:
        """Its features."""


def read_outlines(
    source: HasFeatures,
    wkb_type: QgsWkbTypes.Type,
    crs: QgsCoordinateReferenceSystem,
    feature_ids: Sequence[int],
    feedback: Optional[Feedback] = None,
) -> Optional[Outlines]:
    """The areas' outlines in the order of `feature_ids`.

    Returns
    -------
    Outlines or None
        None where the layer has no polygons.

    Raises Cancelled where the user stops it.
    """
    if QgsWkbTypes.geometryType(wkb_type) != QgsWkbTypes.GeometryType.PolygonGeometry:
        return None
    request = QgsFeatureRequest()
    request.setNoAttributes()
    rings: Dict[int, Rings] = {}
    feedback = feedback or Silent()
    for number, feature in enumerate(source.getFeatures(request)):
        if number % _CHECK_EVERY == 0:
            check(feedback)
        rings[feature.id()] = _rings(feature.geometry())
    ordered = [rings.get(feature_id, []) for feature_id in feature_ids]
    return fit_outlines(ordered, _x_scale(ordered) if crs.isGeographic() else 1.0)


def _rings(geometry: QgsGeometry) -> Rings:
    if geometry.isNull():
        return []
    if QgsWkbTypes.isCurvedType(geometry.wkbType()):
        geometry.convertToStraightSegment()
    return rings_of(bytes(geometry.asWkb()))


def _x_scale(rings: Sequence[Rings]) -> float:
    """How much shorter a degree of longitude is than one of latitude, half way up."""
    rows = [ring[:, 1] for area in rings for ring in area]
    latitudes = np.concatenate(rows) if rows else np.zeros(1)
    latitudes = latitudes[np.isfinite(latitudes)]
    middle = (latitudes.min() + latitudes.max()) / 2 if len(latitudes) else 0.0
    return max(_LEAST_X_SCALE, math.cos(math.radians(middle)))
