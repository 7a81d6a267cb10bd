# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables that are no text files come as cells, with the types that they have in the file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProject

from support.layers import copied, saved, squares
from support.shared import needs_data
from support.spreadsheet_files import Raw, write_ods, write_xlsx
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.layers import arrow
from vru_need_plugin.layers.raw_tables import list_sources, read_source
from vru_need_plugin.layers.spreadsheets import as_cells
from vru_need_plugin.scenario.document import KeyLevel, Table

WRITERS = {".xlsx": write_xlsx, ".ods": write_ods}

DATA_SHEET = [
    ["Crime in the city", None, None],
    [],
    ["Code", "Robbery", "As of"],
    ["E05000001", 12, date(2014, 12, 31)],
    ["E05000002", "n/a", None],
    ["01001", 0.56, None],
]


def table(source: str) -> Table:
    return Table("t", source, "Code", KeyLevel.AREA)


def read(source: str, folder: Path, project=None):
    return read_source(table(source), folder, project or QgsProject())


@pytest.fixture(params=WRITERS)
def book(request, tmp_path, qgis_app):
    sheets = {"Data": DATA_SHEET, "Notes": [["a", "b"], [1, 2.5]]}
    return WRITERS[request.param](tmp_path / f"book{request.param}", sheets)


def test_every_row_of_the_first_sheet_comes_titles_and_blank_rows_too(book):
    raw = read(book.name, book.parent)
    assert raw.names is None
    assert raw.first_row == 1
    assert raw.row_count == 6
    assert list(raw.columns[0]) == ["Crime in the city", None, "Code", "E05000001", "E05000002", "01001"]


def test_numbers_stay_numbers_and_dates_dates_under_a_header(book):
    raw = read(book.name, book.parent)
    assert list(raw.columns[1]) == [None, None, "Robbery", 12, "n/a", 0.56]
    assert [type(cell) for cell in raw.columns[1][3:]] == [int, str, float]
    assert list(raw.columns[2]) == [None, None, "As of", date(2014, 12, 31), None, None]


def test_a_named_sheet(book):
    raw = read(f"{book.name}|layername=Notes", book.parent)
    assert [list(column) for column in raw.columns] == [["a", 1], ["b", 2.5]]
    assert raw.source == f"{book.name}, Notes"


def test_a_sheet_that_is_not_there_lists_the_sheets(book):
    with pytest.raises(NeedError, match=r"no layer or sheet “data”\. It has: Data, Notes"):
        read(f"{book.name}|layername=data", book.parent)
    assert list_sources(book) == ("Data", "Notes")


def test_a_file_that_is_no_spreadsheet(tmp_path, qgis_app):
    (tmp_path / "book.xlsx").write_bytes(bytes(range(256)) * 40)
    with pytest.raises(NeedError, match=r"book\.xlsx” cannot be read"):
        read("book.xlsx", tmp_path)


def test_the_search_for_headers_is_as_it_was_afterwards(book):
    gdal.SetThreadLocalConfigOption("OGR_XLSX_HEADERS", "FORCE")
    read(book.name, book.parent)
    assert gdal.GetThreadLocalConfigOption("OGR_XLSX_HEADERS") == "FORCE"
    gdal.SetThreadLocalConfigOption("OGR_XLSX_HEADERS", None)


def test_a_number_keeps_the_digits_that_the_file_has(tmp_path, qgis_app):
    spelled = ["0.1", "0.30000000000000004", "1.0000000000000001E-5", "123456789012", "-3.5", "1E+20", "12.0"]
    rows = [["Rate"], *([Raw(number)] for number in spelled)]
    write_xlsx(tmp_path / "a.xlsx", {"S": rows})
    assert list(read("a.xlsx", tmp_path).columns[0][1:]) == [float(number) for number in spelled]


@pytest.mark.parametrize(
    "code", ["01001", "12E4", "1.10", "+5", "1,234", " 7", "", "1_000", "٣", "2014/13/45"]
)
def test_texts_that_look_like_numbers_stay_texts(code):
    assert as_cells(["Code", code]) == ["Code", code]


def test_a_column_with_decimal_commas_is_left_to_the_table_reader():
    assert as_cells(["Rate", "0,56", "12"]) == ["Rate", "0,56", "12"]


def test_a_thousands_mark_does_not_keep_numbers_from_being_numbers():
    assert as_cells(["Count", "1,500", "12"]) == ["Count", "1,500", 12]


@pytest.mark.parametrize("ending", [".gpkg", ".shp"])
def test_a_table_of_ogr_has_names_and_typed_columns(tmp_path, qgis_app, ending, monkeypatch):
    rows = [{"Code": "E05000001", "n": 3, "rate": 0.5}, {"Code": "Ê", "n": None, "rate": None}]
    saved(squares(rows, {"n": "integer", "rate": "double"}), tmp_path / f"t{ending}")
    fast = read(f"t{ending}", tmp_path)
    monkeypatch.delattr(arrow.ogr.Layer, "GetArrowStreamAsNumPy", raising=False)
    slow = read(f"t{ending}", tmp_path)
    assert list(fast.names)[-3:] == list(slow.names)[-3:] == ["Code", "n", "rate"]
    assert list(fast.columns[-3]) == list(slow.columns[-3]) == ["E05000001", "Ê"]
    assert list(fast.columns[-2]) == list(slow.columns[-2]) == [3, None]
    assert isinstance(fast.columns[-1], np.ndarray)
    assert fast.columns[-1][0] == 0.5
    assert np.isnan(fast.columns[-1][1])
    assert list(slow.columns[-1]) == [0.5, None]


def test_a_layer_of_the_project_comes_with_its_edits_and_its_filter(tmp_path, qgis_app):
    layer = saved(squares([{"Code": "a", "n": "1"}, {"Code": "b", "n": "2"}]), tmp_path / "t.gpkg")
    project = QgsProject()
    project.addMapLayer(layer, False)
    layer.setSubsetString("\"Code\" = 'b'")
    layer.startEditing()
    layer.changeAttributeValue(2, layer.fields().indexFromName("n"), "9")
    raw = read("project:t", tmp_path, project)
    assert dict(zip(raw.names, raw.columns)) == {"fid": [2], "Code": ["b"], "n": ["9"]}
    layer.rollBack()


@needs_data
def test_published_boundaries_as_a_table(tmp_path, qgis_app):
    raw = read(copied("London_Ward_CityMerged.shp", tmp_path).name, tmp_path)
    columns = dict(zip(raw.names, raw.columns))
    assert raw.row_count == 625
    assert columns["GSS_CODE"][0] == "E05000405"
    assert columns["HECTARES"][0] == 755.173
