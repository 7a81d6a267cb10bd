# SPDX-License-Identifier: GPL-2.0-or-later
"""The wards as a GeoPackage that says of itself that it is synthetic."""

from __future__ import annotations

from pathlib import Path
from typing import Sequence

from osgeo import gdal, ogr, osr

from .city import Ward

LAYER = "synthetic_wards"
TITLE = "Wards of Marlbury (synthetic)"
ABOUT = "An invented city for trying VRU Need Score. No place, ward or figure in it is real."
_FIELDS = ("WARD_CODE", "WARD_NAME", "BORO_CODE", "BORO_NAME")


def write_wards(city: Sequence[Ward], path: Path) -> None:
    """Write the wards, replacing a file that is there."""
    gdal.UseExceptions()
    # The date of writing is fixed, so that the same city gives the same file.
    gdal.SetConfigOption("OGR_CURRENT_DATE", "2026-01-01T00:00:00.000Z")
    driver = ogr.GetDriverByName("GPKG")
    if path.exists():
        driver.DeleteDataSource(str(path))
    grid = osr.SpatialReference()
    grid.ImportFromEPSG(27700)
    options = [f"IDENTIFIER={TITLE}", f"DESCRIPTION={ABOUT}"]
    target = driver.CreateDataSource(str(path))
    layer = target.CreateLayer(LAYER, grid, ogr.wkbPolygon, options)
    for name in _FIELDS:
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    target.StartTransaction()
    for ward in city:
        layer.CreateFeature(_feature(ward, layer.GetLayerDefn()))
    target.CommitTransaction()
    target.ExecuteSQL("VACUUM")
    del layer, target


def _feature(ward: Ward, definition: ogr.FeatureDefn) -> ogr.Feature:
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in ward.ring:
        ring.AddPoint_2D(x, y)
    polygon = ogr.Geometry(ogr.wkbPolygon)
    polygon.AddGeometry(ring)
    feature = ogr.Feature(definition)
    for name, value in zip(_FIELDS, (ward.code, ward.name, ward.borough.code, ward.borough.name)):
        feature.SetField(name, value)
    feature.SetGeometryDirectly(polygon)
    return feature
