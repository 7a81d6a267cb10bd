# SPDX-License-Identifier: GPL-2.0-or-later
"""How a layer of written scores is drawn."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsCategorizedSymbolRenderer, QgsVectorLayer

from ..core.result import Result
from ..layers.dress import classes_for
from ..layers.style import need_renderer


def score_renderer(
    layer: QgsVectorLayer, result: Result, prefix: str
) -> Optional[QgsCategorizedSymbolRenderer]:
    """The renderer for these scores; None for a layer that draws nothing."""
    return need_renderer(layer.geometryType(), classes_for(result), prefix, areas=len(result.score))
