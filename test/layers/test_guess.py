# SPDX-License-Identifier: GPL-2.0-or-later
"""The code, name and parent fields of real layers are found without a word from the user."""

from __future__ import annotations

import zipfile

import pytest
from qgis.core import QgsProject

from support.layers import copied, squares
from support.shared import DATA, needs_data
from vru_need_plugin.layers.areas import guess_fields
from vru_need_plugin.layers.sources import open_layer


def found(areas):
    return (areas.code_field, areas.name_field, areas.parent_code_field, areas.parent_name_field)


BOUNDARIES = {
    "London_Ward_CityMerged.shp": ("GSS_CODE", "NAME", "LB_GSS_CD", "BOROUGH"),
    "London_Ward_CityMerged_2011_simplified.gpkg": ("GSS_CODE", "NAME", "LB_GSS_CD", "BOROUGH"),
    "London_Ward_CityMerged_2018_simplified.gpkg": ("GSS_CODE", "NAME", "LAGSSCODE", "DISTRICT"),
    "London_Borough_Excluding_MHW.shp": ("GSS_CODE", "NAME", None, None),
    "LSOA_2011_London_gen_MHW_simplified.gpkg": ("LSOA11CD", "LSOA11NM", "LAD11CD", "LAD11NM"),
}

TABLES = {
    "svi/svi2018_us_county_min.csv": ("FIPS", "LOCATION", None, None),
    "svi/2020svi_pa_co_cdc.csv": ("FIPS", "LOCATION", None, "STATE"),
    "tables_ward/English IMD - Ward 2020.csv": ("WD20CD", None, None, None),
    "tables_ward/green_cover_ward_summary.csv": ("ward_code", "ward_name", "lb_code", "lb_name"),
    "lookups/WD23_to_LAD23_UK.csv": ("WD23CD", "WardName", "LAD23CD", "LAD23NM"),
}


@needs_data
@pytest.mark.parametrize("name", BOUNDARIES)
def test_published_boundaries(name, tmp_path, qgis_app):
    layer = open_layer(str(copied(name, tmp_path)), tmp_path, QgsProject())
    assert found(guess_fields(layer)) == BOUNDARIES[name]


@needs_data
@pytest.mark.parametrize("name", TABLES)
def test_published_tables_that_stand_for_areas(name, qgis_app):
    assert found(guess_fields(open_layer(name, DATA, QgsProject()))) == TABLES[name]


@needs_data
def test_mapinfo_wards(tmp_path, qgis_app):
    with zipfile.ZipFile(DATA / "boundaries" / "London-wards-2018_mapinfo.zip") as archive:
        archive.extractall(tmp_path)
    layer = open_layer("London-wards-2018_Mapinfo/London_Ward.tab", tmp_path, QgsProject())
    assert found(guess_fields(layer)) == ("GSS_CODE", "NAME", "LAGSSCODE", "DISTRICT")


def test_one_boroughs_wards_still_have_their_borough(qgis_app):
    layer = squares(
        [
            {"gss": f"E0500000{n}", "ward": f"Ward {'abcd'[n]}", "la_code": "E09000004", "la_name": "Bexley"}
            for n in range(4)
        ]
    )
    assert found(guess_fields(layer)) == ("gss", "ward", "la_code", "la_name")


def test_a_code_field_with_a_repeated_code_is_found_all_the_same(qgis_app):
    codes = [f"E0500{n:04}" for n in range(30)]
    layer = squares(
        [{"id": n, "WD22CD": code} for n, code in enumerate([*codes, codes[0]])], {"id": "integer"}
    )
    assert guess_fields(layer).code_field == "WD22CD"


def test_a_layer_without_anything_like_a_code_has_none(qgis_app):
    layer = squares([{"kind": "park"}, {"kind": "park"}, {"kind": "road"}])
    assert found(guess_fields(layer)) == ("", None, None, None)


def test_a_layer_without_features_has_none(qgis_app):
    layer = squares()
    layer.dataProvider().truncate()
    assert found(guess_fields(layer)) == ("", None, None, None)
