# SPDX-License-Identifier: GPL-2.0-or-later
"""The match report: what is left over on both sides, and cures that work, show and can be undone."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import QItemSelectionModel, Qt
from qgis.PyQt.QtWidgets import QWidget

from vru_need_plugin.dock import match_panel
from vru_need_plugin.dock.table_card import Page
from vru_need_plugin.session import new_table

WARDS = ("Ash", "Birch and Co", "Cedar", "Dogwood", "Elm", "Fir")


@pytest.fixture
def shown(opened, tmp_path):
    """A function: adds a table of these rows and shows its match."""

    def show(header, *rows):
        path = tmp_path / "added.csv"
        path.write_text("\n".join(",".join(map(str, row)) for row in (header, *rows)), encoding="utf-8")
        opened.dock.data.tables.add_files([path])
        card = opened.dock.data.tables.card
        card.open_table("added", Page.MATCH)
        return card.match

    opened.dock.findChild(QWidget, "dataSection").set_open(True)
    return show


def groups(panel):
    model = panel.model
    return {
        model.index(row, 0).data(): [
            model.index(line, 0, model.index(row, 0)).data()
            for line in range(model.rowCount(model.index(row, 0)))
        ]
        for row in range(model.rowCount())
    }


def choose(panel, *keys):
    panel.view.clearSelection()
    for key in keys:
        flags = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
        item = panel.model.findItems(key, flags)[-1]
        select = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        panel.view.selectionModel().select(item.index(), select)


def spec(window):
    return window.session.scenario.table("added")


def coded(*codes):
    return [(code, number) for number, code in enumerate(codes)]


def test_the_model_keeps_qts_rules(shown, qtmodeltester):
    panel = shown(("name", "n"), ("Ash", 1), ("Birtch & Co", 2), ("Cedar", 3), ("Total", 9))
    qtmodeltester.check(panel.model)


def test_counts_and_causes_stand_on_both_sides(shown):
    panel = shown(("name", "n"), ("Ash", 1), ("Cedar", 3), ("Total", 9))
    assert panel.headline.text() == "2 of 6 wards have a row in the table."
    told = groups(panel)
    assert told["Wards without a row: 4, no row in the table"] == [
        "Birch & Co",
        "Dogwood",
        "<b>Elm</b>",
        "Fir",
    ]
    assert told["In the table only: 1, a totals row or a note"] == ["Total"]


def test_names_spelled_otherwise_are_paired_in_one_click_and_taken_apart(shown, opened):
    panel = shown(("name", "n"), ("Ash", 1), ("Birtch & Co", 2), ("Cedr", 3), ("Dogwood", 4))
    assert groups(panel)["Spelled otherwise: 2"] == ["Birtch & Co", "Cedr"]
    assert panel.pair_button.text() == "Pair the ticked: 2"
    panel.pair_button.click()
    assert dict(spec(opened).key_aliases) == {"Birtch & Co": "Birch & Co", "Cedr": "Cedar"}
    assert "4 of 6" in panel.headline.text()
    assert groups(panel)["Paired by you: 2"] == ["Birtch & Co", "Cedr"]
    choose(panel, "Cedr")
    assert panel.line_button.text() == "Take the pair apart"
    panel.line_button.click()
    assert dict(spec(opened).key_aliases) == {"Birtch & Co": "Birch & Co"}
    opened.session.undo_stack.undo()
    opened.session.undo_stack.undo()
    assert dict(spec(opened).key_aliases) == {}
    assert "Spelled otherwise: 2" in groups(panel)


def test_two_keys_that_nothing_suggests_are_paired_by_hand(shown, opened):
    panel = shown(("code", "n"), *coded("E05000001", "E05000002", "E05000003", "E05000004", "X9"))
    choose(panel, "X9", "E05000005")
    assert panel.line_button.text() == "Pair the two chosen"
    panel.line_button.click()
    assert dict(spec(opened).key_aliases) == {"X9": "E05000005"}
    assert "5 of 6" in panel.headline.text()


def test_totals_rows_are_left_out_and_count_again(shown, opened):
    codes = [f"E0500000{n}" for n in range(1, 7)]
    panel = shown(("code", "n"), *coded(*codes, "E12000007", "E09000001"))
    (button,) = panel.cure_buttons
    assert button.text() == "Leave out totals rows: 2"
    button.click()
    assert spec(opened).exclude_keys == ("E12000007", "E09000001")
    assert groups(panel) == {"Left out by you: 2": ["E12000007", "E09000001"]}
    assert panel.cure_buttons == []
    choose(panel, "E12000007")
    panel.line_button.click()
    assert spec(opened).exclude_keys == ("E09000001",)


def test_names_that_match_more_are_offered_and_taken(shown, opened):
    rows = [(f"E0500000{n + 1}" if n < 3 else f"E0500990{n}", name, n) for n, name in enumerate(WARDS)]
    panel = shown(("code", "name", "n"), *rows)
    assert [button.text() for button in panel.cure_buttons] == ["Match wards by name: 5 of 6"]
    panel.cure_buttons[0].click()
    assert (spec(opened).key_column, spec(opened).key_match.value) == ("name", "name")
    assert "5 of 6" in panel.headline.text()


def test_a_borough_table_taken_for_wards_is_cured(shown, opened):
    panel = shown(("Borough", "n"), ("North", 1), ("South", 2))
    reading = opened.dock.data.tables.card.reading
    reading.level.setCurrentIndex(0)
    reading.level.activated.emit(0)
    assert opened.session.problems.tables
    assert "No key of the table" in panel.headline.text()
    assert [button.text() for button in panel.cure_buttons] == ["Match boroughs by name: 2 of 2"]
    panel.cure_buttons[0].click()
    assert not opened.session.problems.tables
    assert "2 of 2 boroughs" in panel.headline.text()


def test_codes_of_another_year_are_named_and_successors_never_taken_unasked(shown, opened):
    codes = ("E05000001", "E05000002", "E05009903", "E05009904", "E05009905", "E05009906")
    rows = [
        (code, name, "North" if n < 3 else "South", n) for n, (code, name) in enumerate(zip(codes, WARDS))
    ]
    panel = shown(("code", "name", "borough", "n"), *rows)
    assert "look like codes of another year’s wards" in panel.headline.text()
    assert groups(panel)["Probable successors, by name: 3"] == ["E05009903", "E05009904", "E05009906"]
    assert panel.model.ticked() == []
    assert panel.pair_button.isHidden()
    panel.model.item(0).child(0).setCheckState(Qt.CheckState.Checked)
    assert panel.pair_button.text() == "Pair the ticked: 1"
    panel.pair_button.click()
    assert dict(spec(opened).key_aliases) == {"E05009903": "E05000003"}


def test_a_table_that_reaches_far_beyond_the_layer_says_so_too(shown, opened):
    """A lookup of the whole country, of another year: what the layer misses is named."""
    rows = [("E05000001", WARDS[0], 0), *((f"E0501{n:04}", f"Other {n}", n) for n in range(40))]
    panel = shown(("code", "name", "n"), *rows)
    assert (
        "5 codes of the layer are not in the table: they look like codes of another year’s wards."
        in panel.headline.text()
    )


def test_cells_that_are_no_number_are_counted_with_an_example(shown, opened):
    codes = [f"E0500000{n}" for n in range(1, 7)]
    rows = [*((code, n) for n, code in enumerate(codes[:5])), (codes[5], "abc")]
    panel = shown(("code", "Fires"), *rows)
    card = opened.dock.data.tables.card
    card.tabs.setCurrentIndex(Page.IMPORT)
    card.picker.columns.item(0).setCheckState(Qt.CheckState.Checked)
    card.picker.take()
    card.open_table("added", Page.MATCH)
    assert groups(panel) == {"Columns in use with cells that are no number: 1": ["Fires"]}
    line = panel.model.item(0).child(0, 1).text()
    assert line == "1 missing; row 7: “abc”"


def test_markup_in_names_is_shown_as_text(shown):
    panel = shown(("name", "n"), ("Ash", 1), ("<i>x</i>", 3))
    item = panel.model.findItems("<i>x</i>", Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)[0]
    assert "<i>" not in item.toolTip()


def test_a_long_look_is_taken_beside_the_window_and_says_the_same(shown, opened, monkeypatch, qtbot):
    panel = shown(("name", "n"), ("Ash", 1), ("Cedar", 3), ("Total", 9))
    told, said = groups(panel), panel.headline.text()
    monkeypatch.setattr(new_table, "SMALL_CELLS", 1)
    panel.show_table("added")
    assert opened.session.is_working
    assert panel.headline.text() == "Looking at what matches…"
    qtbot.waitUntil(lambda: not opened.session.is_working)
    assert groups(panel) == told
    assert panel.headline.text() == said


def test_the_match_of_a_table_whose_columns_are_shown_is_not_looked_at(shown, opened, monkeypatch):
    panel = shown(("name", "n"), ("Ash", 1), ("Cedar", 3))
    card = opened.dock.data.tables.card
    card.close_card()
    looked = []
    monkeypatch.setattr(match_panel.MatchPanel, "_show", lambda *_: looked.append(1))
    card.open_table("added", Page.IMPORT)
    assert looked == []
    assert panel.isHidden()
