# SPDX-License-Identifier: GPL-2.0-or-later
"""The road from scenario to need fields against the plain re-computation, on random cases.

``VRU_NEED_CASES`` says how many (300), ``VRU_NEED_FIRST_CASE`` the first seed.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from oracle.cases import random_case
from oracle.compare import differences
from oracle.figures import BothMarks
from oracle.need import NoKeyMatches, need
from oracle.tables import TextColumn
from vru_need_plugin.core.areas import AreaTable
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.core.threshold import ThresholdKind
from vru_need_plugin.scenario import codec
from vru_need_plugin.scoring.load import load_tables, used_tables
from vru_need_plugin.scoring.outputs import need_fields
from vru_need_plugin.scoring.road import prepare, score_job

CASES = int(os.environ.get("VRU_NEED_CASES", "300"))
FIRST = int(os.environ.get("VRU_NEED_FIRST_CASE", "0"))
BLOCK = 25


def area_table(scenario, rows):
    """The case's areas as the layers would read them."""
    spec = scenario.areas

    def column(field):
        return None if field is None else [row[field] for row in rows]

    codes = column(spec.code_field)
    return AreaTable("areas", codes, column(spec.name_field) or codes,
                     column(spec.parent_code_field), column(spec.parent_name_field))  # fmt: skip


def no_other_source(table, folder):
    raise AssertionError(f"{table.source} is a text file")


def run(case, folder: Path):
    """The plugin's answer: its need fields by name and the core's result."""
    case.write_tables(folder)
    scenario = codec.loads(json.dumps(case.scenario))
    raw = load_tables(used_tables(scenario), folder, no_other_source)
    job = prepare(scenario, area_table(scenario, case.areas), raw)
    result = score_job(job)
    return {field.name: list(field.values) for field in need_fields(job, result)}, result


def difference(seed, folder):
    """What differs for one seed, or None."""
    case = random_case(seed)
    try:
        expected = need(case.scenario, case.areas, tables=case.tables)
    except (BothMarks, NoKeyMatches, TextColumn):
        with pytest.raises(NeedError):
            run(case, folder)
        return None
    fields, result = run(case, folder)
    found = differences(expected.fields, fields) + cut_differences(expected, result)
    return found[:5] or None


def cut_differences(expected, result):
    """Cut-offs, numbers flagged and near misses of each measure."""
    found = []
    for answer, rule, cut, near in zip(expected.measures, result.rules, result.cuts, result.near):
        if near.tolist() != answer.near:
            found.append((answer.id, "near", answer.near, near.tolist()))
        if answer.cut_off == "varies":
            continue
        group = cut.groups[0] if cut.groups else None
        flagged = group.flagged if group else 0
        if flagged != answer.flagged:
            found.append((answer.id, "flagged", answer.flagged, flagged))
        cut_off = group.cutoff if group else None
        if answer.flagged == 0 and rule.threshold.kind is ThresholdKind.VALUE:
            continue  # the line that was given, or blank: both can be meant
        same = cut_off is None if answer.cut_off is None else cut_off == pytest.approx(float(answer.cut_off))
        if not same:
            found.append((answer.id, "cut-off", answer.cut_off, cut_off))
    return found


@pytest.mark.parametrize("start", range(FIRST, FIRST + CASES, BLOCK))
def test_every_cell_agrees_with_the_re_computation(start, tmp_path):
    failures = {}
    for seed in range(start, min(start + BLOCK, FIRST + CASES)):
        folder = tmp_path / str(seed)
        folder.mkdir()
        found = difference(seed, folder)
        if found:
            failures[seed] = found
    assert failures == {}
