# SPDX-License-Identifier: GPL-2.0-or-later
"""An output layer of scores with its aliases, its style and what the score is and is not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Sequence, Set, Tuple

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from ..core.messages import Message
from ..core.output import OutputField
from ..core.result import Result
from ..layers.classes import Classes, need_classes
from ..layers.dress import dress
from ..layers.provenance import Provenance
from ..layers.style import need_renderer
from ..scenario import codec
from ..scenario.document import Scenario
from ..scoring.scale import score_scale


@dataclass(frozen=True)
class Dress:
    """What one output is to wear; plain data, made on the thread that scored.

    Parameters
    ----------
    fields
        The need fields, and their prefix.
    classes
        Which scores share a colour.
    provenance
        What the layer says of itself.
    """

    fields: Sequence[OutputField]
    prefix: str
    classes: Classes
    provenance: Provenance

    def put_on(self, destination: str, context: QgsProcessingContext) -> Tuple[Message, ...]:
        """Dress an output, and save the dress with it where its format can.

        Returns
        -------
        tuple of Message
            What could not be saved.
        """
        layer = QgsProcessingUtils.mapLayerFromString(destination, context)
        if not isinstance(layer, QgsVectorLayer):
            return ()
        return dress(layer, self.fields, self.classes, self.prefix, self.provenance)


def dress_for(scenario: Scenario, fields: Sequence[OutputField], result: Result) -> Dress:
    """What an output with these scores is to wear."""
    scale = score_scale(result)
    return Dress(
        fields=fields,
        prefix=scenario.options.field_prefix,
        classes=need_classes(scale.top, scale.is_count, scale.highest),
        provenance=Provenance(
            title=scenario.title,
            scenario_json=codec.dumps(scenario),
            written=date.today().isoformat(),
            question=scenario.question,
        ),
    )


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
        worn = self._worn
        renderer = need_renderer(layer.geometryType(), worn.classes, worn.prefix, areas=layer.featureCount())
        if renderer is not None:
            layer.setRenderer(renderer)
            layer.triggerRepaint()
        self._waiting.discard(self)
