# SPDX-License-Identifier: GPL-2.0-or-later
"""``vruneed:checktables``: the match report of a scenario's tables, without scoring."""

from __future__ import annotations

from pathlib import Path
from typing import Dict, List, Optional, Sequence, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
    QgsWkbTypes,
)

from ..core.areas import AreaTable
from ..core.feedback import Feedback, check
from ..core.messages import NeedError, mark
from ..core.output import OutputField
from ..scoring.load import load_table
from ..scoring.road import Problem, prepare
from ..tables.raw import RawTable
from ..tables.report import TableReport
from ..translation import tr
from .algorithm import NeedAlgorithm, Parameters
from .inputs import Inputs, area_snapshot, table_reader
from .report_html import report_html, write_html
from .report_log import log_reports
from .report_table import finding_features, finding_fields, findings, said

_STEPS = 3


class CheckTables(NeedAlgorithm):
    """Matches a scenario's tables with its areas and reports what was made of them."""

    OUTPUT = "OUTPUT"
    OUTPUT_HTML = "OUTPUT_HTML"
    every_table = True
    TABLES = "TABLES"
    FINDINGS = "FINDINGS"

    def name(self) -> str:
        return "checktables"

    def displayName(self) -> str:
        return tr("Check tables")

    def shortDescription(self) -> str:
        return tr("Reports what of a scenario's tables matches the areas, and what does not and why.")

    def help(self) -> str:
        return tr(
            "Reads all tables of a scenario, matches them with the areas and reports, without scoring: what "
            "was read, which keys match, which do not and the likely cause of each, spellings taken as one, "
            "keys on several rows, and cells that are no number. What keeps a table or a measure from being "
            "used is a finding too, so that all of it is named at once."
        )

    def initAlgorithm(self, configuration: Optional[Parameters] = None) -> None:
        super().initAlgorithm(configuration)
        table = QgsProcessingParameterFeatureSink(
            self.OUTPUT, tr("Findings"), QgsProcessing.TypeVector, optional=True
        )
        table.setHelp(tr("A table with a summary of each table and one row for each finding."))
        self.addParameter(table)
        page = QgsProcessingParameterFileDestination(
            self.OUTPUT_HTML, tr("Report"), fileFilter=tr("Web page") + " (*.html)", optional=True
        )
        page.setHelp(tr("The same as a page to read or print."))
        self.addParameter(page)
        self.addOutput(QgsProcessingOutputNumber(self.TABLES, tr("Number of tables")))
        self.addOutput(QgsProcessingOutputNumber(self.FINDINGS, tr("Number of findings")))

    def work(
        self,
        inputs: Inputs,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Parameters:
        steps = QgsProcessingMultiStepFeedback(_STEPS, feedback)
        snapshot = area_snapshot(inputs, steps)
        steps.setCurrentStep(1)
        reports, problems = _reports(inputs, snapshot.areas, steps)
        log_reports(reports, feedback)
        for problem in problems:
            feedback.reportError(said(problem), False)  # the run goes on: what is wrong is its result
        check(feedback)
        steps.setCurrentStep(2)
        return {
            **self._write_table(findings(reports, problems), parameters, context),
            **self._write_page(report_html(inputs.scenario.title, reports, problems), parameters, context),
            self.TABLES: len(reports),
            self.FINDINGS: len(problems) + sum(len(report.rows()) for report in reports),
        }

    def _write_table(
        self, columns: Sequence[OutputField], parameters: Parameters, context: QgsProcessingContext
    ) -> Parameters:
        fields = finding_fields(columns)
        sink, destination = self.parameterAsSink(
            parameters, self.OUTPUT, context, fields, QgsWkbTypes.NoGeometry, QgsCoordinateReferenceSystem()
        )
        if sink is None:  # not asked for
            return {}
        for feature in finding_features(columns, fields):
            if not sink.addFeature(feature):
                raise NeedError(mark("The findings could not be written: {reason}"), reason=sink.lastError())
        return {self.OUTPUT: destination}

    def _write_page(self, page: str, parameters: Parameters, context: QgsProcessingContext) -> Parameters:
        path = self.parameterAsFileOutput(parameters, self.OUTPUT_HTML, context)
        if not path:
            return {}
        write_html(Path(path), page)
        return {self.OUTPUT_HTML: path}


def _reports(inputs: Inputs, areas: AreaTable, feedback: Feedback) -> Tuple[List[TableReport], List[Problem]]:
    """The report of each table that can be used, and what is wrong with the rest and with measures."""
    raw: Dict[str, RawTable] = {}
    problems: List[Problem] = []
    read = table_reader(inputs)
    for table in inputs.scenario.tables:
        check(feedback)
        try:
            raw[table.id] = load_table(table, inputs.folder, read)
        except NeedError as error:
            problems.append(Problem(table.id, None, error))
    job = prepare(inputs.scenario, areas, raw, feedback=feedback, go_on=True)
    return list(job.reports.values()), [*problems, *job.problems]
