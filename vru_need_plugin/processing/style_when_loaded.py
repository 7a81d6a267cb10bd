# SPDX-License-Identifier: GPL-2.0-or-later
"""The style of an output that Processing loads into the project."""

from __future__ import annotations

from typing import ClassVar, Set

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
)

from ..layers.dress import Dress


class StyleWhenLoaded(QgsProcessingLayerPostProcessorInterface):
    """Draws an output as need scores once it is in the project, whatever style Processing's options set."""

    # QGIS keeps a bare pointer only, and the algorithm may be gone by the time the layer is loaded.
    _waiting: ClassVar[Set[StyleWhenLoaded]] = set()

    def __init__(self, worn: Dress) -> None:
        super().__init__()
        self._worn = worn
        self._waiting.add(self)

    def postProcessLayer(
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        self._worn.draw(layer)
        self._waiting.discard(self)
