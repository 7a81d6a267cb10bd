# SPDX-License-Identifier: GPL-2.0-or-later
"""The way for a layer that is a PostGIS table."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsVectorLayer

from ....core.messages import NeedError
from ..route import Order, Write
from .place import place_of, show_table


def postgis(layer: QgsVectorLayer, order: Order) -> Optional[Write]:
    """One transaction of the database beside the window, where the layer is a PostGIS table.

    Raises NeedError where the client or a primary key is missing, and, as far as the database answers at
    once, where it will not take the scores.
    """
    if layer.providerType() != "postgres":
        return None
    place = place_of(layer)
    from .refusals import UnreachableError  # psycopg2 is imported only now, having been found
    from .write import prepare

    try:
        return prepare(layer, place, order)
    except UnreachableError:
        raise
    except NeedError:
        show_table(layer)  # it may have other columns than the layer knows
        raise
