# SPDX-License-Identifier: GPL-2.0-or-later
"""Periods are recognised, ordered, and the newest few selected."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.scenario.document import Rolling
from vru_need_plugin.tables.periods import PeriodKind, is_period, newest, parse_family, parse_period

SHORT_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def day(*parts):
    return datetime.date(*parts)


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("202009", PeriodKind.MONTH, day(2020, 9, 1), day(2020, 9, 30)),
        ("202002", PeriodKind.MONTH, day(2020, 2, 1), day(2020, 2, 29)),
        ("2020-09", PeriodKind.MONTH, day(2020, 9, 1), day(2020, 9, 30)),
        ("2020-12", PeriodKind.MONTH, day(2020, 12, 1), day(2020, 12, 31)),
        ("2020", PeriodKind.YEAR, day(2020, 1, 1), day(2020, 12, 31)),
        ("2014/15", PeriodKind.FINANCIAL_YEAR, day(2014, 4, 1), day(2015, 3, 31)),
        ("2019-20", PeriodKind.FINANCIAL_YEAR, day(2019, 4, 1), day(2020, 3, 31)),
        ("1999/00", PeriodKind.FINANCIAL_YEAR, day(1999, 4, 1), day(2000, 3, 31)),
        ("2011-12", PeriodKind.FINANCIAL_YEAR, day(2011, 4, 1), day(2012, 3, 31)),
        ("2009-13", PeriodKind.YEARS, day(2009, 1, 1), day(2013, 12, 31)),
        ("2011/13", PeriodKind.YEARS, day(2011, 1, 1), day(2013, 12, 31)),
        ("31/12/2014", PeriodKind.DAY, day(2014, 12, 31), day(2014, 12, 31)),
        ("31/3/2015", PeriodKind.DAY, day(2015, 3, 31), day(2015, 3, 31)),
        ("2014-12-31", PeriodKind.DAY, day(2014, 12, 31), day(2014, 12, 31)),
        ("Sep 2020", PeriodKind.MONTH, day(2020, 9, 1), day(2020, 9, 30)),
        ("SEPT 2020", PeriodKind.MONTH, day(2020, 9, 1), day(2020, 9, 30)),
        ("September  2020", PeriodKind.MONTH, day(2020, 9, 1), day(2020, 9, 30)),
        (" May 2020 ", PeriodKind.MONTH, day(2020, 5, 1), day(2020, 5, 31)),
    ],
)
def test_a_period(text, kind, start, end):
    period = parse_period(text)
    assert (period.kind, period.start, period.end) == (kind, start, end)


@pytest.mark.parametrize(
    "text",
    ["", "2014/14", "2014/13", "202013", "202000", "2020-00", "31/02/2014", "12/31/2014", "2014-13-01",
     "2014 15", "20140101",
     "Foo 2020", "Sept. of 2020", "Q1 2020", "2014 (2)", "0014", "14/15", "column 7", "2014/2015",
     "Year 2014", "２０１４", "2014-12-31T00:00"],
)  # fmt: skip
def test_no_period(text):
    assert parse_period(text) is None
    assert not is_period(text)


def test_a_dash_is_a_month_among_months():
    assert [period.kind for period in parse_family(["2011-11", "2011-12", "2010-11"])] == [
        PeriodKind.MONTH
    ] * 3


def test_a_dash_is_a_pair_of_years_among_years():
    kinds = [period.kind for period in parse_family(["2010-11", "2011-12", "2012-13"])]
    assert kinds == [PeriodKind.FINANCIAL_YEAR] * 3


def test_a_dash_is_a_span_of_years_among_such_spans():
    kinds = [period.kind for period in parse_family(["2008-12", "2009-13", "2005-09"])]
    assert kinds == [PeriodKind.YEARS] * 3


MONTHS = [f"Robbery | 2020{month:02}" for month in range(1, 13)]
OTHERS = ["Code", "Robbery | total", "Fraud | 202101", "Robbery", "Robbery | 202012 (2)"]


def select(names, latest, skip=0, starts="Robbery | "):
    return newest(Rolling(starts, latest, skip), names, "t", "t.csv")


def test_the_newest_are_taken_oldest_first_wherever_they_stand():
    assert select([*reversed(MONTHS), *OTHERS], 3) == tuple(MONTHS[-3:])


def test_newer_ones_are_left_out():
    assert select([*OTHERS, *MONTHS], 3, 6) == tuple(MONTHS[3:6])
    assert select(MONTHS, 12, 0) == tuple(MONTHS)


def test_all_and_the_rest_together_are_enough():
    assert select(MONTHS, 6, 6) == tuple(MONTHS[:6])


@pytest.mark.parametrize(("latest", "skip"), [(13, 0), (12, 1), (1, 12)])
def test_fewer_than_asked_for_is_an_error_that_says_how_many_there_are(latest, skip):
    with pytest.raises(NeedError) as caught:
        select(MONTHS, latest, skip)
    assert all(part in str(caught.value) for part in ("t.csv", "12 periods", "202001", "202012", "13"))


def test_none_at_all_is_an_error_that_names_what_begins_alike():
    with pytest.raises(NeedError, match=r"“Robbery \| total”"):
        select(["Robbery | total", "Code"], 1)


def test_names_may_be_periods_alone():
    assert select(["Code", "2019", "2021", "2020"], 2, starts="") == ("2020", "2021")


def test_periods_written_in_different_ways_are_ordered_by_time():
    names = ["Dec 2020", "202101", "2020-11", "2021-02"]
    assert select(names, 4, starts="") == ("2020-11", "Dec 2020", "202101", "2021-02")


def test_financial_years_follow_one_another():
    names = ["A | 2014/15", "A | 2009/10", "A | 2013-14"]
    assert select(names, 2, starts="A | ") == ("A | 2013-14", "A | 2014/15")


def test_averages_over_several_years_may_overlap():
    assert select(["2005-09", "2006-10", "2007-11"], 1, starts="") == ("2007-11",)


def test_dates_are_ordered_by_time():
    assert select(["30/6/2015", "31/12/2014", "31/3/2015"], 2, starts="") == ("31/3/2015", "30/6/2015")


@pytest.mark.parametrize("pair", [("202009", "Sep 2020"), ("2020-09", "202009"), ("2011/12", "2011-12")])
def test_two_columns_of_one_period_are_an_error(pair):
    with pytest.raises(NeedError, match="same period"):
        select(list(pair), 1, starts="")


@pytest.mark.parametrize("pair", [("2020", "202006"), ("2013", "2013/14"), ("31/12/2020", "202012")])
def test_periods_of_different_lengths_that_overlap_are_an_error(pair):
    with pytest.raises(NeedError, match="overlap"):
        select(list(pair), 1, starts="")


def test_periods_of_different_lengths_one_after_the_other_are_ordered():
    assert select(["202101", "2020", "2019"], 2, starts="") == ("2020", "202101")


@given(st.sets(st.tuples(st.integers(1990, 2030), st.integers(1, 12)), min_size=1), st.randoms())
def test_months_are_in_the_order_of_time_in_every_spelling(months, rng):
    spellings = [
        lambda year, month: f"{year}{month:02}",
        lambda year, month: f"{SHORT_MONTHS[month - 1]} {year}",
    ]
    named = {rng.choice(spellings)(*month): month for month in months}
    shuffled = list(named)
    rng.shuffle(shuffled)
    found = select(shuffled, len(shuffled), starts="")
    assert [named[name] for name in found] == sorted(months)


@pytest.mark.parametrize(
    "texts", [["2010-11", "2010-12"], ["2009-10", "2009-11", "2009-12"], ["2010-12", "2011-01"]]
)
def test_a_few_months_of_one_year_are_months(texts):
    found = parse_family(texts)
    assert {period.kind for period in found} == {PeriodKind.MONTH}
    assert newest(Rolling("R | ", 2), [f"R | {text}" for text in texts], "t", "t.csv") == tuple(
        f"R | {text}" for text in texts[-2:]
    )


def test_financial_years_in_a_row_are_years():
    assert {period.kind for period in parse_family(["2009-10", "2010-11", "2011-12"])} == {
        PeriodKind.FINANCIAL_YEAR
    }
