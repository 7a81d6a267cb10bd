# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas, a table and a scenario of any size, made up but for England's LSOA shapes where at hand."""

from __future__ import annotations

import csv
import json
import math
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr, osr

ogr.UseExceptions()
gdal.UseExceptions()

MEASURES = 16
LAYER = "areas"
LSOA_ZIP = Path(__file__).resolve().parents[2] / "shared/data/scale/england_lsoa_2011_simplified.gpkg.zip"
LSOA_SIZE = 35_000
"""The size for which England's 32,844 LSOAs stand in where their shapes are at hand."""


def make_inputs(areas: int, folder: Path) -> Path:
    """Write areas.gpkg, table.csv and scenario.json, once; the folder is the answer."""
    folder.mkdir(parents=True, exist_ok=True)
    if (folder / "scenario.json").exists():
        return folder
    if areas == LSOA_SIZE and LSOA_ZIP.exists():
        codes = _lsoa_areas(folder / "areas.gpkg")
    else:
        codes = _grid_areas(areas, folder / "areas.gpkg")
    _table(codes, folder / "table.csv")
    (folder / "scenario.json").write_text(json.dumps(_scenario(), indent=2), encoding="utf-8")
    return folder


def _new_layer(path: Path) -> tuple[gdal.Dataset, ogr.Layer]:
    target = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    grid = osr.SpatialReference()
    grid.ImportFromEPSG(27700)
    layer = target.CreateLayer(LAYER, grid, ogr.wkbMultiPolygon)
    for name in ("code", "name", "parent"):
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    return target, layer


def _lsoa_areas(path: Path) -> list[str]:
    source = gdal.OpenEx(f"/vsizip/{LSOA_ZIP}/eng_lsoa11.gpkg")
    features = source.GetLayer(0)
    first = features.GetFeature(1)
    count = first.GetFieldCount()
    key = next(index for index in range(count) if str(first.GetField(index)).startswith("E01"))
    target, layer = _new_layer(path)
    codes = []
    target.StartTransaction()
    for feature in features:
        shape = feature.GetGeometryRef()
        _add(layer, str(feature.GetField(key)), ogr.ForceToMultiPolygon(shape.Clone()), len(codes))
        codes.append(str(feature.GetField(key)))
    target.CommitTransaction()
    return codes


def _grid_areas(areas: int, path: Path) -> list[str]:
    """Wavy-edged cells of a grid: 40 points each, about as many as a simplified ward has."""
    target, layer = _new_layer(path)
    side = math.ceil(math.sqrt(areas))
    turn = np.linspace(0, 2 * math.pi, 40, endpoint=False)
    codes = []
    target.StartTransaction()
    for number in range(areas):
        radius = 480 + 20 * np.sin(5 * turn + number)
        x = 1000 * (number % side) + radius * np.cos(turn)
        y = 1000 * (number // side) + radius * np.sin(turn)
        ring = ogr.Geometry(ogr.wkbLinearRing)
        for point in [*zip(x.tolist(), y.tolist()), (float(x[0]), float(y[0]))]:
            ring.AddPoint_2D(*point)
        polygon = ogr.Geometry(ogr.wkbPolygon)
        polygon.AddGeometry(ring)
        codes.append(f"X{number:08}")
        _add(layer, codes[-1], ogr.ForceToMultiPolygon(polygon), number)
    target.CommitTransaction()
    return codes


def _add(layer: ogr.Layer, code: str, shape: ogr.Geometry, number: int) -> None:
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetField("code", code)
    feature.SetField("name", f"Area {number}")
    feature.SetField("parent", f"P{number // 100:05}")
    feature.SetGeometry(shape)
    layer.CreateFeature(feature)


def _table(codes: list[str], path: Path) -> None:
    """Skewed figures with one decimal and ties, 1 % empty; rows in another order than the areas."""
    random = np.random.default_rng(2026)
    values = np.round(random.gamma(2, 10, (len(codes), MEASURES)), 1)
    cells = values.astype(str)
    cells[random.random(values.shape) < 0.01] = ""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["code", *measure_names()])
        for row in random.permutation(len(codes)).tolist():
            writer.writerow([codes[row], *cells[row].tolist()])


def measure_names() -> list[str]:
    """The table's columns of figures."""
    return [f"m{number:02}" for number in range(MEASURES)]


def _scenario() -> dict:
    return {
        "schema": 1,
        "title": "Benchmark",
        "areas": {
            "source": f"areas.gpkg|layername={LAYER}",
            "code_field": "code",
            "name_field": "name",
            "parent_code_field": "parent",
        },
        "tables": [{"id": "table", "source": "table.csv", "key_column": "code", "key_level": "area"}],
        "measures": [
            {
                "id": name,
                "title": name,
                "theme": f"theme {number % 3}",
                "table": "table",
                "value": {"kind": "column", "columns": [name]},
                "threshold": {"kind": "top_share", "value": 10},
            }
            for number, name in enumerate(measure_names())
        ],
        "options": {"write_flags": False, "write_themes": False},
    }
