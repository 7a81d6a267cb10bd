# SPDX-License-Identifier: GPL-2.0-or-later
"""A new file takes the place of one that is there, whole; a GeoPackage takes a layer more, or none."""

from __future__ import annotations

import errno
import json
import os
import sqlite3
import stat
from pathlib import Path

import pytest
from qgis.core import QgsVectorLayer

from support.layer_formats import contents, folder_bytes, in_format
from support.layers import cells, need_outputs, saved, squares
from vru_need_plugin.core.feedback import SILENT
from vru_need_plugin.core.messages import Cancelled, NeedError
from vru_need_plugin.layers.ogr_files import list_sources
from vru_need_plugin.layers.write import prepare_table, write_new
from vru_need_plugin.layers.writing import gpkg_layer, half_done, replacing, swap
from vru_need_plugin.layers.writing.half_done import NEW, NOTE, OLD
from vru_need_plugin.layers.writing.replacing import put_in_place
from vru_need_plugin.layers.writing.swap import could_not_write
from vru_need_plugin.layers.writing.workshop import workshop


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


class TestACopyInThePlaceOfAFile:
    """A GeoJSON file of one part, a Shapefile of several."""

    @pytest.fixture(params=["geojson", "shp"])
    def old(self, request, tmp_path, qgis_app):
        (tmp_path / "real").mkdir()
        layer = in_format(squares([{"code": "old", "name": "Old"}]), request.param, tmp_path / "real")
        return Path(layer.source())

    def write(self, path):
        report = write_new(squares(), need_outputs([1.0, 2.0, 3.0]), "need_", path)
        assert report.source == os.path.realpath(path)
        assert cells(QgsVectorLayer(report.source, "w", "ogr"), "need_score") == [1.0, 2.0, 3.0]

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
    def test_is_for_the_same_people(self, old):
        parts = sorted(old.parent.iterdir())
        for part in parts:
            part.chmod(0o664)
            if os.geteuid() == 0:
                os.chown(part, 1000, 100)
        before = {part: (part.stat().st_mode, part.stat().st_uid, part.stat().st_gid) for part in parts}
        self.write(old)
        assert {
            part: (part.stat().st_mode, part.stat().st_uid, part.stat().st_gid) for part in parts
        } == before

    def test_a_link_stays_one(self, old, tmp_path):
        link = tmp_path / f"mine{old.suffix}"
        link.symlink_to(old)
        self.write(link)
        assert link.is_symlink()
        assert cells(QgsVectorLayer(str(old), "w", "ogr"), "need_score") == [1.0, 2.0, 3.0]
        assert sorted(path.name for path in tmp_path.iterdir()) == [link.name, "real"]

    def test_a_link_to_a_file_of_no_format_is_told(self, old, tmp_path):
        (tmp_path / "blob").write_text("in somebody's store, under a number")
        link = tmp_path / f"mine{old.suffix}"
        link.symlink_to(tmp_path / "blob")
        before = folder_bytes(tmp_path)
        with pytest.raises(NeedError, match=r"is a link to “.*blob”, which has another ending"):
            self.write(link)
        assert folder_bytes(tmp_path) == before

    def test_one_that_may_not_be_changed_stays(self, old, monkeypatch):
        before = folder_bytes(old.parent)
        monkeypatch.setattr(replacing.os, "access", lambda *_: False)  # which is never so for root
        with pytest.raises(NeedError, match="is as it was before: Permission denied"):
            self.write(old)
        assert folder_bytes(old.parent) == before

    @pytest.mark.skipif(os.name == "nt", reason="Windows opens no folders")
    def test_the_new_names_are_on_the_disk_before_the_old_parts_go(self, old, monkeypatch):
        really, seen = os.fsync, []

        def fsync(handle):
            found = os.fstat(handle)
            if stat.S_ISDIR(found.st_mode) and found.st_ino == old.parent.stat().st_ino:
                seen.append((old.parent / f".vru_need_{old.name}" / OLD / old.name).exists())
            really(handle)

        monkeypatch.setattr(os, "fsync", fsync)
        self.write(old)
        assert seen == [old.suffix == ".shp"]


PARTS = {".shp": "shapes", ".shx": "places", ".dbf": "figures", ".prj": "where on earth"}


@pytest.fixture
def old_parts(tmp_path):
    """The parts of a Shapefile, one of which the new one does not have; it has another that they lack."""
    for ending, text in {**PARTS, ".qix": "index"}.items():
        (tmp_path / f"wards{ending}").write_text(f"old {text}")
    (tmp_path / "wards.qml").write_text("the user's style")
    (tmp_path / "other.shp").write_text("another file of the user's")
    return tmp_path / "wards.shp"


def exchange(target):
    """New parts made, and put in the place of the old ones."""
    with workshop(target) as folder:
        for ending, text in {**PARTS, ".cpg": "UTF-8"}.items():
            (folder / NEW / f"wards{ending}").write_text(f"new {text}")
        put_in_place(folder, target)


def during_step(number, happens):
    """``replace`` where that happens at the step of this number."""
    left = [number]

    def step(made, place):
        left[0] -= 1
        if left[0] == -1:
            happens(made, place)
        else:
            os.replace(made, place)

    return step


# Of five old parts that are put aside, five new ones that take their places, and the note.
STEPS = 11


def test_an_exchange_takes_so_many_steps(old_parts, tmp_path, monkeypatch):
    done = []
    monkeypatch.setattr(replacing, "replace", lambda made, place: done.append(os.replace(made, place)))
    monkeypatch.setattr(half_done, "replace", lambda made, place: done.append(os.replace(made, place)))
    exchange(old_parts)
    assert len(done) == STEPS
    found = {path.name: path.read_text()[:3] for path in tmp_path.glob("wards.*")}
    assert found == {
        **{f"wards{ending}": "new" for ending in (*PARTS, ".cpg")},
        "wards.qml": "the",
    }


@pytest.mark.parametrize("at", range(STEPS))
def test_an_exchange_that_is_killed_is_taken_back_by_the_next_write(old_parts, tmp_path, monkeypatch, at):
    before = folder_bytes(tmp_path)
    child = os.fork()
    if not child:
        step = during_step(at, lambda *_: os._exit(9))
        replacing.replace = half_done.replace = step
        exchange(old_parts)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    with workshop(old_parts) as folder:
        assert list((folder / NEW).iterdir()) == []
    assert folder_bytes(tmp_path) == before


@pytest.fixture
def held(monkeypatch):
    """Parts that another program holds open: they can neither be replaced nor moved."""
    names = set()

    def replace(made, place):
        if made.name in names:
            raise PermissionError(errno.EACCES, "used by another process")
        os.replace(made, place)

    monkeypatch.setattr(replacing, "replace", replace)
    monkeypatch.setattr(half_done, "replace", replace)
    return names


class TestOldPartsThatCannotBePutBack:
    """Somebody opens one just then: it is not lost, and the user is told where it is."""

    @pytest.fixture
    def failed(self, old_parts, tmp_path, held, monkeypatch):
        """The error, after an exchange that failed and could not be taken back."""

        def fail(made, place):
            held.add("wards.dbf")
            raise PermissionError(errno.EACCES, "used by another process")

        monkeypatch.setattr(replacing, "replace", during_step(7, fail))
        with pytest.raises(NeedError) as error:
            exchange(old_parts)
        return error.value

    def test_the_folder_and_the_part_are_named(self, failed, tmp_path):
        assert "“wards.shp” could not be replaced" in str(failed)
        assert "wards.dbf" in str(failed)
        assert str(tmp_path / ".vru_need_wards.shp") in str(failed)
        assert "as it was before" not in str(failed)

    def test_nothing_is_lost_and_all_others_are_back(self, failed, tmp_path):
        folder = tmp_path / ".vru_need_wards.shp"
        assert (folder / OLD / "wards.dbf").read_text() == "old figures"
        assert not (tmp_path / "wards.cpg").exists()
        for ending in (".shp", ".shx", ".prj", ".qix"):
            assert (tmp_path / f"wards{ending}").read_text().startswith("old ")

    def test_the_next_write_puts_them_back_first(self, failed, old_parts, tmp_path, held):
        with pytest.raises(NeedError, match="could not be replaced"), workshop(old_parts):
            pytest.fail("went on as if nothing were amiss")
        assert (tmp_path / ".vru_need_wards.shp" / OLD / "wards.dbf").read_text() == "old figures"
        held.clear()
        with workshop(old_parts):
            assert (tmp_path / "wards.dbf").read_text() == "old figures"
        assert not (tmp_path / ".vru_need_wards.shp").exists()

    def test_but_not_over_what_the_user_has_put_there_since(self, failed, old_parts, tmp_path, held):
        held.clear()
        (tmp_path / "wards.dbf").write_text("from the user's own backup")
        with pytest.raises(NeedError, match="could not be replaced"), workshop(old_parts):
            pytest.fail("went on as if nothing were amiss")
        assert (tmp_path / "wards.dbf").read_text() == "from the user's own backup"
        assert (tmp_path / ".vru_need_wards.shp" / OLD / "wards.dbf").read_text() == "old figures"


def test_a_new_part_that_cannot_be_taken_out_is_told_and_taken_out_by_the_next_write(
    old_parts, tmp_path, held, monkeypatch
):
    """It would change what the old ones mean: a .cpg says in which encoding they are read."""
    before = folder_bytes(tmp_path)

    def fail(made, place):
        held.add("wards.cpg")
        raise PermissionError(errno.EACCES, "used by another process")

    monkeypatch.setattr(replacing, "replace", during_step(6, fail))
    with pytest.raises(NeedError, match=r"not all of its parts could be put back: wards\.cpg\."):
        exchange(old_parts)
    assert (tmp_path / "wards.cpg").read_text() == "new UTF-8"
    held.clear()
    with workshop(old_parts):
        pass
    assert folder_bytes(tmp_path) == before


def test_a_note_that_came_with_somebodys_data_moves_no_other_file(old_parts, tmp_path):
    folder = tmp_path / ".vru_need_wards.shp"
    (folder / OLD).mkdir(parents=True)
    (folder / NEW).mkdir()
    (folder / OLD / "other.shp").write_text("planted")
    other = tmp_path / "other.shp"
    noted = {"other.shp": [other.stat().st_size, other.stat().st_mtime_ns], "../x": [0, 0]}
    (folder / NOTE).write_text(json.dumps(noted))
    with pytest.raises(NeedError, match="could not be replaced"), workshop(old_parts):
        pytest.fail("took the note for one of ours")
    assert other.read_text() == "another file of the user's"


@pytest.mark.parametrize("text", ["", "[]", '{"a": 1}', '{"a": ["x", 2]}', "null"])
def test_a_note_that_cannot_be_read_loses_no_old_part(old_parts, tmp_path, text):
    folder = tmp_path / ".vru_need_wards.shp"
    (folder / OLD).mkdir(parents=True)
    old_parts.with_suffix(".dbf").rename(folder / OLD / "wards.dbf")
    (folder / NOTE).write_text(text)
    with pytest.raises(NeedError, match=r"wards\.dbf.*are not lost"), workshop(old_parts):
        pytest.fail("went on as if nothing were amiss")
    assert (folder / OLD / "wards.dbf").read_text() == "old figures"


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


def test_a_file_that_was_taken_away_is_not_said_to_be_as_it_was(tmp_path):
    told = str(could_not_write(tmp_path / "wards.geojson", FileNotFoundError(errno.ENOENT, "No such file")))
    assert "was taken away meanwhile" in told
    assert "as it was before" not in told
    assert "as it was before" in str(could_not_write(tmp_path / "w", OSError(errno.EFBIG, "Too large")))
