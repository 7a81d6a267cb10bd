# SPDX-License-Identifier: GPL-2.0-or-later
"""``vruneed:writescores``: writes the need fields on to the area layer itself."""

from __future__ import annotations

from datetime import date
from typing import Optional, Tuple

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsProcessingOutputVectorLayer,
    QgsVectorLayer,
)

from ..core.areas import AreaTable
from ..layers.areas import read_areas
from ..layers.dress import dress_for
from ..layers.open_layers import open_layer_of
from ..layers.sources import open_layer
from ..layers.write import write_in_place
from ..scenario.sources import Source
from ..scoring.outputs import need_fields
from ..translation import tr, translated
from .algorithm import Parameters
from .inputs import Inputs
from .scoring_algorithm import ScoringAlgorithm, scores_of

_STEPS = 4


class WriteScores(ScoringAlgorithm):
    """Writes the need fields on to the area layer itself, all or nothing."""

    OUTPUT = "OUTPUT"

    def name(self) -> str:
        return "writescores"

    def displayName(self) -> str:
        return tr("Write scores")

    def shortDescription(self) -> str:
        return tr("Scores areas by a scenario and writes the need fields on to the area layer itself.")

    def help(self) -> str:
        return tr(
            "Scores areas by a scenario and writes the need fields on to the area layer itself, all or "
            "nothing. Need fields of an earlier score are overwritten, and nothing else is changed. A layer "
            "that is being edited gets one undo step, and saving is left to you; any other layer is saved."
        )

    def flags(self) -> QgsProcessingAlgorithm.Flags:
        return super().flags() | QgsProcessingAlgorithm.FlagNoThreading

    def initAlgorithm(self, configuration: Optional[Parameters] = None) -> None:
        super().initAlgorithm(configuration)
        self.addOutput(QgsProcessingOutputVectorLayer(self.OUTPUT, tr("The area layer")))
        self.add_counts()

    def work(
        self,
        inputs: Inputs,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Parameters:
        steps = QgsProcessingMultiStepFeedback(_STEPS, feedback)
        layer, areas = self._layer(inputs, parameters, context, steps)
        job, result = scores_of(inputs, areas, steps, feedback)
        steps.setCurrentStep(3)
        fields = need_fields(job, result)
        report = write_in_place(layer, fields, inputs.scenario.options.field_prefix, steps, areas.feature_ids)
        worn = dress_for(inputs.scenario, fields, date.today().isoformat())
        for note in (*report.notes, *worn.describe(layer, save=report.saved)):
            feedback.pushWarning(translated(note))
        feedback.pushInfo(
            tr("{count} areas of “{layer}” got: {fields}").format(
                count=report.areas, layer=layer.name(), fields=", ".join(report.fields)
            )
        )
        in_project = inputs.project.mapLayer(layer.id()) is not None
        return {
            self.OUTPUT: layer.id() if in_project else layer.source(),
            **self.counts(result),
        }

    def _layer(
        self,
        inputs: Inputs,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Tuple[QgsVectorLayer, AreaTable]:
        """The layer to write to, with its areas; on the main thread, where layers live."""
        layer = self.parameterAsVectorLayer(parameters, self.INPUT, context)
        if layer is None:
            source = inputs.scenario.areas.source
            # A file that is open is written through its layer, which would not know of it otherwise.
            layer = open_layer_of(Source.parse(source), inputs.folder, inputs.project)
            layer = layer or open_layer(source, inputs.folder, inputs.project)
        if inputs.snapshot is not None:
            return layer, inputs.snapshot.areas
        return layer, read_areas(layer, inputs.scenario.areas, feedback)
