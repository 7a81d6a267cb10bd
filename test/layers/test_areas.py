# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas are read as they are on the screen, and what cannot be scored is said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.core import QgsField, QgsProject, QgsVectorLayerJoinInfo
from qgis.PyQt.QtCore import QVariant

from support.layers import CODES, copied, saved, squares
from support.shared import needs_data
from vru_need_plugin.core.messages import Cancelled, NeedError
from vru_need_plugin.layers import arrow
from vru_need_plugin.layers.areas import read_areas
from vru_need_plugin.layers.columns import read_columns
from vru_need_plugin.layers.sources import open_layer
from vru_need_plugin.scenario.document import Areas

AREAS = Areas("", "code", name_field="name")


def rows(*codes, **columns):
    return [{"code": code, "name": f"Ward {n}", **columns} for n, code in enumerate(codes)]


@pytest.mark.usefixtures("qgis_app")
class TestWhatIsRead:
    def test_codes_names_and_ids_in_layer_order(self):
        layer = squares()
        table = read_areas(layer, AREAS)
        assert table.source == "squares"
        assert list(table.codes) == list(CODES)
        assert list(table.names) == ["Ward 1", "Ward 2", "Ward 3"]
        assert list(table.feature_ids) == [feature.id() for feature in layer.getFeatures()]
        assert table.parent_codes is None

    def test_a_selection_changes_nothing(self):
        layer = squares()
        layer.selectByIds([1])
        assert len(read_areas(layer, AREAS)) == 3

    def test_blanks_around_go_and_names_that_are_missing_are_the_code(self):
        layer = squares([{"code": " E05000001 ", "name": None}, {"code": "E05000002", "name": "  "}])
        table = read_areas(layer, AREAS)
        assert list(table.codes) == ["E05000001", "E05000002"]
        assert list(table.names) == ["E05000001", "E05000002"]

    def test_a_blank_parent_is_none(self):
        layer = squares(
            [{"code": "a", "lb": "E09000001"}, {"code": "b", "lb": " "}, {"code": "c", "lb": None}]
        )
        table = read_areas(layer, Areas("", "code", parent_code_field="lb", parent_name_field="lb"))
        assert list(table.parent_codes) == ["E09000001", None, None]

    @pytest.mark.parametrize("kind", ["integer", "double", "int8"])
    def test_numeric_codes_become_text_without_decimals(self, kind):
        layer = squares([{"code": 1001, "name": "x"}, {"code": 13, "name": "y"}], types={"code": kind})
        assert list(read_areas(layer, AREAS).codes) == ["1001", "13"]

    def test_a_filter_counts(self, tmp_path):
        layer = saved(squares(), tmp_path / "wards.gpkg")
        layer.setSubsetString("\"code\" <> 'E05000002'")
        assert list(read_areas(layer, AREAS).codes) == ["E05000001", "E05000003"]

    def test_unsaved_edits_count(self, tmp_path):
        layer = saved(squares(), tmp_path / "wards.gpkg")
        layer.startEditing()
        layer.changeAttributeValue(1, layer.fields().indexFromName("code"), "E05000009")
        layer.deleteFeature(2)
        table = read_areas(layer, AREAS)
        assert list(table.codes) == ["E05000009", "E05000003"]
        assert list(table.feature_ids) == [1, 3]
        layer.rollBack()

    def test_joined_and_virtual_fields_count(self, tmp_path):
        layer = saved(squares(), tmp_path / "wards.gpkg")
        other = squares([{"key": code, "borough": f"B{n}"} for n, code in enumerate(CODES)])
        project = QgsProject.instance()
        project.addMapLayers([layer, other])
        join = QgsVectorLayerJoinInfo()
        join.setJoinLayer(other)
        join.setJoinFieldName("key")
        join.setTargetFieldName("code")
        join.setPrefix("")
        layer.addJoin(join)
        layer.addExpressionField("'x' || \"code\"", QgsField("made", QVariant.String))
        table = read_areas(layer, Areas("", "made", parent_name_field="borough"))
        assert list(table.codes) == [f"x{code}" for code in CODES]
        assert list(table.parent_names) == ["B0", "B1", "B2"]
        project.removeAllMapLayers()

    def test_the_user_may_stop_it(self):
        class Stopped:
            def isCanceled(self):
                return True

            def setProgress(self, progress):
                pass

        with pytest.raises(Cancelled):
            read_areas(squares(), AREAS, Stopped())

    @needs_data
    def test_the_merged_city_of_london_is_an_area_like_any(self, tmp_path):
        path = copied("London_Ward_CityMerged.shp", tmp_path)
        table = read_areas(
            open_layer(str(path), tmp_path, QgsProject()),
            Areas("", "GSS_CODE", "NAME", "LB_GSS_CD", "BOROUGH"),
        )
        assert len(table) == 625
        assert table.names[table.codes.index("E09000001")] == "City of London"
        assert len(set(table.parent_codes)) == 33

    @needs_data
    def test_the_fast_road_and_the_slow_one_agree(self, tmp_path, monkeypatch):
        path = copied("LSOA_2011_London_gen_MHW_simplified.gpkg", tmp_path)
        areas = Areas("", "LSOA11CD", "LSOA11NM", "LAD11CD", "LAD11NM")
        layer = open_layer(str(path), tmp_path, QgsProject())
        fast = read_areas(layer, areas)
        monkeypatch.delattr(arrow.ogr.Layer, "GetArrowStreamAsNumPy", raising=False)
        assert read_areas(layer, areas) == replace(fast, feature_ids=list(fast.feature_ids))

    def test_nulls_of_every_type_are_the_same_on_both_roads(self, tmp_path, monkeypatch):
        types = {"t": "string(20)", "i": "integer", "b": "int8", "r": "double", "d": "date"}
        made = [
            {"t": "é", "i": 1, "b": 2**40, "r": 0.1, "d": "2020-01-31"},
            {"t": None, "i": None, "b": None, "r": None, "d": None},
            {"t": "", "i": 0, "b": 0, "r": 0.0, "d": "1999-12-31"},
        ]
        layer = saved(squares(made, types), tmp_path / "all.gpkg")
        fast = read_columns(layer, list(types))
        monkeypatch.delattr(arrow.ogr.Layer, "GetArrowStreamAsNumPy", raising=False)
        slow = read_columns(layer, list(types))
        for name in types:
            seen = [None if cell != cell else cell for cell in fast.values[name]]
            assert seen == list(slow.values[name]), name


@pytest.mark.usefixtures("qgis_app")
class TestWhatIsRefused:
    def test_a_missing_field_lists_those_near_it(self):
        with pytest.raises(NeedError, match=r"no field “cod” for the code\. Its fields are: code, name"):
            read_areas(squares(), Areas("", "cod"))

    def test_a_missing_parent_field_is_named_as_such(self):
        with pytest.raises(NeedError, match="“lb” for the parent code"):
            read_areas(squares(), Areas("", "code", parent_code_field="lb"))

    def test_no_code_field_at_all(self):
        with pytest.raises(NeedError, match="Choose the field"):
            read_areas(squares(), Areas("", ""))

    def test_a_layer_without_areas(self):
        layer = squares()
        layer.dataProvider().truncate()
        with pytest.raises(NeedError, match="has no areas"):
            read_areas(layer, AREAS)

    def test_codes_that_are_missing_name_their_features(self):
        layer = squares(rows("a", None, "  ", "b"))
        with pytest.raises(NeedError, match=r"2 of the 4 areas .* \(feature ids 2, 3\)"):
            read_areas(layer, AREAS)

    def test_codes_that_repeat_are_named_blanks_and_case_aside(self):
        layer = squares(rows("e1", "E1 ", "E2", "E3", "e3", "E3"))
        with pytest.raises(NeedError, match=r"2 codes of the field “code” .*: e1 ×2, E3 ×3"):
            read_areas(layer, AREAS)
