# SPDX-License-Identifier: GPL-2.0-or-later
"""Windows replaces no file that anybody holds open; here, a rule of the test's own plays Windows."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsVectorLayer

from support.layer_formats import contents, in_format, opened
from support.layers import cells, need_outputs, squares
from vru_need_plugin.core.feedback import SILENT
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.layers.write import prepare_write, write_in_place
from vru_need_plugin.layers.writing import swap
from vru_need_plugin.layers.writing.swap import HeldOpenError

pytestmark = pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="asks Linux who holds a file")


def held_by_us(path):
    """Whether this process has the file open."""
    wanted = os.path.realpath(path)
    for number in os.listdir("/proc/self/fd"):
        try:
            if os.readlink(f"/proc/self/fd/{number}") == wanted:
                return True
        except OSError:
            continue
    return False


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


def test_qgis_lets_go_of_a_file_that_it_has_open_itself(wards, windows, tmp_path):
    kind = Path(wards.source()).suffix[1:]
    twin = opened(kind, tmp_path)
    QgsProject.instance().addMapLayer(twin)
    source, told = wards.source(), []
    wards.dataSourceChanged.connect(lambda: told.append("source"))
    if kind == "shp":
        with pytest.raises(HeldOpenError):
            prepare_write(wards, need_outputs([1.0, 2.0, 3.0]), "need_").run(SILENT)
    write_in_place(wards, need_outputs([1.0, 2.0, 3.0]), "need_")
    assert cells(wards, "need_score") == [1.0, 2.0, 3.0]
    assert wards.source() == source
    assert told == []
    assert twin.isValid()
    assert twin.source() == source
    assert cells(opened(kind, tmp_path), "need_score") == [1.0, 2.0, 3.0]


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
