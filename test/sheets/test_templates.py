# SPDX-License-Identifier: GPL-2.0-or-later
"""Every template, filled: nothing is empty, cut off, or lies over something else."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from qgis.core import (
    QgsLayoutFrame,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutTable,
)
from qgis.PyQt.QtCore import QRectF

from support.sheets import drawn, rows_of, sheet, texts
from vru_need_plugin.core.messages import NOT_AN_INDEX
from vru_need_plugin.resource import resource
from vru_need_plugin.sheets import items
from vru_need_plugin.sheets import template as templates
from vru_need_plugin.sheets.fit import LEAST, fits
from vru_need_plugin.sheets.more_pages import lacks_room

ALL = [template.id for template in templates.shipped()]
PAPER = {"a4": {210.0, 297.0}, "a3": {297.0, 420.0}, "a1": {594.0, 841.0}}


@pytest.fixture(scope="module", params=ALL)
def filled(request, sample):
    """A sheet of the sample from each template: of one borough where it is made for one."""
    template = templates.find(request.param)
    parents = (2,) if template.is_of_a_parent else ()
    layout = sheet(sample, template.id, parents=parents)
    drawn(layout, dpi=30)  # QGIS settles the size of legends and scale bars when it draws them
    return template, layout


def visible(layout):
    return [item for item in items.content(layout) if item.isVisible() and item.id() != "vru_rule"]


def test_the_files_are_those_that_are_offered():
    found = {path.stem for path in resource("layouts").glob("*.qpt")}
    assert found == set(ALL)


@pytest.mark.parametrize("name", ALL)
def test_a_template_has_no_ids_that_look_like_secrets(name):
    text = templates.find(name).path.read_text(encoding="utf-8")
    assert not re.search(r"[0-9a-f]{8}-[0-9a-f]{4}|[0-9a-f]{32}", text)


def test_the_paper_is_what_the_name_says(filled):
    template, layout = filled
    size = next(size for paper, size in PAPER.items() if f"{paper}-" in template.id)
    page = layout.pageCollection().page(0).rect()
    assert {round(page.width()), round(page.height())} == size
    assert (page.width() > page.height()) == template.id.endswith("landscape")


def test_nothing_lies_off_its_page_or_over_something_else(filled):
    _, layout = filled
    boxes = [(item, items.box(item)) for item in visible(layout)]
    for item, box in boxes:
        page = layout.pageCollection().page(item.page()).rect()
        assert QRectF(0, 0, page.width() + 0.1, page.height() + 0.1).contains(box), item.id()
    on_map = (QgsLayoutItemScaleBar, QgsLayoutItemPicture)
    for (first, one), (second, other) in combinations(boxes, 2):
        if first.page() != second.page():
            continue
        kinds = {type(first), type(second)}
        if QgsLayoutItemMap in kinds and kinds & set(on_map):
            continue  # in the map's corners, on purpose
        shared = one.intersected(other)
        assert shared.width() < 0.5 or shared.height() < 0.5, (first.id(), second.id())


def test_every_text_fits_in_letters_that_can_be_read(filled):
    _, layout = filled
    for label in items.labels(layout):
        assert fits(label), label.currentText()
        assert label.font().pointSizeF() >= LEAST
    for item in visible(layout):
        if isinstance(item, QgsLayoutFrame):
            assert item.multiFrame().contentTextFormat().size() >= LEAST


def test_every_row_of_every_table_has_its_place(filled):
    _, layout = filled
    tables = {
        id(item.multiFrame()): item.multiFrame()
        for item in visible(layout)
        if isinstance(item, QgsLayoutFrame)
    }
    assert tables
    for table in tables.values():
        assert isinstance(table, QgsLayoutTable)
        assert table.contents()
        assert not lacks_room(table)


def test_no_item_is_empty(filled, sample):
    template, layout = filled
    for label in items.labels(layout):
        assert label.currentText().strip(), label.id()
        assert "[%" not in label.currentText()
    assert items.named(layout, "vru_legend", QgsLayoutItemLegend)
    for number in range(layout.pageCollection().pageCount()):
        page = drawn(layout, number, dpi=50)
        for item in visible(layout):
            if item.page() == number:
                assert len(page.colours(items.box(item))) > 1, item.id()
    if template.is_of_a_parent:
        assert items.named(layout, "vru_inset", QgsLayoutItemMap)


def test_a_sheet_says_all_that_a_reader_needs(filled, sample):
    _, layout = filled
    told = "\n".join(texts(layout))
    scenario = sample.subject.scenario
    for needed in (scenario.title, scenario.question, scenario.author, scenario.date, NOT_AN_INDEX):
        assert needed in told
    for needed in ("How to read this", "could be", "marked (b)", "Sources: 1 ", "©"):
        assert needed in told, needed
    measures = next(items.tables(layout, "vru_measures", QgsLayoutItemManualTable))[0]
    titles = {row[0].replace(" (b)", "") for row in rows_of(measures)}
    assert {measure.title for measure in sample.subject.measures} <= titles


def test_only_items_of_qgis_itself_are_used(filled):
    _, layout = filled
    for item in items.content(layout):
        assert type(item).__module__ == "qgis._core"
    for label in items.labels(layout):
        assert label.mode() == QgsLayoutItemLabel.Mode.ModeFont
