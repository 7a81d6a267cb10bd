# SPDX-License-Identifier: GPL-2.0-or-later
"""Which way the scores take on to a layer: the one place where that is decided."""

from __future__ import annotations

from typing import Tuple

from qgis.core import QgsVectorLayer

from .edit_buffer import edit_buffer
from .geojson import geojson
from .gpkg import geopackage
from .postgis.route import postgis
from .route import Order, Route, Write
from .shapefile import shapefile
from .spatialite import spatialite

ROUTES: Tuple[Route, ...] = (
    geopackage,
    spatialite,
    shapefile,
    geojson,
    postgis,
    edit_buffer,  # any layer: it is the last
)
"""In the order in which they are asked. A layer that is being edited takes the last.

A new way of writing is a module of its own and one line here.
"""


def choose(layer: QgsVectorLayer, order: Order) -> Write:
    """The write for this layer, ready to run.

    Raises NeedError where the layer cannot be written to.
    """
    if not layer.isEditable():
        for route in ROUTES[:-1]:
            write = route(layer, order)
            if write is not None:
                return write
    return edit_buffer(layer, order)
