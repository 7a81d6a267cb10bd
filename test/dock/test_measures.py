# SPDX-License-Identifier: GPL-2.0-or-later
"""The measures' table: what it shows, and what an edit does."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QTreeView

from vru_need_plugin.core.cut import NoneFlagged
from vru_need_plugin.core.threshold import ThresholdKind
from vru_need_plugin.dock.measure_column import MeasureColumn
from vru_need_plugin.dock.measures_model import BADGE_ROLE
from vru_need_plugin.dock.threshold_words import reason_text
from vru_need_plugin.session import edits

EDIT = Qt.ItemDataRole.EditRole


def model_of(window):
    return window.dock.findChild(QTreeView, "measuresView").model()


def cell(model, row, column, role=Qt.ItemDataRole.DisplayRole):
    return model.index(row, column).data(role)


def test_the_model_keeps_qts_rules(opened, qtmodeltester):
    qtmodeltester.check(model_of(opened))


def test_headings_are_those_of_the_design(opened):
    model = model_of(opened)
    headings = [model.headerData(c, Qt.Orientation.Horizontal) for c in range(model.columnCount())]
    assert headings == [
        "Measure",
        "Theme",
        "More need when",
        "Threshold",
        "Weight",
        "Cut-off",
        "Above",
        "Data",
    ]


def test_a_row_says_what_the_measure_is_and_comes_to(opened):
    model = model_of(opened)
    rows = [[cell(model, row, column) for column in MeasureColumn] for row in range(3)]
    assert rows == [
        ["Robbery", "Crime", "higher", "top 2", "2", "9", "2", "5 of 6"],
        ["Income", "Public health", "lower", "≤ 20", "1", "20", "2", "5 of 6"],
        ["Trust", "Public perceptions", "lower", "top 1", "1", "40", "3", "6 of 6"],
    ]


def test_the_edit_role_has_plain_numbers(opened):
    model = model_of(opened)
    assert [cell(model, 0, c, EDIT) for c in (3, 4, 5, 6, 7)] == [2.0, 2.0, 9.0, 2, 5]


def test_only_measures_of_the_parents_level_are_marked(opened):
    model = model_of(opened)
    assert [cell(model, row, 0, BADGE_ROLE) for row in range(3)] == [None, None, "b"]
    assert "Known by borough only" in cell(model, 2, 0, Qt.ItemDataRole.ToolTipRole)


def test_a_weight_set_through_the_model_is_in_the_scores(opened):
    model = model_of(opened)
    assert model.setData(model.index(0, MeasureColumn.WEIGHT), 2.5, EDIT)
    assert opened.session.scenario.measures[0].weight == 2.5
    assert float(opened.session.result.score[0]) == 3.5


def test_a_threshold_set_through_the_model_moves_cut_off_and_number(opened):
    model = model_of(opened)
    assert model.setData(model.index(0, MeasureColumn.THRESHOLD), 3, EDIT)
    assert cell(model, 0, MeasureColumn.ABOVE, EDIT) == 3
    assert cell(model, 0, MeasureColumn.CUTOFF, EDIT) == 8


def test_unticking_leaves_a_measure_out_and_ticking_takes_it_in(opened):
    model, check = model_of(opened), Qt.ItemDataRole.CheckStateRole
    before = opened.session.result.score.tolist()
    assert model.setData(model.index(0, 0), Qt.CheckState.Unchecked, check)
    assert [m.id for m in opened.session.job.measures] == ["income", "trust"]
    assert cell(model, 0, MeasureColumn.ABOVE) == "–"
    assert model.setData(model.index(0, 0), Qt.CheckState.Checked, check)
    assert opened.session.result.score.tolist()[:5] == before[:5]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        (MeasureColumn.WEIGHT, -1),
        (MeasureColumn.WEIGHT, 1000.5),
        (MeasureColumn.WEIGHT, 0.0001),
        (MeasureColumn.WEIGHT, float("nan")),
        (MeasureColumn.WEIGHT, float("inf")),
        (MeasureColumn.WEIGHT, "heavy"),
        (MeasureColumn.WEIGHT, None),
        (MeasureColumn.THRESHOLD, 0),
        (MeasureColumn.THRESHOLD, 2.5),
        (MeasureColumn.THRESHOLD, "many"),
        (MeasureColumn.MEASURE, "  "),
        (MeasureColumn.DIRECTION, "sideways"),
    ],
)
def test_an_edit_out_of_bounds_changes_nothing_and_is_explained(opened, column, value):
    model, before = model_of(opened), opened.session.scenario
    assert not model.setData(model.index(0, column), value, EDIT)
    assert opened.session.scenario is before
    assert opened.session.undo_stack.count() == 0
    assert len(opened.said()) == 1


def test_a_share_of_120_per_cent_is_refused(opened):
    model = model_of(opened)
    kind = ThresholdKind.TOP_SHARE
    threshold = type(opened.session.scenario.measures[0].threshold)(kind, 10)
    changed = edits.with_measure(opened.session.scenario, "robbery", threshold=threshold)
    opened.session.edit("t", changed)
    assert not model.setData(model.index(0, MeasureColumn.THRESHOLD), 120, EDIT)
    assert cell(model, 0, MeasureColumn.THRESHOLD) == "top 10 %"


def test_a_measure_at_fault_says_so_in_its_row_and_keeps_its_place(opened, tmp_path):
    (tmp_path / "survey.csv").unlink()
    opened.session.reload()
    model = model_of(opened)
    assert cell(model, 2, MeasureColumn.CUTOFF) == "–"
    assert "survey" in cell(model, 2, 0, Qt.ItemDataRole.ToolTipRole)
    assert cell(model, 0, MeasureColumn.ABOVE, EDIT) == 2


def test_titles_with_markup_are_shown_as_they_are(opened):
    model = model_of(opened)
    assert model.setData(model.index(0, 0), "<b>Robbery</b> & more", EDIT)
    assert cell(model, 0, 0) == "<b>Robbery</b> & more"
    assert "&lt;b&gt;Robbery&lt;/b&gt; &amp; more" in cell(model, 0, 0, Qt.ItemDataRole.ToolTipRole)


def test_one_edit_tells_the_model_without_a_reset_or_a_loop(opened):
    model = model_of(opened)
    resets, changes = [], []
    model.modelReset.connect(lambda: resets.append(1))
    model.dataChanged.connect(lambda *_: changes.append(1))
    model.setData(model.index(0, MeasureColumn.WEIGHT), 3, EDIT)
    assert not resets
    assert 0 < len(changes) <= 3


@pytest.mark.parametrize("reason", NoneFlagged)
def test_why_none_is_above_speaks_of_what_the_areas_lie_in(reason):
    words = reason_text(reason, "Borough")
    assert "parent" not in words
    assert ("no area has a borough" in words) == (reason is NoneFlagged.NO_GROUP)
