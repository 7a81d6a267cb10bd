# SPDX-License-Identifier: GPL-2.0-or-later
"""Writing scores from the dock: with consent, and exactly what is shown."""

from __future__ import annotations

import pytest
from qgis.core import NULL, QgsProject, QgsVectorLayer

from support.small_town import RANKS, SCORES
from vru_need_plugin.dock import write_button


@pytest.fixture
def agreed(monkeypatch):
    """What the user answers when asked, and what they were asked."""
    asked = []

    def ask(layer, plan, parent):
        asked.append(plan)
        return answer[0]

    answer = [True]
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
    agreed[0][0] = False
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
