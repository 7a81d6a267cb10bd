# SPDX-License-Identifier: GPL-2.0-or-later
"""The shipped sample through ``qgis_process``, cell by cell: no published data needed."""

from __future__ import annotations

import pytest

from oracle.compare import differences
from oracle.need import load_scenario, need
from support.qgis_process import needs_qgis_process
from support.shared import ROOT
from support.small_job import read_fields

pytestmark = [needs_qgis_process, pytest.mark.real_qgis]

SAMPLE = ROOT / "resources" / "sample"


def test_every_cell_agrees_with_the_re_computation(qgis_process, tmp_path):
    document = load_scenario(SAMPLE / "scenario.json")
    path, _, layer = document["areas"]["source"].partition("|layername=")
    columns = read_fields(SAMPLE / path, layer)
    areas = [dict(zip(columns, cells)) for cells in zip(*columns.values())]
    qgis_process.run("vruneed:scoreareas", SCENARIO=SAMPLE / "scenario.json", OUTPUT=tmp_path / "scored.gpkg")
    fields = read_fields(tmp_path / "scored.gpkg")
    added = {name: cells for name, cells in fields.items() if name.startswith("need_")}
    assert differences(need(document, areas, SAMPLE).fields, added, blank_is_null=True) == []
    assert len(added["need_score"]) == 300
