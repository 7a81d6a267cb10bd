# SPDX-License-Identifier: GPL-2.0-or-later
"""A file is replaced as a whole or not at all, and what stands in the way is said in words."""

from __future__ import annotations

import os
import stat

import pytest

from support.scenarios import as_json, scenario_document
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.scenario import codec
from vru_need_plugin.scenario.whole_file import new_folder_beside, private_mode, put_whole, replace_whole


def test_a_file_is_replaced_and_nothing_is_left_beside_it(tmp_path):
    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    replace_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_is_followed_and_permissions_stay(tmp_path):
    path, link = tmp_path / "a.json", tmp_path / "link.json"
    path.write_bytes(b"old")
    path.chmod(0o640)
    link.symlink_to(path)
    replace_whole(link, b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "a.json"
    path.write_bytes(b"old")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        replace_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="Windows opens no folders")
def test_the_name_is_on_the_disk_too(tmp_path, monkeypatch):
    really, folders = os.fsync, []

    def fsync(handle):
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            folders.append(os.fstat(handle).st_ino)
        really(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    replace_whole(tmp_path / "a.json", b"new")
    assert folders == [tmp_path.stat().st_ino]


class TestAFileMadeInAFolderBeside:
    def test_takes_its_place(self, tmp_path):
        path = tmp_path / "a.pdf"
        path.write_bytes(b"old")
        path.chmod(0o640)
        folder = new_folder_beside(path)
        assert folder.parent == tmp_path
        (folder / "a.pdf").write_bytes(b"new")
        put_whole(folder / "a.pdf", path)
        folder.rmdir()
        assert path.read_bytes() == b"new"
        assert path.stat().st_mode & 0o777 == 0o640

    def test_goes_where_a_link_leads(self, tmp_path):
        (tmp_path / "real").mkdir()
        path, link = tmp_path / "real" / "a.pdf", tmp_path / "link.pdf"
        link.symlink_to(path)
        folder = new_folder_beside(link)
        assert folder.parent == path.parent
        (folder / "link.pdf").write_bytes(b"new")
        put_whole(folder / "link.pdf", link)
        assert link.is_symlink()
        assert path.read_bytes() == b"new"

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
    def test_is_out_of_the_reach_of_others_until_then_and_then_for_whom_new_files_are(self, tmp_path):
        path = tmp_path / "a.pdf"
        folder = new_folder_beside(path)
        assert folder.stat().st_mode & 0o077 == 0
        (folder / "a.pdf").write_bytes(b"new")
        (tmp_path / "plain").write_bytes(b"as anybody makes a file here")
        put_whole(folder / "a.pdf", path)
        assert path.stat().st_mode == (tmp_path / "plain").stat().st_mode

    def test_on_windows_has_the_rights_of_the_folder_that_it_goes_to(self):
        """There, a mode for the owner alone would go with the file to its place, and shut all others out."""
        assert private_mode("nt") == 0o777
        assert private_mode("posix") == 0o700


@pytest.mark.parametrize("name", ["file/a.json", "folder", "n" * 300, "gone/a.json"])
def test_what_cannot_be_written_is_told_in_words(tmp_path, name):
    (tmp_path / "file").write_text("not a folder")
    (tmp_path / "folder").mkdir()
    with pytest.raises(NeedError, match="the scenario cannot be saved: "):
        codec.save(codec.loads(as_json(scenario_document())), tmp_path / name)
    assert {path.name for path in tmp_path.iterdir()} == {"file", "folder"}
