# SPDX-License-Identifier: GPL-2.0-or-later
"""Keys are made alike as DESIGN says, and only as far."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vru_need_plugin.scenario.document import KeyMatch
from vru_need_plugin.tables.keys import (
    KeyRule,
    normalise_all,
    normalise_code,
    normalise_name,
)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("E05000026", "e05000026"),
        ("  e05000026\t", "e05000026"),
        ("\u00a0E05000026\u00a0", "e05000026"),
        ("\ufeffE05000026", "e05000026"),
        (1001.0, "1001"),
        (1001, "1001"),
        (1001.5, "1001.5"),
        (1e15, "1000000000000000"),
        ("1001.0", "1001.0"),
        (None, ""),
        (float("nan"), ""),
        ("STRASSE", "strasse"),
        ("straße", "strasse"),
        (datetime.date(2014, 12, 31), "2014-12-31"),
        (datetime.datetime(2014, 12, 31), "2014-12-31"),
        (datetime.datetime(2014, 12, 31, 12, 30), "2014-12-31t12:30:00"),
    ],
)
def test_a_code_is_trimmed_and_case_folded(cell, code):
    assert normalise_code(cell) == code


@pytest.mark.parametrize(
    ("name", "normalised"),
    [
        ("Richmond Upon Thames", "richmond upon thames"),
        ("Barking & Dagenham", "barking and dagenham"),
        ("Fens&Greatham", "fens and greatham"),
        ("St. Katharine's and Wapping", "st katharines and wapping"),
        ("St Katharine’s & Wapping", "st katharines and wapping"),
        ("St Katharine‘s & Wapping", "st katharines and wapping"),
        ("St Katharine`s & Wapping", "st katharines and wapping"),
        ("St Katharine´s & Wapping", "st katharines and wapping"),
        ("St Katharineʼs & Wapping", "st katharines and wapping"),
        ("Kingston-upon-Thames", "kingston upon thames"),
        ("Kingston  upon\u00a0Thames ", "kingston upon thames"),
        ("Bridge_End (East)", "bridge end east"),
        ("Café Road", "cafe road"),
        ("Cafe\u0301 Road", "cafe road"),
        ("Ynys Môn", "ynys mon"),
        ("City of Westminster", "westminster"),
        ("Westminster", "westminster"),
        ("London Borough of Barking and Dagenham", "barking and dagenham"),
        ("Royal Borough of Kensington & Chelsea", "kensington and chelsea"),
        ("LONDON BOROUGH OF SUTTON", "sutton"),
        ("City of London", "city of london"),
        ("City-of-London", "city of london"),
        ("London Borough of London", "london borough of london"),
        ("City of London Airport", "london airport"),
        ("City of", "city of"),
        ("Citywide of Leeds", "citywide of leeds"),
        ("The City of Leeds", "the city of leeds"),
        ("London", "london"),
        ("-", ""),
        (None, ""),
    ],
)
def test_a_name_is_folded(name, normalised):
    assert normalise_name(name) == normalised


@given(st.text())
def test_normalising_a_name_twice_changes_nothing(name):
    once = normalise_name(name)
    assert normalise_name(once) == once


@given(st.text())
def test_normalising_a_code_twice_changes_nothing(code):
    once = normalise_code(code)
    assert normalise_code(once) == once


@given(st.text(alphabet="abcé &'’-.", max_size=12))
def test_case_blanks_and_apostrophes_never_make_another_name(name):
    variant = f"  {name.upper().replace(' ', '   ')} ".replace("’", "'")
    assert normalise_name(variant) == normalise_name(name)


@given(st.lists(st.one_of(st.text(max_size=8), st.integers(), st.none())), st.sampled_from(KeyMatch))
def test_many_keys_are_normalised_as_one_is(keys, match):
    one_by_one = [normalise_name(key) if match is KeyMatch.NAME else normalise_code(key) for key in keys]
    assert normalise_all(keys, match) == one_by_one


def rule(table_keys, unit_keys, aliases=None, match=KeyMatch.CODE):
    return KeyRule.of(match, normalise_all(table_keys, match), normalise_all(unit_keys, match), aliases or {})


def test_codes_of_digits_on_both_sides_are_padded_to_one_length():
    digits = rule([1001, "12"], ["01001", "00012"])
    assert digits.table_key(1001) == "01001" == digits.unit_key("01001")
    assert digits.table_key("12") == "00012"


def test_padding_goes_to_the_longest_of_both_sides():
    assert rule(["000001"], ["1"]).unit_key("1") == "000001"


def test_one_code_that_is_not_digits_on_either_side_stops_the_padding():
    assert rule(["1001", "Total"], ["01001"]).table_key("1001") == "1001"
    assert rule(["1001"], ["01001", "X"]).table_key("1001") == "1001"


def test_blank_keys_do_not_stop_the_padding():
    assert rule(["1001", "", None], ["01001", ""]).table_key("1001") == "01001"


def test_names_are_never_padded():
    assert rule(["1"], ["01"], match=KeyMatch.NAME).table_key("1") == "1"


def test_an_alias_stands_in_for_the_tables_key_however_it_is_spelt():
    names = rule(["WESTMINSTER CITY"], ["Westminster"], {"Westminster  City": "Westminster"}, KeyMatch.NAME)
    assert names.table_key(" westminster-city") == "westminster"
    assert names.unit_key("Westminster City") == "westminster city"


def test_aliases_are_padded_with_the_keys():
    padded = rule(["1001", "7"], ["01001", "00002"], {"7": "2"})
    assert padded.table_key("7") == "00002" == padded.table_key("00007")


def test_an_aliased_key_that_is_no_digits_does_not_stop_the_padding():
    assert rule(["1001", "Isles"], ["01001", "00002"], {"isles": "2"}).table_key("Isles") == "00002"


def test_aliases_can_exchange_two_keys():
    swapped = rule(["a", "b"], ["a", "b"], {"a": "b", "b": "a"})
    assert (swapped.table_key("A"), swapped.table_key("B")) == ("b", "a")


@given(
    st.lists(st.integers(0, 99999).map(str), min_size=1), st.lists(st.integers(0, 99999).map("{:05}".format))
)
def test_padding_joins_exactly_the_codes_of_equal_number(table_keys, unit_keys):
    both = rule(table_keys, unit_keys)
    for one in table_keys:
        for other in unit_keys:
            assert (both.table_key(one) == both.unit_key(other)) == (int(one) == int(other))
