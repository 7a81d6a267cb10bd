# SPDX-License-Identifier: GPL-2.0-or-later
"""The published boundaries as they are: coordinate systems without a name, files in a zip, a table alone."""

from __future__ import annotations

import json
import shutil
import zipfile

import pytest
from osgeo import ogr

from support.qgis_process import needs_qgis_process
from support.shared import DATA, needs_data
from support.small_job import read_fields

pytestmark = [needs_data, needs_qgis_process, pytest.mark.real_qgis, pytest.mark.slow]

GREEN = {
    "id": "green",
    "source": str(DATA / "tables_ward/green_cover_ward_summary.csv"),
    "key_column": "ward_code",
    "key_level": "area",
}


def scenario(source, **areas):
    return {
        "schema": 1,
        "title": "Little green",
        "areas": {"source": str(source), "code_field": "GSS_CODE", **areas},
        "tables": [GREEN],
        "measures": [
            {
                "id": "green",
                "title": "Green cover",
                "theme": "Surroundings",
                "table": "green",
                "value": {"kind": "column", "columns": ["percent_green"]},
                "direction": "low",
                "threshold": {"kind": "top_share", "value": 10},
            }
        ],
        "options": {"min_coverage": 0.5},
    }


def run(qgis_process, folder, document, output):
    (folder / "scenario.json").write_text(json.dumps(document), encoding="utf-8")
    qgis_process.run("vruneed:scoreareas", SCENARIO=folder / "scenario.json", OUTPUT=folder / output)
    return folder / output


def geometries(path):
    data = ogr.Open(str(path))
    layer = data.GetLayer(0)
    crs = layer.GetSpatialRef()
    return [feature.GetGeometryRef().GetEnvelope() for feature in layer], crs.Clone() if crs else None


def test_a_projection_without_a_code_comes_through(qgis_process, tmp_path):
    source = DATA / "boundaries/London_Ward_CityMerged.shp"
    scored = run(qgis_process, tmp_path, scenario(source), "scored.gpkg")
    before, after = geometries(source), geometries(scored)
    assert after[0] == pytest.approx(before[0])
    assert after[1].GetAttrValue("PROJECTION") == "Transverse_Mercator"
    assert after[1].GetProjParm("false_easting") == 400_000


def test_mapinfo_without_a_named_projection_scores_like_the_geopackage(qgis_process, tmp_path):
    with zipfile.ZipFile(DATA / "boundaries/London-wards-2018_mapinfo.zip") as archive:
        archive.extractall(tmp_path)
    source = tmp_path / "London-wards-2018_Mapinfo" / "London_Ward_CityMerged.tab"
    mapinfo = run(qgis_process, tmp_path, scenario(source), "mapinfo.gpkg")
    geopackage = run(
        qgis_process,
        tmp_path,
        scenario(DATA / "boundaries/London_Ward_CityMerged_2018_simplified.gpkg"),
        "geopackage.gpkg",
    )
    rows = [
        dict(zip(fields["GSS_CODE"], zip(fields["need_score"], fields["need_rank"], fields["need_avail"])))
        for fields in (read_fields(mapinfo), read_fields(geopackage))
    ]
    assert rows[0] == rows[1]
    assert len(rows[0]) == 633


def test_a_shapefile_keeps_every_need_field(qgis_process, tmp_path):
    source = DATA / "boundaries/London_Ward_CityMerged.shp"
    document = scenario(source, parent_code_field="LB_GSS_CD")
    fields = read_fields(run(qgis_process, tmp_path, document, "scored.shp"))
    assert [name for name in fields if name.startswith("need_")] == [
        f"need_{name}"
        for name in ("score", "rank", "prank", "count", "avail", "high", "near", "flags", "t01", "f01")
    ]
    assert fields["need_score"].count(None) == 625 - sum(fields["need_avail"])


@pytest.mark.parametrize("name", ["London_Ward_CityMerged_2011_simplified.gpkg", "copy of the wards.gpkg"])
def test_a_relative_source_starts_from_the_scenario(qgis_process, tmp_path, name):
    shutil.copy(DATA / "boundaries/London_Ward_CityMerged_2011_simplified.gpkg", tmp_path / name)
    fields = read_fields(run(qgis_process, tmp_path, scenario(name), "scored.gpkg"))
    assert len(fields["need_rank"]) == 625
