# SPDX-License-Identifier: GPL-2.0-or-later
"""What became of a table: what was read, what matched, and what did not and why."""

from __future__ import annotations

from typing import List

from ..core.messages import Message
from .findings import ReportRow
from .report_rows import rows
from .report_words import lines
from .table_findings import TableFindings


class TableReport(TableFindings):
    """The report on one table: the findings, in plain sentences and row by row."""

    def lines(self) -> List[Message]:
        """The report in plain sentences, most important first."""
        return lines(self)

    def rows(self) -> List[ReportRow]:
        """The findings one by one; the many keys outside the layer as one."""
        return rows(self)
