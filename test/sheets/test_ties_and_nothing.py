# SPDX-License-Identifier: GPL-2.0-or-later
"""Rankings where all tie, where nothing is above 0, and where there are no figures at all."""

from __future__ import annotations

import pytest
from qgis.core import QgsExpression, QgsFeatureRequest, QgsLayoutItemAttributeTable, QgsProject

from support.layers import saved, squares
from support.sheets import rows_of, scored, sheet, texts
from vru_need_plugin.core.threshold import Threshold, ThresholdKind
from vru_need_plugin.scenario.document import Areas, KeyLevel, Measure, Scenario, Table, Value, ValueKind
from vru_need_plugin.sheets import area_tables, items

MANY = 120


@pytest.fixture
def town_of(qgis_app, tmp_path):
    """Makes a town of many wards in which each has a figure; above threshold from 1."""
    project = QgsProject()

    def make(figure):
        rows = [{"code": f"E0500{at:04}", "name": f"Ward {at:03}"} for at in range(MANY)]
        saved(squares(rows), tmp_path / "wards.gpkg")
        table = "\n".join(f"{row['code']},{figure(at)}" for at, row in enumerate(rows))
        (tmp_path / "figures.csv").write_text(f"code,figure\n{table}\n", encoding="utf-8")
        measure = Measure(
            "figure",
            "A figure",
            "Theme",
            "figures",
            Value(ValueKind.COLUMN, columns=("figure",)),
            Threshold(ThresholdKind.VALUE, 1),
        )
        scenario = Scenario(
            "A town",
            Areas("wards.gpkg|layername=wards", "code", "name"),
            (Table("figures", "figures.csv", "code", KeyLevel.AREA),),
            (measure,),
        )
        return scored(scenario, tmp_path, project)

    yield make
    project.clear()


@pytest.fixture
def numbered(monkeypatch):
    """The tests of which areas are numbered on the map, as sheets are made."""
    found, usual = [], area_tables.Listed

    def listed(test, is_list):
        found.append(test)
        return usual(test, is_list)

    monkeypatch.setattr(area_tables, "Listed", listed)
    return found


def ranking(layout):
    return rows_of(next(items.tables(layout, "vru_ranking", QgsLayoutItemAttributeTable))[0])


def count(layer, test):
    return sum(1 for _ in layer.getFeatures(QgsFeatureRequest(QgsExpression(test))))


def test_where_more_share_the_first_rank_than_there_is_room_for_only_those_listed_are_numbered(
    town_of, numbered
):
    found = town_of(lambda at: at % 2 + 0.5)
    layout = sheet(found, "a4-portrait")
    rows, told = ranking(layout), "\n".join(texts(layout))
    assert 5 < len(rows) < MANY / 2
    assert {row[1] for row in rows} == {"=1"}
    assert count(found.layer, numbered[-1]) == len(rows)
    assert "60 of 120 wards with a score share rank 1; the first of them by name are listed." in told


def test_where_no_score_is_above_0_nobody_is_of_greatest_need(town_of, numbered):
    found = town_of(lambda at: 0)
    layout = sheet(found, "a4-portrait")
    told = "\n".join(texts(layout))
    assert ranking(layout) == []
    assert "No ward has a score above 0" in told
    assert "Greatest need" not in told
    assert count(found.layer, numbered[-1]) == 0


def test_where_there_are_no_figures_the_sheet_says_so(town_of, numbered):
    found = town_of(lambda at: "")
    layout = sheet(found, "a4-portrait")
    told = "\n".join(texts(layout))
    assert ranking(layout) == []
    assert "No ward has a score, for want of data" in told
    assert "Greatest need" not in told
    assert count(found.layer, numbered[-1]) == 0
