# SPDX-License-Identifier: GPL-2.0-or-later
"""The parents in focus in full, all others under a veil of paper that nothing below shines through."""

from __future__ import annotations

from qgis.core import QgsCategorizedSymbolRenderer, QgsFillSymbol, QgsProperty, QgsSymbolLayer

from ..ramp import FADED, PAPER
from .choice import Focus
from .focus import in_focus

# The name moved in QGIS 3.36.
_ENABLED = getattr(QgsSymbolLayer, "PropertyLayerEnabled", None)
if _ENABLED is None:
    _ENABLED = QgsSymbolLayer.Property.LayerEnabled


def veil_others(renderer: QgsCategorizedSymbolRenderer, focus: Focus) -> None:
    """Let the renderer lay a veil over the polygons whose parent is not in focus.

    Unlike opacity it hides what the map has below: other layers, the areas' own among them. What
    is drawn as points or lines stays as it is.
    """
    # The legend has no feature: its colours stay in full.
    beyond = QgsProperty.fromExpression(f"$id IS NOT NULL AND NOT {in_focus(focus)}")
    for number, category in enumerate(renderer.categories()):
        symbol = category.symbol().clone()
        if isinstance(symbol, QgsFillSymbol):
            veil = _veil()
            veil.setDataDefinedProperty(_ENABLED, beyond)
            symbol.appendSymbolLayer(veil)
            renderer.updateCategorySymbol(number, symbol)


def _veil() -> QgsSymbolLayer:
    colour = ",".join(map(str, (*PAPER, round(255 * FADED))))
    return QgsFillSymbol.createSimple({"color": colour, "outline_style": "no"}).takeSymbolLayer(0)
