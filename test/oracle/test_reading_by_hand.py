# SPDX-License-Identifier: GPL-2.0-or-later
"""The re-computation's reading of tables against small cases worked on paper."""

from __future__ import annotations

from fractions import Fraction

import pytest

from oracle import figures, keys, periods
from oracle.tables import Tidy, Units, column_names


@pytest.mark.parametrize(
    ("text", "decimal", "expected"),
    [
        (" 12 ", ".", "12"),
        ("-1.50", ".", "-1.5"),
        ("+3", ".", "3"),
        ("£63,620", ".", "63620"),
        ("12 %", ".", "12"),
        ("12.5%", ".", "12.5"),
        ("1.19e-4", ".", "0.000119"),
        ("1,234,567.5", ".", "1234567.5"),
        ("1,5", ".", None),
        ("0,567", ".", None),
        ("0,567", ",", "0.567"),
        ("1.500", ",", "1500"),
        ("1.500,25", ",", "1500.25"),
        ("1.5", ",", None),
        ("12,34,567", ".", None),
        ("12 345", ".", None),
        ("1e999", ".", None),
        ("inf", ".", None),
        ("nan", ".", None),
        ("1_000", ".", None),
        ("12 (r)", ".", None),
    ],
)
def test_numbers(text, decimal, expected):
    assert figures.read_text(text, decimal) == (None if expected is None else Fraction(expected))


def test_markers_of_missing_values():
    for cell in ["", " ", "N/A", "na", ".", "..", "-", "X", ":", "*", "#N/A", None]:
        assert figures.is_missing(cell, ())
    assert figures.read_cell("-999.0", ".", ("-999",)) is None
    assert figures.read_cell(-999.0, ".", ("-999",)) is None
    assert figures.is_missing(" Suppressed", ("suppressed",))


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ([["1", "2,5"]], ","),
        ([["1", "0,567"]], ","),
        ([["1", "1,500"]], "."),
        ([["1", "1.500"]], "."),
        ([["12", "n/a"]], "."),
        # one number among three texts is no evidence
        ([["0,5", "a", "b", "c"], ["1.5", "2.5"]], "."),
    ],
)
def test_the_decimal_mark_is_found(columns, expected):
    assert figures.find_decimal(columns, ()) == expected


def test_both_marks_name_a_cell_of_each():
    with pytest.raises(figures.BothMarks) as caught:
        figures.find_decimal([["1,5", "2"], ["2.5"]], ())
    assert (caught.value.comma_cell, caught.value.point_cell) == ("1,5", "2.5")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Richmond upon Thames", "Richmond Upon Thames"),
        ("St. Katharine's & Wapping", "st katharines and wapping"),
        ("London Borough of Bexley", "BEXLEY"),
        ("Royal Borough of Kensington and Chelsea", "Kensington & Chelsea"),
        ("City of Westminster", "Westminster"),
        ("Hammersmith-and-Fulham", "Hammersmith and Fulham"),
        ("Café Road", "cafe  road"),
    ],
)
def test_names_that_are_one(one, other):
    assert keys.plain_name(one) == keys.plain_name(other)


def test_the_city_keeps_its_title():
    assert keys.plain_name("City of London") == "city of london"
    assert keys.plain_name("Westminster City") != keys.plain_name("Westminster")


@pytest.mark.parametrize(
    ("ordered", "not_a_period"),
    [
        (["202012", "202101", "202102"], "202113"),
        (["2020-12", "2021-01"], "2021-1"),
        (["2019", "2020"], "20201"),
        (["2019/20", "2020/21"], "2020/2021"),
        (["2012-13", "2013-14"], "2012-2013"),
        (["31/12/2014", "31/03/2015"], "31/02/2015"),
        (["Dec 2020", "Jan 2021"], "Dez 2020"),
        (["2020-12-31", "2021-01-01"], "2021-02-30"),
    ],
)
def test_periods_stand_in_the_order_of_time(ordered, not_a_period):
    assert sorted(set(ordered), key=periods.when) == ordered
    assert periods.when(not_a_period) is None


def test_periods_roll():
    names = ["Robbery | 202012", "Robbery | 202102", "Robbery | 202101", "Robbery | all", "Fraud | 202103"]
    assert periods.roll(names, "Robbery | ", 2, 0) == ["Robbery | 202101", "Robbery | 202102"]
    assert periods.roll(names, "Robbery | ", 2, 1) == ["Robbery | 202012", "Robbery | 202101"]
    with pytest.raises(periods.PeriodsMissing):
        periods.roll(names, "Robbery | ", 3, 1)


def test_headers_are_joined_and_repeats_numbered():
    assert column_names([["", "2014", " 2014"], ["Code ", "Fires", "Fires"]]) == [
        "Code",
        "2014 | Fires",
        "2014 | Fires (2)",
    ]


def spec(**keys_of_table):
    return {"id": "t", "key_column": "Code", "key_level": "area", **keys_of_table}


def test_digits_are_padded_only_where_all_keys_are_digits():
    records = [["Code", "v"], ["1001", "5"], ["10002", "6"]]
    assert Tidy(spec(), records, Units(["01001", "10002"], ["a", "b"])).unit_row == [0, 1]
    records.append(["Total", "11"])
    assert Tidy(spec(), records, Units(["01001", "10002"], ["a", "b"])).unit_row == [None, 1]


def test_the_first_of_a_repeated_key_stays():
    table = Tidy(spec(), [["Code", "v"], ["A", "5"], ["a ", "6"]], Units(["A"], ["A"]))
    assert table.keys == ["a"]
    assert table.total(["v"]) == [5]


LONG = [
    ["Type", "Code", "202101", "202102"],
    ["Robbery", "A", "1", "2"],
    ["Robbery", "a", "10", "n/a"],
    ["Fraud", "B", "7", ""],
    ["Robbery", "", "100", "100"],
]


@pytest.mark.parametrize(
    ("how", "expected"), [("sum", [11, 2]), ("mean", [Fraction("5.5"), 2]), ("first", [1, 2])]
)
def test_a_long_table_is_spread_and_aggregated(how, expected):
    table = Tidy(
        spec(spread=["Type"], values="periods", aggregate=how), LONG, Units(["A", "B", "C"], ["A", "B", "C"])
    )
    assert table.names == ["Robbery | 202101", "Robbery | 202102", "Fraud | 202101", "Fraud | 202102"]
    assert table.unit_row == [0, 1, None]
    assert [table.column(name)[0] for name in table.names[:2]] == expected
    # B has no row for robbery, and its fraud of February is a row without a figure.
    assert [table.column(name)[1] for name in table.names] == [None, None, 7, None]


def test_an_absent_category_is_zero_where_the_table_says_so():
    table = Tidy(
        spec(spread=["Type"], values="periods", empty_means_zero=True), LONG, Units(["A", "B"], ["A", "B"])
    )
    assert [table.column(name)[1] for name in table.names] == [0, 0, 7, None]


def test_one_value_column_leaves_its_name_out():
    table = Tidy(spec(spread=["Type"], values=["202101"]), LONG, Units(["A"], ["A"]))
    assert table.names == ["Robbery", "Fraud"]


def test_a_sum_with_a_missing_part_is_missing():
    records = [["Code", "a", "b"], ["A", "0.1", "0.2"], ["B", "1", "x"]]
    assert Tidy(spec(), records, Units(["A", "B"], ["A", "B"])).total(["a", "b"]) == [Fraction("0.3"), None]


def test_a_name_borne_by_two_areas_is_unmatched():
    units = Units(["E1", "E2", "E3"], ["Village", "village", "Abbey"])
    table = Tidy(spec(key_match="name"), [["Code", "v"], ["Village", "1"], ["ABBEY", "2"]], units)
    assert table.unit_row == [None, None, 1]


def test_aliases_bring_a_key_to_its_unit():
    units = Units(["E1"], ["Westminster"])
    table = Tidy(
        spec(key_match="name", key_aliases={"Westminster City": "City of Westminster"}),
        [["Code", "v"], ["WESTMINSTER CITY", "1"]],
        units,
    )
    assert table.unit_row == [0]
