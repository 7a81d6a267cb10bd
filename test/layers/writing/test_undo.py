# SPDX-License-Identifier: GPL-2.0-or-later
"""A write that was saved can be taken back as long as nobody has written over it."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace

import pytest
from qgis.core import QgsVectorLayer

from support.layer_formats import FORMATS, contents, in_format, snapshot
from support.layers import cells, copied, field_names, need_outputs, squares
from support.shared import needs_data
from vru_need_plugin.core.feedback import SILENT
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.layers.write import prepare_write
from vru_need_plugin.layers.writing.aside import remove_all


@pytest.fixture(params=FORMATS)
def wards(request, tmp_path, qgis_app):
    return in_format(squares(), request.param, tmp_path)


def write(layer, outputs):
    """Write, and the way back; MapInfo has no missing values."""
    if layer.storageType() == "MapInfo File":
        outputs = [replace(item, values=[value or 0 for value in item.values]) for item in outputs[:2]]
    prepared = prepare_write(layer, outputs, "need_", keep_old=True)
    return prepared.finish(layer, prepared.run(SILENT)).take_back


def undo(layer, take_back):
    back = take_back.prepare(layer)
    back.run(SILENT)
    back.finish(layer)


def test_the_first_write_leaves_no_trace(wards, tmp_path):
    before, on_disk = snapshot(wards), contents(tmp_path)
    take_back = write(wards, need_outputs([2.5, None, 0.0]))
    assert snapshot(wards) != before
    undo(wards, take_back)
    assert snapshot(wards) == before
    if wards.storageType() in ("ESRI Shapefile", "GeoJSON", "GPKG"):
        assert contents(tmp_path) == on_disk


def test_a_later_write_gives_back_old_values_and_fields_that_were_removed(wards, tmp_path):
    write(wards, need_outputs([1.0, None, 3.0], flags=4))
    before, on_disk = snapshot(wards), contents(tmp_path)
    take_back = write(wards, need_outputs([3.5, 2.5, None], flags=2))
    assert "need_f04" not in field_names(wards)
    undo(wards, take_back)
    assert snapshot(wards) == before
    if wards.storageType() in ("ESRI Shapefile", "GeoJSON"):
        assert contents(tmp_path) == on_disk


def test_scores_that_were_changed_since_are_left_alone(wards):
    take_back = write(wards, need_outputs([1.0, 2.0, 3.0]))
    assert wards.startEditing()
    first = next(wards.getFeatures()).id()
    wards.changeAttributeValue(first, wards.fields().indexFromName("need_score"), 99.5)
    assert wards.commitChanges(), wards.commitErrors()
    before = snapshot(wards)
    with pytest.raises(NeedError, match="has been changed since the scores were written"):
        undo(wards, take_back)
    assert snapshot(wards) == before
    assert not wards.isEditable()


def test_a_second_write_cannot_be_passed_over(wards):
    first = write(wards, need_outputs([1.0, 2.0, 3.0]))
    write(wards, need_outputs([3.0, 2.0, 1.0]))
    before = snapshot(wards)
    with pytest.raises(NeedError, match="has been changed since"):
        undo(wards, first)
    assert snapshot(wards) == before


def test_a_layer_that_is_being_edited_waits(wards):
    take_back = write(wards, need_outputs([1.0, 2.0, 3.0]))
    wards.startEditing()
    with pytest.raises(NeedError, match="is being edited"):
        take_back.prepare(wards)
    wards.rollBack()
    undo(wards, take_back)
    assert "need_score" not in field_names(wards)


@pytest.mark.parametrize("kind", ["gpkg", "spatialite", "memory", "tab"])
def test_other_values_that_were_changed_since_stay(kind, tmp_path, qgis_app):
    layer = in_format(squares(), kind, tmp_path)
    take_back = write(layer, need_outputs([1.0, 2.0, 3.0]))
    layer.startEditing()
    first = next(layer.getFeatures()).id()
    layer.changeAttributeValue(first, layer.fields().indexFromName("name"), "mine")
    assert layer.commitChanges()
    undo(layer, take_back)
    assert cells(layer, "name")[0] == "mine"
    assert "need_score" not in field_names(layer)


@pytest.mark.parametrize("kind", ["gpkg", "shp", "geojson"])
def test_a_write_that_nobody_may_want_back_keeps_nothing(kind, tmp_path, qgis_app):
    layer = in_format(squares(), kind, tmp_path)
    prepared = prepare_write(layer, need_outputs([1.0, 2.0, 3.0]), "need_")
    assert prepared.run(SILENT).take_back is None


@pytest.mark.parametrize("kind", ["gpkg", "spatialite", "shp", "geojson"])
def test_old_values_that_somebody_tidied_away_are_missed_in_plain_words(kind, tmp_path, qgis_app):
    layer = in_format(squares(), kind, tmp_path)
    take_back = write(layer, need_outputs([1.0, 2.0, 3.0]))
    shutil.rmtree(take_back.folder.path)
    before = snapshot(layer)
    with pytest.raises(NeedError, match="have been removed from there"):
        take_back.prepare(layer)
    assert snapshot(layer) == before


@pytest.mark.parametrize("kind", ["shp", "geojson"])
def test_a_file_that_would_fill_the_disk_for_temporary_files_is_not_kept(
    kind, tmp_path, monkeypatch, qgis_app
):
    layer = in_format(squares(), kind, tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10_000, 9_900, 100))
    assert write(layer, need_outputs([1.0, 2.0, 3.0])) is None
    assert cells(layer, "need_score") == [1.0, 2.0, 3.0]


@pytest.mark.parametrize("kind", ["gpkg", "spatialite"])
def test_no_folder_for_temporary_files_is_said_and_nothing_written(kind, tmp_path, monkeypatch, qgis_app):
    layer = in_format(squares(), kind, tmp_path)
    before = snapshot(layer)
    remove_all()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(NeedError, match="no room for the scores in the folder for temporary files"):
        write(layer, need_outputs([1.0, 2.0, 3.0]))
    assert snapshot(layer) == before


@needs_data
@pytest.mark.parametrize(
    "name", ["London_Ward_CityMerged.shp", "London_Ward_CityMerged_2011_simplified.gpkg"]
)
def test_londons_own_files_are_as_they_were(name, tmp_path, qgis_app):
    layer = QgsVectorLayer(str(copied(name, tmp_path)), "wards", "ogr")
    before = contents(tmp_path)
    outputs = need_outputs([n / 8 for n in range(layer.featureCount())], flags=16)
    take_back = write(layer, outputs)
    assert contents(tmp_path) != before
    undo(layer, take_back)
    assert contents(tmp_path) == before
