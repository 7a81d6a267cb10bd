# SPDX-License-Identifier: GPL-2.0-or-later
"""The parents in focus in full, all others faded."""

from __future__ import annotations

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsLinePatternFillSymbolLayer,
    QgsProperty,
    QgsSymbol,
    QgsSymbolLayer,
)
from qgis.PyQt.QtGui import QColor

from ..ramp import FADED, NO_DATA, faded
from .choice import Focus

# The names moved in QGIS 3.36.
_OPACITY = getattr(QgsSymbol, "PropertyOpacity", None)
if _OPACITY is None:
    _OPACITY = QgsSymbol.Property.Opacity
_ENABLED = getattr(QgsSymbolLayer, "PropertyLayerEnabled", None)
if _ENABLED is None:
    _ENABLED = QgsSymbolLayer.Property.LayerEnabled


def fade_others(renderer: QgsCategorizedSymbolRenderer, focus: Focus) -> None:
    """Let the renderer fade the areas whose parent is not in focus; those without a parent too."""
    fade(renderer, in_focus(focus))


def fade(renderer: QgsCategorizedSymbolRenderer, inside: str) -> None:
    """Let the renderer fade the areas for which a QGIS expression is not true."""
    for number, category in enumerate(renderer.categories()):
        symbol = category.symbol().clone()
        if not _fade_hatching(symbol, inside):
            opacity = QgsProperty.fromExpression(f"if({inside}, 100, {round(100 * (1 - FADED))})")
            symbol.setDataDefinedProperty(_OPACITY, opacity)
        renderer.updateCategorySymbol(number, symbol)


def _fade_hatching(symbol: QgsSymbol, inside: str) -> bool:
    """Give a hatched symbol a paler hatching for what is out of focus; False where it has none.

    QGIS draws hatching with one brush for all areas, whatever opacity each is to have.
    """
    hatching = [layer for layer in symbol.symbolLayers() if isinstance(layer, QgsLinePatternFillSymbolLayer)]
    for layer in hatching:
        paler = layer.clone()
        paler.subSymbol().setColor(QColor(*faded(NO_DATA)))
        layer.setDataDefinedProperty(_ENABLED, QgsProperty.fromExpression(inside))
        paler.setDataDefinedProperty(_ENABLED, QgsProperty.fromExpression(f"NOT ({inside})"))
        symbol.appendSymbolLayer(paler)
    return bool(hatching)


def in_focus(focus: Focus) -> str:
    """A QGIS expression: whether an area's parent is in focus; false where it has none."""
    field = QgsExpression.quotedColumnRef(focus.field)
    codes = ", ".join(QgsExpression.quotedString(code) for code in focus.codes)
    return f"coalesce({field} IN ({codes}), false)" if focus.codes else "false"
