# SPDX-License-Identifier: GPL-2.0-or-later
"""Random cases with every option of the document through ``qgis_process``, cell by cell.

``VRU_NEED_LAYER_CASES`` says how many (6).
"""

from __future__ import annotations

import json
import os
from itertools import count, islice

import pytest

from oracle.cases import random_case
from oracle.compare import differences
from oracle.figures import BothMarks
from oracle.need import NoKeyMatches, need
from oracle.tables import TextColumn
from support.qgis_process import needs_qgis_process
from support.small_job import AREA_FIELDS, read_fields, write_areas

pytestmark = [needs_qgis_process, pytest.mark.real_qgis, pytest.mark.slow]

CASES = int(os.environ.get("VRU_NEED_LAYER_CASES", "6"))
SMALLEST = 15


def suits(case):
    """Whether the case has a few areas and no error."""
    try:
        need(case.scenario, case.areas, tables=case.tables)
    except (BothMarks, NoKeyMatches, TextColumn):
        return False
    return len(case.areas) >= SMALLEST and len(case.scenario["measures"]) > 3


SUITING = list(islice((seed for seed in count() if suits(random_case(seed))), CASES))


@pytest.mark.parametrize("seed", SUITING)
def test_every_cell_agrees_with_the_re_computation(qgis_process, tmp_path, seed):
    case = random_case(seed)
    case.scenario["areas"]["source"] = "areas.gpkg|layername=places"
    rows = [[area[field] for field in AREA_FIELDS] for area in case.areas]
    write_areas(tmp_path / "areas.gpkg", rows, layer="places")
    case.write_tables(tmp_path)
    (tmp_path / "scenario.json").write_text(json.dumps(case.scenario), encoding="utf-8")
    qgis_process.run(
        "vruneed:scoreareas", SCENARIO=tmp_path / "scenario.json", OUTPUT=tmp_path / "scored.gpkg"
    )
    fields = read_fields(tmp_path / "scored.gpkg")
    added = {name: cells for name, cells in fields.items() if name not in {*AREA_FIELDS, "fid"}}
    expected = need(case.scenario, case.areas, tables=case.tables)
    assert differences(expected.fields, added, blank_is_null=True) == []
