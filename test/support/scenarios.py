# SPDX-License-Identifier: GPL-2.0-or-later
"""Scenario documents to start a test from, as plain JSON objects."""

from __future__ import annotations

import copy
import json
import re
from typing import Any, Dict

AREAS = {
    "source": "wards.gpkg|layername=wards",
    "code_field": "GSS_CODE",
    "name_field": "NAME",
    "parent_code_field": "LB_GSS_CD",
    "parent_name_field": "BOROUGH",
}
ATLAS = {
    "id": "atlas",
    "source": "atlas.csv",
    "header_rows": 2,
    "key_column": "New Code",
    "key_level": "area",
}
CRIME = {
    "id": "crime",
    "source": "mps.csv",
    "key_column": "WardCode",
    "key_level": "area",
    "spread": ["MajorText"],
    "values": "periods",
}
SURVEY = {
    "id": "pas",
    "source": "pas.csv",
    "key_column": "Borough",
    "key_level": "parent",
    "key_match": "name",
    "spread": ["Measure", "Date"],
    "values": ["Proportion"],
    "key_aliases": {"Westminster City": "Westminster"},
}
ROBBERY = {
    "id": "robbery",
    "title": "Robbery",
    "theme": "Crime",
    "table": "crime",
    "value": {"kind": "sum", "columns": [{"starts": "Robbery | ", "latest": 12}]},
    "threshold": {"kind": "top_share", "value": 10},
}
TRUST = {
    "id": "trust",
    "title": "Trust",
    "theme": "Public perceptions",
    "table": "pas",
    "value": {"kind": "column", "columns": ["Trust | 31/03/2015"]},
    "direction": "low",
    "threshold": {"kind": "top_count", "value": 5, "ties": "in"},
    "weight": 1.5,
}
RATE = {
    "id": "rate",
    "title": "Violence per 1,000 residents",
    "theme": "Crime",
    "table": "crime",
    "value": {
        "kind": "ratio",
        "columns": ["Violence | 202201"],
        "denominator": ["Population | 2022"],
        "denominator_table": "atlas",
        "per": 1000,
    },
    "threshold": {"kind": "value", "value": 30},
}


def scenario_document() -> Dict[str, Any]:
    """A valid document with three tables and three measures, free to be changed."""
    return copy.deepcopy(
        {
            "schema": 1,
            "title": "After-school provision",
            "areas": AREAS,
            "tables": [ATLAS, CRIME, SURVEY],
            "measures": [ROBBERY, TRUST, RATE],
            "options": {"focus": ["E09000004"]},
        }
    )


def with_value(path: str, value: Any) -> Dict[str, Any]:
    """The valid document with one key set, such as ``measures[1].threshold.value``."""
    document = scenario_document()
    holder, last = _holder(document, path)
    holder[last] = value
    return document


def without(path: str) -> Dict[str, Any]:
    """The valid document with one key taken out."""
    document = scenario_document()
    holder, last = _holder(document, path)
    del holder[last]
    return document


def as_json(document: Dict[str, Any]) -> str:
    """The document as JSON text; NaN and infinity as Python writes them."""
    return json.dumps(document)


def _holder(document: Any, path: str) -> Any:
    *steps, last = [int(step) if step.isdigit() else step for step in re.findall(r"[^.\[\]]+", path)]
    for step in steps:
        document = document.setdefault(step, {}) if isinstance(document, dict) else document[step]
    return document, last
