# SPDX-License-Identifier: GPL-2.0-or-later
"""The same random cases with their tables as XLSX, ODS and GeoPackage, against the re-computation."""

from __future__ import annotations

import copy
import json
import os
from dataclasses import replace
from itertools import count, islice

import pytest
from osgeo import gdal, ogr
from qgis.core import QgsProject

from oracle.cases import random_case
from oracle.compare import differences
from oracle.figures import BothMarks
from oracle.need import NoKeyMatches, need
from oracle.tables import TextColumn
from vru_need_plugin.core.areas import AreaTable
from vru_need_plugin.layers.raw_tables import read_source
from vru_need_plugin.scenario import codec
from vru_need_plugin.scenario.document import KeyLevel
from vru_need_plugin.scoring.load import load_tables, used_tables
from vru_need_plugin.scoring.outputs import need_fields
from vru_need_plugin.scoring.road import prepare, score_job
from vru_need_plugin.tables.tidy import Units, tidy

CASES = int(os.environ.get("VRU_NEED_FORMAT_CASES", "12"))
DRIVERS = {"xlsx": "XLSX", "ods": "ODS", "gpkg": "GPKG"}


def suits(case):
    """Whether every table can be written as fields and rows, and its answer is no error."""
    for spec in case.scenario["tables"]:
        header = [name.strip().casefold() for name in case.tables[spec["id"]][0]]
        if spec.get("header_rows", 1) > 1 or "skip_rows" in spec or len(set(header)) < len(header):
            return False
        if any("," in cell for record in case.tables[spec["id"]][1:] for cell in record[1:]):
            return False  # a sheet's cells have types: their marks are not to be found
    try:
        need(case.scenario, case.areas, tables=case.tables)
    except (BothMarks, NoKeyMatches, TextColumn):
        return False
    return True


SUITING = list(islice((seed for seed in count() if suits(random_case(seed))), CASES))


def as_typed(records):
    """Columns that are plain numbers throughout as floats, NULL for what is empty."""
    header, rows = records[0], [list(record) for record in records[1:]]
    for at in range(len(header)):
        cells = [row[at].strip() for row in rows]
        if at == 0 and any(cell.startswith("0") for cell in cells):
            continue  # a code with a leading zero is a text
        if all(cell == "" or cell.replace(".", "", 1).replace("-", "", 1).isdigit() for cell in cells):
            for row, cell in zip(rows, cells):
                row[at] = float(cell) if cell else None
    return [header, *rows]


def write(path, driver, records):
    """A layer of one's own for each table; a column of floats becomes a real field."""
    header, rows = records[0], records[1:]
    data = gdal.GetDriverByName(driver).Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    layer = data.CreateLayer("figures", None, ogr.wkbNone)
    for at, name in enumerate(header):
        real = any(isinstance(row[at], float) for row in rows)
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTReal if real else ogr.OFTString))
    for row in rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        for at, cell in enumerate(row):
            if cell is not None:
                feature.SetField(at, cell)
        layer.CreateFeature(feature)
    layer = data = None


@pytest.mark.parametrize("ending", DRIVERS)
@pytest.mark.parametrize("seed", SUITING)
def test_every_cell_agrees_with_the_re_computation(qgis_app, tmp_path, seed, ending):
    case = random_case(seed)
    document = copy.deepcopy(case.scenario)
    tables = {}
    for spec in document["tables"]:
        spec.pop("encoding", None)
        spec.pop("delimiter", None)
        spec["source"] = f"{spec['id']}.{ending}"
        records = as_typed(case.tables[spec["id"]])
        write(tmp_path / spec["source"], DRIVERS[ending], records)
        tables[spec["id"]] = records
    expected = need(document, case.areas, tables=tables)
    scenario = codec.loads(json.dumps(document))
    raw = load_tables(
        used_tables(scenario),
        tmp_path,
        lambda table, folder: read_source(table, folder, QgsProject.instance()),
    )
    spec = scenario.areas
    areas = AreaTable(
        *["areas", *([area[field] for area in case.areas] if field else None for field in fields_of(spec))]
    )
    areas = areas if areas.names is not None else replace(areas, names=areas.codes)
    job = prepare(scenario, areas, raw)
    fields = {field.name: list(field.values) for field in need_fields(job, score_job(job))}
    assert differences(expected.fields, fields) == []


def from_file(table, folder):
    return read_source(table, folder, QgsProject.instance())


def fields_of(spec):
    return spec.code_field, spec.name_field, spec.parent_code_field, spec.parent_name_field


LONG = [
    ["Code", "Year", "Day", "Figure"],
    ["E05000001", 2014.0, "2014/12/31", 1.0],
    ["E05000001", 2015.0, "2015/03/31", 2.0],
    ["E05000002", 2014.0, "2014/12/31", 3.5],
    ["E05000002", 2015.0, "2015/03/31", 4.5],
]


@pytest.mark.parametrize("ending", DRIVERS)
def test_dates_of_a_sheet_name_columns_as_iso_text_and_whole_numbers_have_no_decimals(
    qgis_app, tmp_path, ending
):
    data = gdal.GetDriverByName(DRIVERS[ending]).Create(
        str(tmp_path / f"long.{ending}"), 0, 0, 0, gdal.GDT_Unknown
    )
    layer = data.CreateLayer("figures", None, ogr.wkbNone)
    for name, kind in zip(LONG[0], (ogr.OFTString, ogr.OFTReal, ogr.OFTDate, ogr.OFTReal)):
        layer.CreateField(ogr.FieldDefn(name, kind))
    for row in LONG[1:]:
        feature = ogr.Feature(layer.GetLayerDefn())
        for at, cell in enumerate(row):
            feature.SetField(at, cell)
        layer.CreateFeature(feature)
    layer = data = None
    spec = {
        "id": "long",
        "source": f"long.{ending}",
        "key_column": "Code",
        "key_level": "area",
        "spread": ["Year", "Day"],
        "values": ["Figure"],
    }
    table = codec.loads(json.dumps(document_of(spec))).tables[0]
    codes = ("E05000001", "E05000002")
    made = tidy(from_file(table, tmp_path), table, Units(KeyLevel.AREA, codes, codes, "areas"))
    assert made.names == ("2014 | 2014-12-31", "2015 | 2015-03-31")
    assert made.values("2015 | 2015-03-31").tolist() == [2, 4.5]


def document_of(table):
    return {
        "schema": 1,
        "title": "",
        "areas": {"source": "", "code_field": "code"},
        "tables": [table],
        "measures": [],
    }
