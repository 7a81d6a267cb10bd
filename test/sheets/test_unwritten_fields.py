# SPDX-License-Identifier: GPL-2.0-or-later
"""Sheets from layers that have no field for each measure or theme say the same, or say that they cannot."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from qgis.core import QgsExpression, QgsExpressionContext, QgsLayoutItemAttributeTable

from support.sheets import rows_of, scored, sheet
from support.small_town import small_town
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.core.threshold import MissingRule
from vru_need_plugin.scenario import codec
from vru_need_plugin.sheets import items
from vru_need_plugin.sheets.expressions import Expressions
from vru_need_plugin.sheets.text_voice import TextVoice
from vru_need_plugin.sheets.theme_scores import theme_score


@pytest.fixture
def town(tmp_path):
    """The scenario of the small town, its files beside it; Fir has figures from its borough only."""
    scenario = codec.load(small_town(tmp_path))
    return replace(scenario, options=replace(scenario.options, min_coverage=0.3))


def of_every_area(found, expression):
    """What an expression comes to, in layer order."""
    made, context, told = QgsExpression(expression), QgsExpressionContext(), []
    context.setFields(found.layer.fields())
    assert made.prepare(context), made.parserErrorString()
    for feature in found.layer.getFeatures():
        context.setFeature(feature)
        told.append(made.evaluate(context))
        assert not made.hasEvalError(), made.evalErrorString()
    return told


def with_options(scenario, **changes):
    return replace(scenario, options=replace(scenario.options, **changes))


@pytest.mark.parametrize("missing", list(MissingRule))
@pytest.mark.parametrize("flags", [True, False])
def test_a_theme_without_a_field_has_the_score_of_the_core(project, tmp_path, town, missing, flags):
    first, second, third = town.measures
    measures = (
        replace(first, theme="One", weight=2.5),
        replace(second, theme="One", weight=0.1),
        replace(third, theme="One", weight=0.7),
        replace(second, id="idle", theme="Two", weight=0),
        replace(first, id="again", theme="Three", weight=0),
        replace(third, id="more", theme="Three", weight=3),
        replace(first, id="late", theme="Four", weight=0.2),
    )
    (tmp_path / "figures.csv").write_text(
        "code,robbery,income\nE05000001,10,20\nE05000002,9,\nE05000003,,40\n"
        "E05000004,7,10\nE05000005,6,60\nE05000006,,\n",
        encoding="utf-8",
    )
    scenario = with_options(
        replace(town, measures=measures), missing=missing, write_flags=flags, write_themes=False
    )
    found = scored(scenario, tmp_path, project)
    words = Expressions(found.subject, found.layer, TextVoice(str))
    for number, theme in enumerate(found.subject.result.themes):
        told = [
            np.nan if value is None else value for value in of_every_area(found, theme_score(words, number))
        ]
        np.testing.assert_array_equal(told, found.subject.result.theme_score(theme))


def test_an_area_without_figures_for_a_theme_is_not_told_as_0(project, tmp_path, town):
    found = scored(with_options(town, write_themes=False), tmp_path, project)
    words = Expressions(found.subject, found.layer, TextVoice(str))
    assert of_every_area(found, theme_score(words, 0)) == [2, 2, 0, 0, 0, None]


def incomes(town, count, letters):
    """The town with an income measure so many times, each with an id of so many letters, and trust."""
    income, trust = town.measures[1:]
    many = [
        replace(income, id=f"income_{at}".ljust(letters, "x"), title=f"Income {at}") for at in range(count)
    ]
    return with_options(replace(town, measures=(*many, trust)), write_flags=False)


def first_of_list(found):
    """What the score of the first area of the list is made of, and why."""
    layout = sheet(found, "borough-a4-portrait", parents=(1,))
    table, _ = next(items.tables(layout, items.LIST, QgsLayoutItemAttributeTable))
    return rows_of(table)[0][5:7]


@pytest.mark.parametrize("ending", ["shp", "gpkg"])
def test_measures_that_fit_into_the_text_are_all_told(project, tmp_path, town, ending):
    found = scored(incomes(town, 4, 60), tmp_path, project, tmp_path / f"made.{ending}")
    assert first_of_list(found) == ["4 + 1", "Income 0; Income 1; Income 2; Income 3."]


def test_a_sheet_is_refused_where_the_format_cut_the_measures_it_would_tell(project, tmp_path, town):
    found = scored(incomes(town, 6, 60), tmp_path, project, tmp_path / "made.shp")
    with pytest.raises(NeedError, match=r"need_flags.*254.*2 areas.*GeoPackage"):
        sheet(found, "borough-a4-portrait", parents=(1,))
    whole = scored(incomes(town, 6, 60), tmp_path, project, tmp_path / "made.gpkg")
    assert first_of_list(whole)[0] == "6 + 1"


def test_a_cut_text_is_no_matter_where_each_measure_has_a_field(project, tmp_path, town):
    scenario = with_options(incomes(town, 6, 60), write_flags=True)
    assert first_of_list(scored(scenario, tmp_path, project, tmp_path / "made.shp"))[0] == "6 + 1"


@pytest.mark.parametrize("flags", [True, False])
def test_a_part_without_any_figure_is_a_dash_whatever_is_written(project, tmp_path, town, flags):
    found = scored(with_options(town, write_flags=flags), tmp_path, project)
    layout = sheet(found, "a3-landscape")
    table, _ = next(items.tables(layout, items.RANKING, QgsLayoutItemAttributeTable))
    made_of = {row[2]: row[5] for row in rows_of(table)}
    assert (made_of["Fir"], made_of["<b>Elm</b>"], made_of["Cedar"]) == ("– + 1", "0 + 1", "0 + 0")
