# SPDX-License-Identifier: GPL-2.0-or-later
"""Whatever a title holds is printed as it is, and whatever is long fits or goes on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.core import QgsLayoutItemManualTable, QgsProject

from support.sheets import Scored, rows_of, scored, sheet, texts
from vru_need_plugin.resource import resource
from vru_need_plugin.scenario import codec
from vru_need_plugin.sheets import items
from vru_need_plugin.sheets.fit import fits
from vru_need_plugin.sheets.measure_table import is_theme
from vru_need_plugin.sheets.more_pages import lacks_room

STRANGE = [
    "<script>alert('x')</script>",
    "A & B &amp; “C” 'd'",
    "[% 1 + 1 %] and [% @project_path %]",
    "حاجة الأحياء 2026",
    "Ward 🏙️ score",
    "{braces} %s %1 \\n",
]
LONG = (
    "Where should the partnership offer places in the next round of the after-school programme, given " * 12
)
CHOSEN = ("a4-portrait", "a3-landscape", "borough-a3-landscape")


@pytest.fixture(scope="module")
def many(qgis_app):
    """The sample with 33 measures, some of long names, and a strange one among them."""
    path = resource("sample", "scenario.json")
    scenario = codec.load(path)
    extra = [
        replace(
            scenario.measures[at % 6],
            id=f"more_{at}",
            title=STRANGE[at]
            if at < len(STRANGE)
            else f"Measure {at} with a name that is long enough to be wrapped twice",
            theme=f"Theme {at % 4} of several themes",
        )
        for at in range(33 - len(scenario.measures))
    ]
    project = QgsProject()
    yield scored(replace(scenario, measures=(*scenario.measures, *extra)), path.parent, project)
    project.clear()


@pytest.mark.parametrize("title", STRANGE)
def test_titles_are_printed_as_they_are(town, title):
    layout = sheet(town, "a4-portrait", title=title, purpose=title, author=title)
    told = texts(layout)
    assert told.count(title) >= 2
    assert any(text.startswith(title) for text in told)


def test_names_of_areas_measures_and_themes_are_printed_as_they_are(many, town):
    layout = sheet(many, "a3-landscape")
    rows = rows_of(next(items.tables(layout, "vru_measures", QgsLayoutItemManualTable))[0])
    assert set(STRANGE) <= {row[0] for row in rows}


@pytest.mark.parametrize("name", CHOSEN)
def test_33_measures_go_on_to_further_pages_and_none_is_lost(many, name):
    parents = (2,) if "borough" in name else ()
    layout = sheet(many, name, parents=parents)
    table, _ = next(items.tables(layout, "vru_measures", QgsLayoutItemManualTable))
    assert not lacks_room(table)
    rows = [row for row in rows_of(table) if not is_theme(tuple(row))]
    assert [row[0].replace(" (b)", "") for row in rows] == [
        measure.title for measure in many.subject.measures
    ]
    assert all(fits(label) for label in items.labels(layout))


@pytest.mark.parametrize("name", ["a4-portrait", "borough-a4-portrait"])
def test_a_long_purpose_and_title_are_printed_in_full_on_a_further_page(sample, name):
    parents = (2,) if "borough" in name else ()
    layout = sheet(sample, name, parents=parents, purpose=LONG.strip(), title=LONG[:400].strip())
    told = texts(layout)
    assert LONG.strip() in told
    assert LONG[:400].strip() in told
    assert any(text.endswith("(in full on the last page)") for text in told)
    assert all(fits(label) for label in items.labels(layout))


def test_a_long_word_is_broken(sample):
    layout = sheet(
        sample, "a4-portrait", title="Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 2
    )
    assert all(fits(label) for label in items.labels(layout))


def test_what_stands_on_the_sheet_in_full_is_not_printed_again(sample):
    layout = sheet(sample, "a4-portrait", purpose="Which wards should be offered places? " * 6)
    small = sheet(
        sample, "a4-portrait", title="A title that the head of the page has room for, its back not", top=3
    )
    for made in (layout, small):
        assert made.pageCollection().pageCount() == 2
    assert not any(text.endswith("(in full on the last page)") for text in texts(layout))


def test_a_text_that_is_cut_on_one_page_and_in_full_on_another_needs_no_further_page(sample):
    place = "The Royal and Ancient Borough of Kensington, and Chelsea"
    parents = sample.subject.job.parents
    named = replace(parents, names=(*parents.names[:2], place, *parents.names[3:]))
    renamed = replace(sample.subject, job=replace(sample.subject.job, parents=named))
    found = Scored(sample.project, sample.layer, renamed)
    layout = sheet(found, "borough-a4-portrait", parents=(2,))
    assert place in texts(layout)
    assert layout.pageCollection().pageCount() == 2
    assert any(text != place and text.endswith("…") for text in texts(layout))
    assert all(fits(label) for label in items.labels(layout))
