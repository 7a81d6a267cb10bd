# SPDX-License-Identifier: GPL-2.0-or-later
"""The London templates on the published files beside the project."""

from __future__ import annotations

from dataclasses import replace

from osgeo import ogr

from support.shared import DATA
from vru_need_plugin.core.areas import AreaTable
from vru_need_plugin.resource import resource
from vru_need_plugin.scenario import codec
from vru_need_plugin.scenario.document import Areas, Scenario
from vru_need_plugin.scenario.sources import Source

LONDON_2011 = "london-wards-2011"
LONDON_2018 = "london-wards-2018"

_CITY_MERGED_2018 = (
    "boundaries/London_Ward_CityMerged_2018_simplified.gpkg|layername=london_wards_citymerged_2018"
)
_PLACES = {
    "London_Ward_CityMerged.shp": "boundaries/London_Ward_CityMerged.shp",
    "ward-atlas-data.csv": "tables_ward/ward-atlas-data.csv",
    "PAS_Dashboard_Borough.csv": "tables_borough/PAS_Dashboard_Borough.csv",
    "London-wards-2018_Mapinfo/London_Ward_CityMerged.tab": _CITY_MERGED_2018,
    "MPS Ward Level Crime (most recent 24 months).csv": (
        "tables_ward/MPS Ward Level Crime (most recent 24 months) 2020-09_2022-08.csv"
    ),
    "English IMD - Ward 2020.csv": "tables_ward/English IMD - Ward 2020.csv",
    "green_cover_ward_summary.csv": "tables_ward/green_cover_ward_summary.csv",
}
"""Where the files that the templates name are under the published data."""


def template(name: str) -> Scenario:
    """A template as it is shipped."""
    return codec.load(resource("templates", f"{name}.json"))


def on_published_data(scenario: Scenario) -> Scenario:
    """The scenario with absolute sources in the published data, as it can be scored."""
    return replace(
        scenario,
        areas=replace(scenario.areas, source=_place(scenario.areas.source)),
        tables=tuple(replace(table, source=_place(table.source)) for table in scenario.tables),
    )


def read_area_table(areas: Areas) -> AreaTable:
    """The areas of a template on published data, read plainly through OGR."""
    source = Source.parse(areas.source)
    dataset = ogr.Open(str(source.resolve(DATA)))
    layer = dataset.GetLayerByName(source.layer) if source.layer else dataset.GetLayer()
    rows = [feature.items() for feature in layer]

    def column(field):
        return [row[field] for row in rows]

    return AreaTable(
        source.text,
        column(areas.code_field),
        column(areas.name_field),
        column(areas.parent_code_field),
        column(areas.parent_name_field),
    )


def _place(source: str) -> str:
    return str(DATA / _PLACES[source])
