# SPDX-License-Identifier: GPL-2.0-or-later
"""Every figure on a sheet is the one that was worked out, by hand or by the core."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.core import QgsLayoutItemAttributeTable, QgsLayoutItemManualTable, QgsProject

from support.sheets import rows_of, scored, sheet, texts
from support.small_town import small_town
from vru_need_plugin.core.threshold import MissingRule
from vru_need_plugin.report.numbers import NumberMarks
from vru_need_plugin.report.outcome import outcomes
from vru_need_plugin.resource import resource
from vru_need_plugin.scenario import codec
from vru_need_plugin.sheets import items

MARKS = NumberMarks()


def ranking(layout):
    return rows_of(next(items.tables(layout, "vru_ranking", QgsLayoutItemAttributeTable))[0])


def listed(layout):
    return rows_of(next(items.tables(layout, "vru_list", QgsLayoutItemAttributeTable))[0])


def measures(layout):
    rows = rows_of(next(items.tables(layout, "vru_measures", QgsLayoutItemManualTable))[0])
    return [row for row in rows if any(row[1:])]


def test_the_ranking_of_the_small_town_is_the_one_worked_out_by_hand(town):
    # No., rank, ward, borough, score, ward + borough level, above.
    assert ranking(sheet(town, "a3-landscape")) == [
        ["1", "1", "Ash", "North", "3", "3 + 0", "2 of 3"],
        ["2", "=2", "Birch & Co", "North", "2", "2 + 0", "1 of 3"],
        ["3", "=2", "Dogwood", "South", "2", "1 + 1", "2 of 3"],
        ["4", "4", "<b>Elm</b>", "South", "1", "0 + 1", "1 of 3"],
        ["5", "5", "Cedar", "North", "0", "0 + 0", "0 of 3"],
    ]


def test_the_list_of_a_borough_has_both_ranks_and_the_reasons(town):
    layout = sheet(town, "borough-a3-landscape", parents=(1,))
    assert listed(layout) == [
        ["1", "Dogwood", "1", "=2", "2", "1 + 1", "Income."],
        ["2", "<b>Elm</b>", "2", "4", "1", "0 + 1", "None of its own."],
        ["3", "Fir", "–", "–", "no data", "–", "No data: Robbery; Income."],
    ]
    above = "South is above threshold on Trust, which adds 1 to every ward."
    assert f"Known by borough only, 1 of the measures: {above}" in texts(layout)


def test_a_part_of_a_score_without_any_figures_is_a_dash_and_never_0(qgis_app, tmp_path):
    path, project = small_town(tmp_path), QgsProject()
    (tmp_path / "survey.csv").write_text("borough,trust\nSouth,40\n", encoding="utf-8")
    layout = sheet(scored(codec.load(path), tmp_path, project), "a3-landscape")
    assert [row[2:6] for row in ranking(layout)][:2] == [
        ["Ash", "North", "3, could be 4", "3 + –"],
        ["Birch & Co", "North", "2, could be 3", "2 + –"],
    ]
    assert any("4 from the second. – is no data." in text for text in texts(layout))
    project.clear()


def test_the_measures_of_the_small_town(town):
    # Measure, more need when, threshold, cut-off, weight, above, period, source.
    assert measures(sheet(town, "a3-landscape")) == [
        ["Robbery", "higher", "top 2", "9", "2", "2 of 5", "–", "1"],
        ["Income", "lower", "at most 20", "20", "1", "2 of 5", "–", "1"],
        ["Trust (b)", "lower", "top 1", "40", "1", "3 of 6", "–", "2"],
    ]


@pytest.mark.parametrize("template", ["a4-portrait", "map-and-ranking-a3-landscape", "wall-a1-landscape"])
def test_the_ranking_of_the_sample_is_the_results(sample, template):
    rows, subject = ranking(sheet(sample, template)), sample.subject
    assert len(rows) > 8
    areas, result = subject.job.areas, subject.result
    for row, area in zip(rows, subject.order):
        score = MARKS.plain(result.score[area])
        if result.available[area] < len(subject.measures):
            score += f", could be {MARKS.plain(result.high[area])}"
        shared = "=" if subject.shares_rank[area] else ""
        assert row[1:5] == [
            f"{shared}{result.rank[area]}",
            areas.names[area],
            subject.job.parents.names[subject.job.parents.of_area[area]],
            score,
        ]
        own, carried = MARKS.plain(subject.split.own[area]), MARKS.plain(subject.split.parent[area])
        known = any(
            has_value[area]
            for has_value, is_parents in zip(subject.result.prepared.has_value, subject.parent_level)
            if is_parents
        )
        assert row[5] == f"{own} + {carried if known else '–'}"
        assert row[6] == f"{result.count[area]} of {len(subject.measures)}"


def test_areas_that_tie_are_listed_together_or_not_at_all(sample):
    for most in (5, 8, 12, 20):
        layout = sheet(sample, "map-and-ranking-a3-landscape", top=most)
        rows, ranks = ranking(layout), sample.subject.result.rank
        assert len(rows) <= most
        last = int(rows[-1][1].lstrip("="))
        assert len(rows) == int(((ranks > 0) & (ranks <= last)).sum())


def test_every_measure_of_the_sample_is_as_it_came_out(sample):
    rows = measures(sheet(sample, "a3-landscape"))
    for row, outcome in zip(rows, outcomes(sample.subject)):
        cutoff = "–" if outcome.cutoff is None else MARKS.figure(outcome.cutoff)
        assert row[0].replace(" (b)", "") == outcome.measure.title
        assert (" (b)" in row[0]) == outcome.parent_level
        assert row[3].split(" ")[0] == cutoff
        assert row[4] == MARKS.plain(outcome.measure.weight)
        assert row[5] == f"{outcome.above} of {outcome.data}"


def test_the_numbers_of_the_list_are_those_on_the_map(sample):
    from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextUtils

    from vru_need_plugin.sheets.expressions import Expressions
    from vru_need_plugin.sheets.text_voice import TextVoice

    layout = sheet(sample, "borough-a3-landscape", parents=(2,))
    words = Expressions(sample.subject, sample.layer, TextVoice(str), (2,))
    number = QgsExpression(words.number)
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(sample.layer))
    names = {}
    for feature in sample.layer.getFeatures(words.in_parent(2)):
        context.setFeature(feature)
        names[number.evaluate(context)] = feature["WARD_NAME"]
    assert {row[0]: row[1] for row in listed(layout)} == names


@pytest.mark.parametrize("missing", list(MissingRule))
def test_other_rules_for_missing_figures_are_told_as_they_come_out(qgis_app, missing):
    path = resource("sample", "scenario.json")
    scenario = codec.load(path)
    options = replace(scenario.options, missing=missing, write_flags=False, write_themes=False)
    project = QgsProject()
    found = scored(replace(scenario, options=options), path.parent, project)
    subject = found.subject
    rows = ranking(sheet(found, "map-and-ranking-a3-landscape"))
    for row, area in zip(rows, subject.order):
        score = round(float(subject.result.score[area]), 3)
        assert float(row[4].split(",")[0]) == score
        # A dash for a part without any figure, which adds nothing.
        own, carried = (0.0 if part == "–" else float(part) for part in row[5].split(" + "))
        assert own == pytest.approx(subject.split.own[area])
        assert carried == pytest.approx(subject.split.parent[area])
    themes = sheet(found, "themes-a4-landscape")
    assert len([item for item in items.content(themes) if item.id().startswith("vru_theme_map")]) == 3
    project.clear()
