# SPDX-License-Identifier: GPL-2.0-or-later
"""needmap prints a sheet or an atlas from scores of its own, and leaves nothing else behind."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException, QgsProject
from qgis.PyQt.QtGui import QImage

from support.qgis_process import QgisProcess, Refused, needs_qgis_process
from support.small_job import SmallJob
from vru_need_plugin.resource import resource

needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")


def parameters(job: SmallJob, name: str = "map.pdf", **more: object) -> dict[str, object]:
    return {"SCENARIO": str(job.write_scenario()), "OUTPUT": str(job.folder / name), **more}


def words(path) -> str:
    return subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, text=True
    ).stdout


@needs_poppler
def test_a_sheet_has_the_ranks_of_the_scores(run, job: SmallJob) -> None:
    outputs = run("needmap", **parameters(job, TEMPLATE="a3-landscape"))
    assert (outputs["AREAS"], outputs["SCORED"], outputs["PAGES"]) == (5, 5, 0)
    told = words(outputs["OUTPUT"])
    for name in ("A small job", "Abbey", "Bridge", "Castle", "Dale", "Elm", "not an index"):
        assert name in told
    assert QgsProject.instance().mapLayers() == {}
    assert QgsProject.instance().layoutManager().layouts() == []


@needs_poppler
def test_an_atlas_has_a_page_for_each_borough_or_for_those_named(run, job: SmallJob) -> None:
    outputs = run("needmap", **parameters(job, ATLAS=True))
    assert outputs["PAGES"] == 2
    told = words(outputs["OUTPUT"])
    assert "All wards of North" in told
    assert "All wards of South" in told
    outputs = run("needmap", **parameters(job, "one.pdf", ATLAS=True, PARENTS="e09000002"))
    assert outputs["PAGES"] == 1
    assert "All wards of North" not in words(outputs["OUTPUT"])


@needs_poppler
def test_the_focus_of_the_scenario_is_what_a_borough_sheet_is_about(run, job: SmallJob) -> None:
    job.scenario["options"] = {"focus": ["E09000002"]}
    outputs = run("needmap", **parameters(job, TEMPLATE="borough-a4-portrait"))
    assert "All wards of South" in words(outputs["OUTPUT"])


@needs_poppler
def test_what_is_given_stands_in_place_of_the_scenarios_words(run, job: SmallJob) -> None:
    given = {"TITLE": "Ours & <yours>", "PURPOSE": "To begin", "AUTHOR": "Ada", "COPYRIGHT": "© Crown"}
    outputs = run("needmap", **parameters(job, **given))
    told = words(outputs["OUTPUT"])
    for text in given.values():
        assert text in told
    info = subprocess.run(["pdfinfo", outputs["OUTPUT"]], check=True, capture_output=True, text=True).stdout
    assert "Ours & <yours>" in info
    assert "Ada" in info


@pytest.mark.parametrize("ending", ["png", "svg"])
def test_the_ending_is_the_format(run, job: SmallJob, ending: str) -> None:
    outputs = run("needmap", **parameters(job, f"map.{ending}", DPI=60, TEMPLATE="a3-landscape"))
    if ending == "png":
        assert abs(QImage(outputs["OUTPUT"]).width() - 992) <= 2
    else:
        assert "<svg" in Path(outputs["OUTPUT"]).read_text(encoding="utf-8")[:400]


def test_another_layer_may_take_the_place_of_the_scenarios(run, job: SmallJob) -> None:
    job.scenario["areas"]["source"] = "nowhere.gpkg"
    outputs = run("needmap", **parameters(job, INPUT=str(job.folder / "wards.gpkg")))
    assert outputs["AREAS"] == 5


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"TEMPLATE": "a5"}, "no layout template"),
        ({"TEMPLATE": "borough-a4-portrait"}, "about one borough at a time"),
        ({"ATLAS": True, "PARENTS": "Elsewhere"}, "No area lies in"),
    ],
)
def test_what_cannot_be_printed_is_explained(run, job: SmallJob, more: dict[str, object], said: str) -> None:
    (job.folder / "map.pdf").write_bytes(b"an earlier one")
    with pytest.raises(QgsProcessingException, match=said):
        run("needmap", **parameters(job, **more))
    assert (job.folder / "map.pdf").read_bytes() == b"an earlier one"


@pytest.mark.parametrize("name", ["map.docx", "none/map.pdf"])
def test_a_file_that_cannot_be_written_is_told_before_the_work(run, job: SmallJob, name: str) -> None:
    job.write("crime.csv", b"")  # which would be the error of any work
    with pytest.raises(QgsProcessingException, match=r"has to end in|does not exist"):
        run("needmap", **parameters(job, name))


def test_areas_without_outlines_have_no_map(run, job: SmallJob) -> None:
    rows = "code,name,lad,borough\nE05000001,Abbey,E09000001,North\nE05000002,Bridge,E09000001,North\n"
    job.write("areas.csv", rows)
    job.scenario["areas"]["source"] = "areas.csv"
    with pytest.raises(QgsProcessingException, match="no outlines"):
        run("needmap", **parameters(job))


def test_stopped_it_leaves_the_earlier_file(provider, heard, job: SmallJob) -> None:
    (job.folder / "map.pdf").write_bytes(b"an earlier one")
    heard.stop_at(80)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("vruneed:needmap")
    context = QgsProcessingContext()
    with pytest.raises(QgsProcessingException, match="Stopped"):
        algorithm.run(parameters(job, ATLAS=True), context, heard, {}, False)
    assert (job.folder / "map.pdf").read_bytes() == b"an earlier one"
    assert [path.name for path in job.folder.glob(".vru*")] == []


@needs_qgis_process
@pytest.mark.real_qgis
def test_qgis_process_prints_an_atlas_of_the_sample(qgis_process: QgisProcess, tmp_path) -> None:
    scenario = resource("sample", "scenario.json")
    wanted = {"ATLAS": "true", "PARENTS": "Norhallow;Westmarl", "OUTPUT": tmp_path / "a.pdf"}
    results = qgis_process.run("vruneed:needmap", SCENARIO=scenario, **wanted)
    assert (results["AREAS"], results["PAGES"]) == (300, 2)
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    with pytest.raises(Refused, match="has to end in"):
        qgis_process.run("vruneed:needmap", SCENARIO=scenario, OUTPUT=tmp_path / "a.doc")


def test_the_outputs_speak_of_boroughs_not_of_parents(run) -> None:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("vruneed:needmap")
    described = [output.description() for output in algorithm.outputDefinitions()]
    assert any("boroughs (or whatever the areas lie in)" in words for words in described)
    assert not any("parent" in words.casefold() for words in described)
