# SPDX-License-Identifier: GPL-2.0-or-later
"""A database file that goes wrong under the write: an error in our words, whatever GDAL's way to say no."""

from __future__ import annotations

import resource
import shutil
import signal

import pytest
from osgeo import gdal

from support.layer_formats import in_format
from support.layers import cells, need_outputs, saved, squares
from support.open_files import needs_linux, open_files
from vru_need_plugin.core.feedback import SILENT
from vru_need_plugin.core.messages import Cancelled, NeedError
from vru_need_plugin.layers.write import prepare_write, write_in_place
from vru_need_plugin.layers.writing import table_write
from vru_need_plugin.layers.writing.aside import Aside
from vru_need_plugin.layers.writing.sqlite import RefusedError


@pytest.fixture(params=[False, True], ids=["error codes", "exceptions"])
def gdals_way(request):
    """Other plugins may have switched GDAL to exceptions."""
    before = gdal.GetUseExceptions()
    (gdal.UseExceptions if request.param else gdal.DontUseExceptions)()
    yield
    (gdal.UseExceptions if before else gdal.DontUseExceptions)()


@pytest.fixture
def wards(tmp_path, qgis_app):
    rows = [{"code": f"E{number:08}", "name": "w" * 50} for number in range(3000)]
    return saved(squares(rows), tmp_path / "wards.gpkg")


@pytest.fixture(params=["gpkg", "sqlite", "spatialite"])
def small(request, tmp_path, qgis_app):
    return in_format(squares(), request.param, tmp_path)


@pytest.fixture
def no_room(tmp_path):
    """No file may grow beyond what the layer has already, by a little."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    def limit(most=None):
        most = most or (tmp_path / "wards.gpkg").stat().st_size + 20_000
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))

    yield limit
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.usefixtures("gdals_way")
class TestAnyWay:
    def test_a_file_that_may_not_grow_is_as_it_was(self, wards, no_room):
        no_room()
        with pytest.raises(NeedError, match="is as it was before"):
            write_in_place(wards, need_outputs([1.5] * 3000, flags=30), "need_")
        assert "need_score" not in [field.name() for field in saved_again(wards).fields()]

    def test_no_room_for_temporary_files_is_said(self, wards, no_room):
        no_room(20_000)
        with pytest.raises(NeedError, match="no room for the scores in the folder for temporary files"):
            write_in_place(wards, need_outputs([1.5] * 3000), "need_")
        assert "need_score" not in [field.name() for field in saved_again(wards).fields()]

    @pytest.mark.parametrize("replaced", [False, True])
    def test_a_file_that_loses_its_name_in_mid_write_is_not_said_to_be_written(
        self, wards, tmp_path, monkeypatch, replaced
    ):
        path = tmp_path / "wards.gpkg"
        shutil.copy(path, tmp_path / "copy.gpkg")
        update = table_write._update

        def update_and_remove(*arguments):
            update(*arguments)
            path.unlink()
            if replaced:
                shutil.copy(tmp_path / "copy.gpkg", path)

        monkeypatch.setattr(table_write, "_update", update_and_remove)
        with pytest.raises(NeedError, match=r"removed or replaced by another program|is as it was before"):
            write_in_place(wards, need_outputs([1.5] * 3000), "need_")
        assert path.exists() == replaced


def saved_again(layer):
    from qgis.core import QgsVectorLayer

    again = QgsVectorLayer(layer.source(), "again", "ogr")
    assert again.isValid()
    assert len(cells(again, "code")) == 3000
    return again


@needs_linux
class TestTheValuesOnTheSide:
    """Windows removes no file that is open: they would stay in the temporary folder, old values and all."""

    @pytest.fixture
    def open_as_removed(self, monkeypatch):
        """The files in each folder aside that are open when it is removed."""
        found = []

        def remove(kept):
            found.append(open_files(kept.path))
            really(kept)

        really = Aside.remove
        monkeypatch.setattr(Aside, "remove", remove)
        return found

    def test_are_closed_after_a_write(self, small, open_as_removed):
        write_in_place(small, need_outputs([1.0, 2.0, 3.0]), "need_")
        assert open_as_removed == [[]]

    def test_are_closed_after_a_write_that_is_stopped(self, small, open_as_removed):
        class Stopping:
            progress = 0

            def isCanceled(self):
                return self.progress >= 40

            def setProgress(self, progress):
                self.progress = progress

        with pytest.raises(Cancelled):
            write_in_place(small, need_outputs([1.0, 2.0, 3.0]), "need_", Stopping())
        assert open_as_removed == [[]]

    def test_are_closed_after_a_write_that_is_refused(self, small, open_as_removed, monkeypatch):
        def refuse(*_):
            raise RefusedError("no")

        monkeypatch.setattr(table_write, "set_from", refuse)
        with pytest.raises(NeedError, match="could not be written to"):
            write_in_place(small, need_outputs([1.0, 2.0, 3.0]), "need_")
        assert open_as_removed == [[]]

    def test_are_closed_while_they_are_kept_and_after_undoing(self, small):
        prepared = prepare_write(small, need_outputs([1.0, 2.0, 3.0]), "need_", keep_old=True)
        take_back = prepared.finish(small, prepared.run(SILENT)).take_back
        assert open_files(take_back.folder.path) == []
        take_back.prepare(small).run(SILENT)
        assert open_files(take_back.folder.path) == []
