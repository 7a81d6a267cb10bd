# SPDX-License-Identifier: GPL-2.0-or-later
"""Why an area has its score: the sentence, the picture, and areas side by side."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import QLocale, QUrl
from qgis.PyQt.QtGui import QColor, QPalette, QTextDocument
from qgis.PyQt.QtWidgets import QApplication

from vru_need_plugin.core.threshold import Threshold, ThresholdKind
from vru_need_plugin.dock import look
from vru_need_plugin.dock.area_words import ranks
from vru_need_plugin.dock.markup import distance
from vru_need_plugin.dock.standing_strip import HEIGHT, strip
from vru_need_plugin.scoring.explain import AreaStanding, MeasureStanding, area_standing
from vru_need_plugin.session import edits
from vru_need_plugin.session.standing import parent_levels


@pytest.fixture
def explanation(opened):
    return opened.dock.results.explanation


def standing_of(window, area):
    return area_standing(window.session.result, area, parent_levels(window.session.job))


def sentence(window, area):
    window.dock.results.choose_area(area)
    return window.dock.results.explanation.text().splitlines()[0]


def test_joint_ranks_have_an_equals_sign(opened):
    assert "rank =2 of 5 and 2 of 3 in North" in sentence(opened, 1)
    assert "rank =2 of 5 and 1 of 2 in South" in sentence(opened, 3)
    opened.session.edit("t", edits.with_measure(opened.session.scenario, "income", weight=0))
    assert "rank =1 of 5 and =1 of 3 in North" in sentence(opened, 0)


def test_in_focus_the_place_in_the_borough_comes_first(opened):
    opened.session.edit("t", edits.with_options(opened.session.scenario, focus=("E09000002",)))
    assert "1st of 2 in South, =2nd of 5 in all" in sentence(opened, 3)
    opened.session.undo_stack.undo()
    assert "rank =2 of 5 and 1 of 2 in South" in opened.dock.results.explanation.text()


@pytest.mark.parametrize(
    ("rank", "told"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (21, "21st"), (112, "112th")],
)
def test_ordinals_are_english_ones(opened, rank, told):
    standing = AreaStanding(1.0, rank, 500, 1, 3, ())
    assert f", {told} of 500 in all" in ranks(standing, 0, opened.session.areas, is_in_focus=True)


def test_every_measure_has_its_distance_and_its_place(opened):
    dogwood = standing_of(opened, 3).measures
    assert [one.beyond for one in dogwood] == [-2.0, 10.0, 0.0]
    assert [distance(one) for one in dogwood] == ["2 short", "10 past", "at it"]
    assert [one.place for one in dogwood] == [0.25, 1.0, 1.0]
    assert [one.cut_place for one in dogwood] == [0.75, 0.75, 1.0]


@pytest.mark.parametrize(
    ("value", "cutoff", "told"),
    [
        (166_500, 430_000, "263500 short"),
        (1532, 3301, "1769 short"),
        (60.01, 35.88, "24.13 past"),
        (0.56, 0.53, "0.03 past"),
        (5, 4.875, "0.125 past"),
        (21.9283, 1.2264, "20.7 past"),
        (1234.56, 1234.5, "0.06 past"),
        (24.5, 24.5, "at it"),
    ],
)
def test_a_distance_is_what_the_two_figures_beside_it_come_to(opened, value, cutoff, told):
    one = MeasureStanding(0, value, cutoff, 50, value > cutoff, False, False, beyond=value - cutoff)
    assert distance(one).replace(QLocale().groupSeparator(), "") == told


def test_what_is_missing_has_neither_distance_nor_place(opened):
    robbery = standing_of(opened, 5).measures[0]
    assert (robbery.value, robbery.beyond, robbery.place, robbery.cut_place) == (None,) * 4
    assert distance(robbery) == ""


def test_an_area_above_is_never_drawn_left_of_the_line(opened):
    for area in range(6):
        for one in standing_of(opened, area).measures:
            if one.place is not None and one.cut_place is not None:
                assert (one.place >= one.cut_place) == one.above


def colours(image, y):
    return {QColor(image.pixel(x, y)).name() for x in range(image.width())}


def test_the_picture_has_the_states_colours_and_a_shape_for_the_parents_level():
    palette = QApplication.palette()
    made = [
        MeasureStanding(0, 9.0, 7.0, 95, True, False, False, 2.0, 0.95, 0.9),
        MeasureStanding(0, 6.9, 7.0, 88, False, True, False, -0.1, 0.88, 0.9),
        MeasureStanding(0, 1.0, 7.0, 20, False, False, False, -6.0, 0.2, 0.9),
    ]
    above, near, neither = (strip(one, 100, palette) for one in made)
    assert (above.width(), above.height()) == (200, 2 * HEIGHT)
    middle = HEIGHT
    assert look.ACCENT.name() in colours(above, middle)
    assert look.ACCENT.name() not in colours(neither, middle)
    assert look.ACCENT_PALE.name() in colours(near, middle)
    carried = MeasureStanding(0, 9.0, 7.0, 95, True, False, True, 2.0, 0.95, 0.9)
    assert strip(carried, 100, palette) != above


def test_the_picture_of_missing_data_has_no_dot():
    palette = QPalette()
    image = strip(MeasureStanding(0, None, None, None, False, False, False), 100, palette)
    assert look.ACCENT.name() not in colours(image, HEIGHT)


def test_pictures_are_in_the_explanation(opened, explanation):
    opened.dock.results.choose_area(0)
    for number in range(3):
        kind = QTextDocument.ResourceType.ImageResource
        assert not explanation.document().resource(kind, QUrl(f"strip:{number}")).isNull()


@pytest.mark.parametrize("width", [380, 760])
def test_value_cut_off_distance_and_percentile_are_told_at_any_width(opened, explanation, width):
    opened.window.resize(1400, 1000)
    opened.set_width(width)
    opened.dock.results.choose_area(0)
    told = explanation.text().split()
    for figure in ("10", "9", "1", "past", "100", "Position:"):
        assert figure in told


def test_pinned_areas_stand_side_by_side_with_the_chosen_one(opened, explanation):
    opened.dock.results.choose_area(0)
    explanation.anchorClicked.emit(QUrl("pin:"))
    opened.dock.results.choose_area(3)
    assert explanation.pinned == (0,)
    told = explanation.text().splitlines()
    assert told[0].startswith("Dogwood: ")
    assert told[told.index("Rank") : told.index("Rank") + 3] == ["Rank", "1", "=2"]
    assert "● 10" in told


def test_at_most_four_areas_are_pinned_and_each_can_be_taken_off(opened, explanation):
    explanation.pin((0, 1, 2, 3, 4))
    assert explanation.pinned == (0, 1, 2, 3)
    explanation.anchorClicked.emit(QUrl("unpin:1"))
    assert explanation.pinned == (0, 2, 3)
    explanation.anchorClicked.emit(QUrl("clear:"))
    assert explanation.pinned == ()


def test_the_comparison_follows_the_scores_and_escapes_names(opened, explanation):
    explanation.pin((0, 4))
    assert "<b>Elm</b>" in explanation.text()
    before = explanation.text()
    opened.session.edit("t", edits.with_threshold_value(opened.session.scenario, "robbery", 4))
    assert explanation.text() != before


def test_other_areas_end_the_comparison(opened, explanation):
    explanation.pin((0, 4))
    opened.session.new()
    assert explanation.pinned == ()
    assert explanation.text() == ""


@pytest.mark.parametrize("points", [7, 9, 12])
def test_no_figure_stands_beyond_the_edge_of_a_narrow_dock(opened, explanation, points):
    """At any print; where even small print does not fit, there is a bar to scroll with."""
    font = explanation.font()
    font.setPointSizeF(points)
    explanation.setFont(font)
    wide = with_wide_figures(opened)
    opened.session.edit("t", wide)
    opened.dock.results.choose_area(0)
    QApplication.processEvents()
    too_wide = explanation.document().size().width() > explanation.viewport().width()
    assert explanation.horizontalScrollBar().isVisible() == too_wide
    assert not (too_wide and points < 12)


def with_wide_figures(window):
    """A threshold that puts six digits into the columns of cut-off and distance."""
    threshold = Threshold(ThresholdKind.VALUE, 430_000)
    return edits.with_measure(window.session.scenario, "robbery", threshold=threshold)


def test_another_theme_is_taken_over_at_once(opened, explanation):
    opened.dock.results.choose_area(0)
    palette = QPalette(explanation.palette())
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#fefefe"))
    palette.setColor(QPalette.ColorRole.Window, QColor("#101010"))
    explanation.setPalette(palette)
    assert look.secondary(palette).name() in explanation.toHtml()
