# SPDX-License-Identifier: GPL-2.0-or-later
"""The algorithms run in a background task, in a model, in a batch and in qgis_process."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFile,
    QgsProcessingUtils,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from support.qgis_process import QgisProcess, Refused, needs_qgis_process
from support.small_job import SmallJob, read_fields

SCORES = [0, 0, 0, 2, 2]


def create(name: str):
    return QgsApplication.processingRegistry().createAlgorithmById(f"vruneed:{name}")


def test_in_a_task_layers_of_the_project_are_read_as_they_were_at_the_start(
    provider, qtbot, job: SmallJob, project: QgsProject
) -> None:
    areas = QgsVectorLayer(f"{job.folder / 'wards.gpkg'}|layername=wards", "Wards", "ogr")
    crime = QgsVectorLayer(f"file:///{job.folder / 'crime.csv'}?type=csv", "Crime", "delimitedtext")
    project.addMapLayers([areas, crime])
    job.scenario["areas"]["source"] = "project:Wards"
    job.table()["source"] = "project:Crime"
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(project)
    task = QgsProcessingAlgRunnerTask(create("scoreareas"), job.parameters(), context, feedback)
    project.clear()  # the user closes the project while the task waits
    with qtbot.waitSignal(task.executed) as done:
        QgsApplication.taskManager().addTask(task)
    assert done.args[0], feedback.textLog()
    assert read_fields(job.output)["need_score"] == SCORES


def test_in_a_task_tables_are_checked(provider, qtbot, job: SmallJob, project: QgsProject) -> None:
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    page = job.folder / "report.html"
    parameters = {"SCENARIO": str(job.write_scenario()), "OUTPUT_HTML": str(page)}
    task = QgsProcessingAlgRunnerTask(create("checktables"), parameters, context, feedback)
    with qtbot.waitSignal(task.executed) as done:
        QgsApplication.taskManager().addTask(task)
    assert done.args[0], feedback.textLog()
    assert "5 of 5 areas" in page.read_text(encoding="utf-8")


def model_of_two_steps() -> QgsProcessingModelAlgorithm:
    """A model: score the areas, then keep those with a score of 2 or more."""
    model = QgsProcessingModelAlgorithm("greatest need", "tests")
    model.addModelParameter(
        QgsProcessingParameterFile("scenario", "Scenario"), QgsProcessingModelParameter("scenario")
    )
    score = QgsProcessingModelChildAlgorithm("vruneed:scoreareas")
    score.setChildId("score")
    score.addParameterSources(
        "SCENARIO", [QgsProcessingModelChildParameterSource.fromModelParameter("scenario")]
    )
    model.addChildAlgorithm(score)
    keep = QgsProcessingModelChildAlgorithm("native:extractbyexpression")
    keep.setChildId("keep")
    keep.addParameterSources(
        "INPUT", [QgsProcessingModelChildParameterSource.fromChildOutput("score", "OUTPUT")]
    )
    keep.addParameterSources(
        "EXPRESSION", [QgsProcessingModelChildParameterSource.fromStaticValue('"need_score" >= 2')]
    )
    kept = QgsProcessingModelOutput("kept", "Kept")
    kept.setChildOutputName("OUTPUT")
    kept.setChildId("keep")
    keep.setModelOutputs({"kept": kept})
    model.addChildAlgorithm(keep)
    model.updateDestinationParameters()
    return model


def test_in_a_model_that_was_saved_and_opened_again(
    provider, job: SmallJob, project: QgsProject, tmp_path: Path
) -> None:
    saved = tmp_path / "greatest.model3"
    assert model_of_two_steps().toFile(str(saved))
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(saved))
    model.initAlgorithm()
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(project)
    scenario = str(job.write_scenario())
    # Called keep:kept in QGIS 3.22, kept in later ones.
    (output,) = (found.name() for found in model.destinationParameterDefinitions())
    outputs, ok = model.run({"scenario": scenario, output: "memory:"}, context, feedback, {}, False)
    assert ok, feedback.textLog()
    kept = QgsProcessingUtils.mapLayerFromString(outputs[output], context)
    assert [feature["name"] for feature in kept.getFeatures()] == ["Dale", "Elm"]


def test_in_a_batch_each_run_has_its_own_scenario(provider, job: SmallJob, project: QgsProject) -> None:
    rows = []
    for number in (1, 2, 3):
        job.measure()["threshold"]["value"] = number
        target = job.folder / f"scenario_{number}.json"
        job.write_scenario().rename(target)
        rows.append({"SCENARIO": str(target), "OUTPUT": str(job.folder / f"scored_{number}.gpkg")})
    algorithm = QgsApplication.processingRegistry().algorithmById("vruneed:scoreareas")
    for row in rows:
        _, ok = algorithm.run(row, QgsProcessingContext(), QgsProcessingFeedback())
        assert ok
    counts = [sum(read_fields(Path(row["OUTPUT"]))["need_f01"]) for row in rows]
    assert counts == [1, 2, 3]


def test_an_output_for_the_project_is_loaded_with_name_and_style(
    run, job: SmallJob, project: QgsProject
) -> None:
    output = QgsProcessingOutputLayerDefinition("memory:", project)
    output.destinationName = "My scores"
    outputs = run("scoreareas", **job.parameters(OUTPUT=output))
    assert outputs["OUTPUT"] in run.context.layersToLoadOnCompletion()
    details = run.context.layerToLoadOnCompletionDetails(outputs["OUTPUT"])
    assert details.name == "My scores"
    layer = QgsProcessingUtils.mapLayerFromString(outputs["OUTPUT"], run.context)
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({})))  # a user's default style
    details.postProcessor().postProcessLayer(layer, run.context, QgsProcessingFeedback())
    assert isinstance(layer.renderer(), QgsCategorizedSymbolRenderer)


@needs_qgis_process
@pytest.mark.real_qgis
def test_in_qgis_process(qgis_process: QgisProcess, job: SmallJob) -> None:
    results = qgis_process.run("vruneed:scoreareas", **job.parameters())
    assert (results["AREAS"], results["SCORED"]) == (5, 5)
    assert read_fields(job.output)["need_score"] == SCORES
    scenario = job.folder / "scenario.json"
    page = job.folder / "report.html"
    results = qgis_process.run("vruneed:checktables", SCENARIO=scenario, OUTPUT_HTML=page)
    assert results["TABLES"] == 2
    assert page.is_file()
    qgis_process.run("vruneed:writescores", SCENARIO=scenario)
    assert read_fields(job.folder / "wards.gpkg")["need_score"] == SCORES


@needs_qgis_process
@pytest.mark.real_qgis
def test_in_qgis_process_the_log_has_the_reports_and_errors_have_no_traceback(
    qgis_process: QgisProcess, job: SmallJob
) -> None:
    said = qgis_process.log("vruneed:scoreareas", **job.parameters())
    assert "5 of 5 areas" in str(said["log"])
    job.table()["key_column"] = "Coed"
    with pytest.raises(Refused) as caught:
        qgis_process.run("vruneed:scoreareas", **job.parameters())
    assert "Coed" in str(caught.value)
    assert "Traceback" not in str(caught.value)
