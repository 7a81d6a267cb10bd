# SPDX-License-Identifier: GPL-2.0-or-later
"""Headers of one or several rows make one stable name a column."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.tables import raw, spec
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.tables.header import body_of, unique_names
from vru_need_plugin.tables.raw import RawTable


def test_one_header_row_is_the_default():
    body = body_of(raw(["Code", " Fires "], ["A", "1"]), spec())
    assert body.names == ("Code", "Fires")
    assert [list(column) for column in body.columns] == [["A"], ["1"]]
    assert body.row(0) == 2


def test_several_header_rows_are_joined_from_top_to_bottom_without_blanks():
    table = raw(["", "Crime ", "Crime"], ["Code", "", " 2014"], ["", " ", "count"], ["A", "1", "2"])
    assert body_of(table, spec(header_rows=3)).names == ("Code", "Crime", "Crime | 2014 | count")


def test_skipped_rows_are_counted_blank_ones_too():
    table = raw(["Title", ""], ["", ""], ["Code", "Fires"], ["A", "1"])
    body = body_of(table, spec(skip_rows=2))
    assert body.names == ("Code", "Fires")
    assert body.row(0) == 4


def test_header_cells_of_a_spreadsheet_are_written_as_text():
    header = ["Code", 2014.0, 7, datetime.datetime(2014, 12, 31), None]
    assert body_of(raw(header, ["A", 1, 2, 3, 4]), spec()).names == (
        "Code", "2014", "7", "2014-12-31", "column 5",
    )  # fmt: skip


def test_a_repeated_name_is_numbered_in_column_order():
    assert unique_names(["A", "B", "A", "A", "B"]) == ["A", "B", "A (2)", "A (3)", "B (2)"]


def test_a_blank_name_is_called_after_its_place():
    assert unique_names(["A", "", ""]) == ["A", "column 2", "column 3"]


def test_a_name_that_looks_like_a_repeat_is_kept_apart():
    assert unique_names(["A", "A", "A (2)"]) == ["A", "A (2)", "A (2) (2)"]
    assert unique_names(["A (2)", "A", "A"]) == ["A (2)", "A", "A (3)"]


@given(st.lists(st.sampled_from(["", "A", "B", "A (2)", "A (2) (2)", "column 2"])))
def test_names_are_unique_and_the_first_of_each_is_kept(names):
    unique = unique_names(names)
    assert len(set(unique)) == len(unique) == len(names)
    assert all(new.startswith(old) for old, new in zip(names, unique) if old)


def test_a_column_without_name_and_cells_is_left_out():
    body = body_of(raw(["Code", "", "", "B"], ["A", "", "x", "1"], ["A", None, "", "1"]), spec())
    assert body.names == ("Code", "column 3", "B")


def test_field_names_of_a_database_take_no_row():
    table = RawTable("t", [["A"], [1]], names=[" Code", "Fires"])
    body = body_of(table, spec(header_rows=2, skip_rows=3))
    assert body.names == ("Code", "Fires")
    assert body.row_count == 1
    assert body.row(0) == 1


def test_a_column_is_found_with_blanks_around_its_name():
    body = body_of(raw(["Code", "Fires "], ["A", "1"]), spec())
    assert body.cells(" Fires ") == ["1"]


def test_a_column_that_is_not_there_names_the_likest():
    body = body_of(raw(["Code", "Robberies", "Fires", "Name"], ["A", "1", "2", "x"]), spec())
    with pytest.raises(NeedError) as caught:
        body.cells("Robbery")
    assert all(part in str(caught.value) for part in ("t.csv", "“Robbery”", "“Robberies”"))
    assert "“Name”" not in str(caught.value)


def test_a_table_of_one_column_hints_at_the_delimiter():
    body = body_of(raw(["Code:Fires"], ["A:1"]), spec())
    with pytest.raises(NeedError, match="delimiter"):
        body.cells("Code")


@pytest.mark.parametrize("rows", [[["Code", "Fires"]], [["Code"]]])
def test_a_table_with_nothing_below_its_header_is_an_error(rows):
    with pytest.raises(NeedError, match=r"t\.csv.*no rows"):
        body_of(raw(*rows), spec())


def test_a_table_with_fewer_rows_than_its_header_is_an_error():
    with pytest.raises(NeedError, match="no rows"):
        body_of(raw(["Code"], ["A"]), spec(header_rows=3))
