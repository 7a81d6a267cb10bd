# SPDX-License-Identifier: GPL-2.0-or-later
"""``vruneed:needreport``: the written method and results."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsProcessingParameterFileDestination,
    QgsProject,
)
from qgis.PyQt.QtCore import QLocale

from ..core.feedback import check
from ..core.messages import NeedError
from ..layers.outlines import read_outlines
from ..report.page import report_page
from ..report.subject import Subject
from ..report.voice import Voice
from ..resource import translation_file
from ..scenario.codec import dumps
from ..sheets.text_voice import number_marks
from ..translation import tr, translated
from .algorithm import Parameters
from .input_files import Origins, input_files, open_origins, remarks
from .inputs import Inputs, area_snapshot
from .report_html import write_html
from .report_pdf.writer import write_pdf
from .scoring_algorithm import ScoringAlgorithm, scores_of
from .versions import software

_STEPS = 6


class NeedReport(ScoringAlgorithm):
    """Writes a scenario's method and results as one page that needs nothing else."""

    OUTPUT = "OUTPUT"
    OUTPUT_PDF = "OUTPUT_PDF"

    def __init__(self) -> None:
        super().__init__()
        self._origins: Origins = {}
        self._voice: Optional[Voice] = None
        self._language = "en"

    def name(self) -> str:
        return "needreport"

    def displayName(self) -> str:
        return tr("Need report")

    def shortDescription(self) -> str:
        return tr("Writes a scenario's method and results as one page to read, send or print.")

    def help(self) -> str:
        return tr(
            "Scores areas by a scenario and writes one web page that a stranger can defend the decision "
            "from: the question, the data with their sources and what of them matched, every measure with "
            "its threshold, cut-off and distribution, the results with a map and all ranks, the limits, and "
            "the scenario itself with the checksums of its files. The page needs nothing else, holds no "
            "script, and prints well. The same files give the same page; its date is the scenario's."
        )

    def initAlgorithm(self, configuration: Optional[Parameters] = None) -> None:
        super().initAlgorithm(configuration)
        page = QgsProcessingParameterFileDestination(
            self.OUTPUT, tr("Report"), fileFilter=f"{tr('Web page')} (*.html)"
        )
        page.setHelp(tr("The page to write."))
        self.addParameter(page)
        pdf = QgsProcessingParameterFileDestination(
            self.OUTPUT_PDF,
            tr("Report as PDF"),
            fileFilter="PDF (*.pdf)",
            optional=True,
            createByDefault=False,
        )
        pdf.setHelp(tr("The same page as a PDF of A4 sheets to print or send; left out where not wanted."))
        self.addParameter(pdf)
        self.add_counts()

    def prepareAlgorithm(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        ready = super().prepareAlgorithm(parameters, context, feedback)
        if self._inputs is not None:
            layer = self.parameterAsVectorLayer(parameters, self.INPUT, context)
            project = context.project() or QgsProject.instance()
            try:
                self._origins = open_origins(self._inputs.scenario, layer, project)
            except NeedError as error:
                self._failure = error
        self._voice = Voice(translated, number_marks(QLocale()))
        code = QgsApplication.locale()
        self._language = code.split("_")[0] if translation_file(code) is not None else "en"
        return ready

    def work(
        self,
        inputs: Inputs,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Parameters:
        path = Path(self.parameterAsFileOutput(parameters, self.OUTPUT, context))
        steps = QgsProcessingMultiStepFeedback(_STEPS, feedback)
        # First of all, before anything that opens a file can touch it.
        scenario_file = Path(self.parameterAsFile(parameters, self.SCENARIO, context))
        files = input_files(scenario_file, inputs.scenario, self._origins, steps)
        steps.setCurrentStep(1)
        snapshot = area_snapshot(inputs, steps)
        job, result = scores_of(inputs, snapshot.areas, steps, feedback, step=2)
        steps.setCurrentStep(4)
        outlines = read_outlines(
            snapshot, snapshot.wkb_type, snapshot.crs, snapshot.areas.feature_ids or (), steps
        )
        subject = Subject(
            job,
            result,
            dumps(inputs.scenario),
            files,
            software(inputs.scenario),
            outlines,
            remarks(self._origins),
        )
        page = report_page(subject, self._voice, self._language)
        check(feedback)
        write_html(path, page)
        found: Parameters = {
            self.OUTPUT: str(path),
            **self.counts(result),
        }
        pdf = self.parameterAsFileOutput(parameters, self.OUTPUT_PDF, context)
        if pdf:
            steps.setCurrentStep(5)
            statement = tr("A decision aid for one decision, not an index")
            write_pdf(Path(pdf), page, inputs.scenario.author or "", statement, steps)
            found[self.OUTPUT_PDF] = pdf
        return found
