# SPDX-License-Identifier: GPL-2.0-or-later
"""A table just added describes itself as far as it can."""

from __future__ import annotations

import pytest

from support.shared import DATA, needs_data
from support.tables import areas, london, parents, raw, spec, written
from vru_need_plugin.scenario.document import PERIODS, KeyLevel, KeyMatch, Table
from vru_need_plugin.tables.csv import read_csv
from vru_need_plugin.tables.guess import guess_table
from vru_need_plugin.tables.raw import RawTable

BOROUGHS = parents("E09000001", "E09000002", names=["North", "South"])
WARDS = areas("E05000001", "E05000002", "E05000003", names=["Abbey", "Elm", "Fen"])
UNITS = (WARDS, BOROUGHS)


def guessed(*rows, units=UNITS):
    return guess_table(raw(*rows), units, "t", "t.csv")


def test_a_plain_table():
    found = guessed(["Name", "Code", "Fires"], ["Abbey", "E05000001", "1"], ["Elm", "E05000002", "2"])
    assert found == Table("t", "t.csv", "Code", KeyLevel.AREA)


def test_titles_and_blank_rows_above_the_header_are_skipped():
    found = guessed(
        ["Fires in the city", "", ""], ["", "", ""], ["Name", "Code", "Fires"],
        ["Abbey", "E05000001", "1"], ["Elm", "E05000002", "2"],
    )  # fmt: skip
    assert (found.skip_rows, found.header_rows, found.key_column) == (2, 1, "Code")


def test_two_header_rows_are_found():
    found = guessed(
        ["", "", "Fires", "Fires"], ["Name", "Code", "2019", "2020"], ["Abbey", "E05000001", "1", "2"],
    )  # fmt: skip
    assert (found.header_rows, found.key_column) == (2, "Code")


def test_rows_above_the_first_match_are_data_where_their_keys_look_alike():
    rows = [[f"E0500{number}", "1"] for number in range(1000, 1010)]
    assert guessed(["Code", "N"], *rows, ["E05000001", "2"]).header_rows == 1


def test_a_borough_table_by_name():
    found = guessed(["Borough", "Trust"], ["Royal Borough of North", "0.5"], ["South", "0.6"])
    assert (found.key_column, found.key_level, found.key_match) == ("Borough", KeyLevel.PARENT, KeyMatch.NAME)


def test_wards_go_before_boroughs_even_where_boroughs_match_better():
    found = guessed(
        ["LAD", "Ward", "N"], ["E09000001", "E05000001", "1"], ["E09000002", "E05000999", "2"],
    )  # fmt: skip
    assert found.key_column == "Ward"


def test_field_names_of_a_database_need_no_header():
    table = RawTable("t", [["E05000001"], [1.0]], names=["code", "n"])
    found = guess_table(table, UNITS, "t", "t.gpkg")
    assert (found.key_column, found.header_rows, found.skip_rows) == ("code", 1, 0)


def test_months_in_columns_of_a_long_table_are_its_values():
    found = guessed(
        ["Kind", "Code", "202101", "202102"],
        ["Arson", "E05000001", "1", "2"], ["Robbery", "E05000001", "0", "1"],
        ["Arson", "E05000002", "4", "3"], ["Robbery", "E05000002", "1", "1"],
    )  # fmt: skip
    assert (found.spread, found.values, found.empty_means_zero) == (("Kind",), PERIODS, True)


def test_as_many_categories_as_leave_one_row_for_each_key():
    rows = [
        [ward, kind, when, str(len(kind) + number), "7"]
        for number, ward in enumerate(["E05000001", "E05000002", "E05000003"])
        for kind in ("Trust", "Safety")
        for when in ("31/3/2020", "30/6/2020", "30/9/2020")
    ]
    found = guessed(["Ward", "Measure", "Date", "P", "All"], *rows)
    assert (found.spread, found.values, found.empty_means_zero) == (("Measure", "Date"), ("P",), False)


def test_where_nothing_matches_the_first_column_is_the_key():
    assert guessed(["a", "b"], ["x", "1"], ["y", "2"]).key_column == "a"


WARD, BOROUGH = "tables_ward/", "tables_borough/"


@needs_data
@pytest.mark.parametrize(
    ("file", "year", "expected"),
    [
        (WARD + "ward-atlas-data.csv", 2011, {"key_column": "New Code", "header_rows": 2}),
        (WARD + "ward-profiles-excel-version.csv", 2011, {"key_column": "New code"}),
        (WARD + "london-ward-well-being-probability-scores.csv", 2011, {"key_column": "New ward code"}),
        (WARD + "English IMD - Ward 2020.csv", 2018, {"key_column": "WD20CD"}),
        (WARD + "green_cover_ward_summary.csv", 2018, {"key_column": "ward_code"}),
        (WARD + "Ward2014 AvPTAI2015.csv", 2011, {"key_column": "Ward Code"}),
        (
            WARD + "MPS Ward Level Crime (most recent 24 months) 2020-09_2022-08.csv", 2018,
            {"key_column": "WardCode", "spread": ("MajorText",), "values": PERIODS, "empty_means_zero": True},
        ),
        (
            BOROUGH + "PAS_Dashboard_Borough.csv", 2011,
            {"key_column": "Borough", "key_level": KeyLevel.PARENT, "key_match": KeyMatch.NAME,
             "spread": ("Measure", "Date"), "values": ("Proportion",)},
        ),
        (BOROUGH + "london-borough-profiles.csv", 2011, {"key_column": "Code", "key_level": KeyLevel.PARENT}),
    ],
)  # fmt: skip
def test_the_published_tables_of_london(file, year, expected):
    found = guess_table(read_csv(DATA / file, spec()), london(year), "t", file)
    assert found == Table("t", file, **{"key_level": KeyLevel.AREA, **expected})


@needs_data
def test_a_layer_of_one_borough_changes_nothing_in_a_table_of_london():
    wards, _ = london(2018)
    bexley = areas(*[key for key in wards.keys if key.startswith("E0501")][:17])
    raw_table = read_csv(DATA / (WARD + "English IMD - Ward 2020.csv"), spec())
    found = guess_table(raw_table, (bexley,), "t", "imd.csv")
    assert found == Table("t", "imd.csv", "WD20CD", KeyLevel.AREA)


def test_an_empty_guess_needs_rows(tmp_path):
    from vru_need_plugin.core.messages import NeedError

    path = written(tmp_path, "Code,N\n")
    with pytest.raises(NeedError, match="no rows"):
        guess_table(read_csv(path, spec()), UNITS, "t", "t.csv")
