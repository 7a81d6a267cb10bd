# SPDX-License-Identifier: GPL-2.0-or-later
"""Area layers that cannot be scored."""

from __future__ import annotations

import pytest
from qgis.core import QgsProject, QgsVectorLayer

from support.small_job import AREAS, write_areas


def spoil(job, rows):
    (job.folder / "wards.gpkg").unlink()
    write_areas(job.folder / "wards.gpkg", rows)


def test_no_areas(job, refused):
    spoil(job, [])
    refused("wards")


def test_area_codes_that_are_there_twice(job, refused):
    spoil(job, [*AREAS, ("e05000002 ", "Bridge again", "E09000001", "North")])
    refused("wards", "code", "E05000002")


@pytest.mark.parametrize("blank", [None, "", "  "])
def test_areas_without_a_code(job, refused, blank):
    spoil(job, [*AREAS, (blank, "Nowhere", "E09000001", "North")])
    # the feature's id
    refused("wards", "code", "6")


@pytest.mark.parametrize("key", ["code_field", "name_field", "parent_code_field", "parent_name_field"])
def test_a_field_that_is_missing(job, refused, key):
    job.scenario["areas"][key] = "GSS_CODE"
    refused("wards", "GSS_CODE", "lad")


def test_no_code_field_named(job, refused):
    job.scenario["areas"]["code_field"] = ""
    refused("wards", "areas.code_field")


@pytest.mark.parametrize("blank", ["", " "])
def test_no_area_layer_named(job, refused, blank):
    job.scenario["areas"]["source"] = blank
    refused("scenario.json", "areas.source")


def test_an_input_layer_without_the_field(job, refused):
    layer = QgsVectorLayer("Point?field=ward_code:string", "points", "memory")
    refused("points", "code", "ward_code", INPUT=layer)


def test_two_layers_of_one_name(job, refused):
    project = QgsProject.instance()
    project.clear()
    layers = [QgsVectorLayer("Polygon?field=code:string", "wards", "memory") for _ in range(2)]
    project.addMapLayers(layers)
    try:
        job.scenario["areas"]["source"] = "project:wards"
        refused("wards", "2")
        job.scenario["areas"]["source"] = "wards.gpkg"
        job.table()["source"] = "project:wards"
        refused("wards", "2")
    finally:
        project.removeMapLayers([layer.id() for layer in layers])


def test_a_layer_that_the_project_has_not(job, refused):
    job.scenario["areas"]["source"] = "project:wards 2018"
    refused("wards 2018")
