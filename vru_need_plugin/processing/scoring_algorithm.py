# SPDX-License-Identifier: GPL-2.0-or-later
"""What the algorithms that score have in common: the way to the scores, and how many areas have one."""

from __future__ import annotations

from typing import Tuple

from qgis.core import QgsProcessingFeedback, QgsProcessingMultiStepFeedback, QgsProcessingOutputNumber

from ..core.areas import AreaTable
from ..core.result import Result
from ..scoring.road import Job, prepare, score_job
from ..translation import tr
from .algorithm import NeedAlgorithm, Parameters
from .inputs import Inputs, read_tables
from .report_log import log_job


class ScoringAlgorithm(NeedAlgorithm):
    """An algorithm whose outputs tell how many areas there are, and how many have a score."""

    AREAS = "AREAS"
    SCORED = "SCORED"

    def add_counts(self) -> None:
        """Add the outputs that `counts` fills."""
        self.addOutput(QgsProcessingOutputNumber(self.AREAS, tr("Number of areas")))
        self.addOutput(QgsProcessingOutputNumber(self.SCORED, tr("Number of areas with a score")))

    def counts(self, result: Result) -> Parameters:
        """How many areas there are and how many have a score."""
        return {self.AREAS: len(result.scored), self.SCORED: int(result.scored.sum())}


def scores_of(
    inputs: Inputs,
    areas: AreaTable,
    steps: QgsProcessingMultiStepFeedback,
    feedback: QgsProcessingFeedback,
    step: int = 1,
) -> Tuple[Job, Result]:
    """Read the tables, score, and tell in the log what of the tables matched.

    Parameters
    ----------
    step
        The first of the two steps that this takes.

    Raises
    ------
    NeedError
        A table cannot be read or used, or a measure not be worked out.
    Cancelled
        The user asked to stop.
    """
    steps.setCurrentStep(step)
    tables = read_tables(inputs, steps)
    steps.setCurrentStep(step + 1)
    job = prepare(inputs.scenario, areas, tables, feedback=steps)
    result = score_job(job)
    log_job(job, feedback)
    return job, result
