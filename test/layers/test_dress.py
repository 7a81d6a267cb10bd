# SPDX-License-Identifier: GPL-2.0-or-later
"""A layer of scores is drawn when it is made as it is drawn when they are written again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.core import QgsProject

from support.sheets import scored
from support.small_town import small_town
from vru_need_plugin.layers.dress import dress_for
from vru_need_plugin.scenario import codec
from vru_need_plugin.scoring.outputs import need_fields

ZERO = "0: no measure above threshold"


def legends(folder, weights):
    """The legend of a layer that was drawn, and that of the same when it was drawn again."""
    town = codec.load(small_town(folder))
    measures = tuple(replace(measure, weight=weight) for measure, weight in zip(town.measures, weights))
    town = replace(town, measures=measures)
    made = scored(town, folder, QgsProject())
    worn = dress_for(town, need_fields(made.subject.job, made.subject.result), "2026-05-01")

    def labels():
        return [item.label() for item in made.layer.renderer().legendSymbolItems()][1:-1]

    worn.describe(made.layer, save=False)
    worn.draw(made.layer)
    drawn = labels()
    worn.describe(made.layer, save=False)
    return drawn, labels()


@pytest.mark.parametrize(
    ("weights", "least"),
    [
        ((1, 1, 1), ["1", ZERO]),
        ((2, 1, 1), ["1", ZERO]),
        ((1, 1, 0), ["1", "0"]),
        ((0.5, 1, 1), ["over 0 to 0.5", ZERO]),
    ],
)
def test_the_legend_says_what_sort_of_numbers_the_scores_are_and_says_it_again(
    tmp_path, qgis_app, weights, least
):
    drawn, again = legends(tmp_path, weights)
    assert drawn == again
    assert drawn[-2:] == least
