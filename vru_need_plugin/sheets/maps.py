# SPDX-License-Identifier: GPL-2.0-or-later
"""The maps of a sheet: of all areas or one parent, of each theme, and of where a parent lies."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Dict, List, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsLayoutItemMap,
    QgsLayoutObject,
    QgsMapLayer,
    QgsProperty,
    QgsRectangle,
)
from qgis.PyQt.QtGui import QColor

from ..layers.texts import as_texts
from ..scoring.parents import parent_fold
from . import items
from .context import Context
from .corners import leave_strip
from .map_style import Drawing, position_style, style_of
from .outline_layer import outline_layer
from .projection import extent_in, map_system

EXTENTS = "extents"
"""The variable with the extent of each parent, by its code."""
_ROOM, _FOOT = 1.05, 0.14
_Property = QgsLayoutObject.DataDefinedProperty
_SIDES = (_Property.MapXMin, _Property.MapYMin, _Property.MapXMax, _Property.MapYMax)


@dataclass(frozen=True, eq=False)
class Maps:
    """Draws the layer of a sheet."""

    context: Context

    @cached_property
    def system(self) -> QgsCoordinateReferenceSystem:
        """In which the maps are drawn."""
        return map_system(self.context.layer)

    @cached_property
    def layers(self) -> List[QgsMapLayer]:
        """What is drawn, the first on top."""
        context = self.context
        field, found = context.expressions.parent_field, None
        if field is not None and context.subject.has_parents:
            fold = parent_fold(context.subject.job.areas.parent_codes is not None)
            found = outline_layer(context.project, context.layer, field, context.feedback, fold)
        return [context.layer] if found is None else [found, context.layer]

    def draw(self, item: QgsLayoutItemMap, drawing: Drawing) -> None:
        """Let a map show figures: of the page's parent, with the others faded, or of all areas."""
        atlas = self.context.order.atlas
        extent = self.extent(None if atlas else self.context.parent)
        self._bind(item, style_of(self.context.layer, drawing), self.layers, extent)
        if atlas:
            self._follow_atlas(item)
        elif self.context.parent is None:
            leave_strip(item, self.context.layer, self.context.project, extent)

    def draw_position(self, item: QgsLayoutItemMap) -> None:
        """Let a small map show where the page's parent lies."""
        style = position_style(self.context.layer, self.context.inside or "false")
        self._bind(item, style, [self.context.layer], self.extent(None))

    # Extents

    def extent(self, parent: Optional[int]) -> QgsRectangle:
        """Of a parent, or of all areas, with room around it."""
        layer = self.context.layer
        box = QgsRectangle(layer.extent() if parent is None else self.boxes[parent])
        if box.isEmpty():
            box.grow(max(box.width(), box.height(), 1.0) / 2)  # a single point, a line, or nothing
        box = extent_in(layer, box, self.system, self.context.project)
        box.scale(_ROOM)
        if parent is not None:
            # A scale bar may stand at the foot of the map.
            box.setYMinimum(box.yMinimum() - _FOOT * box.height())
        return box

    @cached_property
    def boxes(self) -> Dict[int, QgsRectangle]:
        """The extent of every parent, in the layer's own system."""
        subject, layer = self.context.subject, self.context.layer
        of_area = subject.job.parents.of_area.tolist()
        parent_of = {str(code): of_area[at] for at, code in enumerate(subject.job.areas.codes)}
        found: Dict[int, QgsRectangle] = {}
        field = layer.fields().indexFromName(subject.scenario.areas.code_field)
        for feature in layer.getFeatures(QgsFeatureRequest().setSubsetOfAttributes([field])):
            parent = parent_of.get(str(as_texts([feature.attribute(field)])[0]), -1)
            if parent >= 0 and feature.hasGeometry():
                box = feature.geometry().boundingBox()
                found.setdefault(parent, QgsRectangle(box)).combineExtentWith(box)
        return {
            parent: found.get(parent, QgsRectangle(layer.extent()))
            for parent in range(len(subject.job.parents))
        }

    def extents_text(self) -> str:
        """The extents of all parents as JSON, for the variable that an atlas looks them up in."""
        told: Dict[str, List[float]] = {}
        for parent in self.boxes:
            box = self.extent(parent)
            sides = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
            told[self.context.expressions.key_of(parent)] = [round(side, 3) for side in sides]
        return json.dumps(told, ensure_ascii=False)

    # Binding

    def _bind(self, item: QgsLayoutItemMap, style: str, layers: List[QgsMapLayer], box: QgsRectangle) -> None:
        where = items.box(item)
        item.setCrs(self.system)
        item.setLayers(layers)
        item.setKeepLayerSet(True)
        item.setLayerStyleOverrides({self.context.layer.id(): style})
        item.setKeepLayerStyles(True)
        item.setBackgroundColor(QColor("#ffffff"))
        # QGIS 3.22 exports an empty map after zoomToExtent() alone, and setExtent() changes the item's shape.
        item.setExtent(box)
        items.place(item, where)
        item.zoomToExtent(box)

    def _follow_atlas(self, item: QgsLayoutItemMap) -> None:
        key = self.context.expressions.parent_key(None)
        for at, side in enumerate(_SIDES):
            looked_up = f"array_get(map_get(json_to_map(@vru_{EXTENTS}), {key}), {at})"
            item.dataDefinedProperties().setProperty(side, QgsProperty.fromExpression(looked_up))
