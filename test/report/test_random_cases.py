# SPDX-License-Identifier: GPL-2.0-or-later
"""On random scenarios with every option the page is valid and tells the fields' figures.

``VRU_NEED_REPORT_CASES`` says how many (40), ``VRU_NEED_FIRST_CASE`` the first seed.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from oracle.cases import random_case
from support.reports import Page, report
from vru_need_plugin.core.areas import AreaTable
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.report.outcome import outcomes
from vru_need_plugin.report.subject import Subject
from vru_need_plugin.scenario import codec
from vru_need_plugin.scoring.load import load_tables, used_tables
from vru_need_plugin.scoring.outputs import need_fields
from vru_need_plugin.scoring.road import prepare, score_job

CASES = int(os.environ.get("VRU_NEED_REPORT_CASES", "40"))
FIRST = int(os.environ.get("VRU_NEED_FIRST_CASE", "0"))


def random_subject(seed: int, folder: Path) -> Subject:
    case = random_case(seed)
    case.write_tables(folder)
    scenario = codec.loads(json.dumps(case.scenario))
    spec = scenario.areas

    def column(field):
        return None if field is None else [row[field] for row in case.areas]

    codes = column(spec.code_field)
    areas = AreaTable("areas", codes, column(spec.name_field) or codes,
                      column(spec.parent_code_field), column(spec.parent_name_field))  # fmt: skip
    job = prepare(scenario, areas, load_tables(used_tables(scenario), folder, no_other_source))
    return Subject(job, score_job(job), codec.dumps(scenario))


def no_other_source(table, folder):
    raise AssertionError(f"{table.source} is a text file")


@pytest.mark.parametrize("seed", range(FIRST, FIRST + CASES))
def test_the_page_is_valid_and_right(seed: int, tmp_path: Path) -> None:
    try:
        about = random_subject(seed, tmp_path)
    except NeedError:
        return  # not to be scored, so there is nothing to report
    page = Page(report(about))
    fields = {field.name: list(field.values) for field in need_fields(about.job, about.result)}
    prefix = about.scenario.options.field_prefix
    rows = page.rows("ranking full")
    assert len(rows) == len(about.order)
    for area, row in zip(about.order, rows):
        rank, score = fields[f"{prefix}rank"][area], fields[f"{prefix}score"][area]
        count = len(about.measures)
        assert row["Rank"].lstrip("=").replace(",", "") == ("–" if rank is None else str(rank))
        assert (
            row["Score"] == "no data"
            if score is None
            else number(row["Score"]) == pytest.approx(score, abs=1e-6)
        )
        assert row["Above"] == f"{fields[f'{prefix}count'][area]} of {count}"
        assert row["Data"] == f"{fields[f'{prefix}avail'][area]} of {count}"
        if fields[f"{prefix}avail"][area] < count:
            assert number(row["Could be"]) == pytest.approx(fields[f"{prefix}high"][area], abs=1e-6)
    for found in outcomes(about):
        if found.units_data:
            counts = page.counts(f"spread-{found.number + 1}")
            assert sum(counts.values()) == found.units_data
            assert counts.get("above", 0) == found.units_above
            assert counts.get("near", 0) == found.units_near
    assert codec.loads("".join(page.by_id("scenario").itertext())) == about.scenario


def number(text: str) -> float:
    return float(text.replace(",", ""))
