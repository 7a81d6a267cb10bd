# SPDX-License-Identifier: GPL-2.0-or-later
"""Scenario files: read and saved whole or not at all."""

from __future__ import annotations

import os
import stat

import pytest

from support.scenarios import as_json, scenario_document
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.scenario import codec
from vru_need_plugin.scenario.errors import ScenarioError

TEXT = as_json(scenario_document())


def refused(path):
    with pytest.raises(ScenarioError) as caught:
        codec.load(path)
    assert str(caught.value).startswith(f"{path}: ")
    return str(caught.value)


def test_what_is_saved_is_read_back(tmp_path):
    scenario = codec.loads(TEXT)
    codec.save(scenario, tmp_path / "s.json")
    assert codec.load(tmp_path / "s.json") == scenario
    assert [path.name for path in tmp_path.iterdir()] == ["s.json"]
    assert (tmp_path / "s.json").read_bytes() == codec.dumps(scenario).encode()


def test_a_byte_order_mark_in_a_file(tmp_path):
    (tmp_path / "s.json").write_text(TEXT, encoding="utf-8-sig")
    assert codec.load(str(tmp_path / "s.json")) == codec.loads(TEXT)


def test_files_that_are_no_scenario(tmp_path):
    assert "no such" in refused(tmp_path / "missing.json")
    refused(tmp_path)
    (tmp_path / "empty.json").write_bytes(b"")
    assert "line 1, column 1" in refused(tmp_path / "empty.json")
    (tmp_path / "utf16.json").write_text(TEXT, encoding="utf-16")
    assert "UTF-8" in refused(tmp_path / "utf16.json")
    (tmp_path / "latin.json").write_bytes('{"title": "café"}'.encode("latin-1"))
    assert "byte 15" in refused(tmp_path / "latin.json")
    (tmp_path / "binary.json").write_bytes(bytes(range(256)))
    refused(tmp_path / "binary.json")


def test_a_save_that_fails_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "s.json"
    path.write_text("old")

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NeedError, match="No space left on device"):
        codec.save(codec.loads(TEXT), path)
    assert path.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["s.json"]


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(NeedError, match="cannot be saved"):
        codec.save(codec.loads(TEXT), tmp_path / "no" / "s.json")


def test_saving_keeps_the_mode_of_the_file_and_follows_a_link(tmp_path):
    path = tmp_path / "s.json"
    path.write_text("old")
    path.chmod(0o640)
    link = tmp_path / "link.json"
    link.symlink_to(path)
    codec.save(codec.loads(TEXT), link)
    assert link.is_symlink()
    assert codec.load(path) == codec.loads(TEXT)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
