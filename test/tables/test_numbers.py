# SPDX-License-Identifier: GPL-2.0-or-later
"""What is a number, what is missing, and what is neither."""

from __future__ import annotations

import datetime
import math
import re
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vru_need_plugin.tables.numbers import COMMA, POINT, Markers, number, parse


def exchanged(text):
    return text.translate(str.maketrans(".,", ",."))


NUMBERS = [
    ("0", 0), ("12", 12), ("007", 7), ("12.5", 12.5), (".5", 0.5), ("5.", 5), ("0.0", 0), ("-3", -3),
    ("+3", 3), ("  12.5\t", 12.5), ("\u00a012.5\u00a0", 12.5), ("12 %", 12), ("12%", 12),
    ("12.5 %", 12.5), ("-12%", -12), ("£5", 5), ("$5.50", 5.5), ("€ 5", 5), ("-£7,596", -7596),
    ("£-7,596", -7596), ("£63,620", 63620), ("5 €", 5), ("1,000", 1000), ("157,215", 157215),
    ("13,025,967", 13025967), ("1,234.5", 1234.5), ("999,999.99", 999999.99), ("1e3", 1000),
    ("1.19e-4", 1.19e-4), ("1E+2", 100), ("-2.5E-1", -0.25), ("1,234e2", 123400), ("−5", -5),
    ("0.1", 0.1), ("0.30000000000000004", 0.30000000000000004), ("9007199254740993", 2**53),
    ("0.42054500550679164", 0.42054500550679164),
]  # fmt: skip

NO_NUMBERS = [
    "abc", "1a", "6b", "12 34", "1 234", "1.2.3", "1..2", "--5", "+-5", "- 5", "5-", "£", "%", "£%",
    "££5", "£5€", "5%%", "%5", "1,23", "12,34,567", "1234,567", "0,567", "01,234", "1,2345", "1,234,56",
    ",5", "1,", "1,000,", "1.5,000", "<5", "5+", "~5", "(12)", "12 (r)", "1/2", "5-6", "inf", "-inf",
    "Infinity", "nan", "NaN", "1_000", "0x10", "1e", "e5", "1e5.5", "1e 5", "1 e5", "١٢", "１２", "²",
    "½", "2014-01-01", "1;2", "true", "1'000", "None", "5 pounds", "\u00a312k", "12 % of",
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_a_number_with_a_decimal_point(text, value):
    assert number(text, POINT) == value
    assert parse([text], POINT, Markers()).values.tolist() == [value]


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_the_same_number_with_a_decimal_comma(text, value):
    assert number(exchanged(text), COMMA) == value
    assert parse([exchanged(text)], COMMA, Markers()).values.tolist() == [value]


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_no_number(text):
    assert number(text, POINT) is None
    parsed = parse(["1", text], POINT, Markers())
    assert parsed.odd == (1,)
    assert parsed.numbers == 1
    assert math.isnan(parsed.values[1])


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_no_number_with_a_decimal_comma_either_once_the_marks_are_exchanged(text):
    assert number(exchanged(text), COMMA) is None
    assert parse(["1", exchanged(text)], COMMA, Markers()).odd == (1,)


MISSING_CELLS = [
    "",
    " ",
    "n/a",
    "N/A",
    "na",
    "NA",
    ".",
    "..",
    " .. ",
    "-",
    "x",
    "X",
    ":",
    "*",
    "#N/A",
    "#n/a",
    "\u00a0",
]


@pytest.mark.parametrize(
    "cell", [*MISSING_CELLS, None, float("nan"), float("inf"), float("-inf"), "1e999", "-1e999"]
)
@pytest.mark.parametrize("mark", [POINT, COMMA])
def test_missing_cells_are_neither_numbers_nor_odd(cell, mark):
    parsed = parse(["1", cell, "2"], mark, Markers.of((), mark))
    assert parsed.odd == ()
    assert parsed.numbers == 2
    assert np.isnan(parsed.values).tolist() == [False, True, False]


@pytest.mark.parametrize("cell", ["-999", "-999.0", " -999 ", "-9.99e2", -999, -999.0, "-999%"])
def test_a_numeric_marker_of_the_tables_own_means_missing_by_value(cell):
    parsed = parse(["1", cell], POINT, Markers.of(("-999",), POINT))
    assert np.isnan(parsed.values).tolist() == [False, True]
    assert parsed.odd == ()


def test_a_marker_of_the_tables_own_is_found_whatever_its_case():
    assert parse(["Suppressed", "c"], POINT, Markers.of(("suppressed ", "C"), POINT)).odd == ()


def test_a_marker_of_one_table_is_no_marker_of_another():
    assert parse(["c"], POINT, Markers()).odd == (0,)
    assert parse(["-999"], POINT, Markers()).values.tolist() == [-999]


def test_a_marker_written_with_a_point_holds_in_a_table_with_commas():
    parsed = parse(["-999,0", "1,5"], COMMA, Markers.of(("-999.0",), COMMA))
    assert np.isnan(parsed.values).tolist() == [True, False]


def test_cells_of_a_spreadsheet_are_taken_as_they_are():
    cells = [1, 2.5, None, "3", "n/a", datetime.date(2020, 1, 1), Decimal("1.5"), 10**400, np.float64(4)]
    parsed = parse(cells, POINT, Markers())
    assert parsed.odd == (5,)
    assert np.array_equal(parsed.values, [1, 2.5, np.nan, 3, np.nan, np.nan, 1.5, np.nan, 4], equal_nan=True)


def test_numbers_among_texts_are_read_with_the_decimal_comma_too():
    assert parse([1.5, "2,5", 3], COMMA, Markers()).values.tolist() == [1.5, 2.5, 3]


def test_a_text_with_a_zero_byte_upsets_no_other_cell():
    parsed = parse(["1,5", "2\0", "3"], COMMA, Markers())
    assert parsed.odd == (1,)
    assert parsed.values[[0, 2]].tolist() == [1.5, 3]


def test_an_array_of_numbers_is_not_copied():
    array = np.array([1.0, np.nan, 3.0])
    assert parse(array, POINT, Markers()).values is array


def test_an_array_with_infinities_or_markers_is_left_as_it_is_and_read_as_missing():
    array = np.array([1.0, np.inf, -999.0])
    parsed = parse(array, POINT, Markers.of(("-999",), POINT))
    assert np.isnan(parsed.values).tolist() == [False, True, True]
    assert array.tolist() == [1.0, np.inf, -999.0]
    assert parsed.numbers == 1


def test_an_array_of_whole_numbers_is_read():
    assert parse(np.array([1, 2], dtype=np.int32), POINT, Markers()).values.tolist() == [1.0, 2.0]


def test_no_cells_are_no_numbers():
    assert parse([], POINT, Markers()).values.shape == (0,)


# A second opinion on the grammar, from its words: Decimal, and one thing at a time.

THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?")
PLAIN = re.compile(r"[0-9]+\.?[0-9]*|\.[0-9]+")


def slow_number(text):
    text = text.strip()
    currencies = [sign for sign in "£$€" if sign in text]
    if len(currencies) > 1 or any(text.count(sign) > 1 for sign in currencies):
        return None
    if text.endswith("%"):
        text = text[:-1].rstrip(" ")
    for sign in currencies:
        before, _, after = text.partition(sign)
        if before in ("", "-", "+"):
            text = before + after.lstrip(" ")
        elif after == "":
            text = before.rstrip(" ")
        else:
            return None
    negative = text.startswith("-")
    if text[:1] in ("-", "+"):
        text = text[1:]
    figure, has_exponent, exponent = text.replace("E", "e").partition("e")
    if has_exponent and not re.fullmatch("[-+]?[0-9]+", exponent):
        return None
    if THOUSANDS.fullmatch(figure):
        figure = figure.replace(",", "")
    elif not PLAIN.fullmatch(figure):
        return None
    value = Decimal(figure + has_exponent + exponent)
    return float(-value if negative else value)


pieces = st.lists(
    st.sampled_from(
        ["1", "0", "23", "456", "000", ".", ",", "-", "+", "£", "€", "%", " ", "e", "E", "e-2", "x", "_"]
    ),
    max_size=7,
).map("".join)


@given(pieces.filter(lambda text: text.count("%") < 2 and not re.search(r"[£$€] *%", text)))
def test_the_grammar_agrees_with_a_slow_reading(text):
    assert number(text, POINT) == slow_number(text)


@given(
    st.lists(
        st.one_of(pieces, st.sampled_from(["", "n/a", "12", "1.5", "nan", "inf", "1_0", "-999"])), max_size=8
    )
)
@pytest.mark.parametrize("mark", [POINT, COMMA])
def test_a_column_is_read_as_its_cells_are(mark, cells):
    markers = Markers.of(("-999",), mark)
    parsed = parse(cells, mark, markers)
    for position, cell in enumerate(cells):
        alone = number(cell, mark)
        missing = markers.is_missing(cell) or alone in (-999, math.inf, -math.inf)
        expected = math.nan if missing or alone is None else alone
        assert np.array_equal(parsed.values[position], expected, equal_nan=True)
        assert (position in parsed.odd) == (not missing and alone is None)


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), max_size=20))
def test_floats_survive_being_written_and_read(values):
    assert parse([repr(value) for value in values], POINT, Markers()).values.tolist() == values


@given(
    st.lists(
        st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9)
    )
)
def test_thousands_marks_change_no_value(values):
    texts = [f"{value:,f}" for value in values]
    assert parse(texts, POINT, Markers()).values.tolist() == [float(value) for value in values]
    commas = [exchanged(text) for text in texts]
    assert parse(commas, COMMA, Markers()).values.tolist() == [float(value) for value in values]
