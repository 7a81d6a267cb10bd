# SPDX-License-Identifier: GPL-2.0-or-later
"""A new file has the area layer's fields and the need fields, or is not there."""

from __future__ import annotations

import os

import pytest
from qgis.core import QgsVectorLayer, QgsWkbTypes

from support.layers import cells, copied, field_names, need_outputs, saved, squares
from support.shared import needs_data
from vru_need_plugin.core.messages import Cancelled, NeedError
from vru_need_plugin.layers.ogr_files import list_sources
from vru_need_plugin.layers.write import memory_layer, write_in_place, write_new

NEED = ["need_score", "need_rank", "need_flags", "need_f01", "need_f02"]


class Stopped:
    def isCanceled(self):
        return True

    def setProgress(self, progress):
        pass


@pytest.mark.parametrize("ending", [".gpkg", ".shp", ".geojson", ".fgb", ".csv", ".xlsx", ".ods"])
def test_any_format_that_qgis_writes(ending, tmp_path, qgis_app):
    report = write_new(squares(), need_outputs([2.5, None, 0.0]), "need_", tmp_path / f"out{ending}")
    layer = QgsVectorLayer(report.source, "out", "ogr")
    by_code = dict(zip(cells(layer, "code"), cells(layer, "need_score")))
    assert [float(score) if score else None for score in by_code.values()].count(2.5) == 1
    assert [name for name in field_names(layer) if name != "fid"] == ["code", "name", *NEED]
    assert not [name for name in os.listdir(tmp_path) if name.startswith(".vru")]


def test_a_new_file_from_a_layer_that_was_scored_has_the_fields_once(tmp_path, qgis_app):
    layer = saved(squares(), tmp_path / "wards.gpkg")
    write_in_place(layer, need_outputs([1, 2, 3], flags=5), "need_")
    report = write_new(layer, need_outputs([3.0, 2.0, 1.0]), "need_", tmp_path / "out.gpkg")
    made = QgsVectorLayer(report.source, "out", "ogr")
    assert field_names(made) == ["fid", "code", "name", *NEED]
    assert cells(made, "need_score") == [3.0, 2.0, 1.0]


def test_what_is_there_is_replaced(tmp_path, qgis_app):
    for scores in ([1.0, 2.0, 3.0], [4.0, 5.0, 6.0]):
        report = write_new(squares(), need_outputs(scores), "need_", tmp_path / "out.shp")
    assert cells(QgsVectorLayer(report.source, "out", "ogr"), "need_score") == [4.0, 5.0, 6.0]


def test_a_geopackage_keeps_its_other_layers(tmp_path, qgis_app):
    path = tmp_path / "out.gpkg"
    write_new(squares(), need_outputs([1, 2, 3]), "need_", path, layer_name="first")
    write_new(squares(), need_outputs([1, 2, 3]), "need_", path, layer_name="second")
    report = write_new(squares(), need_outputs([4.0, 5.0, 6.0]), "need_", path, layer_name="second")
    assert sorted(list_sources(path)) == ["first", "second"]
    assert cells(QgsVectorLayer(report.source, "x", "ogr"), "need_score") == [4.0, 5.0, 6.0]


def test_stopping_leaves_what_was_there(tmp_path, qgis_app):
    path = tmp_path / "out.gpkg"
    path.write_text("mine")
    with pytest.raises(Cancelled):
        write_new(squares(), need_outputs([1, 2, 3]), "need_", path, Stopped())
    assert path.read_text() == "mine"
    assert os.listdir(tmp_path) == ["out.gpkg"]


def test_a_field_of_the_users_own_with_a_need_fields_name(tmp_path, qgis_app):
    layer = squares([{"code": "a", "need_score": "mine"}])
    with pytest.raises(NeedError, match="already has a field “need_score”"):
        write_new(layer, need_outputs([1]), "need_", tmp_path / "out.gpkg")
    assert os.listdir(tmp_path) == []


def test_a_fid_column_of_the_users_own_is_kept(tmp_path, qgis_app):
    layer = squares([{"fid": "x", "code": "a"}, {"fid": "x", "code": "b"}])
    report = write_new(layer, need_outputs([1.0, 2.0]), "need_", tmp_path / "out.gpkg")
    made = QgsVectorLayer(report.source, "out", "ogr")
    assert cells(made, "fid") == ["x", "x"]
    assert cells(made, "need_score") == [1.0, 2.0]


def test_long_names_that_a_shapefile_cuts_are_said(tmp_path, qgis_app):
    layer = squares([{"code": "a", "population_2020": "1"}])
    report = write_new(layer, need_outputs([1]), "need_", tmp_path / "out.shp")
    assert "population_2020 came out shorter" in str(report.notes[0])


def test_a_name_that_a_shapefile_would_cut_down_to_a_need_fields_is_told(tmp_path, qgis_app):
    layer = squares([{"code": "a", "NEED_SCORE_2019": "1"}])
    with pytest.raises(NeedError, match="the field “NEED_SCORE_2019” would have the name of a need field"):
        write_new(layer, need_outputs([1.5]), "need_", tmp_path / "out.shp")
    assert os.listdir(tmp_path) == []
    report = write_new(layer, need_outputs([1.5]), "need_", tmp_path / "out.gpkg")
    assert cells(QgsVectorLayer(report.source, "out", "ogr"), "need_score") == [1.5]


@pytest.mark.parametrize(("name", "words"), [("out", "no ending"), ("no/out.gpkg", "does not exist")])
def test_a_destination_that_cannot_be(name, words, tmp_path, qgis_app):
    with pytest.raises(NeedError, match=words):
        write_new(squares(), need_outputs([1, 2, 3]), "need_", tmp_path / name)


def test_a_layer_that_changed_since_it_was_scored(tmp_path, qgis_app):
    with pytest.raises(NeedError, match="has changed since"):
        write_new(squares(), need_outputs([1, 2]), "need_", tmp_path / "out.gpkg")
    assert os.listdir(tmp_path) == []


def test_a_memory_layer_has_values_and_human_names(qgis_app):
    made = memory_layer(squares(), need_outputs([1.0, None, 3.0]), "need_", "Need")
    assert made.name() == "Need"
    assert cells(made, "need_score") == [1.0, None, 3.0]
    assert made.attributeDisplayName(made.fields().indexFromName("need_f01")) == "Measure 1"
    assert made.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry


def test_areas_without_geometry(tmp_path, qgis_app):
    layer = QgsVectorLayer("NoGeometry?field=code:string", "t", "memory")
    layer.dataProvider().addFeatures(list(squares([{"code": "a"}]).getFeatures()))
    report = write_new(layer, need_outputs([1.5]), "need_", tmp_path / "out.gpkg")
    assert cells(QgsVectorLayer(report.source, "out", "ogr"), "need_score") == [1.5]


@needs_data
def test_londons_wards(tmp_path, qgis_app):
    layer = QgsVectorLayer(str(copied("London_Ward_CityMerged.shp", tmp_path)), "wards", "ogr")
    report = write_new(layer, need_outputs([float(n) for n in range(625)]), "need_", tmp_path / "out.gpkg")
    made = QgsVectorLayer(report.source, "out", "ogr")
    assert cells(made, "GSS_CODE") == cells(layer, "GSS_CODE")
    assert cells(made, "need_score") == [float(n) for n in range(625)]
    assert made.crs().toProj() == layer.crs().toProj()


@pytest.mark.parametrize("ending", [".gpkg", ".shp", ".geojson"])
@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo])
def test_what_is_no_file_is_neither_waited_for_nor_replaced(make, ending, tmp_path, qgis_app):
    path = tmp_path / f"out{ending}"
    make(path)
    with pytest.raises(NeedError, match="no file but a folder, a device or a pipe"):
        write_new(squares(), need_outputs([1, 2, 3]), "need_", path)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["...gpkg", "...shp", "....geojson"])
def test_a_name_of_dots_alone_is_none(name, tmp_path, qgis_app):
    with pytest.raises(NeedError, match="no name for a file"):
        write_new(squares(), need_outputs([1, 2, 3]), "need_", tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_name_with_a_zero_byte_is_none(tmp_path, qgis_app):
    with pytest.raises(NeedError, match="no name for a file"):
        write_new(squares(), need_outputs([1, 2, 3]), "need_", tmp_path / "a\0b.gpkg")


@pytest.mark.parametrize("ending", [".geojson"])
def test_a_name_about_as_long_as_the_system_allows_is_no_hindrance(ending, tmp_path, qgis_app):
    path = tmp_path / ("n" * (250 - len(ending)) + ending)
    write_new(squares(), need_outputs([1.0, 2.0, 3.0]), "need_", path, layer_name="wards")
    assert list(tmp_path.iterdir()) == [path]
