# SPDX-License-Identifier: GPL-2.0-or-later
"""Scores go on to the user's own layer all or nothing, and nothing else on it changes."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import replace

import numpy as np
import pytest
from qgis.core import Qgis, QgsField, QgsVectorLayer
from qgis.PyQt.QtCore import QVariant

from support.layer_formats import FORMATS, folder_bytes, in_format
from support.layers import cells, copied, field_names, need_outputs, saved, squares
from support.shared import needs_data
from vru_need_plugin.core.feedback import SILENT
from vru_need_plugin.core.messages import Cancelled, NeedError
from vru_need_plugin.core.output import FieldKind, OutputField
from vru_need_plugin.layers.areas import read_areas
from vru_need_plugin.layers.fields import qgs_field
from vru_need_plugin.layers.write import prepare_write, write_in_place, write_new
from vru_need_plugin.layers.writing import routes, table, table_write
from vru_need_plugin.layers.writing.edit_buffer import edit_buffer
from vru_need_plugin.scenario.document import Areas

NEED = ["need_score", "need_rank", "need_flags", "need_f01", "need_f02"]


@pytest.fixture(params=[kind for kind in FORMATS if kind != "tab"])
def wards(request, tmp_path, qgis_app):
    """Three wards in each of the formats."""
    return in_format(squares(), request.param, tmp_path)


@pytest.fixture
def geopackage(tmp_path, qgis_app):
    return saved(squares(), tmp_path / "wards.gpkg")


@pytest.fixture(params=[True, False], ids=["fast", "edit buffer"])
def either_road(request, monkeypatch):
    """A GeoPackage's two roads must not be told apart by what they do."""
    if not request.param:
        monkeypatch.setattr(routes, "ROUTES", (edit_buffer,))


def snapshot(layer):
    fields = [(field.name(), field.type()) for field in layer.fields()]
    rows = [(f.id(), f.attributes(), f.geometry().asWkt()) for f in layer.getFeatures()]
    return fields, rows


def own(layer):
    """Everything of a layer but its need fields."""
    names = [name for name in field_names(layer) if not name.startswith("need_")]
    return [([f[name] for name in names], f.geometry().asWkt()) for f in layer.getFeatures()]


def rename_first(layer):
    """An edit of the user's own."""
    layer.changeAttributeValue(next(layer.getFeatures()).id(), layer.fields().indexFromName("name"), "mine")


class Stopping:
    """A user who stops at the given question."""

    def __init__(self, at: int) -> None:
        self.left = at

    def isCanceled(self):
        self.left -= 1
        return self.left < 0

    def setProgress(self, progress):
        pass


class TestPlain:
    def test_the_values_are_there_and_the_rest_is_as_it_was(self, wards):
        before = own(wards)
        report = write_in_place(wards, need_outputs([2.5, None, 0.0]), "need_")
        assert report.fields == tuple(NEED)
        assert report.areas == 3
        assert report.saved
        assert not wards.isEditable()
        assert own(wards) == before
        assert cells(wards, "need_score") == [2.5, None, 0.0]
        assert cells(wards, "need_rank") == [1, 2, 3]
        assert [text or "" for text in cells(wards, "need_flags")] == ["", "robbery", "robbery;robbery"]

    def test_another_programme_finds_them_in_the_file(self, wards):
        write_in_place(wards, need_outputs([2.5, None, 0.0]), "need_")
        if wards.providerType() == "memory":
            return
        again = QgsVectorLayer(wards.source(), "again", wards.providerType())
        assert cells(again, "need_score") == [2.5, None, 0.0]

    def test_fields_have_their_human_names(self, wards):
        write_in_place(wards, need_outputs([1, 2, 3]), "need_")
        assert wards.attributeDisplayName(wards.fields().indexFromName("need_f02")) == "Measure 2"

    def test_values_go_to_the_features_that_they_belong_to(self, wards):
        ids = [feature.id() for feature in wards.getFeatures()]
        write_in_place(wards, need_outputs([1.0, 2.0, 3.0]), "need_", feature_ids=ids[::-1])
        assert cells(wards, "need_score") == [3.0, 2.0, 1.0]

    def test_scoring_again_overwrites(self, wards):
        write_in_place(wards, need_outputs([1.0, 2.0, None]), "need_")
        names = field_names(wards)
        write_in_place(wards, need_outputs([None, 5.5, 6.0]), "need_")
        assert cells(wards, "need_score") == [None, 5.5, 6.0]
        assert field_names(wards) == names

    def test_need_fields_left_from_more_measures_go(self, wards):
        write_in_place(wards, need_outputs([1, 2, 3], flags=4), "need_")
        report = write_in_place(wards, need_outputs([1, 2, 3], flags=1), "need_")
        assert report.removed == ("need_f02", "need_f03", "need_f04")
        assert [name for name in field_names(wards) if name.startswith("need_")] == [*NEED[:3], "need_f01"]

    def test_numpys_scalars_and_nan_are_written_as_values_and_null(self, wards):
        values = [np.float64(2.5), np.nan, np.float64(0)]
        ranks = [np.int32(1), None, np.int64(2)]
        outputs = [
            OutputField("need_score", FieldKind.REAL, "a", "", values),
            OutputField("need_rank", FieldKind.INTEGER, "b", "", ranks),
        ]
        write_in_place(wards, outputs, "need_")
        assert cells(wards, "need_score") == [2.5, None, 0.0]
        assert cells(wards, "need_rank") == [1, None, 2]

    def test_a_filtered_layer_keeps_the_rest(self, geopackage, either_road):
        geopackage.setSubsetString("\"code\" <> 'E05000002'")
        write_in_place(geopackage, need_outputs([1.0, 3.0]), "need_")
        geopackage.setSubsetString("")
        assert cells(geopackage, "need_score") == [1.0, None, 3.0]

    @pytest.mark.parametrize("kind", ["gpkg", "shp", "geojson", "sqlite"])
    def test_areas_that_a_filter_leaves_out_keep_their_scores(self, kind, tmp_path, qgis_app):
        layer = in_format(squares(), kind, tmp_path)
        write_in_place(layer, need_outputs([1.0, 2.0, 3.0]), "need_")
        layer.setSubsetString("\"code\" <> 'E05000002'")
        write_in_place(layer, need_outputs([7.0, 8.0]), "need_")
        layer.setSubsetString("")
        assert cells(layer, "need_score") == [7.0, 2.0, 8.0]

    @pytest.mark.parametrize("edited", [False, True])
    @pytest.mark.parametrize("kind", ["gpkg", "shp", "geojson", "sqlite"])
    def test_they_keep_fields_that_the_new_scenario_lacks(self, kind, edited, tmp_path, qgis_app):
        layer = in_format(squares(), kind, tmp_path)
        first = prepare_write(layer, need_outputs([1.0, 2.0, 3.0], flags=3), "need_")
        first.finish(layer, first.run(SILENT))
        kept = cells(layer, "need_f03")
        layer.setSubsetString("\"code\" <> 'E05000002'")
        if edited:
            layer.startEditing()
        write = prepare_write(layer, need_outputs([7.0, 8.0], flags=2), "need_", keep_old=True)
        report = write.finish(layer, write.run(SILENT))
        assert (report.removed, report.emptied) == ((), ("need_f03",))
        assert not edited or layer.commitChanges()
        layer.setSubsetString("")
        assert cells(layer, "need_f03") == [None, kept[1], None]
        write = prepare_write(layer, need_outputs([1.0, 2.0, 3.0], flags=2), "need_")
        report = write.finish(layer, write.run(SILENT))
        assert (report.removed, report.emptied) == (("need_f03",), ())

    @pytest.mark.usefixtures("either_road")
    def test_both_roads_leave_the_same_geopackage(self, geopackage):
        write_in_place(geopackage, need_outputs([1.0, None, 3.0], flags=3), "need_")
        write_in_place(geopackage, need_outputs([1.0, None, 3.0], flags=2), "need_")
        fields = [(f.name(), f.typeName()) for f in geopackage.fields()]
        assert fields[3:] == [
            ("need_score", "Real"),
            ("need_rank", "Integer"),
            ("need_flags", "String"),
            ("need_f01", "Integer"),
            ("need_f02", "Integer"),
        ]
        assert cells(geopackage, "need_score") == [1.0, None, 3.0]


class TestWhileTheUserEdits:
    def test_it_is_one_more_undo_step_and_nothing_is_saved(self, wards):
        wards.startEditing()
        wards.changeAttributeValue(
            next(wards.getFeatures()).id(), wards.fields().indexFromName("name"), "mine"
        )
        before = snapshot(wards)
        report = write_in_place(wards, need_outputs([1.0, 2.0, 3.0]), "need_")
        assert not report.saved
        assert wards.isEditable()
        assert wards.undoStack().count() == 2
        assert cells(wards, "need_score") == [1.0, 2.0, 3.0]
        assert "need_score" not in [field.name() for field in wards.dataProvider().fields()]
        wards.undoStack().undo()
        assert snapshot(wards) == before
        wards.undoStack().redo()
        assert cells(wards, "need_score") == [1.0, 2.0, 3.0]
        assert wards.commitChanges(), wards.commitErrors()
        assert cells(wards, "need_score") == [1.0, 2.0, 3.0]
        assert cells(wards, "name")[0] == "mine"

    def test_stale_fields_are_part_of_the_step(self, wards):
        write_in_place(wards, need_outputs([1, 2, 3], flags=3), "need_")
        wards.startEditing()
        before = snapshot(wards)
        report = write_in_place(wards, need_outputs([3, 2, 1], flags=1), "need_")
        if wards.providerType() == "spatialite":  # whose provider removes no fields
            assert report.emptied == ("need_f02", "need_f03")
            assert cells(wards, "need_f03") == [None] * 3
        else:
            assert "need_f03" not in field_names(wards)
        assert wards.undoStack().count() == 1
        wards.undoStack().undo()
        assert snapshot(wards) == before
        wards.rollBack()

    @pytest.fixture
    def grown(self, tmp_path, qgis_app):
        """Wards being edited, scored before, with a fourth that is not saved."""
        layer = saved(squares(), tmp_path / "wards.gpkg")
        write_in_place(layer, need_outputs([1, 2, 3]), "need_")
        layer.startEditing()
        feature = next(layer.getFeatures())
        feature.setAttribute("code", "E05000009")
        feature.setAttribute("fid", None)
        layer.addFeature(feature)
        return layer

    def test_areas_that_are_added_and_not_saved_are_scored(self, grown):
        table = read_areas(grown, Areas("", "code"))
        outputs = need_outputs([float(n) for n in range(4)])
        write_in_place(grown, outputs, "need_", feature_ids=table.feature_ids)
        assert grown.commitChanges(), grown.commitErrors()
        scores = dict(zip(cells(grown, "code"), cells(grown, "need_score")))
        assert scores == dict(zip(table.codes, [0.0, 1.0, 2.0, 3.0]))

    def test_new_fields_for_areas_that_are_not_saved_are_refused_since_qgis_would_lose_them(self, grown):
        before = snapshot(grown)
        with pytest.raises(NeedError, match="1 new areas that are not saved yet"):
            write_in_place(grown, need_outputs([1, 2, 3, 4], flags=3), "need_")
        assert snapshot(grown) == before
        grown.rollBack()

    def test_stopping_leaves_the_edits_and_nothing_of_ours(self, wards):
        wards.startEditing()
        wards.changeAttributeValue(
            next(wards.getFeatures()).id(), wards.fields().indexFromName("name"), "mine"
        )
        before = snapshot(wards)
        with pytest.raises(Cancelled):
            write_in_place(wards, need_outputs([1, 2, 3]), "need_", Stopping(at=1))
        assert snapshot(wards) == before
        assert wards.undoStack().count() == 1
        wards.rollBack()


class TestTheUsersOwnFields:
    def test_names_that_only_begin_like_ours_are_never_touched(self, qgis_app):
        names = ["need_note", "need_f1", "need_fxx", "need_score2", "NEED_HIGH", "needs"]
        layer = squares([{"code": "a", **dict.fromkeys(names, "mine")}])
        write_in_place(layer, need_outputs([1.0]), "need_")
        assert [cells(layer, name) for name in names] == [["mine"]] * 6

    def test_a_stale_name_of_another_type_is_the_users_own(self, qgis_app):
        layer = squares([{"code": "a", "need_f09": "mine"}])
        report = write_in_place(layer, need_outputs([1.0]), "need_")
        assert report.removed == ()
        assert cells(layer, "need_f09") == ["mine"]

    @pytest.mark.usefixtures("either_road")
    def test_a_name_taken_by_another_type_is_an_error_before_anything_is_written(self, tmp_path, qgis_app):
        layer = saved(squares([{"code": "a", "need_score": "high"}]), tmp_path / "w.gpkg")
        before = snapshot(layer)
        with pytest.raises(NeedError, match=r"already has a field “need_score” of another type \(String\)"):
            write_in_place(layer, need_outputs([1.0]), "need_")
        assert snapshot(layer) == before

    @pytest.mark.parametrize("ending", [".gpkg", ".shp"])
    def test_a_name_that_differs_in_case_is_an_error(self, tmp_path, qgis_app, ending):
        layer = saved(
            squares([{"code": "a", "NEED_RANK": 1}], {"NEED_RANK": "integer"}), tmp_path / f"w{ending}"
        )
        before = snapshot(layer)
        with pytest.raises(NeedError, match="“NEED_RANK”, which its format cannot tell from “need_rank”"):
            write_in_place(layer, need_outputs([1.0]), "need_")
        assert snapshot(layer) == before

    def test_a_virtual_field_of_the_name_is_an_error(self, geopackage):
        geopackage.addExpressionField("1.5", QgsField("need_score", QVariant.Double))
        with pytest.raises(NeedError, match="joined or calculated"):
            write_in_place(geopackage, need_outputs([1, 2, 3]), "need_")


class TestRefusals:
    def test_a_read_only_layer(self, wards):
        wards.setReadOnly(True)
        before = snapshot(wards)
        with pytest.raises(NeedError, match="read-only"):
            write_in_place(wards, need_outputs([1, 2, 3]), "need_")
        assert snapshot(wards) == before

    def test_a_format_that_cannot_be_edited(self, tmp_path, qgis_app):
        (tmp_path / "wards.csv").write_text("code\na\n")
        layer = QgsVectorLayer(f"file://{tmp_path}/wards.csv", "wards", "delimitedtext")
        with pytest.raises(NeedError, match="cannot be written to"):
            write_in_place(layer, need_outputs([1.0]), "need_")

    def test_a_score_for_other_areas_than_the_layer_has(self, wards):
        with pytest.raises(NeedError, match="has 3 areas now but 2 were scored"):
            write_in_place(wards, need_outputs([1, 2]), "need_")

    def test_areas_that_are_gone_since(self, wards, either_road):
        before = snapshot(wards)
        with pytest.raises(NeedError, match="1 of the areas scored are no longer"):
            write_in_place(wards, need_outputs([1, 2, 3]), "need_", feature_ids=[1, 2, 99])
        assert snapshot(wards) == before

    @pytest.mark.parametrize("question", [0, 1])
    def test_stopping_leaves_the_layer_as_it_was(self, wards, question):
        before = snapshot(wards)
        with pytest.raises(Cancelled):
            write_in_place(wards, need_outputs([1, 2, 3]), "need_", Stopping(at=question))
        assert snapshot(wards) == before
        assert not wards.isEditable()

    @pytest.mark.skipif(Qgis.QGIS_VERSION_INT >= 34400, reason="this QGIS takes such fields")
    def test_a_commit_that_fails_leaves_no_empty_columns(self, tmp_path, qgis_app, monkeypatch):
        layer = saved(squares(), tmp_path / "wards.shp")
        before = snapshot(layer)
        monkeypatch.setattr(routes, "ROUTES", (edit_buffer,))
        # Fields with an alias do not come back from a Shapefile as they went in.
        monkeypatch.setattr("vru_need_plugin.layers.writing.edit_buffer.bare_field", qgs_field)
        with pytest.raises(NeedError, match=r"as it was before\. QGIS says"):
            write_in_place(layer, need_outputs([1, 2, 3]), "need_")
        assert not layer.isEditable()
        assert snapshot(layer) == before
        assert snapshot(QgsVectorLayer(layer.source(), "again", "ogr")) == before


class TestGeoPackage:
    def test_a_statement_that_fails_takes_everything_back(self, geopackage, monkeypatch):
        before = snapshot(geopackage)
        ran = []

        def failing(dataset, sql):
            ran.append(sql)
            if sql.startswith("UPDATE") and "vru_need" in sql:
                sql = sql.replace(" SET ", " SET no_such_column = 1, ", 1)
            run(dataset, sql)

        run = table_write.run
        for module in (table, table_write):
            monkeypatch.setattr(module, "run", failing)
        with pytest.raises(NeedError, match=r"as it was before.*says: no such column"):
            write_in_place(geopackage, need_outputs([1, 2, 3]), "need_")
        assert any(sql.startswith("ALTER") for sql in ran)
        assert snapshot(geopackage) == before
        assert snapshot(QgsVectorLayer(geopackage.source(), "again", "ogr")) == before

    def test_a_file_that_another_programme_is_writing(self, geopackage, monkeypatch):
        monkeypatch.setenv("OGR_SQLITE_BUSY_TIMEOUT", "100")
        before = snapshot(geopackage)
        other = sqlite3.connect(geopackage.source().split("|")[0], isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        try:
            with pytest.raises(NeedError, match="in use by another program"):
                write_in_place(geopackage, need_outputs([1, 2, 3]), "need_")
        finally:
            other.execute("ROLLBACK")
            other.close()
        assert snapshot(geopackage) == before

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may write to read-only files")
    def test_a_read_only_file(self, tmp_path, qgis_app):
        layer = saved(squares(), tmp_path / "w.gpkg")
        os.chmod(tmp_path / "w.gpkg", 0o444)
        with pytest.raises(NeedError):
            write_in_place(layer, need_outputs([1, 2, 3]), "need_")

    def test_a_column_that_the_users_index_needs_stays_empty(self, geopackage):
        write_in_place(geopackage, need_outputs([1, 2, 3], flags=3), "need_")
        with sqlite3.connect(geopackage.source().split("|")[0]) as connection:
            connection.execute('CREATE INDEX mine ON wards ("need_f03")')
        report = write_in_place(geopackage, need_outputs([1, 2, 3], flags=2), "need_")
        assert report.removed == ()
        assert report.emptied == ("need_f03",)
        assert cells(geopackage, "need_f03") == [None] * 3

    def test_odd_names_of_layer_and_key_are_quoted(self, tmp_path, qgis_app):
        layer = saved(squares(), tmp_path / 'it\'s "wards".gpkg')
        write_in_place(layer, need_outputs([1.0, 2.0, None]), "need_")
        assert cells(layer, "need_score") == [1.0, 2.0, None]

    def test_the_spatial_index_still_works(self, geopackage):
        write_in_place(geopackage, need_outputs([1, 2, 3]), "need_")
        with sqlite3.connect(geopackage.source().split("|")[0]) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert connection.execute("SELECT count(*) FROM rtree_wards_geom").fetchone() == (3,)


class TestMapInfo:
    """A format without a way of its own, and without missing values."""

    @pytest.fixture
    def wards(self, tmp_path, qgis_app):
        return in_format(squares(), "tab", tmp_path)

    def test_scores_that_are_all_there_are_written(self, wards):
        before = own(wards)
        write_in_place(wards, need_outputs([1.5, 2.0, 0.0]), "need_")
        assert cells(wards, "need_score") == [1.5, 2.0, 0.0]
        assert own(wards) == before

    def test_a_missing_score_must_not_become_0(self, wards, tmp_path):
        before = folder_bytes(tmp_path)
        with pytest.raises(NeedError, match="has no missing values: areas without data would show 0"):
            write_in_place(wards, need_outputs([1.5, None, 0.0]), "need_")
        with pytest.raises(NeedError, match="has no missing values"):
            write_new(squares(), need_outputs([1.5, None, 0.0]), "need_", tmp_path / "new.mif")
        assert folder_bytes(tmp_path) == before


class TestLongTexts:
    IDS = ";".join(f"measure_{n:02}" for n in range(40))

    def outputs(self):
        flags = OutputField("need_flags", FieldKind.TEXT, "Which", "", [self.IDS, "robbery", None])
        return [replace(need_outputs([1, 2, 3])[0]), flags]

    def test_a_shapefile_is_cut_at_a_whole_id_and_that_is_said(self, tmp_path, qgis_app):
        layer = saved(squares(), tmp_path / "wards.shp")
        report = write_in_place(layer, self.outputs(), "need_")
        first, second, third = cells(layer, "need_flags")
        assert first == ";".join(f"measure_{n:02}" for n in range(23))
        assert len(first) <= 254 < len(first) + len(";measure_00")
        assert (second, third) == ("robbery", None)
        assert ["254 characters" in str(note) and "for 1 areas" in str(note) for note in report.notes] == [
            True
        ]

    def test_a_geopackage_holds_all(self, geopackage):
        report = write_in_place(geopackage, self.outputs(), "need_")
        assert cells(geopackage, "need_flags")[0] == self.IDS
        assert report.notes == ()


@needs_data
@pytest.mark.parametrize(
    "name", ["London_Ward_CityMerged.shp", "London_Ward_CityMerged_2018_simplified.gpkg"]
)
def test_londons_own_layers(name, tmp_path, qgis_app):
    layer = QgsVectorLayer(str(copied(name, tmp_path)), "wards", "ogr")
    count = layer.featureCount()
    before = own(layer)
    scores = [None if n % 50 == 0 else n / 8 for n in range(count)]
    write_in_place(layer, need_outputs(scores, flags=16), "need_")
    assert cells(layer, "need_score") == scores
    assert own(layer) == before
