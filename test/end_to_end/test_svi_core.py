# SPDX-License-Identifier: GPL-2.0-or-later
"""CDC's published flags through the core alone: columns in, flags, theme sums and totals out."""

from __future__ import annotations

import csv

import numpy as np
import pytest

from oracle import svi
from support.shared import DATA, needs_data
from vru_need_plugin.core.column import Column, prepare_column
from vru_need_plugin.core.prepared import Prepared
from vru_need_plugin.core.rules import Rule, Settings, coverage, whole_weight
from vru_need_plugin.core.score import score
from vru_need_plugin.core.threshold import Direction, Threshold, ThresholdKind

pytestmark = needs_data

MISSING = -999


def column_of(rows, measure):
    values = np.array([float(row[measure["value"]["columns"][0]]) for row in rows])
    return Column(
        values=np.where(values == MISSING, np.nan, values),
        direction=Direction(measure["direction"]),
        group=np.zeros(len(rows), dtype=np.int32),
        member=np.ones(len(rows), dtype=bool),
    )


@pytest.mark.parametrize("file", svi.FILES)
def test_every_published_flag_theme_and_total_is_reproduced(file):
    with open(DATA / "svi" / file, encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    measures = svi.scenario(file)["measures"]
    prepared = Prepared(
        tuple(prepare_column(column_of(rows, measure)) for measure in measures),
        len(rows),
        np.full(len(rows), -1, dtype=np.int32),
    )
    rules = [Rule(Threshold(ThresholdKind.TOP_SHARE, 10), whole_weight(1), m["theme"]) for m in measures]
    result = score(prepared, rules, Settings(min_coverage=coverage(0)))
    fields = {"need_score": result.score.tolist()}
    fields.update({f"need_f{at:02}": result.flag(at - 1).tolist() for at in range(1, len(measures) + 1)})
    fields.update(
        {f"need_t{at:02}": result.theme_score(theme).tolist() for at, theme in enumerate(result.themes, 1)}
    )
    assert svi.disagreements(file, rows, fields) == []
