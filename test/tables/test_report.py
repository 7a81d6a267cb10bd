# SPDX-License-Identifier: GPL-2.0-or-later
"""The report on a table names what happened, with likely causes, and floods nobody."""

from __future__ import annotations

import pytest

from support.tables import BY_NAME, areas, parents, spec, tidied, written
from vru_need_plugin.scenario.document import KeyLevel
from vru_need_plugin.tables.causes import WORDS, Cause
from vru_need_plugin.tables.csv import read_csv
from vru_need_plugin.tables.findings import Side
from vru_need_plugin.tables.tidy import tidy

BOROUGHS = parents("E09000001", "E09000002", names=["City of London", "Barking & Dagenham"])
WARDS = areas(
    *(f"E0500000{number}" for number in range(1, 9)),
    names=["Abbey", "Bridge", "Castle", "Dale", "Elm", "Fen", "Grove", "Hill"],
    others=(BOROUGHS,),
)


def by_code(*keys, units=WARDS, labels=None):
    """The report on a table with these keys."""
    labels = labels or ["Somewhere"] * len(keys)
    rows = [["Code", "Name", "N"], *([key, label, "1"] for key, label in zip(keys, labels))]
    return tidied(rows, units).report()


def by_name(*names, units=BOROUGHS):
    rows = [["Borough", "N"], *([name, "1"] for name in names)]
    return tidied(rows, units, "Borough", key_match=BY_NAME, key_level=units.level).report()


def causes(items):
    return {item.key: item.cause for item in items}


def all_wards(*without):
    return [key for key in WARDS.keys if key not in without]


def test_a_table_that_fits_has_nothing_to_explain():
    report = by_code(*WARDS.keys)
    assert report.all_matched
    assert (report.matched, report.units, report.keys, report.rows_read) == (8, 8, 8, 8)
    assert report.rows() == []
    assert str(report.lines()[0]) == "8 of 8 areas have a row in the table."


@pytest.mark.parametrize(
    ("key", "cause"),
    [
        ("E12000007", Cause.TOTAL),
        ("E92000001", Cause.TOTAL),
        ("K04000001", Cause.TOTAL),
        ("727", Cause.TOTAL),
        ("#1", Cause.TOTAL),
        ("Source: ONS", Cause.TOTAL),
        ("E09000002", Cause.OTHER_LEVEL),
        ("E09000033", Cause.OTHER_LEVEL),
        ("E01000001", Cause.OTHER_LEVEL),
        ("E05999999", Cause.OUTSIDE),
        ("W05000001", Cause.OUTSIDE),
    ],
)
def test_the_likely_cause_of_a_code_of_the_table(key, cause):
    report = by_code(*WARDS.keys, key)
    assert causes(report.unmatched_keys) == {key: cause}
    assert report.unmatched_keys[0].row == 10
    assert report.unmatched_keys[0].name == "Somewhere"


def test_codes_left_over_on_both_sides_are_of_another_year():
    missing = WARDS.keys[:3]
    report = by_code(*all_wards(*missing), "E05009001", "E05009002")
    assert set(causes(report.unmatched_keys).values()) == {Cause.OTHER_YEAR}
    assert causes(report.unmatched_units) == dict.fromkeys(missing, Cause.OTHER_YEAR)
    assert [item.name for item in report.unmatched_units] == ["Abbey", "Bridge", "Castle"]


def test_a_table_that_reaches_far_beyond_the_layer_is_outside_it():
    report = by_code(*all_wards(*WARDS.keys[:2]), *(f"E0501{number:04}" for number in range(20)))
    assert set(causes(report.unmatched_keys).values()) == {Cause.OUTSIDE}
    assert set(causes(report.unmatched_units).values()) == {Cause.OTHER_YEAR}


def test_a_single_area_without_a_row_has_none():
    report = by_code(*all_wards("E05000004"), "E05999999")
    assert causes(report.unmatched_units) == {"E05000004": Cause.NO_ROW}


def test_an_area_of_another_kind_than_most_is_not_of_another_year():
    units = areas(*WARDS.keys, "E09000001")
    report = by_code(*all_wards(*WARDS.keys[:3]), "E05009001", "E05009002", units=units)
    assert causes(report.unmatched_units)["E09000001"] is Cause.NO_ROW


def test_a_leading_zero_lost_is_named_with_the_key_that_is_meant():
    units = areas("01001", "10005")
    report = by_code("1001", "10005", "Total", units=units)
    assert [(item.key, item.cause, item.meant) for item in report.unmatched_keys] == [
        ("1001", Cause.LEADING_ZERO, "01001"),
        ("Total", Cause.TOTAL, None),
    ]
    assert [(item.key, item.cause, item.meant) for item in report.unmatched_units] == [
        ("01001", Cause.LEADING_ZERO, "1001")
    ]


@pytest.mark.parametrize(
    ("name", "cause"),
    [
        ("Barking and Dagenam", Cause.SPELLING),
        ("London", Cause.TOTAL),
        ("England and Wales", Cause.TOTAL),
        ("Total", Cause.TOTAL),
        ("Inner London", Cause.TOTAL),
        ("Unknown", Cause.OUTSIDE),
        ("London Heathrow and London City Airports", Cause.OUTSIDE),
    ],
)
def test_the_likely_cause_of_a_name_of_the_table(name, cause):
    assert causes(by_name("City of London", name).unmatched_keys) == {name: cause}


def test_a_name_spelled_otherwise_offers_the_alias_that_joins_the_two():
    report = by_name("City of London", "Barking and Dagenam")
    assert report.unmatched_keys[0].meant == "Barking & Dagenham"
    assert [(item.name, item.cause, item.meant) for item in report.unmatched_units] == [
        ("Barking & Dagenham", Cause.SPELLING, "Barking and Dagenam")
    ]
    alias = {report.unmatched_keys[0].key: report.unmatched_keys[0].meant}
    rows = [["Borough", "N"], ["Barking and Dagenam", "1"]]
    cured = tidied(rows, BOROUGHS, "Borough", key_match=BY_NAME, key_level=KeyLevel.PARENT, key_aliases=alias)
    assert cured.unit_row.tolist() == [-1, 0]


def test_a_name_that_two_areas_bear_is_ambiguous_on_both_sides():
    units = areas("E1", "E2", "E3", names=["Village", "Village", "Abbey"])
    report = by_name("Village", "Abbey", units=units)
    assert causes(report.unmatched_keys) == {"Village": Cause.AMBIGUOUS}
    assert causes(report.unmatched_units) == {"E1": Cause.AMBIGUOUS, "E2": Cause.AMBIGUOUS}


def test_an_area_without_a_name_is_blank():
    units = areas("E1", "E2", names=["", "Abbey"])
    assert causes(by_name("Abbey", units=units).unmatched_units) == {"E1": Cause.BLANK}


def test_a_borough_among_ward_names_is_of_another_level():
    report = by_name("Abbey", "City of London", units=WARDS)
    assert causes(report.unmatched_keys) == {"City of London": Cause.OTHER_LEVEL}


def test_long_lists_of_names_are_not_compared_with_one_another():
    units = areas(*map(str, range(400)), names=[f"Ward {number}x" for number in range(400)])
    report = by_name("Ward 0x", *(f"Ward {number}y" for number in range(400)), units=units)
    assert Cause.SPELLING not in causes(report.unmatched_keys).values()


def test_many_keys_outside_the_layer_are_one_row_of_the_report():
    report = by_code(*WARDS.keys, *(f"E0501{number:04}" for number in range(6548)))
    rows = report.rows()
    assert len(rows) == 1
    assert str(rows[0].cause) == "outside the layer"
    assert str(rows[0].detail).startswith("6548 keys, for example E05010000, E05010001")
    assert len(report.lines()) < 8
    assert all(len(str(line)) < 200 for line in report.lines())


def test_a_few_keys_outside_the_layer_are_named_one_by_one():
    rows = by_code(*WARDS.keys, "E05999998", "E05999999").rows()
    assert [(row.side, row.key, row.row) for row in rows] == [
        (Side.TABLE, "E05999998", 10), (Side.TABLE, "E05999999", 11),
    ]  # fmt: skip


def test_every_finding_has_a_row():
    rows = [
        ["Code", "N"],
        ["A", "1"],
        ["a ", "2"],
        ["", "note"],
        ["B", "<5"],
        ["C", "<5"],
        ["Z", "3"],
    ]
    table = tidied(rows, areas("A", "B", "C", "D"))
    table.values("N")
    found = [
        (row.side.value, row.key, str(row.cause), str(row.detail or ""), row.row)
        for row in table.report().rows()
    ]
    assert found == [
        ("layer", "D", "no row in the table", "", None),
        ("table", "Z", "outside the layer", "", 7),
        ("table", "A", "spellings taken as one key", "also written a", 2),
        ("table", "A", "a key on several rows", "rows 2, 3; the first counts", 2),
        ("table", "", "rows without a key", "left out: 1", None),
        ("table", "", "cells that are no number", "2 in “N”, for example “<5”; taken as missing", 5),
    ]


def test_every_finding_has_a_line():
    rows = [["Code", "N"], ["A", "1"], ["a ", "2"], ["", "note"], ["B", "<5"], ["C", "<5"], ["Z", "3"]]
    table = tidied(rows, areas("A", "B", "C", "D"))
    table.values("N")
    assert [str(line) for line in table.report().lines()] == [
        "3 of 4 areas have a row in the table.",
        "In the layer without a row: 1; likely cause: no row in the table (D).",
        "In the table, not in the layer: 1; likely cause: outside the layer (Z).",
        "Taken as one key: “A”, “a”.",
        "The key A is on several rows (2, 3); the first counts.",
        "Column “N”: 2 cells are no number, so missing (row 5: “<5”).",
        "Read from t.csv: 6 rows, 4 different keys; rows without a key, left out: 1.",
        "Header: row 1; decimal mark: “.”.",
    ]


def test_columns_that_were_not_read_are_not_reported():
    table = tidied([["Code", "N", "M"], ["A", "1", "2"], ["B", "<5", "<5"]], areas("A", "B"))
    table.values("M")
    assert [item.column for item in table.report().not_numbers] == ["M"]
    table.values("N")
    assert [item.column for item in table.report().not_numbers] == ["M", "N"]


def test_how_a_text_file_was_read_is_said(tmp_path):
    path = written(tmp_path, "Title\n\nCode;Cost £\nA;0,5\nB;0,6;x\nC\n".encode("cp1252"))
    description = spec(skip_rows=2)
    report = tidy(read_csv(path, description), description, areas("A", "B", "C")).report()
    assert report.header_rows == (3, 3)
    assert (report.encoding, report.delimiter, report.decimal, report.decimal_given) == (
        "cp1252",
        ";",
        ",",
        False,
    )
    assert report.long_rows == (5,)
    assert report.short_rows == (6,)
    texts = [str(line) for line in report.lines()]
    assert "Encoding: cp1252; between the cells: semicolon." in texts
    assert any(text.startswith("Rows with more cells than most: 1 (row 5)") for text in texts)


def test_every_cause_has_words():
    assert set(WORDS) == set(Cause)


def test_keys_that_the_scenario_lists_in_vain_are_named():
    report = tidied(
        [["Code", "N"], *([key, "1"] for key in WARDS.keys), ["E05000099", "1"], ["E0500X", "1"]],
        WARDS,
        include_keys=("e05000099", "E05000098"),
        exclude_keys=("E05000001 ", "E05000097"),
        key_aliases={"E0500X": "E05000096", "E05000095": "E05000002"},
    ).report()
    found = [(item.option, item.side, item.keys) for item in report.not_there]
    assert found == [
        ("include_keys", Side.TABLE, ("E05000098",)),
        ("exclude_keys", Side.TABLE, ("E05000097",)),
        ("key_aliases", Side.TABLE, ("E05000095",)),
        ("key_aliases", Side.LAYER, ("E05000096",)),
    ]
    said = [str(line) for line in report.lines()]
    assert "Listed under “include_keys”, but not in the table: E05000098." in said
    assert "Listed under “key_aliases”, but not in the layer: E05000096." in said
    rows = {row.key: row.side for row in report.rows() if row.detail and "under" in str(row.detail)}
    assert rows["E05000097"] is Side.TABLE


def test_an_alias_in_use_is_no_finding():
    report = tidied([["Code", "N"], ["old", "1"]], WARDS, key_aliases={"OLD": "e05000001"}).report()
    assert report.not_there == ()
