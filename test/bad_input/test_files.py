# SPDX-License-Identifier: GPL-2.0-or-later
"""Files that are not there, or not what they are taken for."""

from __future__ import annotations

import os

import pytest
from osgeo import gdal, ogr

from support.small_job import read_fields

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8


def test_the_job_is_sound_until_it_is_spoilt(job, score_areas):
    job.score(score_areas)
    fields = read_fields(job.output)
    assert fields["need_flags"] == ["", "", "", "fires;trust", "fires;trust"]
    assert fields["need_score"] == [0, 0, 0, 2, 2]


def test_a_missing_table(job, refused):
    (job.folder / "crime.csv").unlink()
    refused("crime.csv")


def test_a_missing_scenario(job, refused):
    refused("nowhere.json", SCENARIO=str(job.folder / "nowhere.json"))


def test_a_missing_area_layer(job, refused):
    job.scenario["areas"]["source"] = "boundaries.gpkg"
    refused("boundaries.gpkg")


@pytest.mark.parametrize("name", ["crime.csv", "crime.xlsx", "crime.gpkg", "crime.ods"])
def test_an_empty_table(job, refused, name):
    job.write(name, b"")
    job.table()["source"] = name
    refused(name, "empty")


def test_a_table_of_blank_lines(job, refused):
    job.write("crime.csv", "\n\n\n")
    refused("crime.csv")


def test_a_header_and_nothing_below(job, refused):
    job.write("crime.csv", "Code,Fires\n")
    refused("crime")


def test_an_empty_scenario(job, refused):
    job.scenario_text = ""
    refused("scenario.json")


def test_an_empty_area_layer_file(job, refused):
    job.write("wards.gpkg", b"")
    refused("wards.gpkg")


@pytest.mark.parametrize("name", ["crime.csv", "crime.xlsx", "crime.ods", "crime.gpkg"])
def test_a_binary_file(job, refused, name):
    job.write(name, PNG)
    job.table()["source"] = name
    refused(name)


def test_a_binary_scenario(job, refused):
    job.write("picture.json", PNG)
    refused("picture.json", SCENARIO=str(job.folder / "picture.json"))


def test_a_folder_in_place_of_a_table(job, refused):
    (job.folder / "crime").mkdir()
    job.table()["source"] = "crime"
    refused("crime")


def test_another_encoding_than_the_scenario_says(job, refused):
    job.write("crime.csv", "Code,Fires,Café\nE05000001,1,2\n".encode("latin-1"))
    job.table()["encoding"] = "utf-8"
    refused("crime.csv", "utf-8")


def test_an_encoding_that_nobody_knows(job, refused):
    job.table()["encoding"] = "utf-9"
    refused("utf-9")


def test_a_scenario_in_another_encoding(job, refused):
    job.write("latin.json", '{"title": "Café"}'.encode("latin-1"))
    refused("latin.json", SCENARIO=str(job.folder / "latin.json"))


def spreadsheet(path):
    book = gdal.GetDriverByName("XLSX").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    sheet = book.CreateLayer("Figures", None, ogr.wkbNone)
    sheet.CreateField(ogr.FieldDefn("Code", ogr.OFTString))
    sheet.CreateField(ogr.FieldDefn("Fires", ogr.OFTInteger))
    row = ogr.Feature(sheet.GetLayerDefn())
    row.SetField("Code", "E05000001")
    row.SetField("Fires", 1)
    sheet.CreateFeature(row)
    book = sheet = None


def test_no_such_sheet(job, refused):
    spreadsheet(job.folder / "crime.xlsx")
    job.table()["source"] = "crime.xlsx|layername=Totals"
    refused("crime.xlsx", "Totals", "Figures")


def test_no_such_layer_in_the_area_file(job, refused):
    job.scenario["areas"]["source"] = "wards.gpkg|layername=boroughs"
    refused("wards.gpkg", "boroughs", "wards")


def test_no_such_layer_in_a_table_file(job, refused):
    job.table()["source"] = "wards.gpkg|layername=figures"
    refused("wards.gpkg", "figures", "wards")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(job, refused):
    (job.folder / "crime.csv").chmod(0)
    refused("crime.csv")


def test_an_output_that_was_there_stays_as_it_was(job, score_areas, refused):
    job.score(score_areas)
    before = job.output.read_bytes()
    job.write("crime.csv", b"")
    refused("crime.csv")
    assert job.output.read_bytes() == before
