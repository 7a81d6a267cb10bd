# SPDX-License-Identifier: GPL-2.0-or-later
"""A small sound job in a folder (areas, two tables, a scenario), for tests that then spoil it."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any, Dict, List, Optional, Sequence

from osgeo import gdal, ogr, osr
from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject

AREA_FIELDS = ("code", "name", "lad", "borough")
AREAS = [
    ("E05000001", "Abbey", "E09000001", "North"),
    ("E05000002", "Bridge", "E09000001", "North"),
    ("E05000003", "Castle", "E09000001", "North"),
    ("E05000004", "Dale", "E09000002", "South"),
    ("E05000005", "Elm", "E09000002", "South"),
]
CRIME = """\
Code,Fires,Thefts,Note,202101,202102
E05000001,1,1.5,calm,1,2
E05000002,2,2.5,calm,3,4
E05000003,3,3.5,busy,5,6
E05000004,4,4.5,busy,7,8
E05000005,5,5.5,busy,9,10
"""
TRUST = """\
Borough,Trust
North,0.61
South,0.48
"""
SCENARIO: Dict[str, Any] = {
    "schema": 1,
    "title": "A small job",
    "areas": {
        "source": "wards.gpkg|layername=wards",
        "code_field": "code",
        "name_field": "name",
        "parent_code_field": "lad",
        "parent_name_field": "borough",
    },
    "tables": [
        {"id": "crime", "source": "crime.csv", "key_column": "Code", "key_level": "area"},
        {
            "id": "trust",
            "source": "trust.csv",
            "key_column": "Borough",
            "key_level": "parent",
            "key_match": "name",
        },
    ],
    "measures": [
        {
            "id": "fires",
            "title": "Fires",
            "theme": "Crime",
            "table": "crime",
            "value": {"kind": "column", "columns": ["Fires"]},
            "threshold": {"kind": "top_count", "value": 2},
        },
        {
            "id": "trust",
            "title": "Trust",
            "theme": "Public perceptions",
            "table": "trust",
            "value": {"kind": "column", "columns": ["Trust"]},
            "direction": "low",
            "threshold": {"kind": "value", "value": 0.5},
        },
    ],
}


def write_areas(
    path: Path,
    rows: Sequence[Sequence[Optional[str]]] = AREAS,
    fields: Sequence[str] = AREA_FIELDS,
    layer: str = "wards",
) -> None:
    """A GeoPackage of squares in a row, one for each area."""
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(27700)
    data = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    made = data.CreateLayer(layer, crs, ogr.wkbPolygon)
    for field in fields:
        made.CreateField(ogr.FieldDefn(field, ogr.OFTString))
    for at, row in enumerate(rows):
        feature = ogr.Feature(made.GetLayerDefn())
        for field, value in zip(fields, row):
            if value is not None:
                feature.SetField(field, value)
        feature.SetGeometry(ogr.CreateGeometryFromWkt(square(at)))
        made.CreateFeature(feature)
    made = data = None


def square(at: int) -> str:
    west, east = 1000 * at, 1000 * at + 1000
    return f"POLYGON(({west} 0,{east} 0,{east} 1000,{west} 1000,{west} 0))"


class SmallJob:
    """The folder of a job, sound until a test spoils it.

    Attributes
    ----------
    folder
        Where everything lies.
    scenario
        The document; written to scenario.json by `write_scenario` and before a run.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.scenario = copy.deepcopy(SCENARIO)
        self.scenario_text: Optional[str] = None
        write_areas(folder / "wards.gpkg")
        self.write("crime.csv", CRIME)
        self.write("trust.csv", TRUST)

    @property
    def output(self) -> Path:
        return self.folder / "scored.gpkg"

    def write(self, name: str, content: Any) -> Path:
        """A text (as UTF-8) or bytes as a file of the job."""
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def table(self, number: int = 0) -> Dict[str, Any]:
        return self.scenario["tables"][number]

    def measure(self, number: int = 0) -> Dict[str, Any]:
        return self.scenario["measures"][number]

    def write_scenario(self) -> Path:
        text = json.dumps(self.scenario) if self.scenario_text is None else self.scenario_text
        return self.write("scenario.json", text)

    def parameters(self, **more: Any) -> Dict[str, Any]:
        """The parameters of ``scoreareas``."""
        return {"SCENARIO": str(self.write_scenario()), "OUTPUT": str(self.output), **more}

    def score(self, algorithm: Any, project: Optional[QgsProject] = None, **more: Any) -> Dict[str, Any]:
        """Run ``scoreareas``; its errors are raised as they are."""
        context = QgsProcessingContext()
        context.setProject(project or QgsProject.instance())
        feedback = QgsProcessingFeedback()
        results, ok = algorithm.run(self.parameters(**more), context, feedback, {}, False)
        if not ok:
            raise AssertionError(feedback.textLog())
        return results


def read_fields(path: Path, layer: Optional[str] = None) -> Dict[str, List[Any]]:
    """Every attribute of a layer by name, NULL as None."""
    data = ogr.Open(str(path))
    opened = data.GetLayerByName(layer) if layer else data.GetLayer(0)
    definition = opened.GetLayerDefn()
    names = [definition.GetFieldDefn(at).GetName() for at in range(definition.GetFieldCount())]
    cells: Dict[str, List[Any]] = {name: [] for name in names}
    for feature in opened:
        for at, name in enumerate(names):
            cells[name].append(feature.GetField(at) if feature.IsFieldSetAndNotNull(at) else None)
    return cells
