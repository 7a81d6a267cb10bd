# SPDX-License-Identifier: GPL-2.0-or-later
"""The shipped JSON schema says what the reader does."""

from __future__ import annotations

import json

import jsonschema
import pytest

from support.scenarios import as_json, scenario_document, with_value, without
from vru_need_plugin.resource import resource
from vru_need_plugin.scenario.codec import dumps, loads
from vru_need_plugin.scenario.document import SCHEMA
from vru_need_plugin.scenario.errors import ScenarioError
from vru_need_plugin.scenario.json_schema import json_schema_text

SHIPPED = resource("schema", f"scenario-{SCHEMA}.schema.json")
VALIDATOR = jsonschema.Draft7Validator(json.loads(SHIPPED.read_text(encoding="utf-8")))

VALUES = {
    "column": {"kind": "column", "columns": ["a"]},
    "two columns": {"kind": "column", "columns": ["a", "b"]},
    "rolling": {"kind": "sum", "columns": ["a", {"starts": "b", "latest": 3, "skip": 1}]},
    "rolling with a stray key": {"kind": "sum", "columns": [{"starts": "b", "latest": 3, "step": 1}]},
    "no columns": {"kind": "sum", "columns": []},
    "stray key": {"kind": "sum", "columns": ["a"], "per": 10},
    "ratio": {"kind": "ratio", "columns": ["a"], "denominator": ["b"]},
    "no denominator": {"kind": "ratio", "columns": ["a"]},
    "change": {"kind": "change", "from": ["a"], "to": ["b"]},
    "change with a base": {"kind": "change", "from": ["a"], "to": ["b"], "minimum_base": 1},
    "percent change": {"kind": "percent_change", "from": ["a"], "to": ["b"], "minimum_base": 0},
    "no such kind": {"kind": "mean", "columns": ["a"]},
    "no kind": {"columns": ["a"]},
}
THRESHOLDS = [
    *({"kind": "top_share", "value": value} for value in (0, 0.5, 10, 100, "10", None, True)),
    *({"kind": "top_count", "value": value} for value in (0, 1, 1.5, 5.0, -1)),
    *({"kind": "value", "value": 3, "ties": ties} for ties in ("in", "out", "IN", None)),
    *({"kind": "mean_multiple", "value": value} for value in (-1, 0, 1.5)),
    {"kind": "mean_multiple", "value": 2, "ties": "in"},
    {"kind": "std_dev", "value": -1},
    {"kind": "std_dev", "value": 1, "ties": "out"},
    {"kind": "top_share"},
    {"value": 3},
    {"kind": "top_share", "value": 3, "band": 1},
]
SIMPLE = {
    "schema": [1, 1.0, 2, 0, "1", True, None],
    "title": ["", "T", 3, None],
    "notes": ["x"],
    "areas.name_field": ["n", None, 1],
    "areas.fid": ["fid"],
    "tables[0].id": ["", "  ", 3],
    "tables[0].header_rows": [1, 2.0, 0, 1.5, True, "1"],
    "tables[0].skip_rows": [0, -1],
    "tables[0].decimal": [".", ",", "", ";"],
    "tables[0].delimiter": [";", "\t", "", ";;", '"', "\n"],
    "tables[0].missing": [[], ["-"], [-999], [True], "x"],
    "tables[0].key_aliases": [{}, {"a": "b"}, {"a": 1}, []],
    "tables[0].key_level": ["area", "areas"],
    "tables[1].values": ["periods", "all", ["a"], [1]],
    "tables[1].aggregate": ["sum", "mean", "first", "max"],
    "measures[0].id": ["a;b", "a b", " ", ";"],
    "measures[0].weight": [0, 2.5, 1000, 1000.5, -1, "1", True],
    "measures[0].enabled": [True, False, 1, "yes"],
    "measures[0].nature": ["count", "rate", "percentage", "score", "index"],
    "measures[0].tags": [[], ["a"], [1], "a"],
    "measures[0].value": list(VALUES.values()),
    "measures[0].threshold": THRESHOLDS,
    "options": [{}, [], None],
    "options.min_coverage": [0, 1, 0.5, 1.5, -1],
    "options.field_prefix": ["n", "need_", "needle", "", "1a", "é", "_", "a b"],
    "profiles": [[], [{"id": "p", "title": "P"}], [{"id": "p", "title": "P", "weights": {"trust": -1}}], {}],
}
DOCUMENTS = [
    scenario_document(),
    *(with_value(path, value) for path, values in SIMPLE.items() for value in values),
    *(without(path) for path in ("schema", "title", "areas", "tables", "measures", "options")),
    *(without(f"measures[1].{key}") for key in scenario_document()["measures"][1]),
    *(without(f"tables[0].{key}") for key in scenario_document()["tables"][0]),
]


def is_read(document):
    try:
        loads(as_json(document))
    except ScenarioError:
        return False
    return True


def test_the_shipped_schema_is_the_one_made_from_the_declarations():
    assert SHIPPED.read_text(encoding="utf-8") == json_schema_text()


def test_the_shipped_schema_is_itself_valid():
    jsonschema.Draft7Validator.check_schema(VALIDATOR.schema)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: f"{DOCUMENTS.index(document)}")
def test_schema_and_reader_agree(document):
    assert VALIDATOR.is_valid(document) == is_read(document)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("measures[0].weight", 1.0005),
        ("measures[0].threshold.value", 10.001),
        ("options.near_miss_band", 0.00001),
        ("tables[0].encoding", "utf-9"),
        ("measures[0].table", "nowhere"),
    ],
)
def test_what_the_reader_alone_sees(path, value):
    document = with_value(path, value)
    assert VALIDATOR.is_valid(document)
    assert not is_read(document)


def test_what_is_written_follows_the_schema():
    VALIDATOR.validate(json.loads(dumps(loads(as_json(scenario_document())))))
