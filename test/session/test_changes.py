# SPDX-License-Identifier: GPL-2.0-or-later
"""Which work an edit asks for."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from support.small_town import SCENARIO
from vru_need_plugin.core.threshold import Direction, Reference
from vru_need_plugin.scenario import codec
from vru_need_plugin.session import edits
from vru_need_plugin.session.changes import Change, change

BEFORE = codec.loads(json.dumps(SCENARIO))


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (BEFORE, Change.NOTHING),
        (edits.retitled(BEFORE, "Other"), Change.WORDS),
        (edits.with_measure(BEFORE, "robbery", title="Other"), Change.WORDS),
        (edits.with_options(BEFORE, write_flags=False), Change.WORDS),
        (edits.with_threshold_value(BEFORE, "robbery", 1), Change.RULES),
        (edits.with_measure(BEFORE, "robbery", weight=3), Change.RULES),
        (edits.with_options(BEFORE, near_miss_band=0.1), Change.SETTINGS),
        (edits.with_measure(BEFORE, "robbery", enabled=False), Change.MEASURES),
        (edits.with_measure(BEFORE, "robbery", direction=Direction.LOW), Change.MEASURES),
        (edits.with_measure(BEFORE, "robbery", reference=Reference.TABLE), Change.MEASURES),
        (edits.without_measures(BEFORE, ["robbery"]), Change.MEASURES),
        (replace(BEFORE, measures=BEFORE.measures[::-1]), Change.MEASURES),
        (edits.with_table(BEFORE, "figures", header_rows=2), Change.TABLES),
        (edits.with_areas(BEFORE, replace(BEFORE.areas, name_field=None)), Change.AREAS),
    ],
)
def test_work_starts_where_the_documents_part(after, expected):
    assert change(BEFORE, after) is expected


def test_a_table_takes_its_measures_with_it_and_their_programme_weights():
    profile = codec.loads(
        json.dumps(
            {**SCENARIO, "profiles": [{"id": "p", "title": "P", "weights": {"trust": 3, "robbery": 1}}]}
        )
    )
    left = edits.without_table(profile, "survey")
    assert [table.id for table in left.tables] == ["figures"]
    assert [measure.id for measure in left.measures] == ["robbery", "income"]
    assert left.profiles[0].weights == {"robbery": 1}


@pytest.mark.parametrize(
    ("wish", "taken", "given"),
    [
        ("Ward Atlas-data", [], "ward_atlas_data"),
        ("ward", ["ward"], "ward_2"),
        ("ward", ["ward", "ward_2"], "ward_3"),
        ("£ %", [], "item"),
    ],
)
def test_a_fresh_id_is_short_plain_and_not_taken(wish, taken, given):
    assert edits.fresh_id(wish, taken) == given
