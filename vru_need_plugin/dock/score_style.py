# SPDX-License-Identifier: GPL-2.0-or-later
"""How a layer of written scores is drawn."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsCategorizedSymbolRenderer, QgsVectorLayer

from ..core.result import Result
from ..layers.classes import need_classes
from ..layers.style import need_renderer
from ..scoring.scale import score_scale


def score_renderer(
    layer: QgsVectorLayer, result: Result, prefix: str
) -> Optional[QgsCategorizedSymbolRenderer]:
    """The renderer for these scores; None for a layer that draws nothing."""
    scale = score_scale(result)
    classes = need_classes(scale.top, scale.is_count, scale.highest)
    return need_renderer(layer.geometryType(), classes, prefix, areas=len(result.score))
