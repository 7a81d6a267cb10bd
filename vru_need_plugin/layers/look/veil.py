# SPDX-License-Identifier: GPL-2.0-or-later
"""The parents in focus in full, all others under a veil of paper that nothing below shines through."""

from __future__ import annotations

from qgis.core import QgsCategorizedSymbolRenderer, QgsFillSymbol, QgsProperty, QgsSymbolLayer

from ..ramp import FADED, PAPER
from .choice import Focus
from .focus import in_focus

# The name moved in QGIS 3.36.
_FILL = getattr(QgsSymbolLayer, "PropertyFillColor", None)
if _FILL is None:
    _FILL = QgsSymbolLayer.Property.FillColor


def veil_others(renderer: QgsCategorizedSymbolRenderer, focus: Focus) -> None:
    """Let the renderer lay a veil over the polygons whose parent is not in focus.

    Unlike opacity it hides what the map has below: other layers, the areas' own among them. What
    is drawn as points or lines stays as it is.
    """
    # Clear in itself, since the legend shows it as it is, without a feature.
    clear, paper = (",".join(map(str, (*PAPER, alpha))) for alpha in (0, round(255 * FADED)))
    colour = QgsProperty.fromExpression(f"if({in_focus(focus)} OR $id IS NULL, '{clear}', '{paper}')")
    for number, category in enumerate(renderer.categories()):
        symbol = category.symbol().clone()
        if isinstance(symbol, QgsFillSymbol):
            veil = QgsFillSymbol.createSimple({"color": clear, "outline_style": "no"}).takeSymbolLayer(0)
            veil.setDataDefinedProperty(_FILL, colour)
            symbol.appendSymbolLayer(veil)
            renderer.updateCategorySymbol(number, symbol)
