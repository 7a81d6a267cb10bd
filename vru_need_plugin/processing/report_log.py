# SPDX-License-Identifier: GPL-2.0-or-later
"""The table reports in the log of an algorithm."""

from __future__ import annotations

from typing import Iterable

from qgis.core import QgsProcessingFeedback

from ..tables.report import TableReport
from ..translation import tr, translated


def log_reports(reports: Iterable[TableReport], feedback: QgsProcessingFeedback) -> None:
    """Push each table's report, a sentence a line, under the table's id and source."""
    for report in reports:
        feedback.pushInfo(tr("Table “{table}” ({source})").format(table=report.table, source=report.source))
        for line in report.lines():
            feedback.pushInfo(f"  {translated(line)}")
