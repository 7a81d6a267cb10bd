# SPDX-License-Identifier: GPL-2.0-or-later
"""What sources name."""

from __future__ import annotations

from pathlib import Path

import pytest

from vru_need_plugin.scenario.sources import Source


@pytest.mark.parametrize(
    ("text", "file", "layer", "project"),
    [
        ("wards.gpkg|layername=wards", "wards.gpkg", "wards", None),
        ("book.xlsx|layername=Sheet 1", "book.xlsx", "Sheet 1", None),
        ("a|b.csv", "a|b.csv", None, None),
        ("table.csv", "table.csv", None, None),
        ("table.csv|layername=", "table.csv", None, None),
        ("project:London wards", None, None, "London wards"),
        ("project: a|layername=b", None, None, "a|layername=b"),
        ("", "", None, None),
    ],
)
def test_a_source_taken_apart(text, file, layer, project):
    source = Source.parse(text)
    assert (source.text, source.file, source.layer, source.project_name) == (text, file, layer, project)
    assert source.is_file is (project is None)


def test_paths_are_relative_to_the_folder_of_the_scenario(tmp_path):
    assert Source.parse("data/t.csv").resolve(tmp_path) == tmp_path / "data" / "t.csv"
    assert Source.parse("../t.csv").resolve(tmp_path / "a") == tmp_path / "t.csv"
    assert Source.parse(r"data\t.csv").resolve(tmp_path) == tmp_path / "data" / "t.csv"
    assert Source.parse(str(tmp_path / "t.csv")).resolve(Path("/elsewhere")) == tmp_path / "t.csv"


def test_a_relative_folder_gives_an_absolute_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert Source.parse("t.csv").resolve(Path()) == tmp_path / "t.csv"


def test_a_layer_of_the_project_has_no_path():
    with pytest.raises(ValueError, match="project:wards"):
        Source.parse("project:wards").resolve(Path("/"))


def test_the_ending_tells_the_format():
    assert Source.parse("A.XLSX|layername=x").suffix == ".xlsx"
    assert Source.parse("project:a.csv").suffix == ""


def test_a_source_written_for_a_folder_names_the_same_file(tmp_path):
    written = Source.parse(f"{tmp_path}/data/w.gpkg|layername=w").relative_to(tmp_path / "scenarios")
    assert written == "../data/w.gpkg|layername=w"
    assert Source.parse(written).resolve(tmp_path / "scenarios") == tmp_path / "data" / "w.gpkg"
    assert Source.parse("project:w").relative_to(tmp_path) == "project:w"
    assert Source.parse("w.csv").relative_to(tmp_path) == "w.csv"
