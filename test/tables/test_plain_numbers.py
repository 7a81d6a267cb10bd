# SPDX-License-Identifier: GPL-2.0-or-later
"""A column of a large text file gives the numbers, to the last bit, that its cells as texts give."""

from __future__ import annotations

import csv
import io

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import vru_need_plugin.tables.csv as csv_module
from support.shared import DATA, needs_data
from support.tables import spec
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.tables.cell_grid import find_cells
from vru_need_plugin.tables.csv import read_csv
from vru_need_plugin.tables.decimal_mark import find_decimal_mark
from vru_need_plugin.tables.header import body_of
from vru_need_plugin.tables.numbers import Markers, parse
from vru_need_plugin.tables.raw import RawTable
from vru_need_plugin.tables.text_column import TextColumn

PUBLISHED = [*sorted(DATA.glob("tables_*/*.csv")), *sorted(DATA.glob("svi/*.csv"))] or [DATA]


def column_of(cells) -> TextColumn:
    """The cells as a column of a file, its header taken off."""
    file = io.StringIO(newline="")
    csv.writer(file, quoting=csv.QUOTE_ALL).writerows([["Code", "Figure"], *(["a", cell] for cell in cells)])
    column = find_cells(file.getvalue(), ",").columns[1][1:]
    assert isinstance(column, TextColumn)
    return column


def same(one, other):
    return (one.values.tobytes(), one.numbers, list(one.odd)) == (
        other.values.tobytes(),
        other.numbers,
        list(other.odd),
    )


def mark_of(*columns):
    names = [f"c{number}" for number in range(len(columns))]
    try:
        return find_decimal_mark(body_of(RawTable("t", columns, names), spec()), ("-9,5",))
    except NeedError as error:
        return str(error)


plain = st.from_regex(r"\A-?[0-9]{0,9}[.,]?[0-9]{0,9}\Z")
exact = st.floats(allow_nan=True, allow_infinity=True).map(repr)
decimals = st.decimals(-(10**9), 10**9, places=3).map(str)
odd = st.text(alphabet="0123456789.,-+eE %£naif_ ٣x\t", max_size=8)
cells = st.lists(st.one_of(plain, exact, decimals, odd), max_size=12)


@settings(max_examples=500)
@given(cells, st.sampled_from(".,"), st.sampled_from([(), ("-999", "none"), ("0",)]))
@example(["-0", "0", "", "-", ".", "-.5", "5.", "1.2.3", "--1", "1-"], ".", ())
@example(["999999999999999", "9007199254740993", "0.1234567890123", "0.12345678901234567"], ".", ())
@example(["nan", "inf", "1_000", "1e5", "٣", " 7 "], ".", ())
def test_the_numbers_are_those_of_the_texts(cells, mark, missing):
    markers = Markers.of(missing, mark)
    assert same(parse(column_of(cells), mark, markers), parse(cells, mark, markers))


@settings(max_examples=200)
@given(st.lists(st.integers(-(10**15), 10**15), max_size=5), st.integers(0, 15))
def test_every_decimal_of_fifteen_characters_is_rounded_as_float_does(numbers, places):
    cells = []
    for number in numbers:
        digits = str(abs(number)).zfill(places + 1)
        cell = f"{digits[: len(digits) - places]}.{digits[len(digits) - places :]}"
        cells.append("-" * (number < 0) + cell)
    read = column_of(cells).plain(".")
    for place, cell in enumerate(cells):
        if place not in read.unclear:
            assert read.values[place].hex() == float(cell).hex()
        assert (place in read.unclear) == (len(cell.lstrip("-")) > 15)


@settings(max_examples=300)
@given(cells, cells)
@example(["0,5", "1", "2"], [])
@example(["0,5", "1", "2"], ["0.5", "1", "2"])
@example(["1.234.567", "1", "2"], ["1,234,567", "", "x"])
def test_the_decimal_mark_is_that_of_the_texts(one, other):
    rows = max(len(one), len(other), 1)
    texts = [cells + [""] * (rows - len(cells)) for cells in (one, other)]
    assert mark_of(*map(column_of, texts)) == mark_of(*texts)


@needs_data
@pytest.mark.parametrize("path", PUBLISHED, ids=[path.stem for path in PUBLISHED])
def test_published_tables_are_read_alike_by_both_roads(path, monkeypatch):
    monkeypatch.setattr(csv_module, "_SMALL", 0)
    at_once = read_csv(path, spec())
    assert all(isinstance(column, TextColumn) for column in at_once.columns)
    monkeypatch.setattr(csv_module, "find_cells", lambda *_: None)
    by_record = read_csv(path, spec())
    assert at_once.text == by_record.text
    assert len(at_once.columns) == len(by_record.columns)
    marks = {find_decimal_mark(body_of(table, spec()), ()) for table in (at_once, by_record)}
    assert len(marks) == 1
    for ours, theirs in zip(at_once.columns, by_record.columns):
        assert list(ours) == list(theirs)
        for mark in ".,":
            assert same(parse(ours[1:], mark, Markers()), parse(theirs[1:], mark, Markers()))


@pytest.mark.parametrize("wide", [False, True])
def test_characters_beyond_latin_move_no_cell(wide):
    column = find_cells(f"Ynys Môn{'ŵ' * wide},12.5\né,-3\n", ",").columns[1]
    assert np.array_equal(parse(column, ".", Markers()).values, [12.5, -3])
