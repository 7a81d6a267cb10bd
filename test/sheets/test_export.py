# SPDX-License-Identifier: GPL-2.0-or-later
"""Files: complete or not there; PDFs whose text is text, with fonts, title and author."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest
from qgis.PyQt.QtGui import QImage

from support.sheets import sheet
from vru_need_plugin.core.messages import Cancelled, NeedError
from vru_need_plugin.sheets import export as export_module
from vru_need_plugin.sheets import page_writers
from vru_need_plugin.sheets.export import Export, Wish, export, has_geo_pdf

needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
TITLE, AUTHOR = "Wohin? حاجة 🏙️ (a) \\", "Ada & <Bob>"


def told(program, *arguments):
    return subprocess.run([program, *map(str, arguments)], capture_output=True, check=True).stdout.decode(
        "utf-8"
    )


class Stops:
    """A feedback that asks to stop after so many pages."""

    def __init__(self, after):
        self.pages, self.after = 0, after

    def isCanceled(self):
        return self.pages >= self.after

    def setProgress(self, progress):
        self.pages += 1


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture(scope="module")
def atlas(town):
    return sheet(town, "borough-a3-landscape", atlas=True)


@pytest.fixture(scope="module")
def plain(town):
    return sheet(town, "a3-landscape")


def test_a_file_that_cannot_be_described_is_explained_and_replaces_nothing(plain, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    (tmp_path / "map.pdf").write_bytes(b"an earlier one")
    monkeypatch.setattr(export_module, "set_info", full)
    with pytest.raises(NeedError, match=r"map\.pdf.*No space left"):
        export(plain, Wish(tmp_path / "map.pdf", 50))
    assert (tmp_path / "map.pdf").read_bytes() == b"an earlier one"
    assert names(tmp_path) == ["map.pdf"]


def test_a_file_that_is_replaced_is_for_the_same_people(plain, tmp_path):
    (tmp_path / "map.png").write_bytes(b"an earlier one")
    (tmp_path / "map.png").chmod(0o664)
    export(plain, Wish(tmp_path / "map.png", 50))
    assert (tmp_path / "map.png").stat().st_mode & 0o777 == 0o664
    assert (tmp_path / "map.png").stat().st_size > 1000
    assert names(tmp_path) == ["map.png"]


@needs_poppler
@pytest.mark.parametrize("which", ["plain", "atlas"])
def test_the_text_of_a_pdf_is_text_in_fonts_that_are_in_it(request, tmp_path, which):
    layout = request.getfixturevalue(which)
    path = tmp_path / "map.pdf"
    assert export(layout, Wish(path, 150, title=TITLE, author=AUTHOR)) == [path]
    text = told("pdftotext", "-layout", path, "-")
    for needed in ("Small town", "Dogwood", "<b>Elm</b>", "figures", "not an index", "Robbery"):
        assert needed in text, needed
    lines = told("pdffonts", path).splitlines()[2:]
    assert lines
    assert all(re.search(r"\s(yes)\s+(yes|no)\s+(yes|no)\s+\d+", line) for line in lines), lines
    info = told("pdfinfo", "-enc", "UTF-8", path)
    assert f"Title:           {TITLE}" in info
    assert f"Author:          {AUTHOR}" in info
    assert info.count("Pages:") == 1
    assert f"Pages:           {2 if which == 'atlas' else 1}" in info


@needs_poppler
def test_the_pages_of_an_atlas_are_the_boroughs_by_name(atlas, tmp_path):
    export(atlas, Wish(tmp_path / "a.pdf", 100))
    for page, (here, there) in enumerate((("Ash", "Dogwood"), ("Dogwood", "Ash")), start=1):
        text = told("pdftotext", "-layout", "-f", page, "-l", page, tmp_path / "a.pdf", "-")
        assert here in text
        assert there not in text
        assert ("North", "South")[page - 1] in text


def test_an_atlas_as_files_has_one_named_after_each_borough(atlas, tmp_path):
    export(atlas, Wish(tmp_path / "a.png", 50))
    export(atlas, Wish(tmp_path / "a.pdf", 50, a_file_a_page=True))
    export(atlas, Wish(tmp_path / "a.svg", 50))
    assert names(tmp_path) == [
        f"a {place}.{ending}" for place in ("North", "South") for ending in ("pdf", "png", "svg")
    ]
    picture = QImage(str(tmp_path / "a North.png"))
    assert abs(picture.width() - 827) <= 1
    assert abs(picture.height() - 585) <= 1
    assert b"<svg" in (tmp_path / "a South.svg").read_bytes()[:500]


def test_stopped_between_two_pages_the_earlier_file_stays_and_nothing_else_is_left(atlas, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"an earlier one")
    with pytest.raises(Cancelled):
        export(atlas, Wish(path, 50), Stops(1))
    assert names(tmp_path) == ["a.pdf"]
    assert path.read_bytes() == b"an earlier one"
    with pytest.raises(Cancelled):
        export(atlas, Wish(path, 50), Stops(0))
    assert names(tmp_path) == ["a.pdf"]


def test_a_page_that_cannot_be_written_leaves_nothing_half_done(atlas, tmp_path, monkeypatch):
    (tmp_path / "a North.png").write_bytes(b"an earlier one")
    written = []

    def fails_later(self, layout, name):
        if written:
            raise NeedError("No room for {file}", file=name)
        written.append(name)
        self._beside.path(f"{name}.png").write_bytes(b"new")

    monkeypatch.setattr(page_writers.ImagePages, "write", fails_later)
    with pytest.raises(NeedError, match="No room"):
        export(atlas, Wish(tmp_path / "a.png", 50))
    assert names(tmp_path) == ["a North.png"]
    assert (tmp_path / "a North.png").read_bytes() == b"an earlier one"


def test_nothing_is_in_place_before_the_last_page(atlas, tmp_path):
    work = Export(atlas, Wish(tmp_path / "a.pdf", 50))
    seen = []
    for step in work.steps():
        seen.append(step)
        assert not (tmp_path / "a.pdf").exists()
    assert seen == [(1, 2), (2, 2)]
    assert work.written == [tmp_path / "a.pdf"]


@pytest.mark.parametrize("name", ["a.docx", "a", "a.pdf.exe"])
def test_an_ending_that_is_none_of_ours_is_explained(plain, tmp_path, name):
    with pytest.raises(NeedError, match="has to end in"):
        export(plain, Wish(tmp_path / name))
    assert names(tmp_path) == []


def test_a_folder_that_is_not_there_is_explained(plain, tmp_path):
    with pytest.raises(NeedError, match="does not exist"):
        export(plain, Wish(tmp_path / "none" / "a.pdf"))


@pytest.mark.skipif(not has_geo_pdf(), reason="this GDAL writes no GeoPDF")
def test_a_geo_pdf_knows_where_its_map_is(plain, tmp_path):
    from osgeo import gdal

    export(plain, Wish(tmp_path / "geo.pdf", 100, geo_pdf=True, title=TITLE, author=AUTHOR))
    opened = gdal.Open(str(tmp_path / "geo.pdf"))
    assert "British National Grid" in (opened.GetProjection() or opened.GetGCPProjection())
