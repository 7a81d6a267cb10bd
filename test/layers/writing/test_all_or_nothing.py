# SPDX-License-Identifier: GPL-2.0-or-later
"""Whatever breaks a write off, and wherever: the file holds what it held before, or all of the new."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import sys
import tempfile
import weakref
from pathlib import Path

import pytest
from qgis.core import QgsVectorLayer

import vru_need_plugin.layers.writing
from support.layer_formats import ALL_OR_NOTHING, contents, in_format, opened, snapshot
from support.layers import cells, need_outputs, squares
from vru_need_plugin.core.feedback import SILENT
from vru_need_plugin.core.messages import Cancelled, NeedError
from vru_need_plugin.layers.write import prepare_write
from vru_need_plugin.layers.writing import swap as swap_module
from vru_need_plugin.layers.writing.half_done import NEW
from vru_need_plugin.layers.writing.route import Written
from vru_need_plugin.layers.writing.workshop import workshop

ROOM = str(Path(vru_need_plugin.layers.writing.__file__).parent)


# Kinds that take another's way are looked at in passing.
TRIALS = {"spatialite": 6, "sqlite": 6}


class BrokenOffError(Exception):
    """What a test breaks a write off with."""


class BreakingOff:
    """Raises at the n-th function of the room that is called or returns."""

    def __init__(self, at: int) -> None:
        self.left = at
        self.count = 0

    def __enter__(self):
        sys.setprofile(self._look)
        return self

    def __exit__(self, *_):
        sys.setprofile(None)

    def _look(self, frame, event, _arg):
        if frame.f_back is not None and frame.f_back.f_code.co_filename == weakref.__file__:
            return  # the end of an object, out of which nothing is raised
        if event in ("call", "return") and frame.f_code.co_filename.startswith(ROOM):
            self.count += 1
            self.left -= 1
            if self.left == 0:
                raise BrokenOffError


def without_workshop(found):
    """What a folder holds, without the folder of ours that is broken off as it is entered or left."""
    of_no_use = (".vru_need_", "in_use", NEW)
    return {
        name: data
        for name, data in found.items()
        if not (name.startswith(".vru_need_") and Path(name).name.startswith(of_no_use))
    }


@pytest.fixture(params=ALL_OR_NOTHING)
def kind(request, qgis_app):
    return request.param


@pytest.fixture(scope="module")
def stock(tmp_path_factory):
    """A folder for each format with a layer that has scores of an earlier scenario with more measures."""
    made = {}

    def folder_of(kind):
        if kind not in made:
            made[kind] = tmp_path_factory.mktemp(kind)
            layer = in_format(squares(), kind, made[kind])
            first = prepare_write(layer, need_outputs([1.0, None, 3.0], flags=4), "need_")
            first.finish(layer, first.run(SILENT))
        return made[kind]

    return folder_of


@pytest.fixture
def scored(stock):
    """A copy of it in a folder, open."""

    def copy(kind, folder):
        shutil.copytree(stock(kind), folder)
        return opened(kind, folder)

    return copy


def new_write(layer):
    return prepare_write(layer, need_outputs([3.5, 2.5, None], flags=2), "need_", keep_old=True)


def test_an_error_at_any_step_leaves_the_old_or_the_new(kind, tmp_path, scored):
    new_write(scored(kind, tmp_path / "first")).run(SILENT)  # the first of a process has steps of its own
    layer = scored(kind, tmp_path / "whole")
    old = contents(tmp_path / "whole")
    with BreakingOff(0) as watched:
        write = new_write(layer)
        steps_before = watched.count
        write.run(SILENT)
        steps = watched.count
    new = contents(tmp_path / "whole")
    assert steps - steps_before > 40
    outcomes = set()
    for step in range(steps_before + 1, steps, max(1, (steps - steps_before) // TRIALS.get(kind, 25))):
        folder = tmp_path / f"broken{step}"
        layer = scored(kind, folder)
        write = new_write(layer)
        with pytest.raises((BrokenOffError, NeedError)), BreakingOff(step - steps_before):
            write.run(SILENT)
        left = without_workshop(contents(folder))
        assert left in (old, new), f"step {step} of {steps}"
        outcomes.add(left == old)
        write.look_again(layer)
        # And the next write works, and leaves nothing of the broken one.
        again = new_write(layer)
        again.finish(layer, again.run(SILENT))
        assert contents(folder) == new
        del layer, write, again
        shutil.rmtree(folder)
    assert True in outcomes


@pytest.mark.parametrize("question", range(8))
def test_stopping_at_any_question_leaves_the_old(kind, question, tmp_path, scored):
    layer = scored(kind, tmp_path / "a")
    before = contents(tmp_path / "a")
    write = new_write(layer)

    class Stopping:
        left = question

        def isCanceled(self):
            self.left -= 1
            return self.left < 0

        def setProgress(self, _progress):
            pass

    try:
        write.run(Stopping())
    except Cancelled:
        assert contents(tmp_path / "a") == before
    else:
        assert question > 1
        write.finish(layer, Written())
        assert cells(layer, "need_score") == [3.5, 2.5, None]


@pytest.fixture
def another_disk(tmp_path):
    """A folder on another file system."""
    shared = Path("/dev/shm")
    if not shared.is_dir() or shared.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("there is no other file system at hand")
    with tempfile.TemporaryDirectory(dir=shared) as folder:
        yield Path(folder)


@pytest.mark.parametrize("kind", ["shp", "geojson"])
class TestNewFileBeside:
    def test_a_full_disk(self, kind, tmp_path, scored, qgis_app, monkeypatch):
        layer = scored(kind, tmp_path / "a")
        before = contents(tmp_path / "a")

        def full(*_):
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(swap_module.os, "fsync", full)
        with pytest.raises(NeedError, match="The disk is full: “wards"):
            new_write(layer).run(SILENT)
        assert contents(tmp_path / "a") == before
        assert snapshot(QgsVectorLayer(layer.source(), "again", "ogr"))[1] == snapshot(layer)[1]

    def test_once_in_its_place_it_is_written_whatever_the_folder_says(
        self, kind, tmp_path, scored, qgis_app, monkeypatch
    ):
        layer = scored(kind, tmp_path / "a")
        really = os.fsync

        def no_folders(handle):
            if stat.S_ISDIR(os.fstat(handle).st_mode):
                raise OSError(errno.EIO, "Input/output error")
            really(handle)

        monkeypatch.setattr(os, "fsync", no_folders)
        write = new_write(layer)
        write.finish(layer, write.run(SILENT))
        assert cells(layer, "need_score") == [3.5, 2.5, None]

    def test_what_a_killed_process_left_is_harmless_and_goes(self, kind, tmp_path, scored, qgis_app):
        layer = scored(kind, tmp_path / "a")
        target = Path(layer.source()).with_suffix(".dbf" if kind == "shp" else ".geojson")
        left = target.parent / f".vru_need_{target.name}"
        (left / NEW).mkdir(parents=True)
        (left / "in_use").touch()
        (left / NEW / target.name).write_bytes(b"half a fi")
        write = new_write(layer)
        write.finish(layer, write.run(SILENT))
        assert cells(layer, "need_score") == [3.5, 2.5, None]
        assert not left.exists()

    def test_two_of_us_at_once(self, kind, tmp_path, scored, qgis_app):
        layer = scored(kind, tmp_path / "a")
        before = contents(tmp_path / "a")
        target = Path(layer.source()).with_suffix(".dbf" if kind == "shp" else ".geojson")
        with workshop(target), pytest.raises(NeedError, match="are being written to “wards"):
            new_write(layer).run(SILENT)
        assert contents(tmp_path / "a") == before

    def test_a_change_by_another_meanwhile_is_not_lost(self, kind, tmp_path, scored, qgis_app, monkeypatch):
        layer = scored(kind, tmp_path / "a")
        target = Path(layer.source()).with_suffix(".dbf" if kind == "shp" else ".geojson")
        fsync = os.fsync

        def change_first(handle):
            os.utime(target, ns=(1, 1))
            fsync(handle)

        monkeypatch.setattr(swap_module.os, "fsync", change_first)
        before = contents(tmp_path / "a")
        with pytest.raises(NeedError, match="was changed by another program in the meantime"):
            new_write(layer).run(SILENT)
        assert contents(tmp_path / "a") == before

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
    def test_a_folder_that_may_not_be_written_to(self, kind, tmp_path, scored, qgis_app):
        layer = scored(kind, tmp_path / "a")
        os.chmod(tmp_path / "a", 0o555)
        with pytest.raises(NeedError, match="cannot be written to"):
            new_write(layer).run(SILENT)
        os.chmod(tmp_path / "a", 0o755)

    def test_a_link_stays_a_link(self, kind, tmp_path, scored, qgis_app):
        layer = scored(kind, tmp_path / "a")
        target = Path(layer.source()).with_suffix(".dbf" if kind == "shp" else ".geojson")
        real = tmp_path / "real"
        target.rename(real)
        target.symlink_to(real)
        before = real.read_bytes()
        new_write(layer).run(SILENT)
        assert target.is_symlink()
        assert real.read_bytes() != before

    def test_a_link_to_another_disk_stays_a_link(self, kind, tmp_path, scored, qgis_app, another_disk):
        layer = scored(kind, tmp_path / "a")
        for part in (tmp_path / "a").iterdir():
            shutil.copy(part, another_disk / part.name)
            part.unlink()
            part.symlink_to(another_disk / part.name)
        write = prepare_write(
            opened(kind, tmp_path / "a"), need_outputs([7.5, 8.5, None]), "need_", keep_old=True
        )
        before = contents(another_disk)
        take_back = write.run(SILENT).take_back
        assert cells(opened(kind, another_disk), "need_score") == [7.5, 8.5, None]
        take_back.prepare(layer).run(SILENT)
        assert contents(another_disk) == before
        assert all(part.is_symlink() for part in (tmp_path / "a").iterdir())

    def test_rights_stay(self, kind, tmp_path, scored, qgis_app):
        layer = scored(kind, tmp_path / "a")
        target = Path(layer.source()).with_suffix(".dbf" if kind == "shp" else ".geojson")
        os.chmod(target, 0o664)
        new_write(layer).run(SILENT)
        assert target.stat().st_mode & 0o777 == 0o664

    @pytest.mark.skipif(not hasattr(os, "chown") or os.geteuid() != 0, reason="only root gives files away")
    def test_owner_and_group_stay(self, kind, tmp_path, scored, qgis_app):
        layer = scored(kind, tmp_path / "a")
        target = Path(layer.source()).with_suffix(".dbf" if kind == "shp" else ".geojson")
        os.chown(target, 1234, 2345)
        target.chmod(0o664)
        new_write(layer).run(SILENT)
        found = target.stat()
        assert (found.st_uid, found.st_gid, found.st_mode & 0o777) == (1234, 2345, 0o664)

    @pytest.mark.skipif(not hasattr(os, "setxattr"), reason="no attributes beyond the usual here")
    def test_what_the_system_keeps_with_the_file_stays(self, kind, tmp_path, scored, qgis_app):
        layer = scored(kind, tmp_path / "a")
        target = Path(layer.source()).with_suffix(".dbf" if kind == "shp" else ".geojson")
        try:
            os.setxattr(target, "user.note", b"mine")
        except OSError:
            pytest.skip("this file system keeps none")
        new_write(layer).run(SILENT)
        assert os.getxattr(target, "user.note") == b"mine"
