# SPDX-License-Identifier: GPL-2.0-or-later
"""The outlines of parents: each around all of its areas, kept in a file that needs no plugin."""

from __future__ import annotations

import shutil

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

from support.layers import saved, squares
from support.shared import DATA, needs_data
from vru_need_plugin.core.feedback import Silent
from vru_need_plugin.core.messages import Cancelled, NeedError
from vru_need_plugin.layers.look.choice import Focus
from vru_need_plugin.layers.look.parent_outlines import keep_outlines, parent_outlines, style_outlines

pytestmark = pytest.mark.usefixtures("qgis_app")

ROWS = [
    {"code": "a", "parent": "P", "name": "North"},
    {"code": "b", "parent": "P", "name": "North"},
    {"code": "c", "parent": None, "name": None},
    {"code": "d", "parent": "Q", "name": "South & “x”"},
]


def found(outlines):
    return {feature["code"]: (feature["name"], feature.geometry()) for feature in outlines.getFeatures()}


def test_each_parent_is_one_shape_around_its_areas():
    outlines = found(parent_outlines(squares(ROWS), "parent", "name"))
    assert set(outlines) == {"P", "Q"}
    name, shape = outlines["P"]
    assert name == "North"
    assert shape.area() == pytest.approx(2)
    assert shape.length() == pytest.approx(6), "without the line between the two areas"


def test_without_names_codes_stand_for_them():
    assert found(parent_outlines(squares(ROWS), "parent"))["P"][0] == "P"


def test_codes_that_are_numbers_are_texts():
    rows = [{"code": "a", "parent": 7}]
    assert set(found(parent_outlines(squares(rows, {"parent": "integer"}), "parent"))) == {"7"}


def test_a_sliver_between_areas_is_no_hole_and_a_hole_is_one():
    layer = QgsVectorLayer("Polygon?crs=EPSG:27700&field=parent:string", "x", "memory")
    rings = "(0 0,100 0,100 100,0 100,0 0),(50 50,50.5 50,50.5 50.5,50 50),(10 10,30 10,30 30,10 30,10 10)"
    feature = QgsFeature(layer.fields())
    feature.setAttributes(["P"])
    feature.setGeometry(QgsGeometry.fromWkt(f"POLYGON({rings})"))
    layer.dataProvider().addFeatures([feature])
    (_, shape), *_ = found(parent_outlines(layer, "parent")).values()
    assert shape.area() == pytest.approx(100 * 100 - 20 * 20)


def test_a_shape_that_crosses_itself_has_an_outline_too():
    layer = QgsVectorLayer("Polygon?crs=EPSG:27700&field=parent:string", "x", "memory")
    feature = QgsFeature(layer.fields())
    feature.setAttributes(["P"])
    feature.setGeometry(QgsGeometry.fromWkt("POLYGON((0 0,2 2,2 0,0 2,0 0))"))
    layer.dataProvider().addFeatures([feature])
    assert not found(parent_outlines(layer, "parent"))["P"][1].isEmpty()


def test_what_has_no_polygons_has_no_outlines():
    with pytest.raises(NeedError, match="no polygons"):
        parent_outlines(QgsVectorLayer("Point?field=parent:string", "x", "memory"), "parent")


class Stopped:
    """A feedback that has been cancelled."""

    def isCanceled(self) -> bool:
        return True

    def setProgress(self, progress: float) -> None:
        """Nothing to show it to."""


def test_it_can_be_stopped():
    with pytest.raises(Cancelled):
        parent_outlines(squares(ROWS), "parent", "name", Stopped())


def test_kept_in_the_geopackage_they_are_drawn_as_they_were(tmp_path):
    wards = saved(squares(ROWS), tmp_path / "wards.gpkg")
    outlines = parent_outlines(wards, "parent", "name")
    style_outlines(outlines, Focus("parent", ("Q",)))
    first = keep_outlines(outlines, tmp_path / "wards.gpkg", wards)
    kept = keep_outlines(outlines, tmp_path / "wards.gpkg", wards)
    assert first.isValid()
    assert kept.isValid()
    again = QgsVectorLayer(kept.source(), "again", "ogr")
    assert found(again)["Q"][0] == "South & “x”"
    assert [item.label() for item in again.renderer().legendSymbolItems()] == ["In focus", "Outline"]
    assert again.labelsEnabled()
    assert QgsVectorLayer(wards.source(), "wards", "ogr").featureCount() == len(ROWS)


def test_where_they_cannot_be_kept_it_says_so(tmp_path):
    wards = squares(ROWS)
    outlines = parent_outlines(wards, "parent")
    with pytest.raises(NeedError, match="could not be saved"):
        keep_outlines(outlines, tmp_path / "nowhere" / "wards.gpkg", wards)


@needs_data
def test_london_has_33_boroughs_as_large_as_their_wards_together(tmp_path):
    name = "London_Ward_CityMerged_2011_simplified.gpkg"
    shutil.copy(DATA / "boundaries" / name, tmp_path / name)
    wards = QgsVectorLayer(str(tmp_path / name), "wards", "ogr")
    areas: dict = {}
    for ward in wards.getFeatures():
        areas[ward["LB_GSS_CD"]] = areas.get(ward["LB_GSS_CD"], 0) + ward.geometry().area()
    outlines = found(parent_outlines(wards, "LB_GSS_CD", "BOROUGH"))
    assert len(outlines) == 33
    for code, (_, shape) in outlines.items():
        assert shape.area() == pytest.approx(areas[code], rel=0.01)
        holes = sum(len(polygon) - 1 for polygon in shape.asMultiPolygon())
        assert holes == 0, "London's boroughs have none"


def test_the_progress_goes_to_its_end_and_never_back():
    class Told(Silent):
        def setProgress(self, progress):
            seen.append(progress)

    seen = []
    parent_outlines(squares(ROWS), "parent", None, Told())
    assert len(set(seen)) >= 2
    assert seen == sorted(seen)
    assert 0 <= seen[0] <= seen[-1] < 100
