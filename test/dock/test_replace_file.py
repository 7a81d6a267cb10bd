# SPDX-License-Identifier: GPL-2.0-or-later
"""A newer file: what changes is told first, and only then used."""

from __future__ import annotations

import pytest

from support.small_town import FIGURES
from vru_need_plugin.dock.table_card import Page
from vru_need_plugin.scenario.document import Value, ValueKind
from vru_need_plugin.session import edits


@pytest.fixture
def panel(opened):
    card = opened.dock.data.tables.card
    card.open_table("figures", Page.NEWER)
    return card.newer


def newer(folder, text):
    path = folder / "newer.csv"
    path.write_text(text, encoding="utf-8")
    return path


def lines(panel):
    return [panel.list.item(row).text() for row in range(panel.list.count())]


def test_changes_are_told_and_nothing_is_changed_yet(panel, opened, tmp_path):
    text = FIGURES.replace("E05000001,10", "E05000001,1").replace("E05000006,,", "E05000099,3,4")
    before = opened.session.scenario
    panel.consider(newer(tmp_path, text))
    assert lines(panel) == [
        "Keys gone: 1 (“E05000006”)",
        "Keys new: 1 (“E05000099”)",
        "Values revised: 1 in one column",
        "robbery: 1, as E05000001 from 10 to 1",
    ]
    assert opened.session.scenario == before


def test_the_scenario_then_stands_on_the_newer_file_and_goes_back(panel, opened, tmp_path):
    path = newer(tmp_path, FIGURES.replace("E05000001,10", "E05000001,1"))
    panel.consider(path)
    panel.use_button.click()
    assert opened.session.scenario.table("figures").source == str(path)
    assert opened.session.result.flags[0].tolist()[0] == 0
    opened.session.undo_stack.undo()
    assert opened.session.result.flags[0].tolist()[0] == 1


def test_what_is_wrong_with_other_tables_is_not_laid_to_the_newer_file(panel, opened, tmp_path):
    value = Value(ValueKind.COLUMN, ("nowhere",))
    opened.session.edit("t", edits.with_measure(opened.session.scenario, "trust", value=value))
    panel.consider(newer(tmp_path, FIGURES.replace("E05000001,10", "E05000001,1")))
    panel.use_button.click()
    assert not [told for told in opened.said() if "newer file" in told]


def test_measures_whose_columns_are_gone_are_named_first_and_stay(panel, opened, tmp_path):
    panel.consider(newer(tmp_path, FIGURES.replace("robbery", "robberies")))
    assert lines(panel)[:3] == [
        "Measure “Robbery” would have no figures: no “robbery”",
        "Columns gone: 1 (“robbery”)",
        "Columns new: 1 (“robberies”)",
    ]
    panel.use_button.click()
    assert [m.id for m in opened.session.scenario.measures] == ["robbery", "income", "trust"]
    assert list(opened.session.problems.measures) == ["robbery"]
    assert any("Robbery" in text for text in opened.said())


def test_the_same_figures_change_nothing(panel, tmp_path):
    panel.consider(newer(tmp_path, FIGURES))
    assert lines(panel) == ["Nothing that is read from the file has changed."]


def test_a_file_that_is_another_table_is_refused_in_words(panel, opened, tmp_path):
    panel.consider(newer(tmp_path, "a,b\n1,2\n"))
    assert panel.use_button.isHidden()
    assert "code" in opened.said()[0]
