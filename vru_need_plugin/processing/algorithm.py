# SPDX-License-Identifier: GPL-2.0-or-later
"""What the algorithms have in common: parameters, help, and errors in our own words."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterFile,
    QgsProcessingParameterVectorLayer,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QIcon

from ..core.feedback import check
from ..core.messages import NOT_AN_INDEX, Cancelled, NeedError, mark
from ..resource import resource
from ..translation import tr, translated
from .inputs import Inputs, take_inputs
from .outputs import check_outputs

Parameters = Dict[str, Any]


class NeedAlgorithm(QgsProcessingAlgorithm):
    """An algorithm on a scenario and, optionally, another area layer than the scenario's.

    A subclass says its name and words, adds its own parameters and does its work in `work`.
    """

    SCENARIO = "SCENARIO"
    INPUT = "INPUT"
    every_table = False
    """Whether the tables that no measure in use needs are read too."""

    def __init__(self) -> None:
        super().__init__()
        self._inputs: Optional[Inputs] = None
        self._failure: Optional[NeedError] = None

    def createInstance(self) -> NeedAlgorithm:
        return type(self)()

    def icon(self) -> QIcon:
        return QIcon(str(resource("icon.svg")))

    def svgIconPath(self) -> str:
        return str(resource("icon.svg"))

    def group(self) -> str:
        return tr("Need scores")

    def groupId(self) -> str:
        return "needscores"

    def helpUrl(self) -> str:
        return "https://github.com/vru-need-score/vru-need-score/blob/main/docs/processing.md"

    def shortHelpString(self) -> str:
        """The algorithm's own help, what a scenario is, and the statement that every output carries."""
        scenario = tr(
            "A scenario is a JSON file that says which areas are scored, from which tables, by which "
            "measures, thresholds and weights. The dock saves it; paths in it are relative to the file."
        )
        return "\n\n".join([self.help(), scenario, tr(NOT_AN_INDEX)])

    def help(self) -> str:
        """What the algorithm does, in a few sentences."""
        raise NotImplementedError

    def initAlgorithm(self, configuration: Optional[Parameters] = None) -> None:
        scenario = QgsProcessingParameterFile(
            self.SCENARIO,
            tr("Scenario"),
            fileFilter=tr("Scenarios") + " (*.json);;" + tr("All files") + " (*.*)",
        )
        scenario.setHelp(tr("The scenario file (JSON) to work through."))
        self.addParameter(scenario)
        areas = QgsProcessingParameterVectorLayer(
            self.INPUT,
            tr("Areas in place of the scenario's"),
            types=[QgsProcessing.TypeVector],
            optional=True,
        )
        areas.setHelp(
            tr(
                "A layer to score in place of the one that the scenario names, with the fields that the "
                "scenario names. All its areas count, selected or not. A table without geometry will do."
            )
        )
        self.addParameter(areas)

    def prepareAlgorithm(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Take on the main thread what only the main thread may read: layers of the project."""
        try:
            self._inputs = take_inputs(
                Path(self.parameterAsFile(parameters, self.SCENARIO, context)),
                self._given_layer(parameters, context),
                context.project() or QgsProject.instance(),  # qgis_process sets none
                self.every_table,
            )
        except NeedError as error:
            # Raised from processAlgorithm, whose errors reach every caller with their words.
            self._failure = error
        return True

    def _given_layer(self, parameters: Parameters, context: QgsProcessingContext) -> Optional[QgsVectorLayer]:
        """The layer given in place of the scenario's; None only where none was given.

        QGIS answers None for a layer that it cannot find, too; the scenario's own would then be scored,
        or written to, unasked.
        """
        layer = self.parameterAsVectorLayer(parameters, self.INPUT, context)
        given = parameters.get(self.INPUT)
        if layer is None and given not in (None, ""):
            raise NeedError(
                mark("The area layer given, {layer}, cannot be found or opened. Nothing was done."),
                layer=f"“{given}”",
            )
        return layer

    def processAlgorithm(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        try:
            if self._failure is not None:
                raise self._failure
            check(feedback)
            check_outputs(self, parameters, context, self._inputs.files)
            return self.work(self._inputs, parameters, context, feedback)
        except NeedError as error:
            said = translated(error)
        except Cancelled:
            said = tr("Stopped; nothing was written.")
        finally:
            self._inputs = self._failure = None
        # Outside the handlers: QGIS never lets go of what it is raised with, and the error's frames hold
        # layers, whose files would stay open.
        raise QgsProcessingException(said)

    def work(
        self,
        inputs: Inputs,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Parameters:
        """Do the work and return the outputs; NeedError and Cancelled become Processing's own errors."""
        raise NotImplementedError
