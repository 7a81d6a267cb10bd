# SPDX-License-Identifier: GPL-2.0-or-later
"""The printed report: searchable, fonts embedded, title and author named, nothing cut or empty."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from support import pdf
from support.reports import ENGLISH, SCENARIO, subject
from support.small_job import SmallJob
from vru_need_plugin.core.messages import Cancelled, NeedError
from vru_need_plugin.processing.report_pdf import writer
from vru_need_plugin.processing.report_pdf.writer import write_pdf
from vru_need_plugin.report.colours import ABOVE, NO_DATA, class_colours
from vru_need_plugin.report.page import report_page

pytestmark = [pytest.mark.usefixtures("qgis_app"), pdf.needs_poppler]

STATEMENT = "A decision aid for one decision, not an index"
TITLE = "Clubs & “après-école” <2026> (§1)"


@pytest.fixture(scope="module")
def scenario():
    return replace(SCENARIO, title=TITLE, author="Zoë (GIS) \\ São")


@pytest.fixture(scope="module")
def printed(scenario, tmp_path_factory, qgis_app) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "report.pdf"
    page = report_page(subject(scenario), ENGLISH, "en")
    assert write_pdf(path, page, scenario.author, STATEMENT) == int(pdf.info(path)["Pages"])
    return path


def test_title_and_author_are_named(printed, scenario):
    assert pdf.info(printed)["Title"] == TITLE
    assert pdf.info(printed)["Author"] == scenario.author
    assert pdf.info(printed)["Page size"].endswith("(A4)")


def test_every_font_is_embedded(printed):
    found = pdf.fonts(printed)
    assert found
    assert all(font["emb"] == "yes" for font in found)


def test_the_words_can_be_searched(printed):
    words = pdf.words(printed)
    for wanted in (TITLE, "Ranking of all", "Robbery", "Juniper", '"schema": 1', "SHA-256"):
        assert wanted in words, wanted


def test_every_sheet_says_its_number_and_what_the_score_is_not(printed):
    words, pages = pdf.words(printed), int(pdf.info(printed)["Pages"])
    # Narrow blanks are not always told as blanks.
    together = words.replace(" ", "")
    assert all(f"{number}/{pages}" in together for number in range(1, pages + 1))
    assert words.count(STATEMENT) >= pages


def sheets(printed, folder, resolution=50):
    for number in range(1, int(pdf.info(printed)["Pages"]) + 1):
        yield pdf.page(printed, number, folder, resolution)


def test_no_sheet_is_empty_and_nothing_reaches_the_edge(printed, tmp_path):
    for image in sheets(printed, tmp_path):
        height, width, _ = image.shape
        rows, columns = np.nonzero(image.min(axis=2) < 200)
        assert len(rows) > 60
        assert 0.04 * width < columns.min() < columns.max() < 0.97 * width
        assert 0.03 * height < rows.min() < rows.max() < 0.97 * height


def of_colour(image, colour):
    wanted = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    return int((np.abs(image.astype(int) - wanted).max(axis=2) <= 2).sum())


def test_the_pictures_are_there_in_their_colours(printed, tmp_path):
    pages = list(sheets(printed, tmp_path, resolution=100))
    assert sum(of_colour(image, ABOVE) for image in pages) > 200, "the bars above threshold"
    assert sum(of_colour(image, NO_DATA) for image in pages) > 20, "hatching"
    assert sum(of_colour(image, class_colours(2)[-1]) for image in pages) > 200, "the map"


def test_a_report_in_other_scripts_is_printed(tmp_path):
    measures = (replace(SCENARIO.measures[0], title="سرقة 🙂 שוד"), *SCENARIO.measures[1:])
    page = report_page(subject(replace(SCENARIO, measures=measures)), ENGLISH, "en")
    write_pdf(tmp_path / "report.pdf", page, "", STATEMENT)
    assert "Author" not in pdf.info(tmp_path / "report.pdf")


def test_where_it_cannot_be_written_nothing_is_left(tmp_path):
    page = report_page(subject(SCENARIO), ENGLISH, "en")
    with pytest.raises(NeedError, match="cannot be written"):
        write_pdf(tmp_path / "nowhere" / "report.pdf", page, "", STATEMENT)
    (tmp_path / "taken.pdf").mkdir()
    with pytest.raises(NeedError, match="cannot be written"):
        write_pdf(tmp_path / "taken.pdf", page, "", STATEMENT)
    assert [path.name for path in tmp_path.iterdir()] == ["taken.pdf"]


def test_one_that_is_replaced_is_for_the_same_people(tmp_path):
    (tmp_path / "report.pdf").write_bytes(b"before")
    (tmp_path / "report.pdf").chmod(0o664)
    write_pdf(tmp_path / "report.pdf", report_page(subject(SCENARIO), ENGLISH, "en"), "", STATEMENT)
    assert (tmp_path / "report.pdf").stat().st_mode & 0o777 == 0o664
    assert [path.name for path in tmp_path.iterdir()] == ["report.pdf"]


class Stopped:
    """A feedback that has been cancelled."""

    def isCanceled(self) -> bool:
        return True

    def setProgress(self, progress: float) -> None:
        """Nothing to show it to."""


def test_cancelled_it_leaves_what_was_there(tmp_path):
    (tmp_path / "report.pdf").write_bytes(b"before")
    page = report_page(subject(SCENARIO), ENGLISH, "en")
    with pytest.raises(Cancelled):
        write_pdf(tmp_path / "report.pdf", page, "", STATEMENT, Stopped())
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"report.pdf": b"before"}


def test_the_algorithm_writes_both_forms(run, job: SmallJob):
    scenario = str(job.write_scenario())
    outputs = run(
        "needreport",
        SCENARIO=scenario,
        OUTPUT=str(job.folder / "r.html"),
        OUTPUT_PDF=str(job.folder / "r.pdf"),
    )
    assert outputs["OUTPUT_PDF"] == str(job.folder / "r.pdf")
    assert "A small job" in pdf.words(job.folder / "r.pdf")


def test_without_being_asked_for_there_is_no_pdf(run, job: SmallJob):
    outputs = run("needreport", SCENARIO=str(job.write_scenario()), OUTPUT=str(job.folder / "r.html"))
    assert not outputs.get("OUTPUT_PDF")
    assert not list(job.folder.glob("*.pdf"))


@pytest.fixture
def earlier(tmp_path) -> Path:
    """A report that is there already."""
    (tmp_path / "report.pdf").write_bytes(b"an earlier one")
    return tmp_path / "report.pdf"


@pytest.mark.parametrize("author", ["", "Ada"])
def test_a_file_that_breaks_off_does_not_replace_the_one_there(earlier, monkeypatch, author):
    whole = writer._print

    def breaks_off(path, *others):
        made = whole(path, *others)
        path.write_bytes(path.read_bytes()[:-200])
        return made

    monkeypatch.setattr(writer, "_print", breaks_off)
    with pytest.raises(NeedError, match=r"report\.pdf: .*not complete"):
        write_pdf(earlier, report_page(subject(SCENARIO), ENGLISH, "en"), author, STATEMENT)
    assert earlier.read_bytes() == b"an earlier one"
    assert [path.name for path in earlier.parent.iterdir()] == ["report.pdf"]


def test_a_printer_that_does_not_end_well_replaces_nothing(earlier, monkeypatch):
    class Painter(writer.QPainter):
        def end(self):
            super().end()
            return False

    monkeypatch.setattr(writer, "QPainter", Painter)
    with pytest.raises(NeedError, match=r"report\.pdf: .*not complete"):
        write_pdf(earlier, report_page(subject(SCENARIO), ENGLISH, "en"), "", STATEMENT)
    assert earlier.read_bytes() == b"an earlier one"


def test_without_an_author_none_is_named(tmp_path):
    path = tmp_path / "report.pdf"
    write_pdf(path, report_page(subject(SCENARIO), ENGLISH, "en"), "", STATEMENT)
    assert "Author" not in pdf.info(path)
    assert pdf.info(path)["Creator"] == "VRU Need Score"
