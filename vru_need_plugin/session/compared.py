# SPDX-License-Identifier: GPL-2.0-or-later
"""What a measure is compared with, and what else it could be."""

from __future__ import annotations

from typing import Optional

import numpy as np

from ..core.threshold import Reference
from ..scoring.columns import UnitCodes
from ..scoring.group import members
from ..scoring.road import Job


def whole_table_size(job: Job, number: int) -> Optional[int]:
    """How many rows with a value the whole table has to compare with, of the measure of this number.

    None where it has no row beyond those of the layer.
    """
    measure, evidence = job.measures[number], job.evidence[number]
    has_value = np.isfinite(evidence.column.values)
    units = len(job.areas) if evidence.column.area_row is None else len(job.parents)
    if not has_value[units:].any():
        return None
    table, spec = job.tables[measure.table], job.scenario.table(measure.table)
    kind = UnitCodes(job.areas, job.parents).kind(evidence.level)
    belongs = members(table, spec, Reference.TABLE, kind)
    rows = evidence.table_row
    return int(np.count_nonzero(has_value & (rows >= 0) & belongs[rows]))
