# SPDX-License-Identifier: GPL-2.0-or-later
"""The table reports, and what a scenario lists in vain, in the log of an algorithm."""

from __future__ import annotations

from typing import Iterable

from qgis.core import QgsProcessingFeedback

from ..scoring.road import Job
from ..tables.report import TableReport
from ..translation import tr, translated


def log_job(job: Job, feedback: QgsProcessingFeedback) -> None:
    """Push the reports of a job's tables, and as warnings what its scenario lists in vain."""
    log_reports(job.reports.values(), feedback)
    for note in job.notes:
        feedback.pushWarning(translated(note))


def log_reports(reports: Iterable[TableReport], feedback: QgsProcessingFeedback) -> None:
    """Push each table's report, a sentence a line, under the table's id and source."""
    for report in reports:
        feedback.pushInfo(tr("Table “{table}” ({source})").format(table=report.table, source=report.source))
        for line in report.lines():
            feedback.pushInfo(f"  {translated(line)}")
