# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock and the map: the live preview, zooming to an area, picking one."""

from __future__ import annotations

from qgis.core import NULL, QgsProject
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QTreeView

from vru_need_plugin.dock.results_model import AREA_ROLE
from vru_need_plugin.session import edits


def preview_of(window):
    return window.dock.map_link.preview.layer


def drawn(window):
    """The preview's scores, in the order of the areas."""
    features = sorted(preview_of(window).getFeatures(), key=lambda feature: feature.id())
    return [None if feature[0] == NULL else feature[0] for feature in features]


def names():
    return sorted(layer.name() for layer in QgsProject.instance().mapLayers().values())


def test_the_preview_shows_the_scores_and_follows_them(opened):
    assert drawn(opened) == [3, 2, 0, 2, 1, None]
    opened.session.edit("t", edits.with_measure(opened.session.scenario, "robbery", weight=4))
    assert drawn(opened) == [5, 4, 0, 2, 1, None]
    opened.session.undo_stack.undo()
    assert drawn(opened) == [3, 2, 0, 2, 1, None]


def test_the_areas_own_layer_is_left_alone(opened):
    layer = opened.session.area_layer
    assert [field.name() for field in layer.fields()] == ["fid", "code", "name", "lad", "borough"]
    assert not layer.isEditable()


def test_the_preview_goes_with_the_dock_and_comes_back_with_it(opened):
    opened.dock.hide()
    QCoreApplication.processEvents()
    assert names() == ["wards"]
    opened.session.edit("t", edits.with_measure(opened.session.scenario, "robbery", weight=4))
    opened.dock.show()
    QCoreApplication.processEvents()
    assert drawn(opened) == [5, 4, 0, 2, 1, None]


def test_the_preview_can_be_switched_off_and_on(opened):
    opened.dock.map.preview.setChecked(False)
    assert preview_of(opened) is None
    opened.session.edit("t", edits.with_measure(opened.session.scenario, "robbery", weight=4))
    assert preview_of(opened) is None
    opened.dock.map.preview.setChecked(True)
    assert drawn(opened) == [5, 4, 0, 2, 1, None]


def test_a_preview_taken_out_of_the_layer_tree_stays_out(opened):
    QgsProject.instance().removeMapLayer(preview_of(opened).id())
    QCoreApplication.processEvents()
    assert not opened.dock.map.preview.isChecked()
    opened.session.edit("t", edits.with_measure(opened.session.scenario, "robbery", weight=4))
    assert names() == ["wards"]


def test_another_scenario_takes_the_preview_along(opened):
    opened.session.new()
    assert preview_of(opened) is None
    assert names() == ["wards"]


def test_without_areas_there_is_no_preview(opened):
    QgsProject.instance().removeMapLayer(opened.session.area_layer.id())
    assert names() == []


def test_a_clicked_area_is_in_the_middle_of_the_map(opened):
    opened.dock.map_link.show_area(2)
    box = opened.session.area_layer.getGeometry(3).boundingBox()
    middle = opened.canvas.extent().center()
    assert middle.distance(box.center()) < 0.01
    assert opened.canvas.extent().width() < 10 * box.width()


def test_an_area_selected_on_the_map_is_chosen_in_the_results(opened):
    view = opened.dock.findChild(QTreeView, "resultsView")
    layer = opened.session.area_layer
    opened.dock.results.search.setText("ash")
    layer.selectByIds([4])
    assert view.currentIndex().data(AREA_ROLE) == 3
    layer.selectByIds([1, 2])
    assert view.currentIndex().data(AREA_ROLE) == 3


def test_choosing_in_the_table_selects_nothing_on_the_users_layer(opened):
    view = opened.dock.findChild(QTreeView, "resultsView")
    view.setCurrentIndex(view.model().index(0, 0))
    assert opened.session.area_layer.selectedFeatureCount() == 0


def test_a_preview_that_went_with_all_other_layers_comes_with_the_next_scenario(opened, town):
    QgsProject.instance().removeAllMapLayers()
    QCoreApplication.processEvents()
    assert opened.dock.open_scenario(town)
    assert drawn(opened) == [3, 2, 0, 2, 1, None]


def test_what_is_out_of_focus_is_faded_on_the_map(opened):
    def in_focus():
        features = sorted(preview_of(opened).getFeatures(), key=lambda feature: feature.id())
        return [feature["in_focus"] == 1 for feature in features]

    before = drawn(opened)
    opened.session.edit("t", edits.with_options(opened.session.scenario, focus=("E09000002",)))
    assert in_focus() == [False, False, False, True, True, True]
    assert drawn(opened) == before
    opened.session.undo_stack.undo()
    opened.session.edit("t", edits.with_options(opened.session.scenario, focus=("E09000001",)))
    assert in_focus() == [True, True, True, False, False, False]
