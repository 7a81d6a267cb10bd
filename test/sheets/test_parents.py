# SPDX-License-Identifier: GPL-2.0-or-later
"""A sheet about a parent has all of its areas and says which it is, however the layer writes it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.core import QgsLayoutItemAttributeTable, QgsLayoutItemMap

from support import small_town as towns
from support.sheets import rows_of, scored, sheet, texts
from vru_need_plugin.scenario import codec
from vru_need_plugin.sheets import items


def town(monkeypatch, folder, *, codes=True, **boroughs):
    """The small town with boroughs written otherwise, by the wards' names."""
    wards = [{**ward, "borough": boroughs.get(ward["name"], ward["borough"])} for ward in towns.WARDS]
    monkeypatch.setattr(towns, "WARDS", wards)
    scenario = codec.load(towns.small_town(folder))
    areas = scenario.areas if codes else replace(scenario.areas, parent_code_field=None)
    return replace(scenario, areas=areas)


def spelled(monkeypatch, folder):
    """North as three wards spell it, without a code; its survey has a spelling of its own."""
    names = {"Birch & Co": "Kensington and Chelsea", "Cedar": "KENSINGTON & Chelsea "}
    names["Ash"] = "Kensington & Chelsea"
    found = town(monkeypatch, folder, codes=False, **names)
    (folder / "survey.csv").write_text("borough,trust\nKENSINGTON AND CHELSEA,80\nSouth,40\n", "utf-8")
    return found


def listed(layout):
    table, _ = next(items.tables(layout, items.LIST, QgsLayoutItemAttributeTable))
    table.refresh()
    return rows_of(table)


def pages(layout):
    """What each page of an atlas is called, its texts and its list."""
    atlas, told = layout.atlas(), {}
    assert atlas.beginRender()
    for number in range(atlas.count()):
        atlas.seekTo(number)
        told[atlas.nameForPage(number)] = texts(layout), listed(layout)
    atlas.endRender()
    return told


def test_the_areas_of_a_parent_are_listed_however_each_writes_its_name(monkeypatch, project, tmp_path):
    found = scored(spelled(monkeypatch, tmp_path), tmp_path, project)
    layout = sheet(found, "borough-a3-landscape", parents=(0,))
    assert [row[1:3] for row in listed(layout)] == [["Ash", "1"], ["Birch & Co", "2"], ["Cedar", "3"]]


def test_a_page_of_an_atlas_has_them_all_too(monkeypatch, project, tmp_path):
    found = scored(spelled(monkeypatch, tmp_path), tmp_path, project)
    told = pages(sheet(found, "borough-a3-landscape", atlas=True))
    assert list(told) == ["Kensington & Chelsea", "South"]
    shown, rows = told["Kensington & Chelsea"]
    assert [row[1] for row in rows] == ["Ash", "Birch & Co", "Cedar"]
    assert any(text.startswith("Known by borough only") and "Kensington" in text for text in shown)
    assert [row[1] for row in told["South"][1]] == ["Dogwood", "<b>Elm</b>", "Fir"]


def test_a_name_never_ends_what_a_label_evaluates(monkeypatch, project, tmp_path):
    names = {"Ash": "N %] [% 1 + 1 %]", "Birch & Co": "n-%]-[%-1-1 %]", "Cedar": "N %] [% 1 + 1 %]"}
    found = scored(town(monkeypatch, tmp_path, codes=False, **names), tmp_path, project)
    assert len(found.subject.job.parents) == 2
    told = pages(sheet(found, "borough-a3-landscape", atlas=True))
    shown, rows = told["N %] [% 1 + 1 %]"]
    assert [row[1] for row in rows] == ["Ash", "Birch & Co", "Cedar"]
    assert "All wards of N %] [% 1 + 1 %], in the order of need" in shown
    assert any(text.startswith("Known by borough only") for text in shown)


def test_shared_ranks_are_marked_however_the_parent_is_written(monkeypatch, project, tmp_path):
    scenario = spelled(monkeypatch, tmp_path)
    trust = scenario.measures[2]
    found = scored(replace(scenario, measures=(trust,)), tmp_path, project)
    assert [row[2] for row in listed(sheet(found, "borough-a3-landscape", parents=(0,)))] == ["=1"] * 3


def test_no_line_is_drawn_between_areas_of_one_parent(monkeypatch, project, tmp_path):
    found = scored(spelled(monkeypatch, tmp_path), tmp_path, project)
    layout = sheet(found, "a3-landscape")
    drawn = items.named(layout, items.MAP, QgsLayoutItemMap)[0].layers()[0]
    assert len(drawn.items()) == 2


def test_a_parent_without_a_name_is_told_by_its_code_on_every_page(monkeypatch, project, tmp_path):
    scenario = town(monkeypatch, tmp_path, **dict.fromkeys(("Dogwood", "<b>Elm</b>", "Fir")))
    found = scored(scenario, tmp_path, project)
    assert found.subject.job.parents.names == ("North", "E09000002")
    heading = "All wards of E09000002, in the order of need"
    assert heading in texts(sheet(found, "borough-a3-landscape", parents=(1,)))
    told = pages(sheet(found, "borough-a3-landscape", atlas=True))
    assert list(told) == ["E09000002", "North"]
    assert heading in told["E09000002"][0]
    assert [row[1] for row in told["E09000002"][1]] == ["Dogwood", "<b>Elm</b>", "Fir"]


@pytest.mark.parametrize("nameless", ["Ash", "Birch & Co"])
def test_a_page_and_a_sheet_of_a_parent_have_one_name_for_it(monkeypatch, project, tmp_path, nameless):
    found = scored(town(monkeypatch, tmp_path, **{nameless: " "}), tmp_path, project)
    names = found.subject.job.parents.names
    assert sorted(pages(sheet(found, "borough-a3-landscape", atlas=True))) == sorted(names)


@pytest.mark.parametrize(
    ("nameless", "told"), [(("Dogwood",), "South"), (("Dogwood", "<b>Elm</b>", "Fir"), "E09000002")]
)
def test_the_ranking_tells_a_parent_by_any_areas_name_for_it_or_by_its_code(
    monkeypatch, project, tmp_path, nameless, told
):
    found = scored(town(monkeypatch, tmp_path, **dict.fromkeys(nameless)), tmp_path, project)
    layout = sheet(found, "a3-landscape")
    table, _ = next(items.tables(layout, items.RANKING, QgsLayoutItemAttributeTable))
    assert {row[2]: row[3] for row in rows_of(table)}["Dogwood"] == told
