# SPDX-License-Identifier: GPL-2.0-or-later
"""The sample that is shipped is the one that the script makes, and it holds together."""

from __future__ import annotations

import csv
import math
import subprocess
import sys

import pytest
from osgeo import ogr

from support.shared import ROOT
from vru_need_plugin.resource import resource
from vru_need_plugin.scenario import codec
from vru_need_plugin.scenario.document import KeyLevel
from vru_need_plugin.scenario.sources import Source

SAMPLE = resource("sample")
TABLES = sorted(SAMPLE.glob("*.csv"))


def read_wards(path):
    dataset = ogr.Open(str(path))
    layer = dataset.GetLayerByName("synthetic_wards")
    return [(feature.items(), bytes(feature.geometry().ExportToWkb())) for feature in layer]


@pytest.fixture(scope="module")
def wards():
    return read_wards(SAMPLE / "synthetic_wards.gpkg")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    subprocess.run([sys.executable, "tools/make_sample.py", str(folder)], cwd=ROOT, check=True)
    return folder


def test_the_script_makes_the_tables_to_the_byte(made):
    assert TABLES
    for path in TABLES:
        assert (made / path.name).read_bytes() == path.read_bytes(), path.name


def test_the_script_makes_the_wards(made, wards):
    assert read_wards(made / "synthetic_wards.gpkg") == wards


def test_300_wards_in_12_boroughs_with_codes_of_their_own(wards):
    assert len({fields["WARD_CODE"] for fields, _ in wards}) == len(wards) == 300
    boroughs = {(fields["BORO_CODE"], fields["BORO_NAME"]) for fields, _ in wards}
    assert len(boroughs) == 12
    assert len({fields["WARD_NAME"] for fields, _ in wards}) < 300, "some names are shared, as real ones are"


def union(shapes):
    gathered = ogr.Geometry(ogr.wkbMultiPolygon)
    for shape in shapes:
        gathered.AddGeometry(ogr.CreateGeometryFromWkb(shape))
    return gathered.UnionCascaded()


def test_wards_tile_the_city_without_gaps_or_overlaps(wards):
    shapes = [ogr.CreateGeometryFromWkb(shape) for _, shape in wards]
    assert all(shape.IsValid() for shape in shapes)
    city = union(shape for _, shape in wards)
    assert (city.GetGeometryName(), city.GetGeometryCount()) == ("POLYGON", 1)
    assert math.isclose(city.Area(), sum(shape.Area() for shape in shapes), rel_tol=1e-12)


def test_each_borough_is_in_one_piece(wards):
    for name in {fields["BORO_NAME"] for fields, _ in wards}:
        borough = union(shape for fields, shape in wards if fields["BORO_NAME"] == name)
        assert (borough.GetGeometryName(), borough.GetGeometryCount()) == ("POLYGON", 1), name


def test_every_file_says_that_it_is_synthetic():
    assert all("synthetic" in path.name for path in SAMPLE.iterdir() if path.suffix in (".csv", ".gpkg"))
    for path in SAMPLE.iterdir():
        assert b"ynthetic" in path.read_bytes(), path.name
    dataset = ogr.Open(str(SAMPLE / "synthetic_wards.gpkg"))
    layer_metadata = dataset.GetLayer().GetMetadata()
    assert "synthetic" in layer_metadata["IDENTIFIER"]
    assert "invented" in layer_metadata["DESCRIPTION"]
    scenario = codec.load(SAMPLE / "scenario.json")
    assert "synthetic" in scenario.title
    assert all("Synthetic" in table.citation for table in scenario.tables)
    assert all("Synthetic" in measure.source for measure in scenario.measures)


def test_the_sample_is_small():
    assert sum(path.stat().st_size for path in SAMPLE.iterdir()) < 1_000_000


def test_the_scenario_is_written_as_the_plugin_writes_it():
    scenario = codec.load(SAMPLE / "scenario.json")
    assert (SAMPLE / "scenario.json").read_text(encoding="utf-8") == codec.dumps(scenario)
    for source in (scenario.areas.source, *(table.source for table in scenario.tables)):
        assert Source.parse(source).resolve(SAMPLE).is_file()


def test_16_measures_on_two_levels_over_three_themes():
    scenario = codec.load(SAMPLE / "scenario.json")
    levels = [scenario.table(measure.table).key_level for measure in scenario.enabled_measures]
    assert len(levels) == 16
    assert set(levels) == set(KeyLevel)
    themes = dict.fromkeys(measure.theme for measure in scenario.measures)
    assert list(themes) == ["Crime", "Public perceptions", "Public health"]


def test_the_tables_have_what_real_ones_ask_of_a_reader():
    with open(SAMPLE / "synthetic_ward_profiles.csv", encoding="utf-8", newline="") as file:
        profiles = list(csv.reader(file))
    assert profiles[0][:3] == ["", "", ""]
    assert profiles[-1][0] == "#1"
    cells = [cell for row in profiles[2:-1] for cell in row]
    assert "n/a" in cells
    assert any("," in cell for cell in cells)
    with open(SAMPLE / "synthetic_offences.csv", encoding="utf-8", newline="") as file:
        offences = list(csv.reader(file))[1:]
    types = {row[1] for row in offences}
    assert len(offences) < len(types) * 300, "a ward without an offence of a type has no row for it"
    assert all(any(int(month) for month in row[5:]) for row in offences if row[3] != "S99999999")
