# SPDX-License-Identifier: GPL-2.0-or-later
"""Windows replaces no file that anybody holds open; here, a rule of the test's own plays Windows."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from qgis.core import QgsMapRendererParallelJob, QgsMapSettings, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QSize

from support.layer_formats import contents, in_format, opened
from support.layers import cells, need_outputs, squares
from support.open_files import held_by_us, needs_linux, open_files
from vru_need_plugin.core.feedback import SILENT
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.layers.write import prepare_write, write_in_place
from vru_need_plugin.layers.writing import swap
from vru_need_plugin.layers.writing.let_go import let_go
from vru_need_plugin.layers.writing.swap import HeldOpenError

pytestmark = needs_linux


@pytest.fixture
def windows(monkeypatch):
    """``os.replace`` as Windows has it."""
    really = os.replace

    def replace(made, target):
        if held_by_us(target):
            raise PermissionError(13, "The process cannot access the file because it is being used")
        really(made, target)

    monkeypatch.setattr(swap.os, "replace", replace)
    monkeypatch.setattr(swap, "_PAUSE_S", 0)


@pytest.fixture(params=["shp", "geojson"])
def wards(request, tmp_path, qgis_new_project):
    layer = in_format(squares(), request.param, tmp_path)
    QgsProject.instance().addMapLayer(layer)
    return layer


def read(layer):
    """As a table, a search or a filter reads it: QGIS keeps the file open then, for whoever reads next."""
    assert len(list(layer.getFeatures())) == 3


def drawn(layer):
    """As the map canvas draws it, on other threads."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setExtent(layer.extent())
    settings.setOutputSize(QSize(60, 60))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()


@pytest.mark.parametrize("used", [read, drawn])
def test_qgis_lets_go_of_a_file_that_it_has_read(wards, windows, tmp_path, used):
    used(wards)
    path = Path(wards.source())
    assert held_by_us(path.with_suffix(".dbf") if path.suffix == ".shp" else path)
    write_in_place(wards, need_outputs([1.0, 2.0, 3.0]), "need_")
    assert cells(wards, "need_score") == [1.0, 2.0, 3.0]
    assert cells(opened(path.suffix[1:], tmp_path), "need_score") == [1.0, 2.0, 3.0]


def test_nor_does_it_hold_the_copy_that_it_reads_meanwhile(wards, tmp_path):
    """Which Windows would not remove then, so that the data would stay in the temporary folder."""
    read(wards)
    with let_go(wards, QgsProject.instance()):
        meanwhile = Path(wards.source())
        assert meanwhile.parent != tmp_path
        read(wards)
    assert open_files(meanwhile.parent) == []
    assert not meanwhile.exists()
    read(wards)


def test_qgis_lets_go_of_a_file_that_several_layers_have_open(wards, windows, tmp_path):
    kind = Path(wards.source()).suffix[1:]
    (tmp_path.parent / f"{tmp_path.name}_link").symlink_to(tmp_path)
    twin = opened(kind, tmp_path)
    linked = opened(kind, tmp_path.parent / f"{tmp_path.name}_link")
    QgsProject.instance().addMapLayers([twin, linked])
    sources, told = [layer.source() for layer in (wards, twin, linked)], []
    for layer in (wards, twin, linked):
        read(layer)
    wards.dataSourceChanged.connect(lambda: told.append("source"))
    with pytest.raises(HeldOpenError):
        prepare_write(wards, need_outputs([1.0, 2.0, 3.0]), "need_").run(SILENT)
    write_in_place(wards, need_outputs([1.0, 2.0, 3.0]), "need_")
    assert told == []
    assert [layer.source() for layer in (wards, twin, linked)] == sources
    for layer in (wards, twin, linked, opened(kind, tmp_path)):
        assert cells(layer, "need_score") == [1.0, 2.0, 3.0]


def test_no_room_for_the_copy_is_told_and_nothing_is_written(wards, windows, tmp_path, monkeypatch):
    read(wards)
    before, source = contents(tmp_path), wards.source()

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("vru_need_plugin.layers.writing.let_go.Aside", full)
    with pytest.raises(NeedError, match="is open in QGIS itself"):
        write_in_place(wards, need_outputs([1.0, 2.0, 3.0]), "need_")
    assert contents(tmp_path) == before
    assert wards.source() == source
    read(wards)


def test_a_file_that_another_holds_is_told_and_nothing_is_lost(wards, windows, tmp_path):
    path = Path(wards.source())
    before = contents(tmp_path)
    held = path.with_suffix(".dbf") if path.suffix == ".shp" else path
    with held.open("rb"), pytest.raises(NeedError, match="is open in another program"):
        write_in_place(wards, need_outputs([1.0, 2.0, 3.0]), "need_")
    assert contents(tmp_path) == before
    assert cells(wards, "name") == ["Ward 1", "Ward 2", "Ward 3"]


def test_a_scanner_that_looks_for_a_moment_is_waited_for(wards, monkeypatch, tmp_path):
    really, left = os.replace, [2]

    def replace(made, target):
        if left[0]:
            left[0] -= 1
            raise PermissionError(5, "Access is denied")
        really(made, target)

    monkeypatch.setattr(swap.os, "replace", replace)
    monkeypatch.setattr(swap, "_PAUSE_S", 0)
    prepare_write(wards, need_outputs([1.0, 2.0, 3.0]), "need_").run(SILENT)
    again = QgsVectorLayer(wards.source(), "again", "ogr")
    assert cells(again, "need_score") == [1.0, 2.0, 3.0]
