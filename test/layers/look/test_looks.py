# SPDX-License-Identifier: GPL-2.0-or-later
"""A layer is drawn by score, theme or measure; missing figures show as missing in each of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from qgis.core import (
    QgsLayerTreeModel,
    QgsLayerTreeModelLegendNode,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsProject,
    QgsRenderContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtXml import QDomDocument

from support.layers import squares
from vru_need_plugin.core.bands import Bands, Method
from vru_need_plugin.core.output import FieldKind, OutputField
from vru_need_plugin.layers.look.choice import Choice, Focus, Medium, keep_choice, kept_choice
from vru_need_plugin.layers.look.figures import figure_for, figures_in, values_of
from vru_need_plugin.layers.look.looks import look_for, look_of
from vru_need_plugin.layers.look.wear import save_as_qml, wear, wear_again
from vru_need_plugin.layers.ramp import NONE_ABOVE, Palette, faded, ramp
from vru_need_plugin.layers.write import memory_layer, write_in_place

pytestmark = pytest.mark.usefixtures("qgis_app")

PAPER = Choice(medium=Medium.PAPER)
HOSTILE = "<script>alert(1)</script> [% 7 * 6 %] & “شعار” 🙂"
EVERY = [replace(PAPER, suffix=suffix, method=method) for suffix in ("score", "t01") for method in Method]
EVERY += [Choice(suffix=suffix, medium=medium) for suffix in ("score", "t01", "f01") for medium in Medium]


def outputs(scores, theme="Crime", measure="Robbery"):
    """Need fields as `scoring.outputs` makes them, the theme's score half and the flag 1 from 3 on."""
    flags = [None if score is None else int(score >= 3) for score in scores]
    halves = [None if score is None else score / 2 for score in scores]
    return [
        OutputField("need_score", FieldKind.REAL, "Need score", "", list(scores)),
        OutputField("need_rank", FieldKind.INTEGER, "Rank", "", list(range(1, len(scores) + 1))),
        OutputField("need_t01", FieldKind.REAL, theme, "", halves),
        OutputField("need_f01", FieldKind.INTEGER, measure, "", flags),
    ]


def scored(scores, **names):
    rows = [
        {"code": f"E0500{place:04}", "name": f"Ward {place}", "parent": f"E0900000{place % 2}"}
        for place in range(len(scores))
    ]
    return memory_layer(squares(rows), outputs(scores, **names), "need_", "Need")


def drawn(layer):
    """The layer as a picture as fine as print, 60 pixels an area."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(layer.extent())
    settings.setOutputSize(QSize(60 * layer.featureCount(), 60))
    settings.setOutputDpi(200)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def colour_of(image, area):
    """The commonest colour of an area, and whether there is more than one."""
    pixels = Counter(
        image.pixelColor(x, y).getRgb()[:3]
        for x in range(60 * area + 12, 60 * area + 48)
        for y in range(12, 48)
    )
    return pixels.most_common(1)[0][0], len(pixels) > 3


def labels(layer):
    return [item.label() for item in layer.renderer().legendSymbolItems()]


def test_on_paper_scores_have_five_bands_whose_legend_counts_the_areas():
    layer = scored([0.0, 0.0, 1.0, 4.0, 5.0, 12.0, None])
    look = wear(layer, PAPER)
    assert [need_class.label for need_class in look.classes] == [
        "0 (2)",
        "1–3 (1)",
        "4–6 (2)",
        "7–9 (0)",
        "10–12 (1)",
    ]
    assert (look.counts, look.without_data) == ((2, 1, 2, 0, 1), 1)
    assert labels(layer)[-2:] == ["0 (2)", "No data (1)"]


def test_on_the_screen_each_whole_score_has_a_class_and_no_count_that_could_grow_stale():
    layer = scored([0.0, 1.0, 4.0])
    wear(layer, Choice())
    assert labels(layer)[1:] == ["4", "3", "2", "1", "0", "No data"]


@pytest.mark.parametrize("choice", EVERY, ids=str)
def test_a_missing_figure_is_hatched_and_never_0_whatever_is_drawn(choice):
    layer = scored([0.0, 2.5, 7.0, None])
    wear(layer, choice)
    image = drawn(layer)
    assert colour_of(image, 0) == (NONE_ABOVE, False)
    assert colour_of(image, 3) == ((255, 255, 255), True)
    assert colour_of(image, 2)[0] not in (NONE_ABOVE, (255, 255, 255))


@pytest.mark.parametrize("method", Method)
def test_the_colours_on_the_map_are_those_that_the_legend_counts(method):
    scores = [0.0, 0.25, 0.25, 1.0, 1.75, 3.5, 3.5, 9.0, 20.0, None]
    layer = scored(scores)
    look = wear(layer, replace(PAPER, method=method))
    image = drawn(layer)
    seen = Counter(colour_of(image, area)[0] for area, score in enumerate(scores) if score is not None)
    assert seen == Counter({c.colour: n for c, n in zip(look.classes, look.counts) if n})


def test_a_measure_is_drawn_by_whether_an_area_is_above_its_threshold():
    layer = scored([0.0, 5.0, None])
    look = wear(layer, replace(PAPER, suffix="f01"))
    assert look.heading == "Robbery (one measure of a need score)"
    assert [c.label for c in look.classes] == ["Not above threshold (1)", "Above threshold (1)"]
    image = drawn(layer)
    assert colour_of(image, 1)[0] == look.classes[1].colour


def test_a_layer_says_itself_what_it_can_be_drawn_by():
    figures = figures_in(scored([0.0, 5.0, None]))
    assert [(figure.suffix, figure.title) for figure in figures] == [
        ("score", "Need score"),
        ("t01", "Crime"),
        ("f01", "Robbery"),
    ]


def test_halves_are_no_numbers_of_measures():
    layer = scored([1.0, 3.0])
    assert figure_for(layer, "score").whole
    assert not figure_for(layer, "t01").whole
    assert wear(layer, replace(PAPER, suffix="t01")).heading.startswith("Crime: sum of the weights")


def test_a_layer_without_the_field_is_refused():
    with pytest.raises(KeyError):
        look_for(scored([1.0]), Choice(suffix="t07"))


def test_bands_of_the_whole_can_be_used_on_a_part():
    layer = scored([0.0, 3.0])
    figure = figure_for(layer)
    bands = Bands((2, 4, 6, 8, 10), whole=True)
    look = look_of(layer, figure, values_of(layer, figure), PAPER, bands=bands)
    assert [c.colour for c in look.classes] == [NONE_ABOVE, *ramp(5)]
    assert look.counts == (1, 0, 1, 0, 0, 0)


@pytest.mark.parametrize("palette", Palette)
def test_the_palette_is_the_chosen_one(palette):
    layer = scored([0.0, 5.0])
    wear(layer, replace(PAPER, palette=palette))
    assert colour_of(drawn(layer), 1)[0] == ramp(5, palette)[-1]


# The focus


@pytest.fixture
def focused():
    layer = scored([5.0, 5.0, 0.0, 0.0, None, None])
    wear(layer, replace(PAPER, focus=Focus("parent", ("E09000000",))))
    return layer


def test_what_is_out_of_focus_is_faded(focused):
    image = drawn(focused)
    full = ramp(5)[-1]
    assert colour_of(image, 0)[0] == full
    assert colour_of(image, 1)[0] == pytest.approx(faded(full), abs=2)
    assert colour_of(image, 2)[0] == NONE_ABOVE
    assert colour_of(image, 3)[0] == pytest.approx(faded(NONE_ABOVE), abs=2)


def test_hatching_out_of_focus_is_faded_too(focused):
    image = drawn(focused)

    def darkest(area):
        return min(
            image.pixelColor(x, y).lightness()
            for x in range(60 * area + 12, 60 * area + 48)
            for y in range(12, 48)
        )

    assert darkest(4) + 40 < darkest(5) < 250


def test_an_area_without_a_parent_is_not_in_focus():
    rows = [{"code": "a", "parent": "X"}, {"code": "b", "parent": None}]
    layer = memory_layer(squares(rows), outputs([5.0, 5.0]), "need_", "Need")
    wear(layer, replace(PAPER, focus=Focus("parent", ("X",))))
    image = drawn(layer)
    assert colour_of(image, 0)[0] == ramp(5)[-1]
    assert colour_of(image, 1)[0] == pytest.approx(faded(ramp(5)[-1]), abs=2)


def test_codes_with_quotes_in_them_are_codes():
    rows = [{"code": "a", "parent": "O'Neill"}, {"code": "b", "parent": "') OR ('1'='1"}]
    layer = memory_layer(squares(rows), outputs([5.0, 5.0]), "need_", "Need")
    wear(layer, replace(PAPER, focus=Focus("parent", ("O'Neill",))))
    image = drawn(layer)
    assert colour_of(image, 0)[0] == ramp(5)[-1]
    assert colour_of(image, 1)[0] == pytest.approx(faded(ramp(5)[-1]), abs=2)


@pytest.mark.parametrize("code", ["e09000002", " E09000002 ", "E09000002"])
@pytest.mark.parametrize("written", ["E09000002", "e09000002 "])
def test_a_code_in_focus_is_found_whatever_its_case_as_in_the_scores(code, written):
    rows = [{"code": "a", "parent": written}, {"code": "b", "parent": "E09000001"}]
    layer = memory_layer(squares(rows), outputs([5.0, 5.0]), "need_", "Need")
    wear(layer, replace(PAPER, focus=Focus("parent", (code,))))
    image = drawn(layer)
    assert colour_of(image, 0)[0] == ramp(5)[-1]
    assert colour_of(image, 1)[0] == pytest.approx(faded(ramp(5)[-1]), abs=2)


# Keeping it


@pytest.mark.parametrize("choice", EVERY, ids=str)
def test_the_style_survives_a_project_as_it_was(choice):
    layer = scored([0.0, 5.0, 2.5, None])
    wear(layer, replace(choice, focus=Focus("parent", ("E09000000",))))
    before = drawn(layer)
    document = QDomDocument()
    layer.exportNamedStyle(document)
    layer.setRenderer(None)
    assert layer.importNamedStyle(document)[0]
    assert drawn(layer) == before


def test_a_qml_file_draws_the_same(tmp_path):
    layer = scored([0.0, 5.0, 2.5, None])
    wear(layer, PAPER)
    save_as_qml(layer, tmp_path / "need.qml")
    other = scored([0.0, 5.0, 2.5, None])
    assert other.loadNamedStyle(str(tmp_path / "need.qml"))[1]
    assert drawn(other) == drawn(layer)
    assert kept_choice(other) == PAPER


def test_what_was_chosen_is_kept_with_the_layer():
    layer = QgsVectorLayer("Polygon", "x", "memory")
    choice = Choice("t02", Medium.PAPER, Method.JENKS, 4, Palette.PLUM, Focus("LB", ("a", "b")))
    keep_choice(layer, choice)
    assert kept_choice(layer) == choice


@pytest.mark.parametrize("kept", ["", "nonsense", "{}", '{"suffix": "score", "medium": "stone"}', "[]", "3"])
def test_what_is_kept_and_cannot_be_read_is_nothing(kept):
    layer = QgsVectorLayer("Polygon", "x", "memory")
    layer.setCustomProperty("vru_need/look", kept)
    assert kept_choice(layer) is None


def test_scores_written_anew_get_classes_that_hold_them():
    layer = scored([0.0, 1.0, 2.0])
    wear(layer, PAPER)
    write_in_place(layer, outputs([0.0, 30.0, None]), "need_")
    assert wear_again(layer)
    assert labels(layer)[1] == "25–30 (1)"
    assert labels(layer)[-1] == "No data (1)"


def test_a_theme_that_is_gone_gives_way_to_the_score():
    layer = scored([0.0, 1.0, 2.0])
    wear(layer, replace(PAPER, suffix="t01"))
    write_in_place(layer, [field for field in outputs([0.0, 3.0, 2.0]) if field.name != "need_t01"], "need_")
    assert wear_again(layer)
    assert labels(layer)[0].startswith("Need score:")


def test_a_style_of_the_users_own_is_left_alone():
    layer = scored([0.0, 1.0])
    before = drawn(layer)
    assert not wear_again(layer)
    assert drawn(layer) == before


# The user's own words


def legend_texts(layer):
    """What the legend of the project shows, as QGIS evaluates it."""
    project = QgsProject.instance()
    project.addMapLayer(layer)
    try:
        model = QgsLayerTreeModel(project.layerTreeRoot())
        nodes = model.layerLegendNodes(project.layerTreeRoot().findLayer(layer.id()))
        return [_shown(node) for node in nodes]
    finally:
        project.removeMapLayer(layer.id())


def _shown(node: QgsLayerTreeModelLegendNode) -> str:
    return str(node.data(Qt.ItemDataRole.DisplayRole))


@pytest.mark.parametrize("suffix", ["t01", "f01"])
def test_words_of_the_users_are_shown_and_not_evaluated(suffix):
    layer = scored([0.0, 5.0], theme=HOSTILE, measure=HOSTILE)
    look = wear(layer, replace(PAPER, suffix=suffix))
    assert HOSTILE in look.heading
    shown = labels(layer)[0]
    assert "42" not in shown
    assert "<script>alert(1)</script>" in shown
    assert "[%" not in shown, "where QGIS finds it, it evaluates what follows"


def test_the_legend_shows_the_users_words_as_they_are():
    layer = scored([0.0, 5.0], theme=HOSTILE)
    wear(layer, replace(PAPER, suffix="t01"))
    texts = legend_texts(layer)
    assert any("<script>" in text and "[ % 7 * 6 %]" in text for text in texts)
    assert not any("42" in text for text in texts)


@pytest.mark.parametrize("kind", ["Point", "LineString"])
def test_points_and_lines_are_drawn_too(kind):
    layer = QgsVectorLayer(f"{kind}?field=need_score:double", "x", "memory")
    look = look_for(layer, PAPER)
    layer.setRenderer(look.renderer.clone())
    assert layer.renderer().symbols(QgsRenderContext())


def test_a_table_has_a_legend_and_no_renderer():
    look = look_for(QgsVectorLayer("NoGeometry?field=need_score:double", "x", "memory"), PAPER)
    assert look.renderer is None
    assert [c.label for c in look.classes] == ["0 (0)"]
