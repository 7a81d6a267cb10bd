# SPDX-License-Identifier: GPL-2.0-or-later
"""How need scores are drawn: calm, told apart by everyone, and never without saying what they are."""

from __future__ import annotations

from typing import Optional

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsRendererCategory,
    QgsSymbol,
    QgsWkbTypes,
)

from ..translation import tr
from .classes import Classes
from .ramp import NO_DATA, OUTLINE, Colour

_Geometry = QgsWkbTypes.GeometryType

STATEMENT_KEY = "statement"
"""The value, which no score has, of the class that carries the legend's statement."""

MANY_AREAS = 5000
"""From here on outlines would hide what they surround."""


def need_renderer(
    geometry: QgsWkbTypes.GeometryType,
    classes: Classes,
    prefix: str = "need_",
    *,
    areas: int = 0,
) -> Optional[QgsCategorizedSymbolRenderer]:
    """A renderer for need scores.

    A categorised renderer on the number of the class that a score falls in, one expression for
    each area, draws 35,000 areas three times as fast as a rule for each class, and can show NULL,
    which a graduated one cannot.

    Parameters
    ----------
    geometry
        What the layer draws.
    classes
        From `classes.need_classes`.
    prefix
        The need fields' prefix.
    areas
        How many there are, for outlines that do not drown them.

    Returns
    -------
    QgsCategorizedSymbolRenderer or None
        None for a layer without geometry.
    """
    if geometry not in (_Geometry.PointGeometry, _Geometry.LineGeometry, _Geometry.PolygonGeometry):
        return None
    outline = areas < MANY_AREAS
    categories = [
        QgsRendererCategory(STATEMENT_KEY, _invisible(geometry), legend_statement(classes.is_count))
    ]
    categories += [
        QgsRendererCategory(need_class.index, _symbol(geometry, need_class.colour, outline), need_class.label)
        for need_class in reversed(classes.classes())
    ]
    categories.append(QgsRendererCategory(None, _no_data(geometry, outline), tr("No data")))
    return QgsCategorizedSymbolRenderer(classes.expression(f"{prefix}score"), categories)


def legend_statement(is_count: bool) -> str:
    """What the number is and what it is not, in a line."""
    if is_count:
        return tr("Need score: measures above threshold (not an index)")
    return tr("Need score: sum of the weights above threshold (not an index)")


def _symbol(geometry: QgsWkbTypes.GeometryType, colour: Colour, outline: bool) -> QgsSymbol:
    if geometry == _Geometry.PolygonGeometry:
        return QgsFillSymbol.createSimple({"color": _text(colour), **_edge(outline)})
    if geometry == _Geometry.LineGeometry:
        return QgsLineSymbol.createSimple({"line_color": _text(colour), "line_width": "0.8"})
    return QgsMarkerSymbol.createSimple(
        {"name": "circle", "color": _text(colour), "size": "2.8", **_edge(True, NO_DATA)}
    )


def _no_data(geometry: QgsWkbTypes.GeometryType, outline: bool) -> QgsSymbol:
    if geometry == _Geometry.PolygonGeometry:
        return _hatched(outline)
    if geometry == _Geometry.LineGeometry:
        return QgsLineSymbol.createSimple(
            {"line_color": _text(NO_DATA), "line_width": "0.3", "line_style": "dot"}
        )
    return QgsMarkerSymbol.createSimple(
        {"name": "cross2", "color": _text(NO_DATA), "size": "1.8", "outline_color": _text(NO_DATA)}
    )


def _hatched(outline: bool) -> QgsFillSymbol:
    lines = QgsLinePatternFillSymbolLayer()
    lines.setLineAngle(45)
    lines.setDistance(1.4)
    lines.setSubSymbol(QgsLineSymbol.createSimple({"line_color": _text(NO_DATA), "line_width": "0.18"}))
    symbol = QgsFillSymbol.createSimple({"color": "255,255,255", **_edge(outline, NO_DATA)})
    symbol.appendSymbolLayer(lines)
    return symbol


def _invisible(geometry: QgsWkbTypes.GeometryType) -> QgsSymbol:
    """A symbol for a legend line that is only words."""
    if geometry == _Geometry.PolygonGeometry:
        return QgsFillSymbol.createSimple({"style": "no", "outline_style": "no"})
    if geometry == _Geometry.LineGeometry:
        return QgsLineSymbol.createSimple({"line_style": "no"})
    return QgsMarkerSymbol.createSimple({"color": "0,0,0,0", "outline_style": "no"})


def _edge(outline: bool, colour: Colour = OUTLINE) -> dict[str, str]:
    if not outline:
        return {"outline_style": "no"}
    return {"outline_color": _text(colour), "outline_width": "0.12", "outline_style": "solid"}


def _text(colour: Colour) -> str:
    return ",".join(map(str, colour))
