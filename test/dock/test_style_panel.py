# SPDX-License-Identifier: GPL-2.0-or-later
"""The style of written scores: what can be chosen, what it does to the layer, where it is kept."""

from __future__ import annotations

from contextlib import contextmanager

import pytest
from qgis.core import QgsField, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication

from vru_need_plugin.core.feedback import SILENT, Silent
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.dock import style_menu, style_panel
from vru_need_plugin.layers.look.choice import kept_choice
from vru_need_plugin.scenario import codec
from vru_need_plugin.session import edits


def panel_of(window):
    return window.dock.style_panel


@pytest.fixture
def written(opened, tmp_path, qtbot):
    """The dock after the scores were written to a new GeoPackage."""
    opened.dock.write_button.writing.copy_to(tmp_path / "scores.gpkg")
    qtbot.waitUntil(lambda: panel_of(opened).chosen is not None)
    return opened


def choose(combo, kept):
    place = combo.findData(kept)
    assert place >= 0, [combo.itemData(row) for row in range(combo.count())]
    combo.setCurrentIndex(place)
    combo.activated.emit(place)


def legend(layer):
    return [item.label() for item in layer.renderer().legendSymbolItems()]


def test_there_is_no_style_to_choose_before_scores_are_written(opened):
    assert panel_of(opened).isHidden()
    assert panel_of(opened).layer.count() == 0, "the live preview is no written layer"


def test_the_written_layer_can_be_drawn_by_score_theme_and_measure(written):
    panel = panel_of(written)
    assert not panel.isHidden()
    suffixes = [panel.figure.itemData(row) for row in range(panel.figure.count())]
    measures = [m for m in written.session.scenario.measures if m.enabled]
    themes = list(dict.fromkeys(measure.theme for measure in measures))
    assert len(suffixes) == 1 + len(themes) + len(measures)
    assert panel.figure.itemText(1) == f"by theme: {themes[0]}"
    for suffix in suffixes:
        choose(panel.figure, suffix)
        assert f"need_{suffix}" in panel.chosen.renderer().classAttribute()
        assert legend(panel.chosen)[-1].startswith("No data")


def test_classes_of_paper_say_how_many_areas_they_hold(written):
    panel = panel_of(written)
    choose(panel.classes, "paper/quantile")
    assert legend(panel.chosen)[-1] == "No data (1)"
    assert kept_choice(panel.chosen).method.value == "quantile"


def test_a_single_measure_has_no_classes_to_choose(written):
    panel = panel_of(written)
    choose(panel.figure, "f01")
    assert not panel.classes.isEnabled()
    choose(panel.figure, "score")
    assert panel.classes.isEnabled()


def test_the_palette_is_drawn_and_shown_again(written):
    panel = panel_of(written)
    choose(panel.palette_, "grey")
    colours = {symbol.color().name() for symbol in panel.chosen.renderer().symbols(render_context())}
    panel.refresh()
    assert panel.palette_.currentData() == "grey"
    choose(panel.palette_, "sea")
    again = {symbol.color().name() for symbol in panel.chosen.renderer().symbols(render_context())}
    assert colours != again


def render_context():
    from qgis.core import QgsRenderContext

    return QgsRenderContext()


def test_labels_are_left_as_they_are_until_chosen(written):
    panel = panel_of(written)
    choose(panel.classes, "paper/pretty")
    assert not panel.chosen.labelsEnabled()
    choose(panel.labels, "numbers")
    assert panel.chosen.labelsEnabled()
    choose(panel.labels, "none")
    assert not panel.chosen.labelsEnabled()


def test_the_focus_of_the_scenario_is_in_full(written):
    session, panel = written.session, panel_of(written)
    code = session.job.parents.codes[0]
    session.edit("Focus", edits.with_options(session.scenario, focus=(code,)))
    choose(panel.classes, "paper/pretty")
    assert kept_choice(panel.chosen).focus.codes == (code,)


def test_outlines_are_kept_in_the_same_geopackage(written):
    panel = panel_of(written)
    panel.more.add_outlines()
    names = [layer.name() for layer in QgsProject.instance().mapLayers().values()]
    assert "Outlines" in names
    source = panel.chosen.source().partition("|")[0]
    kept = QgsVectorLayer(f"{source}|layername=need_outlines", "again", "ogr")
    assert kept.isValid()
    assert kept.featureCount() == len(written.session.job.parents)
    assert kept.renderer().type() == "categorizedSymbol", "drawn as it was, in a project of its own"


def test_outlines_of_many_areas_can_be_stopped(written, monkeypatch):
    boxes = []

    class Stopped(Silent):
        def isCanceled(self):
            return True

    @contextmanager
    def watched(words, is_long, window, title):
        boxes.append((is_long, title))
        yield Stopped() if is_long else SILENT

    monkeypatch.setattr(style_menu, "stoppable", watched)
    monkeypatch.setattr(style_menu, "MANY", 5)
    before = set(QgsProject.instance().mapLayers())
    panel_of(written).more.add_outlines()
    assert boxes == [(True, "Add outlines")]
    assert set(QgsProject.instance().mapLayers()) == before
    assert written.said()[0].startswith("Stopped")


def test_the_scores_are_not_read_again_when_other_layers_come_and_go(written, monkeypatch):
    read = []
    real = style_panel.figures_in
    monkeypatch.setattr(style_panel, "figures_in", lambda *given: read.append(given) or real(*given))
    panel = panel_of(written)
    other = QgsVectorLayer("Point?field=x:integer", "other", "memory")
    QgsProject.instance().addMapLayer(other)
    QCoreApplication.processEvents()
    QgsProject.instance().removeMapLayer(other.id())
    QCoreApplication.processEvents()
    assert read == []
    panel.chosen.addExpressionField("1", QgsField("more", panel.chosen.fields().at(0).type()))
    panel.refresh()
    assert len(read) == 1


def test_a_layer_that_cannot_be_read_is_explained(written, monkeypatch):
    def too_many(*_):
        raise NeedError("“{file}” has too many cells.", file="scores")

    monkeypatch.setattr(style_panel, "figures_in", too_many)
    panel = panel_of(written)
    panel.choose(panel.chosen)
    assert "too many cells" in written.said()[0]
    assert panel.figure.count() == 0
    panel.draw()


def test_the_style_is_kept_with_the_file_only_when_told(written):
    panel = panel_of(written)
    choose(panel.palette_, "plum")
    source = panel.chosen.source()
    assert kept_choice(QgsVectorLayer(source, "before", "ogr")).palette.value == "sea"
    panel.more.keep_style()
    again = QgsVectorLayer(source, "after", "ogr")
    assert kept_choice(again).palette.value == "plum"
    assert legend(again) == legend(panel.chosen)


def test_the_style_is_saved_as_qml(written, tmp_path):
    panel = panel_of(written)
    panel.more.export_to(tmp_path / "need.qml")
    assert (tmp_path / "need.qml").exists()
    panel.more.export_to(tmp_path / "nowhere" / "need.qml")
    assert any("could not be saved" in said for said in written.said())


def test_the_scenario_that_the_layer_holds_opens_again_in_the_dock(written, tmp_path):
    panel = panel_of(written)
    scenario = written.session.portable_scenario()
    result = written.session.result.score.tolist()
    assert panel.more.scenario.isEnabled()
    panel.more.save_scenario(tmp_path / "found.json")
    assert codec.load(tmp_path / "found.json") == scenario
    assert written.dock.open_scenario(tmp_path / "found.json")
    assert written.session.result.score.tolist()[:5] == result[:5]


def test_the_panel_goes_with_the_layer(written):
    panel = panel_of(written)
    QgsProject.instance().removeMapLayer(panel.chosen.id())
    QCoreApplication.processEvents()
    assert panel.isHidden()
    panel.draw()  # nothing to draw, nothing to say


def test_it_fits_a_narrow_dock(written):
    written.set_width(380)
    written.dock._sections[3][0].set_open(True)
    QCoreApplication.processEvents()
    panel = panel_of(written)
    assert panel.minimumSizeHint().width() <= 364
    for widget in (panel.figure, panel.classes, panel.palette_, panel.labels):
        assert widget.width() > 120


def test_every_control_has_a_name_and_says_what_it_is(written):
    panel = panel_of(written)
    for widget in (panel.layer, panel.figure, panel.classes, panel.palette_, panel.labels, panel.more):
        assert widget.objectName()
        assert widget.accessibleName()
        assert widget.toolTip()
