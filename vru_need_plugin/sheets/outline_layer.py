# SPDX-License-Identifier: GPL-2.0-or-later
"""The outlines of parents as an annotation layer: kept in the project itself, without a file.

The scored layer's file stays as it is, and a project that is opened elsewhere, without the plugin,
still has the lines.
"""

from __future__ import annotations

from typing import Optional

from qgis.core import (
    QgsAnnotationLayer,
    QgsAnnotationLineItem,
    QgsGeometry,
    QgsLineSymbol,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..layers.look.parent_outlines import LINE, parent_outlines
from ..translation import tr

_PROPERTY = "vru_need/outlines_of"
_WIDTH = 0.3
_DETAIL = 1 / 10_000
"""Of the whole: on a wall map, half the width of the line."""
_MOST_POINTS = 400_000


def outline_layer(
    project: QgsProject, layer: QgsVectorLayer, parent_field: str
) -> Optional[QgsAnnotationLayer]:
    """The layer with the outlines of a layer's parents, made where the project has none yet.

    Not shown in the layer tree: it is there for the sheets. None for a layer without polygons.
    """
    if layer.geometryType() != QgsWkbTypes.GeometryType.PolygonGeometry:
        return None
    key = f"{layer.id()}/{parent_field}/{layer.featureCount()}/{layer.extent().toString(3)}"
    for other in project.mapLayers().values():
        if isinstance(other, QgsAnnotationLayer) and other.customProperty(_PROPERTY) == key:
            return other
    outlines = parent_outlines(layer, parent_field)
    made = QgsAnnotationLayer(
        tr("Outlines for sheets"), QgsAnnotationLayer.LayerOptions(project.transformContext())
    )
    made.setCrs(layer.crs())
    made.setCustomProperty(_PROPERTY, key)
    size = max(layer.extent().width(), layer.extent().height())
    drawn = 0
    for feature in outlines.getFeatures():
        drawn += _draw(made, feature.geometry().simplify(size * _DETAIL))
        if drawn > _MOST_POINTS:
            return None
    project.addMapLayer(made, False)
    return made


def _draw(made: QgsAnnotationLayer, shape: QgsGeometry) -> int:
    """Draw the lines around a shape; of how many points they are."""
    points = 0
    lines = QgsGeometry(shape.constGet().boundary()) if not shape.isNull() else QgsGeometry()
    for part in lines.asGeometryCollection() if not lines.isNull() else ():
        line = part.constGet().clone()
        points += line.nCoordinates()
        item = QgsAnnotationLineItem(line)
        item.setSymbol(
            QgsLineSymbol.createSimple(
                {
                    "line_color": ",".join(map(str, LINE)),
                    "line_width": str(_WIDTH),
                    "joinstyle": "round",
                    "capstyle": "round",
                }
            )
        )
        made.addItem(item)
    return points
