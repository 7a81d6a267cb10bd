# SPDX-License-Identifier: GPL-2.0-or-later
"""A layer that scores were written on to gets back what it said of itself and what its fields were called."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.layer_formats import FORMATS, in_format
from support.layers import need_outputs, saved, squares
from vru_need_plugin.layers.dress_before import DressBefore
from vru_need_plugin.layers.write import write_in_place

OURS = "What our scores say"


def called(layer, name):
    return layer.attributeDisplayName(layer.fields().indexFromName(name))


@pytest.fixture
def shapefile(tmp_path, qgis_app):
    return saved(squares(), tmp_path / "wards.shp")


def with_abstract(layer, words):
    metadata = layer.metadata().clone()
    metadata.setAbstract(words)
    layer.setMetadata(metadata)
    layer.saveDefaultMetadata()


def test_fields_are_called_what_they_were(tmp_path, qgis_app):
    layer = saved(squares(), tmp_path / "wards.gpkg")
    layer.setFieldAlias(layer.fields().indexFromName("name"), "Name of the ward")
    write_in_place(layer, need_outputs([1, 2, 3]), "need_")
    first = layer.fields().indexFromName("need_f01")
    layer.setFieldAlias(first, "Robbery")
    layer.removeFieldAlias(layer.fields().indexFromName("need_f02"))
    before = DressBefore(layer)
    write_in_place(layer, need_outputs([4, 5, 6]), "need_")
    assert called(layer, "need_f01") == "Measure 1"
    before.put_back(layer)
    assert called(layer, "need_f01") == "Robbery"
    assert called(layer, "need_f02") == "need_f02"
    assert called(layer, "name") == "Name of the ward"


@pytest.mark.parametrize("was_described", [True, False])
def test_the_description_beside_is_as_it_was(shapefile, tmp_path, was_described):
    beside = tmp_path / "wards.qmd"
    if was_described:
        with_abstract(shapefile, "Theirs")
    text = beside.read_bytes() if was_described else None
    before = DressBefore(shapefile)
    with_abstract(shapefile, OURS)
    assert before.put_back(shapefile) == ()
    assert (beside.read_bytes() if beside.exists() else None) == text
    assert shapefile.metadata().abstract() == ("Theirs" if was_described else "")


@pytest.mark.parametrize("kind", FORMATS)
def test_nothing_is_told_where_all_is_back_in_any_format(kind, tmp_path, qgis_app):
    layer = in_format(squares(), kind, tmp_path)
    before = DressBefore(layer)
    with_abstract(layer, OURS)
    assert before.put_back(layer) == ()
    assert layer.metadata().abstract() == ""


@pytest.mark.parametrize("was_described", [True, False])
def test_one_that_cannot_be_put_back_is_told_and_the_layer_is_as_it_was(
    shapefile, tmp_path, monkeypatch, was_described
):
    if was_described:
        with_abstract(shapefile, "Theirs")
    before = DressBefore(shapefile)
    with_abstract(shapefile, OURS)

    def refuse(*_given, **_named):
        raise PermissionError(13, "Permission denied")

    for name in ("write_bytes", "unlink"):
        monkeypatch.setattr(Path, name, refuse)
    (told,) = before.put_back(shapefile)
    assert "“wards.qmd”" in str(told)
    assert "Permission denied" in str(told)
    assert shapefile.metadata().abstract() == ("Theirs" if was_described else "")


def test_one_that_could_not_be_read_is_saved_anew_from_the_layer_and_never_removed(
    shapefile, tmp_path, monkeypatch
):
    with_abstract(shapefile, "Theirs")

    def refuse(_path):
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", refuse)
        before = DressBefore(shapefile)
    with_abstract(shapefile, OURS)
    assert before.put_back(shapefile) == ()
    assert "Theirs" in (tmp_path / "wards.qmd").read_text(encoding="utf-8")
    assert OURS not in (tmp_path / "wards.qmd").read_text(encoding="utf-8")
