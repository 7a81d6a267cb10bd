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
    QgsProject,
    QgsProperty,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ..layers.texts import as_texts
from ..report.subject import Subject
from .expressions import Expressions
from .map_style import Drawing, position_style, style_of
from .order import Labels, Order
from .projection import extent_in, map_system

EXTENTS = "vru_extents"
"""The variable with the extent of each parent, by its code."""
_ROOM = 1.06
_PAGE = "page"
_Property = QgsLayoutObject.DataDefinedProperty
_SIDES = (_Property.MapXMin, _Property.MapYMin, _Property.MapXMax, _Property.MapYMax)


@dataclass(frozen=True, eq=False)
class Maps:
    """Draws a layer that holds a subject's scores.

    Parameters
    ----------
    project, layer, subject, order
        Where the layout is, what it shows, and what was asked for.
    words
        The expressions for the layer.
    """

    project: QgsProject
    layer: QgsVectorLayer
    subject: Subject
    order: Order
    words: Expressions

    @cached_property
    def system(self) -> QgsCoordinateReferenceSystem:
        """In which the maps are drawn."""
        return map_system(self.layer)

    @property
    def parent(self) -> Optional[int]:
        """The one parent that the sheet is about; None for all areas, and for an atlas."""
        return self.order.parents[0] if self.order.parents and not self.order.atlas else None

    @property
    def is_of_parents(self) -> bool:
        """Whether a page is about one parent."""
        return self.order.atlas or bool(self.order.parents)

    def draw(self, item: QgsLayoutItemMap, drawing: Drawing, *, whole: bool = False) -> None:
        """Let a map show scores: of the page's parent, the others faded, or of all areas.

        Parameters
        ----------
        whole
            All areas, even where the page is about one parent.
        """
        self._bind(item, style_of(self.layer, drawing, self.words.prefix))
        if self.order.atlas and not whole:
            self._follow_atlas(item)
        else:
            self._zoom(item, self.extent(None if whole else self.parent))

    def draw_position(self, item: QgsLayoutItemMap) -> None:
        """Let a small map show where the page's parent lies."""
        self._bind(item, position_style(self.layer, self.words.in_parent(self.parent)))
        self._zoom(item, self.extent(None))

    def inside(self) -> Optional[str]:
        """Whether an area is what the page is about, as an expression; None for all areas."""
        return self.words.in_parent(self.parent) if self.is_of_parents else None

    def label(self, numbered: int) -> Optional[str]:
        """What stands on the areas.

        Parameters
        ----------
        numbered
            Of all areas, the last rank that has a label; where a page is about one parent all of
            its areas have one.
        """
        if self.order.labels is Labels.NONE:
            return None
        words = self.words
        names = self.order.labels is Labels.NAMES
        if self.is_of_parents:
            told = words.name if names else f"to_string({words.number_in_parent})"
            return f"CASE WHEN {self.inside()} THEN {told} END"
        told = words.name if names else words.rank
        return f"CASE WHEN {words.field('rank')} <= {numbered} THEN {told} END"

    # Extents

    def extent(self, parent: Optional[int]) -> QgsRectangle:
        """Of a parent, or of all areas, with room around it."""
        box = QgsRectangle(self.layer.extent() if parent is None else self.boxes[parent])
        if box.isEmpty():
            # A single point, a line, or nothing.
            box.grow(max(box.width(), box.height(), 1.0) / 2)
        box = extent_in(self.layer, box, self.system, self.project)
        box.scale(_ROOM)
        return box

    @cached_property
    def boxes(self) -> Dict[int, QgsRectangle]:
        """The extent of every parent, in the layer's own system."""
        areas, of_area = self.subject.job.areas, self.subject.job.parents.of_area.tolist()
        parent_of = {str(code): of_area[at] for at, code in enumerate(areas.codes)}
        found: Dict[int, QgsRectangle] = {}
        field = self.layer.fields().indexFromName(self.subject.scenario.areas.code_field)
        request = QgsFeatureRequest().setSubsetOfAttributes([field])
        for feature in self.layer.getFeatures(request):
            parent = parent_of.get(as_texts([feature.attribute(field)])[0], -1)
            if parent >= 0 and feature.hasGeometry():
                found.setdefault(parent, QgsRectangle()).combineExtentWith(feature.geometry().boundingBox())
        return found

    def extents_text(self) -> str:
        """The extents of all parents as JSON, for the variable that an atlas looks them up in."""
        told: Dict[str, List[float]] = {}
        for parent in self.boxes:
            box = self.extent(parent)
            sides = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
            told[self.words.key_of(parent)] = [round(side, 3) for side in sides]
        return json.dumps(told, ensure_ascii=False)

    # Binding

    def _bind(self, item: QgsLayoutItemMap, style: str) -> None:
        item.setCrs(self.system)
        item.setLayers([self.layer])
        item.setKeepLayerSet(True)
        item.setLayerStyleOverrides({self.layer.id(): style})
        item.setKeepLayerStyles(True)
        item.setBackgroundColor(QColor("#ffffff"))

    def _zoom(self, item: QgsLayoutItemMap, box: QgsRectangle) -> None:
        # QGIS 3.22 exports an empty map after zoomToExtent() alone.
        item.setExtent(box)
        item.zoomToExtent(box)

    def _follow_atlas(self, item: QgsLayoutItemMap) -> None:
        self._zoom(item, self.extent(None))
        key = self.words.parent_key(None)
        for at, side in enumerate(_SIDES):
            looked_up = f"array_get(map_get(json_to_map(@{EXTENTS}), {key}), {at})"
            item.dataDefinedProperties().setProperty(side, QgsProperty.fromExpression(looked_up))
