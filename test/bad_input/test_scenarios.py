# SPDX-License-Identifier: GPL-2.0-or-later
"""Scenarios with something in them that cannot be meant; each error names the key."""

from __future__ import annotations

import json

import pytest


def set_at(document, path, value):
    *steps, last = path
    for step in steps:
        document = document[step]
    document[last] = value


MEASURE = ("measures", 0)
THRESHOLD = (*MEASURE, "threshold")
BAD = {
    "an unknown key at the top": (("colour",), "red", ["colour"]),
    "an unknown key of a measure": ((*MEASURE, "wieght"), 2, ["measures[0]", "wieght"]),
    "an unknown key of a threshold": ((*THRESHOLD, "tie"), "out", ["measures[0].threshold", "tie"]),
    "an unknown key of the options": (("options",), {"prefix": "n_"}, ["options", "prefix"]),
    "an unknown key of a table": (("tables", 1, "sheet"), "A", ["tables[1]", "sheet"]),
    "a newer schema": (("schema",), 99, ["schema", "99"]),
    "a schema of another type": (("schema",), "1", ["schema"]),
    "a title that is a number": (("title",), 7, ["title"]),
    "measures that are no list": (("measures",), {}, ["measures"]),
    "a measure that is a text": (("measures", 0), "fires", ["measures[0]"]),
    "a weight that is a text": ((*MEASURE, "weight"), "2", ["measures[0].weight"]),
    "a weight that is true": ((*MEASURE, "weight"), True, ["measures[0].weight"]),
    "header rows that are a fraction": (("tables", 0, "header_rows"), 1.5, ["tables[0].header_rows"]),
    "enabled as a number": ((*MEASURE, "enabled"), 1, ["measures[0].enabled"]),
    "a negative weight": ((*MEASURE, "weight"), -1, ["measures[0].weight", "-1"]),
    "an infinite weight": ((*MEASURE, "weight"), float("inf"), ["measures[0].weight", "inf"]),
    "a weight that overflows": ((*MEASURE, "weight"), 10**400, ["measures[0].weight"]),
    "a weight that is no number": ((*MEASURE, "weight"), float("nan"), ["measures[0].weight", "nan"]),
    "a weight of four decimals": ((*MEASURE, "weight"), 0.1234, ["measures[0].weight", "0.1234"]),
    "a weight over 1,000": ((*MEASURE, "weight"), 1000.001, ["measures[0].weight"]),
    "a share of nothing": (THRESHOLD, {"kind": "top_share", "value": 0}, ["measures[0].threshold"]),
    "a share of everything": (THRESHOLD, {"kind": "top_share", "value": 100}, ["measures[0].threshold"]),
    "a share of three decimals": (
        THRESHOLD,
        {"kind": "top_share", "value": 10.123},
        ["measures[0].threshold", "10.123"],
    ),
    "a count of nothing": (THRESHOLD, {"kind": "top_count", "value": 0}, ["measures[0].threshold"]),
    "a count of half": (THRESHOLD, {"kind": "top_count", "value": 2.5}, ["measures[0].threshold"]),
    "a multiple of nothing": (THRESHOLD, {"kind": "mean_multiple", "value": 0}, ["measures[0].threshold"]),
    "ties of a multiple": (
        THRESHOLD,
        {"kind": "mean_multiple", "value": 1, "ties": "in"},
        ["measures[0].threshold", "ties"],
    ),
    "ties of a deviation": (
        THRESHOLD,
        {"kind": "std_dev", "value": 1, "ties": "out"},
        ["measures[0].threshold", "ties"],
    ),
    "a kind that is none": (THRESHOLD, {"kind": "top_tenth", "value": 1}, ["measures[0].threshold.kind"]),
    "a threshold without a value": (THRESHOLD, {"kind": "top_share"}, ["measures[0].threshold", "value"]),
    "a measure that names no table": ((*MEASURE, "table"), "crimes", ["measures[0].table", "crimes"]),
    "two measures of one id": (("measures", 1, "id"), "fires", ["measures[1].id", "fires"]),
    "two tables of one id": (("tables", 1, "id"), "crime", ["tables[1].id", "crime"]),
    "a denominator's table that is none": (
        (*MEASURE, "value"),
        {"kind": "ratio", "columns": ["Fires"], "denominator": ["Thefts"], "denominator_table": "people"},
        ["measures[0].value.denominator_table", "people"],
    ),
    "a denominator of another level": (
        (*MEASURE, "value"),
        {"kind": "ratio", "columns": ["Fires"], "denominator": ["Trust"], "denominator_table": "trust"},
        ["measures[0].value.denominator_table", "trust"],
    ),
    "a comparison within parents of parents": (
        ("measures", 1, "reference"),
        "within_parent",
        ["measures[1].reference"],
    ),
    "a coverage above 1": (("options",), {"min_coverage": 1.1}, ["options.min_coverage"]),
    "a band of five decimals": (("options",), {"near_miss_band": 0.12345}, ["options.near_miss_band"]),
    "a prefix of six characters": (("options",), {"field_prefix": "needs_"}, ["options.field_prefix"]),
    "a prefix that is not ASCII": (("options",), {"field_prefix": "bé_"}, ["options.field_prefix"]),
    "a missing rule that is none": (("options",), {"missing": "ignore"}, ["options.missing", "ignore"]),
    "a rolling period of nothing": (
        (*MEASURE, "value"),
        {"kind": "sum", "columns": [{"starts": "", "latest": 0}]},
        ["measures[0].value.columns[0].latest"],
    ),
    "no columns": ((*MEASURE, "value"), {"kind": "sum", "columns": []}, ["measures[0].value.columns"]),
    "two columns for one": (
        (*MEASURE, "value"),
        {"kind": "column", "columns": ["Fires", "Thefts"]},
        ["measures[0].value.columns"],
    ),
}


@pytest.mark.parametrize("what", BAD)
def test_a_key_at_fault_is_named(job, refused, what):
    path, value, words = BAD[what]
    set_at(job.scenario, path, value)
    refused("scenario.json", *words)


@pytest.mark.parametrize("key", ["schema", "title", "areas", "tables", "measures"])
def test_a_required_key_that_is_missing(job, refused, key):
    del job.scenario[key]
    refused("scenario.json", key)


def test_a_key_given_twice(job, refused):
    job.scenario_text = json.dumps(job.scenario).replace('"title"', '"schema": 1, "title"', 1)
    refused("scenario.json", "schema")


def test_text_that_is_no_json_names_the_line(job, refused):
    job.scenario_text = '{\n"schema": 1,\n"title": oops\n}'
    refused("scenario.json", "3")


def test_no_measure_in_use(job, refused):
    for measure in job.scenario["measures"]:
        measure["enabled"] = False
    refused("measure")
