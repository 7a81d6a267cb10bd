# SPDX-License-Identifier: GPL-2.0-or-later
"""checktables reports what matches and what does not, as a table and as a page."""

from __future__ import annotations

import errno
import os
from html.parser import HTMLParser
from pathlib import Path

import pytest
from qgis.core import QgsProcessingException, QgsProcessingUtils, QgsWkbTypes

from support.small_job import CRIME, SmallJob
from vru_need_plugin.core.messages import NOT_AN_INDEX


def parameters(job: SmallJob, **more: object) -> dict[str, object]:
    return {"SCENARIO": str(job.write_scenario()), **more}


def page(job: SmallJob) -> Path:
    return job.folder / "report.html"


def findings(run, outputs: dict[str, object]) -> list[dict[str, object]]:
    layer = QgsProcessingUtils.mapLayerFromString(outputs["OUTPUT"], run.context)
    assert layer.wkbType() == QgsWkbTypes.NoGeometry
    return [feature.attributeMap() for feature in layer.getFeatures()]


def test_a_sound_job_has_a_summary_of_each_table_and_no_findings(run, job: SmallJob) -> None:
    outputs = run("checktables", **parameters(job, OUTPUT="memory:"))
    assert (outputs["TABLES"], outputs["FINDINGS"]) == (2, 0)
    rows = findings(run, outputs)
    assert [row["table"] for row in rows] == ["crime", "trust"]
    assert "5 of 5 areas" in rows[0]["detail"]


def test_what_does_not_match_is_named_with_its_row_and_cause(run, job: SmallJob) -> None:
    job.write("crime.csv", CRIME.replace("E05000002", "E05999999"))
    outputs = run("checktables", **parameters(job, OUTPUT="memory:"))
    rows = {(row["side"], row["key"]): row for row in findings(run, outputs) if row["key"]}
    assert rows["layer", "E05000002"]["name"] == "Bridge"
    assert rows["table", "E05999999"]["row"] == 3
    assert all(row["cause"] for row in rows.values())


def test_cells_that_are_no_number_are_found_without_scoring(run, job: SmallJob) -> None:
    job.write("crime.csv", CRIME.replace("E05000002,2,", "E05000002,about 2,"))
    outputs = run("checktables", **parameters(job, OUTPUT="memory:"))
    assert any("about 2" in row["detail"] for row in findings(run, outputs))


class Text(HTMLParser):
    """The words of a page, and the tags and attributes that could load something."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.tags.add(tag)
        self.links += [value for name, value in attrs if name in ("src", "href")]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_the_page_needs_nothing_else_and_escapes_what_it_shows(run, job: SmallJob) -> None:
    job.scenario["title"] = "A <b>bold</b> & quick one"
    job.write("crime.csv", CRIME + "<script>alert(1)</script>,1,1,x,1,1\n")
    run("checktables", **parameters(job, OUTPUT_HTML=str(page(job))))
    read = Text()
    read.feed(page(job).read_text(encoding="utf-8"))
    words = " ".join(read.words)
    assert "A <b>bold</b> & quick one" in words
    assert "<script>alert(1)</script>" in words
    assert NOT_AN_INDEX in words
    assert not read.links
    assert read.tags.isdisjoint({"script", "b", "link", "img"})


def test_neither_output_has_to_be_asked_for(run, job: SmallJob) -> None:
    outputs = run("checktables", **parameters(job))
    assert outputs["TABLES"] == 2


def test_everything_that_cannot_be_used_is_a_finding_beside_the_reports_of_the_rest(
    run, job: SmallJob, heard
) -> None:
    job.table(1)["source"] = "nowhere.csv"
    job.measure()["value"]["columns"] = ["Fire"]
    outputs = run("checktables", **parameters(job, OUTPUT="memory:", OUTPUT_HTML=str(page(job))))
    assert (outputs["TABLES"], outputs["FINDINGS"]) == (1, 2)
    rows = findings(run, outputs)
    assert [(row["table"], row["name"]) for row in rows] == [("trust", ""), ("", "fires"), ("crime", "")]
    assert "nowhere.csv" in rows[0]["detail"]
    assert "Fires" in rows[1]["detail"]
    assert "5 of 5 areas" in rows[2]["detail"]
    html = page(job).read_text(encoding="utf-8")
    assert "nowhere.csv" in html
    assert "Fires" in html
    assert "5 of 5 areas" in html
    assert ["nowhere.csv" in heard.errors[0], "Fires" in heard.errors[1], len(heard.errors)] == [
        True,
        True,
        2,
    ]


def test_a_table_that_matches_nothing_is_a_finding(run, job: SmallJob, heard) -> None:
    job.write("crime.csv", CRIME.replace("E0500", "E0600"))
    outputs = run("checktables", **parameters(job, OUTPUT="memory:"))
    assert [row["table"] for row in findings(run, outputs)] == ["crime", "trust"]
    assert len(heard.errors) == 1


def test_a_layer_that_the_project_lacks_is_a_finding(run, job: SmallJob, heard) -> None:
    job.table()["source"] = "project:crime"
    outputs = run("checktables", **parameters(job, OUTPUT_HTML=str(page(job))))
    assert outputs["TABLES"] == 1
    assert "crime" in heard.errors[0]
    assert page(job).exists()


@pytest.mark.parametrize("key", ["title", "areas"])
def test_a_scenario_or_areas_that_cannot_be_read_leave_nothing_behind(run, job: SmallJob, key) -> None:
    if key == "title":
        job.scenario["title"] = 7
    else:
        job.scenario["areas"]["source"] = "no-areas.gpkg"
    with pytest.raises(QgsProcessingException, match=r"title|no-areas"):
        run("checktables", **parameters(job, OUTPUT_HTML=str(page(job))))
    assert not page(job).exists()


def test_a_page_that_cannot_be_written_is_an_error_that_names_it(run, job: SmallJob) -> None:
    with pytest.raises(QgsProcessingException, match=r"no-such-folder.+report\.html"):
        run("checktables", **parameters(job, OUTPUT_HTML=str(job.folder / "no-such-folder" / "report.html")))


def test_a_page_is_written_over_no_other_file_and_leaves_nothing_beside_it(run, job: SmallJob) -> None:
    """Neither through a link that somebody has put there, nor where the writing fails."""
    (job.folder / "precious.txt").write_text("precious")
    (job.folder / ".report.html.part").symlink_to("precious.txt")
    before = {path.name for path in job.folder.iterdir()}
    run("checktables", **parameters(job, OUTPUT_HTML=str(page(job))))
    assert (job.folder / "precious.txt").read_text() == "precious"
    assert not page(job).is_symlink()
    assert {path.name for path in job.folder.iterdir()} - before == {"report.html", "scenario.json"} - before


def test_a_page_that_fails_leaves_the_old_one_and_nothing_beside_it(run, job: SmallJob, monkeypatch) -> None:
    page(job).write_text("old")
    asked = parameters(job, OUTPUT_HTML=str(page(job)))
    before = {path.name for path in job.folder.iterdir()}

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(QgsProcessingException, match="No space left"):
        run("checktables", **asked)
    assert page(job).read_text() == "old"
    assert {path.name for path in job.folder.iterdir()} == before
