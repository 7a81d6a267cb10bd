# SPDX-License-Identifier: GPL-2.0-or-later
"""A new file takes the place of one that is there, whole; a GeoPackage takes a layer more, or none."""

from __future__ import annotations

import errno
import os
import sqlite3

import pytest
from qgis.core import QgsVectorLayer

from support.layer_formats import contents, folder_bytes, in_format
from support.layers import cells, need_outputs, saved, squares
from vru_need_plugin.core.feedback import SILENT
from vru_need_plugin.core.messages import Cancelled, NeedError
from vru_need_plugin.layers.ogr_files import list_sources
from vru_need_plugin.layers.write import prepare_table, write_new
from vru_need_plugin.layers.writing import gpkg_layer, swap
from vru_need_plugin.layers.writing.replacing import put_in_place
from vru_need_plugin.layers.writing.workshop import NEW, OLD, workshop


@pytest.fixture
def shapefile(tmp_path, qgis_app):
    """A Shapefile with an index and a description, in the place of the new one."""
    layer = in_format(squares([{"code": "old", "name": "Old"}]), "shp", tmp_path)
    layer.dataProvider().createSpatialIndex()
    del layer
    return tmp_path / "wards.shp"


def test_a_shapefile_is_exchanged_with_all_its_parts(shapefile, tmp_path):
    assert (tmp_path / "wards.qix").exists()
    write_new(squares(), need_outputs([1.0, 2.0, 3.0]), "need_", shapefile)
    assert cells(QgsVectorLayer(str(shapefile), "w", "ogr"), "need_score") == [1.0, 2.0, 3.0]
    assert not (tmp_path / "wards.qix").exists()
    assert not list(tmp_path.glob(".vru*"))


@pytest.mark.parametrize("at", range(10))
def test_an_exchange_that_fails_at_any_part_is_taken_back(shapefile, tmp_path, monkeypatch, at):
    before = folder_bytes(tmp_path)
    really, left = swap.replace, [at]

    def replace(made, target):
        left[0] -= 1
        if left[0] == -1:
            raise OSError(errno.EIO, "Input/output error")
        really(made, target)

    monkeypatch.setattr("vru_need_plugin.layers.writing.replacing.replace", replace)
    with pytest.raises(NeedError, match="Input/output error"):
        write_new(squares(), need_outputs([1.0, 2.0, 3.0]), "need_", shapefile)
    assert folder_bytes(tmp_path) == before


def test_an_exchange_that_was_killed_is_taken_back_by_the_next_write(shapefile, tmp_path):
    before = folder_bytes(tmp_path)
    folder = tmp_path / ".vru_need_wards.shp"
    (folder / OLD).mkdir(parents=True)
    (folder / NEW).mkdir()
    (folder / "in_use").touch()
    for ending in (".shp", ".dbf"):
        os.replace(shapefile.with_suffix(ending), folder / OLD / f"wards{ending}")
    shapefile.write_bytes(b"the new one, in its place already")
    (folder / NEW / "wards.dbf").write_bytes(b"the new one, still waiting")
    with workshop(shapefile):
        pass
    assert folder_bytes(tmp_path) == before


def a_copy(path):
    write_new(squares(), need_outputs([4, 5, 6]), "need_", path, layer_name="scores")


def a_table(path):
    prepare_table("code", ["a", "b", "c"], need_outputs([4, 5, 6]), path).run(SILENT)


class TestAGeoPackageThatHasOthers:
    @pytest.fixture
    def path(self, tmp_path, qgis_app):
        write_new(squares(), need_outputs([1, 2, 3]), "need_", tmp_path / "all.gpkg", layer_name="mine")
        write_new(squares(), need_outputs([1, 2, 3]), "need_", tmp_path / "all.gpkg", layer_name="scores")
        return tmp_path / "all.gpkg"

    def test_stopping_in_the_middle_leaves_both(self, path, tmp_path, monkeypatch):
        before = contents(tmp_path)
        really = gpkg_layer.put_layer

        class Stopping:
            stopped = False

            def isCanceled(self):
                return self.stopped

            def setProgress(self, _progress):
                pass

        def put(destination, made, name, feedback):
            feedback.stopped = True
            really(destination, made, name, feedback)

        monkeypatch.setattr("vru_need_plugin.layers.writing.new_file.put_layer", put)
        with pytest.raises(Cancelled):
            write_new(squares(), need_outputs([4, 5, 6]), "need_", path, Stopping(), layer_name="scores")
        assert contents(tmp_path) == before

    def test_a_row_that_is_refused_leaves_both(self, path, tmp_path, monkeypatch):
        before = contents(tmp_path)
        copied = gpkg_layer.ogr.Feature

        class Refusing(copied):
            def SetFID(self, number):
                return super().SetFID(1)  # which the table has once

        monkeypatch.setattr(gpkg_layer.ogr, "Feature", Refusing)
        with pytest.raises(NeedError, match=r"could not be put into “all\.gpkg”, which is as it was"):
            write_new(squares(), need_outputs([4, 5, 6]), "need_", path, layer_name="third")
        assert contents(tmp_path) == before

    def test_one_that_another_programme_is_writing_to(self, path, tmp_path, monkeypatch):
        monkeypatch.setenv("OGR_SQLITE_BUSY_TIMEOUT", "100")
        before = contents(tmp_path)
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        try:
            with pytest.raises(NeedError, match="in use by another program"):
                write_new(squares(), need_outputs([4, 5, 6]), "need_", path, layer_name="scores")
        finally:
            other.execute("ROLLBACK")
            other.close()
        assert contents(tmp_path) == before

    @pytest.mark.parametrize("make", [a_copy, a_table])
    def test_one_that_another_programme_has_to_itself(self, path, tmp_path, monkeypatch, make):
        monkeypatch.setenv("OGR_SQLITE_BUSY_TIMEOUT", "100")
        before = contents(tmp_path)
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        try:
            with pytest.raises(NeedError, match=r"could not be put into “all\.gpkg”, which is as it was"):
                make(path)
        finally:
            other.execute("ROLLBACK")
            other.close()
        assert contents(tmp_path) == before
        assert sorted(list_sources(path)) == ["mine", "scores"]

    def test_its_open_layers_see_the_new_rows(self, path):
        layer = QgsVectorLayer(f"{path}|layername=scores", "s", "ogr")
        write_new(squares(), need_outputs([4.0, 5.0, 6.0]), "need_", path, layer_name="scores")
        layer.dataProvider().reloadData()
        assert cells(layer, "need_score") == [4.0, 5.0, 6.0]


def test_a_database_that_is_no_geopackage_is_kept(tmp_path, qgis_app):
    path = tmp_path / "theirs.gpkg"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE theirs (id)")
        other.execute("INSERT INTO theirs VALUES (7)")
    other.close()
    with pytest.raises(NeedError, match=r"could not be put into “theirs\.gpkg”"):
        a_copy(path)
    with sqlite3.connect(path) as other:
        assert other.execute("SELECT id FROM theirs").fetchall() == [(7,)]
    other.close()


class TestALogBesideTheFile:
    """SQLite's own log of a database; left beside a new file, it would be taken for that one's."""

    def test_of_a_database_that_another_programme_has_to_itself_stays(self, tmp_path):
        path, log = tmp_path / "theirs.db", tmp_path / "theirs.db-wal"
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("CREATE TABLE theirs (id)")
        written = log.read_bytes()
        (tmp_path / NEW).mkdir()
        (tmp_path / NEW / "theirs.db").write_bytes(b"new")
        try:
            with pytest.raises(NeedError, match="is in use by another program"):
                put_in_place(tmp_path, path)
            assert log.read_bytes() == written
        finally:
            other.close()

    def test_of_what_is_no_database_goes(self, tmp_path):
        path, log = tmp_path / "mine.db", tmp_path / "mine.db-wal"
        path.write_text("no database at all, but longer than the head of one would have to be" * 20)
        log.write_text("left over")
        (tmp_path / NEW).mkdir()
        (tmp_path / NEW / "mine.db").write_bytes(b"new")
        put_in_place(tmp_path, path)
        assert path.read_bytes() == b"new"
        assert not log.exists()


def test_the_file_of_the_layer_itself_is_no_place_for_a_copy(tmp_path, qgis_app):
    layer = saved(squares(), tmp_path / "wards.gpkg")
    before = contents(tmp_path)
    with pytest.raises(NeedError, match="is the file of the area layer itself"):
        write_new(layer, need_outputs([1, 2, 3]), "need_", tmp_path / "wards.gpkg")
    assert contents(tmp_path) == before


def test_but_another_layer_of_its_geopackage_is(tmp_path, qgis_app):
    saved(squares(), tmp_path / "wards.gpkg")
    layer = QgsVectorLayer(f"{tmp_path / 'wards.gpkg'}|layername=wards", "wards", "ogr")
    before = [feature.attributes() for feature in layer.getFeatures()]
    path = tmp_path / "wards.gpkg"
    report = write_new(layer, need_outputs([1.0, 2.0, 3.0]), "need_", path, layer_name="scores")
    assert cells(QgsVectorLayer(report.source, "s", "ogr"), "need_score") == [1.0, 2.0, 3.0]
    again = QgsVectorLayer(f"{path}|layername=wards", "wards", "ogr")
    assert [feature.attributes() for feature in again.getFeatures()] == before
