# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of a Shapefile is taken apart and put together again byte for byte."""

from __future__ import annotations

import struct
from datetime import date

import numpy as np
import pytest
from osgeo import ogr

from support.layer_formats import in_format
from support.layers import squares
from support.shared import DATA, needs_data
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.core.output import FieldKind, OutputField
from vru_need_plugin.layers.writing.dbf import new_column, read_dbf, to_bytes, with_columns
from vru_need_plugin.layers.writing.dbf_cells import cells_for, column_for, encoding_of

TODAY = date(2026, 11, 28)


@pytest.fixture
def path(tmp_path, qgis_app):
    in_format(squares(), "shp", tmp_path)
    return tmp_path / "wards.dbf"


def same_but_for_the_date(one, other):
    return one[:1] + one[4:] == other[:1] + other[4:]


def test_what_is_not_changed_comes_out_as_it_went_in(path):
    assert same_but_for_the_date(b"".join(to_bytes(read_dbf(path), TODAY)), path.read_bytes())


@needs_data
@pytest.mark.parametrize("name", ["London_Ward_CityMerged", "London_Borough_Excluding_MHW"])
def test_published_tables_too(name):
    path = DATA / "boundaries" / f"{name}.dbf"
    assert same_but_for_the_date(b"".join(to_bytes(read_dbf(path), TODAY)), path.read_bytes())


def test_the_date_of_the_change_is_in_the_head(path):
    assert b"".join(to_bytes(read_dbf(path), TODAY))[1:4] == bytes((126, 11, 28))


def test_marks_of_deleted_records_stay(path, qgis_app):
    data = bytearray(path.read_bytes())
    start, length = struct.unpack_from("<HH", data, 8)
    data[start + length] = ord("*")
    path.write_bytes(bytes(data))
    table = read_dbf(path)
    assert list(table.deleted) == [False, True, False]
    column = new_column("need_x", "N", 4)
    cells = np.full((3, 4), ord("7"), np.uint8)
    made = with_columns(table, {column: cells}, [])
    assert list(made.deleted) == [False, True, False]


@pytest.mark.parametrize("cut", [10, 40, 100, -30])
def test_a_damaged_table_is_told(path, cut):
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(NeedError, match="is damaged or of a kind that is not known"):
        read_dbf(path)


def test_a_record_longer_than_the_format_allows(path):
    table = read_dbf(path)
    put = {new_column(f"c{n}", "C", 254): np.zeros((3, 254), np.uint8) for n in range(260)}
    with pytest.raises(NeedError, match="no room for so many fields"):
        with_columns(table, put, [])


@pytest.mark.parametrize("value", [0.0, 2.5, 0.1 + 0.2, 100 / 3, 1e-7, 123456.789, 1 / 3 * 1e-3])
def test_a_real_number_is_read_back_to_the_last_bit(tmp_path, value):
    output = OutputField("need_score", FieldKind.REAL, "", "", [value])
    column = column_for(output)
    cells = cells_for(output, column, np.array([0]), 1, None, None)
    assert float(cells.tobytes().decode()) == value


def test_missing_is_missing_for_everybody(path):
    table, put = read_dbf(path), {}
    for kind in FieldKind:
        output = OutputField(f"need_{kind.value[:4]}", kind, "", "", [None, None, None])
        column = column_for(output)
        put[column] = cells_for(output, column, np.arange(3), 3, None, None)
    path.write_bytes(b"".join(to_bytes(with_columns(table, put, []), TODAY)))
    dataset = ogr.Open(str(path))
    layer = dataset.GetLayer(0)
    definition = layer.GetLayerDefn()
    names = [definition.GetFieldDefn(n).GetName() for n in range(definition.GetFieldCount())]
    assert names == ["code", "name", "need_real", "need_inte", "need_text"]
    assert not any(feature.IsFieldSetAndNotNull(n) for feature in layer for n in (2, 3, 4))


@pytest.mark.parametrize(
    ("said", "language", "meant"),
    [
        ("UTF-8", 0, "utf-8"),
        ("1252", 0, "cp1252"),
        ("ANSI 1250", 3, "cp1250"),
        (None, 3, "cp1252"),
        (None, 0, None),
    ],
)
def test_the_encoding_is_that_of_the_code_page_or_the_table(tmp_path, said, language, meant):
    if said is not None:
        (tmp_path / "w.cpg").write_text(said)
    assert encoding_of(tmp_path / "w.cpg", language) == meant


def test_a_text_that_the_encoding_lacks_is_told():
    output = OutputField("need_flags", FieldKind.TEXT, "", "", ["žižek"])
    with pytest.raises(NeedError, match="cannot be written in the encoding"):
        cells_for(output, column_for(output), np.array([0]), 1, None, "latin-1")
