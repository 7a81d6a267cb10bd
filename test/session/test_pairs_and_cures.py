# SPDX-License-Identifier: GPL-2.0-or-later
"""Which keys may be one, and what would make more of a table match."""

from __future__ import annotations

import pytest

from support.tables import raw
from vru_need_plugin.core.areas import AreaTable
from vru_need_plugin.scenario.document import KeyLevel, KeyMatch, Table
from vru_need_plugin.scoring.parents import parents_of
from vru_need_plugin.scoring.road import units_of
from vru_need_plugin.session.cures import Words, key_cures, totals_cure
from vru_need_plugin.session.match_groups import Remedy, match_groups
from vru_need_plugin.session.pairs import Pair, other_year_codes, spelled_otherwise, successors
from vru_need_plugin.tables.tidy import tidy

NAMES = ("Ash", "Birch", "Village", "Dell", "Village", "Fir")
AREAS = AreaTable(
    "wards",
    codes=tuple(f"E0500000{n}" for n in range(1, 7)),
    names=NAMES,
    parent_codes=("E09000001",) * 3 + ("E09000002",) * 3,
    parent_names=("North",) * 3 + ("South",) * 3,
)
WORDS = Words("wards", "boroughs")
NEW = tuple(f"E0500990{n}" for n in range(1, 7))
SPEC = Table("t", "t.csv", "code", KeyLevel.AREA)


def units(level=KeyLevel.AREA):
    return units_of(level, AREAS, parents_of(AREAS))


def made(*rows, spec=SPEC):
    return tidy(raw(*rows), spec, units(spec.key_level))


def renamed(borough: bool, prefix: bool = False):
    """Two wards keep their codes, four have new ones and their old names."""
    rows = []
    for place, name in enumerate(NAMES):
        parent = AREAS.parent_names[place]
        code = AREAS.codes[place] if place < 2 else NEW[place]
        label = f"{parent} - {name}" if prefix else name
        rows.append([code, label, parent, str(place)] if borough else [code, label, str(place)])
    header = ["code", "name", "borough", "n"] if borough else ["code", "name", "n"]
    return made(header, *rows)


def test_wards_of_one_name_in_one_borough_are_probable_successors():
    found = successors(renamed(borough=True), AREAS)
    assert [(pair.table_key, pair.unit_key) for pair in found] == list(zip(NEW[2:], AREAS.codes[2:]))


def test_without_a_borough_a_name_that_is_there_twice_is_nobodys_successor():
    found = successors(renamed(borough=False), AREAS)
    assert [pair.name for pair in found] == ["Dell", "Fir"]


def test_a_borough_in_front_of_the_name_tells_the_borough():
    found = successors(renamed(borough=False, prefix=True), AREAS)
    assert [pair.unit_key for pair in found] == list(AREAS.codes[2:])


def test_both_sides_of_another_year_are_counted():
    assert other_year_codes(renamed(borough=True)) == (4, 4)


def test_nothing_is_left_to_pair_where_all_match():
    whole = made(["code", "n"], *([code, "1"] for code in AREAS.codes))
    assert (successors(whole, AREAS), spelled_otherwise(whole), other_year_codes(whole)) == ([], [], (0, 0))
    assert match_groups(whole, AREAS, WORDS) == []


def test_a_name_spelled_otherwise_is_a_pair_by_name():
    spec = Table("t", "t.csv", "name", KeyLevel.PARENT, KeyMatch.NAME)
    table = made(["name", "n"], ["Nort", "1"], ["South", "2"], spec=spec)
    assert spelled_otherwise(table) == [Pair("Nort", "North", "North")]


def test_leading_zeros_put_back_are_told():
    areas = AreaTable("counties", codes=("01001", "10001"), names=("A", "B"))
    counties = units_of(KeyLevel.AREA, areas, parents_of(areas))
    table = tidy(raw(["code", "n"], ["1001", "1"], ["10001", "2"]), SPEC, counties)
    (group,) = match_groups(table, areas, WORDS)
    assert (str(group.title), group.remedy) == ("Leading zeros put back: 1", Remedy.NONE)
    assert [(line.key, str(line.words)) for line in group.lines] == [("1001", "read as 01001")]


def test_the_other_level_is_offered_only_where_little_matches():
    cells = raw(["code", "lad", "n"], *([NEW[n], AREAS.parent_codes[n], str(n)] for n in range(6)))
    both = [units(level) for level in KeyLevel]
    (cure,) = key_cures(cells, SPEC, both, WORDS)
    assert str(cure.text) == "Match boroughs by code: 2 of 2"
    assert (cure.table.key_column, cure.table.key_level) == ("lad", KeyLevel.PARENT)
    half = raw(["code", "lad", "n"], *([AREAS.codes[n], AREAS.parent_codes[n], str(n)] for n in range(3)))
    assert key_cures(half, SPEC, both, WORDS) == []


def test_pairs_go_with_the_keys_that_they_were_made_for():
    spec = Table("t", "t.csv", "code", KeyLevel.AREA, key_aliases={"x": AREAS.codes[0]})
    names = [*NAMES[:2], "Dell", "Fir"]
    cells = raw(["code", "name"], *([f"x{n}", name] for n, name in enumerate(names)))
    (cure,) = key_cures(cells, spec, [units(level) for level in KeyLevel], WORDS)
    assert cure.table.key_aliases == {}


@pytest.mark.parametrize("already", [(), ("E12000007",)])
def test_totals_are_left_out_once(already):
    spec = Table("t", "t.csv", "code", KeyLevel.AREA, exclude_keys=already)
    table = made(["code", "n"], *([code, "1"] for code in (*AREAS.codes, "E12000007")), spec=spec)
    cure = totals_cure(table)
    assert (cure is None) == bool(already)
    if cure is not None:
        assert cure.table.exclude_keys == ("E12000007",)
