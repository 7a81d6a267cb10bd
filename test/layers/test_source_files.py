# SPDX-License-Identifier: GPL-2.0-or-later
"""What is made of files never takes the place of one of them, by whatever name it is called."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsVectorLayer

from support.layer_formats import in_format
from support.layers import squares
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.layers.source_files import SourceFile, check_not_source, layer_file, source_files
from vru_need_plugin.scenario.document import Areas, KeyLevel, Scenario, Table

EMPTY = Scenario(title="t", areas=Areas("", "code"), tables=(), measures=())


@pytest.mark.parametrize("name", ["wards.shp", "wards.dbf", "wards.shx", "wards.DBF", "./x/../wards.dbf"])
def test_a_part_of_a_shapefile_is_the_shapefile(name, tmp_path, qgis_app):
    (tmp_path / "x").mkdir()
    layer = in_format(squares(), "shp", tmp_path)
    with pytest.raises(NeedError, match="the file of the area layer itself"):
        check_not_source(tmp_path / name, layer_file(layer, is_areas=True))


@pytest.mark.parametrize("name", ["wards.gpkg", "Wards.shp.gpkg", "roads.dbf", "new/wards.dbf"])
def test_another_file_is_another(name, tmp_path, qgis_app):
    layer = in_format(squares(), "shp", tmp_path)
    check_not_source(tmp_path / name, layer_file(layer))


@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_a_second_name_of_the_file_is_the_file(link, tmp_path):
    (tmp_path / "crime.csv").write_text("code,n\n")
    link(tmp_path / "crime.csv", tmp_path / "out.csv")
    with pytest.raises(NeedError, match="one of the files that the scores are made from"):
        check_not_source(tmp_path / "out.csv", [SourceFile(tmp_path / "crime.csv")])


def test_a_file_with_several_layers_takes_another_and_none_of_these(tmp_path):
    path = tmp_path / "city.gpkg"
    path.touch()
    files = [SourceFile(path, "wards")]
    check_not_source(path, files, "scores")
    for layer_name in ("wards", "WARDS", None):
        with pytest.raises(NeedError):
            check_not_source(path, files, layer_name)
    with pytest.raises(NeedError):  # it may be the first that is meant
        check_not_source(path, [SourceFile(path)], "scores")


def test_the_files_of_a_scenario_are_its_own_and_those_of_its_areas_and_tables(tmp_path, qgis_app):
    csv = tmp_path / "open.csv"
    csv.write_text("code,n\nA,1\n")
    project = QgsProject()
    layer = QgsVectorLayer(f"{csv.as_uri()}?delimiter=,", "Open table", "delimitedtext")
    assert layer.isValid()
    project.addMapLayer(layer)
    table = Table("a", "deep/a.csv", key_column="code", key_level=KeyLevel.AREA)
    scenario = replace(
        EMPTY,
        areas=Areas("wards.gpkg|layername=w", "code"),
        tables=(table, replace(table, id="b", source="project:Open table")),
    )
    found = source_files(scenario, tmp_path / "s.json", tmp_path, None, project)
    assert [(file.path, file.layer) for file in found] == [
        (tmp_path / "s.json", None),
        (tmp_path / "wards.gpkg", "w"),
        (tmp_path / "deep" / "a.csv", None),
        (csv, None),
    ]
    assert [file.is_areas for file in found] == [False, True, False, False]


def test_a_layer_in_memory_has_no_file(qgis_app):
    assert layer_file(squares()) == ()


def test_a_path_that_is_none_is_no_file():
    check_not_source(Path("a\0b.csv"), [SourceFile(Path("/nowhere/c.csv"))])
