# SPDX-License-Identifier: GPL-2.0-or-later
"""Long tables become one row a key."""

from __future__ import annotations

import datetime
import math
import sys
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.tables import BY_NAME, areas, tidied
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.scenario.document import Aggregate, Rolling

CRIME = [
    ["Code", "Major", "Minor", "202101", "202102"],
    ["A", "Robbery", "Personal", "1", "2"],
    ["A", "Robbery", "Business", "3", "4"],
    ["A", "Arson", "Arson", "5", "n/a"],
    ["B", "Robbery", "Personal", "7", "8"],
]
WARDS = areas("A", "B", "C")


def columns(table):
    return {name: table.values(name).tolist() for name in table.names}


def test_every_period_becomes_a_column_of_each_category():
    table = tidied(CRIME, WARDS, spread=("Major",), values="periods")
    assert table.keys == ("a", "b")
    assert table.names == (
        "Robbery | 202101", "Robbery | 202102", "Arson | 202101", "Arson | 202102",
    )  # fmt: skip
    assert table.values("Robbery | 202101").tolist() == [4, 7]
    assert np.array_equal(table.values("Arson | 202101"), [5, np.nan], equal_nan=True)
    assert table.unit_row.tolist() == [0, 1, -1]


def test_several_spread_columns_are_joined_in_their_order():
    table = tidied(CRIME, WARDS, spread=("Minor", "Major"), values=("202102",))
    assert table.names == ("Personal | Robbery", "Business | Robbery", "Arson | Arson")


def test_one_value_column_lends_no_name_two_do():
    assert tidied(CRIME, WARDS, spread=("Major",), values=("202101",)).names == ("Robbery", "Arson")
    both = tidied(CRIME, WARDS, spread=("Major",), values=("202102", "202101"))
    assert both.names[:2] == ("Robbery | 202102", "Robbery | 202101")


def test_quotation_marks_of_the_source_are_kept():
    rows = [["Code", "Measure", "Date", "P"], ["A", '"Good Job" local', "31/12/2014", "0.5"]]
    assert tidied(rows, WARDS, spread=("Measure", "Date"), values=("P",)).names == (
        '"Good Job" local | 31/12/2014',
    )


def test_dates_and_whole_numbers_of_a_spreadsheet_are_written_plainly():
    rows = [
        ["Code", "Date", "Year", "P"],
        ["A", datetime.date(2014, 12, 31), 2014.0, 1.0],
        ["A", datetime.datetime(2015, 3, 31), 2015, 2.0],
    ]
    assert tidied(rows, WARDS, spread=("Date", "Year"), values=("P",)).names == (
        "2014-12-31 | 2014", "2015-03-31 | 2015",
    )  # fmt: skip


def test_blanks_around_a_category_make_no_other_one():
    rows = [["Code", "Type", "N"], ["A", "Arson ", "1"], ["A", " Arson", "2"]]
    assert columns(tidied(rows, WARDS, spread=("Type",), values=("N",))) == {"Arson": [3]}


@pytest.mark.parametrize(("how", "value"), [(Aggregate.SUM, 4), (Aggregate.MEAN, 2), (Aggregate.FIRST, 1)])
def test_rows_that_fall_together_are_aggregated(how, value):
    table = tidied(CRIME, WARDS, spread=("Major",), values=("202101",), aggregate=how)
    assert table.values("Robbery")[0] == value


def test_a_sum_of_decimals_is_the_decimal():
    rows = [["Code", "Type", "N"], ["A", "x1", "0.1"], ["A", "x1", "0.2"]]
    assert columns(tidied(rows, WARDS, spread=("Type",), values=("N",))) == {"x1": [0.3]}


def test_missing_cells_are_skipped_and_all_missing_is_missing():
    rows = [["Code", "Type", "N"], ["A", "t", "n/a"], ["A", "t", "2"], ["B", "t", "n/a"]]
    assert np.array_equal(
        tidied(rows, WARDS, spread=("Type",), values=("N",)).values("t"), [2, np.nan], equal_nan=True
    )


def test_empty_means_zero_where_there_is_no_row_and_only_there():
    rows = [["Code", "Type", "N"], ["A", "t", "1"], ["B", "u", "2"], ["B", "t", "n/a"]]
    table = tidied(rows, areas("A", "B", "C"), spread=("Type",), values=("N",), empty_means_zero=True)
    assert np.array_equal(table.values("t"), [1, np.nan], equal_nan=True)
    assert table.values("u").tolist() == [0, 2]
    assert table.unit_row[2] == -1


def test_without_it_no_row_is_missing():
    rows = [["Code", "Type", "N"], ["A", "t", "1"], ["B", "u", "2"]]
    table = tidied(rows, WARDS, spread=("Type",), values=("N",))
    assert np.array_equal(table.values("t"), [1, np.nan], equal_nan=True)


def test_rows_whose_keys_normalise_alike_are_aggregated_and_the_spellings_named():
    rows = [
        ["Borough", "Type", "N"],
        ["Richmond upon Thames", "t", "1"],
        ["Richmond Upon Thames", "t", "2"],
        ["London Borough of Richmond-upon-Thames", "t", "3"],
    ]
    units = areas("E1", names=["Richmond upon Thames"])
    table = tidied(rows, units, "Borough", key_match=BY_NAME, spread=("Type",), values=("N",))
    assert table.values("t").tolist() == [6]
    assert table.report().spellings[0].spellings == tuple(row[0] for row in rows[1:])
    assert table.report().duplicates == ()


def test_rows_without_a_key_take_no_part():
    rows = [*CRIME, ["", "Robbery", "", "100", "100"], [" ", "Note", "", "", ""]]
    table = tidied(rows, WARDS, spread=("Major",), values=("202101",))
    assert table.names == ("Robbery", "Arson")
    assert table.values("Robbery").tolist() == [4, 7]
    assert table.report().blank_rows == 2


def test_rows_of_no_area_remain_as_extra_rows():
    table = tidied(
        [*CRIME, ["Unknown", "Robbery", "", "9", "9"]], WARDS, spread=("Major",), values=("202101",)
    )
    assert table.keys == ("a", "b", "unknown")
    assert table.row_unit.tolist() == [0, 1, -1]
    assert table.values("Robbery").tolist() == [4, 7, 9]


def test_periods_are_selected_by_the_category_they_belong_to():
    table = tidied(CRIME, WARDS, spread=("Major",), values="periods")
    assert table.select(Rolling("Robbery | ", 1)) == ("Robbery | 202102",)
    assert table.select(Rolling("Robbery | ", 1, 1)) == ("Robbery | 202101",)
    with pytest.raises(NeedError, match="2 periods"):
        table.select(Rolling("Robbery | ", 3))


def test_a_key_column_that_looks_like_a_period_is_no_value():
    rows = [["2020", "Type", "2021"], ["A", "t", "1"]]
    assert tidied(rows, WARDS, "2020", spread=("Type",), values="periods").names == ("t",)


def test_no_period_among_the_columns_is_an_error():
    with pytest.raises(NeedError, match=r"t\.csv.*no column's name is a period"):
        tidied([["Code", "Type", "N"], ["A", "t", "1"]], WARDS, spread=("Type",), values="periods")


@pytest.mark.parametrize(("spread", "values"), [(("Kind",), ("202101",)), (("Major",), ("202103",))])
def test_a_column_that_is_not_there_is_an_error(spread, values):
    with pytest.raises(NeedError, match=r"t\.csv.*no column"):
        tidied(CRIME, WARDS, spread=spread, values=values)


def test_a_value_column_of_text_is_an_error_with_an_example():
    with pytest.raises(NeedError, match=r"“Minor”.*t\.csv.*Row 2 has “Personal”"):
        tidied(CRIME, WARDS, spread=("Major",), values=("Minor",)).values("Robbery")


def test_cells_that_are_no_number_are_reported_by_value_column_and_row():
    rows = [["Code", "Type", "N"], ["A", "t", "1"], ["A", "u", "<5"], ["B", "t", "<5"], ["", "t", "note"]]
    table = tidied(rows, WARDS, spread=("Type",), values=("N",))
    table.values("t")
    found = table.report().not_numbers
    assert [(item.column, item.count, item.example, item.row) for item in found] == [("N", 2, "<5", 3)]


def test_far_too_many_categories_are_refused_before_they_fill_the_memory(monkeypatch):
    monkeypatch.setattr("vru_need_plugin.tables.spread.MOST_CELLS", 5)
    rows = [["Code", "Type", "N"], *(["A", f"t{number}", "1"] for number in range(6))]
    with pytest.raises(NeedError, match="6 columns"):
        tidied(rows, WARDS, spread=("Type",), values=("N",))


def test_without_pandas_the_error_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(NeedError, match="python3-pandas"):
        tidied(CRIME, WARDS, spread=("Major",), values="periods")


def test_a_table_that_is_not_spread_needs_no_pandas(monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    assert tidied([["Code", "N"], ["A", "1"]], WARDS).values("N").tolist() == [1]


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["A", "a ", "B", "C", "D", ""]),
        st.sampled_from(["t", "u", "t ", "v"]),
        st.sampled_from(["0.1", "0.2", "1,234.5", "n/a", "", "7", "-0.3", "<5"]),
        st.sampled_from(["1", "2", "x", "0.25"]),
    ),
    min_size=1,
)


def expected(rows, how, zero):
    """The same with dictionaries, one cell at a time."""
    keys = list(dict.fromkeys(key.strip().casefold() for key, *_ in rows if key.strip()))
    kinds = list(dict.fromkeys(kind.strip() for key, kind, *_ in rows if key.strip()))
    answer = {}
    for kind in kinds:
        for place, value_column in ((2, "N"), (3, "M")):
            cells = []
            for key in keys:
                here = [
                    row[place] for row in rows if row[0].strip().casefold() == key and row[1].strip() == kind
                ]
                numbers = [
                    Fraction(cell.replace(",", "")) for cell in here if cell not in ("n/a", "", "<5", "x")
                ]
                if not numbers:
                    cells.append(0.0 if zero and not here else math.nan)
                elif how is Aggregate.FIRST:
                    cells.append(float(numbers[0]))
                else:
                    cells.append(float(sum(numbers) / (len(numbers) if how is Aggregate.MEAN else 1)))
            answer[f"{kind} | {value_column}"] = cells
    return keys, answer


@settings(max_examples=80)
@given(ROWS, st.sampled_from(Aggregate), st.booleans())
def test_spreading_agrees_with_a_plain_loop(rows, how, zero):
    rows = [*rows, ("A", "t", "1", "1")]
    table = tidied(
        [["Code", "Type", "N", "M"], *map(list, rows)], WARDS,
        spread=("Type",), values=("N", "M"), aggregate=how, empty_means_zero=zero,
    )  # fmt: skip
    keys, answer = expected(rows, how, zero)
    assert list(table.keys) == keys
    assert list(table.names) == list(answer)
    for name, cells in answer.items():
        assert np.array_equal(table.values(name), cells, equal_nan=True), name
