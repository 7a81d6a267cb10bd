# SPDX-License-Identifier: GPL-2.0-or-later
"""Every published table goes in through the dock's own import, and docs/importing.md says how."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Tuple

import pytest
from qgis.core import QgsProject, QgsVectorLayer

from support.shared import DATA, ROOT, needs_data
from vru_need_plugin.layers.areas import guess_fields
from vru_need_plugin.session import edits

pytestmark = needs_data

W11 = "boundaries/London_Ward_CityMerged_2011_simplified.gpkg"
W18 = "boundaries/London_Ward_CityMerged_2018_simplified.gpkg"
LSOA = "boundaries/LSOA_2011_London_gen_MHW_simplified.gpkg"
MPS = "tables_ward/MPS Ward Level Crime (most recent 24 months) 2020-09_2022-08.csv"
BOROUGH_24 = "tables_borough/MPS Borough Level Crime (most recent 24 months).csv"


@dataclass(frozen=True)
class Found:
    """What the import comes to with nobody's help."""

    file: str
    layer: str
    header: Tuple[int, int]
    key: str
    level: str
    match: str
    matched: Tuple[int, int]
    columns: int
    spread: Tuple[str, ...] = ()


FOUND = [
    Found("tables_ward/ward-atlas-data.csv", W11, (1, 2), "New Code", "area", "code", (625, 625), 942),
    Found(
        "tables_ward/ward-profiles-excel-version.csv",
        W11, (1, 1), "New code", "area", "code", (625, 625), 64,
    ),
    Found(
        "tables_ward/ward-profiles-excel-version__utf8_bom.csv",
        W11, (1, 1), "New code", "area", "code", (625, 625), 64,
    ),
    Found(
        "tables_ward/london-ward-well-being-probability-scores.csv",
        W11, (1, 1), "New ward code", "area", "code", (625, 625), 60,
    ),
    Found(MPS, W18, (1, 1), "WardCode", "area", "code", (632, 633), 264, ("MajorText",)),
    Found("tables_ward/English IMD - Ward 2020.csv", W18, (1, 1), "WD20CD", "area", "code", (632, 633), 24),
    Found(
        "tables_ward/green_cover_ward_summary.csv",
        W18, (1, 1), "ward_code", "area", "code", (633, 633), 7,
    ),
    Found("tables_ward/Ward2014 AvPTAI2015.csv", W11, (1, 1), "Ward Code", "area", "code", (571, 625), 2),
    Found(
        "tables_borough/PAS_Dashboard_Borough.csv",
        W11, (1, 1), "Borough", "parent", "name", (32, 33), 291, ("Measure", "Date"),
    ),
    Found("tables_borough/london-borough-profiles.csv", W11, (1, 1), "Code", "parent", "code", (33, 33), 74),
    Found(BOROUGH_24, W11, (1, 1), "BoroughName", "parent", "name", (32, 33), 283, ("MajorText",)),
    Found(
        "tables_borough/MPS Borough Level Crime (Historical).csv",
        W11, (1, 1), "BoroughName", "parent", "name", (32, 33), 1744, ("MajorText",),
    ),
    Found("lookups/WD23_to_LAD23_UK.csv", W18, (1, 1), "WD23CD", "area", "code", (150, 633), 1),
    Found("scale/UK_IMD_E.csv.zip", LSOA, (1, 1), "lsoa", "area", "code", (4835, 4835), 9),
    Found("svi/svi2018_us_county_min.csv", "", (1, 1), "FIPS", "area", "code", (3142, 3142), 52),
    Found("svi/svi2020_us_county_min.csv", "", (1, 1), "FIPS", "area", "code", (3143, 3143), 55),
    Found("svi/2020svi_pa_co_cdc.csv", "", (1, 1), "STCNTY", "area", "code", (67, 67), 153),
]  # fmt: skip


def use_layer(window, path: Path) -> None:
    """Score the areas of a file: a map, or the table of counties itself."""
    layer = QgsVectorLayer(str(path), path.stem, "ogr")
    QgsProject.instance().addMapLayer(layer)
    areas = edits.with_areas(window.session.scenario, guess_fields(layer))
    window.session.edit("areas", areas)


def unpacked(path: Path, folder: Path) -> Path:
    if path.suffix != ".zip":
        return path
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)
    return folder / path.stem


@pytest.mark.parametrize("found", FOUND, ids=lambda found: Path(found.file).stem)
def test_it_goes_in_without_help(found, empty, qtbot, tmp_path):
    file = unpacked(DATA / found.file, tmp_path)
    use_layer(empty, DATA / (found.layer or found.file))
    empty.dock.data.tables.add_files([file])
    qtbot.waitUntil(lambda: bool(empty.session.reports) and not empty.session.is_working)
    (table,) = empty.session.scenario.tables
    (report,) = empty.session.reports.values()
    assert (table.skip_rows + 1, table.skip_rows + table.header_rows) == found.header
    assert (table.key_column, table.key_level.value, table.key_match.value) == (
        found.key, found.level, found.match,
    )  # fmt: skip
    assert table.spread == found.spread
    assert (report.matched, report.units) == found.matched
    card = empty.dock.data.tables.card
    assert not card.isHidden()
    assert not card.picker.isHidden()
    titles = [card.picker.columns.item(row).text() for row in range(card.picker.columns.rowCount())]
    assert (
        len([t for t in titles if not t.endswith((", latest", ", last 12 months", " in %"))]) == found.columns
    )
    assert (card.picker.grid.rowCount() > 0) == bool(found.spread)


def test_every_table_is_here():
    listed = {found.file for found in FOUND}
    files = {
        path.relative_to(DATA).as_posix()
        for folder in ("tables_ward", "tables_borough", "lookups", "scale", "svi")
        for path in (DATA / folder).iterdir()
        if ".csv" in path.name
    }
    assert listed == files


def test_the_documentation_tells_of_every_table():
    text = (ROOT / "docs" / "importing.md").read_text(encoding="utf-8")
    for found in FOUND:
        rows = [line for line in text.splitlines() if Path(found.file).name.replace(".zip", "") in line]
        assert rows, found.file
        matched, units = (f"{number:,}" for number in found.matched)
        assert any(f"{matched} of {units}" in row and f"`{found.key}`" in row for row in rows), found.file
