# SPDX-License-Identifier: GPL-2.0-or-later
"""Categories by periods, rates, and what the name of a column says."""

from __future__ import annotations

import pytest

from vru_need_plugin.core.messages import Message
from vru_need_plugin.core.threshold import Direction
from vru_need_plugin.scenario.document import Nature, Rolling, Value, ValueKind
from vru_need_plugin.session.guess_measure import guess_direction, guess_nature, guess_theme
from vru_need_plugin.session.new_table import measure_title
from vru_need_plugin.session.offer import Offer
from vru_need_plugin.session.period_families import Span, families
from vru_need_plugin.session.rates import Denominator, rated

MONTHS = [f"{year}{month:02d}" for year in (2021, 2022) for month in range(1, 13)]


def columns(start, ends):
    return [f"{start} | {end}" for end in ends]


def test_two_years_of_months_are_the_last_year_the_one_before_and_their_change():
    (family,) = families(columns("Theft", MONTHS))
    assert (family.what, family.count, family.first, family.last) == ("Theft", 24, "202101", "202212")
    assert all(family.has(span) for span in Span)
    last, before, change = (family.offer(span).value for span in Span)
    assert last == Value(ValueKind.SUM, (Rolling("Theft | ", 12),))
    assert before == Value(ValueKind.SUM, (Rolling("Theft | ", 12, 12),))
    assert (change.kind, change.from_columns, change.to_columns) == (
        ValueKind.PERCENT_CHANGE,
        before.columns,
        last.columns,
    )


def test_a_year_and_a_half_has_no_year_before():
    (family,) = families(columns("Theft", MONTHS[:18]))
    assert [family.has(span) for span in Span] == [True, False, False]


def test_dates_of_a_survey_have_a_latest_and_the_difference_to_the_one_before():
    (family,) = families(columns("Trust", ["31/03/2023", "30/06/2023", "31/12/2022"]))
    assert (family.first, family.last) == ("31/12/2022", "30/06/2023")
    assert family.offer(Span.LAST).value == Value(ValueKind.COLUMN, (Rolling("Trust | ", 1),))
    assert family.offer(Span.CHANGE).value.kind is ValueKind.CHANGE


def test_periods_of_different_lengths_are_no_family():
    assert families(columns("Births", ["2021", "202101", "202102"])) == []


@pytest.mark.parametrize(
    ("title", "direction", "theme"),
    [
        ("Life expectancy at birth", Direction.LOW, "Public health"),
        ("Trust MPS, latest", Direction.LOW, "Public perceptions"),
        ("Robbery, last 12 months", Direction.HIGH, "Crime"),
        ("% in bad health", Direction.HIGH, "Public health"),
        ("Out of work benefits", Direction.HIGH, "Other measures"),
        ("Median household income", Direction.LOW, "Other measures"),
        ("Worry about anti-social behaviour", Direction.HIGH, "Public perceptions"),
        ("Treat everyone fairly, latest", Direction.LOW, "Public perceptions"),
        ("Contact ward officer, latest", Direction.LOW, "Public perceptions"),
        ("Listen to concerns, latest", Direction.LOW, "Public perceptions"),
        ("Relied on to be there, latest", Direction.LOW, "Public perceptions"),
        ("Understand issues, latest", Direction.LOW, "Public perceptions"),
        ("Indices of Deprivation; Rank of IDACI (within London); 2010", Direction.LOW, "Other measures"),
        ("Income_Score", Direction.HIGH, "Other measures"),
    ],
)
def test_names_say_a_little(title, direction, theme):
    assert guess_direction(title) is direction
    assert str(guess_theme(title)) == theme


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Crime; Robbery; 2014/15 | 2014/15", "Crime; Robbery; 2014/15"),
        ("Crime; Drugs, Drug Trafficking (2014);", "Crime; Drugs, Drug Trafficking (2014)"),
        ("Robbery | 202201", "Robbery | 202201"),
        ("Rate", "Rate"),
        (" | ", " | "),
    ],
)
def test_a_title_says_once_what_two_header_rows_say_twice(name, title):
    assert measure_title(name) == title


def test_sums_become_rates_and_changes_stay():
    people = Denominator("people", "Population", True)
    theft = Offer(Message("Theft"), Value(ValueKind.SUM, ("a", "b")))
    rate = rated(theft, "crime", people)
    assert (rate.value.kind, rate.value.per) == (ValueKind.RATIO, 1000)
    assert (rate.value.denominator, rate.value.denominator_table) == (("Population",), "people")
    assert str(rate.title) == "Theft, per 1,000"
    assert rated(theft, "people", people).value.denominator_table is None
    change = Offer(Message("Theft"), Value(ValueKind.CHANGE, from_columns=("a",), to_columns=("b",)))
    assert rated(change, "crime", people) is change


@pytest.mark.parametrize(
    ("title", "value", "nature"),
    [
        ("Burglaries", Value(ValueKind.COLUMN, ("a",)), Nature.COUNT),
        ("Burglaries", Value(ValueKind.COLUMN, ("b",)), None),
        ("Burglaries", Value(ValueKind.SUM, ("a", "b")), None),
        ("Theft, last 12 months", Value(ValueKind.SUM, (Rolling("Theft | ", 12),)), Nature.COUNT),
        ("Burglaries, % of all", Value(ValueKind.COLUMN, ("a",)), Nature.PERCENTAGE),
        ("Rank of deprivation", Value(ValueKind.COLUMN, ("a",)), None),
        ("Median_price", Value(ValueKind.COLUMN, ("a",)), None),
        ("Burglaries", Value(ValueKind.RATIO, ("a",), denominator=("b",)), Nature.RATE),
        ("Theft", Value(ValueKind.CHANGE, from_columns=("a",), to_columns=("a",)), None),
        ("Theft", Value(ValueKind.PERCENT_CHANGE, from_columns=("a",), to_columns=("a",)), Nature.PERCENTAGE),
    ],
)
def test_whole_numbers_count_something_unless_the_name_says_otherwise(title, value, nature):
    assert guess_nature(value, title, {"a", "Theft | 202101"}) is nature
