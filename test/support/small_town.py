# SPDX-License-Identifier: GPL-2.0-or-later
"""A town of six wards in two boroughs with two tables, as files to open the dock on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Dict

from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter

from support.layers import squares

WARDS = [
    {"code": "E05000001", "name": "Ash", "lad": "E09000001", "borough": "North"},
    {"code": "E05000002", "name": "Birch & Co", "lad": "E09000001", "borough": "North"},
    {"code": "E05000003", "name": "Cedar", "lad": "E09000001", "borough": "North"},
    {"code": "E05000004", "name": "Dogwood", "lad": "E09000002", "borough": "South"},
    {"code": "E05000005", "name": "<b>Elm</b>", "lad": "E09000002", "borough": "South"},
    {"code": "E05000006", "name": "Fir", "lad": "E09000002", "borough": "South"},
]
FIGURES = """code,robbery,income
E05000001,10,20
E05000002,9,30
E05000003,8,40
E05000004,7,10
E05000005,6,60
E05000006,,
"""
SURVEY = """borough,trust
North,80
South,40
"""
SCENARIO: Dict[str, Any] = {
    "schema": 1,
    "title": "Small town",
    "areas": {
        "source": "wards.gpkg|layername=wards",
        "code_field": "code",
        "name_field": "name",
        "parent_code_field": "lad",
        "parent_name_field": "borough",
    },
    "tables": [
        {"id": "figures", "source": "figures.csv", "key_column": "code", "key_level": "area"},
        {
            "id": "survey",
            "source": "survey.csv",
            "key_column": "borough",
            "key_level": "parent",
            "key_match": "name",
        },
    ],
    "measures": [
        {
            "id": "robbery",
            "title": "Robbery",
            "theme": "Crime",
            "table": "figures",
            "value": {"kind": "column", "columns": ["robbery"]},
            "threshold": {"kind": "top_count", "value": 2},
            "weight": 2,
        },
        {
            "id": "income",
            "title": "Income",
            "theme": "Public health",
            "table": "figures",
            "value": {"kind": "column", "columns": ["income"]},
            "direction": "low",
            "threshold": {"kind": "value", "value": 20},
        },
        {
            "id": "trust",
            "title": "Trust",
            "theme": "Public perceptions",
            "table": "survey",
            "value": {"kind": "column", "columns": ["trust"]},
            "direction": "low",
            "threshold": {"kind": "top_count", "value": 1},
        },
    ],
    "options": {"min_coverage": 0.6},
}
"""By hand: Ash 2 + 1 = 3 (robbery, income), Birch 2, Cedar 0, Dogwood 1 + 1 = 2, Elm 1, Fir no score."""
SCORES = {
    "E05000001": 3.0,
    "E05000002": 2.0,
    "E05000003": 0.0,
    "E05000004": 2.0,
    "E05000005": 1.0,
    "E05000006": None,
}
RANKS = {
    "E05000001": 1,
    "E05000002": 2,
    "E05000003": 5,
    "E05000004": 2,
    "E05000005": 4,
    "E05000006": None,
}


def small_town(folder: Path) -> Path:
    """Make the town's files in a folder; the scenario's path."""
    wards = squares(WARDS)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = "wards"
    QgsVectorFileWriter.writeAsVectorFormatV3(
        wards, str(folder / "wards.gpkg"), QgsCoordinateTransformContext(), options
    )
    (folder / "figures.csv").write_text(FIGURES, encoding="utf-8")
    (folder / "survey.csv").write_text(SURVEY, encoding="utf-8")
    path = folder / "town.json"
    path.write_text(json.dumps(SCENARIO), encoding="utf-8")
    return path
