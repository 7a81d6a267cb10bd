# SPDX-License-Identifier: GPL-2.0-or-later
"""The re-computation of whole scenarios against tables worked on paper."""

from __future__ import annotations

from fractions import Fraction

from oracle.need import need

# Five wards in two boroughs and one outside any.
AREAS = [
    {"code": "E05000001", "name": "Abbey", "lad": "E09000001", "borough": "North"},
    {"code": "E05000002", "name": "Bridge", "lad": "E09000001", "borough": "North"},
    {"code": "E05000003", "name": "Castle", "lad": "E09000002", "borough": "City of South"},
    {"code": "E05000004", "name": "Dale", "lad": "E09000002", "borough": "City of South"},
    {"code": "E05000005", "name": "Elm", "lad": None, "borough": None},
]

WARDS = [
    ["Code", "Fires", "Thefts", "People"],
    ["E05000001", "10", "4", "1000"],
    ["E05000002", "20", "4", "500"],
    ["E05000003", "30", "x", "0"],
    ["E05000004", "40", "9", "2000"],
    ["E05000005", "50", "1", "1000"],
    ["E05000099", "60", "9", "1000"],
    ["E06000001", "70", "9", "1000"],
    ["W05000001", "80", "9", "1000"],
]

BOROUGHS = [["Borough", "Trust"], ["north", "0.5"], ["South", "0.6"], ["East", "0.1"]]


def measure(id_, column, threshold, table="wards", **more):
    return {
        "id": id_,
        "title": id_,
        "theme": "Crime",
        "table": table,
        "value": {"kind": "column", "columns": [column]},
        "threshold": threshold,
        **more,
    }


def answer(measures, areas=AREAS, wards=None, **options):
    scenario = {
        "schema": 1,
        "title": "By hand",
        "areas": {
            "source": "",
            "code_field": "code",
            "name_field": "name",
            "parent_code_field": "lad",
            "parent_name_field": "borough",
        },
        "tables": [
            {"id": "wards", "source": "", "key_column": "Code", "key_level": "area", **(wards or {})},
            {
                "id": "boroughs",
                "source": "",
                "key_column": "Borough",
                "key_level": "parent",
                "key_match": "name",
            },
        ],
        "measures": measures,
        "options": options,
    }
    return need(scenario, areas, tables={"wards": WARDS, "boroughs": BOROUGHS})


TOP_TWO = {"kind": "top_count", "value": 2}


def test_the_reference_is_the_layer_unless_the_scenario_says_otherwise():
    # of the layer's 10 to 50 the top two are 40 and 50
    assert answer([measure("fires", "Fires", TOP_TWO)]).measures[0].flags == [0, 0, 0, 1, 1]
    # with every row that starts with E05 they are 50 and 60; W05 and E06 stay out
    by_table = answer([measure("fires", "Fires", TOP_TWO, reference="table")]).measures[0]
    assert (by_table.flags, by_table.flagged, by_table.cut_off) == ([0, 0, 0, 0, 1], 2, 50)
    # include E06000001 (70): 60 and 70; exclude E05000099 from the first: 40 and 50
    including = answer(
        [measure("fires", "Fires", TOP_TWO, reference="table")], wards={"include_keys": ["E06000001"]}
    )
    assert including.measures[0].flags == [0, 0, 0, 0, 0]
    excluding = answer(
        [measure("fires", "Fires", TOP_TWO, reference="table")], wards={"exclude_keys": ["e05000099"]}
    )
    assert excluding.measures[0].flags == [0, 0, 0, 1, 1]


def test_within_parents_each_borough_has_its_own_and_a_ward_without_one_has_none():
    flags = answer([measure("fires", "Fires", {"kind": "top_count", "value": 1}, reference="within_parent")])
    assert flags.measures[0].flags == [0, 1, 0, 1, 0]
    assert flags.measures[0].cut_off == "varies"


def test_a_borough_measure_is_cut_among_boroughs_and_carried_down():
    # North 0.5, South 0.6: of two, a top 10 % left out needs lower >= 0.9, South has 1.
    trust = answer([measure("trust", "Trust", {"kind": "top_share", "value": 10}, "boroughs")])
    assert trust.measures[0].flags == [0, 0, 1, 1, None]
    # low is need: North. East is no parent of the layer and counts nowhere, matched by name.
    for reference in "areas", "table":
        low = answer(
            [
                measure(
                    "trust",
                    "Trust",
                    {"kind": "top_share", "value": 10},
                    "boroughs",
                    direction="low",
                    reference=reference,
                )
            ]
        )
        assert low.measures[0].flags == [1, 1, 0, 0, None]


def test_ratio_and_change():
    # fires per 100 people: 1, 4, no people at all: missing, 2, 5
    ratio = measure("rate", "Fires", {"kind": "value", "value": 4})
    ratio["value"] = {"kind": "ratio", "columns": ["Fires"], "denominator": ["People"], "per": 100}
    assert answer([ratio]).measures[0].values == [1, 4, None, 2, 5]
    assert answer([ratio]).measures[0].flags == [0, 1, None, 0, 1]
    # from fires to people, base 30: 10 and 20 are under it; 30 -> 0 is -100 %, 40 -> 2000 4900 %
    change = measure("change", "Fires", {"kind": "value", "value": 0})
    change["value"] = {"kind": "percent_change", "from": ["Fires"], "to": ["People"], "minimum_base": 30}
    assert answer([change]).measures[0].values == [None, None, -100, 4900, 1900]


def test_a_whole_score():
    # Fires top 2: Dale, Elm. Thefts (4, 4, missing, 9, 1) at least 4: Abbey, Bridge, Dale.
    # Trust low, top 1: Abbey, Bridge; Elm has no borough.
    measures = [
        measure("fires", "Fires", TOP_TWO, weight=2),
        measure("thefts", "Thefts", {"kind": "value", "value": 4}, weight=0.5, theme="Other"),
        measure("trust", "Trust", {"kind": "top_count", "value": 1}, "boroughs", direction="low"),
    ]
    fields = answer(measures, min_coverage=0.5).fields
    assert fields["need_flags"] == ["thefts;trust", "thefts;trust", "", "fires;thefts", "fires"]
    assert fields["need_score"] == [Fraction("1.5"), Fraction("1.5"), 0, Fraction("2.5"), 2]
    assert fields["need_rank"] == [3, 3, 5, 1, 2]
    assert fields["need_prank"] == [1, 1, 2, 1, None]
    assert fields["need_count"] == [2, 2, 0, 2, 1]
    assert fields["need_avail"] == [3, 3, 2, 3, 2]
    assert fields["need_high"] == [Fraction("1.5"), Fraction("1.5"), Fraction("0.5"), Fraction("2.5"), 3]
    assert fields["need_t01"] == [1, 1, 0, 2, 2]
    assert fields["need_t02"] == [Fraction("0.5"), Fraction("0.5"), None, Fraction("0.5"), 0]
    assert list(fields)[-3:] == ["need_f01", "need_f02", "need_f03"]
    # rescaled: Castle 0 x 3.5 / 3, Elm 2 x 3.5 / 2.5 = 2.8
    rescaled = answer(measures, min_coverage=0.5, missing="rescale").fields
    assert rescaled["need_score"] == [Fraction("1.5"), Fraction("1.5"), 0, Fraction("2.5"), Fraction("2.8")]
    assert rescaled["need_t01"] == [1, 1, 0, 2, 3]
    # two of three is under the default coverage of 0.75
    covered = answer(measures).fields
    assert covered["need_score"] == [Fraction("1.5"), Fraction("1.5"), None, Fraction("2.5"), None]
    assert covered["need_rank"] == [2, 2, None, 1, None]
    assert covered["need_t01"] == [1, 1, None, 2, None]
    assert covered["need_high"] == rescaled["need_high"] == fields["need_high"]
    strict = answer(measures, min_coverage=0, missing="strict").fields
    assert strict["need_score"] == covered["need_score"]


def test_a_figure_known_to_be_wrong_counts_nowhere():
    measures = [measure("fires", "Fires", TOP_TWO, exclude_areas=["E05000005", "E05000099"])]
    assert answer(measures).measures[0].flags == [0, 0, 1, 1, None]
    measures[0]["reference"] = "table"
    assert answer(measures).measures[0].flags == [0, 0, 1, 1, None]


def test_options_of_the_fields():
    plain = answer(
        [measure("fires", "Fires", TOP_TWO)], field_prefix="vru_", write_flags=False, write_themes=False
    )
    assert list(plain.fields) == [
        f"vru_{name}" for name in ("score", "rank", "prank", "count", "avail", "high", "near", "flags")
    ]
    without = [{**area, "lad": None, "borough": None} for area in AREAS]
    assert "need_prank" not in answer([measure("fires", "Fires", TOP_TWO)], areas=without).fields
