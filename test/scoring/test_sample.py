# SPDX-License-Identifier: GPL-2.0-or-later
"""The shipped sample, scored."""

from __future__ import annotations

from dataclasses import replace

import pytest

from support.templates import read_area_table
from vru_need_plugin.resource import resource
from vru_need_plugin.scenario import codec
from vru_need_plugin.scoring.load import load_tables, used_tables
from vru_need_plugin.scoring.outputs import need_fields
from vru_need_plugin.scoring.road import prepare, score_job

SAMPLE = resource("sample").resolve()


def no_other_source(table, folder):
    raise AssertionError(f"{table.source} is a text file")


@pytest.fixture(scope="module")
def job():
    scenario = codec.load(SAMPLE / "scenario.json")
    wards = replace(scenario.areas, source=f"{SAMPLE}/{scenario.areas.source}")
    return prepare(
        scenario, read_area_table(wards), load_tables(used_tables(scenario), SAMPLE, no_other_source)
    )


@pytest.fixture(scope="module")
def fields(job):
    return {field.name: list(field.values) for field in need_fields(job, score_job(job))}


def test_every_measure_flags_some_wards_and_not_many(job):
    result = score_job(job)
    assert len(job.measures) == 16
    assert all(0 < result.flags[number].sum() < 100 for number in range(16))


def test_needs_differ_and_most_wards_have_little(fields):
    counts = fields["need_count"]
    assert 8 <= max(counts) < 16
    assert sum(count <= 2 for count in counts) > 150


def test_some_wards_have_no_score_and_all_of_them_lack_data(job, fields):
    without = [at for at, score in enumerate(fields["need_score"]) if score is None]
    assert 0 < len(without) < 10
    assert all(fields["need_avail"][at] < 12 for at in without)
    assert {job.areas.parent_names[at] for at in without} == {"Marlbury Old Town"}


def test_every_table_matches_all_it_can(job):
    for table_id, matched in (("offences", 300), ("profiles", 300), ("survey", 11)):
        assert sum(row >= 0 for row in job.tables[table_id].unit_row) == matched
