# SPDX-License-Identifier: GPL-2.0-or-later
"""Writing scores from the dock: with consent, and exactly what is shown."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.core import NULL, QgsProject, QgsVectorLayer

from support.layers import scenario_of
from support.small_town import RANKS, SCORES
from vru_need_plugin.dock import write_button
from vru_need_plugin.dock.write_consent import Consent, consequences
from vru_need_plugin.layers.writing.plan import plan_write
from vru_need_plugin.scoring.outputs import need_fields
from vru_need_plugin.session import edits


@pytest.fixture
def agreed(monkeypatch):
    """What the user answers when asked, and what they were asked."""
    asked = []

    def ask(layer, plan, parent):
        asked.append(plan)
        return answer[0]

    answer = [Consent(write=True, style=False)]
    monkeypatch.setattr(write_button, "ask_to_write", ask)
    return answer, asked


def written(layer):
    return {
        feature["code"]: (
            None if feature["need_score"] == NULL else feature["need_score"],
            None if feature["need_rank"] == NULL else feature["need_rank"],
        )
        for feature in layer.getFeatures()
    }


EXPECTED = {code: (SCORES[code], RANKS[code]) for code in SCORES}


def test_scores_are_written_on_to_the_layer_after_consent(opened, agreed):
    opened.dock.write_button.write_on_to_layer()
    assert written(opened.session.area_layer) == EXPECTED
    assert "6 areas" in opened.said()[0]


def test_without_consent_nothing_is_touched(opened, agreed, tmp_path):
    agreed[0][0] = Consent(write=False, style=False)
    before = (tmp_path / "wards.gpkg").read_bytes()
    opened.dock.write_button.write_on_to_layer()
    assert (tmp_path / "wards.gpkg").read_bytes() == before
    assert opened.said() == []


def test_scores_are_written_to_a_new_layer_that_joins_the_project(opened, tmp_path):
    opened.dock.write_button.write_to(tmp_path / "scores.gpkg")
    layer = QgsVectorLayer(str(tmp_path / "scores.gpkg"), "scores", "ogr")
    assert written(layer) == EXPECTED
    names = {layer.name() for layer in QgsProject.instance().mapLayers().values()}
    assert "Small town: need score" in names


def test_a_folder_that_is_not_there_is_explained(opened, tmp_path):
    opened.dock.write_button.write_to(tmp_path / "none" / "scores.gpkg")
    assert "none" in opened.said()[0]


def test_the_button_waits_for_scores(empty):
    assert not empty.dock.write_button.isEnabled()


def test_the_users_style_stays_unless_they_agree_to_another(opened, agreed):
    layer = opened.session.area_layer
    before = layer.renderer().type()
    opened.dock.write_button.write_on_to_layer()
    assert layer.renderer().type() == before == "singleSymbol"
    agreed[0][0] = Consent(write=True, style=True)
    opened.dock.write_button.write_on_to_layer()
    assert layer.renderer().type() == "categorizedSymbol"


def test_the_question_says_what_is_added_and_what_is_overwritten(opened, agreed):
    session, layer = opened.session, opened.session.area_layer
    fields = need_fields(session.job, session.result)
    told = consequences(layer, plan_write(layer, fields, "need_"))
    assert told[0] == f"{len(fields)} fields are added."
    opened.dock.write_button.write_on_to_layer()
    session.edit("t", edits.with_options(session.scenario, write_flags=False))
    fewer = need_fields(session.job, session.result)
    told = consequences(layer, plan_write(layer, fewer, "need_"))
    assert told[0] == f"{len(fewer)} need fields of an earlier score are overwritten."
    assert told[1] == "3 need fields of an earlier score are removed."


def test_a_map_is_printed_from_written_scores_only(opened, agreed):
    button = opened.dock.print_button
    button.click()
    assert opened.layouts == []
    assert "Write the scores first" in opened.said()[0]
    opened.dock.write_button.write_on_to_layer()
    button.click()
    assert [layout.name() for layout in opened.layouts] == ["Small town"]
    opened.session.edit("t", edits.with_measure(opened.session.scenario, "robbery", weight=5))
    button.click()
    assert len(opened.layouts) == 1


def test_each_sheet_has_a_name_of_its_own(opened, agreed):
    opened.dock.write_button.write_on_to_layer()
    opened.dock.print_button.click()
    opened.dock.print_button.click()
    assert [layout.name() for layout in opened.layouts] == ["Small town", "Small town (2)"]


def test_what_is_written_says_what_it_is_not(opened, agreed, tmp_path):
    opened.dock.write_button.write_to(tmp_path / "scores.gpkg")
    opened.dock.write_button.write_on_to_layer()
    named = {layer.name(): layer for layer in QgsProject.instance().mapLayers().values()}
    for layer in (named["Small town: need score"], opened.session.area_layer):
        assert "not an index" in layer.metadata().abstract()
        assert '"source": "wards.gpkg|layername=wards"' in scenario_of(layer)


def test_scores_that_lack_a_measure_in_use_go_nowhere(opened, agreed, tmp_path):
    scenario = opened.session.scenario
    gone = replace(
        scenario.measures[0], value=replace(scenario.measures[0].value, columns=("no such column",))
    )
    opened.session.edit("edit", replace(scenario, measures=(gone, *scenario.measures[1:])))
    button = opened.dock.write_button
    assert not button.isEnabled()
    assert "“Robbery” cannot be scored" in button.toolTip()
    before = (tmp_path / "wards.gpkg").read_bytes()
    button.write_on_to_layer()
    button.write_to(tmp_path / "new.gpkg")
    assert (tmp_path / "wards.gpkg").read_bytes() == before
    assert not (tmp_path / "new.gpkg").exists()
    off = replace(gone, enabled=False)
    opened.session.edit("edit", replace(scenario, measures=(off, *scenario.measures[1:])))
    assert button.isEnabled()
