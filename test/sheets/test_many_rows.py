# SPDX-License-Identifier: GPL-2.0-or-later
"""A list that is longer than the paper for it says how far it goes, and one that has to be whole is."""

from __future__ import annotations

import re

from qgis.core import QgsLayoutItemAttributeTable, QgsLayoutItemManualTable

from support.sheets import rows_of, sheet, texts
from vru_need_plugin.sheets import area_tables, items
from vru_need_plugin.sheets.more_pages import lacks_room


def test_a_ranking_of_more_ranks_than_pages_says_to_which_it_goes(sample, monkeypatch):
    most = 3
    monkeypatch.setattr(area_tables, "MOST_PAGES", most)
    layout = sheet(sample, "a4-portrait", top=999)
    table, _ = next(items.tables(layout, items.RANKING, QgsLayoutItemAttributeTable))
    assert not lacks_room(table)
    assert len(table.frames()) == most
    told, ranks = texts(layout), sample.subject.result.rank
    last = int(next(re.search(r"ranks 1 to (\d+)", text) for text in told if "ranks 1 to" in text).group(1))
    assert len(rows_of(table)) == int(((ranks > 0) & (ranks <= last)).sum())
    assert 40 < len(rows_of(table)) < sample.subject.scored
    counted = f"{len(rows_of(table))} of {sample.subject.scored} wards with a score."
    assert any(counted in text and f"There is no room for more on {most} pages." in text for text in told)


def test_lists_that_have_to_be_whole_take_as_many_pages_as_they_need(sample, monkeypatch):
    monkeypatch.setattr(area_tables, "MOST_PAGES", 1)
    layout = sheet(sample, "borough-a4-portrait", parents=(2,))
    for name, kind in ((items.LIST, QgsLayoutItemAttributeTable), (items.MEASURES, QgsLayoutItemManualTable)):
        table, _ = next(items.tables(layout, name, kind))
        assert not lacks_room(table)
