# SPDX-License-Identifier: GPL-2.0-or-later
"""CDC's published flags through ``qgis_process``, with the published CSV itself as the area layer."""

from __future__ import annotations

import csv
import json

import pytest

from oracle import svi
from oracle.compare import differences
from oracle.need import need
from support.qgis_process import needs_qgis_process
from support.shared import DATA, needs_data
from support.small_job import read_fields

pytestmark = [needs_data, needs_qgis_process, pytest.mark.real_qgis, pytest.mark.slow]


def run(qgis_process, folder, document, **parameters):
    (folder / "scenario.json").write_text(json.dumps(document), encoding="utf-8")
    qgis_process.run(
        "vruneed:scoreareas",
        SCENARIO=folder / "scenario.json",
        OUTPUT=folder / "scored.gpkg",
        **parameters,
    )
    return read_fields(folder / "scored.gpkg")


@pytest.mark.parametrize("way", ["as the scenario's area layer", "as INPUT"])
@pytest.mark.parametrize("file", svi.FILES)
def test_every_published_flag_theme_and_total_is_reproduced(qgis_process, tmp_path, file, way):
    source = DATA / "svi" / file
    document = svi.scenario(file, str(source))
    parameters = {}
    if way == "as INPUT":
        document["areas"]["source"] = "not-here.gpkg"
        parameters = {"INPUT": source}
    fields = run(qgis_process, tmp_path, document, **parameters)
    with open(source, encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert svi.disagreements(file, rows, fields) == []


def test_what_is_not_published_agrees_with_the_re_computation(qgis_process, tmp_path):
    file = "2020svi_pa_co_cdc.csv"
    document = svi.scenario(file, str(DATA / "svi" / file))
    fields = run(qgis_process, tmp_path, document)
    with open(DATA / "svi" / file, encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    added = {name: cells for name, cells in fields.items() if name.startswith("need_")}
    assert differences(need(document, rows, "").fields, added, blank_is_null=True) == []
