# SPDX-License-Identifier: GPL-2.0-or-later
"""How a layer is drawn on a sheet: the one seam between sheets and the renderers of `layers`."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import List, Optional

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeatureRenderer,
    QgsFillSymbol,
    QgsMapLayerStyle,
    QgsPalLayerSettings,
    QgsRendererCategory,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor, QFont

from ..core.result import Result
from ..core.rules import THOUSAND
from ..core.scale import score_scale
from ..core.threshold import MissingRule
from ..layers.classes import Classes
from ..layers.style import STATEMENT_KEY, need_renderer
from ..report.svg import FINE_STEPS, nice_step
from .fonts import family

INK = QColor("#22313f")
_BANDS = 5
_ELSEWHERE = "elsewhere"
_FADED, _FADED_EDGE = "#f4f4f2", "#dcdcd6"
_HERE, _THERE = "#3a6b99", "#e6e7e3"


@dataclass(frozen=True)
class Drawing:
    """What of a layer's scores a map shows.

    Parameters
    ----------
    classes
        Which scores share a colour.
    score
        The score, as an expression; the need score itself for None.
    inside
        Whether an area is in the parent that the map is about, as an expression; all the others are
        faded. None for all areas in full.
    label
        What stands on an area, as an expression; None for nothing.
    size
        Of the labels, in points.
    """

    classes: Classes
    score: Optional[str] = None
    inside: Optional[str] = None
    label: Optional[str] = None
    size: float = 7.0


def few_classes(result: Result, top: float) -> Classes:
    """One class for 0 and at most five above it: what a reader of paper can match with a legend."""
    scale = score_scale(result)
    whole = not (result.weights % THOUSAND).any() and result.settings.missing is not MissingRule.RESCALE
    width = float(max(1, math.ceil(top / _BANDS))) if whole else nice_step(top / _BANDS, FINE_STEPS)
    return Classes(width, max(1, math.ceil(top / width - 1e-9)), scale.is_count)


def style_of(layer: QgsVectorLayer, drawing: Drawing, prefix: str) -> str:
    """The style, as XML, in which a map of a layout draws the layer; the layer's own stays."""
    drawn = layer.clone()
    drawn.setRenderer(renderer(layer, drawing, prefix))
    drawn.setLabelsEnabled(drawing.label is not None)
    if drawing.label is not None:
        drawn.setLabeling(QgsVectorLayerSimpleLabeling(_labels(drawing.label, drawing.size)))
    return _xml(drawn)


def renderer(layer: QgsVectorLayer, drawing: Drawing, prefix: str) -> QgsFeatureRenderer:
    """The colours of the scores."""
    made = need_renderer(layer.geometryType(), drawing.classes, prefix, areas=layer.featureCount())
    expression = made.classAttribute()
    if drawing.score is not None:
        field = f"{prefix}score"
        expression = drawing.classes.expression(field).replace(f'"{field}"', f"({drawing.score})")
    if drawing.inside is not None:
        expression = f"CASE WHEN {drawing.inside} THEN {expression} ELSE '{_ELSEWHERE}' END"
        made.addCategory(QgsRendererCategory(_ELSEWHERE, _plain(_FADED, _FADED_EDGE), ""))
    made.setClassAttribute(expression)
    return made


def classes_shown(made: QgsFeatureRenderer) -> List[int]:
    """The places, among the legend's lines of a renderer, of the classes that are for readers."""
    hidden = (STATEMENT_KEY, _ELSEWHERE)
    return [at for at, category in enumerate(made.categories()) if category.value() not in hidden]


def position_style(layer: QgsVectorLayer, inside: str) -> str:
    """The style of a small map that only shows where a parent lies."""
    drawn = layer.clone()
    here = QgsRendererCategory(1, _plain(_HERE, _HERE), "")
    there = QgsRendererCategory(0, _plain(_THERE, _THERE), "")
    drawn.setRenderer(QgsCategorizedSymbolRenderer(f"if({inside}, 1, 0)", [here, there]))
    drawn.setLabelsEnabled(False)
    return _xml(drawn)


def _plain(colour: str, edge: str) -> QgsFillSymbol:
    return QgsFillSymbol.createSimple({"color": colour, "outline_color": edge, "outline_width": "0.1"})


def _labels(expression: str, size: float) -> QgsPalLayerSettings:
    settings = QgsPalLayerSettings()
    settings.fieldName = expression
    settings.isExpression = True
    settings.placement = QgsPalLayerSettings.Placement.Horizontal
    settings.centroidInside = True
    settings.displayAll = True
    settings.setFormat(_label_format(size))
    return settings


def _label_format(size: float) -> QgsTextFormat:
    made = QgsTextFormat()
    font = QFont(family())
    font.setBold(True)
    made.setFont(font)
    made.setSize(size)
    made.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    made.setColor(INK)
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.5)
    halo.setColor(QColor("#ffffff"))
    made.setBuffer(halo)
    return made


def _xml(drawn: QgsVectorLayer) -> str:
    style = QgsMapLayerStyle()
    style.readFromLayer(drawn)
    return str(style.xmlData())
