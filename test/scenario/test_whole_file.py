# SPDX-License-Identifier: GPL-2.0-or-later
"""A file is replaced as a whole or not at all, and what stands in the way is said in words."""

from __future__ import annotations

import os

import pytest

from support.scenarios import as_json, scenario_document
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.scenario import codec
from vru_need_plugin.scenario.whole_file import replace_whole


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


@pytest.mark.parametrize("name", ["file/a.json", "folder", "n" * 300, "gone/a.json"])
def test_what_cannot_be_written_is_told_in_words(tmp_path, name):
    (tmp_path / "file").write_text("not a folder")
    (tmp_path / "folder").mkdir()
    with pytest.raises(NeedError, match="the scenario cannot be saved: "):
        codec.save(codec.loads(as_json(scenario_document())), tmp_path / name)
    assert {path.name for path in tmp_path.iterdir()} == {"file", "folder"}
