# SPDX-License-Identifier: GPL-2.0-or-later
"""Cells found all at once are those that the csv module finds one after the other."""

from __future__ import annotations

import csv
import io
from itertools import zip_longest

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from vru_need_plugin.tables.cell_grid import find_cells


def by_csv_module(text, delimiter):
    records = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    return [list(column) for column in zip_longest(*records, fillvalue="")], [len(row) for row in records]


def found(text, delimiter=","):
    columns, widths = find_cells(text, delimiter)
    return [list(column) for column in columns], widths


@settings(max_examples=400)
@given(st.text(alphabet='a1,;"\n\r é“', min_size=1, max_size=25), st.sampled_from(",;"))
@example('"a""b",c\n', ",")
@example('""\n\n"""",""\n', ",")
@example('a,b\r\n"x\r\ny",\r\n', ",")
@example('a,"b', ",")
@example('a,"b"c\n', ",")
@example('5" pipe,6"\n', ",")
@example('"a"" "b"\n', ",")
@example("a\rb\r\n", ",")
@example("a,b\r\r\n", ",")
@example("\n\na,b\n\n", ",")
def test_where_cells_are_found_the_csv_module_agrees(text, delimiter):
    if not text.strip():
        return
    grid = find_cells(text, delimiter)
    if grid is not None:
        assert ([list(column) for column in grid.columns], grid.widths) == by_csv_module(text, delimiter)


cells = st.text(alphabet='ab1. ,;|"\n\té£ŵ', max_size=4)
records = st.lists(st.lists(cells, min_size=1, max_size=4), min_size=1, max_size=6)


@settings(max_examples=200)
@given(
    records,
    st.sampled_from(",;\t|"),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
)
def test_whatever_is_written_well_is_found(records, delimiter, quoting, end, cut):
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter, quoting=quoting, lineterminator=end).writerows(records)
    text = file.getvalue()
    text = text[: -len(end)] if cut else text
    if text.strip():
        assert found(text, delimiter) == by_csv_module(text, delimiter)


@pytest.mark.parametrize(
    "text", ['5" pipe,6\n', 'a,"b"c\n', 'a,"b\n', "a\rb\n", "a\r\r\n", "a," + "x" * 200_000]
)
def test_irregular_texts_are_left_to_the_csv_module(text):
    assert find_cells(text, ",") is None


@pytest.mark.parametrize("delimiter", ["", "::", "§", '"', "\n"])
def test_odd_delimiters_are_left_to_the_csv_module(delimiter):
    assert find_cells("a,b\n", delimiter) is None


def test_records_that_are_too_short_are_filled_up():
    assert found("a,b,c\n1\n\n2,3,4,5\n") == (
        [["a", "1", "", "2"], ["b", "", "", "3"], ["c", "", "", "4"], ["", "", "", "5"]],
        [3, 1, 0, 4],
    )


def test_a_column_is_a_sequence():
    column = find_cells('a,b\n"x, y",1\nz,2\n', ",").columns[0]
    assert len(column) == 3
    assert (column[1], column[-1]) == ("x, y", "z")
    assert list(column[1:]) == ["x, y", "z"]
    assert "z" in column
    assert "\0".join(column) == "a\0x, y\0z"
    with pytest.raises(IndexError):
        column[3]
