# SPDX-License-Identifier: GPL-2.0-or-later
"""Other layers on the same data are neither edited under nor left behind, and other programs' fields stay."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsVectorLayer

from support.layer_formats import contents, in_format, opened
from support.layers import cells, field_names, need_outputs, squares
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.layers.open_layers import same_file
from vru_need_plugin.layers.twins import is_same_data, twins
from vru_need_plugin.layers.write import write_in_place, write_new


@pytest.fixture(params=["gpkg", "shp", "geojson", "spatialite"])
def pair(request, tmp_path, qgis_new_project):
    """A layer, and another on the same data."""
    first = in_format(squares(), request.param, tmp_path)
    second = opened(request.param, tmp_path)
    second.setName("the other")
    QgsProject.instance().addMapLayers([first, second])
    return first, second


def test_the_other_layer_sees_the_scores(pair):
    first, second = pair
    write_in_place(first, need_outputs([1.0, 2.0, 3.0]), "need_")
    assert cells(second, "need_score") == [1.0, 2.0, 3.0]


def test_where_the_other_layer_is_being_edited_nothing_is_written(pair, tmp_path):
    first, second = pair
    assert second.startEditing()
    before = contents(tmp_path)
    with pytest.raises(NeedError, match="are being edited in the layer “the other”"):
        write_in_place(first, need_outputs([1.0, 2.0, 3.0]), "need_")
    assert contents(tmp_path) == before
    second.rollBack()


@pytest.mark.parametrize("kind", ["gpkg", "shp", "geojson"])
def test_a_field_that_another_programme_has_added_is_not_overwritten(kind, tmp_path, qgis_app):
    layer, other = in_format(squares(), kind, tmp_path), opened(kind, tmp_path)
    write_in_place(other, need_outputs([7.0, 8.0, 9.0])[:1], "need_")
    assert "need_score" not in field_names(layer)
    before = contents(tmp_path)
    with pytest.raises(NeedError, match=r"as it was before|was changed by another program"):
        write_in_place(layer, need_outputs([1.0, 2.0, 3.0]), "need_")
    assert contents(tmp_path) == before


class TestTheSameDataUnderAnotherName:
    @pytest.fixture
    def wards(self, tmp_path, qgis_new_project):
        (tmp_path / "real").mkdir()
        layer = in_format(squares(), "shp", tmp_path / "real")
        QgsProject.instance().addMapLayer(layer)
        return layer

    def other(self, source, provider="ogr"):
        layer = QgsVectorLayer(str(source), "the other", provider)
        assert layer.isValid()
        QgsProject.instance().addMapLayer(layer)
        return layer

    def check_found(self, layer, other, tmp_path):
        assert twins(layer, QgsProject.instance()) == [other]
        assert twins(other, QgsProject.instance()) == [layer]
        assert other.startEditing()
        before = contents(tmp_path / "real")
        with pytest.raises(NeedError, match="are being edited in the layer “the other”"):
            write_in_place(layer, need_outputs([1.0, 2.0, 3.0]), "need_")
        assert contents(tmp_path / "real") == before
        other.rollBack()
        write_in_place(layer, need_outputs([1.0, 2.0, 3.0]), "need_")
        assert cells(other, "need_score") == [1.0, 2.0, 3.0]

    def test_through_a_link_to_its_folder(self, wards, tmp_path):
        (tmp_path / "link").symlink_to("real")
        self.check_found(wards, self.other(tmp_path / "link" / "wards.shp"), tmp_path)

    def test_through_links_to_its_parts(self, wards, tmp_path):
        (tmp_path / "links").mkdir()
        for part in (tmp_path / "real").iterdir():
            (tmp_path / "links" / f"mine{part.suffix}").symlink_to(part)
        self.check_found(wards, self.other(tmp_path / "links" / "mine.shp"), tmp_path)

    def test_opened_by_another_part_of_the_shapefile(self, wards, tmp_path):
        self.check_found(wards, self.other(tmp_path / "real" / "wards.dbf"), tmp_path)

    def test_by_a_path_that_goes_back_and_forth(self, wards, tmp_path):
        self.check_found(wards, self.other(f"{tmp_path}/real/../real/wards.shp"), tmp_path)

    def test_in_a_database_that_another_provider_opens_too(self, tmp_path, qgis_new_project):
        (tmp_path / "real").mkdir()
        layer = in_format(squares(), "spatialite", tmp_path / "real")
        QgsProject.instance().addMapLayer(layer)
        other = self.other(f"{tmp_path}/real/wards.sqlite|layername=wards")
        self.check_found(layer, other, tmp_path)

    def test_a_spatialite_file_through_a_link(self, tmp_path, qgis_new_project):
        (tmp_path / "real").mkdir()
        layer = in_format(squares(), "spatialite", tmp_path / "real")
        QgsProject.instance().addMapLayer(layer)
        (tmp_path / "link").symlink_to("real")
        other = opened("spatialite", tmp_path / "link")
        other.setName("the other")
        QgsProject.instance().addMapLayer(other)
        self.check_found(layer, other, tmp_path)

    def test_another_file_of_the_same_name_is_another(self, wards, tmp_path):
        (tmp_path / "b").mkdir()
        self.other(in_format(squares(), "shp", tmp_path / "b").source())
        assert twins(wards, QgsProject.instance()) == []

    def test_another_layer_of_the_same_file_is_another(self, tmp_path, qgis_new_project):
        path = Path(in_format(squares(), "gpkg", tmp_path).source())
        layer = self.other(f"{path}|layername=wards")
        write_new(layer, need_outputs([1, 2, 3]), "need_", path, layer_name="scores")
        self.other(f"{tmp_path}/wards.gpkg|layername=scores")
        assert twins(layer, QgsProject.instance()) == []


def test_files_of_a_server_that_numbers_none_are_known_by_their_names(tmp_path, monkeypatch):
    for name in ("a.geojson", "b.geojson"):
        (tmp_path / name).write_text("{}")
    really = os.stat

    def stat(path, **options):
        found = list(really(path, **options))
        found[1] = 0  # the number
        return os.stat_result(found)

    with monkeypatch.context() as patched:
        patched.setattr(os, "stat", stat)
        same = [same_file(tmp_path / "a.geojson", tmp_path / name) for name in ("a.geojson", "b.geojson")]
    assert same == [True, False]


def test_a_second_name_of_a_file_is_the_file(tmp_path):
    (tmp_path / "a.geojson").write_text("{}")
    os.link(tmp_path / "a.geojson", tmp_path / "b.geojson")
    assert same_file(tmp_path / "a.geojson", tmp_path / "b.geojson")


class Database(QgsVectorLayer):
    """A layer of a database that nobody asks."""

    def __init__(self, source, table="wards"):
        super().__init__("Point", "of a database", "memory")
        self._source = f"{source} key='id' {table}"

    def providerType(self):
        return "postgres"

    def source(self):
        return self._source


WARDS, SEPARATE = 'table="public"."wards" (geom)', 'table="other"."wards" (geom)'


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("service='prod'", "service='prod'"),
        ("service='prod'", "service='prod' authcfg=abc1234"),
        ("dbname='need' host=gis.local port=5432", "dbname='need' host=gis.local"),
        ("dbname='need' host=gis.local", "dbname='need' host=GIS.local user='a'"),
        ("dbname='need' host=gis.local authcfg=abc1234", "dbname='need' host=gis.local authcfg=def5678"),
    ],
)
def test_one_table_is_known_by_its_place_whoever_connects(one, other, qgis_new_project):
    layers = [Database(one, WARDS), Database(other, WARDS)]
    assert is_same_data(*layers)
    assert not is_same_data(layers[0], Database(other, SEPARATE))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("service='prod'", "service='test'"),
        ("service='prod'", "dbname='need' host=gis.local"),
        ("service='prod' dbname='a'", "service='prod' dbname='b'"),
        ("dbname='need' host=gis.local port=5432", "dbname='need' host=gis.local port=5433"),
        ("dbname='need' host=gis.local", "dbname='need' host=other.local"),
    ],
)
def test_tables_of_one_name_in_two_databases_are_two(one, other, qgis_new_project):
    assert not is_same_data(Database(one, WARDS), Database(other, WARDS))
