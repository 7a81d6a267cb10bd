# SPDX-License-Identifier: GPL-2.0-or-later
"""Writing on to a layer changes the need fields, and nothing else in its file or beside it."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace

import pytest
from qgis.core import QgsVectorLayer

from support.layer_formats import database, folder_bytes, in_format, opened
from support.layers import cells, copied, field_names, need_outputs, saved, squares
from support.shared import needs_data
from vru_need_plugin.core.feedback import SILENT
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.layers.column_words import save_column_words
from vru_need_plugin.layers.write import prepare_write, write_in_place
from vru_need_plugin.layers.writing.dbf import read_dbf


def rows_without_ours(path, table="wards"):
    connection = sqlite3.connect(path)
    try:
        names = [name for _, name, *_ in connection.execute(f'PRAGMA table_info("{table}")')]
        kept = ", ".join(f'"{name}"' for name in names if not name.startswith("need_"))
        return connection.execute(f'SELECT rowid, {kept} FROM "{table}"').fetchall()
    finally:
        connection.close()


class TestGeoPackage:
    """Beside the table, everything row for row: other tables, styles, indexes, triggers, views."""

    @pytest.fixture
    def path(self, tmp_path, qgis_app):
        layer = saved(squares(), tmp_path / "wards.gpkg")
        layer.saveStyleToDatabase("mine", "my own style", True, "")
        del layer
        with sqlite3.connect(tmp_path / "wards.gpkg") as connection:
            for statement in (
                "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT)",
                "INSERT INTO notes VALUES (1, 'mine'), (7, 'also mine')",
                "CREATE INDEX by_code ON wards (code)",
                "CREATE VIEW northern AS SELECT code, name FROM wards WHERE fid < 3",
                "CREATE TABLE log (code TEXT, score REAL)",
            ):
                connection.execute(statement)
        return tmp_path / "wards.gpkg"

    def wards(self, path):
        return QgsVectorLayer(f"{path}|layername=wards", "wards", "ogr")

    def test_the_rest_of_the_file(self, path):
        before, rows = database(path, without=("wards",)), rows_without_ours(path)
        write_in_place(self.wards(path), need_outputs([1.0, None, 3.0]), "need_")
        assert database(path, without=("wards",)) == before
        assert rows_without_ours(path) == rows

    def test_the_users_trigger_runs_as_it_does_for_any_update(self, path):
        with sqlite3.connect(path) as connection:
            connection.execute(
                "CREATE TRIGGER keep_log AFTER UPDATE ON wards "
                "BEGIN INSERT INTO log VALUES (new.code, new.name); END"
            )
        layer = self.wards(path)
        write_in_place(layer, need_outputs([1.0, None, 3.0]), "need_")
        assert cells(layer, "need_score") == [1.0, None, 3.0]
        with sqlite3.connect(path) as connection:
            assert len(connection.execute("SELECT * FROM log").fetchall()) == 3

    def test_a_trigger_that_forbids_it_is_told_and_nothing_is_written(self, path):
        with sqlite3.connect(path) as connection:
            connection.execute(
                "CREATE TRIGGER never BEFORE UPDATE ON wards WHEN old.fid = 3 "
                "BEGIN SELECT RAISE(ABORT, 'wards are closed'); END"
            )
        before = database(path)
        with pytest.raises(NeedError, match=r"as it was before.*wards are closed"):
            write_in_place(self.wards(path), need_outputs([1.0, None, 3.0]), "need_")
        assert database(path) == before

    def test_a_view_and_a_trigger_on_a_stale_field_keep_it_empty(self, path):
        write_in_place(self.wards(path), need_outputs([1, 2, 3], flags=4), "need_")
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE VIEW mine AS SELECT need_f03 FROM wards")
            connection.execute(
                "CREATE TRIGGER watch AFTER UPDATE OF need_f04 ON wards "
                "BEGIN INSERT INTO log VALUES (new.code, new.need_f04); END"
            )
        layer = self.wards(path)
        report = write_in_place(layer, need_outputs([1, 2, 3], flags=2), "need_")
        assert report.emptied == ("need_f03", "need_f04")
        with sqlite3.connect(path) as connection:
            assert connection.execute("SELECT * FROM mine").fetchall() == [(None,)] * 3

    def test_what_the_file_says_of_columns_goes_with_them_and_comes_back(self, path):
        write_in_place(self.wards(path), need_outputs([1, 2, 3], flags=4), "need_")
        layer = self.wards(path)
        assert save_column_words(layer, need_outputs([1, 2, 3], flags=4)) is None

        def said():
            with sqlite3.connect(path) as connection:
                return connection.execute("SELECT * FROM gpkg_data_columns ORDER BY 1, 2").fetchall()

        before = said()
        assert "need_f04" in [row[1] for row in before]
        prepared = prepare_write(layer, need_outputs([3, 2, 1], flags=2), "need_", keep_old=True)
        report = prepared.finish(layer, prepared.run(SILENT))
        assert said() == [row for row in before if row[1] not in ("need_f03", "need_f04")]
        report.take_back.prepare(layer).run(SILENT)
        assert said() == before

    def test_a_generated_column_follows(self, path):
        write_in_place(self.wards(path), need_outputs([1.0, 2.0, 3.0]), "need_")
        with sqlite3.connect(path) as connection:
            connection.execute("ALTER TABLE wards ADD COLUMN twice REAL AS (need_score * 2) VIRTUAL")
        layer = self.wards(path)
        write_in_place(layer, need_outputs([4.0, None, 5.0]), "need_")
        with sqlite3.connect(path) as connection:
            assert connection.execute("SELECT twice FROM wards").fetchall() == [(8.0,), (None,), (10.0,)]

    def test_a_view_opened_as_a_layer_is_not_written_past_its_rules(self, path):
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE VIEW all_wards AS SELECT fid, code, name FROM wards")
            connection.execute(
                "INSERT INTO gpkg_contents (table_name, data_type, identifier) "
                "VALUES ('all_wards', 'attributes', 'all_wards')"
            )
        before = rows_without_ours(path)
        layer = QgsVectorLayer(f"{path}|layername=all_wards", "view", "ogr")
        with pytest.raises(NeedError):
            write_in_place(layer, need_outputs([1.0, 2.0, 3.0]), "need_")
        assert rows_without_ours(path) == before
        assert "need_score" not in field_names(self.wards(path))


class TestShapefile:
    """The .dbf changes, in our columns only; every other part stays byte for byte."""

    @pytest.fixture
    def wards(self, tmp_path, qgis_app):
        layer = in_format(squares(), "shp", tmp_path)
        layer.dataProvider().createSpatialIndex()
        layer.startEditing()
        layer.deleteFeature(1)
        layer.commitChanges()
        layer.dataProvider().leaveUpdateMode()
        (tmp_path / "wards.sbn").write_bytes(b"another program's index")
        (tmp_path / "wards.shp.xml").write_text("<metadata/>")
        (tmp_path / "wards.qml").write_text("<qgis/>")
        return opened("shp", tmp_path)

    def test_all_other_parts(self, wards, tmp_path):
        before = folder_bytes(tmp_path)
        count = wards.featureCount()
        write_in_place(wards, need_outputs([float(n) for n in range(count)]), "need_")
        after = folder_bytes(tmp_path)
        assert set(after) == set(before)
        assert [name for name in after if after[name] != before[name]] == ["wards.dbf"]

    def test_letters_with_accents(self, tmp_path, qgis_app):
        layer = in_format(
            squares([{"code": "a", "name": "Zürich é"}, {"code": "b", "name": "x"}]), "shp", tmp_path
        )
        write_in_place(layer, need_outputs([1.0, 2.0]), "need_")
        assert cells(opened("shp", tmp_path), "name") == ["Zürich é", "x"]

    @pytest.mark.parametrize(
        ("code_page", "language", "codec"),
        [("1252", 0, "cp1252"), ("ISO-8859-1", 0, "latin-1"), (None, 0x57, "cp1252"), ("UTF-8", 0, "utf-8")],
    )
    def test_need_fields_are_written_in_the_files_own_encoding(
        self, tmp_path, qgis_app, code_page, language, codec
    ):
        layer = in_format(squares([{"code": "a", "name": "x"}, {"code": "b", "name": "y"}]), "shp", tmp_path)
        table = bytearray((tmp_path / "wards.dbf").read_bytes())
        table[29] = language
        (tmp_path / "wards.dbf").write_bytes(bytes(table))
        (tmp_path / "wards.cpg").unlink()
        if code_page is not None:
            (tmp_path / "wards.cpg").write_text(code_page)
        layer = opened("shp", tmp_path)
        outputs = need_outputs([1.0, 2.0])
        flags = [replace(one, values=["café", None]) if one.name == "need_flags" else one for one in outputs]
        write_in_place(layer, flags, "need_")
        assert "café".encode(codec) + b"  " in (tmp_path / "wards.dbf").read_bytes()
        assert cells(opened("shp", tmp_path), "need_flags")[0] == "café"

    def test_an_index_on_fields_that_would_no_longer_fit(self, wards, tmp_path):
        (tmp_path / "wards.idm").write_text("<OGRMILayerAttrIndex/>")
        before = folder_bytes(tmp_path)
        with pytest.raises(NeedError, match=r"has an index on its fields \(wards\.idm\)"):
            write_in_place(wards, need_outputs([1.0] * wards.featureCount()), "need_")
        assert folder_bytes(tmp_path) == before

    def test_more_fields_than_the_format_has_room_for(self, tmp_path, qgis_app):
        names = {f"own{n}": "x" for n in range(250)}
        layer = in_format(squares([{"code": "a", **names}]), "shp", tmp_path)
        before = folder_bytes(tmp_path)
        with pytest.raises(NeedError, match="would have 261 fields, and a Shapefile has room for 255"):
            write_in_place(layer, need_outputs([1.0], flags=7), "need_")
        assert folder_bytes(tmp_path) == before

    def test_a_need_field_that_is_too_narrow_is_made_anew(self, tmp_path, qgis_app):
        types = {"need_score": "double(8,3)", "need_flags": "string(5)"}
        layer = in_format(
            squares([{"code": "a", "need_score": 1.0, "need_flags": "x"}], types), "shp", tmp_path
        )
        write_in_place(layer, need_outputs([100 / 3]), "need_")
        assert cells(layer, "need_score") == [100 / 3]
        assert layer.fields().field("need_flags").length() == 254


GEOJSON = """{ "type": "FeatureCollection",
  "name": "wards", "mine": {"a": [1, "2", {}], "b": null},
  "crs": { "type": "name", "properties": { "name": "urn:ogc:def:crs:EPSG::27700" } },
  "features": [
    {"type": "Feature", "id": 7, "properties": {"code":"A","tags":["x",{"y":1}],"note":"a \\"quoted\\" ] }"},
     "bbox": [0.10, 0, 1, 1],
     "geometry": {"type": "Polygon", "coordinates": [[[0.10,0],[1.000,0],[1,1],[0.10,0]]]}},
    { "type" : "Feature" , "id" : 3 , "geometry" : null ,
      "properties" : { "code" : "B" , "note" : "\\u00e9" } , "x" : 1e5 },
    {"type":"Feature","id":5,"properties":null,"geometry":{"type":"Point","coordinates":[1.50,2]}}
  ]
}
"""


class TestGeoJson:
    """All but the need fields stays letter for letter."""

    @pytest.fixture
    def path(self, tmp_path):
        path = tmp_path / "wards.geojson"
        path.write_text(GEOJSON, encoding="utf-8")
        return path

    def wards(self, path):
        return QgsVectorLayer(str(path), "wards", "ogr")

    def written(self, path, scores=None, flags=1):
        layer = self.wards(path)
        write_in_place(layer, need_outputs(scores or [1.0, None, 3.0], flags), "need_", feature_ids=[7, 3, 5])
        return layer

    def test_without_ours_the_text_is_the_same(self, path, qgis_app):
        self.written(path)
        text = path.read_text(encoding="utf-8")
        ours = [
            ',"need_score":1.0,"need_rank":1,"need_flags":"","need_f01":1',
            ' , "need_score" : null , "need_rank" : 2 , "need_flags" : "robbery" , "need_f01" : 0',
        ]
        for words in ours:
            assert words in text
            text = text.replace(words, "")
        last = '{ "need_score": 3.0, "need_rank": 3, "need_flags": "robbery;robbery", "need_f01": 1 }'
        assert text.replace(last, "null") == GEOJSON

    def test_it_is_still_json_with_the_right_values(self, path, qgis_app):
        layer = self.written(path)
        found = {
            one["id"]: one["properties"]["need_score"] for one in json.loads(path.read_text())["features"]
        }
        assert found == {7: 1.0, 3: None, 5: 3.0}
        assert {one.id(): one["need_rank"] for one in layer.getFeatures()} == {7: 1, 3: 2, 5: 3}

    def test_scoring_again_replaces_and_removes(self, path, qgis_app):
        self.written(path, flags=3)
        self.written(path, [2.0, 2.5, None], flags=1)
        assert "need_f03" not in path.read_text()
        self.written(path)
        first = path.read_text()
        self.written(path)
        assert path.read_text() == first

    def test_fields_that_hold_nothing_yet_are_ours_all_the_same(self, path, qgis_app):
        self.written(path, [None, None, None], flags=2)
        layer = self.written(path, [1.5, None, 2.0], flags=1)
        assert {one.id(): one["need_score"] for one in layer.getFeatures()}[7] == 1.5
        assert "need_f02" not in field_names(layer)

    def test_a_byte_order_mark_stays(self, path, qgis_app):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
        self.written(path)
        assert path.read_bytes().startswith(b"\xef\xbb\xbf{")

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ('"id": 7, ', ""),
            ('"code":"A",', '"code":"A","code":"A",'),
            ('"properties": {"code":"A"', '"properties": {"code" "A"'),
        ],
    )
    def test_what_is_not_plain_is_left_alone(self, path, qgis_app, old, new):
        layer = self.wards(path)
        assert old in GEOJSON
        path.write_text(GEOJSON.replace(old, new, 1))
        before = path.read_bytes()
        with pytest.raises(NeedError, match="is not the plain GeoJSON that can be changed in place"):
            write_in_place(layer, need_outputs([1.0, 2.0, 3.0]), "need_", feature_ids=[7, 3, 5])
        assert path.read_bytes() == before


class TestSpatiaLite:
    def test_the_rest_of_the_file(self, tmp_path, qgis_app):
        layer = in_format(squares(), "spatialite", tmp_path)
        path = tmp_path / "wards.sqlite"
        # Of the statistics that SpatiaLite keeps for itself, GDAL throws the old ones away.
        apart = ("wards", "geometry_columns_statistics")
        before, rows = database(path, without=apart), rows_without_ours(path)
        write_in_place(layer, need_outputs([1.0, None, 3.0]), "need_")
        assert database(path, without=apart) == before
        assert rows_without_ours(path) == rows


@needs_data
def test_londons_shapefile_without_our_columns_is_the_published_one(tmp_path, qgis_app):
    path = copied("London_Ward_CityMerged.shp", tmp_path)
    before = folder_bytes(tmp_path)
    old = read_dbf(path.with_suffix(".dbf"))
    layer = QgsVectorLayer(str(path), "wards", "ogr")
    write_in_place(layer, need_outputs([n / 3 for n in range(625)], flags=16), "need_")
    after = folder_bytes(tmp_path)
    assert [name for name in after if after[name] != before.get(name)] == ["London_Ward_CityMerged.dbf"]
    new = read_dbf(path.with_suffix(".dbf"))
    assert new.columns[: len(old.columns)] == old.columns
    assert all((new.cells()[name] == cells_).all() for name, cells_ in old.cells().items())
    assert cells(layer, "need_score") == [n / 3 for n in range(625)]
