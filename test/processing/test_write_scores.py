# SPDX-License-Identifier: GPL-2.0-or-later
"""writescores writes on to the area layer itself, all or nothing."""

from __future__ import annotations

import gc

import pytest
from qgis.core import QgsProcessingException, QgsProject, QgsVectorLayer
from qgis.PyQt import sip

from support.small_job import AREA_FIELDS, SmallJob, read_fields

NEED_FIELDS = 12


def wards(job: SmallJob, project: QgsProject) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{job.folder / 'wards.gpkg'}|layername=wards", "Wards", "ogr")
    assert layer.isValid()
    project.addMapLayer(layer)
    return layer


def parameters(job: SmallJob, **more: object) -> dict[str, object]:
    return {"SCENARIO": str(job.write_scenario()), **more}


def test_the_scenarios_own_file_gets_the_fields(run, job: SmallJob) -> None:
    outputs = run("writescores", **parameters(job))
    cells = read_fields(job.folder / "wards.gpkg")
    assert list(cells)[: len(AREA_FIELDS)] == list(AREA_FIELDS)
    assert len(cells) == len(AREA_FIELDS) + NEED_FIELDS
    assert cells["need_score"] == [0, 0, 0, 2, 2]
    assert (outputs["AREAS"], outputs["SCORED"]) == (5, 5)
    assert QgsVectorLayer(outputs["OUTPUT"], "written", "ogr").isValid()


def test_writing_twice_is_writing_once(run, job: SmallJob) -> None:
    run("writescores", **parameters(job))
    once = read_fields(job.folder / "wards.gpkg")
    run("writescores", **parameters(job))
    assert read_fields(job.folder / "wards.gpkg") == once


def test_the_layer_that_is_open_has_the_fields_at_once(run, job: SmallJob, project: QgsProject) -> None:
    layer = wards(job, project)
    outputs = run("writescores", **parameters(job, INPUT=layer.id()))
    assert outputs["OUTPUT"] == layer.id()
    assert [feature["need_rank"] for feature in layer.getFeatures()] == [3, 3, 3, 1, 1]
    assert layer.attributeDisplayName(layer.fields().indexOf("need_f01")) == "Fires"


def test_a_file_that_is_open_in_the_project_is_written_through_its_layer(
    run, job: SmallJob, project: QgsProject
) -> None:
    layer = wards(job, project)
    outputs = run("writescores", **parameters(job))
    assert outputs["OUTPUT"] == layer.id()
    assert layer.fields().indexOf("need_score") >= 0


def test_a_layer_that_is_being_edited_is_left_unsaved(run, job: SmallJob, project: QgsProject) -> None:
    layer = wards(job, project)
    layer.startEditing()
    run("writescores", **parameters(job, INPUT=layer.id()))
    assert layer.isEditable()
    assert [feature["need_rank"] for feature in layer.getFeatures()] == [3, 3, 3, 1, 1]
    assert list(read_fields(job.folder / "wards.gpkg")) == list(AREA_FIELDS)
    assert layer.undoStack().count() == 1
    layer.rollBack()


@pytest.mark.parametrize("progress", [0, 20, 45, 60])
def test_stopping_leaves_the_layer_as_it_was(run, job: SmallJob, heard, progress: float) -> None:
    before = (job.folder / "wards.gpkg").read_bytes()
    heard.stop_at(progress)
    with pytest.raises(QgsProcessingException, match="nothing was written"):
        run("writescores", **parameters(job))
    assert (job.folder / "wards.gpkg").read_bytes() == before


def test_an_error_leaves_the_layer_as_it_was(run, job: SmallJob) -> None:
    before = (job.folder / "wards.gpkg").read_bytes()
    job.table()["source"] = "nowhere.csv"
    with pytest.raises(QgsProcessingException, match=r"nowhere\.csv"):
        run("writescores", **parameters(job))
    assert (job.folder / "wards.gpkg").read_bytes() == before


@pytest.mark.parametrize("name", ["scoreareas", "writescores"])
def test_a_layer_that_cannot_be_found_is_never_replaced_by_the_scenarios_own(
    run, job: SmallJob, name
) -> None:
    output = {"OUTPUT": str(job.folder / "out.gpkg")} if name == "scoreareas" else {}
    with pytest.raises(QgsProcessingException, match=r"nope\.gpkg.*cannot be found"):
        run(name, **parameters(job, INPUT=str(job.folder / "nope.gpkg"), **output))
    assert list(read_fields(job.folder / "wards.gpkg")) == list(AREA_FIELDS)
    assert not (job.folder / "out.gpkg").exists()


def test_a_table_that_no_measure_needs_may_be_a_layer_that_is_gone(run, job: SmallJob) -> None:
    unused = {"id": "unused", "source": "project:Gone", "key_column": "Code", "key_level": "area"}
    job.scenario["tables"].append(unused)
    outputs = run("writescores", **parameters(job))
    assert outputs["SCORED"] == 5


def test_an_error_keeps_no_layer_and_so_no_file_open(run, job: SmallJob) -> None:
    job.table()["source"] = "nowhere.csv"
    with pytest.raises(QgsProcessingException):
        run("writescores", **parameters(job))
    gc.collect()
    layers = [found for found in gc.get_objects() if isinstance(found, QgsVectorLayer)]
    open_layers = [layer for layer in layers if not sip.isdeleted(layer)]
    assert [layer.source() for layer in open_layers if str(job.folder) in layer.source()] == []
