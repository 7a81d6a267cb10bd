# SPDX-License-Identifier: GPL-2.0-or-later
"""The parents in focus in full, all others faded."""

from __future__ import annotations

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsFillSymbol,
    QgsProperty,
    QgsSymbol,
    QgsSymbolLayer,
)

from ..ramp import FADED, PAPER
from .choice import Focus

# The names moved in QGIS 3.36.
_OPACITY = getattr(QgsSymbol, "PropertyOpacity", None)
if _OPACITY is None:
    _OPACITY = QgsSymbol.Property.Opacity
_ENABLED = getattr(QgsSymbolLayer, "PropertyLayerEnabled", None)
if _ENABLED is None:
    _ENABLED = QgsSymbolLayer.Property.LayerEnabled
_FILL = getattr(QgsSymbolLayer, "PropertyFillColor", None)
if _FILL is None:
    _FILL = QgsSymbolLayer.Property.FillColor


def fade_others(renderer: QgsCategorizedSymbolRenderer, focus: Focus) -> None:
    """Let the renderer fade the areas whose parent is not in focus; those without a parent too."""
    fade(renderer, in_focus(focus))


def fade(renderer: QgsCategorizedSymbolRenderer, inside: str) -> None:
    """Let the renderer fade the areas for which a QGIS expression is not true.

    Polygons get a veil of paper, which unlike opacity nothing below shines through, such as the
    layer that a preview was made of; and QGIS draws hatching with one brush for all areas,
    whatever opacity each is to have.
    """
    for number, category in enumerate(renderer.categories()):
        symbol = category.symbol().clone()
        if isinstance(symbol, QgsFillSymbol):
            symbol.appendSymbolLayer(_veil(inside))
        else:
            opacity = QgsProperty.fromExpression(f"if({inside}, 100, {round(100 * (1 - FADED))})")
            symbol.setDataDefinedProperty(_OPACITY, opacity)
        renderer.updateCategorySymbol(number, symbol)


def _veil(inside: str) -> QgsSymbolLayer:
    """A layer of a symbol over the areas that are faded; a legend, which draws no shape, does without."""
    clear, paper = (",".join(map(str, (*PAPER, alpha))) for alpha in (0, round(255 * FADED)))
    veil = QgsFillSymbol.createSimple({"color": clear, "outline_style": "no"}).takeSymbolLayer(0)
    veil.setDataDefinedProperty(_ENABLED, QgsProperty.fromExpression(f"NOT ({inside})"))
    # Known only where a shape is drawn; the page of an atlas gives its legend an area, too.
    colour = QgsProperty.fromExpression(f"if(@geometry_part_count IS NULL, '{clear}', '{paper}')")
    veil.setDataDefinedProperty(_FILL, colour)
    return veil


def in_focus(focus: Focus) -> str:
    """A QGIS expression: whether an area's parent is in focus; false where it has none.

    Codes are compared as the scores compare them, whatever their case and the blanks around them.
    """
    field = QgsExpression.quotedColumnRef(focus.field)
    codes = ", ".join(QgsExpression.quotedString(code.strip().lower()) for code in focus.codes)
    return f"coalesce(lower(trim(to_string({field}))) IN ({codes}), false)" if focus.codes else "false"
