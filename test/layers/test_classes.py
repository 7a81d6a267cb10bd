# SPDX-License-Identifier: GPL-2.0-or-later
"""Every score falls into one class, and the class's label is true of it."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qgis.core import QgsExpression, QgsExpressionContext, QgsFeature, QgsField, QgsFields
from qgis.PyQt.QtCore import QLocale, QVariant

from vru_need_plugin.core.bands import SCREEN_CLASSES
from vru_need_plugin.core.scale import Makeup
from vru_need_plugin.layers.classes import need_classes

COUNT = Makeup(whole=True, is_count=True, zero_is_none=True)
WEIGHTED = Makeup(whole=False, is_count=False, zero_is_none=True)
NONE = "0: no measure above threshold"


@pytest.fixture(autouse=True)
def english(qgis_app):
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


def class_of(classes, score):
    """The class that QGIS puts a score in; None for NULL."""
    fields = QgsFields()
    fields.append(QgsField("need_score", QVariant.Double))
    feature = QgsFeature(fields)
    feature.setAttributes([score])
    context = QgsExpressionContext()
    context.setFeature(feature)
    context.setFields(fields)
    value = QgsExpression(classes.expression("need_score")).evaluate(context)
    return None if value is None or isinstance(value, QVariant) else value


def labels(classes):
    return [need_class.label for need_class in classes.classes()]


def test_a_count_has_a_class_for_each_whole_score():
    classes = need_classes(5, COUNT)
    assert labels(classes) == ["0: no measure above threshold", "1", "2", "3", "4", "5"]
    assert [class_of(classes, score) for score in range(6)] == list(range(6))


def test_a_count_that_may_be_higher_says_so():
    assert labels(need_classes(5, COUNT, highest=16))[-1] == "5 or more"
    assert labels(need_classes(5, COUNT, highest=5))[-1] == "5"


def test_many_measures_share_classes_of_equal_width():
    classes = need_classes(40, COUNT)
    assert len(classes.classes()) <= SCREEN_CLASSES
    assert labels(classes)[:3] == ["0: no measure above threshold", "1–3", "4–6"]
    assert [class_of(classes, score) for score in (0, 1, 3, 4, 40)] == [0, 1, 1, 2, 14]


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        (13.75, [NONE, "over 0 to 2", "over 2 to 4", "over 4 to 6"]),
        (0.9, [NONE, "over 0 to 0.2", "over 0.2 to 0.4", "over 0.4 to 0.6"]),
        (16.5, [NONE, "over 0 to 2.5", "over 2.5 to 5", "over 5 to 7.5"]),
        (
            20000,
            [
                NONE,
                "over 0 to 5,000",
                "over 5,000 to 10,000",
                "over 10,000 to 15,000",
            ],
        ),
    ],
)
def test_weights_make_classes_by_value_with_edges_people_count_in(top, expected):
    assert labels(need_classes(top, WEIGHTED))[:4] == expected


def test_whole_weights_make_classes_of_whole_scores():
    whole = Makeup(whole=True, is_count=False, zero_is_none=True)
    assert labels(need_classes(3, whole)) == ["0: no measure above threshold", "1", "2", "3"]


def test_where_a_weight_is_0_a_score_of_0_does_not_say_that_nothing_is_above():
    assert labels(need_classes(1, Makeup(whole=True, is_count=False, zero_is_none=False))) == ["0", "1"]


def test_the_locales_own_decimal_mark():
    QLocale.setDefault(QLocale(QLocale.Language.German))
    assert labels(need_classes(16.5, WEIGHTED))[1] == "over 0 to 2,5"


@pytest.mark.parametrize("makeup", [COUNT, WEIGHTED])
def test_no_score_is_in_no_class(makeup):
    assert class_of(need_classes(5, makeup), None) is None


@pytest.mark.parametrize("makeup", [COUNT, WEIGHTED])
def test_no_area_above_anything(makeup):
    classes = need_classes(0, makeup)
    assert class_of(classes, 0.0) == 0
    assert class_of(classes, 0.5) == 1


def test_a_score_past_the_top_shares_the_last_class():
    assert class_of(need_classes(5, COUNT, highest=16), 9) == 5


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 20_000_000), st.integers(0, 20_000_000))
def test_each_score_is_in_the_class_whose_bounds_hold_it(top, thousandths):
    classes = need_classes(top / 1000, WEIGHTED)
    score = min(thousandths, top) / 1000
    index = class_of(classes, score)
    width = round(classes.bands.edges[0] * 1_000_000)
    assert index == math.ceil(round(score * 1_000_000) / width) if score else index == 0


def test_the_expression_needs_nothing_but_the_field():
    expression = QgsExpression(need_classes(5, COUNT).expression('odd "name"'))
    assert not expression.hasParserError()
    assert expression.referencedColumns() == {'odd "name"'}
