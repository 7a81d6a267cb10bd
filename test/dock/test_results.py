# SPDX-License-Identifier: GPL-2.0-or-later
"""The ranking: what it shows, how it is searched and sorted, and the explanation."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QPersistentModelIndex, Qt
from qgis.PyQt.QtWidgets import QTextBrowser, QTreeView

from vru_need_plugin.dock.result_column import ResultColumn
from vru_need_plugin.dock.results_model import AREA_ROLE, BAR_ROLE
from vru_need_plugin.dock.results_order import SortKey, searchable, text_key
from vru_need_plugin.dock.results_search import Haystacks, search
from vru_need_plugin.session import edits

EDIT = Qt.ItemDataRole.EditRole
UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def view_of(window):
    return window.dock.findChild(QTreeView, "resultsView")


def column(model, number, role=Qt.ItemDataRole.DisplayRole):
    return [model.index(row, number).data(role) for row in range(model.rowCount())]


def explanation(window):
    return window.dock.findChild(QTextBrowser, "areaExplanation")


def test_the_model_keeps_qts_rules(opened, qtmodeltester):
    model = view_of(opened).model()
    qtmodeltester.check(model)
    opened.session.edit("t", edits.with_measure(opened.session.scenario, "robbery", weight=0))


def test_headings_use_the_layers_own_word_for_the_parent(opened):
    model = view_of(opened).model()
    shown = [model.headerData(c, Qt.Orientation.Horizontal) for c in range(4)]
    known = [model.headerData(c, Qt.Orientation.Horizontal, Qt.ItemDataRole.UserRole) for c in range(4)]
    assert shown == ["Rank", "Area", "Borough", "Score"]
    assert known == ["rank", "area", "parent", "score"]


def test_the_ranking_begins_with_the_greatest_need_and_ends_with_no_data(opened):
    model = view_of(opened).model()
    assert column(model, ResultColumn.RANK) == ["1", "=2", "=2", "4", "5", "–"]
    assert column(model, ResultColumn.AREA) == ["Ash", "Birch & Co", "Dogwood", "<b>Elm</b>", "Cedar", "Fir"]
    assert column(model, ResultColumn.SCORE) == ["3", "2", "2", "1", "0", "no data"]


def test_the_edit_role_has_plain_numbers_and_none(opened):
    model = view_of(opened).model()
    assert column(model, ResultColumn.RANK, EDIT) == [1, 2, 2, 4, 5, None]
    assert column(model, ResultColumn.SCORE, EDIT) == [3.0, 2.0, 2.0, 1.0, 0.0, None]


def test_a_score_shows_what_of_it_is_the_parents(opened):
    model = view_of(opened).model()
    made_of = dict(zip(column(model, ResultColumn.AREA), column(model, ResultColumn.MADE_OF)))
    bars = dict(zip(column(model, ResultColumn.AREA), column(model, ResultColumn.SCORE, BAR_ROLE)))
    assert made_of["Dogwood"] == "1 + 1 b"
    assert made_of["Ash"] == "3"
    assert bars["Dogwood"] == (0.25, 0.25)
    assert bars["Fir"] is None


@pytest.mark.parametrize("order", [UP, DOWN])
@pytest.mark.parametrize("number", list(ResultColumn))
def test_areas_without_a_figure_are_last_however_it_is_sorted(opened, number, order):
    model = view_of(opened).model()
    model.sort(number, order)
    values = column(model, number, EDIT)
    known = [value for value in values if value is not None]
    assert values[: len(known)] == known
    if number not in (ResultColumn.AREA, ResultColumn.PARENT, ResultColumn.CHIPS):
        assert known == sorted(known, reverse=order == DOWN)


def test_numbers_sort_as_numbers(opened):
    opened.session.edit("t", edits.with_measure(opened.session.scenario, "robbery", weight=100))
    model = view_of(opened).model()
    model.sort(ResultColumn.SCORE, UP)
    assert column(model, ResultColumn.SCORE) == ["0", "1", "2", "100", "101", "no data"]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("cedar", ["Cedar"]),
        ("E05000004", ["Dogwood"]),
        ("SOUTH", ["Dogwood", "<b>Elm</b>", "Fir"]),
        ("south fir", ["Fir"]),
        ("south cedar", []),
        ("  ", ["Ash", "Birch & Co", "Dogwood", "<b>Elm</b>", "Cedar", "Fir"]),
    ],
)
def test_the_search_goes_over_name_code_and_parent(opened, search, found):
    opened.dock.findChild(QgsFilterLineEdit, "resultsSearch").setText(search)
    assert column(view_of(opened).model(), ResultColumn.AREA) == found


def test_a_moved_threshold_sorts_again_and_the_chosen_area_stays_chosen(opened):
    view = view_of(opened)
    model = view.model()
    cedar = column(model, ResultColumn.AREA).index("Cedar")
    view.setCurrentIndex(model.index(cedar, 0))
    held = QPersistentModelIndex(model.index(cedar, ResultColumn.AREA))
    opened.session.edit("t", edits.with_threshold_value(opened.session.scenario, "robbery", 3))
    assert column(model, ResultColumn.AREA)[:4] == ["Ash", "Birch & Co", "Cedar", "Dogwood"]
    assert view.currentIndex().data(AREA_ROLE) == 2
    assert held.row() == 2
    assert model.index(held.row(), held.column()).data() == "Cedar"


def test_choosing_an_area_explains_it_in_a_sentence(opened):
    view = view_of(opened)
    view.setCurrentIndex(view.model().index(0, 0))
    told = explanation(opened).toPlainText().splitlines()[0]
    assert told == (
        "Ash: above threshold on 2 of 3, rank 1 of 5 and 1 of 3 in North; none just below; none missing"
    )


def test_the_parts_of_wards_and_boroughs_are_told_apart(opened):
    view = view_of(opened)
    row = column(view.model(), ResultColumn.AREA).index("Dogwood")
    view.setCurrentIndex(view.model().index(row, 0))
    assert "1 ward-level + 1 borough-level, weighing 1 + 1" in explanation(opened).toPlainText()


def test_an_area_with_nothing_above_and_one_without_data_are_told_so(opened):
    view = view_of(opened)
    names = column(view.model(), ResultColumn.AREA)
    view.setCurrentIndex(view.model().index(names.index("Cedar"), 0))
    assert (
        explanation(opened).toPlainText().startswith("Cedar: no measure above threshold, of 3, rank 5 of 5")
    )
    view.setCurrentIndex(view.model().index(names.index("Fir"), 0))
    told = explanation(opened).toPlainText()
    assert "no score, because there is data for 1 of 3 measures only" in told
    assert "2 missing" in told


def test_names_with_markup_are_shown_as_they_are(opened):
    view = view_of(opened)
    names = column(view.model(), ResultColumn.AREA)
    view.setCurrentIndex(view.model().index(names.index("<b>Elm</b>"), 0))
    assert explanation(opened).toPlainText().startswith("<b>Elm</b>: above threshold")


def test_the_explanation_follows_the_thresholds(opened):
    view = view_of(opened)
    view.setCurrentIndex(view.model().index(0, 0))
    opened.session.edit("t", edits.with_measure(opened.session.scenario, "income", enabled=False))
    assert explanation(opened).toPlainText().startswith("Ash: above threshold on 1 of 2, rank ")


def test_before_anything_is_chosen_the_explanation_says_what_to_do(opened):
    assert explanation(opened).toPlainText().startswith("Choose an area")


numbers = st.lists(st.one_of(st.floats(allow_nan=False, allow_infinity=False), st.none()), max_size=30)


@given(numbers, st.booleans())
def test_any_column_sorts_stably_with_missing_last(values, descending):
    key = SortKey(np.array([np.nan if value is None else value for value in values], dtype=np.float64))
    order = key.order(np.arange(len(values)), descending).tolist()
    known = [row for row, value in enumerate(values) if value is not None]
    sign = -1 if descending else 1
    expected = sorted(known, key=lambda row: sign * values[row])
    assert order == expected + [row for row, value in enumerate(values) if value is None]


@given(st.lists(st.text(max_size=8), max_size=20), st.text(max_size=8))
def test_a_search_finds_what_holds_every_word(texts, wanted):
    found = np.flatnonzero(
        search(Haystacks(len(texts), lambda: [searchable(text) for text in texts]), wanted, None, None)
    ).tolist()
    for number, text in enumerate(texts):
        inside = all(word in searchable(text) for word in searchable(wanted).split())
        assert (number in found) == inside


def test_texts_sort_without_case_and_accents_and_blank_last():
    key = text_key(["zoe", "Élan", "abc", None, "Zoe"])
    assert key.order(np.arange(5), False).tolist() == [2, 1, 0, 4, 3]
