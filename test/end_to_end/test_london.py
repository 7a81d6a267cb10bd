# SPDX-License-Identifier: GPL-2.0-or-later
"""Random scenarios on London's published data, through ``qgis_process``, cell by cell.

``VRU_NEED_LONDON_CASES`` says how many for each ward layer (3).
"""

from __future__ import annotations

import json
import os

import pytest
from osgeo import ogr

from oracle import london
from oracle.compare import differences
from support.qgis_process import needs_qgis_process
from support.shared import DATA, needs_data
from support.small_job import read_fields

pytestmark = [needs_data, needs_qgis_process, pytest.mark.real_qgis, pytest.mark.slow]

CASES = int(os.environ.get("VRU_NEED_LONDON_CASES", "3"))


def attributes(source):
    """The attributes of a layer's features, one dict for each, in layer order."""
    path, _, layer = str(source).partition("|layername=")
    data = ogr.Open(path)
    opened = data.GetLayerByName(layer) if layer else data.GetLayer(0)
    return [feature.items() for feature in opened]


@pytest.fixture(scope="module", params=[2011, 2018])
def wards(request):
    spec = {2011: london.WARDS_2011, 2018: london.WARDS_2018}[request.param]
    return london.London(DATA, request.param, spec, attributes(DATA / spec["source"]))


def need_fields(path, scenario):
    """The fields that scoring added, in order."""
    own = set(attributes(scenario["areas"]["source"])[0])
    return {name: cells for name, cells in read_fields(path).items() if name not in own | {"fid"}}


@pytest.mark.parametrize("seed", range(CASES))
def test_every_cell_agrees_with_the_re_computation(wards, qgis_process, tmp_path, seed):
    scenario = wards.case(seed)
    (tmp_path / "scenario.json").write_text(json.dumps(scenario), encoding="utf-8")
    qgis_process.run(
        "vruneed:scoreareas", SCENARIO=tmp_path / "scenario.json", OUTPUT=tmp_path / "scored.gpkg"
    )
    expected = wards.need(scenario)
    found = differences(expected.fields, need_fields(tmp_path / "scored.gpkg", scenario), blank_is_null=True)
    assert found == []
