# SPDX-License-Identifier: GPL-2.0-or-later
"""needreport writes one valid page with the figures of scoreareas, the same every time."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsVectorLayer,
)

from support.qgis_process import QgisProcess, needs_qgis_process
from support.reports import Page
from support.shared import needs_data
from support.small_job import SmallJob, read_fields
from support.templates import LONDON_2011, on_published_data, template
from vru_need_plugin.core.messages import NOT_AN_INDEX
from vru_need_plugin.resource import resource
from vru_need_plugin.scenario import codec


def parameters(job: SmallJob, name: str = "report.html", **more: object) -> dict[str, object]:
    return {"SCENARIO": str(job.write_scenario()), "OUTPUT": str(job.folder / name), **more}


def written(job: SmallJob, run, **more: object) -> Page:
    outputs = run("needreport", **parameters(job, **more))
    return Page(Path(outputs["OUTPUT"]).read_text(encoding="utf-8"))


def ranking(page: Page) -> dict[str, dict[str, str]]:
    """The rows of the ranking by area code."""
    return {row["Ward"].split()[-1]: row for row in page.rows("ranking full")}


def test_the_page_has_the_figures_that_scoreareas_writes(run, job: SmallJob) -> None:
    outputs = run("needreport", **parameters(job))
    assert (outputs["AREAS"], outputs["SCORED"]) == (5, 5)
    page = Page(Path(outputs["OUTPUT"]).read_text(encoding="utf-8"))
    run("scoreareas", **job.parameters())
    fields = read_fields(job.output)
    rows = ranking(page)
    for at, code in enumerate(fields["code"]):
        assert rows[code]["Rank"].lstrip("=") == str(fields["need_rank"][at])
        assert rows[code]["Rank in borough"].lstrip("=") == str(fields["need_prank"][at])
        assert rows[code]["Score"] == f"{fields['need_score'][at]:g}"
        assert rows[code]["Above"] == f"{fields['need_count'][at]} of 2"
    assert NOT_AN_INDEX in page.words()


def test_two_runs_write_the_same_bytes(run, job: SmallJob) -> None:
    for name in ("one.html", "two.html"):
        run("needreport", **parameters(job, name))
    assert (job.folder / "one.html").read_bytes() == (job.folder / "two.html").read_bytes()


def test_every_input_file_has_its_checksum(run, job: SmallJob) -> None:
    page = written(job, run)
    rows = {row["File or layer"]: row for row in page.rows("files")}
    assert set(rows) == {"scenario.json", "wards.gpkg", "crime.csv", "trust.csv"}
    for name, row in rows.items():
        content = (job.folder / name).read_bytes()
        assert row["SHA-256"] == hashlib.sha256(content).hexdigest()
        assert int(re.sub(r"\D", "", row["Bytes"])) == len(content)
    assert rows["trust.csv"]["What it is"] == "table trust"


def test_the_software_is_named_and_pandas_only_where_it_is_used(run, job: SmallJob) -> None:
    words = written(job, run).words("appendix")
    version = re.search(r"(?m)^version=(.*)$", (resource("..", "metadata.txt")).read_text(encoding="utf-8"))
    assert f"VRU Need Score{version.group(1)}" in words
    assert all(name in words for name in ("QGIS", "GDAL", "numpy"))
    assert "pandas" not in words
    job.table(1).update(spread=["Borough"], values=["Trust"])
    job.scenario["measures"][1]["value"]["columns"] = ["South"]
    assert "pandas" in written(job, run).words("appendix")


def test_a_shapefile_is_checked_with_all_its_parts(run, job: SmallJob) -> None:
    from osgeo import gdal

    gdal.VectorTranslate(
        str(job.folder / "wards.shp"), str(job.folder / "wards.gpkg"), format="ESRI Shapefile"
    )
    job.scenario["areas"]["source"] = "wards.shp"
    names = {row["File or layer"] for row in written(job, run).rows("files")}
    assert names >= {"wards.shp", "wards.shx", "wards.dbf", "wards.prj"}


class TestLayersOfTheProject:
    def test_another_layer_is_named_and_checked(self, run, job: SmallJob) -> None:
        layer = QgsVectorLayer(f"{job.folder / 'wards.gpkg'}|layername=wards", "My wards", "ogr")
        page = written(job, run, INPUT=layer)
        assert "The areas were those of the open layer “My wards”." in page.words("data")
        assert "wards.gpkg" in {row["File or layer"] for row in page.rows("files")}

    def test_a_layer_in_memory_has_no_checksum(self, run, job: SmallJob) -> None:
        on_disk = QgsVectorLayer(f"{job.folder / 'wards.gpkg'}|layername=wards", "wards", "ogr")
        layer = on_disk.materialize(request_for_all())
        layer.setName("In memory")
        rows = {row["File or layer"]: row for row in written(job, run, INPUT=layer).rows("files")}
        assert rows["In memory"]["SHA-256"] == "not a file"

    def test_unsaved_edits_and_filters_are_said(self, run, job: SmallJob, project) -> None:
        layer = QgsVectorLayer(f"{job.folder / 'wards.gpkg'}|layername=wards", "My wards", "ogr")
        layer.setSubsetString("code <> 'E05000005'")
        layer.startEditing()
        layer.changeAttributeValue(next(layer.getFeatures()).id(), layer.fields().indexOf("name"), "Renamed")
        project.addMapLayer(layer)
        job.scenario["areas"]["source"] = "project:My wards"
        words = written(job, run).words()
        assert "had edits that were not saved" in words
        assert "had a filter" in words
        assert "Renamed" in words
        layer.rollBack()

    def test_tables_of_the_project_are_named(self, run, job: SmallJob, project) -> None:
        table = QgsVectorLayer(f"file:///{job.folder / 'crime.csv'}?type=csv", "Crime table", "delimitedtext")
        project.addMapLayer(table)
        job.table()["source"] = "project:Crime table"
        names = {row["File or layer"] for row in written(job, run).rows("files")}
        assert "crime.csv" in names

    def test_a_table_that_is_not_in_the_project_is_told_in_words(self, run, job: SmallJob, project) -> None:
        job.table()["source"] = "project:Missing"
        with pytest.raises(QgsProcessingException, match="Missing"):
            run("needreport", **parameters(job))


def request_for_all():
    from qgis.core import QgsFeatureRequest

    return QgsFeatureRequest()


def test_a_table_without_geometry_has_no_map(run, job: SmallJob) -> None:
    rows = "\n".join(",".join(row) for row in [("code", "name", "lad", "borough"), *areas()])
    job.write("wards.csv", rows)
    job.scenario["areas"]["source"] = "wards.csv"
    page = written(job, run)
    assert "no map, as the areas come without outlines" in page.words("in-short")
    assert len(page.rows("ranking full")) == 5


def areas():
    from support.small_job import AREAS

    return AREAS


def test_it_runs_in_a_task(provider, qtbot, job: SmallJob, project) -> None:
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(project)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("vruneed:needreport")
    wanted = parameters(job, OUTPUT_PDF=str(job.folder / "report.pdf"))
    task = QgsProcessingAlgRunnerTask(algorithm, wanted, context, feedback)
    with qtbot.waitSignal(task.executed) as done:
        QgsApplication.taskManager().addTask(task)
    assert done.args[0], feedback.textLog()
    assert Page((job.folder / "report.html").read_text(encoding="utf-8")).all("svg")
    assert (job.folder / "report.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda job: job.table(1).update(source="nowhere.csv"), "nowhere.csv"),
        (lambda job: job.measure()["value"].update(columns=["Fire"]), "Fires"),
        (lambda job: job.scenario.update(measures=[]), "No measure"),
        (lambda job: job.scenario.update(color="red"), "color"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(run, job: SmallJob, spoil, said: str) -> None:
    spoil(job)
    before = set(job.folder.iterdir()) | {job.folder / "scenario.json"}
    with pytest.raises(QgsProcessingException, match=said):
        run("needreport", **parameters(job))
    assert set(job.folder.iterdir()) == before


def test_a_folder_that_is_not_there_is_an_error_that_names_the_file(run, job: SmallJob) -> None:
    with pytest.raises(QgsProcessingException, match=r"nowhere.+report\.html"):
        run("needreport", **parameters(job, "nowhere/report.html"))


def test_stopped_nothing_is_written(run, job: SmallJob, heard) -> None:
    heard.stop_at(0)
    with pytest.raises(QgsProcessingException, match="Stopped"):
        run("needreport", **parameters(job))
    assert not (job.folder / "report.html").exists()


def test_hostile_words_from_files_stay_words(run, job: SmallJob) -> None:
    job.scenario["title"] = "<script>alert('t')</script> & \"x\" \u0645\u0639\u062f\u0644 \U0001f3e0"
    job.measure()["title"] = "<img src=x onerror=alert(1)>"
    job.write("crime.csv", (job.folder / "crime.csv").read_text() + "<script>alert(2)</script>,1,1,x,1,1\n")
    page = written(job, run)
    assert not page.all("script", "img")
    for shown in (job.scenario["title"], job.measure()["title"], "<script>alert(2)</script>"):
        assert shown in page.words()


@needs_qgis_process
def test_in_qgis_process_the_same_page_comes_out(run, job: SmallJob, qgis_process: QgisProcess) -> None:
    run("needreport", **parameters(job, "here.html"))
    there = job.folder / "there.html"
    results = qgis_process.run("vruneed:needreport", **parameters(job, "there.html"))
    assert (results["AREAS"], results["SCORED"]) == (5, 5)
    here = Page((job.folder / "here.html").read_text(encoding="utf-8"))
    assert ranking(Page(there.read_text(encoding="utf-8"))) == ranking(here)
    assert there.read_bytes() == (job.folder / "here.html").read_bytes()


@needs_data
class TestLondon:
    @pytest.fixture
    def scenario(self, tmp_path: Path) -> Path:
        london = on_published_data(template(LONDON_2011))
        london = replace(london, options=replace(london.options, focus=("E09000004",)))
        codec.save(london, tmp_path / "london.json")
        return tmp_path / "london.json"

    def test_the_2011_template(self, run, scenario: Path) -> None:
        keys = {"SCENARIO": str(scenario)}
        outputs = run("needreport", **keys, OUTPUT=str(scenario.with_name("report.html")))
        assert (outputs["AREAS"], outputs["SCORED"]) == (625, 625)
        page = Page(scenario.with_name("report.html").read_text(encoding="utf-8"))
        scores = run("scoreareas", **keys, OUTPUT=str(scenario.with_name("scores.gpkg")))
        fields = read_fields(Path(scores["OUTPUT"]))
        rows = ranking(page)
        assert len(rows) == 625
        for at, code in enumerate(fields["GSS_CODE"]):
            row = rows[code]
            assert row["Rank"].lstrip("=") == str(fields["need_rank"][at])
            assert row["Rank in borough"].lstrip("=") == str(fields["need_prank"][at])
            assert row["Score"] == f"{fields['need_score'][at]:g}"
            assert row["Data"] == f"{fields['need_avail'][at]} of 16"
            parts = [part for part in row["Made of"].split(" + ") if part != "–"]  # no figure at all
            assert sum(map(float, parts)) == fields["need_score"][at]
            flags = [number for number in range(1, 17) if fields[f"need_f{number:02}"][at] == 1]
            shown = re.sub(r"\(.*\)", "", row["Measures above threshold"]).split()
            assert [int(number) for number in shown] == flags
        for number in range(1, 17):
            counts = page.counts(f"spread-{number}")
            assert sum(counts.values()) == (32 if 7 <= number <= 10 else 624 if number == 12 else 625)
        assert sum(page.counts("scores").values()) == 625
        city = rows["E09000001"]
        assert (city["Data"], city["Could be"]) == (
            "12 of 16",
            f"{fields['need_high'][fields['GSS_CODE'].index('E09000001')]:g}",
        )
        words = page.words()
        assert "joint 2nd of 21 in Bexley, joint 234th of 625 in all" in words
        assert "“Richmond upon Thames”, “Richmond Upon Thames”" in words
        assert "Public sector information".casefold() in words.casefold()
        labels = [
            "".join(found.itertext()) for found in page.root.iter() if found.get("data-label") == "parent"
        ]
        assert {"Bexley", "Croydon", "Enfield"} <= set(labels)

    def test_two_runs_are_the_same_to_the_last_byte(self, run, scenario: Path) -> None:
        pages = [scenario.with_name(name) for name in ("one.html", "two.html")]
        for page in pages:
            run("needreport", SCENARIO=str(scenario), OUTPUT=str(page))
        assert pages[0].read_bytes() == pages[1].read_bytes()
