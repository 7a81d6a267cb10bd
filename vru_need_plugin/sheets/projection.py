# SPDX-License-Identifier: GPL-2.0-or-later
"""The system in which a sheet's maps are drawn: metres that a scale bar can count."""

from __future__ import annotations

import math

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsProject,
    QgsRectangle,
    QgsUnitTypes,
    QgsVectorLayer,
)

_Unit = QgsUnitTypes.DistanceUnit
_WORLD = "EPSG:4326"
_STRETCHED = ("EPSG:3857", "EPSG:900913", "EPSG:3395")
"""Mercator's maps of the world, whose metres are none away from the equator."""


def map_system(layer: QgsVectorLayer) -> QgsCoordinateReferenceSystem:
    """The layer's own system where it is a plane one, whether QGIS knows its number or not.

    Degrees, and Mercator's metres, give way to the UTM zone of the layer's middle.
    """
    own = layer.crs()
    if not own.isValid() or not (own.isGeographic() or own.authid() in _STRETCHED):
        return own
    to_world = QgsCoordinateTransform(own, QgsCoordinateReferenceSystem(_WORLD), QgsProject.instance())
    try:
        middle = to_world.transform(layer.extent().center())
    except QgsCsException:
        return own
    zone = min(60, max(1, math.floor((middle.x() + 180) / 6) + 1))
    return QgsCoordinateReferenceSystem(f"EPSG:{(32600 if middle.y() >= 0 else 32700) + zone}")


def extent_in(
    layer: QgsVectorLayer, box: QgsRectangle, system: QgsCoordinateReferenceSystem, project: QgsProject
) -> QgsRectangle:
    """A part of the layer in the system of the maps."""
    if layer.crs() == system:
        return QgsRectangle(box)
    return QgsCoordinateTransform(layer.crs(), system, project).transformBoundingBox(box)


def units_in_kilometre(system: QgsCoordinateReferenceSystem) -> float:
    """How many of the system's units a kilometre is; 0 where it counts in none that is a length."""
    unit = system.mapUnits()
    if not system.isValid() or unit in (_Unit.DistanceDegrees, _Unit.DistanceUnknownUnit):
        return 0.0
    return float(QgsUnitTypes.fromUnitToUnitFactor(_Unit.DistanceKilometers, unit))
