# SPDX-License-Identifier: GPL-2.0-or-later
"""A scored layer says where its scores come from and what they are not."""

from __future__ import annotations

import pytest
from qgis.core import QgsLayerMetadata, QgsVectorLayer

from support.layers import need_outputs, saved, scenario_of, squares
from vru_need_plugin.core.messages import NOT_AN_INDEX
from vru_need_plugin.layers.classes import need_classes
from vru_need_plugin.layers.dress import dress
from vru_need_plugin.layers.provenance import Provenance, describe, save_description
from vru_need_plugin.layers.write import write_in_place, write_new

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
        assert dress(layer, outputs, need_classes(2, is_count=True), "need_", provenance()) == ()
    again = QgsVectorLayer(report.source, "again", "ogr")
    again.loadDefaultMetadata()
    assert again.renderer().type() == "categorizedSymbol"
    statement = again.renderer().legendSymbolItems()[0].label()
    assert statement == "Need score: measures above threshold (not an index)"
    assert again.attributeDisplayName(again.fields().indexFromName("need_f01")) == "Measure 1"
    assert scenario_of(again) == SCENARIO


def test_a_table_is_named_and_described(tmp_path, qgis_app):
    layer = QgsVectorLayer("NoGeometry?field=code:string", "t", "memory")
    layer.dataProvider().addFeatures(list(squares([{"code": "a"}]).getFeatures()))
    outputs = need_outputs([1.0])
    report = write_new(layer, outputs, "need_", tmp_path / "out.gpkg")
    made = QgsVectorLayer(report.source, "out", "ogr")
    assert dress(made, outputs, need_classes(1, is_count=True), "need_", provenance()) == ()
    assert scenario_of(QgsVectorLayer(report.source, "out", "ogr")) == SCENARIO
