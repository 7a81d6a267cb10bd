# SPDX-License-Identifier: GPL-2.0-or-later
"""What a sheet says of scores is true of these scores: of weights of 0, scaled up, or none at all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.core import QgsLayoutItemAttributeTable

from support.sheets import rows_of, scored, sheet, texts
from support.small_town import WARDS, small_town
from vru_need_plugin.core.threshold import MissingRule
from vru_need_plugin.scenario import codec
from vru_need_plugin.sheets import items

NONE_ABOVE = "0 says that no measure is above threshold"
NONE_THAT_WEIGHS = "0 says that no measure with a weight above 0 is above threshold"


@pytest.fixture
def town(tmp_path):
    return codec.load(small_town(tmp_path))


@pytest.mark.parametrize("template", ["a4-portrait", "a3-landscape", "borough-a3-landscape"])
def test_0_says_no_more_than_it_means_where_a_weight_is_0(project, tmp_path, town, template):
    parents = (0,) if "borough" in template else ()
    plain = " ".join(texts(sheet(scored(town, tmp_path, project), template, parents=parents)))
    assert NONE_ABOVE in plain
    assert NONE_THAT_WEIGHS not in plain
    robbery, *others = town.measures
    idle = replace(town, measures=(replace(robbery, weight=0), *others))
    told = " ".join(texts(sheet(scored(idle, tmp_path, project), template, parents=parents)))
    assert NONE_THAT_WEIGHS in told
    assert NONE_ABOVE not in told


@pytest.mark.parametrize("template", ["a4-portrait", "map-and-ranking-a3-landscape"])
def test_a_ranking_without_any_score_says_so(project, tmp_path, town, template):
    without = tuple(ward["code"] for ward in WARDS)
    measures = [replace(measure, exclude_areas=without) for measure in town.measures[:2]]
    options = replace(town.options, min_coverage=1.0)
    nothing = replace(town, measures=(*measures, town.measures[2]), options=options)
    layout = sheet(scored(nothing, tmp_path, project), template)
    table, _ = next(items.tables(layout, items.RANKING, QgsLayoutItemAttributeTable))
    assert rows_of(table) == []
    told = texts(layout)
    assert "No ward has a score, for want of data" in told
    assert not any("rank 1" in text and "share" in text for text in told)


@pytest.mark.parametrize(
    ("missing", "ending"),
    [
        (MissingRule.AVAILABLE, "adds 1 to every ward."),
        (MissingRule.RESCALE, "adds 1 to every ward, more where a score is scaled up for missing figures."),
    ],
)
def test_what_a_parent_adds_is_more_where_scores_are_scaled_up(project, tmp_path, town, missing, ending):
    options = replace(town.options, missing=missing, min_coverage=0.3)
    layout = sheet(
        scored(replace(town, options=options), tmp_path, project), "borough-a3-landscape", parents=(1,)
    )
    line = next(text for text in texts(layout) if text.startswith("Known by borough only"))
    assert line.endswith(ending)


def test_one_measure_of_a_theme_is_one(project, tmp_path, town):
    robbery, income, trust = town.measures
    measures = (robbery, income, trust, replace(income, id="more"))
    told = texts(sheet(scored(replace(town, measures=measures), tmp_path, project), "themes-a4-landscape"))
    assert "1 measure; 40 % of the score" in told
    assert "2 measures; 40 % of the score" in told
    assert "1 measure (b); 20 % of the score" in told
