# SPDX-License-Identifier: GPL-2.0-or-later
"""What goes on does so on the back first, and each page can be judged by itself."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from qgis.core import QgsLayoutItemAttributeTable, QgsProject

from support.pdf import needs_poppler, page_texts
from support.shared import needs_data
from support.sheets import scored, sheet
from support.templates import LONDON_2011, on_published_data, template
from vru_need_plugin.core.messages import NOT_AN_INDEX
from vru_need_plugin.resource import resource
from vru_need_plugin.scenario import codec
from vru_need_plugin.sheets import items
from vru_need_plugin.sheets.export import Wish, export
from vru_need_plugin.sheets.row_heights import frames_needed


def test_rows_fill_one_frame_after_the_other():
    assert frames_needed([2.0] * 4, 1.0, [9.0, 5.0, 7.0]) == 1
    assert frames_needed([2.0] * 5, 1.0, [9.0, 5.0, 7.0]) == 2
    assert frames_needed([2.0] * 7, 1.0, [9.0, 5.0, 7.0]) == 3
    assert frames_needed([2.0] * 13, 1.0, [9.0, 5.0, 7.0]) == 5


@pytest.fixture(scope="module")
def london(qgis_app, tmp_path_factory):
    project = QgsProject()
    yield scored(on_published_data(template(LONDON_2011)), tmp_path_factory.mktemp("london"), project)
    project.clear()


def numbers(found, *names):
    parents = list(found.subject.job.parents.names)
    return tuple(parents.index(name) for name in names)


@needs_data
def test_the_list_of_a_borough_with_many_reasons_goes_on_below_the_measures(london):
    layout = sheet(london, "borough-a4-portrait", parents=numbers(london, "Tower Hamlets"))
    table, _ = next(items.tables(layout, "vru_list", QgsLayoutItemAttributeTable))
    assert layout.pageCollection().pageCount() == 2
    assert [frame.page() for frame in table.frames()] == [0, 1]


@needs_data
@needs_poppler
def test_each_borough_of_an_atlas_has_one_leaf_and_only_long_lists_go_on_overleaf(london, tmp_path):
    chosen = numbers(london, "Bexley", "Croydon", "Tower Hamlets")
    layout = sheet(london, "borough-a4-portrait", atlas=True, parents=chosen)
    (path,) = export(layout, Wish(tmp_path / "atlas.pdf", dpi=72))
    pages = page_texts(path)
    assert len(pages) == 6
    assert ["No." in page for page in pages] == [True, False, True, True, True, True]
    assert "All wards of Croydon, in the order of need (continued)" in pages[3]
    for name, at in (("Upper Norwood", 2), ("St. Katharine", 4)):
        assert sum(name in page for page in pages[at : at + 2]) == 1


@pytest.mark.parametrize("name", ["a4-portrait", "borough-a3-landscape", "wall-a1-landscape"])
def test_every_page_says_what_it_is_of_and_that_it_is_no_index(qgis_app, tmp_path, name):
    path = resource("sample", "scenario.json")
    scenario = codec.load(path)
    more = [
        replace(scenario.measures[at % 6], id=f"more_{at}", title=f"Measure {at} " * 8) for at in range(40)
    ]
    project = QgsProject()
    found = scored(replace(scenario, measures=(*scenario.measures, *more)), path.parent, project)
    parents = (2,) if "borough" in name else ()
    layout = sheet(found, name, parents=parents, copyright="© the survey of Marlbury")
    pages = layout.pageCollection().pageCount()
    assert pages > 1
    for number in range(pages):
        told = "\n".join(label.currentText() for label in items.labels(layout) if label.page() == number)
        for needed in (
            scenario.title,
            scenario.author,
            scenario.date,
            NOT_AN_INDEX,
            "© the survey of Marlbury",
        ):
            assert needed in told, (number, needed)
    project.clear()


def test_a_sheet_without_a_date_says_when_it_was_made_and_one_without_an_author_says_so(sample):
    layout = sheet(sample, "a4-portrait", author=" ", date="")
    told = "\n".join(label.currentText() for label in items.labels(layout))
    assert "Author: not stated" in told
    assert re.search(r"Sheet made on \d{4}-\d{2}-\d{2}", told)
    assert "Date:" not in told
