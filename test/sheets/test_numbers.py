# SPDX-License-Identifier: GPL-2.0-or-later
"""The numbers on a map are those of the list beside it, of many areas too, and those that tie."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsLayoutItemAttributeTable,
    QgsLayoutItemMap,
    QgsMapLayerStyle,
    QgsProject,
)

from support.sheets import rows_of, scored, sheet
from support.small_town import small_town
from vru_need_plugin.scenario import codec
from vru_need_plugin.sheets import expressions, items


@pytest.fixture
def town(qgis_app, tmp_path):
    """The small town with ranks 1, 1, 3, 3, 3, 3."""
    scenario = codec.load(small_town(tmp_path))
    figures = ["E05000001,10,5", "E05000002,9,5", *(f"E0500000{at},1,5" for at in range(3, 7))]
    (tmp_path / "figures.csv").write_text("\n".join(["code,robbery,income", *figures]), encoding="utf-8")
    (tmp_path / "survey.csv").write_text("borough,trust\nNorth,80\nSouth,80\n", encoding="utf-8")
    project = QgsProject()
    found = scored(scenario, tmp_path, project)
    assert found.subject.result.rank.tolist() == [1, 1, 3, 3, 3, 3]
    yield found
    project.clear()


def on_the_map(layout, found):
    """The names of areas by the number that labels them."""
    style = items.named(layout, items.MAP, QgsLayoutItemMap)[0].layerStyleOverrides()[found.layer.id()]
    drawn = found.layer.clone()
    QgsMapLayerStyle(style).writeToLayer(drawn)
    rule = next(rule for rule in drawn.labeling().rootRule().children() if rule.description() == "number")
    number, told = QgsExpression(rule.settings().fieldName), {}
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(found.layer))
    for feature in found.layer.getFeatures():
        context.setFeature(feature)
        value = number.evaluate(context)
        if value is not None:
            told.setdefault(str(value), []).append(feature["name"])
    return told


def in_the_table(layout, name):
    table, _ = next(items.tables(layout, name, QgsLayoutItemAttributeTable))
    column = [one.heading() for one in table.columns()].index("Ward")
    return {row[0]: [row[column]] for row in rows_of(table)}


@pytest.mark.parametrize("most", [5000, 4])
def test_areas_that_tie_have_numbers_of_their_own(town, monkeypatch, most):
    monkeypatch.setattr(expressions, "MOST_KEYS", most)
    layout = sheet(town, "a3-landscape")
    listed, labelled = in_the_table(layout, items.RANKING), on_the_map(layout, town)
    assert list(listed) == [str(at) for at in range(1, 7)]
    assert labelled == {number: listed[number] for number in listed if int(number) <= most}
    assert [listed[str(at)] for at in (1, 2, 3, 4)] == [["Ash"], ["Birch & Co"], ["<b>Elm</b>"], ["Cedar"]]


@pytest.mark.parametrize("most", [5000, 1])
@pytest.mark.parametrize("template", ["borough-a3-landscape", "map-and-ranking-a3-landscape"])
def test_the_areas_of_a_parent_have_theirs_too(town, monkeypatch, most, template):
    monkeypatch.setattr(expressions, "MOST_KEYS", most)
    layout = sheet(town, template, parents=(1,))
    listed = in_the_table(layout, items.LIST if "borough" in template else items.RANKING)
    assert listed == {"1": ["<b>Elm</b>"], "2": ["Dogwood"], "3": ["Fir"]}
    assert on_the_map(layout, town) == listed


def test_the_pages_of_an_atlas_number_each_parent_by_itself(town, monkeypatch):
    monkeypatch.setattr(expressions, "MOST_KEYS", 1)
    layout = sheet(town, "borough-a3-landscape", atlas=True)
    assert on_the_map(layout, town) == {
        "1": ["Ash", "<b>Elm</b>"],
        "2": ["Birch & Co", "Dogwood"],
        "3": ["Cedar", "Fir"],
    }
