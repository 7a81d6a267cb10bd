# SPDX-License-Identifier: GPL-2.0-or-later
"""A scored layer says where its scores come from and what they are not."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from dataclasses import replace

import pytest
from qgis.core import QgsLayerMetadata, QgsVectorLayer

from support.layers import cells, need_outputs, saved, scenario_of, squares
from vru_need_plugin.core.messages import NOT_AN_INDEX
from vru_need_plugin.layers.column_words import save_column_words
from vru_need_plugin.layers.dress import dress
from vru_need_plugin.layers.provenance import (
    FIELDS_MARK,
    SCENARIO_MARK,
    Provenance,
    describe,
    save_description,
    scenario_in,
    scenario_text,
)
from vru_need_plugin.layers.write import write_in_place, write_new
from vru_need_plugin.resource import resource
from vru_need_plugin.scenario import codec

SCENARIO = '{"schema": 1, "title": "Après-école — “2026”"}'


def provenance(day: str = "2026-05-01") -> Provenance:
    return Provenance("After school", SCENARIO, day, "Where should clubs open?")


def test_the_statement_the_question_and_the_scenario_are_in_the_metadata(qgis_app):
    layer = squares()
    describe(layer, provenance())
    metadata = layer.metadata()
    assert metadata.title() == "After school"
    assert metadata.abstract().endswith(NOT_AN_INDEX)
    assert "Where should clubs open?" in metadata.abstract()
    assert "2026-05-01" in metadata.abstract()
    assert scenario_of(layer) == SCENARIO


def test_what_the_user_has_written_there_stays(qgis_app):
    layer = squares()
    mine = QgsLayerMetadata()
    mine.setTitle("Wards")
    mine.setAbstract("From OS Boundary-Line.\n\nClipped to the shore.")
    mine.setHistory(["Clipped"])
    layer.setMetadata(mine)
    describe(layer, provenance())
    metadata = layer.metadata()
    assert metadata.title() == "Wards"
    assert metadata.abstract().startswith(
        "From OS Boundary-Line.\n\nClipped to the shore.\n\nVRU Need Score: Need scores"
    )
    assert metadata.history()[0] == "Clipped"


def test_scoring_again_replaces_the_statement_and_adds_to_the_history(qgis_app):
    layer = squares()
    describe(layer, provenance("2026-05-01"))
    describe(layer, provenance("2026-06-01"))
    metadata = layer.metadata()
    assert metadata.abstract().count(NOT_AN_INDEX) == 1
    assert [line[:10] for line in metadata.history()[:-1]] == ["2026-05-01", "2026-06-01"]
    assert scenario_of(layer) == SCENARIO


def test_the_statement_is_replaced_whatever_language_the_earlier_one_was_in(qgis_app, monkeypatch):
    layer = squares()
    statements = ["Un score de besoin.", NOT_AN_INDEX, "Wynik potrzeby.", NOT_AN_INDEX]
    for words in statements:
        told = {NOT_AN_INDEX: words}
        monkeypatch.setattr(
            "vru_need_plugin.layers.provenance.tr", lambda text, told=told: told.get(text, text)
        )
        describe(layer, provenance())
    abstract = layer.metadata().abstract()
    assert abstract.count("2026-05-01") == 1
    assert abstract.endswith(NOT_AN_INDEX)


def test_a_question_of_several_paragraphs_is_replaced_whole(qgis_app):
    layer = squares()
    for _ in range(2):
        describe(layer, Provenance("Clubs", SCENARIO, "2026-05-01", "Where?\n\nAnd why there?"))
    assert layer.metadata().abstract().count("Where? And why there?") == 1


def test_a_geopackage_keeps_it_for_the_next_who_opens_it(tmp_path, qgis_app):
    layer = saved(squares(), tmp_path / "wards.gpkg")
    write_in_place(layer, need_outputs([1, 2, 3]), "need_")
    describe(layer, provenance())
    assert save_description(layer) is None
    again = QgsVectorLayer(layer.source(), "again", "ogr")
    assert scenario_of(again) == SCENARIO
    assert again.metadata().abstract().endswith(NOT_AN_INDEX)


@pytest.mark.parametrize("ending", [".gpkg", ".shp"])
def test_a_new_layer_is_named_drawn_and_described_in_its_file(tmp_path, qgis_app, ending):
    outputs = need_outputs([1.0, 2.0, None])
    report = write_new(squares(), outputs, "need_", tmp_path / f"out{ending}")
    for _ in range(2):  # twice under one name, over which QGIS 3.22 would otherwise open a box
        layer = QgsVectorLayer(report.source, "out", "ogr")
        assert dress(layer, outputs, "need_", provenance()) == ()
    again = QgsVectorLayer(report.source, "again", "ogr")
    again.loadDefaultMetadata()
    assert again.renderer().type() == "categorizedSymbol"
    statement = again.renderer().legendSymbolItems()[0].label()
    assert statement.startswith("Need score: ")
    assert statement.endswith(" (not an index)")
    assert again.attributeDisplayName(again.fields().indexFromName("need_f01")) == "Measure 1"
    assert scenario_of(again) == SCENARIO


def test_a_table_is_named_and_described(tmp_path, qgis_app):
    layer = QgsVectorLayer("NoGeometry?field=code:string", "t", "memory")
    layer.dataProvider().addFeatures(list(squares([{"code": "a"}]).getFeatures()))
    outputs = need_outputs([1.0])
    report = write_new(layer, outputs, "need_", tmp_path / "out.gpkg")
    made = QgsVectorLayer(report.source, "out", "ogr")
    assert dress(made, outputs, "need_", provenance()) == ()
    assert scenario_of(QgsVectorLayer(report.source, "out", "ogr")) == SCENARIO


HOSTILE = '<script>alert(1)</script> & "x" [% 1 + 1 %] <b>שלום</b> 🙂 a < b'


def test_the_users_words_begin_no_tag_where_qgis_shows_metadata_as_html(qgis_app):
    layer = squares()
    scenario = json.dumps({"schema": 1, "title": HOSTILE}, ensure_ascii=False)
    fields = {"need_f01": HOSTILE}
    describe(layer, Provenance(HOSTILE, scenario, "2026-05-01", HOSTILE, fields))
    shown = layer.htmlMetadata()
    assert "<script" not in shown
    assert "<b>ש" not in shown
    # The words themselves are all there, and the documents are the same.
    assert layer.metadata().title().replace("\u2060", "") == HOSTILE
    assert HOSTILE in layer.metadata().abstract().replace("\u2060", "")
    assert json.loads(scenario_of(layer)) == json.loads(scenario)


def test_a_scenario_comes_back_from_the_layer_as_a_document(qgis_app):
    layer = squares()
    scenario = codec.load(resource("sample", "scenario.json"))
    describe(layer, Provenance("Sample", codec.dumps(scenario), "2026-05-01"))
    assert scenario_in(layer) == scenario
    assert codec.loads(scenario_text(layer)) == scenario
    describe(layer, Provenance("Newer", '{"schema": 99}', "2030-05-01"))
    assert scenario_in(layer) is None
    assert scenario_in(squares()) is None


# What QGIS makes of the file alone, with no plugin on the path.
BARE = """
import json, sys
from qgis.core import QgsApplication, QgsVectorLayer
app = QgsApplication([], False)
app.initQgis()
layer = QgsVectorLayer(sys.argv[1], "found in a drawer", "ogr")
names = [field.name() for field in layer.fields()]
index = names.index("need_f01")
print(json.dumps({
    "plugin": any(name.startswith("vru_need") for name in sys.modules),
    "valid": layer.isValid(),
    "abstract": layer.metadata().abstract(),
    "history": layer.metadata().history(),
    "alias": layer.attributeDisplayName(index),
    "legend": [item.label() for item in layer.renderer().legendSymbolItems()],
}))
sys.stdout.flush()
import os
os._exit(0)
"""


def test_a_file_found_in_a_drawer_says_how_it_was_made(tmp_path, qgis_app):
    outputs = need_outputs([1.0, 2.0, None])
    report = write_new(squares(), outputs, "need_", tmp_path / "out.gpkg")
    layer = QgsVectorLayer(report.source, "out", "ogr")
    said = Provenance("Clubs", SCENARIO, "2026-05-01", "Where?", {"need_f01": "Measure 1"})
    assert dress(layer, outputs, "need_", said) == ()
    del layer
    environment = {**os.environ, "PYTHONPATH": ""}
    done = subprocess.run(
        [sys.executable, "-B", "-c", BARE, report.source],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment,
        timeout=60,
    )
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["valid"]
    assert not found["plugin"]
    assert NOT_AN_INDEX in found["abstract"]
    assert "2026-05-01: need scores of “Clubs” written" in found["history"]
    assert SCENARIO_MARK + SCENARIO in found["history"]
    assert FIELDS_MARK + '{"need_f01": "Measure 1"}' in found["history"]
    assert found["alias"] == "Measure 1"
    assert found["legend"][-1] == "No data"


def column_words(path):
    connection = sqlite3.connect(path)
    try:
        rows = connection.execute(
            "SELECT column_name, name, title, description FROM gpkg_data_columns ORDER BY column_name"
        ).fetchall()
        extensions = connection.execute(
            "SELECT table_name, scope FROM gpkg_extensions WHERE extension_name = 'gpkg_schema' ORDER BY 1"
        ).fetchall()
        return rows, extensions, connection.execute("PRAGMA integrity_check").fetchone()[0]
    finally:
        connection.close()


def test_a_geopackage_says_itself_what_its_columns_hold(tmp_path, qgis_app):
    outputs = [replace(output, alias=HOSTILE) for output in need_outputs([1.0, 2.0, None])]
    report = write_new(squares(), outputs, "need_", tmp_path / "out.gpkg")
    for _ in range(2):
        assert save_column_words(QgsVectorLayer(report.source, "out", "ogr"), outputs) is None
    rows, extensions, whole = column_words(tmp_path / "out.gpkg")
    assert whole == "ok"
    assert {row[0]: row[2:] for row in rows} == {o.name: (o.alias, o.comment) for o in outputs}
    assert [row[1] for row in rows if row[1]] == [HOSTILE], "a name is the only one of its table"
    assert extensions == [
        ("gpkg_data_column_constraints", "read-write"),
        ("gpkg_data_columns", "read-write"),
    ]
    assert cells(QgsVectorLayer(report.source, "again", "ogr"), "need_score") == [1.0, 2.0, None]


def test_where_the_file_refuses_it_stays_as_it_was_and_the_user_is_told(tmp_path, qgis_app):
    outputs = need_outputs([1.0, 2.0, None])
    report = write_new(squares(), outputs, "need_", tmp_path / "out.gpkg")
    with sqlite3.connect(tmp_path / "out.gpkg") as connection:
        connection.execute("DROP TABLE IF EXISTS gpkg_data_columns")  # a later GDAL has made it
        connection.execute("CREATE TABLE gpkg_data_columns (table_name TEXT, column_name TEXT)")
        extensions = connection.execute("SELECT * FROM gpkg_extensions").fetchall()
    connection.close()
    note = save_column_words(QgsVectorLayer(report.source, "out", "ogr"), outputs)
    assert "could not be saved" in str(note)
    with sqlite3.connect(tmp_path / "out.gpkg") as connection:
        assert connection.execute("SELECT * FROM gpkg_data_columns").fetchall() == []
        assert connection.execute("SELECT * FROM gpkg_extensions").fetchall() == extensions
    connection.close()


def test_another_format_has_no_such_table(tmp_path, qgis_app):
    layer = saved(squares(), tmp_path / "wards.shp")
    assert save_column_words(layer, need_outputs([1, 2, 3])) is None
