# SPDX-License-Identifier: GPL-2.0-or-later
"""Outlines are read from layers of any kind of polygon, in the order of the areas."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

from support.shared import DATA, needs_data
from vru_need_plugin.core.messages import Cancelled
from vru_need_plugin.core.outlines import borders
from vru_need_plugin.layers.outlines import read_outlines
from vru_need_plugin.layers.wkb import rings_of

pytestmark = pytest.mark.usefixtures("qgis_app")

SQUARE = "POLYGON((0 0,1 0,1 1,0 1,0 0))"


def layer(*shapes: str, kind: str = "MultiPolygon?crs=EPSG:27700") -> QgsVectorLayer:
    made = QgsVectorLayer(kind, "shapes", "memory")
    features = []
    for shape in shapes:
        feature = QgsFeature()
        if shape:
            feature.setGeometry(QgsGeometry.fromWkt(shape))
        features.append(feature)
    done, _ = made.dataProvider().addFeatures(features)
    assert done
    return made


def outlines(made: QgsVectorLayer, ids=None):
    ids = [feature.id() for feature in made.getFeatures()] if ids is None else ids
    return read_outlines(made, made.wkbType(), made.crs(), ids)


@pytest.mark.parametrize(
    ("shape", "rings"),
    [
        (SQUARE, 1),
        ("POLYGON Z((0 0 5,1 0 5,1 1 5,0 1 5,0 0 5))", 1),
        ("POLYGON ZM((0 0 5 1,1 0 5 1,1 1 5 1,0 1 5 1,0 0 5 1))", 1),
        ("MULTIPOLYGON M(((0 0 5,1 0 5,1 1 5,0 1 5,0 0 5)))", 1),
        ("MULTIPOLYGON(((0 0,9 0,9 9,0 9,0 0),(3 3,6 3,6 6,3 6,3 3)),((20 0,21 0,21 1,20 0)))", 3),
        ("MULTIPOLYGON EMPTY", 0),
        ("POINT(1 1)", 0),
    ],
)
def test_rings_of_each_kind_of_polygon(shape: str, rings: int) -> None:
    found = rings_of(bytes(QgsGeometry.fromWkt(shape).asWkb()))
    assert len(found) == rings
    assert all(ring.shape[1] == 2 for ring in found)
    if rings:
        assert found[0][0].tolist() == found[0][-1].tolist() == [0, 0]


def test_no_bytes_no_rings() -> None:
    assert rings_of(b"") == []


def test_areas_come_in_the_order_asked_for_and_those_without_geometry_are_empty() -> None:
    made = layer(SQUARE, "", "POLYGON((5 0,6 0,6 1,5 0))")
    first, second, third = [feature.id() for feature in made.getFeatures()]
    found = outlines(made, [third, first, second])
    assert [len(rings) for rings in found.rings] == [1, 1, 0]
    assert found.rings[0][0][:, 0].min() > found.rings[1][0][:, 0].max()


def test_curves_become_points() -> None:
    circle = "CURVEPOLYGON(CIRCULARSTRING(0 0,1 1,2 0,1 -1,0 0))"
    found = outlines(layer(circle, kind="CurvePolygon?crs=EPSG:27700"))
    assert len(found.rings[0][0]) > 20
    assert found.width == pytest.approx(found.height, rel=0.02)


def test_degrees_of_longitude_are_shorter_in_the_north() -> None:
    tall = "POLYGON((0 59.5,1 59.5,1 60.5,0 60.5,0 59.5))"
    found = outlines(layer(tall, kind="Polygon?crs=EPSG:4326"))
    assert found.width / found.height == pytest.approx(0.5, abs=0.01)


def test_points_and_tables_have_no_outlines() -> None:
    assert outlines(layer("POINT(1 1)", kind="Point?crs=EPSG:27700")) is None
    assert outlines(layer("", kind="NoGeometry")) is None
    assert outlines(layer("")) is None


def test_it_can_be_stopped() -> None:
    class Stopped:
        def isCanceled(self) -> bool:
            return True

    made = layer(SQUARE)
    with pytest.raises(Cancelled):
        read_outlines(made, made.wkbType(), made.crs(), [1], Stopped())


@needs_data
def test_londons_boroughs_are_made_of_their_wards_edges() -> None:
    made = QgsVectorLayer(str(DATA / "boundaries/London_Ward_CityMerged.shp"), "wards", "ogr")
    names: dict = {}
    parents = [names.setdefault(feature["LB_GSS_CD"], len(names)) for feature in made.getFeatures()]
    found = outlines(made)
    assert len(found.rings) == 625
    assert all(found.rings)
    length = {
        label: sum(
            int(np.abs(np.diff(run, axis=0)).sum()) for run in borders(found, np.array(of, dtype=np.int32))
        )
        for label, of in (("none", [0] * 625), ("boroughs", parents), ("wards", range(625)))
    }
    assert length["none"] < 0.5 * length["boroughs"] < 0.3 * length["wards"]
