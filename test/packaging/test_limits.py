# SPDX-License-Identifier: GPL-2.0-or-later
"""docs/limits.md states the limits that hold."""

from __future__ import annotations

import pytest

from support.shared import ROOT
from vru_need_plugin.layers.ogr_files import FORMATS
from vru_need_plugin.scenario import limits

TEXT = (ROOT / "docs" / "limits.md").read_text(encoding="utf-8")


def megabytes(size):
    return f"{size / 1e6:,.0f} MB"


@pytest.mark.parametrize(
    ("what", "figure"),
    [
        ("a scenario file", megabytes(limits.LARGEST_SCENARIO)),
        (
            "tables, measures and sets of programme weights of a scenario",
            f"{limits.MOST_TABLES:,}, {limits.MOST_MEASURES:,} and {limits.MOST_PROFILES:,}",
        ),
        ("a CSV or other text file", megabytes(limits.LARGEST_TEXT)),
        ("a workbook (.xlsx, .xlsm, .ods, .xls)", megabytes(limits.LARGEST_WORKBOOK)),
        ("what a workbook unpacks to, and the texts of a sheet", megabytes(limits.LARGEST_UNPACKED)),
        ("files packed in a workbook", f"{limits.MOST_PARTS:,}"),
        (
            "columns of a table; of a sheet of a workbook",
            f"{limits.MOST_COLUMNS:,}; {limits.MOST_SHEET_COLUMNS:,}",
        ),
        (
            "cells of a table, every row counted as long as the longest, and of a table that is spread",
            f"{limits.MOST_CELLS:,}",
        ),
        (
            "cells of a sheet of a workbook, or of a text with odd quotation marks",
            f"{limits.MOST_SHEET_CELLS:,}",
        ),
        ("characters of a cell of a text file or a workbook", f"{limits.LONGEST_CELL:,}"),
    ],
)
def test_a_limit_is_stated_as_it_is(what, figure):
    assert f"| {what} | {figure} |\n" in TEXT


def test_every_limit_is_stated():
    stated = [name for name in vars(limits) if name.isupper()]
    assert len(stated) == 13


def test_the_formats_that_are_opened_are_named():
    words = {
        "ESRI Shapefile": "Shapefile",
        "GPKG": "GeoPackage",
        "OpenFileGDB": "File Geodatabase",
        "LIBKML": "KML",
        "MapInfo File": "MapInfo",
        "GeoJSONSeq": "GeoJSON",
    }
    for name in FORMATS:
        assert words.get(name, name) in TEXT
