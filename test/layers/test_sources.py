# SPDX-License-Identifier: GPL-2.0-or-later
"""A scenario's source opens the layer that it names, or says what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsProject

from support.layers import field_names, need_outputs, saved, squares
from support.shared import DATA, needs_data
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.layers.ogr_files import list_sources
from vru_need_plugin.layers.sources import open_layer
from vru_need_plugin.layers.writing.new_copy import write_new


@pytest.fixture
def project(qgis_app):
    return QgsProject()


def test_a_relative_path_starts_from_the_scenarios_folder(tmp_path, project):
    saved(squares(), tmp_path / "wards.gpkg")
    layer = open_layer("wards.gpkg|layername=wards", tmp_path, project)
    assert layer.featureCount() == 3


def test_a_file_with_one_layer_needs_no_layer_name(tmp_path, project):
    saved(squares(), tmp_path / "wards.shp")
    assert open_layer("wards.shp", tmp_path, project).name() == "wards"


@needs_data
def test_a_csv_without_geometry_may_stand_for_the_areas(project):
    layer = open_layer("svi2018_us_county_min.csv", DATA / "svi", project)
    assert layer.featureCount() == 3142
    assert next(layer.getFeatures())["FIPS"] == "35039"


def test_a_missing_file_is_named(tmp_path, project):
    with pytest.raises(NeedError, match=r"nowhere\.gpkg” does not exist"):
        open_layer("nowhere.gpkg", tmp_path, project)


def test_an_empty_file_is_said_to_be_empty(tmp_path, project):
    (tmp_path / "wards.gpkg").touch()
    with pytest.raises(NeedError, match="is empty"):
        open_layer("wards.gpkg", tmp_path, project)


def test_a_file_that_is_no_layer_is_refused(tmp_path, project):
    (tmp_path / "wards.gpkg").write_bytes(bytes(range(256)) * 40)
    with pytest.raises(NeedError, match="cannot be read"):
        open_layer("wards.gpkg", tmp_path, project)


def test_a_raster_is_said_to_be_one(tmp_path, project):
    (tmp_path / "photo.pgm").write_bytes(b"P5 2 2 255\n\x00\x01\x02\x03")
    with pytest.raises(NeedError, match="is a raster"):
        open_layer("photo.pgm", tmp_path, project)


def test_a_layer_that_the_file_does_not_have_lists_those_it_has(tmp_path, project):
    saved(squares(), tmp_path / "wards.gpkg")
    with pytest.raises(NeedError, match=r"no layer or sheet “Wards”\. It has: wards"):
        open_layer("wards.gpkg|layername=Wards", tmp_path, project)


def test_of_several_layers_one_has_to_be_named(tmp_path, project):
    for name in ("wards", "scored"):
        write_new(squares(), need_outputs([1, 2, 3]), "need_", tmp_path / "wards.gpkg", layer_name=name)
    assert set(list_sources(tmp_path / "wards.gpkg")) == {"wards", "scored"}
    with pytest.raises(NeedError, match="several layers: wards, scored"):
        open_layer("wards.gpkg", tmp_path, project)
    assert "need_score" in field_names(open_layer("wards.gpkg|layername=scored", tmp_path, project))


def test_a_layer_of_the_project_is_found_by_its_name(project, tmp_path):
    layer = squares()
    project.addMapLayer(layer, False)
    assert open_layer("project:squares", Path(), project) is layer


def test_a_name_that_no_layer_of_the_project_has_lists_the_layers(project):
    project.addMapLayer(squares(), False)
    with pytest.raises(NeedError, match=r"no layer named “Squares”\. Its vector layers are: squares"):
        open_layer("project:Squares", Path(), project)


def test_an_empty_project_is_said_to_have_no_layers(project):
    with pytest.raises(NeedError, match="no vector layers at all"):
        open_layer("project:wards", Path(), project)


def test_two_layers_with_the_name_are_an_error(project):
    project.addMapLayers([squares(), squares()], False)
    with pytest.raises(NeedError, match="has 2 layers named “squares”"):
        open_layer("project:squares", Path(), project)
