# SPDX-License-Identifier: GPL-2.0-or-later
"""The live map follows the areas and leaves no trace in the user's project."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import (
    QgsExpressionContext,
    QgsGeometry,
    QgsLayerTree,
    QgsLayerTreeModel,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QSize, Qt, QTimer
from qgis.PyQt.QtGui import QColor, QImage, QPainter

from support.layers import cells, copied, need_outputs, saved, squares
from support.shared import needs_data
from vru_need_plugin.core.scale import Makeup
from vru_need_plugin.layers.areas import read_areas
from vru_need_plugin.layers.preview import PreviewLayer
from vru_need_plugin.layers.ramp import faded
from vru_need_plugin.layers.source_watch import QUIET_MS
from vru_need_plugin.layers.write import write_in_place
from vru_need_plugin.layers.writing import routes
from vru_need_plugin.layers.writing.edit_buffer import edit_buffer
from vru_need_plugin.scenario.document import Areas

COUNT = Makeup(whole=True, is_count=True, zero_is_none=True)
WEIGHTED = Makeup(whole=False, is_count=False, zero_is_none=True)

NAN = np.nan
ALL = np.array


@pytest.fixture
def project(qgis_new_project):
    return QgsProject.instance()


@pytest.fixture
def wards(tmp_path, project):
    layer = saved(squares(), tmp_path / "wards.gpkg")
    project.addMapLayer(layer)
    QCoreApplication.processEvents()  # the map takes layers over only then, which marks the project
    project.setDirty(False)
    return layer


@pytest.fixture
def preview(project):
    made = PreviewLayer(project)
    yield made
    made.close()


def ids(layer):
    return [feature.id() for feature in layer.getFeatures()]


def shapes(layer):
    return [feature.geometry().asWkt() for feature in layer.getFeatures()]


class TestWhatIsShown:
    def test_shapes_and_scores_of_the_areas(self, preview, wards):
        preview.follow(wards, ids(wards))
        preview.show(ALL([2.0, NAN, 0.0]), makeup=COUNT)
        assert shapes(preview.layer) == shapes(wards)
        assert cells(preview.layer, "need_score") == [2.0, None, 0.0]
        assert preview.layer.crs() == wards.crs()

    def test_rows_are_in_scoring_order_whatever_the_layers(self, preview, wards):
        backwards = ids(wards)[::-1]
        preview.follow(wards, backwards)
        preview.show(ALL([3.0, 2.0, 1.0]), makeup=COUNT)
        assert shapes(preview.layer) == shapes(wards)[::-1]
        assert cells(preview.layer, "need_score") == [3.0, 2.0, 1.0]

    def test_a_change_replaces_only_what_changed(self, preview, wards, monkeypatch):
        preview.follow(wards, ids(wards))
        preview.show(ALL([2.0, NAN, 4.0]), makeup=COUNT)
        sent = []
        provider = preview.layer.dataProvider()
        monkeypatch.setattr(
            type(provider), "changeAttributeValues", lambda _, values: sent.append(values) or True
        )
        preview.show(ALL([2.0, 1.0, NAN]), makeup=COUNT)
        assert [list(values.values()) for values in sent] == [[{0: 1.0}, {0: None}]]

    def test_nothing_new_is_not_drawn_again(self, preview, wards, qtbot):
        preview.follow(wards, ids(wards))
        preview.show(ALL([2.0, NAN, 4.0]), makeup=COUNT)
        with qtbot.assertNotEmitted(preview.layer.repaintRequested, wait=10):
            preview.show(ALL([2.0, NAN, 4.0]), makeup=COUNT)

    def test_classes_stay_while_the_highest_score_is_near(self, preview, wards):
        preview.follow(wards, ids(wards))
        preview.show(ALL([10.0, 5.0, 0.0]), makeup=COUNT)
        first = [category.label() for category in preview.layer.renderer().categories()]
        preview.show(ALL([8.0, 5.0, 0.0]), makeup=COUNT)
        assert [category.label() for category in preview.layer.renderer().categories()] == first
        preview.show(ALL([2.0, 1.0, 0.0]), makeup=COUNT)
        assert len(preview.layer.renderer().categories()) < len(first)

    def test_all_areas_without_a_score(self, preview, wards):
        preview.follow(wards, ids(wards))
        preview.show(ALL([NAN, NAN, NAN]), makeup=COUNT)
        assert cells(preview.layer, "need_score") == [None] * 3

    def test_areas_without_geometry_have_no_preview(self, preview, project):
        table = QgsVectorLayer("NoGeometry?field=code:string", "t", "memory")
        preview.follow(table, [])
        preview.show(ALL([]), makeup=COUNT)
        assert preview.layer is None
        assert project.mapLayers() == {}

    def test_it_stays_above_the_areas_and_says_what_it_is(self, preview, wards, project):
        preview.follow(wards, ids(wards))
        top = project.layerTreeRoot().children()[0]
        assert top.layerId() == preview.layer.id()
        assert preview.layer.name() == "Live need score (not saved)"
        assert preview.layer.readOnly()
        assert not preview.layer.flags() & preview.layer.Identifiable


class TestNoTrace:
    def test_the_project_is_not_marked_as_changed(self, preview, wards, project):
        project.setDirty(False)  # whatever else the event loop has done to it between fixtures and test
        preview.follow(wards, ids(wards))
        preview.show(ALL([2.0, NAN, 0.0]), makeup=COUNT)
        preview.show(ALL([20.0, NAN, 0.0]), makeup=WEIGHTED)
        preview.hide()
        assert not project.isDirty()

    def test_nor_once_the_map_has_taken_it_over(self, preview, wards, project, qtbot):
        """The map marks the project when the event loop is back."""
        project.setDirty(False)
        project.layersAdded.connect(lambda _: QTimer.singleShot(0, lambda: project.setDirty(True)))
        preview.follow(wards, ids(wards))
        preview.show(ALL([2.0, NAN, 0.0]), makeup=COUNT)
        qtbot.wait(50)
        assert not project.isDirty()

    def test_a_layer_of_the_users_own_added_meanwhile_keeps_the_mark(self, preview, wards, project, qtbot):
        project.layersAdded.connect(lambda _: QTimer.singleShot(0, lambda: project.setDirty(True)))
        preview.follow(wards, ids(wards))
        project.addMapLayer(squares())
        qtbot.wait(50)
        assert project.isDirty()

    @pytest.mark.parametrize("ending", [".qgs", ".qgz"])
    def test_a_project_saved_meanwhile_does_not_have_it(self, preview, wards, project, tmp_path, ending):
        project.layerTreeRoot().setHasCustomLayerOrder(True)
        preview.follow(wards, ids(wards))
        preview.show(ALL([2.0, NAN, 0.0]), makeup=COUNT)
        path = tmp_path / f"p{ending}"
        assert project.write(str(path))
        assert preview.layer is not None
        assert len(project.mapLayers()) == 2
        if ending == ".qgs":
            text = path.read_text()
            assert preview.layer.name() not in text
            assert text.count("<maplayer ") == 1
        again = QgsProject()
        assert again.read(str(path))
        assert [layer.name() for layer in again.mapLayers().values()] == ["wards"]
        assert [node.name() for node in again.layerTreeRoot().children()] == ["wards"]

    def test_another_layer_of_the_same_name_is_saved(self, preview, wards, project, tmp_path):
        preview.follow(wards, ids(wards))
        other = squares()
        other.setName(preview.layer.name())
        project.addMapLayer(other)
        assert project.write(str(tmp_path / "p.qgs"))
        again = QgsProject()
        again.read(str(tmp_path / "p.qgs"))
        assert len(again.mapLayers()) == 2

    def test_qgis_does_not_ask_about_it_at_exit(self, preview, wards):
        preview.follow(wards, ids(wards))
        assert preview.layer.isTemporary()
        assert preview.layer.customProperty("skipMemoryLayersCheck") == 1

    def test_the_areas_keep_edits_style_and_undo(self, preview, wards):
        renderer = wards.renderer().dump()
        wards.startEditing()
        preview.follow(wards, ids(wards))
        preview.show(ALL([2.0, NAN, 0.0]), makeup=COUNT)
        assert wards.undoStack().count() == 0
        assert wards.renderer().dump() == renderer
        wards.rollBack()

    def test_closing_leaves_the_project_as_it_was(self, preview, wards, project):
        project.setDirty(False)  # whatever else the event loop has done to it between fixtures and test
        preview.follow(wards, ids(wards))
        preview.close()
        assert list(project.mapLayers().values()) == [wards]
        assert not project.isDirty()
        preview.close()

    def test_a_closed_preview_hears_nothing_of_the_source(self, wards, project, qtbot):
        made = PreviewLayer(project)
        made.follow(wards, ids(wards))
        made.close()
        with qtbot.assertNotEmitted(made.watch.areasChanged, wait=QUIET_MS + 100):
            wards.setSubsetString("\"code\" = 'E05000001'")


class TestFollowing:
    def test_a_moved_border_is_drawn_anew(self, preview, wards, qtbot):
        preview.follow(wards, ids(wards))
        preview.show(ALL([2.0, NAN, 0.0]), makeup=COUNT)
        wards.startEditing()
        wards.changeGeometry(1, QgsGeometry.fromRect(QgsRectangle(10, 10, 12, 12)))
        qtbot.waitUntil(lambda: shapes(preview.layer) == shapes(wards))
        assert cells(preview.layer, "need_score") == [2.0, None, 0.0]
        wards.rollBack()

    def test_areas_that_come_or_go_are_announced_once(self, preview, wards, qtbot):
        preview.follow(wards, ids(wards), ["code", "name"])
        heard = []
        preview.watch.areasChanged.connect(lambda: heard.append(1))
        wards.startEditing()
        wards.deleteFeature(1)
        wards.deleteFeature(2)
        qtbot.wait(QUIET_MS + 200)
        assert heard == [1]
        wards.rollBack()

    @pytest.mark.parametrize(("field", "times"), [("code", 1), ("other", 0)])
    def test_only_edits_of_the_fields_that_are_read_count(self, preview, project, qtbot, field, times):
        layer = squares([{"code": "a", "other": "x"}, {"code": "b", "other": "y"}])
        preview.follow(layer, ids(layer), ["code"])
        heard = []
        preview.watch.areasChanged.connect(lambda: heard.append(1))
        layer.startEditing()
        layer.changeAttributeValue(1, layer.fields().indexFromName(field), "new")
        qtbot.wait(QUIET_MS + 200)
        assert len(heard) == times
        layer.rollBack()

    def test_a_filter_is_announced(self, preview, wards, qtbot):
        preview.follow(wards, ids(wards))
        with qtbot.waitSignal(preview.watch.areasChanged):
            wards.setSubsetString("\"code\" = 'E05000001'")

    @pytest.mark.parametrize("fast", [True, False])
    def test_our_own_writing_is_not_an_edit(self, preview, wards, qtbot, fast, monkeypatch):
        if not fast:
            monkeypatch.setattr(routes, "ROUTES", (edit_buffer,))
        preview.follow(wards, ids(wards), ["code"])
        with qtbot.assertNotEmitted(preview.watch.areasChanged, wait=QUIET_MS + 200), preview.watch.paused():
            write_in_place(wards, need_outputs([1, 2, 3]), "need_")

    def test_following_again_makes_one_layer_not_two(self, preview, wards, project):
        for _ in range(3):
            preview.follow(wards, ids(wards))
        assert len(project.mapLayers()) == 2

    def test_the_source_being_removed_takes_the_preview_along(self, preview, wards, project):
        preview.follow(wards, ids(wards))
        project.removeMapLayer(wards.id())
        assert preview.layer is None
        assert project.mapLayers() == {}

    def test_the_user_may_remove_it(self, preview, wards, project, qtbot):
        preview.follow(wards, ids(wards))
        with qtbot.waitSignal(preview.closed):
            project.removeMapLayer(preview.layer.id())
        preview.show(ALL([2.0, NAN, 0.0]), makeup=COUNT)
        preview.follow(wards, ids(wards))
        assert preview.layer is not None

    def test_the_project_may_be_closed(self, preview, wards, project):
        preview.follow(wards, ids(wards))
        project.clear()
        assert preview.layer is None
        preview.show(ALL([2.0, NAN, 0.0]), makeup=COUNT)


@needs_data
def test_londons_wards(tmp_path, preview, project):
    layer = QgsVectorLayer(str(copied("London_Ward_CityMerged.shp", tmp_path)), "wards", "ogr")
    project.addMapLayer(layer)
    areas = read_areas(layer, Areas("", "GSS_CODE", "NAME"))
    preview.follow(layer, areas.feature_ids, ["GSS_CODE"])
    scores = np.arange(625.0) % 12
    preview.show(scores, makeup=COUNT, highest=16)
    assert cells(preview.layer, "need_score") == scores.tolist()
    assert preview.layer.extent() == layer.extent()


class TestFocus:
    """What is out of focus is faded, everything being drawn all the same."""

    SCORES = (2.0, 1.0, 2.0)

    def colours(self, preview):
        """The colour in the middle of each area, as QGIS draws it."""
        layer = preview.layer
        settings = QgsMapSettings()
        settings.setLayers([layer])
        settings.setDestinationCrs(layer.crs())
        settings.setExtent(layer.extent())
        settings.setOutputSize(QSize(300, 300))
        settings.setFlag(QgsMapSettings.Flag.Antialiasing, False)
        job = QgsMapRendererSequentialJob(settings)
        job.start()
        job.waitForFinished()
        image, to_pixels = job.renderedImage(), settings.mapToPixel()
        found = []
        for feature in layer.getFeatures():
            at = to_pixels.transform(feature.geometry().pointOnSurface().asPoint())
            found.append(QColor(image.pixel(int(at.x()), int(at.y()))).getRgb()[:3])
        return found

    def test_areas_out_of_focus_are_faded_and_the_others_in_full(self, preview, wards):
        preview.follow(wards, ids(wards))
        preview.show(ALL(self.SCORES), makeup=COUNT)
        full = self.colours(preview)
        preview.show(ALL(self.SCORES), COUNT, None, ALL([True, False, False]))
        first, second, third = self.colours(preview)
        assert first == full[0] == full[2]
        for shown, colour in ((second, full[1]), (third, full[2])):
            assert np.allclose(shown, faded(colour), atol=2)
        preview.show(ALL(self.SCORES), makeup=COUNT)
        assert self.colours(preview) == full

    def test_the_legend_keeps_its_colours(self, preview, wards):
        preview.follow(wards, ids(wards))
        preview.show(ALL(self.SCORES), makeup=COUNT)
        full = self.legend(preview)
        preview.show(ALL(self.SCORES), COUNT, None, ALL([True, False, False]))
        assert self.legend(preview) == full

    def test_a_legend_that_is_given_an_area_keeps_its_colours(self, preview, wards):
        """As QGIS gives that of an atlas's page."""
        preview.follow(wards, ids(wards))
        preview.show(ALL(self.SCORES), makeup=COUNT)
        full = self.icons(preview)
        preview.show(ALL(self.SCORES), COUNT, None, ALL([True, False, False]))
        assert self.icons(preview) == full

    def icons(self, preview):
        """The colours of the classes, drawn for an area that is out of focus."""
        context = QgsExpressionContext()
        context.setFields(preview.layer.fields())
        context.setFeature(sorted(preview.layer.getFeatures(), key=lambda f: f.id())[-1])
        found = []
        for category in preview.layer.renderer().categories():
            image = QImage(20, 20, QImage.Format.Format_ARGB32)
            image.fill(0)
            painter = QPainter(image)
            category.symbol().drawPreviewIcon(painter, QSize(20, 20), None, False, context)
            painter.end()
            found.append(image.pixelColor(10, 10).getRgb())
        return found

    def legend(self, preview):
        """The colour in the middle of each line of the layer tree's legend."""
        root = QgsLayerTree()
        node = root.addLayer(preview.layer)
        model = QgsLayerTreeModel(root)
        lines = model.layerLegendNodes(node)
        pictures = [line.data(Qt.ItemDataRole.DecorationRole).toImage() for line in lines]
        return [picture.pixelColor(picture.rect().center()).getRgb() for picture in pictures]

    def test_another_focus_moves_the_fading_along(self, preview, wards):
        preview.follow(wards, ids(wards))
        preview.show(ALL(self.SCORES), COUNT, None, ALL([True, False, False]))
        preview.show(ALL(self.SCORES), COUNT, None, ALL([False, False, True]))
        assert [cell == 1 for cell in cells(preview.layer, "in_focus")] == [False, False, True]

    def test_a_focus_on_everything_fades_nothing(self, preview, wards):
        preview.follow(wards, ids(wards))
        preview.show(ALL(self.SCORES), makeup=COUNT)
        full = self.colours(preview)
        preview.show(ALL(self.SCORES), COUNT, None, ALL([True, True, True]))
        assert self.colours(preview) == full

    def test_shapes_that_are_edited_stay_as_faded_as_they_were(self, preview, wards, qtbot):
        preview.follow(wards, ids(wards))
        preview.show(ALL(self.SCORES), COUNT, None, ALL([True, False, False]))
        before = self.colours(preview)
        wards.startEditing()
        first = ids(wards)[0]
        wards.changeGeometry(first, wards.getGeometry(first).buffer(-0.1, 1))
        qtbot.wait(QUIET_MS + 100)
        assert shapes(preview.layer) == shapes(wards)
        assert self.colours(preview) == before
        wards.rollBack()
