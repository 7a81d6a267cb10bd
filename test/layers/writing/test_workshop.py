# SPDX-License-Identifier: GPL-2.0-or-later
"""The folder in which a new file is made: nobody else's is taken for it, and nothing else goes with it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from support.layer_formats import folder_bytes
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.layers.writing import workshop as workshop_module
from vru_need_plugin.layers.writing.half_done import NEW, OLD
from vru_need_plugin.layers.writing.workshop import workshop

# Nobody's number on any machine that runs this.
ANOTHER_USER = 54321


@pytest.fixture
def victim(tmp_path):
    """A folder of the user's that has nothing to do with any write."""
    folder = tmp_path / "mine"
    (folder / "sub").mkdir(parents=True)
    (folder / "thesis.odt").write_text("years of work")
    (folder / "sub" / "notes.txt").write_text("more")
    return folder


@pytest.fixture
def target(tmp_path):
    """A file, as it comes in somebody's data pack."""
    (tmp_path / "pack").mkdir()
    path = tmp_path / "pack" / "wards.geojson"
    path.write_text("{}")
    return path


def folder_of(target: Path) -> Path:
    """Where its workshop is."""
    return target.parent / f".vru_need_{target.name}"


def test_it_is_there_with_an_empty_folder_for_the_new_parts_and_then_gone(target):
    with workshop(target) as folder:
        assert folder == folder_of(target)
        assert list((folder / NEW).iterdir()) == []
        (folder / NEW / "wards.geojson").write_text("half of it")
    assert list(target.parent.iterdir()) == [target]


def test_a_link_in_its_place_is_not_followed(target, victim, tmp_path):
    folder_of(target).symlink_to(victim)
    before = folder_bytes(tmp_path)
    with pytest.raises(NeedError, match="is in the way"), workshop(target):
        pytest.fail("entered a folder that is not ours")
    assert folder_bytes(tmp_path) == before


@pytest.mark.parametrize("name", [NEW, OLD, "in_use", "exchange.json"])
def test_nor_is_a_link_in_a_folder_that_is_there_already(target, victim, tmp_path, name):
    folder_of(target).mkdir()
    (folder_of(target) / name).symlink_to(victim if name in (NEW, OLD) else victim / "thesis.odt")
    before = folder_bytes(tmp_path)
    with pytest.raises(NeedError, match="is in the way"), workshop(target):
        pytest.fail("entered a folder that is not ours")
    assert folder_bytes(tmp_path) == before


def test_a_file_in_its_place_is_told_and_stays(target, tmp_path):
    folder_of(target).write_text("mine")
    before = folder_bytes(tmp_path)
    with pytest.raises(NeedError, match="is in the way"), workshop(target):
        pytest.fail("entered what is no folder")
    assert folder_bytes(tmp_path) == before


def test_what_is_not_ours_stays_when_it_is_tidied(target):
    folder = folder_of(target)
    (folder / NEW).mkdir(parents=True)
    (folder / NEW / "wards.geojson").write_text("left behind by a process that was killed")
    (folder / "mine.txt").write_text("kept here by the user, who may not know what the folder is")
    (folder / "sub").mkdir()
    with workshop(target):
        assert list((folder / NEW).iterdir()) == []
    assert sorted(path.name for path in folder.iterdir()) == ["mine.txt", "sub"]


@pytest.mark.skipif(os.name == "nt", reason="asks who owns a folder")
class TestAnotherUser:
    @pytest.fixture
    def theirs(self, target, monkeypatch):
        """The folder of another user, who may be at work in it."""
        folder = folder_of(target)
        folder.mkdir()
        (folder / "in_use").touch()
        monkeypatch.setattr(workshop_module.os, "geteuid", lambda: ANOTHER_USER)
        return folder

    def test_is_not_disturbed(self, target, theirs, tmp_path, monkeypatch):
        monkeypatch.setattr(workshop_module, "_owner_of_what_we_make", lambda _folder: ANOTHER_USER)
        before = folder_bytes(tmp_path)
        with pytest.raises(NeedError, match="Another user is writing scores"), workshop(target):
            pytest.fail("entered another user's folder")
        assert folder_bytes(tmp_path) == before

    def test_is_not_seen_where_the_share_shows_one_owner_for_all(self, target, theirs):
        """A server may know us under another number: what we make there is the measure."""
        with workshop(target) as folder:
            assert folder == theirs
        assert not theirs.exists()

    def test_cannot_put_anything_into_ours(self, target):
        with workshop(target) as folder:
            assert folder.stat().st_mode & 0o077 == 0


def test_a_process_that_comes_while_another_leaves_has_a_folder_of_its_own(target, monkeypatch):
    """It got hold of the lock file just before that was taken away."""
    really, left = workshop_module.FileLock, [1]

    def lock(path):
        made = really(path)
        if left[0]:
            left[0] -= 1
            path.unlink()
        return made

    monkeypatch.setattr(workshop_module, "FileLock", lock)
    with workshop(target) as folder:
        assert (folder / "in_use").is_file()
        with pytest.raises(NeedError, match="are being written to"), workshop(target):
            pytest.fail("two at once")


def test_a_file_server_that_keeps_what_is_open_leaves_no_folder_behind(target, monkeypatch):
    """NFS gives an open file that is removed another name in its folder, until it is closed."""
    kept = folder_of(target) / ".nfs0001"
    unlink, lock = Path.unlink, workshop_module.FileLock

    class OnNfs(lock):
        def close(self):
            super().close()
            if kept.exists():
                unlink(kept)

    monkeypatch.setattr(workshop_module, "FileLock", OnNfs)
    monkeypatch.setattr(
        Path, "unlink", lambda path: path.rename(kept) if path.name == "in_use" else unlink(path)
    )
    with workshop(target):
        pass
    assert list(target.parent.iterdir()) == [target]
