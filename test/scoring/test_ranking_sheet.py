# SPDX-License-Identifier: GPL-2.0-or-later
"""The ranking as a table: a part of a score without any figure is blank, never 0."""

from __future__ import annotations

import numpy as np

from support.reports import subject
from vru_need_plugin.scoring.ranking_sheet import ranking_sheet


def test_a_part_without_any_figure_is_blank_and_one_with_is_a_number():
    about = subject()
    sheet = ranking_sheet(about.job, about.result, np.arange(len(about.job.areas)), "Ranking", "Not an index")
    names = [column.name for column in sheet.columns]
    own, carried = names.index("score_own_level"), names.index("score_parent_level")
    has_trust = about.result.prepared.has_value[2]
    rows = list(sheet.rows)
    scored = [area for area in range(len(rows)) if about.result.scored[area]]
    assert {bool(has_trust[area]) for area in scored} == {True, False}
    for area in scored:
        assert (rows[area][carried] is not None) == has_trust[area]
        parts = (rows[area][own], rows[area][carried] or 0.0)
        assert sum(parts) == rows[area][names.index("score")]
