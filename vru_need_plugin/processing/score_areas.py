# SPDX-License-Identifier: GPL-2.0-or-later
"""``vruneed:scoreareas``: scores areas into a new layer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Optional, Sequence, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingUtils,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..core.feedback import check
from ..core.output import FieldKind, OutputField
from ..layers.dress import Dress, dress_for
from ..layers.export import safe_text
from ..layers.fields import Cell
from ..layers.writing.cells import ready
from ..layers.writing.new_layer import check_cut_names, new_layer_fields, scored_features
from ..layers.writing.new_table import check_key, table_features, table_fields
from ..layers.writing.plan import check_missing
from ..scoring.outputs import need_fields
from ..translation import tr, translated
from .algorithm import Parameters
from .inputs import AreaSnapshot, Inputs, area_snapshot
from .scoring_algorithm import ScoringAlgorithm, scores_of
from .sinks import check_not_own, driver_of, fill, plain_file, text_cap
from .style_when_loaded import StyleWhenLoaded

_STEPS = 4


class ScoreAreas(ScoringAlgorithm):
    """Scores areas into a new layer: the area layer's fields and the need fields."""

    OUTPUT = "OUTPUT"
    TABLE = "TABLE"
    MEASURES = "MEASURES"

    def __init__(self) -> None:
        super().__init__()
        self._output: Optional[Tuple[str, Dress]] = None

    def name(self) -> str:
        return "scoreareas"

    def displayName(self) -> str:
        return tr("Score areas")

    def shortDescription(self) -> str:
        return tr("Scores areas by a scenario into a new layer.")

    def help(self) -> str:
        return tr(
            "Scores areas by a scenario into a new layer: the area layer's fields, and after them the need "
            "fields. The need score is the sum of the weights of the measures on which an area is above the "
            "threshold; rank 1 is greatest need. Areas without enough data have no score and are never "
            "shown as 0. What was matched in each table, and what was not, is in the log."
        )

    def initAlgorithm(self, configuration: Optional[Parameters] = None) -> None:
        super().initAlgorithm(configuration)
        output = QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Scored areas"), QgsProcessing.TypeVector)
        output.setHelp(tr("The layer to make: the areas with their own fields and the need fields."))
        self.addParameter(output)
        table = QgsProcessingParameterFeatureSink(
            self.TABLE, tr("Table to join"), QgsProcessing.TypeVector, None, True, False
        )
        table.setHelp(tr("A table of the areas' codes and the need fields, without geometry, to join."))
        self.addParameter(table)
        self.add_counts()
        self.addOutput(QgsProcessingOutputNumber(self.MEASURES, tr("Number of measures in use")))

    def work(
        self,
        inputs: Inputs,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Parameters:
        steps = QgsProcessingMultiStepFeedback(_STEPS, feedback)
        snapshot = area_snapshot(inputs, steps)
        job, result = scores_of(inputs, snapshot.areas, steps, feedback)
        added = need_fields(job, result)
        steps.setCurrentStep(3)
        destination = self._write(
            snapshot, added, inputs.scenario.options.field_prefix, parameters, context, steps
        )
        self._output = destination, dress_for(inputs.scenario, added, date.today().isoformat())
        if context.willLoadLayerOnCompletion(destination):
            details = context.layerToLoadOnCompletionDetails(destination)
            details.setPostProcessor(StyleWhenLoaded(self._output[1]))
        key = inputs.scenario.areas.code_field
        table = self._write_table(key, snapshot.areas.codes, added, parameters, context, steps)
        figures = {**self.counts(result), self.MEASURES: len(job.measures)}
        return {self.OUTPUT: destination, **table, **figures}

    def postProcessAlgorithm(
        self, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        if self._output is not None:
            destination, worn = self._output
            layer = QgsProcessingUtils.mapLayerFromString(destination, context)
            for note in worn.put_on(layer) if isinstance(layer, QgsVectorLayer) else ():
                feedback.pushWarning(translated(note))
        return {}

    def _write(
        self,
        snapshot: AreaSnapshot,
        added: Sequence[OutputField],
        prefix: str,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> str:
        """Write the areas with their need fields and return where they went."""
        asked = self.parameterAsOutputLayer(parameters, self.OUTPUT, context)
        cap = text_cap(asked)
        outputs, notes = ready(added, {need.name: cap for need in added if need.kind is FieldKind.TEXT})
        new = new_layer_fields(snapshot, outputs, prefix, cap=cap)
        check_missing(driver_of(asked), outputs)
        check_cut_names(driver_of(asked), new, outputs)
        check_not_own(snapshot.file, plain_file(asked))
        check(feedback)
        ids = snapshot.areas.feature_ids
        features = scored_features(snapshot, new, outputs, feedback, ids)
        kind = new.fields, snapshot.wkb_type, snapshot.crs
        destination = fill(self, parameters, self.OUTPUT, context, kind, features)
        for note in notes:
            feedback.pushWarning(translated(note))
        return destination

    def _write_table(
        self,
        key: str,
        codes: Sequence[str],
        added: Sequence[OutputField],
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Parameters:
        """Write codes and need fields without geometry, where that is asked for."""
        if not parameters.get(self.TABLE):
            return {}
        check_key(key, added)
        outputs, _ = ready(added, {})
        if driver_of(self.parameterAsOutputLayer(parameters, self.TABLE, context)) == "CSV":
            codes = [safe_text(code) for code in codes]
            outputs = tuple(replace(one, values=[_safe(value) for value in one.values]) for one in outputs)
        fields = table_fields(key, outputs)
        kind = fields, QgsWkbTypes.Type.NoGeometry, QgsCoordinateReferenceSystem()
        rows = table_features(fields, codes, outputs, feedback)
        return {self.TABLE: fill(self, parameters, self.TABLE, context, kind, rows)}


def _safe(value: Cell) -> Cell:
    return safe_text(value) if isinstance(value, str) else value
