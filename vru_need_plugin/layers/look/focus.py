# SPDX-License-Identifier: GPL-2.0-or-later
"""The parents in focus in full, all others faded."""

from __future__ import annotations

from qgis.core import QgsCategorizedSymbolRenderer, QgsExpression, QgsProperty, QgsSymbol

from ..ramp import FADED
from .choice import Focus

# The enum moved between QGIS 3.22 and 3.36; the number did not.
_OPACITY = getattr(QgsSymbol, "PropertyOpacity", None)
if _OPACITY is None:
    _OPACITY = QgsSymbol.Property.Opacity


def fade_others(renderer: QgsCategorizedSymbolRenderer, focus: Focus) -> None:
    """Let the renderer fade the areas whose parent is not in focus; those without a parent too."""
    fade(renderer, in_focus(focus))


def fade(renderer: QgsCategorizedSymbolRenderer, inside: str) -> None:
    """Let the renderer fade the areas for which a QGIS expression is not true."""
    opacity = QgsProperty.fromExpression(f"if({inside}, 100, {round(100 * (1 - FADED))})")
    for number, category in enumerate(renderer.categories()):
        symbol = category.symbol().clone()
        symbol.setDataDefinedProperty(_OPACITY, opacity)
        renderer.updateCategorySymbol(number, symbol)


def in_focus(focus: Focus) -> str:
    """A QGIS expression: whether an area's parent is in focus; false where it has none."""
    field = QgsExpression.quotedColumnRef(focus.field)
    codes = ", ".join(QgsExpression.quotedString(code) for code in focus.codes)
    return f"coalesce({field} IN ({codes}), false)" if focus.codes else "false"
