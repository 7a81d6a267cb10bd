# SPDX-License-Identifier: GPL-2.0-or-later
"""The chosen measure's editor and picture, and editing in the cells themselves."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import QEvent, QPointF, Qt
from qgis.PyQt.QtGui import QColor, QMouseEvent
from qgis.PyQt.QtWidgets import QApplication, QTreeView

from vru_need_plugin.core.threshold import Direction, Reference, Threshold, ThresholdKind, Ties
from vru_need_plugin.dock.distribution_picture import _end_texts
from vru_need_plugin.dock.measure_column import MeasureColumn
from vru_need_plugin.dock.spin_boxes import NumberBox
from vru_need_plugin.dock.threshold_kinds import of_kind
from vru_need_plugin.scenario.document import Nature
from vru_need_plugin.session import edits
from vru_need_plugin.session.distribution import Distribution
from vru_need_plugin.session.standing import measure_outcome


@pytest.fixture
def panel(opened):
    """The panel on the first measure, robbery: top 2 of 10, 9, 8, 7, 6."""
    view = opened.dock.findChild(QTreeView, "measuresView")
    view.setCurrentIndex(view.model().index(0, 0))
    return opened.dock.measures.panel


def robbery(window):
    return edits.measure_of(window.session.scenario, "robbery")


def choose(combo, data):
    """Choose as a person does."""
    row = combo.findData(data)
    combo.setCurrentIndex(row)
    combo.activated.emit(row)


def drag(widget, start, end):
    """Press at one place, move to another, let go."""
    for kind, x in (
        (QEvent.Type.MouseButtonPress, start),
        (QEvent.Type.MouseMove, end),
        (QEvent.Type.MouseButtonRelease, end),
    ):
        button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(widget, QMouseEvent(kind, QPointF(x, 10), button, button, none))


def test_the_panel_shows_the_chosen_measure(opened, panel):
    assert panel.kind.currentData() is ThresholdKind.TOP_COUNT
    assert panel.number.value() == 2
    assert panel.ties.currentData() is Ties.OUT
    assert panel.direction.currentData() is Direction.HIGH
    assert "2 of 5 areas with data above threshold" in panel.outcome.text()


def test_areas_without_a_figure_are_counted_beside_the_picture(opened, panel):
    assert "2 of 5 areas with data above threshold, 0 just below. 1 without data." in panel.outcome.text()
    assert panel.picture.accessibleDescription() == panel.outcome.text()


def test_what_is_said_of_a_measure_is_read_to_its_end(opened, panel):
    """The last sentence is a caveat: a narrow dock, or a theme that pads labels, must not cut it off."""
    long = edits.with_measure(opened.session.scenario, "robbery", nature=Nature.COUNT)
    opened.session.edit("t", long)
    for style in ("", "QLabel { padding: 5px; }"):
        panel.outcome.setStyleSheet(style)
        inner, metrics = panel.outcome.contentsRect(), panel.outcome.fontMetrics()
        wrap = int(Qt.TextFlag.TextWordWrap)
        needed = metrics.boundingRect(0, 0, inner.width(), 1000, wrap, panel.outcome.text()).height()
        assert needed > 3 * metrics.lineSpacing()
        assert needed <= inner.height()


def test_the_ends_of_the_picture_say_where_more_lies_beyond():
    shown = Distribution(1.0, 9.0, 1.0, 12.5, (0,), (0,), (2,), None, 0)
    assert _end_texts(shown) == ("1", "≥ 9")


def test_the_picture_takes_its_ink_from_the_theme(opened, panel):
    panel.setStyleSheet("QLabel { color: #f0f0f0; }")
    colours = picture_colours(panel.picture)
    assert QColor("#f0f0f0").rgb() in colours


def picture_colours(widget):
    image = widget.grab().toImage()
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}


def test_another_kind_starts_where_the_present_one_stands(opened, panel):
    before = opened.session.result.score.tolist()
    choose(panel.kind, ThresholdKind.VALUE)
    assert robbery(opened).threshold == Threshold(ThresholdKind.VALUE, 9)
    assert opened.session.result.score.tolist()[:5] == before[:5]


@pytest.mark.parametrize("kind", list(ThresholdKind))
def test_every_kind_can_be_reached_and_scored(opened, panel, kind):
    choose(panel.kind, kind)
    assert robbery(opened).threshold.kind is kind
    assert not opened.session.problems
    assert panel.ties.isEnabled() == kind.takes_ties


def test_a_value_takes_over_the_cut_off_and_a_number_the_areas_above(opened):
    outcome = measure_outcome(opened.session.job, opened.session.result, 0)
    share = Threshold(ThresholdKind.TOP_SHARE, 40)
    assert of_kind(ThresholdKind.VALUE, share, outcome) == Threshold(ThresholdKind.VALUE, 9)
    assert of_kind(ThresholdKind.TOP_COUNT, share, outcome) == Threshold(ThresholdKind.TOP_COUNT, 2)
    assert of_kind(ThresholdKind.TOP_SHARE, share, outcome) is share


def test_number_ties_direction_and_reference_are_edited(opened, panel):
    panel.number.setValue(3)
    choose(panel.ties, Ties.IN)
    choose(panel.direction, Direction.LOW)
    choose(panel.reference, Reference.WITHIN_PARENT)
    measure = robbery(opened)
    assert measure.threshold == Threshold(ThresholdKind.TOP_COUNT, 3, Ties.IN)
    assert measure.direction is Direction.LOW
    assert measure.reference is Reference.WITHIN_PARENT
    assert "varies" in panel.outcome.text()


def test_a_measure_of_the_parents_level_is_not_offered_its_own_parent(opened, panel):
    panel.show_measure("trust")
    offered = [panel.reference.itemData(row) for row in range(panel.reference.count())]
    assert offered == [Reference.AREAS, Reference.TABLE]


def test_the_line_in_the_picture_is_dragged_to_a_value(opened, panel):
    picture = panel.picture
    picture.resize(312, picture.height())
    shown = picture.shown
    drag(picture, picture.x_of(shown.cutoff), picture.x_of(7.5))
    threshold = robbery(opened).threshold
    assert threshold.kind is ThresholdKind.VALUE
    assert 7.2 < threshold.value < 7.8
    assert float(opened.session.result.score[2]) == 2


def test_a_press_beside_the_line_moves_nothing(opened, panel):
    before, picture = opened.session.scenario, panel.picture
    drag(picture, picture.x_of(6), picture.x_of(6) + 40)
    assert opened.session.scenario is before


def test_the_picture_counts_every_value_once(opened, panel):
    shown = panel.picture.shown
    assert sum(shown.above) + sum(shown.near) + sum(shown.other) == 5
    assert sum(shown.above) == 2
    assert shown.missing == 1
    assert shown.cutoff == 9


def test_a_spin_box_in_a_cell_edits_with_every_step(opened, qtbot):
    view = opened.dock.findChild(QTreeView, "measuresView")
    view.edit(view.model().index(0, MeasureColumn.WEIGHT))
    box = view.viewport().findChild(NumberBox)
    assert box.value() == 2
    box.stepUp()
    assert robbery(opened).weight == 3
    box.stepUp()
    assert robbery(opened).weight == 4
    assert opened.session.undo_stack.count() == 1


def test_looking_at_a_long_number_does_not_round_it(opened):
    exactly = 8.123456789
    threshold = Threshold(ThresholdKind.VALUE, exactly)
    opened.session.edit("t", edits.with_measure(opened.session.scenario, "robbery", threshold=threshold))
    view = opened.dock.findChild(QTreeView, "measuresView")
    index = view.model().index(0, MeasureColumn.THRESHOLD)
    view.edit(index)
    box = view.viewport().findChild(NumberBox)
    view.itemDelegate(index).setModelData(box, view.model(), index)
    assert robbery(opened).threshold.value == exactly
