# SPDX-License-Identifier: GPL-2.0-or-later
"""Rates and changes of small whole numbers, whose thirds no float holds: ties on the line are common."""

from __future__ import annotations

import json
import random

import pytest

from oracle.compare import differences
from oracle.need import need
from vru_need_plugin.core.areas import AreaTable
from vru_need_plugin.scenario import codec
from vru_need_plugin.scoring.outputs import need_fields
from vru_need_plugin.scoring.road import prepare, score_job
from vru_need_plugin.tables.raw import RawTable

THRESHOLDS = [
    *({"kind": "mean_multiple", "value": value} for value in (0.25, 0.5, 0.75, 1, 1.25, 1.5, 2)),
    *({"kind": "std_dev", "value": value} for value in (-1, -0.5, 0, 0.5, 1)),
    *({"kind": "value", "value": value, "ties": ties} for value in (0.5, 50, 100) for ties in ("in", "out")),
    {"kind": "top_count", "value": 2, "ties": "in"},
]
VALUES = [
    {"kind": "ratio", "columns": ["a", "b"], "denominator": ["c"]},
    {"kind": "ratio", "columns": ["a"], "denominator": ["b", "c"], "per": 1000},
    {"kind": "percent_change", "from": ["a"], "to": ["b", "c"], "minimum_base": 0},
    {"kind": "ratio", "columns": ["a"], "denominator": ["one"], "denominator_table": "long", "per": 7},
    {"kind": "sum", "columns": ["one", "other"]},
]


def measures():
    for number, threshold in enumerate(THRESHOLDS):
        for at, value in enumerate(VALUES):
            for direction in "high", "low":
                yield {
                    "id": f"m{number}_{at}_{direction}",
                    "title": "M",
                    "theme": "T",
                    "table": "long" if value["kind"] == "sum" else "wide",
                    "value": value,
                    "direction": direction,
                    "threshold": threshold,
                }


def scenario():
    table = {"key_column": "code", "key_level": "area"}
    spread = {"spread": ["type"], "values": ["figure"], "aggregate": "sum"}
    return {
        "schema": 1,
        "title": "Thirds",
        "areas": {"source": "areas", "code_field": "code"},
        "tables": [
            {"id": "wide", "source": "wide.csv", **table},
            {"id": "long", "source": "long.csv", **table, **spread},
        ],
        "measures": list(measures()),
    }


@pytest.mark.parametrize("seed", range(10))
def test_ties_are_ties(seed):
    rng = random.Random(seed)
    codes = [f"W{at}" for at in range(rng.randint(2, 9))]
    wide = [["code", "a", "b", "c"], *([code, *(str(rng.randint(0, 4)) for _ in "abc")] for code in codes)]
    long = [["code", "type", "figure"]]
    for code in codes:
        for kind in "one", "other":
            long += [[code, kind, str(rng.randint(0, 3))] for _ in range(rng.randint(1, 3))]
    document = scenario()
    expected = need(document, [{"code": code} for code in codes], tables={"wide": wide, "long": long})
    raw = {name: RawTable(name, list(zip(*rows))) for name, rows in (("wide", wide), ("long", long))}
    job = prepare(codec.loads(json.dumps(document)), AreaTable("areas", codes, codes), raw)
    fields = {field.name: list(field.values) for field in need_fields(job, score_job(job))}
    assert differences(expected.fields, fields) == []
