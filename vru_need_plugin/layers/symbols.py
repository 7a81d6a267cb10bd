# SPDX-License-Identifier: GPL-2.0-or-later
"""The symbols of areas with a figure, and the hatching of those without."""

from __future__ import annotations

from typing import Dict, Optional

from qgis.core import (
    QgsFillSymbol,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsSymbol,
    QgsWkbTypes,
)

from .ramp import NO_DATA, PAPER, Colour

_Geometry = QgsWkbTypes.GeometryType

DRAWN = (_Geometry.PointGeometry, _Geometry.LineGeometry, _Geometry.PolygonGeometry)
"""What can be drawn; a table cannot."""

OUTLINE_WIDTH = 0.12
"""Millimetres."""


def class_symbol(geometry: QgsWkbTypes.GeometryType, colour: Colour, outline: Optional[Colour]) -> QgsSymbol:
    """The symbol of a class of areas; without an outline where that is None."""
    if geometry == _Geometry.PolygonGeometry:
        return QgsFillSymbol.createSimple({"color": rgb(colour), **_edge(outline)})
    if geometry == _Geometry.LineGeometry:
        return QgsLineSymbol.createSimple({"line_color": rgb(colour), "line_width": "0.8"})
    return QgsMarkerSymbol.createSimple(
        {"name": "circle", "color": rgb(colour), "size": "2.8", **_edge(NO_DATA)}
    )


def no_data_symbol(geometry: QgsWkbTypes.GeometryType, outline: Optional[Colour]) -> QgsSymbol:
    """The symbol of an area without a figure, which is not that of one with 0."""
    if geometry == _Geometry.PolygonGeometry:
        return _hatched(outline)
    if geometry == _Geometry.LineGeometry:
        return QgsLineSymbol.createSimple(
            {"line_color": rgb(NO_DATA), "line_width": "0.3", "line_style": "dot"}
        )
    return QgsMarkerSymbol.createSimple(
        {"name": "cross2", "color": rgb(NO_DATA), "size": "1.8", "outline_color": rgb(NO_DATA)}
    )


def invisible_symbol(geometry: QgsWkbTypes.GeometryType) -> QgsSymbol:
    """A symbol for a legend line that is only words."""
    if geometry == _Geometry.PolygonGeometry:
        return QgsFillSymbol.createSimple({"style": "no", "outline_style": "no"})
    if geometry == _Geometry.LineGeometry:
        return QgsLineSymbol.createSimple({"line_style": "no"})
    return QgsMarkerSymbol.createSimple({"color": "0,0,0,0", "outline_style": "no"})


def rgb(colour: Colour) -> str:
    """A colour as QGIS's symbols take it."""
    return ",".join(map(str, colour))


def _hatched(outline: Optional[Colour]) -> QgsFillSymbol:
    lines = QgsLinePatternFillSymbolLayer()
    lines.setLineAngle(45)
    lines.setDistance(1.4)
    lines.setSubSymbol(QgsLineSymbol.createSimple({"line_color": rgb(NO_DATA), "line_width": "0.18"}))
    symbol = QgsFillSymbol.createSimple({"color": rgb(PAPER), **_edge(None if outline is None else NO_DATA)})
    symbol.appendSymbolLayer(lines)
    return symbol


def _edge(colour: Optional[Colour]) -> Dict[str, str]:
    if colour is None:
        return {"outline_style": "no"}
    return {"outline_color": rgb(colour), "outline_width": str(OUTLINE_WIDTH), "outline_style": "solid"}
