# SPDX-License-Identifier: GPL-2.0-or-later
"""A table to join has a row for each area: its code and the need fields."""

from __future__ import annotations

import csv

import pytest
from qgis.core import QgsVectorLayer

from support.layers import cells, field_names, need_outputs
from vru_need_plugin.core.feedback import SILENT
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.layers.writing.new_table import prepare_table

CODES = ["E05000001", "007", "=1+1"]


def test_a_table_of_a_geopackage(tmp_path, qgis_app):
    path = tmp_path / "scores.gpkg"
    report = prepare_table("code", CODES, need_outputs([2.5, None, 0.0]), path).run(SILENT)
    table = QgsVectorLayer(report.source, "t", "ogr")
    assert not table.isSpatial()
    assert field_names(table)[1:4] == ["code", "need_score", "need_rank"]
    assert cells(table, "code") == CODES
    assert cells(table, "need_score") == [2.5, None, 0.0]


def test_it_joins_a_geopackage_that_is_there_and_replaces_one_of_its_name(tmp_path, qgis_app):
    path = tmp_path / "scores.gpkg"
    prepare_table("code", CODES, need_outputs([1, 2, 3]), path).run(SILENT)
    report = prepare_table("code", CODES, need_outputs([4.0, 5.0, 6.0]), path).run(SILENT)
    assert cells(QgsVectorLayer(report.source, "t", "ogr"), "need_score") == [4.0, 5.0, 6.0]


def test_a_csv_that_no_spreadsheet_runs(tmp_path, qgis_app):
    path = tmp_path / "scores.csv"
    prepare_table("code", CODES, need_outputs([2.5, None, 0.0]), path).run(SILENT)
    rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert [row["code"] for row in rows] == ["E05000001", "007", "'=1+1"]
    assert [row["need_score"] for row in rows] == ["2.5", "", "0.0"]


@pytest.mark.parametrize("name", ["scores.shp", "scores"])
def test_other_endings_are_refused(name, tmp_path):
    with pytest.raises(NeedError, match=r"has to end in \.gpkg or \.csv"):
        prepare_table("code", CODES, need_outputs([1, 2, 3]), tmp_path / name)


def test_a_code_field_with_the_name_of_a_need_field(tmp_path):
    with pytest.raises(NeedError, match="“NEED_RANK” has the name of a need field"):
        prepare_table("NEED_RANK", CODES, need_outputs([1, 2, 3]), tmp_path / "t.csv")
