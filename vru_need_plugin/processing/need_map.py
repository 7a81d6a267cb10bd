# SPDX-License-Identifier: GPL-2.0-or-later
"""``vruneed:needmap``: the printable map, or an atlas with a page for each parent."""

from __future__ import annotations

from typing import Optional, Tuple

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFileDestination,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..core.messages import NeedError, mark
from ..layers.writing.new_layer import memory_layer_of
from ..report.subject import Subject
from ..scenario.codec import dumps
from ..scoring.focus import focus_numbers
from ..scoring.outputs import need_fields
from ..sheets import template as templates
from ..sheets.export import export
from ..sheets.order import Order, order_for, pages_for, parents_named
from ..sheets.sheet import make_sheet
from ..sheets.text_voice import voice_of_user
from ..translation import tr
from . import map_parameters as asked
from .algorithm import Parameters
from .inputs import AreaSnapshot, Inputs, area_snapshot
from .scoring_algorithm import ScoringAlgorithm, scores_of

_STEPS = 4


class NeedMap(ScoringAlgorithm):
    """Scores areas and prints the map: a sheet, or an atlas with a page for each parent."""

    TEMPLATE, ATLAS, OUTPUT = asked.TEMPLATE, asked.ATLAS, "OUTPUT"
    PAGES = "PAGES"

    def name(self) -> str:
        return "needmap"

    def displayName(self) -> str:
        return tr("Need map")

    def shortDescription(self) -> str:
        return tr("Prints a scenario's map, or an atlas with a page for each borough.")

    def help(self) -> str:
        names = ", ".join(template.id for template in templates.shipped())
        return tr(
            "Scores areas by a scenario and prints them on a sheet that needs no maker beside it: map, "
            "ranking, measures with thresholds and weights, how to read it, and what the score is not. As "
            "an atlas it has a page for each borough, or whatever the areas lie in. Templates: {names}; a "
            "template of your own by its path. The format is the file's ending: PDF, PNG or SVG; what is "
            "there is replaced once the new file is complete."
        ).format(names=names)

    def flags(self) -> QgsProcessingAlgorithm.Flags:
        """On the main thread, where QGIS draws layouts."""
        return super().flags() | QgsProcessingAlgorithm.FlagNoThreading

    def initAlgorithm(self, configuration: Optional[Parameters] = None) -> None:
        super().initAlgorithm(configuration)
        asked.add_parameters(self)
        output = QgsProcessingParameterFileDestination(
            self.OUTPUT, tr("Map"), fileFilter="PDF (*.pdf);;PNG (*.png);;SVG (*.svg)"
        )
        output.setHelp(tr("The file to write; its ending says whether it is a PDF, a PNG or an SVG."))
        self.addParameter(output)
        self.add_counts()
        self.addOutput(
            QgsProcessingOutputNumber(
                self.PAGES,
                tr("Number of boroughs (or whatever the areas lie in) with a page of their own"),
            )
        )

    def work(
        self,
        inputs: Inputs,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Parameters:
        wish = asked.wish(self, parameters, context)
        template = self._template(parameters, context)
        steps = QgsProcessingMultiStepFeedback(_STEPS, feedback)
        snapshot = area_snapshot(inputs, steps)
        if not _is_spatial(snapshot):
            raise NeedError(mark("The areas have no outlines, so there is no map to print."))
        job, result = scores_of(inputs, snapshot.areas, steps, feedback)
        subject = Subject(job, result, dumps(inputs.scenario))
        steps.setCurrentStep(3)
        # A project of its own: nothing of this is left in the user's.
        project = QgsProject()
        layer = self._layer(snapshot, subject, steps)
        project.addMapLayer(layer)
        order = self._order(subject, template, parameters, context)
        layout = make_sheet(project, layer, subject, order, voice_of_user(), steps)
        pages = (len(order.parents) or len(subject.job.parents)) if order.atlas else 0
        files = export(layout, asked.described(wish, order), steps)
        for file in files:
            feedback.pushInfo(tr("Written: {file}").format(file=file))
        project.clear()
        return {
            self.OUTPUT: str(wish.path if wish.path in files else files[0]),
            **self.counts(result),
            self.PAGES: pages,
        }

    def _template(self, parameters: Parameters, context: QgsProcessingContext) -> templates.Template:
        text = self.parameterAsString(parameters, self.TEMPLATE, context).strip()
        if not text:
            is_atlas = self.parameterAsBool(parameters, self.ATLAS, context)
            text = templates.DEFAULT_OF_ATLAS if is_atlas else templates.DEFAULT
        return templates.find(text)

    def _layer(
        self, snapshot: AreaSnapshot, subject: Subject, feedback: QgsProcessingFeedback
    ) -> QgsVectorLayer:
        """The areas with their scores, to print from."""
        return memory_layer_of(
            snapshot,
            snapshot.wkb_type,
            snapshot.crs,
            need_fields(subject.job, subject.result),
            subject.scenario.options.field_prefix,
            snapshot.sourceName(),
            feedback,
            snapshot.areas.feature_ids,
        )

    def _order(
        self,
        subject: Subject,
        template: templates.Template,
        parameters: Parameters,
        context: QgsProcessingContext,
    ) -> Order:
        atlas = self.parameterAsBool(parameters, self.ATLAS, context)
        order = asked.order(self, order_for(subject, template), parameters, context)
        chosen = self._parents(subject, parameters, context)
        return asked.about(order, pages_for(template, chosen, atlas), atlas)

    def _parents(
        self, subject: Subject, parameters: Parameters, context: QgsProcessingContext
    ) -> Tuple[int, ...]:
        """Those that were named, or those that the scenario has in focus."""
        text = self.parameterAsString(parameters, asked.PARENTS, context)
        named = [part for part in text.split(";") if part.strip()]
        if named:
            return parents_named(subject, named)
        return tuple(focus_numbers(subject.job.parents, subject.scenario.options.focus))


def _is_spatial(snapshot: AreaSnapshot) -> bool:
    return QgsWkbTypes.geometryType(snapshot.wkb_type) != QgsWkbTypes.GeometryType.NullGeometry
