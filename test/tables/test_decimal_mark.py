# SPDX-License-Identifier: GPL-2.0-or-later
"""The decimal mark is found from cells that can only hold one, in columns of numbers."""

from __future__ import annotations

import numpy as np
import pytest

from support.tables import raw, spec
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.tables.decimal_mark import find_decimal_mark
from vru_need_plugin.tables.header import body_of


def mark_of(*columns, missing=()):
    """The mark of a table with these columns below a header."""
    rows = zip(*([f"c{place}", *column] for place, column in enumerate(columns)))
    return find_decimal_mark(body_of(raw(*rows), spec()), missing)


@pytest.mark.parametrize(
    "cell", ["0,56", "0,567", "12,5", "1234,567", "1,5e3", "£0,56", "12,5 %", "1.234,5", ",5"]
)
def test_a_cell_that_can_only_hold_a_decimal_comma_makes_it_a_comma(cell):
    assert mark_of(["1", "2", cell]) == ","


@pytest.mark.parametrize(
    "cell", ["0.56", "12.5", "1,234", "1.234", "1,234,567", "1.234.567", "£63,620", "5", "", "n/a"]
)
def test_without_such_a_cell_it_is_a_point(cell):
    assert mark_of(["1", "2", cell]) == "."


def test_a_column_of_words_is_no_evidence():
    assert mark_of(["Smith, John", "Abbey", "0,56"], ["1", "2", "3"]) == "."


def test_half_numbers_are_not_most():
    assert mark_of(["0,56", "word"]) == "."
    assert mark_of(["0,56", "word", "7"]) == ","


def test_missing_cells_do_not_count_against_a_column():
    assert mark_of(["0,56", "n/a", "..", "-", "", "none"], missing=("none",)) == ","


def test_a_marker_of_the_tables_own_is_no_evidence():
    assert mark_of(["-9,5", "1", "2"], missing=("-9,5",)) == "."


def test_numbers_of_a_spreadsheet_count_as_numbers():
    assert mark_of([1.5, 2, "0,56", "word"]) == ","
    assert mark_of([None, float("nan"), "0,56", "word"]) == "."


def test_an_array_of_numbers_is_no_evidence():
    from vru_need_plugin.tables.raw import RawTable

    table = RawTable("t", [np.array([1.5, 2.5, 3.5]), ["0,5", "1", "2"]], names=["a", "b"])
    assert find_decimal_mark(body_of(table, spec()), ()) == ","


def test_both_marks_are_an_error_that_names_a_cell_of_each():
    with pytest.raises(NeedError) as caught:
        mark_of(["1", "0,56", "3"], ["1", "2", "2.5"])
    message = str(caught.value)
    for part in ("t.csv", "“0,56” in row 3, column “c0”", "“2.5” in row 4, column “c1”"):
        assert part in message


def test_both_marks_in_one_column_are_an_error():
    with pytest.raises(NeedError, match="both decimal marks"):
        mark_of(["0,56", "2.5", "3"])


def test_the_other_mark_among_words_is_no_error():
    assert mark_of(["0,56", "1", "2"], ["v 2.5", "Mr. X", "2.5"]) == ","
