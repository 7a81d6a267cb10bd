# SPDX-License-Identifier: GPL-2.0-or-later
"""The outlines of parents as an annotation layer: kept in the project itself, without a file.

The scored layer's file stays as it is, and a project that is opened elsewhere, without the plugin,
still has the lines.
"""

from __future__ import annotations

import hashlib
from typing import Callable, List, Optional

from qgis.core import (
    QgsAbstractGeometry,
    QgsAnnotationLayer,
    QgsAnnotationLineItem,
    QgsFeatureRequest,
    QgsGeometry,
    QgsLayoutItemMap,
    QgsLineSymbol,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..core.feedback import SILENT, Feedback, check
from ..layers.columns import plain
from ..layers.look.parent_outlines import LINE, parent_outlines
from ..layers.texts import as_texts
from ..translation import tr

_PROPERTY = "vru_need/outlines_of"
_DIGEST = "vru_need/outlines_digest"
_CHECK_EVERY = 2_000
_WIDTH = 0.3
_DETAIL = 1 / 10_000
"""Of the whole: on a wall map, half the width of the line."""
_MOST_POINTS = 400_000


def outline_layer(
    project: QgsProject,
    layer: QgsVectorLayer,
    parent_field: str,
    feedback: Feedback = SILENT,
    fold: Callable[[str], str] = str,
) -> Optional[QgsAnnotationLayer]:
    """The layer with the outlines of a layer's parents, made where the project has none that are right.

    There is one for each layer and field. Where areas have other shapes or parents than when it was
    made, it is drawn anew, so that the layouts that have it follow. Not shown in the layer tree: it is
    there for the sheets. None for a layer without polygons, and for outlines too long to be drawn.

    `fold` makes parents alike that are one, however they are written.

    Raises Cancelled where the user stops it; what is there stays as it was.
    """
    if layer.geometryType() != QgsWkbTypes.GeometryType.PolygonGeometry:
        return None
    key, digest = f"{layer.id()}/{parent_field}", _digest(layer, parent_field, feedback, fold)
    found = next((other for other in _ours(project) if other.customProperty(_PROPERTY) == key), None)
    if found is not None and found.customProperty(_DIGEST) == digest:
        return found
    lines = _lines(layer, parent_outlines(layer, parent_field, None, feedback, fold))
    if sum(line.nCoordinates() for line in lines) > _MOST_POINTS:
        if found is not None:
            project.removeMapLayer(found.id())
        return None
    if found is None:
        found = QgsAnnotationLayer(
            tr("Outlines for sheets"), QgsAnnotationLayer.LayerOptions(project.transformContext())
        )
        found.setCustomProperty(_PROPERTY, key)
        project.addMapLayer(found, False)
    found.clear()
    found.setCrs(layer.crs())
    found.setCustomProperty(_DIGEST, digest)
    for line in lines:
        found.addItem(_item(line))
    found.triggerRepaint()
    project.setDirty(True)
    return found


def drop_unused(project: QgsProject) -> None:
    """Take out of the project what outlines no layout of it shows: a draft has left them."""
    used = {
        layer.id()
        for layout in project.layoutManager().printLayouts()
        for item in layout.items()
        if isinstance(item, QgsLayoutItemMap)
        for layer in item.layers()
    }
    unused = [layer.id() for layer in _ours(project) if layer.id() not in used]
    if unused:
        project.removeMapLayers(unused)


def _ours(project: QgsProject) -> List[QgsAnnotationLayer]:
    """The layers of outlines that the project has."""
    return [
        layer
        for layer in project.mapLayers().values()
        if isinstance(layer, QgsAnnotationLayer) and layer.customProperty(_PROPERTY)
    ]


def _digest(layer: QgsVectorLayer, parent_field: str, feedback: Feedback, fold: Callable[[str], str]) -> str:
    """What the outlines follow from, in short: the parent and the shape of every area, and where on earth."""
    found = hashlib.sha256(layer.crs().toWkt().encode("utf-8"))
    index = layer.fields().lookupField(parent_field)
    request = QgsFeatureRequest().setSubsetOfAttributes([index])
    for number, feature in enumerate(layer.getFeatures(request)):
        if number % _CHECK_EVERY == 0:
            check(feedback)
        shape = bytes(feature.geometry().asWkb()) if feature.hasGeometry() else b""
        (parent,) = as_texts([plain(feature[index])])
        code = b"-" if parent is None else fold(parent).encode("utf-8", "replace")
        # Lengths first: what one area ends with is never what the next begins with.
        found.update(b"%d %d " % (len(code), len(shape)) + code + shape)
    return found.hexdigest()


def _lines(layer: QgsVectorLayer, outlines: QgsVectorLayer) -> List[QgsAbstractGeometry]:
    """The lines around the outlines, with the detail that a wall map can show."""
    detail = max(layer.extent().width(), layer.extent().height()) * _DETAIL
    lines = []
    for feature in outlines.getFeatures():
        shape = feature.geometry().simplify(detail)
        around = QgsGeometry() if shape.isNull() else QgsGeometry(shape.constGet().boundary())
        parts = () if around.isNull() else around.asGeometryCollection()
        lines += [part.constGet().clone() for part in parts]
    return lines


def _item(line: QgsAbstractGeometry) -> QgsAnnotationLineItem:
    item = QgsAnnotationLineItem(line.clone())
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
    return item
