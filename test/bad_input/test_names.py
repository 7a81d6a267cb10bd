# SPDX-License-Identifier: GPL-2.0-or-later
"""Names that are code to somebody: shown and written as the names they are, run by nobody."""

from __future__ import annotations

import html
import sqlite3
import sys
import traceback

import pytest
from html5lib import parse
from osgeo import gdal, ogr
from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QTreeView

from support.dock_window import Window
from support.small_job import AREA_FIELDS, AREAS, read_fields, write_areas
from vru_need_plugin.processing.check_tables import CheckTables
from vru_need_plugin.processing.need_report import NeedReport
from vru_need_plugin.session.kept import Kept, read_kept, write_kept

NAMES = {
    "SQL": "x'); DROP TABLE wards; --\"",
    "HTML": "<img src='//evil/x.png' onerror=alert(1)><script>alert(2)</script>&amp;",
    "lines": "one\ntwo\tthree",
    "right to left": "\u202eevil\u202c \u200f",
    "emoji": "Fires 🔥👩‍🚒",
    "a formula": "=cmd|'/c calc'!A0",
    "an expression": "[% env('HOME') %] @project_folder \"code\"",
    "places for values": "{title} {0} %s %(a)s {",
    "signs of a path": "../..\\|layername=x;a:b*?",
    "a long one": "long " * 200 + "name",
}


@pytest.fixture(autouse=True)
def unforeseen(monkeypatch):
    """No exception ends in a slot of Qt's unseen."""
    seen = []
    monkeypatch.setattr(
        sys, "excepthook", lambda *told: seen.append("".join(traceback.format_exception(*told)))
    )
    yield
    assert seen == []


@pytest.fixture(params=NAMES, ids=list(NAMES))
def named(job, request):
    """The small job with the name wherever a name goes; and the name."""
    name = NAMES[request.param]
    plain = name.replace("\n", " ").replace("\r", " ").replace("\t", " ")
    areas = [(code, name if at == 4 else ward, lad, name if lad[-1] == "2" else borough)
             for at, (code, ward, lad, borough) in enumerate(AREAS)]  # fmt: skip
    (job.folder / "wards.gpkg").unlink()
    write_areas(job.folder / "wards.gpkg", areas)
    column = plain.strip()
    quoted = column.replace('"', '""')
    text = (job.folder / "crime.csv").read_text().replace("Fires", f'"{quoted}"')
    job.write("crime.csv", text)
    job.scenario.update(title=name, question=name, author=name)
    job.table(1).update(key_column="Code", key_match="code", citation=name, as_of=name)
    job.write("trust.csv", "Code,Trust\nE09000001,0.61\nE09000002,0.48\n")
    identity = name.replace(";", ",")
    job.table(0)["id"] = name
    job.measure(0).update(id=identity, title=name, theme=name, table=name, unit=name, note=name, source=name,
                          tags=[name], value={"kind": "column", "columns": [column]})  # fmt: skip
    job.scenario["profiles"] = [{"id": name, "title": name, "weights": {identity: 3}}]
    job.identity = identity
    return job, name


@pytest.mark.parametrize("output", ["scored.gpkg", "scored.shp", "scored.geojson", "scored.csv"])
def test_scores_are_written_under_it(named, score_areas, output):
    job, _ = named
    job.score(score_areas, OUTPUT=str(job.folder / output))
    fields = read_fields(job.folder / output)
    assert [float(score) for score in fields["need_score"]] == [0, 0, 0, 2, 2]
    flags = f"{job.identity};trust"
    fits = output != "scored.shp" or len(flags.encode()) <= 254  # where not, it is cut at a whole id
    assert not fits or fields["need_flags"][4] == flags


def test_nothing_of_it_is_run_in_the_areas_file(named, score_areas):
    job, _ = named
    job.score(score_areas)
    data = ogr.Open(str(job.folder / "wards.gpkg"))
    assert data.GetLayer(0).GetFeatureCount() == len(AREAS)
    assert data.GetLayerCount() == 1


def run(algorithm, parameters):
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    feedback = QgsProcessingFeedback()
    _, ok = algorithm.create().run(parameters, context, feedback, {}, False)
    assert ok, feedback.textLog()


def assert_no_markup_of(name, page):
    """The page says the name and has no element that the name would make."""
    tree = parse(page, namespaceHTMLElements=False)
    elements = {element.tag for element in tree.iter() if isinstance(element.tag, str)}
    assert "script" not in elements
    assert not [element for element in tree.iter("img") if "evil" in element.get("src", "")]
    assert not [element for element in tree.iter() for key in element.attrib if key.startswith("on")]
    if "<" in name:
        assert "<script>alert" not in page


def test_the_match_report_says_it_as_it_is(named):
    job, name = named
    page = job.folder / "report.html"
    run(CheckTables(), {"SCENARIO": str(job.write_scenario()), "OUTPUT_HTML": str(page), "OUTPUT": "memory:"})
    assert_no_markup_of(name, page.read_text(encoding="utf-8"))


def test_the_written_report_says_it_as_it_is(named):
    job, name = named
    page = job.folder / "report.html"
    run(NeedReport(), {"SCENARIO": str(job.write_scenario()), "OUTPUT": str(page)})
    assert_no_markup_of(name, page.read_text(encoding="utf-8"))


def test_the_dock_shows_it_as_it_is(named, qgis_new_project):
    job, name = named
    window = Window()
    try:
        assert window.dock.open_scenario(job.write_scenario()), window.said()
        assert window.session.result.score.tolist() == [0, 0, 0, 2, 2]
        measures = window.dock.findChild(QTreeView, "measuresView").model()
        assert name in [measures.index(row, 0).data() for row in range(measures.rowCount())]
        results = window.dock.findChild(QTreeView, "resultsView")
        for row in range(results.model().rowCount()):
            results.setCurrentIndex(results.model().index(row, 1))
        window.window.grab()
        assert window.said() == []
        assert window.session.area_layer.featureCount() == len(AREAS)
    finally:
        window.close()


def test_a_project_keeps_it(named, qgis_new_project, tmp_path):
    """A project's file drops emoji and the like without a word; what we keep in it is whole."""
    job, _ = named
    window = Window()
    try:
        window.dock.open_scenario(job.write_scenario())
        scenario = window.session.scenario
    finally:
        window.close()
    project = QgsProject.instance()
    write_kept(project, Kept(scenario, None))
    assert project.write(str(tmp_path / "kept.qgs"))
    project.clear()
    assert project.read(str(tmp_path / "kept.qgs"))
    assert read_kept(project).scenario == scenario


def test_an_error_with_markup_in_it_is_shown_as_text(qgis_new_project, tmp_path):
    """QGIS's message bar takes everything for HTML, and would fetch a picture from a shared folder."""
    window = Window()
    try:
        path = tmp_path / "<b>x<img src='y.png'>&amp;.json"
        assert not window.dock.open_scenario(path)
        (item,) = window.bar.items()
        assert "<img" not in item.text()
        assert "<b>" not in item.text()
        assert str(path) in html.unescape(item.text())
    finally:
        window.close()


def test_the_text_of_a_message_is_not_endless(qgis_new_project, tmp_path):
    window = Window()
    try:
        (tmp_path / "s.json").write_text('{"schema": 1, "%s": 1}' % ("x" * 100_000))
        assert not window.dock.open_scenario(tmp_path / "s.json")
        assert len(window.said()[0]) < 2_100
    finally:
        window.close()


@pytest.mark.parametrize("name", [text for text in NAMES.values() if "|layername=" not in text])
def test_a_table_of_a_database_may_bear_it(job, score_areas, name):
    quoted = '"' + name.replace('"', '""') + '"'
    with sqlite3.connect(job.folder / "wards.gpkg") as database:
        database.execute(f"CREATE TABLE {quoted} (fid INTEGER PRIMARY KEY, Code TEXT, Fires REAL)")
        database.executemany(
            f"INSERT INTO {quoted} (Code, Fires) VALUES (?, ?)",
            [(row[0], at) for at, row in enumerate(AREAS)],
        )
        database.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES (?, 'attributes', ?)",
            (name, name),
        )
    database.close()
    job.table()["source"] = f"wards.gpkg|layername={name}"
    job.score(score_areas)
    assert read_fields(job.output)["need_flags"][4] == "fires;trust"


def test_fields_of_a_layer_with_such_names_are_read_and_kept(job, score_areas, qgis_new_project):
    fields = [*AREA_FIELDS, 'a"b', "x'); DROP TABLE wards; --", "<b>", "two words", "need score"]
    (job.folder / "wards.gpkg").unlink()
    write_areas(job.folder / "wards.gpkg", [(*row, *fields[4:]) for row in AREAS], fields=fields)
    job.table()["source"] = "wards.gpkg|layername=wards"
    job.table()["key_column"] = "code"
    job.scenario["measures"] = job.scenario["measures"][1:]
    job.score(score_areas)
    written = read_fields(job.output)
    assert [written[field][0] for field in fields[4:]] == fields[4:]
    layer = QgsVectorLayer(str(job.output), "scored", "ogr")
    assert set(fields) <= {field.name() for field in layer.fields()}
    assert gdal.OpenEx(str(job.folder / "wards.gpkg")).GetLayerByName("wards").GetFeatureCount() == 5
