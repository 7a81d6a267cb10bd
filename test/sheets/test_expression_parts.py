# SPDX-License-Identifier: GPL-2.0-or-later
"""Numbers that QGIS works out are written as people read them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.core import QgsExpression, QgsLayoutItemAttributeTable, QgsProject

from support.sheets import rows_of, scored, sheet
from support.small_town import small_town
from vru_need_plugin.scenario import codec
from vru_need_plugin.sheets import items
from vru_need_plugin.sheets.expression_parts import number


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("0.6 - (0.1 + 0.2 + 0.3)", "0"),
        ("(0.1 + 0.2 + 0.3) - 0.6", "0"),
        ("0.0 * -1", "0"),
        ("-0.0001", "0"),
        ("0.1 + 0.2", "0.3"),
        ("0.7 + 0.2 + 0.1", "1"),
        ("9.9996", "10"),
        ("10", "10"),
        ("10.50", "10.5"),
        ("1.005", "1.005"),
        ("-1.5", "-1.5"),
        ("1000", "1,000"),
        ("1200.25", "1,200.25"),
    ],
)
def test_a_number_has_no_idle_zeros_and_no_negative_nought(qgis_app, value, told):
    assert QgsExpression(number(value)).evaluate() == told


def test_a_number_that_is_missing_stays_missing(qgis_app):
    assert QgsExpression(number("NULL")).evaluate() in (None, "")


def test_the_parts_of_a_score_are_weights_and_not_what_fractions_leave(qgis_app, tmp_path):
    scenario = codec.load(small_town(tmp_path))
    robbery, income, trust = scenario.measures
    parts = [replace(trust, id=f"t{at}", weight=at / 10) for at in (1, 2, 3)]
    measures = (replace(robbery, weight=0.7), replace(income, weight=0), *parts)
    project = QgsProject()
    layout = sheet(scored(replace(scenario, measures=measures), tmp_path, project), "a3-landscape")
    table, _ = next(items.tables(layout, items.RANKING, QgsLayoutItemAttributeTable))
    assert {row[2]: row[4:6] for row in rows_of(table) if row[2] != "Fir"} == {
        "Ash": ["0.7", "0.7 + 0"],
        "Birch & Co": ["0.7", "0.7 + 0"],
        "Dogwood": ["0.6", "0 + 0.6"],
        "<b>Elm</b>": ["0.6", "0 + 0.6"],
        "Cedar": ["0", "0 + 0"],
    }
    project.clear()
