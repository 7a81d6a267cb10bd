# SPDX-License-Identifier: GPL-2.0-or-later
"""A raw table made tidy and matched with areas."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.tables import BY_NAME, areas, parents, raw, spec, tidied
from vru_need_plugin.core.messages import Cancelled, NeedError
from vru_need_plugin.scenario.document import KeyLevel, Rolling
from vru_need_plugin.tables.raw import RawTable
from vru_need_plugin.tables.tidy import tidy

FIRES = [["Code", "Fires", "Note"], ["B", "2", "busy"], ["A", "1.5", "calm"], ["Z", "9", "calm"]]


def test_rows_are_matched_with_areas_both_ways():
    table = tidied(FIRES, areas("a", "b", "c"))
    assert table.keys == ("b", "a", "z")
    assert table.unit_row.tolist() == [1, 0, -1]
    assert table.row_unit.tolist() == [1, 0, -1]
    assert table.unit_row.dtype == table.row_unit.dtype == np.int32
    assert table.values("Fires").tolist() == [2, 1.5, 9]


def test_of_a_repeated_key_the_first_row_counts():
    rows = [["Code", "Fires"], ["A", "1"], ["a ", "2"], ["B", "3"], ["A", "4"]]
    table = tidied(rows, areas("A", "B"))
    assert table.values("Fires").tolist() == [1, 3]
    report = table.report()
    assert [(item.key, item.rows) for item in report.duplicates] == [("A", (2, 3, 5))]
    assert report.spellings[0].spellings == ("A", "a")


def test_rows_without_a_key_are_left_out_and_counted():
    rows = [["Code", "Fires"], ["", "total"], ["A", "1"], [" ", ""], [None, "5"], ["Note", ""]]
    table = tidied(rows, areas("A"))
    assert table.keys == ("a", "note")
    assert table.report().blank_rows == 3
    assert table.report().not_numbers == ()


def test_keys_are_matched_by_name_where_asked():
    units = areas("E1", "E2", names=["St. Katharine’s & Wapping", "Village"])
    table = tidied([["Ward", "N"], ["St Katharine's and Wapping", "1"]], units, "Ward", key_match=BY_NAME)
    assert table.unit_row.tolist() == [0, -1]


def test_a_name_that_two_areas_bear_matches_neither():
    units = areas("E1", "E2", "E3", names=["Village", "VILLAGE ", "Abbey"])
    rows = [["Ward", "N"], ["Village", "1"], ["Abbey", "2"]]
    table = tidied(rows, units, "Ward", key_match=BY_NAME)
    assert table.unit_row.tolist() == [-1, -1, 1]
    assert table.row_unit.tolist() == [-1, 2]


def test_a_unit_without_a_name_matches_nothing():
    units = areas("E1", "E2", names=["", "Abbey"])
    rows = [["Ward", "N"], ["", "1"], ["Abbey", "2"]]
    assert tidied(rows, units, "Ward", key_match=BY_NAME).unit_row.tolist() == [-1, 0]


def test_numeric_codes_of_a_spreadsheet_match_padded_ones():
    rows = [["FIPS", "N"], [1001.0, 1.0], [10005, 2.0]]
    assert tidied(rows, areas("01001", "10005"), "FIPS").unit_row.tolist() == [0, 1]


def test_a_column_of_numeric_codes_in_an_array_is_a_key_column():
    table = RawTable("t", [np.array([1001.0, 10005.0]), np.array([1.0, np.nan])], names=["FIPS", "N"])
    tidy_table = tidy(table, spec("FIPS"), areas("01001", "10005"))
    assert tidy_table.unit_row.tolist() == [0, 1]
    assert tidy_table.values("N") is table.columns[1]


def test_an_alias_joins_a_table_key_to_an_area():
    rows = [["Borough", "N"], ["Westminster City", "1"]]
    units = parents("E09000033", names=["Westminster"])
    table = tidied(
        rows, units, "Borough", key_match=BY_NAME, key_level=KeyLevel.PARENT,
        key_aliases={"Westminster City": "Westminster"},
    )  # fmt: skip
    assert table.unit_row.tolist() == [0]


def test_a_key_of_the_scenario_is_normalised_as_the_tables_are():
    table = tidied([["FIPS", "N"], ["1001", "1"], ["7", "2"]], areas("01001"), "FIPS", key_aliases={"7": "9"})
    assert table.normalise(" 01001") == "01001" == table.normalise("1001")
    assert table.normalise("7") == "00009" == table.normalise("9")


def test_values_are_read_once():
    table = tidied(FIRES, areas("A", "B"))
    assert table.values("Fires") is table.values(" Fires ")


def test_a_column_is_selected_by_name_or_by_rolling_periods():
    rows = [["Code", "R | 2020", "R | 2019", "R | 2021"], ["A", "1", "2", "3"]]
    table = tidied(rows, areas("A"))
    assert table.select("R | 2020") == ("R | 2020",)
    assert table.select(" R | 2020 ") == ("R | 2020",)
    assert table.select(Rolling("R | ", 2)) == ("R | 2020", "R | 2021")
    with pytest.raises(NeedError, match=r"“R \| 2018”"):
        table.select("R | 2018")


def test_the_decimal_mark_is_that_of_the_table():
    rows = [["Code", "N", "M"], ["A", "0,5", "1.234"], ["B", "0,7", "5"]]
    found = tidied(rows, areas("A", "B"))
    assert found.decimal == ","
    assert found.values("N").tolist() == [0.5, 0.7]
    assert found.values("M").tolist() == [1234, 5]
    given_mark = tidied(rows, areas("A", "B"), decimal=".")
    assert given_mark.values("M").tolist() == [1.234, 5]


def test_a_key_column_that_is_not_there_is_an_error_that_names_the_likest():
    with pytest.raises(NeedError) as caught:
        tidied(FIRES, areas("A"), "Ward Code")
    assert all(part in str(caught.value) for part in ("t.csv", "“Ward Code”", "“Code”"))


def test_no_matching_key_is_an_error_that_shows_both_sides():
    with pytest.raises(NeedError) as caught:
        tidied(FIRES, areas("E1", "E2"))
    assert all(part in str(caught.value) for part in ("t.csv", "“Code”", "“B”", "“E1”", "wards"))


def test_no_matching_key_says_which_other_column_would_match():
    rows = [["Old", "New", "N"], ["x", "E1", "1"], ["y", "E2", "2"]]
    with pytest.raises(NeedError, match="“New” matches 2 areas by code"):
        tidied(rows, areas("E1", "E2"), "Old")


def test_no_matching_code_says_that_the_keys_are_names():
    units = areas("E1", "E2", names=["Abbey", "Elm"])
    with pytest.raises(NeedError, match="“Ward” matches 2 areas by name"):
        tidied([["Ward", "N"], ["Abbey", "1"], ["Elm", "2"]], units, "Ward")


def test_no_matching_area_says_that_the_keys_are_boroughs():
    boroughs = parents("E09000001", "E09000002")
    units = areas("E05000001", "E05000002", others=(boroughs,))
    rows = [["Code", "N"], ["E09000001", "1"], ["E09000002", "2"]]
    with pytest.raises(NeedError, match="“Code” matches 2 parents by code"):
        tidied(rows, units)


def test_no_matching_code_of_the_same_kind_says_another_year_or_place():
    with pytest.raises(NeedError, match="another year or another place"):
        tidied([["Code", "N"], ["E05009999", "1"]], areas("E05000001"))


def test_an_empty_key_column_is_an_error():
    with pytest.raises(NeedError, match=r"key column “Code”.*is empty"):
        tidied([["Code", "N"], ["", "1"], [None, "2"]], areas("A"))


def test_a_column_of_text_is_an_error_when_it_is_asked_for():
    table = tidied(FIRES, areas("A", "B"))
    with pytest.raises(NeedError, match=r"“Note”.*“t”.*t\.csv.*Row 2 has “busy”"):
        table.values("Note")


def test_a_column_with_nothing_in_it_is_missing_and_no_error():
    table = tidied([["Code", "N"], ["A", "n/a"], ["B", ""]], areas("A", "B"))
    assert np.isnan(table.values("N")).all()


def test_both_decimal_marks_are_an_error_at_once():
    with pytest.raises(NeedError, match="both decimal marks"):
        tidied([["Code", "N", "M"], ["A", "0,5", "0.5"]], areas("A"))


def test_tidying_stops_when_the_user_asks():
    class Stopped:
        def isCanceled(self):
            return True

        def setProgress(self, progress):
            pass

    with pytest.raises(Cancelled):
        tidy(raw(*FIRES), spec(), areas("A"), Stopped())


codes = st.sampled_from(["A", "a", " A", "B", "C", "D", "", "E "])


@given(st.lists(codes, min_size=1), st.sets(st.sampled_from("ABCDEF"), min_size=1).map(sorted))
def test_matching_agrees_with_a_plain_loop(keys, unit_keys):
    keys = [*keys, unit_keys[0]]
    rows = [["Code", "N"], *([key, str(number)] for number, key in enumerate(keys))]
    table = tidied(rows, areas(*unit_keys))
    first = {}
    for number, key in enumerate(keys):
        if key.strip():
            first.setdefault(key.strip().casefold(), number)
    assert table.keys == tuple(first)
    assert table.values("N").tolist() == list(first.values())
    for unit, unit_key in enumerate(unit_keys):
        row = table.unit_row[unit]
        assert (row >= 0) == (unit_key.casefold() in first)
        if row >= 0:
            assert table.keys[row] == unit_key.casefold()
            assert table.row_unit[row] == unit
