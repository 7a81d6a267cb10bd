# SPDX-License-Identifier: GPL-2.0-or-later
"""scoreareas makes a layer of the areas' own fields and the need fields, from any area layer."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeature,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorFileWriter,
    QgsVectorLayer,
    edit,
)

from support.layer_formats import folder_bytes
from support.small_job import AREA_FIELDS, SmallJob, read_fields, write_areas
from vru_need_plugin.core.messages import NOT_AN_INDEX, NeedError
from vru_need_plugin.processing import sinks

NEED_FIELDS = [
    "need_score", "need_rank", "need_prank", "need_count", "need_avail", "need_high", "need_near",
    "need_flags", "need_t01", "need_t02", "need_f01", "need_f02",
]  # fmt: skip
# Fires: Dale (4) and Elm (5) are the top two. Trust: South has 0.48, at most 0.5.
SCORES = [0, 0, 0, 2, 2]


def scores_of(layer: QgsVectorLayer) -> list[float]:
    return [feature["need_score"] for feature in layer.getFeatures()]


def in_memory(run, outputs: dict[str, object]) -> QgsVectorLayer:
    return QgsProcessingUtils.mapLayerFromString(outputs["OUTPUT"], run.context)


def wards(job: SmallJob, name: str = "Wards") -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{job.folder / 'wards.gpkg'}|layername=wards", name, "ogr")
    assert layer.isValid()
    return layer


def test_own_fields_then_need_fields(run, job: SmallJob) -> None:
    outputs = run("scoreareas", **job.parameters())
    cells = read_fields(job.output)
    assert list(cells) == [*AREA_FIELDS, *NEED_FIELDS]
    assert cells["code"] == [f"E0500000{number}" for number in range(1, 6)]
    assert cells["need_score"] == SCORES
    assert cells["need_rank"] == [3, 3, 3, 1, 1]
    assert cells["need_flags"] == ["", "", "", "fires;trust", "fires;trust"]
    assert (outputs["AREAS"], outputs["SCORED"], outputs["MEASURES"]) == (5, 5, 2)


def test_geometry_and_crs_come_over(run, job: SmallJob) -> None:
    run("scoreareas", **job.parameters())
    scored = QgsVectorLayer(str(job.output), "scored", "ogr")
    assert scored.crs().authid() == "EPSG:27700"
    assert scored.extent().width() == 5000
    assert [f.geometry().area() for f in scored.getFeatures()] == [1_000_000] * 5


def test_the_log_has_the_table_reports(run, job: SmallJob, heard) -> None:
    run("scoreareas", **job.parameters())
    log = "\n".join(heard.infos)
    assert "crime.csv" in log
    assert "5 of 5 areas" in log
    assert "2 of 2 parents" in log


def test_progress_goes_forward_to_the_end(run, job: SmallJob, heard) -> None:
    run("scoreareas", **job.parameters())
    assert heard.progress == sorted(heard.progress)
    assert heard.progress
    assert heard.progress[-1] <= 100


def test_another_layer_in_place_of_the_scenarios(run, job: SmallJob) -> None:
    layer = wards(job)
    layer.setSubsetString("borough = 'North'")
    job.scenario["areas"]["source"] = "nowhere.gpkg"
    outputs = run("scoreareas", **job.parameters(INPUT=layer, OUTPUT="memory:"))
    assert outputs["AREAS"] == 3
    assert scores_of(in_memory(run, outputs)) == [0, 1, 1]


def test_edits_that_are_not_saved_count(run, job: SmallJob, project: QgsProject) -> None:
    layer = wards(job)
    project.addMapLayer(layer)
    layer.startEditing()
    feature = QgsFeature(layer.fields())
    feature.setAttributes([None, "E05000006", "Fen", "E09000002", "South"])
    layer.addFeature(feature)
    job.scenario["areas"]["source"] = "project:Wards"
    outputs = run("scoreareas", **job.parameters(OUTPUT="memory:"))
    assert outputs["AREAS"] == 6
    scored = {f["name"]: f["need_count"] for f in in_memory(run, outputs).getFeatures()}
    assert scored == {"Abbey": 0, "Bridge": 0, "Castle": 0, "Dale": 2, "Elm": 2, "Fen": 1}
    layer.rollBack()


def test_a_selection_changes_nothing(run, job: SmallJob) -> None:
    layer = wards(job)
    layer.selectByExpression("name = 'Abbey'")
    outputs = run("scoreareas", **job.parameters(INPUT=layer, OUTPUT="memory:"))
    assert outputs["AREAS"] == 5


def test_a_table_of_the_project(run, job: SmallJob, project: QgsProject) -> None:
    table = QgsVectorLayer(f"file:///{job.folder / 'crime.csv'}?type=csv", "Crime", "delimitedtext")
    project.addMapLayer(table)
    job.table()["source"] = "project:Crime"
    outputs = run("scoreareas", **job.parameters(OUTPUT="memory:"))
    assert scores_of(in_memory(run, outputs)) == SCORES


def test_areas_without_geometry(run, job: SmallJob) -> None:
    lines = ["code,name,lad,borough"] + [
        ",".join(str(feature[name]) for name in AREA_FIELDS) for feature in wards(job).getFeatures()
    ]
    job.write("areas.csv", "\n".join(lines))
    job.scenario["areas"]["source"] = "areas.csv"
    run("scoreareas", **job.parameters())
    assert read_fields(job.output)["need_score"] == SCORES


def test_scoring_a_scored_layer_replaces_its_need_fields(run, job: SmallJob) -> None:
    first = run("scoreareas", **job.parameters(OUTPUT="memory:"))
    del job.scenario["measures"][1]
    again = run("scoreareas", **job.parameters(INPUT=in_memory(run, first)))
    assert again["MEASURES"] == 1
    cells = read_fields(job.output)
    assert [name for name in cells if name.startswith(("need_f0", "need_t"))] == [
        "need_t01",
        "need_f01",
    ]
    assert cells["need_score"] == [0, 0, 0, 1, 1]


def test_a_shapefile_cuts_the_list_of_measures_at_a_whole_id_and_says_so(run, job: SmallJob, heard) -> None:
    fires = job.measure()
    job.scenario["measures"] = [
        {**fires, "id": f"fires_counted_by_the_brigade_{number:02}", "title": f"Fires {number}"}
        for number in range(12)
    ]
    run("scoreareas", **job.parameters(OUTPUT=str(job.folder / "scored.shp")))
    flags = read_fields(job.folder / "scored.shp")["need_flags"][4]
    assert 0 < len(flags) <= 254
    assert all(part.startswith("fires_counted_by_the_brigade_") for part in flags.split(";"))
    assert len(flags.split(";")[-1]) == len("fires_counted_by_the_brigade_00")
    assert any("need_flags" in warning for warning in heard.warnings)


@pytest.fixture
def large_job(job: SmallJob) -> SmallJob:
    """So many areas that stopping can fall into the middle of writing."""
    rows = [(f"E05{number:06}", f"Ward {number}", "E09000001", "North") for number in range(1, 1201)]
    (job.folder / "wards.gpkg").unlink()
    write_areas(job.folder / "wards.gpkg", rows)
    return job


@pytest.mark.parametrize("progress", [0, 20, 30, 45, 70, 75, 80])
@pytest.mark.parametrize("name", ["scored.gpkg", "scored.shp", "scored.csv"])
def test_stopping_leaves_nothing(run, large_job: SmallJob, heard, name: str, progress: float) -> None:
    heard.stop_at(progress)
    with pytest.raises(QgsProcessingException, match="nothing was written"):
        run("scoreareas", **large_job.parameters(OUTPUT=str(large_job.folder / name)))
    assert not list(large_job.folder.glob("scored*"))


def test_stopping_a_layer_for_a_database_leaves_its_other_layers(run, large_job: SmallJob, heard) -> None:
    heard.stop_at(80)
    wards_file = large_job.folder / "wards.gpkg"
    with pytest.raises(QgsProcessingException, match="nothing was written"):
        run("scoreareas", **large_job.parameters(OUTPUT=f"ogr:dbname='{wards_file}' table=\"scored\" (geom)"))
    names = [found.name() for found in QgsProviderRegistry.instance().querySublayers(str(wards_file))]
    assert names == ["wards"]


def test_what_is_wrong_is_said_in_our_words_without_a_traceback(run, job: SmallJob) -> None:
    job.table()["key_column"] = "Coed"
    with pytest.raises(QgsProcessingException) as caught:
        run("scoreareas", **job.parameters())
    assert "Coed" in str(caught.value)
    assert "Traceback" not in str(caught.value)
    assert not job.output.exists()


def rename_field(job: SmallJob, name: str, new: str) -> None:
    layer = wards(job)
    with edit(layer):
        layer.renameAttribute(layer.fields().indexOf(name), new)


def test_a_field_of_the_users_own_with_a_need_fields_name_is_not_overwritten(run, job: SmallJob) -> None:
    rename_field(job, "borough", "NEED_SCORE")
    job.scenario["areas"]["parent_name_field"] = "NEED_SCORE"
    with pytest.raises(QgsProcessingException, match="NEED_SCORE"):
        run("scoreareas", **job.parameters())
    assert not job.output.exists()


def test_the_output_is_drawn_as_need_scores_and_says_what_they_are(run, job: SmallJob) -> None:
    layer = in_memory(run, run("scoreareas", **job.parameters(OUTPUT="memory:")))
    labels = [category.label() for category in layer.renderer().categories()]
    assert any("not an index" in label for label in labels)
    assert "No data" in labels
    assert NOT_AN_INDEX in layer.metadata().abstract()
    assert layer.attributeAlias(layer.fields().indexOf("need_f01")) == "Fires"


def test_a_geopackage_keeps_style_aliases_and_statement(run, job: SmallJob, heard) -> None:
    run("scoreareas", **job.parameters())
    opened = QgsVectorLayer(str(job.output), "opened later", "ogr")
    assert isinstance(opened.renderer(), QgsCategorizedSymbolRenderer)
    assert NOT_AN_INDEX in opened.metadata().abstract()
    assert opened.attributeAlias(opened.fields().indexOf("need_f01")) == "Fires"
    assert heard.warnings == []


def test_running_twice_into_one_file_is_running_once(run, job: SmallJob) -> None:
    run("scoreareas", **job.parameters())
    once = read_fields(job.output)
    run("scoreareas", **job.parameters())
    assert read_fields(job.output) == once


def test_codes_that_the_scenario_lists_in_vain_are_warned_of(run, job: SmallJob, heard) -> None:
    job.measure()["exclude_areas"] = ["e05000001 ", "E05000099"]
    job.scenario["options"] = {"focus": ["E09000001", "E09000098"]}
    job.table()["include_keys"] = ["E05000097"]
    run("scoreareas", **job.parameters())
    assert len(heard.warnings) == 2
    assert "E05000099" in heard.warnings[0]
    assert "E05000001" not in heard.warnings[0].upper()
    assert heard.warnings[1].endswith(": E09000098.")
    assert any("include_keys" in line and "E05000097" in line for line in heard.infos)


class TestAFileThatIsThere:
    """It is replaced by complete scores, or stays."""

    @pytest.fixture(params=["scored.gpkg", "scored.shp", "scored.geojson", "scored.csv"])
    def earlier(self, run, large_job: SmallJob, request):
        path = large_job.folder / request.param
        run("scoreareas", **large_job.parameters(OUTPUT=str(path)))
        return path

    def test_stopping_leaves_it_byte_for_byte(self, run, large_job: SmallJob, heard, earlier) -> None:
        before = folder_bytes(large_job.folder)
        heard.stop_at(80)
        with pytest.raises(QgsProcessingException, match="nothing was written"):
            run("scoreareas", **large_job.parameters(OUTPUT=str(earlier)))
        assert folder_bytes(large_job.folder) == before

    def test_a_failure_in_the_middle_leaves_it(self, run, large_job: SmallJob, earlier, monkeypatch) -> None:
        before = folder_bytes(large_job.folder)

        def fail(features, sink):
            sink.addFeature(next(iter(features)))
            raise NeedError("The disk is full")

        monkeypatch.setattr(sinks, "add_to_sink", fail)
        with pytest.raises(QgsProcessingException, match="The disk is full"):
            run("scoreareas", **large_job.parameters(OUTPUT=str(earlier)))
        assert folder_bytes(large_job.folder) == before

    def test_it_is_replaced_where_all_goes_well(self, run, large_job: SmallJob, earlier) -> None:
        large_job.measure()["weight"] = 5
        outputs = run("scoreareas", **large_job.parameters(OUTPUT=str(earlier)))
        assert outputs["OUTPUT"].startswith(str(earlier))
        layer = QgsVectorLayer(outputs["OUTPUT"], "again", "ogr")
        assert layer.featureCount() == 1200
        assert max(float(feature["need_high"]) for feature in layer.getFeatures()) >= 5


def test_the_area_layers_own_file_is_never_the_output(run, job: SmallJob) -> None:
    before = (job.folder / "wards.gpkg").read_bytes()
    with pytest.raises(QgsProcessingException, match="the file of the area layer itself"):
        run("scoreareas", **job.parameters(OUTPUT=str(job.folder / "wards.gpkg")))
    assert (job.folder / "wards.gpkg").read_bytes() == before


@pytest.mark.parametrize("output", ["OUTPUT", "TABLE"])
@pytest.mark.parametrize("name", ["wards.gpkg", "crime.csv", "trust.csv", "scenario.json", "x/../crime.csv"])
def test_no_output_takes_the_place_of_what_the_scores_are_made_from(
    run, job: SmallJob, output: str, name: str
) -> None:
    parameters = job.parameters()
    (job.folder / "x").mkdir()
    before = folder_bytes(job.folder)
    with pytest.raises(QgsProcessingException, match="which the output would replace"):
        run("scoreareas", **{**parameters, output: str(job.folder / name)})
    assert folder_bytes(job.folder) == before


def test_nor_that_of_the_areas_table_in_their_own_geopackage(run, job: SmallJob) -> None:
    parameters = job.parameters()
    before = folder_bytes(job.folder)
    into = f"ogr:dbname='{job.folder / 'wards.gpkg'}' table=\"wards\" (geom)"
    with pytest.raises(QgsProcessingException, match="the file of the area layer itself"):
        run("scoreareas", **{**parameters, "OUTPUT": into})
    assert folder_bytes(job.folder) == before
    outputs = run("scoreareas", **{**parameters, "OUTPUT": into.replace('"wards"', '"scored"')})
    assert scores_of(QgsVectorLayer(outputs["OUTPUT"], "scored", "ogr")) == SCORES


def test_nor_that_of_a_part_of_the_layers_shapefile(run, job: SmallJob) -> None:
    parameters = job.parameters()
    QgsVectorFileWriter.writeAsVectorFormat(
        wards(job), str(job.folder / "own.shp"), "UTF-8", driverName="ESRI Shapefile"
    )
    given = QgsVectorLayer(str(job.folder / "own.shp"), "own", "ogr")
    before = folder_bytes(job.folder)
    for output in ("OUTPUT", "TABLE"):
        with pytest.raises(QgsProcessingException, match="the file of the area layer itself"):
            run("scoreareas", **{**parameters, "INPUT": given, output: str(job.folder / "own.dbf")})
    assert folder_bytes(job.folder) == before


def test_what_is_to_be_loaded_is_loaded_from_its_place(run, job: SmallJob, project: QgsProject) -> None:
    output = QgsProcessingOutputLayerDefinition(str(job.output), project)
    outputs = run("scoreareas", **job.parameters(OUTPUT=output))
    assert outputs["OUTPUT"] == str(job.output)
    assert list(run.context.layersToLoadOnCompletion()) == [str(job.output)]


class TestTableToJoin:
    def test_codes_and_need_fields_without_geometry(self, run, job: SmallJob) -> None:
        outputs = run("scoreareas", **job.parameters(TABLE=str(job.folder / "table.gpkg")))
        table = QgsVectorLayer(outputs["TABLE"], "table", "ogr")
        assert not table.isSpatial()
        assert [field.name() for field in table.fields()] == ["fid", "code", *NEED_FIELDS]
        assert scores_of(table) == SCORES

    def test_as_csv_no_spreadsheet_takes_a_cell_for_a_formula(self, run, job: SmallJob) -> None:
        codes = ["E05000001", "=1+1", "-2"]
        rows = [(code, "Abbey", "E09000001", "North") for code in codes]
        (job.folder / "wards.gpkg").unlink()
        write_areas(job.folder / "wards.gpkg", rows)
        job.scenario["options"] = {"min_coverage": 0}
        outputs = run("scoreareas", **job.parameters(OUTPUT="memory:", TABLE=str(job.folder / "table.csv")))
        lines = (job.folder / "table.csv").read_text().splitlines()
        assert [line.split(",")[0].strip('"') for line in lines] == ["code", "E05000001", "'=1+1", "'-2"]
        assert outputs["TABLE"] == str(job.folder / "table.csv")

    def test_only_where_it_is_asked_for(self, run, job: SmallJob) -> None:
        assert "TABLE" not in run("scoreareas", **job.parameters())
