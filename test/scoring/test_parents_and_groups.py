# SPDX-License-Identifier: GPL-2.0-or-later
"""Who the parents are, and which rows make up a measure's reference group."""

from __future__ import annotations

import numpy as np
import pytest

from vru_need_plugin.core.areas import AreaTable
from vru_need_plugin.core.threshold import Reference
from vru_need_plugin.scenario.document import KeyLevel, KeyMatch, Table
from vru_need_plugin.scoring.columns import UnitCodes
from vru_need_plugin.scoring.group import members
from vru_need_plugin.scoring.parents import parents_of
from vru_need_plugin.scoring.road import units_of
from vru_need_plugin.tables.raw import RawTable
from vru_need_plugin.tables.tidy import tidy

CODES = ["E05000001", "E05000002", "E09000001"]


def areas_of(codes=CODES, **fields):
    return AreaTable("wards", codes, fields.pop("names", codes), **fields)


def tidy_of(keys, areas, **spec):
    table = Table("t", "t.csv", "key", KeyLevel.AREA, **spec)
    columns = [["key", *keys], ["v", *map(str, range(len(keys)))]]
    units = units_of(table.key_level, areas, parents_of(areas))
    return tidy(RawTable("t.csv", columns), table, units), table


def in_group(keys, reference, areas=None, **spec):
    areas = areas or areas_of()
    table, spec_ = tidy_of(keys, areas, **spec)
    belongs = members(table, spec_, reference, UnitCodes(areas, parents_of(areas)).kind(KeyLevel.AREA))
    return [key for key, belong in zip(keys, belongs) if belong]


def test_parents_appear_once_in_order_of_first_appearance():
    parents = parents_of(areas_of(parent_codes=["B2", " b1", "b2 "], parent_names=["Two", "One", "Two"]))
    assert parents.names == ("Two", "One")
    np.testing.assert_array_equal(parents.of_area, [0, 1, 0])


def test_an_area_may_have_no_parent():
    parents = parents_of(areas_of(parent_codes=["B2", None, "  "], parent_names=["Two", None, None]))
    np.testing.assert_array_equal(parents.of_area, [0, -1, -1])


def test_a_parent_has_the_first_name_that_is_given():
    names = [None, "Two", " ", "Two again", "One"]
    parents = parents_of(areas_of(parent_codes=["B2", "B2", "B3", "B2", "B1"], parent_names=names))
    assert parents.names == ("Two", "B3", "One")


def test_without_a_code_field_parents_are_one_where_their_names_are():
    parents = parents_of(
        areas_of(parent_names=["Richmond upon Thames", "Richmond Upon Thames", "City of Westminster"])
    )
    assert parents.names == ("Richmond upon Thames", "City of Westminster")
    np.testing.assert_array_equal(parents.of_area, [0, 0, 1])


def test_without_parent_fields_there_are_no_parents():
    assert len(parents_of(areas_of())) == 0


def test_the_reference_group_areas_holds_the_rows_that_are_areas():
    keys = ["E05000001", "E05000002", "E05999999"]
    assert in_group(keys, Reference.AREAS) == ["E05000001", "E05000002"]
    assert in_group(keys, Reference.WITHIN_PARENT) == ["E05000001", "E05000002"]


def test_the_reference_group_table_holds_areas_and_codes_like_most_of_them():
    keys = ["E05000001", "E09000001", "E05999999", "E09000033", "W05000001", "Total"]
    # The City of London is an area though its code is a borough's; Camden's is not.
    assert in_group(keys, Reference.TABLE) == ["E05000001", "E09000001", "E05999999"]


def test_the_reference_group_table_holds_every_row_where_codes_are_not_gss():
    areas = areas_of(["1001", "1002"])
    keys = ["1001", "1002", "Total"]
    assert in_group(keys, Reference.TABLE, areas) == keys


def test_matched_by_name_the_table_counts_only_rows_that_match():
    areas = areas_of(names=["Abbey", "Bow", "City"])
    keys = ["Abbey", "Bow", "Elsewhere"]
    assert in_group(keys, Reference.TABLE, areas, key_match=KeyMatch.NAME) == ["Abbey", "Bow"]


@pytest.mark.parametrize("reference", [Reference.AREAS, Reference.TABLE])
def test_listed_keys_join_or_leave_the_group(reference):
    keys = ["E05000001", "E05000002", "W05000001"]
    group = in_group(keys, reference, include_keys=("w05000001 ",), exclude_keys=("E05000002",))
    assert group == ["E05000001", "W05000001"]


def test_listed_keys_change_nothing_within_parents():
    keys = ["E05000001", "E05000002", "W05000001"]
    group = in_group(keys, Reference.WITHIN_PARENT, include_keys=("W05000001",), exclude_keys=("E05000002",))
    # An excluded key stays: within a parent, the parent's own areas are the group.
    assert group == ["E05000001", "E05000002"]
