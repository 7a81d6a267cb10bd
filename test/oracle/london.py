# SPDX-License-Identifier: GPL-2.0-or-later
"""Random scenarios on London's published tables and boundaries."""

from __future__ import annotations

import copy
import random
from functools import cache

from .case_tables import RandomTable
from .cases import random_measure, random_options, some
from .need import Places, need
from .periods import when
from .tables import Tidy, read_records

WARDS_2011 = {
    "source": "boundaries/London_Ward_CityMerged.shp",
    "code_field": "GSS_CODE",
    "name_field": "NAME",
    "parent_code_field": "LB_GSS_CD",
    "parent_name_field": "BOROUGH",
}
WARDS_2018 = {
    "source": "boundaries/London_Ward_CityMerged_2018_simplified.gpkg|layername=london_wards_citymerged_2018",
    "code_field": "GSS_CODE",
    "name_field": "NAME",
    "parent_code_field": "LAGSSCODE",
    "parent_name_field": "DISTRICT",
}

WARD_TABLES = [
    {
        "id": "atlas",
        "source": "tables_ward/ward-atlas-data.csv",
        "key_column": "New Code",
        "header_rows": 2,
        "exclude_keys": ["#1", "E05000642"],
    },
    {
        "id": "profiles",
        "source": "tables_ward/ward-profiles-excel-version.csv",
        "key_column": "New code",
        "encoding": "latin-1",
        "include_keys": ["E09000001", "E09000002"],
    },
    {"id": "profiles_bom", "source": "tables_ward/ward-profiles-excel-version__utf8_bom.csv",
     "key_column": "Ward name", "key_match": "name"},
    {"id": "wellbeing", "source": "tables_ward/london-ward-well-being-probability-scores.csv",
     "key_column": "New ward code", "missing": ["727"]},
    {"id": "imd", "source": "tables_ward/English IMD - Ward 2020.csv", "key_column": "WD20CD",
     "decimal": "."},
    {"id": "transport", "source": "tables_ward/Ward2014 AvPTAI2015.csv", "key_column": "Ward Code",
     "delimiter": ","},
    {"id": "green", "source": "tables_ward/green_cover_ward_summary.csv", "key_column": "ward_code"},
    {
        "id": "crime",
        "source": "tables_ward/MPS Ward Level Crime (most recent 24 months) 2020-09_2022-08.csv",
        "key_column": "WardCode",
        "spread": ["MajorText"],
        "values": "periods",
        "empty_means_zero": True,
    },
    {
        "id": "crime_mean",
        "source": "tables_ward/MPS Ward Level Crime (most recent 24 months) 2020-09_2022-08.csv",
        "key_column": "WardName",
        "key_match": "name",
        "spread": ["MajorText", "MinorText"],
        "values": ["202208", "202207"],
        "aggregate": "mean",
    },
]  # fmt: skip
BOROUGH_TABLES = [
    {
        "id": "pas",
        "source": "tables_borough/PAS_Dashboard_Borough.csv",
        "key_column": "Borough",
        "key_match": "name",
        "spread": ["Measure", "Date"],
        "values": ["Proportion"],
        "aggregate": "first",
    },
    {
        "id": "boroughs",
        "source": "tables_borough/london-borough-profiles.csv",
        "key_column": "Code",
        "exclude_keys": ["E12000007", "E13000001", "E13000002"],
    },
    {
        "id": "borough_crime",
        "source": "tables_borough/MPS Borough Level Crime (Historical).csv",
        "key_column": "BoroughName",
        "key_match": "name",
        "spread": ["MajorText"],
        "values": "periods",
        "key_aliases": {"London Heathrow and London City Airports": "Hillingdon"},
    },
    {
        "id": "borough_crime_now",
        "source": "tables_borough/MPS Borough Level Crime (most recent 24 months).csv",
        "key_column": "BoroughName",
        "key_match": "name",
        "spread": ["MajorText"],
        "values": "periods",
    },
]


@cache
def records_of(path, encoding, delimiter):
    return read_records(path, encoding, delimiter)


class London:
    """One ward layer with the tables that can be laid beside it.

    Parameters
    ----------
    data
        The folder of the published data.
    year
        The wards' year: another year, other cases.
    areas_spec
        `WARDS_2011` or `WARDS_2018`.
    areas
        The layer's attributes, one dict for each ward.
    """

    def __init__(self, data, year, areas_spec, areas):
        self.year = year
        self.data = data
        self.areas_spec = {**areas_spec, "source": str(data / areas_spec["source"])}
        self.areas = areas
        self._places = Places(areas_spec, areas)
        self._tables = {}
        self._tidy = {}

    def need(self, scenario):
        """The answer to one of the cases; tables are read once for all of them."""
        return need(scenario, self.areas, known=self._tidy)

    def table(self, spec, level):
        """The table with the columns that have figures for most of what it matches."""
        if spec["id"] not in self._tables:
            full = {**copy.deepcopy(spec), "key_level": level, "source": str(self.data / spec["source"])}
            records = records_of(full["source"], full.get("encoding"), full.get("delimiter"))
            tidy = Tidy(full, records, self._places.units(level))
            self._tidy[spec["id"]] = tidy
            self._tables[spec["id"]] = RandomTable(full, records, _usable(tidy), _rolling(tidy))
        return self._tables[spec["id"]]

    def case(self, seed):
        """A scenario over three ward tables and two borough tables, always the same for a seed."""
        rng = random.Random(self.year * 10_000 + seed)
        tables = [self.table(spec, "area") for spec in rng.sample(WARD_TABLES, 3)]
        tables += [self.table(spec, "parent") for spec in rng.sample(BOROUGH_TABLES, 2)]
        measures = [
            random_measure(rng, number, tables, self.areas_spec, self.areas)
            for number in range(rng.randint(6, 14))
        ]
        measures[0]["enabled"] = True
        areas_spec = dict(self.areas_spec)
        return {
            "schema": 1,
            "title": f"London case {seed}",
            "areas": areas_spec,
            "tables": [table.spec for table in tables],
            "measures": measures,
            "options": {**random_options(rng), **patience(rng), **some(rng, 0.5, "focus", ["E09000004"])},
        }


def patience(rng):
    """Options under which scores are not all missing, most of the time."""
    missing = rng.choice(["available", "rescale", "rescale", "strict"])
    return {"missing": missing, "min_coverage": rng.choice([0, 0.3, 0.5, 0.75])}


def _usable(tidy):
    usable = []
    for name in tidy.names:
        cells = tidy._cells[name]
        rows = [row for row in tidy.unit_row if row is not None]
        numbers = tidy.column(name) if tidy.spec.get("spread") else tidy._read(cells)
        if sum(1 for row in rows if numbers[row] is not None) > len(rows) / 2:
            usable.append(name)
    return usable


def _rolling(tidy):
    """The stems of columns that end in a period, and how many periods each has."""
    counts = {}
    for name in tidy.names:
        stem, joint, end = name.rpartition(" | ")
        if joint and when(end) is not None:
            counts[stem + joint] = counts.get(stem + joint, 0) + 1
    return [(stem, min(count, 24)) for stem, count in counts.items()]
